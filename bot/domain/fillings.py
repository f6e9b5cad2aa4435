"""Words that stand where a reason should, and say nothing of why: "n/a", "just because", "not possible" (charter 6)."""

import re

_NO_AGAIN = re.compile(
    r"(?:(?:sorry|no|because|as|since|unfortunately)\W+)*"
    r"(?:(?:it|this|that)(?:['’]?s| is| was)?\W+)?(?:just\W+|simply\W+)?"
    r"(?:not (?:possible|feasible|happening|going to happen|now|at the moment|right now|this time|an option|on|doable)"
    r"|(?:we |i )?(?:can['’]?t|cannot|can not|won['’]?t|will not|couldn['’]?t)"
    r"(?: (?:be done|happen|do (?:it|this|that)|work|say yes))?"
    r"|impossible|no (?:can do|chance|way))(?: (?:at the moment|right now|now|this time|sorry|i['’]?m afraid))*",
    re.IGNORECASE,
)

_FILLING = re.compile(
    r""
    r"|n/a|na|none|nothing|x|idk|tbc|tba|tbd"
    r"|no|yes|nope|not|partly|ok|okay|it is|is|sorry"
    r"|why|because|just because|because no|because i said so"
    r"|reason|reasons|no reason|the reason|some reason|for reasons"
    r"|see above|as above|as before|whatever|dunno"
    r"|this year|this time|right now|at the moment"
)


def says_nothing(text: str) -> bool:
    """Is it only a filling, or the no once more in other words?"""
    words = " ".join(re.findall(r"[^\W\d_]+", text)).casefold()
    plain = re.sub(r"[^\w\s/]+", "", text).strip().casefold()
    return any(_FILLING.fullmatch(said) for said in (plain, words)) or bool(_NO_AGAIN.fullmatch(text.strip(" .!\t\n")))
