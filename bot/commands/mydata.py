"""Gives whoever asks all that is kept of them, over all their groups, as one file in private (DOMAIN 5g)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby

from bot.command import Command, Request
from bot.domain.chat import About, Document, Reply
from bot.domain.traces import Fact
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/mydata`; that they got it, and when, is kept in the history of each of their groups."""
    private, me = request.incoming.private, request.person
    if not private and request.store.people.private(me.id) != "open":
        lines = (
            say("I give files in private, so that nobody else sees them."),
            say("{who}, please open a chat with me and press Start.", who=me),
            say("Then type /mydata there."),
        )
        return Reply(lines, open_dm=me)
    groups = request.store.people.groups_of(me.id)
    request.store.groups.hold(groups)
    kept = request.store.mydata.of(me.id)
    for group in groups:
        in_it = replace(request, group=request.store.groups.get(group))
        in_it.change(About("person", me.id), "exported", new="own data")
    file = Document(f"my-data-{request.today.isoformat()}.txt", "text/plain", "\n".join(_text(request, kept)) + "\n")
    given = (
        say("Here is all I keep of you, {who}.", who=me),
        say("It is for you alone. I have noted that you asked for it."),
        say("To have me forget you, type /forgetme."),
    )
    said = [Reply(given, to="here" if private else me, file=file)]
    if not private:
        said.append(Reply((say("{who}, it comes to you in private.", who=me),)))
    return said


def _text(request: Request, kept: Sequence[Fact]) -> Iterator[str]:
    yield f"All that is kept of {request.person.name}"
    yield f"Made on {request.today.isoformat()}. Times are UTC."
    # Which ones they are stands nowhere in the clear, and so not in a file that waits to be sent.
    yield "Ideas that you added without your name are not in this file. To see them, type /anon in private."
    for title, things in groupby(kept, key=lambda one: one.title):
        yield from ("", title)
        for one in things:
            facts = "; ".join(f"{name.replace('_', ' ')}: {_word(value)}" for name, value in one.facts.items())
            yield f"- {one.group}: {facts}" if one.group and facts else f"- {facts or one.group}"


def _word(value: object) -> str:
    """A fact as it can be read: a text that was said is its words alone."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list) and value and all(isinstance(span, list) and isinstance(span[0], str) for span in value):
        return "".join(span[0] for span in value).replace("\n", " / ")
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


COMMAND = Command(
    "mydata",
    run,
    "Get all I keep of you.",
    "/mydata",
    personal=True,
    phrases=("show/send/download my data/information", "a/ copy of my data/information"),
)
