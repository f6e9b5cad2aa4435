"""Explains a hard word in plain ones: the group's own meaning first, and anybody can add one (seed 000, S0.14)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.chat import About, Button, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.meanings import Meaning, key_of, read_forget, read_meaning
from bot.domain.movement import standing
from bot.domain.things import Change
from bot.glossary import every, meaning_of, near
from bot.words import say

LONGEST = 60

# "What does RAG mean?" Of what is no word alone, like "what do you mean by that", nothing is read.
_ASKED = re.compile(
    r"(?:(?:hi|hello|hey|so|please|ok|sorry)\W+)*what(?:\s+does|\s+do|['’]?s|\s+is)?\s+(?:the\s+|the\s+word\s+)?"
    r"(?P<word>(?!(?:you|we|they|he|she|it|that|this|i|does|do|is)\b)[^\n]{2,40}?)\s+(?:means?|stands?\s+for)[\s?.!]*",
    re.IGNORECASE,
)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/explain RAG`, `/explain RAG means red, amber and green`, `/explain forget RAG`, `/explain`."""
    if not request.rest.strip():
        return _list(request)
    own = {meaning.word: meaning for meaning in request.store.meanings.all(request.group.id)}
    forget = read_forget(request.rest)
    if forget and (kept := own.get(key_of(forget))):
        return _forget(request, kept)
    if told_us := read_meaning(request.rest):
        return _keep(request, *told_us)
    return _show(request, own)


def _show(request: Request, own: dict[str, Meaning]) -> Reply:
    asked = request.rest.strip().strip("?.! ")
    if meaning := own.get(key_of(asked)):
        return Reply(
            (
                say("In this group, {word} means this:", word=Quote(meaning.said)),
                say("{text}", text=Quote(meaning.meaning, full=True)),
                say("{who} said so on {day}.", who=meaning.by, day=request.calendar.local_day(meaning.at)),
            )
        )
    if line := meaning_of(asked):
        return Reply((say("What {word} means:", word=Quote(asked)), line))
    like = near(asked, [meaning.said for meaning in own.values()])
    if like:
        raise UserError(
            "I do not know {word}. Do you mean {like}?",
            "To see it, type {command}.",
            word=Quote(asked),
            like=Quote(like),
            command=Quote(f"/explain {like}"),
            buttons=(Button("{word}", f"/explain {like}", {"word": Quote(like)}),),
        )
    raise UserError(
        "Sorry, I do not know {word}. Can somebody here explain it?",
        "Say it like this: {example}",
        word=Quote(asked),
        example=Quote(f"/explain {asked[:LONGEST]} means …"),
    )


def _keep(request: Request, word: str, meaning: str) -> Sequence[Reply]:
    said = words_of(word, "/explain RAG means red, amber and green")[:LONGEST]
    kept = words_of(meaning, f"/explain {said} means red, amber and green")
    key = key_of(said)
    if not key:
        raise UserError("Which word do you mean? I have not saved it.", "Like this: /explain RAG means red or green.")
    request.store.meanings.keep(request.group.id, Meaning(key, said, kept, request.person, request.at))
    change = request.change(About("words", 0), "explained", new=said, why=kept)
    lines = (
        say("Thank you, {who}. In this group, {word} means this:", who=request.person, word=Quote(said)),
        say("{text}", text=Quote(kept)),
    )
    return told(request, Reply(lines), f"explained:change {change}")


def _forget(request: Request, kept: Meaning) -> Sequence[Reply]:
    request.store.meanings.forget(request.group.id, kept.word)
    change = request.change(About("words", 0), "explained no more", new=kept.said)
    line = say("The meaning of {word} is off the list, {who}.", word=Quote(kept.said), who=request.person)
    return told(request, Reply((line,)), f"explained:change {change}")


def _list(request: Request) -> Reply:
    own = [meaning.said for meaning in request.store.meanings.all(request.group.id)]
    lines = [say("I can explain hard words. Type it like this: /explain RAG.")]
    if own:
        lines.append(say("This group's own words: {words}", words=Quote(", ".join(own), full=True)))
    lines.append(say("Words that I know: {words}", words=Quote(", ".join(every()), full=True)))
    return Reply((*lines, say("To add your own, type it like this: /explain RAG means red or green.")))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    """What the word meant before, by the lines that stand; nothing, if nobody had explained it."""
    group, key = request.group.id, key_of(change.new or "")
    lines = standing(request.store.history.of(group, "words", 0))
    before = [c for c in lines if c.number < change.number and key_of(c.new or "") == key]
    last = before[-1] if before else None
    if last and last.what == "explained" and last.by:
        request.store.meanings.keep(group, Meaning(key, last.new or "", last.why or "", last.by, last.at))
    else:
        request.store.meanings.forget(group, key)
    line = say("That is taken back, {who}.", who=request.person)
    return told(request, Reply((line,)), f"undone:words:change {change.number}")


def _reads(text: str, about: About) -> str | None:  # noqa: ARG001 - a reader's shape
    """Read "what does RAG mean?", whatever was spoken of last."""
    asked = _ASKED.fullmatch(text.strip())
    return asked["word"] if asked else None


COMMAND = Command(
    "explain",
    run,
    "See what a hard word means, or say it.",
    "/explain RAG",
    undoes={"explained": _undo, "explained no more": _undo},
    reads=_reads,
    turn=8,
)
