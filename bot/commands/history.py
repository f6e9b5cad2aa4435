"""Shows all that happened to an idea or an action: who, when, old, new and why (charter commitment 4)."""

from datetime import date

from bot.command import Command, Request
from bot.domain.chat import About, Line, Person, Quote, Reply, Value
from bot.domain.things import Change
from bot.words import say

# One sentence for each kind of change; `old` and `new` are days where the history keeps days.
SENTENCES = {
    ("idea", "raised"): "{day}: {who} put it on the list. Answer due by {new}.",
    ("idea", "backed"): "{day}: {who} backed it.",
    ("idea", "answered"): "{day}: {who} answered {new}.",
    ("idea", "extended"): "{day}: {who} asked for more time. Due by {new}, not {old}.",
    ("idea", "updated"): "{day}: {who} gave an update.",
    ("idea", "commented"): "{day}: {who} made a comment.",
    ("idea", "merged"): "{day}: {who} said that it is the same as idea {new}.",
    ("idea", "joined"): "{day}: {who} said that idea {new} is the same.",
    ("idea", "renumbered"): "{day}: This chat moved. Its number was {old} before.",
    ("idea", "undone"): "{day}: {who} took their last change back.",
    ("settings", "proposed"): "{day}: {who} asked for {new}. It was {old}.",
    ("settings", "set"): "{day}: {who} agreed to {new}. It was {old}.",
    ("settings", "topic"): "{day}: {who} chose the topic for the summary.",
    ("settings", "kept"): "{day}: {who} did not agree. It stays {new}.",
    ("action", "added"): "{day}: {who} added it.",
    ("action", "agreed"): "{day}: {who} said yes to doing it.",
    ("action", "given"): "{day}: {who} said who will do it.",
    ("action", "dated"): "{day}: {who} said when. Finish: {new}.",
    ("action", "moved"): "{day}: {who} gave a new date. Finish: {new}, not {old}.",
    ("action", "done"): "{day}: {who} said it is done.",
    ("action", "starts"): "{day}: {who} said when it starts. Start: {new}, not {old}.",
    ("action", "in the way"): "{day}: {who} said what is in the way.",
    ("action", "asked"): "{day}: {who} asked who else could do it.",
    ("action", "noted"): "{day}: {who} made a comment.",
    ("action", "renumbered"): "{day}: This chat moved. Its number was {old} before.",
    ("action", "undone"): "{day}: {who} took their last change back.",
}


def run(request: Request) -> Reply:
    """`/history 12` for an idea, `/history action 5` for an action, `/history settings`."""
    if request.rest.strip().casefold().startswith("setting"):
        about, head = About("settings", 0), say("The settings of this group:")
    elif request.rest.strip().casefold().startswith("action"):
        action, _ = request.action()
        about, head = (
            About("action", action.number),
            say("Action {n}: {text}", n=action.number, text=Quote(action.what)),
        )
    else:
        idea, _ = request.idea()
        about, head = (
            About("idea", idea.number),
            say("Idea {n}: {text}", n=idea.number, text=Quote(idea.text)),
        )
    lines = [head]
    for change in request.store.history.of(request.group.id, about.thing, about.number):
        lines += _lines(request, change)
    for note in request.store.history.notes(request.group.id, about.thing, about.number):
        lines.append(say("{who} said: {text}", who=note.by, text=Quote(note.text)))
    return Reply(tuple(lines), about=about)


def _lines(request: Request, change: Change) -> list[Line]:
    values: dict[str, Value] = {
        "day": request.calendar.local_day(change.at),
        "who": change.by or Person(0, "—"),
        "old": _value(change.old),
        "new": _value(change.new),
    }
    lines = [Line(SENTENCES[change.thing, change.what], values)]
    if change.why:
        lines.append(say("Why: {why}", why=Quote(change.why)))
    return lines


def _value(text: str | None) -> Value:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return Quote(text or "")


COMMAND = Command("history", run, "See all that happened to an idea.", "/history 12", anyone=True)
