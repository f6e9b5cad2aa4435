"""Notices actions in ordinary talk: what somebody says they will do, or is named or asked to do by a day."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.dates import Said, Unclear, read_date
from bot.domain.owners import Names
from bot.domain.whens import Whens, read_whens
from bot.listen.heads import Head, breaks, heads
from bot.listen.meant import DO_IT, is_meant
from bot.listen.sentence import Task, action, neat, noticed_action
from bot.listen.sentences import Sentence, plainly
from bot.listen.talk import Noticed, Talk
from bot.listen.verbs import SAYS_BEING, being, only_talk, starts_work

_ADVERBS = re.compile(
    r"(?:(?:just|also|then|definitely|certainly|gladly|happily|personally|now|kindly|please|quickly|both|all|and"
    r"|please|first|"
    r"gladly|actually|of course|volunteer to|be able to|get round to|go and|go ahead and|make sure i|make sure to)\s+)+"
)
_WEAKLY = re.compile(r"(?:try|aim|do my best|see if i can)(?:\s+(?:to|and))?\s+(?!not\b)")
_NOT = re.compile(
    r"(?:not|never|no longer|hardly|only|neither|probably|maybe|perhaps|hopefully|possibly|hafta|have to|need to"
    r"|have never)\b"
)
# Where what is done ends, and another thought begins.
_ELSE = re.compile(
    r"""[,;:]?\s+(?:but|though|although|because|cos|coz|unless
        |(?<!find\ out\ )(?<!check\ )(?<!ask\ )(?<!see\ )(?<!know\ )(?:which|who))\b
    |(?:,\s*(?:and\s+|so\s+|but\s+)?|\s+and\s+|\s+so\s+)(?:they|it|he|she|you|we|that|there|this|i|i'm|i've|i'd
        |that's
        |it's|they're|has|have|is|are|did
        |do|does|any|can|could|would|what|when|where|how|see|speak|hope|sorry|thanks|cheers|no|not|only|just|once
            |after)\b""",
    re.VERBOSE,
)
_ASKS = re.compile(
    r"\s*,?\s*(?:has|have|is|are|did|do|does|any|can|could|would|what|when|where|how|who|ok|okay|alright|right)\b"
)
_AND = re.compile(r"\s*,\s*(?:and\s+|then\s+)?|\s+(?:and then|and also|and|then)\s+")
_BACK = re.compile(r"(?:come|get|report) back (?:to \S+ )?(?:with|on|about)\b")
_BOTH = re.compile(r"\b(?:both|all)(?: of (?:them|these|those))?\s+(?=by\b)")
_PRONOUN = re.compile(
    r"\S+(?:\s(?:out|up|in|off|on|round|back|to|down|over))?\s(?:it|them|that|this|these|those|him|her)\b"
)
_AGAIN = re.compile(
    r"/action i will (?P<verb>\w+) (?:that|it|this|them|those|these)(?: (?:out|off|up|over|round"
    r"|across))?(?: to (?:you|everyone))? (?:by|from|to"
    r"|on)\b"
)
# "…, should be done by Friday", "…, she reckons by half term": the day of what was said before.
_REST = re.compile(
    r"[\s,;–—-]*(?:(?:and|but|so)\s+)?(?:(?:i|he|she|they|we|it|it's|that)\s+)?(?:(?:'ll|will|should"
    r"|would)\s+)?(?:reckons?|hopes?|thinks?"
    r"|says?|aims?\s+for|aiming\s+for|hoping\s+for|hopefully|probably|be|have|should|ideally|needed|wanted"
    r"|due)\b(?=.{0,40}"
    r"\b(?:by|for|on|before|until|due)\b)"
)
# What will come about one day, or never does.
_ONE_DAY = re.compile(
    r"\b(?:one (?:of these )?days?|some ?day|in (?:my|the|another) (?:next )?life|when (?:pigs|hell|i retire|i win)"
    r"|in my dreams"
    r"|(?:always|keep|keeps) (?:on )?(?:say|saying|says|promising|meaning)|(?:and|but) (?:(?:i|we|they|he|she|it"
    r"|you) )?never (?:do|does|did|will)"
    r"|never happens?)\b"
)
_SAY = re.compile(r",\s*(?:so\s+)?(?:let'?s\s+)?say\s+(?=the\s|\d|next\s|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)")
# Who is spoken to, and what is only said so, behind the day.
_CALLS = re.compile(
    r"[\s,]+(?:our kid|butt|love|pet|hen|mate|pal|folks|guys|lads|honest(?:ly)?|promise|so i will|so it is"
    r"|(?:no|nae) bother"
    r"|no problem|(?:don't|dinnae|dont) worry)\W*\Z",
    re.IGNORECASE,
)
_DOUBTS = re.compile(
    r"\bbut (?:i|we|you|he|she)\b|hold(?:ing)? (?:my|your|our) breath|believe it|heard that"
    r"|\blast (?:week|month|year|time)\b|\bliar\b|\bdid (?:he|she|they)\b|\bmy foot\b"
)
_DAYS = re.compile(r" (?:by|from|to) \d\d/\d\d/\d{4}.*")
_LONGEST = 400


def promises(talk: Talk, said: Sequence[Sentence], names: Names) -> Iterator[Noticed]:
    """The actions in some sentences, in order."""
    found: list[Noticed] = []
    for at, sentence in enumerate(said):
        if sentence.jokes or sentence.conditional or _ONE_DAY.search(sentence.plain):
            continue
        following = said[at + 1].text if at + 1 < len(said) else ""
        for one in _of(talk, sentence, names, following):
            if found and _repeats(found[-1], one):
                found[-1] = one if one.finish else found[-1]
            elif found and _says_when(found[-1], one):
                found.append(_dated(talk, found.pop(), one))
            else:
                found.append(one)
    return (one for one in found if not DO_IT.match(one.command.removeprefix("/action I will ")))


def _says_when(before: Noticed, after: Noticed) -> bool:
    """Is it "I'll type it up … so I'll do that by Friday": the day of what was said before?"""
    what = _AGAIN.match(plainly(after.command))
    verb = before.command.split(" will ", 1)[-1].split(" ", 1)[0].casefold()
    if what is None or before.finish is not None or after.finish is None:
        return False
    return what["verb"] in {"do", "have", "get", verb}


def _repeats(before: Noticed, after: Noticed) -> bool:
    """Is it the same again: "Dev said he would send the plans, so Dev to send the plans by 27/3"?"""
    first, again = (_DAYS.sub("", plainly(one.command)) for one in (before, after))
    return before.who == after.who and first == again


def _dated(talk: Talk, before: Noticed, after: Noticed) -> Noticed:
    what = re.sub(r"\A/action (?:.{1,80}? will )?", "", before.command)
    task = Task(before.who, what, Whens(before.start, after.finish, "", after.words))
    return replace(before, command=action(talk, task), finish=after.finish)


def _of(talk: Talk, sentence: Sentence, names: Names, following: str) -> Iterator[Noticed]:
    found = heads(sentence, names)
    starts = breaks(sentence.plain)
    both = _BOTH.search(sentence.plain)
    for i, head in enumerate(found):
        limit = found[i + 1].start if i + 1 < len(found) else len(sentence.text)
        limit = min(limit, head.end + _LONGEST, head.until or limit)
        rest = sentence.plain[head.end : limit]
        end = other.start() if (other := _ELSE.search(rest)) else len(rest)
        if (
            sentence.asks
            and head.link not in ("asked", "nobody")
            and i + 1 == len(found)
            and not _ASKS.match(rest, end)
        ):
            continue
        # "I'm on the phone to them tomorrow so I'll ask": the day belongs to both.
        goes_on = sentence.plain[: head.start].endswith(" so ") and not (i and found[i - 1].link == "will")
        since = 0 if i == 0 or goes_on else starts[bisect_right(starts, head.start) - 1]
        text = _CALLS.sub("", sentence.text[head.end : head.end + end])
        work = _verb(head, text)[0]
        if work is None or only_talk(plainly(work)) or (head.link == "said" and _DOUBTS.search(sentence.plain)):
            continue
        hedged = _REST.match(sentence.plain, head.end + end, limit) or _SAY.search(sentence.plain, head.end, limit)
        nearby = (
            sentence.text[since : head.start].strip(" ,").removesuffix(" so"),
            sentence.text[both.end() :] if both else "",
            sentence.text[hedged.end() : limit] if hedged else "",
        )
        for task, sure in _tasks(talk, head, text, nearby, following):
            words = sentence.text[since : head.end + end].strip(" ,;:–—-")
            yield noticed_action(talk, task, words, sure)


def _tasks(talk: Talk, head: Head, text: str, nearby: Sequence[str], following: str) -> Iterator[tuple[Task, float]]:
    """What is done, cut where several things are, if it is work at all. `nearby`: where else its day may stand."""
    work, weak, now = _verb(head, text)
    if work is None:
        return
    parts = [work] if now else list(_parts(work))
    read = [_dates(talk, part) for part in parts]
    shared = next((one for one in reversed(read) if one.finish), None) or next(
        (one for words in nearby if (one := _dates(talk, words)).finish), Whens(None, None, "")
    )
    if (
        shared.finish is None
        and following
        and isinstance(day := read_date(following, talk.today, working=talk.working), Said)
    ):
        shared = Whens(None, day, "", following)
    whens = [one if one.finish else replace(one, finish=shared.finish, phrase=shared.phrase) for one in read]
    for one in whens:
        plain = plainly(neat(one.rest)) + (" ready" if one.phrase.casefold().startswith("ready") else "")
        if not is_meant(head, plain, one, weak=weak, now=now):
            continue
        sure = 0.9 if isinstance(one.finish, Said) else 0.75
        yield Task(head.who, neat(one.rest), one), sure if head.link != "asked" else 0.7


def _verb(head: Head, text: str) -> tuple[str | None, bool, bool]:
    """What is done from its verb on (None: nothing), whether it is only tried, and whether it is said as "ringing"."""
    if lead := _ADVERBS.match(plainly(text)):
        text = text[lead.end() :]
    weak = _WEAKLY.match(plainly(text))
    if weak:
        text = text[weak.end() :]
    if _NOT.match(plainly(text)):
        return None, False, False
    if not SAYS_BEING.match(plainly(text)):
        return (None if head.link == "now" else _trimmed(text)), weak is not None, False
    base = being(plainly(text))
    return (base[0] + text[base[1] :] if base else None), weak is not None, True


def _trimmed(text: str) -> str:
    """Without what follows the day and says nothing: "tomorrow myself", "by Friday anyway"; "or so" says something."""
    text = re.sub(r"\s+(?:myself|ourselves|personally)\W*\Z", "", text, flags=re.IGNORECASE)
    return text.strip(" ,.;:–—-") if re.search(r"\bor so\W*\Z", text, re.IGNORECASE) else neat(text)


def _parts(text: str) -> Iterator[str]:
    """Cut "book the hall, print the posters and ring the paper" where each begins with work and has its own object."""
    plain = plainly(text)
    start = 0
    for joint in _AND.finditer(plain):
        rest = plain[joint.end() : joint.end() + 60]
        back = _BACK.match(rest)
        own = (back or starts_work(rest)) and starts_work(plain[start:]) and not (_PRONOUN.match(rest) and not back)
        if own and " " in rest.strip() and " " in plain[start : joint.start()].strip():
            yield text[start : joint.start()]
            start = joint.end()
    yield text[start:]


def _dates(talk: Talk, text: str) -> Whens:
    if not text:
        return Whens(None, None, "")
    whens = read_whens(text, talk.today, working=talk.working)
    # A time that is no day says nothing to keep, unless it can be asked about.
    return whens if not isinstance(whens.start, Unclear) else replace(whens, start=None)
