"""Reads the actions out of what a label is about: who, what and by when, also of several in one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.domain.owners import LOOKS_LIKE_A_NAME, ORGANISATION, Named, Names, read_owners
from bot.domain.whens import read_whens
from bot.listen.heads import Head, heads
from bot.listen.labels import DASH, FIELD, INLINE, NOTHING, SHARED
from bot.listen.sentence import Task, known, mentioned, neat, noticed_action
from bot.listen.sentences import Sentence, plainly, sentences
from bot.listen.talk import Noticed, Talk
from bot.listen.verbs import being, starts_work

_FIRST = re.compile(r"\A\s*\(?(?:1|a|i)[.)]\s+", re.IGNORECASE)
_CUT = re.compile(r"[\s.,;]+\(?(?:\d{1,2}|[b-hB-H]|i{2,3})[.)]\s+|\s*[,;]\s*(?:and\s+|then\s+)?|\s+and\s+|\.\s+")
_TO = re.compile(r"(?:\s+(?:to|will|i|is to|are to)|['’]ll|['’]s to)\s+[a-z]")
_TELLS_WHO = re.compile(r"\s*(?::|[-–—]+\s)\s*(?=\w)")
_AFTER_WHO = re.compile(rf"\s*[\])]\s*|\.\s+(?=\w)|{DASH.pattern}")
_THEN = re.compile(r"\s*,?\s+(?:i\s+)?")
_DOES = re.compile(r"\A([a-z]{3,}?)(?:(?<=sh|ch|ss)es|s)(?= )")
_OWNER = re.compile(r"[,.;]\s+(?:owner|owned by|lead|who)\s*:?\s+(?=\w)", re.IGNORECASE)
_ONLY_A_NAME = re.compile(rf"\.\s+(?={LOOKS_LIKE_A_NAME}\Z)")


@dataclass(frozen=True, slots=True)
class Body:
    """The words of something to do, where they stand, whose it is, whether a tag says so, or a label for several."""

    words: str
    at: int
    people: tuple[Named, ...] = ()
    tagged: bool = False
    several: bool = False


def tasks(talk: Talk, names: Names, body: Body) -> Iterator[Noticed]:
    """Give the actions in what a label is about: one, or several where each says who."""
    words = FIELD.sub(_inline, INLINE.sub("\n", _apart(body.words, names))).rstrip(" \t)]")
    if NOTHING.match(words):
        return
    both = SHARED.search(words)
    shared = read_whens(words[both.end() :], talk.today, working=talk.working) if both else None
    for part in _of_one(words, body) if body.people else _parts(SHARED.sub(" ", words), names):
        task = _task(talk, part.strip(), names, body.people)
        if shared and shared.finish and not task.whens.finish:
            task = replace(task, whens=replace(task.whens, finish=shared.finish, phrase=shared.phrase))
        work = task.who or task.whens.finish or body.tagged or starts_work(plainly(task.what))
        if work and task.what:
            yield noticed_action(talk, task, part.strip(), 1.0, explicit=True)


def _apart(words: str, names: Names) -> str:
    """The cells of a row, with dashes between them. A bar in the name of somebody pointed at is no end of a cell."""
    bars = re.compile("|".join((*map(re.escape, names.mentions), r"(?P<bar> \| )")))
    return bars.sub(lambda found: " - " if found["bar"] else found[0], words)


def _of_one(words: str, body: Body) -> list[str]:
    """Cut "ring the depot by Friday, email the council" of "Tom's actions:" where each begins with work."""
    parts = re.split(r"\s*[,;]\s*(?:and\s+)?|\s+(?=\d[.)]\s)", words)
    return parts if body.several and all(starts_work(plainly(_FIRST.sub("", part))) for part in parts) else [words]


def _inline(match: re.Match[str]) -> str:
    """A line "Who: Tom" or "By: Friday" under an action, as part of it."""
    return f". Who: {match['words']}" if match["who"] else f" by {match['words']}"


def _task(talk: Talk, text: str, names: Names, people: tuple[Named, ...]) -> Task:
    text = re.sub(r"[–—]+", " – ", text)
    whens = read_whens(text, talk.today, working=talk.working)
    if people:
        return Task(people, neat(re.sub(r"\A\s*to\s+", "", whens.rest)), whens)
    rest = _tidied(whens.rest)
    start = rest.rfind(", ") + 2
    last, stop, certain = names.several(rest, start) if start > 1 else ((), 0, False)
    if last and certain and stop == len(rest) and starts_work(plainly(rest)):
        return Task(last, neat(rest[: start - 2]), whens)
    who, end, sure = names.several(rest, 0, unknown=rf"{ORGANISATION}\b|{LOOKS_LIKE_A_NAME}")
    joint = _AFTER_WHO.match(rest, end) if who else None
    if joint and (sure or starts_work(plainly(rest[joint.end() :]))):
        return Task(who, neat(rest[joint.end() :]), whens)
    if who and (sure or not starts_work(plainly(rest))):
        # "Tom ring the depot", as minutes say it; in Welsh "Tom i ffonio'r depo".
        verb = _THEN.match(rest, end)
        what = _DOES.sub(r"\1", rest[verb.end() :]) if verb else ""
        if base := being(plainly(what)):
            what = base[0] + what[base[1] :]
        if what and starts_work(plainly(what)):
            return Task(who, neat(what), whens)
    owned = read_owners(rest, known(talk), mentioned(talk))
    if not owned.who and (head := _head(rest, names)):
        return Task(head.who, neat(rest[head.end :]), whens)
    return Task(owned.who, neat(owned.what), whens)


def _tidied(text: str) -> str:
    """The words once their day was taken out: with its bracket closed again, and the owner told by one sign."""
    text = re.sub(
        r"\A\s*(?:to|can someone|could someone|someone to|somebody to)\s+(?=[a-z])", "", text, flags=re.IGNORECASE
    )
    text = text.rstrip(" ,;.–—-")
    text = re.sub(r"\s*\(\s*\)", "", text)
    if text.count("(") > text.count(")"):
        text += ")"
    return _ONLY_A_NAME.sub(" - ", _OWNER.sub(". Who: ", text))


def _parts(body: str, names: Names) -> list[str]:
    """Cut "Kath to ring the paper, Gwen to write to them" where each says who and what."""
    body = _FIRST.sub("", body)
    if not says_who(body, 0, names):
        return [body]
    parts, start = [], 0
    for joint in _CUT.finditer(body):
        if says_who(body[: joint.start()], start, names) and says_who(body, joint.end(), names):
            parts.append(body[start : joint.start()])
            start = joint.end()
    return [*parts, body[start:]]


def says_head(body: str, names: Names) -> bool:
    """Does it begin with somebody who will do it: "I'll …", "Pat has agreed to …"?"""
    return _head(body, names) is not None


def _head(body: str, names: Names) -> Head | None:
    found = heads(next(iter(sentences(body)), Sentence("", "", "")), names)
    return found[0] if found and found[0].start == 0 else None


def says_who(body: str, at: int, names: Names) -> bool:
    """Does it say at a place who is to do something: "Tom to …", "Amy: …"?"""
    who, end, sure = names.several(body[at : at + 200], 0, unknown=LOOKS_LIKE_A_NAME)
    told = _TO.match(body, at + end) or _TELLS_WHO.match(body, at + end)
    return bool(who) and (bool(told) or (sure and starts_work(plainly(body[at + end :]).lstrip())))
