"""Adds an idea without a name, in private: its raiser can be told and asked back, and nobody can tell who it is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.command import Command, Request, words_of
from bot.domain.chat import About, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Idea
from bot.grammar import number
from bot.listing import idea_line
from bot.quota import of_one_person
from bot.unnamed import said_openly
from bot.words import say

EXAMPLE = "/anon a bench at the bus stop"
_TAKE_BACK = re.compile(r"\s*(?:take\s+(?:it\s+)?back|withdraw|undo)[\s.!]*\Z", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/anon TEXT` adds it, `/anon 12 TEXT` says more of one's own, `/anon 12 take back`; a bare one lists them.

    The person who asks is the true one; whatever is written is by a stand-in. Only `bot/unnamed.py` calls it in
    private, where nothing of the call is kept.
    """
    if not request.incoming.private or request.incoming.sender is not None:
        raise said_openly()
    own = _own_ideas(request)
    if not request.rest.strip():
        return _shown(own, request.today)
    of_one_person(request.store, request.group.id, [idea.raiser for idea in own], request.at)
    found = number(request.rest)
    if found is None:
        return _log(request)
    n, words = found
    idea = next((idea for idea in own if idea.number == n), None)
    if idea is None:
        raise UserError(
            "Idea {n} is not one of yours without a name. Nothing is saved.",
            "To add a new idea, begin with a word and not with a number.",
            n=n,
        )
    request = replace(request, person=idea.raiser)
    if _TAKE_BACK.match(words):
        return _taken_back(request, idea)
    return _more(request, idea, words_of(words, f"/anon {n} the one by the church"))


def _log(request: Request) -> Reply:
    """Add it as any idea is added, by a stand-in; and keep the one link, sealed."""
    where = request.incoming
    origin = f"{where.platform}:{where.tenant}:{where.id}"
    standing_in = replace(
        request, person=request.store.unnamed.stand_in(), incoming=replace(where, chat="unnamed", message=origin)
    )
    [said] = standing_in.by("idea", request.rest)
    assert said.about  # noqa: S101 - words that are no number are a new idea
    request.store.unnamed.keep(request.group.id, said.about.number, request.person.id)
    return Reply(
        (
            say("Thank you. Your idea is on the list, without your name."),
            *said.lines[1:],
            say("Nobody in the group can see that it is yours."),
            _may_guess(),
            say("To say more without your name, type /anon {n} and then your words.", n=said.about.number),
        )
    )


def _more(request: Request, idea: Idea, words: str) -> list[Reply]:
    about = About("idea", idea.number)
    request.note(about, "comment", words)
    change = request.change(about, "commented")
    news: tuple[Line, ...] = (
        say("Whoever raised idea {n} says:", n=idea.number),
        say("{text}", text=Quote(words)),
    )
    return [
        Reply((say("Thank you. I have told the group, without your name."),)),
        Reply(news, to="group", key=f"unnamed:idea {idea.number}:change {change}", about=about),
    ]


def _taken_back(request: Request, idea: Idea) -> list[Reply]:
    raised = next(c for c in request.store.history.of(request.group.id, "idea", idea.number) if c.what == "raised")
    take_back = request.commands.undo_of("raised")
    if idea.state != "open" or take_back is None:
        raise UserError("Idea {n} can't be taken back now. Nothing has changed.", n=idea.number)
    told = take_back(request, raised)
    request.change(About("idea", idea.number), "undone", old="raised")
    return [Reply((say("Thank you. Your idea is taken back, without your name."),)), *told]


def _own_ideas(request: Request) -> list[Idea]:
    numbers = request.store.unnamed.of(request.group.id, request.person.id)
    return request.store.ideas.these(request.group.id, numbers)


def _shown(ideas: Sequence[Idea], today: date) -> Reply:
    how = (
        say("To add an idea without your name, write to me here, like this:"),
        say("{example}", example=Quote(EXAMPLE)),
        say("I tell you here of its answer. Nobody in the group can see that it is yours."),
        _may_guess(),
    )
    if not ideas:
        return Reply(how)
    return Reply((say("Your ideas without a name:"), *(idea_line(idea, today) for idea in ideas), *how))


def _may_guess() -> Line:
    """What no seal can help against."""
    return say("If few of you write to me in private, others may guess.")


COMMAND = Command(
    "anon",
    run,
    "Add an idea without your name, in private.",
    EXAMPLE,
    aliases=("anonymous",),
    unnamed=lambda _: True,
)
