"""Makes the list for a meeting from the log: what is late, what does not move, and what is to be decided (seed 004)."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import Line, Quote, Reply
from bot.domain.movement import still_since
from bot.item import open_items
from bot.listing import action_line, idea_line
from bot.unmoved import news_line
from bot.words import say
from bot.work import work_lines


def run(request: Request) -> Reply:
    """`/meeting`: a list that can be read out, each line with its day."""
    store, group, today = request.store, request.group.id, request.today
    waiting = store.ideas.all(group, ("open",))
    actions = store.actions.all(group, ("open",))
    late = [idea_line(idea, today) for idea in waiting if idea.due < today]
    late += [action_line(action, today) for action in actions if action.due and action.due < today]
    decide = [idea_line(idea, today) for idea in waiting if idea.due >= today]
    undated = [action_line(a, today) for a in actions if a.due is None or not a.owners]
    return Reply(
        (
            say("The list for a meeting of {group}, made on {day}.", group=Quote(request.group.name), day=today),
            *work_lines(store, group),
            *_part("Late: {n}.", "Late: none.", late),
            *_part("Not moving: {n}.", "Not moving: none.", _still(request)),
            *_part("To decide: {n}.", "To decide: none.", decide),
            *_part("These need a name or a date: {n}.", "All have a name and a date.", undated),
            say("To add something to it, type /idea and your words."),
        )
    )


def _still(request: Request) -> list[Line]:
    """What has not moved for so many months, with the day of its last news (charter commitment 9)."""
    months, local = request.periods.days("no movement"), request.calendar.local_day
    items = [
        item
        for item in open_items(request.store, request.group.id)
        if still_since(local(item.moved_at), months) <= request.today
    ]
    return [news_line(item, local(item.moved_at)) for item in items]


def _part(some: str, none: str, lines: Sequence[Line]) -> list[Line]:
    return [say(some, n=len(lines)), *lines] if lines else [say(none)]


COMMAND = Command(
    "meeting", run, "Get a list to read out at a meeting.", "/meeting", aliases=("cyfarfod",), anyone=True
)
