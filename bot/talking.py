"""What is kept beside an answer: if they talked with the one who raised the idea, and where it was decided."""

from dataclasses import replace

from bot.command import Request
from bot.domain.chat import About, Ask, Button, Reply
from bot.domain.decided import DECIDED, read_where
from bot.domain.things import Answer, Idea
from bot.words import say


def ask_if_talked(request: Request, idea: Idea, answer: Answer, said: Reply) -> Reply:
    """The reply, with the question (seed 000) if it is the first no to it. Not about themselves.

    A no is not held up by it: it can be looked at again, and a no that nobody hears of helps no one.
    """
    group, me = request.group.id, request.person.id
    noes = [c for c in request.store.history.of(group, "idea", idea.number) if (c.what, c.new) == ("answered", "no")]
    here = {person.id for person in request.store.people.of_group(group)}
    if answer.decision != "no" or len(noes) > 1 or idea.raiser.id not in here or idea.raiser.id == me:
        return said
    asked = say(
        "{who}, did you talk to {raiser} about idea {n}? Reply yes or no.",
        who=request.person,
        raiser=idea.raiser,
        n=idea.number,
    )
    buttons = (Button("Yes", f"/talked {idea.number} yes"), Button("No", f"/talked {idea.number} no"))
    ask = Ask(f"/talked {idea.number} {{}}", request.person)
    return replace(said, lines=(*said.lines, asked), ask=ask, buttons=(*said.buttons, *buttons))


def keep_where(request: Request, about: About, reason: str) -> None:
    """Where it was decided, if the reason says so; before the answer's own line, so that /undo finds that one last."""
    if where := read_where(reason):
        request.change(about, DECIDED, new=where)
