"""Takes the answers to a new group's three questions, one after the other; each can be skipped."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import Line, Reply
from bot.domain.errors import UserError
from bot.naming import name
from bot.nation import keep_nation
from bot.setup import ask_facilitator, ask_manager, ask_nation
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/setup` asks again; `/setup nation wales`, `/setup facilitator @ruth`, `/setup manager skip`."""
    question, _, answer = request.rest.strip().partition(" ")
    skipped = answer.strip().casefold().strip(".\"'") in ("skip", "")
    match question.casefold():
        case "nation":
            said: tuple[Line, ...] = () if skipped else keep_nation(request, answer)
            return ask_facilitator(*said)
        case "facilitator":
            return [*([] if skipped else [name(request, "facilitator", answer)]), ask_manager()]
        case "manager":
            named = [] if skipped else [name(request, "manager", answer)]
            done = say("That is all. Thank you. To see what I can do, type /help.")
            return [*named, Reply((*_nobody(request), done, *_later(request)))]
        case "":
            return ask_nation()
    raise UserError("Sorry, I did not understand that. Nothing has changed.", "To start again, type /setup.")


def _nobody(request: Request) -> tuple[Line, ...]:
    if request.store.roles.holders(request.group.id):
        return ()
    return (
        say("Nobody is named to answer ideas so far. I take your ideas all the same."),
        say("To name somebody, type /facilitator and their @name."),
    )


def _later(request: Request) -> tuple[Line, ...]:
    """What is no question, because it can wait (S2.1)."""
    care = request.store.care.of(request.group.id)
    if care.keeper and care.contact:
        return ()
    return (
        say("Two things can wait. To say who looks after this list, type /keeper and a name."),
        say("To say who to call with a worry, type /contact, a name and a number."),
    )


COMMAND = Command("setup", run, "Go through the first questions again.", "/setup")
