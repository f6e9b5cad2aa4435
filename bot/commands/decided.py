"""Says where an answer was decided: in the group, by the manager, or elsewhere; nobody has to (seeds 001 and 003)."""

from bot.command import Command, Request
from bot.domain.chat import About, Ask, Button, Reply
from bot.domain.decided import DECIDED, WHERES, typed_where
from bot.domain.errors import UserError
from bot.words import say


def run(request: Request) -> Reply:
    """`/decided 12 in the group`."""
    idea, words = request.idea()
    about = About("idea", idea.number)
    request = request.within(about)
    if not request.may("answer"):
        raise UserError("I ask that of those who answer ideas. Nothing has changed.")
    if idea.answer is None:
        raise UserError("Idea {n} has no answer yet. Nothing has changed.", n=idea.number)
    where = typed_where(words)
    if where is None:
        raise UserError(
            "Where was idea {n} decided? Reply: in the group, by the manager, or elsewhere.",
            n=idea.number,
            ask=Ask(f"/decided {idea.number} {{}}", request.person),
            buttons=tuple(Button(place.capitalize(), f"/decided {idea.number} {place}") for place in WHERES),
        )
    request.change(about, DECIDED, new=where)
    keys = {
        "in the group": "Thank you, {who}. Idea {n} was decided in the group.",
        "by the manager": "Thank you, {who}. Idea {n} was decided by the manager.",
        "elsewhere": "Thank you, {who}. Idea {n} was decided elsewhere.",
    }
    return Reply((say(keys[where], who=request.person, n=idea.number),), about=about)


COMMAND = Command("decided", run, "Say where an answer was decided.", "/decided 12 in the group")
