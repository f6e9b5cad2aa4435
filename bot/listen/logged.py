"""Notices what is said to be logged: "ACTION – Pat to …", "#action …", "Actions:" over a list, "My idea is to …"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from bot.domain.owners import LOOKS_LIKE_A_NAME, Named, Names, read_names
from bot.domain.whens import read_whens
from bot.listen.labels import (
    ACTION,
    AMONG,
    ASKS_TO_LOG,
    BULLET,
    EVERYBODY,
    FIELD,
    GIVEN,
    HEADING,
    IDEA,
    LISTED,
    NOTHING,
    OPINION,
    OWN_IDEA,
    THING,
    each_of,
    marked,
    places,
    says_action,
)
from bot.listen.numbered import only_number
from bot.listen.sentence import known, mentioned
from bot.listen.sentences import own, plainly
from bot.listen.talk import Noticed, Talk
from bot.listen.tasks import Body, says_head, says_who, tasks
from bot.listen.verbs import being, starts_work
from bot.listen.verdicts import decides

_SHORTEST = 5
_FURTHEST = 300
_FIRST_WORD = re.compile(r"(?:(?:so|ok|and|also|another|new|one)\s+)*(?:idea|suggestion)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something said to be logged: what was noticed, and from where to where in the speaker's own words."""

    noticed: Noticed
    start: int
    end: int


def logged(talk: Talk, names: Names) -> list[Entry]:
    """Give what is said to be logged, in order."""
    text = own(talk.text)
    return [*_under_headings(talk, text, names), *_labelled(talk, text, names)]


def _under_headings(talk: Talk, text: str, names: Names) -> Iterator[Entry]:
    """Give the points of a list that stands under "Actions:" or "Ideas:"."""
    at, kind, colon = 0, "", False
    for line in text.split("\n"):
        heading = HEADING.match(line)
        bullet = BULLET.match(line)
        labelled = ACTION.match(plainly(line)) if bullet else None
        if heading:
            kind = "idea" if heading["kind"][0] in "iIsS" else "action"
            colon = ":" in line or "#" in line
        elif kind and line.strip() and (bullet or kind == "action" or colon):
            start = bullet.end() if bullet else 0
            found = () if labelled else tuple(_entries(talk, kind, line[start:], names, at + start))
            if not found and not bullet:
                kind = ""
            yield from found
        elif line.strip():
            kind = ""
        at += len(line) + 1


def _labelled(talk: Talk, text: str, names: Names) -> Iterator[Entry]:
    plain = plainly(text)
    patterns = ((ACTION, "action"), (IDEA, "idea"), (LISTED, "listed"), (AMONG, "among"))
    at = places(plain)
    given = GIVEN.finditer(plain) if "action" in plain else ()
    found = sorted(
        [
            *((m, kind) for pattern, kind in patterns for m in marked(pattern, plain, at)),
            *((m, "given") for m in given),
        ],
        key=lambda pair: pair[0].start(),
    )
    for (match, kind), after in zip_longest(found, [one.start() for one, _ in found[1:]]):
        label = _Label(talk, text, plain, names, match, _end(text, match, kind, after))
        for entry in _READS[kind](label):
            # With the label, which says nothing else.
            yield replace(entry, start=min(entry.start, match.start()), end=min(entry.end, max(label.end, match.end())))


def _end(text: str, match: re.Match[str], kind: str, after: int | None) -> int:
    """Where the words of a label end: with its line, and the lines of fields under it, or before the next label."""
    end = at if (at := text.find("\n", match.end())) >= 0 else len(text)
    while kind == "action" and (field := FIELD.match(text, end)):
        end = field.end()
    return max(min(end, after if after is not None else end), match.end())


@dataclass(frozen=True, slots=True)
class _Label:
    """A label, where it was found, and where its words end."""

    talk: Talk
    text: str
    plain: str
    names: Names
    match: re.Match[str]
    end: int

    @property
    def body(self) -> str:
        return self.text[self.match.end() : self.end]

    @property
    def loud(self) -> bool:
        return self.text[self.match.start() : self.match.end()].strip().isupper()

    def part(self, name: str) -> str:
        """What one part of the label says, as typed; "" if it is not there."""
        return self.text[self.match.start(name) : self.match.end(name)] if self.match[name] else ""

    def entries(self, words: str, at: int, *, idea: bool = True) -> Iterator[Entry]:
        """The words as something to do, if they are that, else as an idea."""
        if says_who(words, 0, self.names) or starts_work(plainly(words)) or says_head(words, self.names):
            yield from _tasks(self.talk, self.names, Body(words, at))
        elif idea:
            yield from _idea(words, "", at)


