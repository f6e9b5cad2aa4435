"""Reads who is to do something out of ordinary words: "Pat to ring the council", "Amy and I will …", "… (Bea)"."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

Kind = Literal["speaker", "mention", "handle", "name"]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named, in the words they were named by: the speaker, a mention, an @name, or a name."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Owned:
    """Who is to do it, as named (nobody: nobody was), and what is left of the words."""

    who: tuple[Named, ...]
    what: str


# People in general, and what stands for somebody named before.
_NOBODY_IN_PARTICULAR = (
    "he she it they you this that these those there here everyone everybody someone somebody anyone anybody"
    " nobody people who what when where why how which all both each some many most none nothing something"
    " anything everything we us our the a an my your his her their its and or but so then if as at by for from"
    " in of on to up with not no yes also next first last back due ready happy glad time thanks please hello"
    " hi ok okay order tbc tba tbd"
)
# What an instruction may begin with before "to": "Talk to Pat", "Letter to the council".
_BEGINNINGS = (
    "talk speak write reply respond listen go travel walk drive move send email mail post letter letters note"
    " message need needs want wants try remember have has aim plan plans agree agreed continue start begin"
    " look get apply arrange invite trip visit visits access answer answers change changes hope offer offers"
    " promise introduction guide way ways chance permission keys present return report refer appeal donate"
    " contribute subscribe sign attend lead add link switch connect commit stick amend object request requests"
    " ask call calls ring phone text read bring take give hand deliver submit suggest propose explain describe"
    " show say pay payment payments thank welcome feedback response information advice support help transport"
    " bus train route road path door entrance ramp right rights prepare choose decide meet meeting find make"
    " do be work think volunteer volunteers staff members action idea update updates"
)
_NOT_NAMES = frozenset(f"{_NOBODY_IN_PARTICULAR} {_BEGINNINGS}".split())
_NOBODY = r"(?:someone|somebody|anyone|anybody|we(?:\s+all)?|one of us|(?:a\s+)?volunteers?|tb[cad])"
ORGANISATION = (
    r"[Tt]he\s+(?:[\w'’&-]+\s+){0,2}(?:council|library|school|surgery|hospital|police|trust|charity|committee|board"
    r"|church"
    r"|college|university|company|team|group|club|centre|hub|service|association|society|partnership|forum|network"
    r"|department|office)"
)
_WORD = r"[^\W\d_a-z](?:[\w.-]|['’](?!ll\b))*"
LOOKS_LIKE_A_NAME = rf"(?:[Tt]he\s+)?{_WORD}(?:\s+(?:of\s+|for\s+|&\s+)?{_WORD}){{0,4}}"

_AND = r"(?:\s*(?:,|&|\+|/)\s*(?:and\s+|with\s+)?|\s+(?:and|with|plus|n)\s+)"
_OPENING = re.compile(
    r"(?:(?:so|ok|okay|right|well|then|agreed|also|now|yes|please|we agreed that|it was agreed that|that)\b[\s,:–-]*)*",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"(?:I|me|myself)(?=['’\s,&+/:)]|\Z)", re.IGNORECASE)
_HANDLE = re.compile(r"@\w[\w.-]*\w|@\w")

_HAVE_SAID = (
    r"(?:(?:has|have|had)\s+)?(?:agreed|offered|volunteered|promised)\s+to|(?:is|are|am)\s+(?:going|happy|due)\s+to"
)
# After a bare "to" comes what is done; "Letter to the council" does not say who writes it.
_SURE_LINK = re.compile(
    rf"(?:\s+(?:{_HAVE_SAID}|(?:is|are)\s+to|will)|['’]ll|['’]s\s+to|\s+to(?!\s+(?:the|an?|our|my|your|his|her|their"
    rf"|its|this|that"
    r"|these|those|all|any|some|every|each|it|them|him|us|me|you|be)\b))\s+(?!(?:not|never|be)\b)(?:also\s+|please\s+"
    r"|then\s+)*",
    re.IGNORECASE,
)
_LINK = re.compile(
    rf"(?:{_SURE_LINK.pattern}|\s+(?:can|could|should|must|shall|would|(?:has|have|need|needs|ought)\s+to)\s+"
    r"(?:please\s+|also\s+)*(?!(?:not|never|be)\b)|\s*,\s*please\s+|\s+please\s+|\s*[,:]\s+)",
    re.IGNORECASE,
)
_SPEAKER_LINK = re.compile(
    r"(?:['’]ll|\s+(?:will|can|could|should|must|shall|to|am\s+to|(?:need|have|ought|want|promise|plan|hope|agree"
    r"|offer)\s+to"
    rf"|{_HAVE_SAID}|would\s+like\s+to)|['’]m\s+(?:going|happy)\s+to|['’]ve\s+(?:got|agreed|offered|promised)\s+to"
    r"|['’]d\s+like\s+to|\s*:)\s+(?!not\b)(?:also\s+|please\s+|then\s+|try\s+to\s+)*",
    re.IGNORECASE,
)
_NOBODY_HEAD = re.compile(
    rf"{_NOBODY}(?:['’]ll|\s+(?:will|should|must|to|can|could|shall|(?:needs?|ought|ha(?:s|ve))\s+to"
    r"|(?:is|are)\s+(?:going\s+)?to))\s+(?!not\b)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:can|could|would|will)\s+", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:who|owner|owned by|lead|led by)\s*:\s*(?P<names>[^\n.;]{1,120})[.;]?", re.IGNORECASE)
_WHAT = re.compile(
    r"\A\s*(?:what|action)\s*:\s*|\b(?:when|by when|date|why|finish|start)\s*:\s*(?=[.,;\n]|\Z)", re.IGNORECASE
)
_TAIL = re.compile(
    r"(?:\s*[(\[](?P<inside>[^()\[\]\n]{1,80})[)\]]|\s+[-–—]+\s*(?P<dashed>[^\n]{1,80})|,?\s+(?P<bare>@[^\n]{1,80})"
    r"|\s*[,;/|]\s*(?P<listed>[^,;/|\n]{1,80}))[\s.,;!]*\Z"
)
_BEFORE_SOMEBODY = re.compile(
    r"\b(?:to|with|for|from|about|and|or|of|at|on|in|by|ring|call|ask|email|tell|thank|meet|visit|see|contact|help"
    r"|invite"
    r"|remind|phone|text|support|message|join|send|give|let|pay|bring)\s*\Z",
    re.IGNORECASE,
)
_YES = re.compile(
    r"(?:yes|yep|yeah|ok|okay|sure|happy to)?[\s,.!:]*(?:(?:I|me)\b.{0,30}|mine)?[\s.!]*\Z", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Names:
    """The names that may be read: mentions as they stand in the text, and people known in the group."""

    mentions: tuple[str, ...]
    known: frozenset[str]
    longest: int

    def one(self, text: str, at: int, *, unknown: str | None) -> tuple[Named, int, bool] | None:
        """The name that starts at a place, where it ends, and whether it is sure to be one."""
        for words in self.mentions:
            if text.startswith(words, at):
                return Named("mention", words), at + len(words), True
        if match := _HANDLE.match(text, at):
            return Named("handle", match[0]), match.end(), True
        if (end := self._known(text, at)) is not None:
            return Named("name", text[at:end]), end, True
        if match := _SPEAKER.match(text, at):
            return Named("speaker", match[0]), match.end(), True
        if unknown and (match := re.compile(unknown).match(text, at)):
            words = match[0]
            small = words[0].islower() and not words.startswith("the ")
            the_group = words.casefold().startswith("the ") and " " in words
            if not small and (words.split()[0].casefold().strip(".'’-") not in _NOT_NAMES or the_group):
                return Named("name", words), match.end(), False
        return None

    def several(self, text: str, at: int, *, unknown: str | None = None) -> tuple[tuple[Named, ...], int, bool]:
        """The names joined by commas and "and" from a place on, where they end, and whether all are sure."""
        found: list[Named] = []
        end, sure = at, True
        while (one := self.one(text, at, unknown=unknown)) is not None:
            found.append(one[0])
            end, sure = one[1], sure and one[2]
            joint = re.compile(_AND, re.IGNORECASE).match(text, end)
            if joint is None and one[0].kind in ("mention", "handle"):
                joint = re.compile(r"\s+(?=@)").match(text, end)
            if joint is None:
                break
            at = joint.end()
        return tuple(found), end, sure

    def _known(self, text: str, at: int) -> int | None:
        """Where a known name that starts here ends: the longest that does."""
        ends = [m.end() + at for m in re.finditer(r"(?<=\w)(?!\w)", text[at : at + self.longest + 1])]
        return next((end for end in reversed(ends) if text[at:end].casefold() in self.known), None)


def forms_of(name: str) -> tuple[str, ...]:
    """How somebody may be named: "Sam Reid", "Sam R", "Sam"."""
    words = name.split()
    return (name, f"{words[0]} {words[-1][0]}", words[0]) if len(words) > 1 else (name, *words)


def names_of(known: Collection[str], mentions: Collection[str]) -> Names:
    """Make ready to read the names of the group's people (`known`), and the mentions of a text."""
    names = {form for name in known for form in forms_of(name)}
    folded = frozenset(n.casefold() for n in names if len(n) > 1 and n.casefold() not in _NOT_NAMES)
    return Names(
        tuple(sorted(filter(None, mentions), key=len, reverse=True)), folded, max((len(n) for n in folded), default=0)
    )


