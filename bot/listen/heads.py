"""Finds who says they will do something, or is named or asked to: the head of a sentence, before what is done."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from bot.domain.owners import LOOKS_LIKE_A_NAME, ORGANISATION, Named, Names
from bot.listen.sentences import Sentence
from bot.listen.verbs import WORK

Link = Literal["will", "can", "now", "to", "asked", "agreed", "needs", "said", "nobody"]

_BREAK = re.compile(r"[,:;()–—]+\s*|\s-+\s+|\s+(?:and|but|so|then|anyway|also)\s+|\A")
_LEADS = re.compile(
    r"(?:(?:so|ok|okay|right|well|then|agreed|also|now|yes|yep|yeah|aye|please|plus|fine|sure|great|and|but|anyway"
    r"|sorry|hi|hello|both|my colleague|our colleague"
    r"|just to say|just to confirm|just|to confirm|(?:we |it was )?(?:agreed|decided)(?: that)?|as agreed"
    r"|as discussed|next|over to|asking|i'?ve asked|i have asked|it'?s (?:down|up) to|(?:the )?plan is(?: that)?"
    r"|today)\b[\s,:.–-]*){0,6}"
)
_GOING = r"(?:going\ to|gonna|gunna|gonnae|goin\ to|about\ to|planning\ to)"
_FIRST = re.compile(
    rf"""(?<![\w'@/.])(?:
    (?P<will>(?:what\ (?:i'?ll|i\ will|i'?m\ (?:gonna|going\ to))\ do\ is|i(?:'ll|'l|ll|\ will|\ wil|\ shall)|ah'?ll
        |a'll
        |ill?(?=\ [a-z])|(?:(?:mi|fe)\ )?wna\ i|(?:(?:mi|fe)\ )?(?:b|f)ydda\ i'n)\s+)
    |(?P<we>we(?:'ll|ll|\ will|\ shall|\ (?:aim|plan|intend|expect)\ to|(?:'re|\ are|re)\ {_GOING}|\ have\ agreed\ to
        |'ve\ agreed\ to)\s+)
    |(?P<wenow>(?:we're|we\ are)\ (?:also\ |now\ )?(?=[a-z]+ing\b)(?!going\b))
    |(?P<going>(?:i'?m|i\ am|ah'm)\ (?:also\ |now\ |just\ )?{_GOING}\s+|imma\s+|i\ (?:plan|intend|aim|mean)\ to\s+
        |(?:my|the)\ plan\ is\ (?:for\ me\ )?to\s+|(?:dw|rydw)\ i'n\ mynd\ i\s+)
    |(?P<happy>(?:(?:i'?m|i\ am|i'?d\ be|i\ would\ be|i'll\ be)\ )?(?:more\ than\ |very\ |quite[ ]
        |only\ too\ )?(?:happy|glad|willing)\ to\s+)
    |(?P<agreed>i(?:\ volunteer|\ promise|\ commit|'?ve\ (?:agreed|offered|promised|volunteered)|\ have\ (?:agreed
        |offered|promised|volunteered))
       \ to\s+)
    |(?P<needs>i(?:'ve|ve|\ have)?\ (?:need|have|got|must)\ to\s+|i\ must\s+)
    |(?P<weneed>we(?:'ve|ve|\ have)?\ (?:all\ |really\ |still\ )?(?:need|have|got)\ to\s+|we\ must\s+)
    |(?P<off>(?:i'?m|i\ am|ah'?m)\ (?:away|off|down|set)\ (?:to|tae)\s+)
    |(?P<job>my\ (?:job|task|bit|part)(?:'s|\ is)\ to\s+)
    |(?P<bagsy>(?:bagsy|bags\ i|dibs\ on)\ (?=[a-z]+ing\b))
    |(?P<put>put\ me\ down\ (?:to|for)\s+)
    |(?P<can>(?:i\ can|i\ could|let\ me|(?:we|it\ was)\ agreed\ (?:that\ )?i(?:'d|\ would))\s+)
    |(?P<now>(?:i'?m|i\ am)\ (?:also\ )?(?=[a-z]+ing\b))
    )""",
    re.VERBOSE,
)
# Without a subject, a sentence that begins so speaks of its speaker.
_BARE = re.compile(
    rf"(?:(?P<will>will\s+(?!the\b|you\b|it\b|this\b|that\b|they\b|there\b))|(?P<going>{_GOING}\s+)"
    rf"|(?P<can>can\s+(?={WORK}\s))|(?P<now>(?!b?ring\b)(?=[a-z]+ing\b)))"
)
_LINKS: tuple[tuple[Link, re.Pattern[str]], ...] = (
    (
        "agreed",
        re.compile(
            r"(?:'s|\s+has|\s+have|'ve)?\s+(?:kindly\s+|just\s+)?(?:agreed|offered|volunteered|promised)\s+to\s+"
            r"|(?:'s|'re|\s+is|\s+are|\s+am)\s+(?:more than\s+|very\s+|quite\s+)?(?:happy|willing|glad|able)\s+to\s+"
        ),
    ),
    (
        "asked",
        re.compile(
            r"[\s,:–-]*\s(?:please\s+)?(?:do you think you (?:could|can)|(?:can|could|would|will|do)\s+(?:you|u|ye)"
            r"|any chance (?:that\s+)?you (?:could|can)"
            r"|any chance of you|are you able to|if you (?:could|can)"
            r"|is it possible for you to)\s+(?:please\s+|possibly\s+|kindly\s+|mind\s+|be able to\s+|be (?:happy"
            r"|willing) to\s+)*"
            r"|\s*[,:]?\s+(?:please|pls|plz)\s+"
        ),
    ),
    ("needs", re.compile(r"\s+(?:(?:needs?|has|have|ought)\s+to|should|must)\s+(?!have\b)")),
    (
        "said",
        re.compile(
            r"(?:'s|\s+has|\s+have)?\s+(?:kindly\s+|just\s+|already\s+|also\s+)?(?:said|says?|told (?:me|us)|confirmed"
            r"|promised|reckons?)\s+(?:that\s+)?(?:he|she|they)(?:'ll|'d|\s+will|\s+would|(?:'s|'re|\s+is|\s+are)\s+"
            rf"(?:{_GOING}|happy\ to))\s+"
        ),
    ),
    ("to", re.compile(r"(?:'s|\s+is|\s+are)\s+(?:due\s+|down\s+)?to\s+(?!be\b)")),
    ("can", re.compile(r"\s+can\s+(?!(?:you|u|we|i)\b)")),
    ("will", re.compile(rf"(?:(?:'s|'re|\s+is|\s+are|\s+am)?\s+{_GOING}|'ll|\s+will|\s+shall)\s+")),
    ("asked", re.compile(rf"(?:\s*[:,]|\s+[-–—]+)\s+(?:please\s+)?(?={WORK}\b)")),
    ("now", re.compile(r"(?:'s|\s+is|\s+are)\s+(?:also\s+|now\s+)?(?=[a-z]+ing\b)")),
    ("to", re.compile(r"\s+to\s+(?!(?:the|an?|our|my|your|his|her|their|its|this|that|be)\b)")),
)
# Nobody yet: "someone needs to …", "can somebody …", "we need a volunteer to …".
_ANYBODY = (
    r"(?:(?:some|any)\s?(?:one|body)(?:\s+else)?|whoever(?:'s|\ is)?\ (?:free|there|about|around|going)"
    r"|a\ volunteer|volunteers)"
)
_NOBODY = re.compile(
    rf"(?P<must>{_ANYBODY}\s+(?:needs?\s+to|has\s+to|must|please)\s+)"
    rf"|(?:can|could|would|will)\s+{_ANYBODY}\s+(?:please\s+|possibly\s+|be\ able\ to\s+)*"
    rf"|{_ANYBODY}[\s,]+(?:can|could|please)\s+(?:you\s+)?(?:please\s+)?"
    rf"|(?:(?:we|i)(?:'re|'ll|\ are|\ will|\ do|\ really|\ still)*\s+)?(?:{_GOING}\s+|also\s+)?(?:need|want"
    rf"|looking\ for)\s+"
    rf"{_ANYBODY}\s+(?:who\ can|to)\s+|any\ volunteers\ to\s+"
)
# Somebody of the speaker's own: "my husband", "our Kev".
_THEIRS = re.compile(
    r"(?:[Mm]y|[Oo]ur)\s+(?:(?:eldest|youngest|older|big|little)\s+)?(?:mum|mam|mother|dad|father|son|daughter|lad"
    r"|lass|husband"
    r"|hubby|wife|partner|brother|sister|nan|gran|grandad|niece|nephew|cousin|neighbour|friend|mate|colleague|manager"
    r"|team"
    r"|office)(?=['’\s])"
)
_UNKNOWN = rf"{LOOKS_LIKE_A_NAME}|the (?:wife|husband|missus|hubby|kids|lads|girls)\b"
_OUR = re.compile(r"[Oo]ur\s+(?=[A-Z])")
_AGREED_WOULD = re.compile(r"\s+(?:would|should|was to|were to)\s+")
_SOMEBODY_IS = re.compile(r"(?:\b(?:is|are|was|were|be|been|not|n't)|'s|'re)\s+\Z")
_ASKING = re.compile(
    r"(?:(?:can|could|may|might)\s+(?:i|we)\s+(?:just\s+|please\s+)?ask\s+|(?:we|i)(?:'d like|\s+would like|\s+need"
    r"|\s+want)\s+"
    r"|(?:can|could|would)\s+)"
)
_YOU = re.compile(r"(?:can|could|would|will)\s+(?:you|u|ye)\s+(?:please\s+|possibly\s+|kindly\s+|be able to\s+)*")
_LAST = re.compile(r"(?:\S+\s+){1,3}\S+\Z")
_WORD = re.compile(r"(?<=\s)\S")
_ASKED = re.compile(r"\s+(?:please\s+|possibly\s+|to\s+)*(?=[a-z])")
_FROM = re.compile(
    r"(?:\s*,)?\s+(?:from|at|of)\s+(?:the\s+)?[^\s,]+(?:\s[^\s,]+){0,2}?(?=\s+(?:will|has|to)\s)|\s+\([^()]{1,30}\)"
)

# What stands before "I will" and takes it back: a doubt, a condition, somebody else's words.
_UNDOES = re.compile(
    r"\b(?:think|thinks|thought|hope|hoping|doubt|guess|suppose|supposing|imagine|dream|if|when|unless|until|before"
    r"|after|till|who|whoever"
    r"|why|what|whether|how|where|maybe|perhaps|might|wish|bet|knew|says?|said|saying|told|tells?|claims?|reckons?"
    r"|goes|like|not|never"
    r"|nobody|no one|hardly|only|than|because|cos|since|assuming|otherwise|probably|so that|which|in case|or|sang"
    r"|singing|called)\b|n't\b"
)
_ALLOWED = re.compile(
    r"\b(?:i was |i'?m )?(?:just )?(?:going|gonna|calling|ringing|writing|messaging) to (?:say|let (?:you|everyone)"
    r"(?: all)? know|tell you)(?: that)?\s*\Z"
    r"|\bi'?(?:ve| have)? (?:said|promised|agreed)(?: (?:with|to) [^,]{1,40}?)?(?: that)?\s*\Z|\bi promise(?: that"
    r"| you)?\s*\Z|\b(?:just|wanted|want|only)(?: wanted)? to (?:say|let (?:you|everyone"
    r"|people)(?: all)? know)(?: that)?\s*\Z"
    r"|\b(?:if not no matter|like i said|as i said)\b,?\s*"
)
# What begins a sentence with a capital before "to", and is nobody.
_NO_NAME = re.compile(
    r"(?:Just|Need|Needed|Needs|Good|Great|Lovely|Nice|Able|Free|Keen|Easy|Hard|Best|Sorry|Delighted|Pleased|Used"
    r"|Hoping"
    r"|Trying|Going|Planning|Glad|Things?|Jobs?|Forgot|Remembered|Wanted|Nothing|Something|Time|More|Lots|Still"
    r"|Yet|Back|Off|Away|Down|\w{3,}ing)\b.*",
    re.IGNORECASE,
)
_FEW = 9
_LONG = 200


@dataclass(frozen=True, slots=True)
class Head:
    """Who, how it is said that they do it, where that begins, where what they do begins, and where it ends at most."""

    who: tuple[Named, ...]
    link: Link
    start: int
    end: int
    sure: bool = True
    until: int | None = None


def heads(sentence: Sentence, names: Names) -> list[Head]:
    """Give the heads of a sentence, in order, none overlapping."""
    found: list[Head] = []
    starts = breaks(sentence.plain)
    leads = _LEADS.match(sentence.plain).end()  # type: ignore[union-attr] # it may match nothing, but it matches
    # The places where "I will" stands anywhere; what stands before it is looked at then.
    first = {match.start(): match for match in _FIRST.finditer(sentence.plain)}
    for at in sorted({_LEADS.match(sentence.plain, start).end() for start in starts} | {*starts, *first}):  # type: ignore[union-attr] # it may match nothing, but it matches
        if found and at < found[-1].end:
            continue
        head = _unowned(sentence, at) or (_named(sentence, at, names) if at not in first else None)
        if head is None and at in first:
            head = _first(sentence, first[at], starts)
        if head is None and sentence.plain.startswith("will ", at) and sentence.plain[:at].endswith(", "):
            # "Happy to pick that up, will report back by Friday": of whoever was spoken of before.
            head = _bare(sentence, at)
            head = replace(head, who=found[-1].who) if head and found else head
        if head is None and at == leads:
            head = _bare(sentence, at) or _called_last(sentence, at, names)
        if head:
            found.append(head)
    return found


def _first(sentence: Sentence, match: re.Match[str], starts: list[int]) -> Head | None:
    before = starts[bisect_right(starts, match.start()) - 1]
    prefix = sentence.plain[before : match.start()]
    if len(prefix) > _LONG or len(prefix.split()) > _FEW or _UNDOES.search(_ALLOWED.sub("", prefix)):
        return None
    kind = match.lastgroup or "will"
    if kind == "happy" and match[0][0] != "i" and _SOMEBODY_IS.search(prefix):
        return None
    who = () if kind in ("we", "wenow", "weneed") else (Named("speaker", "I"),)
    return Head(who, _link(kind), match.start(), match.end())


def _unowned(sentence: Sentence, at: int) -> Head | None:
    match = _NOBODY.match(sentence.plain, at)
    return Head((), "nobody", at, match.end(), sure=match["must"] is not None) if match else None


def _bare(sentence: Sentence, at: int) -> Head | None:
    match = _BARE.match(sentence.plain, at)
    return Head((Named("speaker", "I"),), _link(match.lastgroup or ""), at, match.end()) if match else None


def _called_last(sentence: Sentence, at: int, names: Names) -> Head | None:
    """Who is asked at the end: "Could you send the link by Friday, Dev?"."""
    asking = _YOU.match(sentence.plain, at)
    name = _LAST.search(sentence.text) if asking else None
    if not asking or not name or name.start() < asking.end():
        return None
    for word in _WORD.finditer(sentence.text, name.start()):
        who, end, sure = names.several(sentence.text, word.start())
        if who and sure and who[0].kind != "speaker" and not sentence.text[end:].strip(" .!?"):
            return Head(who, "asked", at, asking.end(), until=word.start())
    return None


def _link(kind: str) -> Link:
    links: dict[str, Link] = {"can": "can", "off": "can", "now": "now", "wenow": "now", "agreed": "agreed"}
    links |= {"needs": "needs", "weneed": "needs"}
    return links.get(kind, "will")


def _named(sentence: Sentence, at: int, names: Names) -> Head | None:
    text, plain = sentence.text, sentence.plain
    asking = _ASKING.match(plain, at)
    begin = asking.end() if asking else at
    begin = our.end() if (our := _OUR.match(text, begin)) else begin
    who, end, sure = names.several(text[begin : begin + _LONG], 0, unknown=_UNKNOWN)
    end += begin
    if not who and (theirs := _THEIRS.match(text, begin)):
        who, end, sure = (Named("name", theirs[0]),), theirs.end(), False
    if not who and (organisation := re.compile(rf"(?:{ORGANISATION})(?=\s)").match(text, begin)):
        who, end, sure = (Named("name", organisation[0]),), organisation.end(), False
    if not sure and len(who) == 1 and _NO_NAME.fullmatch(who[0].words):
        return None
    if who and text[:end].endswith((" I", ", I")) and " and I" not in text[begin:end] and end - begin > 1:
        # "Tomorrow I will …", "Tom, I will …": the speaker alone; "I" is found in its own place.
        return None
    unsure = not sure and not plain[end:].startswith(" please ")
    alone = who == (Named("speaker", text[begin:end]),) and plain[begin:end] == "i"
    if not who or alone or (asking and (unsure or who[0].kind == "speaker")):
        return None
    if asking:
        link = _ASKED.match(plain, end)
        return Head(who, "asked", at, link.end(), sure) if link else None
    if described := _FROM.match(plain, end):
        end = described.end()
    agreed = plain[:at].endswith(("agreed ", "agreed that ", "decided that "))
    links = (("will", _AGREED_WOULD), *_LINKS) if agreed else _LINKS
    # What others say that they will do is hearsay.
    hearsay = not sure and not _THEIRS.match(text, begin)
    found = ((kind, pattern.match(plain, end)) for kind, pattern in links if kind != "said" or not hearsay)
    return next((Head(who, kind, at, link.end(), sure) for kind, link in found if link), None)


@lru_cache(maxsize=64)
def breaks(plain: str) -> list[int]:
    """Give the places where a new thought may begin, in order."""
    return sorted({match.end() for match in _BREAK.finditer(plain)})
