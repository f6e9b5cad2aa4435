"""Gives a file to whoever asked for it, in private, so that the chat stays short and what is theirs stays theirs."""

from collections.abc import Sequence
from typing import Literal

from bot.command import Request
from bot.domain.chat import Document, Line, Person, Quote, Reply
from bot.words import say


def closed(request: Request, command: str) -> Reply | None:
    """What is said instead, to somebody who can't be written to in private so far. `command`: what to type there."""
    if request.incoming.private or request.store.people.private(request.person.id) == "open":
        return None
    lines = (
        say("I give files in private, so that the chat stays short."),
        say("{who}, please open a chat with me and press Start.", who=request.person),
        say("Then type {command} there.", command=Quote(command)),
    )
    return Reply(lines, open_dm=request.person)


def given(request: Request, lines: Sequence[Line], files: Sequence[Document]) -> list[Reply]:
    """The files in private, with what is to be said of the first; in a group, also where they are."""
    private = request.incoming.private
    to: Literal["here"] | Person = "here" if private else request.person
    replies = [
        Reply(tuple(lines) if n == 0 and lines else (say("This file goes with it."),), to=to, file=file)
        for n, file in enumerate(files)
    ]
    if private:
        return replies
    here = (
        say("{who}, it comes to you in private.", who=request.person),
        say("If it does not, please open a chat with me and press Start."),
    )
    return [*replies, Reply(here)]