def read_owners(text: str, known: Collection[str] = (), mentions: Collection[str] = ()) -> Owned:
    """Who is to do it, and what: `known` are the names of the group's people, `mentions` the text's own.

    A name that nobody knows is taken only where it says plainly who acts: before "to" or "will", or after "who:".
    """
    names = names_of(known, mentions)
    text = text.strip()
    if match := _LABEL.search(text):
        what = _tidy(_WHAT.sub("", f"{text[: match.start()]} {text[match.end() :]}"))
        if what:
            return Owned(read_names(match["names"], known, mentions), what)
    return _head(text, names) or _tail(text, names) or Owned((), _tidy(_without_nobody(_WHAT.sub("", text))))


def read_names(text: str, known: Collection[str] = (), mentions: Collection[str] = ()) -> tuple[Named, ...]:
    """The answer to "who?": "me", "Pat and I", "the Sight Group". Nobody, if the words name none."""
    names = names_of(known, mentions)
    text = re.sub(r"\A(?:it'?s|it is|that'?s|give it to|ask|also|and|with)\s+", "", _tidy(text), flags=re.IGNORECASE)
    if not text or re.fullmatch(
        rf"{_NOBODY}|\?+|nobody|no one|none|not sure.*|don'?t know.*|dunno|unsure|idk|whoever|maybe|later|pass|skip",
        text,
        re.IGNORECASE,
    ):
        return ()
    who, end, _ = names.several(text, 0, unknown=rf"{ORGANISATION}\b|{LOOKS_LIKE_A_NAME}")
    left = text[end:].strip(" .!")
    if who and not re.match(r"\w", left):
        return who
    linked = _SPEAKER_LINK if who and who[0].kind == "speaker" else _LINK
    if who and linked.match(f"{text[end:]} "):
        return who
    if _YES.match(text):
        return (Named("speaker", text),)
    return (Named("name", text),) if text.isalpha() and text.casefold() not in _NOT_NAMES else ()


