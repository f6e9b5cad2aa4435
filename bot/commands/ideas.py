"""Lists the group's ideas: those that wait for an answer, or all of them."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.answers import speaks_of_money
from bot.domain.chat import Line, Reply
from bot.listing import idea_line
from bot.words import say, say_count

SHOWN = 6

_FREE = re.compile(r"(?:that\s+(?:are|cost)\s+)?(?:free|no\s+cost|costs?\s+nothing|nothing)\Z", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/ideas` shows the ideas with no answer yet, `/ideas all` every idea, `/ideas free` those that cost nothing.

    `/ideas bench` shows those with a word in them.
    """
    asked = request.rest.strip()
    if _FREE.match(asked):
        return _free(request)
    everything = asked.casefold() == "all"
    if asked and not everything:
        return request.by("search", asked)
    states = ("open", "answered", "sorted", "withdrawn", "merged") if everything else ("open",)
    ideas = request.store.ideas.all(request.group.id, states)
    notes = _from_notes(len(request.store.ideas.all(request.group.id, ("past",)))) if everything else []
    if not ideas and not notes:
        answered = bool(request.store.ideas.all(request.group.id, ("answered",)))
        return Reply((_nothing(answered=answered), say("To add an idea, type /idea and then your idea.")))
    head = (
        say_count("There is {n} idea on the list.", "There are {n} ideas on the list.", len(ideas))
        if everything
        else say_count("{n} idea waits for an answer.", "{n} ideas wait for an answer.", len(ideas))
    )
    lines = [idea_line(idea, request.today) for idea in ideas]
    if everything:
        return Reply((head, *lines, *notes))
    rest = say("To see the others, and the answers too, type /ideas all.")
    return Reply((head, *lines[:SHOWN], rest))


def _free(request: Request) -> Reply:
    """Those with an answer that names no cost: funding is less abundant than ideas (seed 003, S3.14)."""
    ideas = request.store.ideas.all(request.group.id, ("answered",))
    free = [i for i in ideas if i.answer and i.answer.cost is None and not speaks_of_money(i.answer.reason)]
    if not free:
        return Reply((say("No idea has an answer without a cost so far."), say("To see all, type /ideas all.")))
    head = say_count("{n} idea costs nothing, by its answer.", "{n} ideas cost nothing, by their answers.", len(free))
    return Reply((head, *(idea_line(idea, request.today) for idea in free)))


def _from_notes(n: int) -> list[Line]:
    """Old notes may be long: they are counted, and found by their words."""
    if not n:
        return []
    count = say_count("{n} idea is from old notes.", "{n} ideas are from old notes.", n)
    return [count, say("To find one, type /search and a word.")]


def _nothing(*, answered: bool) -> Line:
    if answered:
        return say("No idea is waiting. To see the answers, type /ideas all.")
    return say("There are no ideas on the list yet.")


COMMAND = Command(
    "ideas",
    run,
    "See the ideas that wait for an answer.",
    "/ideas all",
    aliases=("syniadau",),
    first=3,
    anyone=True,
    phrases=(
        "list",
        "list of ideas",
        "idea list",
        "show the list/ideas",
        "show the list of ideas",
        "show the open/new ideas",
        "what/which ideas",
        "what are the ideas",
        "what/which ideas are there/open/waiting",
        "what/which ideas do/have we have/got/",
        "what/which ideas wait for an answer",
        "what is/ on the list",
        "where is the list",
        "where can i/we see/find/read the list/ideas",
        "how many ideas are there",
    ),
)