def _read_action(label: _Label) -> Iterator[Entry]:
    match, body = label.match, label.body
    if match["spaced"]:
        everybody = EVERYBODY.match(label.plain, match.end())
        if not everybody and not label.names.several(label.text, match.end(), unknown=LOOKS_LIKE_A_NAME)[0]:
            return
        body = body[everybody.end() - match.end() :] if everybody else body
    if match["weak"]:
        meant = ASKS_TO_LOG.search(match[0]) or label.loud or not label.plain[: match.start()].strip()
        if not meant or not says_who(body, 0, label.names):
            return
    if not _is_old(label, "action"):
        yield from _tasks(label.talk, label.names, _body(label, body))


def _read_idea(label: _Label) -> Iterator[Entry]:
    if not _is_old(label, "idea") and _is_own(label):
        for words, at in each_of(label.body, several="s" in label.match[0].rstrip(" :-–—")[-1:]):
            said, number = words.strip() or _before(label), only_number(label.plain, label.match[0])
            yield from _idea(said, _whose(label), label.match.end() + at, number)


def _read_listed(label: _Label) -> Iterator[Entry]:
    match, body = label.match, label.body
    if match["ruled"] is not None and label.talk.about:
        # "Agreed: …" in reply to an idea is the answer to it.
        return iter(())
    if re.search(r"\b(?:idea|suggestion)\b(?!s)", match[0]):
        return _idea(body, "", match.end())
    if "action" in match[0] and (match["as"] is not None or match["list"] is not None):
        return _tasks(label.talk, label.names, Body(body, match.end(), tagged=True))
    plainly_so = re.search(r"\blog\b", match[0]) and not re.match(r"\W*\d|.{0,20}\bh(?:ou)?rs?\b", body)
    meant = bool(plainly_so) or any(match[name] is not None for name in ("list", "listed", "as"))
    return label.entries(body, match.end(), idea=meant)


def _read_among(label: _Label) -> Iterator[Entry]:
    """What is said to be logged in the midst of a sentence: "put a quiet room on the list"."""
    return label.entries(label.part("what"), label.match.start("what"))


def _read_given(label: _Label) -> Iterator[Entry]:
    """What somebody is given to do: "give Tom an action to …", "my action is to …"."""
    body = re.split(r"[.!?]+(?:\s|\Z)", label.body, maxsplit=1)[0]
    if label.match["that"]:
        yield from _tasks(label.talk, label.names, Body(body, label.match.end()))
        return
    named = next(filter(None, map(label.part, ("given", "their", "for"))), "")
    who = label.names.several(named, 0, unknown=LOOKS_LIKE_A_NAME)[0] if named else (Named("speaker", "I"),)
    base = being(plainly(body))
    if who and (base or starts_work(plainly(body))):
        what = f"{base[0]}{body[base[1] :]}" if base else body
        yield from _tasks(label.talk, label.names, Body(what, label.match.end(), who))


_READS: dict[str, Callable[[_Label], Iterator[Entry]]] = {
    "action": _read_action,
    "idea": _read_idea,
    "listed": _read_listed,
    "given": _read_given,
    "among": _read_among,
}


def _tasks(talk: Talk, names: Names, body: Body) -> Iterator[Entry]:
    return (Entry(one, body.at, body.at + len(body.words)) for one in tasks(talk, names, body))


def _is_old(label: _Label, kind: str) -> bool:
    """Is it of an idea or action that has this number already: "Idea 12: no, …", "Action 5: finished that"?"""
    if not re.search(r"\d", label.match[0]):
        return False
    if kind == "idea":
        return decides(label.body)
    body = label.body.strip()
    named = label.names.several(body, 0, unknown=LOOKS_LIKE_A_NAME)[0]
    return not (named or starts_work(plainly(body)) or says_head(body, label.names))


def _before(label: _Label) -> str:
    """What the line says before a label, if not too far before it."""
    return label.text[_since(label) : label.match.start()]