def _head(text: str, names: Names) -> Owned | None:
    """Who it begins with: "Amy and Pat to …", "I'll …", "@bea please …", "Can Amy …?"."""
    start = match.end() if (match := _OPENING.match(text)) else 0
    asked = _ASKED.match(text, start)
    who, end, sure = names.several(text, asked.end() if asked else start, unknown=None if asked else LOOKS_LIKE_A_NAME)
    if not who and not asked and (match := re.compile(rf"{ORGANISATION}(?=\s)").match(text, start)):
        who, end, sure = (Named("name", match[0]),), match.end(), False
    if not who:
        return None
    if asked:
        link = re.compile(r"\s+(?:please\s+)?(?=[a-z])").match(text, end) if sure else None
    elif not sure:
        link = _SURE_LINK.match(text, end)
        link = link if link and re.match(r"[^\W\d_]", text[link.end() :]) and not text[link.end()].isupper() else None
    elif who[-1].kind == "speaker" or who[0].kind == "speaker":
        link = _SPEAKER_LINK.match(text, end) or _SURE_LINK.match(text, end)
    else:
        link = _LINK.match(text, end)
        if link is None and all(one.kind in ("mention", "handle") for one in who):
            link = re.compile(r"\s+(?=\w)").match(text, end)
    what = _tidy(_WHAT.sub("", text[link.end() :])) if link else ""
    return Owned(who, what) if what else None


def _tail(text: str, names: Names) -> Owned | None:
    """Who it ends with, if they are known: "… (Amy)", "… - Amy and me", "… @bea"; in notes also "minutes, Amy"."""
    match = _TAIL.search(text)
    if match is None:
        return None
    said = next(found for found in match.groups() if found).strip(" .,;!")
    said = re.sub(r"\A(?:who|owner|by|for)\s*:?\s+", "", said, flags=re.IGNORECASE)
    if match["bare"] and _BEFORE_SOMEBODY.search(text[: match.start()]):
        return None
    # In "invite Bea, Amy" the last of several people does nothing herself.
    other = re.search(rf"{_WORD}\Z", text[: match.start()]) if match["listed"] else None
    if other and (other.start() or names.one(text, 0, unknown=None)):
        return None
    who, end, sure = names.several(said, 0)
    what = _tidy(_without_nobody(_WHAT.sub("", text[: match.start()])))
    done = said[end:].strip(" .!") in ("", "to do", "will do it", "to do it", "will")
    return Owned(who, what) if who and sure and done and what else None


def _without_nobody(text: str) -> str:
    start = match.end() if (match := _OPENING.match(text)) else 0
    head = _NOBODY_HEAD.match(text, start)
    return text[head.end() :] if head and text[head.end() :].strip() else text


def _tidy(text: str) -> str:
    """Without the joints that cutting left at the ends."""
    kept = re.sub(r"[^\S\n]+", " ", text)
    kept = re.sub(r"\s+([,.;:])", r"\1", kept)
    kept = re.sub(r"([,;:])[,;:.]+", r"\1", kept)
    kept = kept.strip(" \n\t,;:-–—.")
    return re.sub(r"[\s,;:–—-]+(?:and|by|due|to|from|then)\Z", "", kept, flags=re.IGNORECASE).strip(" \n\t,;:-–—.")
