"""Lists the group's ideas: those that wait for an answer, or all of them."""

from bot.command import Command, Request
from bot.domain.chat import Line, Reply
from bot.listing import idea_line
from bot.words import say, say_count

SHOWN = 6


def run(request: Request) -> Reply:
    """`/ideas` shows the ideas with no answer yet, `/ideas all` every idea."""
    everything = request.rest.strip().casefold() == "all"
    ideas = request.store.ideas.all(request.group.id, *(() if everything else (("open",),)))
    if not ideas:
        answered = bool(request.store.ideas.all(request.group.id, ("answered",)))
        return Reply((_nothing(answered=answered), say("To add an idea, type /idea and then your idea.")))
    head = (
        say_count("There is {n} idea on the list.", "There are {n} ideas on the list.", len(ideas))
        if everything
        else say_count("{n} idea waits for an answer.", "{n} ideas wait for an answer.", len(ideas))
    )
    lines = [idea_line(idea) for idea in ideas]
    if everything:
        return Reply((head, *lines))
    rest = say("To see the others, and the answers too, type /ideas all.")
    return Reply((head, *lines[:SHOWN], rest))


def _nothing(*, answered: bool) -> Line:
    if answered:
        return say("No idea is waiting. To see the answers, type /ideas all.")
    return say("There are no ideas on the list yet.")


COMMAND = Command("ideas", run, "See the ideas that wait for an answer.", "/ideas all", first=3, anyone=True)