def _since(label: _Label) -> int:
    start = label.match.start()
    return max(label.text.rfind("\n", max(0, start - _FURTHEST), start) + 1, start - _FURTHEST, 0)


def _is_own(label: _Label) -> bool:
    """Tell "my idea is a …" from "the idea is a good one". A comma is enough after "can you log an idea"."""
    match, plain = label.match, label.plain
    if match["weak"] and not ASKS_TO_LOG.search(match[0]):
        # "Idea, a swap shop": only as the first word of all.
        return bool(_FIRST_WORD.fullmatch(match[0].strip(" ,."))) and not plain[: match.start()].strip()
    if match["loud"]:
        # "IDEA lower the counter", or "idea a bench at the stop" where "/idea" was meant.
        meant = THING.match(plain, match.end()) or ASKS_TO_LOG.search(match[0])
        return label.loud or (not plain[: match.start()].strip() and bool(meant))
    if match["of"] and not re.search(r"\bto\s+\Z|[:–—-]\s*\Z", match[0]):
        return False
    return not OPINION.search(match[0]) or bool(OWN_IDEA.search(match[0]))


def _whose(label: _Label) -> str:
    """What stands before the words of an idea and belongs to it: "for the summer: ", "from Gwen: "."""
    if somebody := label.part("behalf").strip() or label.part("of"):
        return f"from {somebody}: "
    about = label.part("from").strip().removeprefix("(").removesuffix(")")
    return f"{about}: " if about else ""


def _idea(body: str, whose: str, at: int, number: int | None = None) -> Iterator[Entry]:
    words = body.strip(" \t-–—:*([")
    if not NOTHING.match(body) and len(words) >= _SHORTEST:
        one = Noticed("idea", 1.0, words, f"/idea {whose}{words}", explicit=True, number=number)
        yield Entry(one, at, at + len(body))


def _body(label: _Label, body: str) -> Body:
    """What a label is about; it may also stand after it, or after who is to do it."""
    talk, names, match = label.talk, label.names, label.match
    before, tagged = _before(label).strip(" \t-–—([,:"), bool(match["tag"])
    start = _since(label)
    if says_action(plainly(before)):
        before = ""
    if tagged and not body.strip():
        return Body(before, start, (), tagged)
    whose = label.part("for") or label.part("with") or label.part("on")
    if by := re.search(r",? (?=by |due )", whose or ""):
        whose, body = whose[: by.start()], f"{body.strip()} {whose[by.end() :]}"
    if whose and _is_day(talk, whose):
        return Body(f"{body.strip()} by {whose}", match.end(), (), tagged)
    people = read_names(whose, known(talk), mentioned(talk)) if whose else ()
    if whose and not people:
        # "Action for Dev from this morning's call"
        who, end, _ = names.several(whose, 0, unknown=LOOKS_LIKE_A_NAME)
        people = who if re.match(r"\s+(?:from|after|of|at)\b", whose[end:]) else ()
    if of := label.part("of"):
        people = names.several(of, 0, unknown=LOOKS_LIKE_A_NAME)[0]
    if before and not people:
        after = body.strip(" \t)]")
        who, end, sure = names.several(after, 0, unknown=LOOKS_LIKE_A_NAME)
        left = after[end:].strip(" ,")
        if who and not read_whens(left, talk.today, working=talk.working).rest.strip(" .") and " " in before:
            # "Write to the council – ACTION: Pat, by Friday": the label follows what is to be done.
            return Body(f"{before} {left}".strip(), start, who, tagged)
        who, end, sure = names.several(before, 0)
        people = who if sure and end == len(before) else ()
    if not people and re.search(r"\bmy\b", match[0]) and not says_who(body, 0, names):
        people = (Named("speaker", "I"),)
    several = re.search(r"\b(?:actions|tasks|jobs|points|items|steps)\b", match[0]) is not None
    return Body(body, match.end(), people, tagged, several)


def _is_day(talk: Talk, text: str) -> bool:
    whens = read_whens(f"by {text.removeprefix('by ')}", talk.today, working=talk.working)
    return whens.finish is not None and not whens.rest.strip(" .,")


def _entries(talk: Talk, kind: str, body: str, names: Names, at: int) -> Iterator[Entry]:
    return _tasks(talk, names, Body(body, at)) if kind == "action" else _idea(body, "", at)
