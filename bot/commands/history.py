"""Shows all that happened to an idea or an action: who, when, old, new and why (charter commitment 4)."""

from datetime import date

from bot.command import Command, Request
from bot.domain.chat import About, Line, Person, Quote, Reply, Value
from bot.domain.interests import INTEREST
from bot.domain.things import Change
from bot.planning import plan_meant
from bot.words import say

# One sentence for each kind of change; `old` and `new` are days where the history keeps days.
SENTENCES = {
    ("idea", "raised"): "{day}: {who} put it on the list. Answer due by {new}.",
    ("idea", "taken in"): "{day}: It was taken from old notes.",
    ("idea", "backed"): "{day}: {who} backed it.",
    ("idea", "answered"): "{day}: {who} answered {new}.",
    ("idea", "extended"): "{day}: {who} asked for more time. Due by {new}, not {old}.",
    ("idea", "updated"): "{day}: {who} gave an update.",
    ("idea", "commented"): "{day}: {who} made a comment.",
    ("idea", "merged"): "{day}: {who} said that it is the same as idea {new}.",
    ("idea", "joined"): "{day}: {who} said that idea {new} is the same.",
    ("idea", "renumbered"): "{day}: This chat moved. Its number was {old} before.",
    ("idea", "flagged"): "{day}: It had not moved since {new}. I asked what is in the way.",
    ("idea", "asked why"): "{day}: {who} asked what is in the way.",
    ("idea", "in the way"): "{day}: {who} said what is in the way.",
    ("idea", "step"): "{day}: {who} promised a step. It is action {new}.",
    ("idea", "talked"): "{day}: {who} said that they talked with whoever raised it.",
    ("idea", "not talked"): "{day}: {who} said that they did not talk with whoever raised it.",
    ("idea", "decided"): "{day}: {who} said where it was decided: {new}.",
    ("idea", "sorted"): "{day}: {who} said that people sorted it themselves. It is action {new}.",
    ("idea", "said more"): "{day}: {who} said more about it.",
    ("idea", "confirmed"): "{day}: {who} said that it is from them.",
    ("idea", "denied"): "{day}: {who} said that it is not from them.",
    ("idea", "again"): "{day}: {who} asked to look at the no again.",
    ("idea", "needs a law"): "{day}: {who} said that it needs a rule or law changed.",
    ("idea", "affects"): "{day}: {who} said who it affects.",
    ("idea", "interest"): "{day}: {who} said what they may gain or lose by it.",
    ("idea", "interest off"): "{day}: {who} took back what they said they may gain or lose.",
    ("idea", "undone"): "{day}: {who} took their last change back.",
    **{
        (thing, what): sentence
        for thing in ("idea", "action")
        for what, sentence in (
            ("tied", "{day}: {who} said it is for plan {new}."),
            ("untied", "{day}: {who} said it is not for plan {old}."),
            ("held", "{day}: {who} held it back. Why: {new}."),
            ("shown", "{day}: {who} showed what was held back."),
            ("reworded", "{day}: {who} put it in other words."),
            ("edited", "{day}: {who} changed the message it came from. It stays as it was."),
        )
    },
    ("action", "waits"): "{day}: {who} said who it waits for: {new}",
    ("action", "waits no more"): "{day}: {who} said that it does not wait for them any more.",
    ("action", "placed"): "{day}: {who} said where: {new}",
    ("action", "meant"): "{day}: {who} said what will be different: {new}",
    ("plan", "planned"): "{day}: {who} put it on the list.",
    ("plan", "staged"): "{day}: {who} said what stage it is at: {new}.",
    ("plan", "labelled"): "{day}: {who} said how people share in it: {new}.",
    ("plan", "linked"): "{day}: {who} gave a draft to read: {new}",
    ("plan", "remarked"): "{day}: {who} made a comment.",
    ("plan", "partners asked"): "{day}: {who} said who was asked first, and when: {new}.",
    ("plan", "named"): "{day}: {who} named somebody to lead it. Role: {new}.",
    ("plan", "leads"): "{day}: {who} said yes to lead it. Role: {new}.",
    ("plan", "left"): "{day}: {who} does not lead it any more. Role: {old}.",
    ("plan", "versioned"): "{day}: {who} made version {new}.",
    ("plan", "renumbered"): "{day}: This chat moved. Its number was {old} before.",
    ("plan", "undone"): "{day}: {who} took their last change back.",
    ("settings", "proposed"): "{day}: {who} asked for {new}. It was {old}.",
    ("settings", "set"): "{day}: {who} agreed to {new}. It was {old}.",
    ("settings", "language"): "{day}: {who} chose the language: {new}.",
    ("settings", "topic"): "{day}: {who} chose the topic for the summary.",
    ("charter", "charter proposed"): "{day}: {who} asked to change promise {new}.",
    ("charter", "charter changed"): "{day}: {who} agreed to a change. It is version {new} now.",
    ("charter", "yearly"): "{day}: {who} answered yearly question {new}.",
    ("charter", "charter kept"): "{day}: {who} did not agree to change promise {new}.",
    ("settings", "kept"): "{day}: {who} did not agree. It stays {new}.",
    ("settings", "shared"): "{day}: This chat was shared with other organisations.",
    ("settings", "not shared"): "{day}: This chat was not shared any more.",
    ("settings", "outsiders agreed"): "{day}: {who} agreed that I write in this shared chat.",
    ("settings", "outsiders stopped"): "{day}: {who} asked me to stay quiet in this shared chat.",
    ("settings", "undone"): "{day}: {who} took their last change back.",
    ("action", "added"): "{day}: {who} added it.",
    ("action", "agreed"): "{day}: {who} said yes to doing it.",
    ("action", "given"): "{day}: {who} said who will do it.",
    ("action", "dated"): "{day}: {who} said when. Finish: {new}.",
    ("action", "moved"): "{day}: {who} gave a new date. Finish: {new}, not {old}.",
    ("action", "done"): "{day}: {who} said it is done.",
    ("action", "works"): "{day}: {who} said that it works.",
    ("action", "does not work"): "{day}: {who} said that it does not work. It stays open.",
    ("action", "not checked"): "{day}: It was closed. Nobody said if it works.",
    ("action", "changed"): "{day}: {who} said what changed.",
    ("action", "saved"): "{day}: {who} said what time or money it saved.",
    ("action", "in place"): "{day}: {who} said if it is still in place: {new}.",
    ("action", "starts"): "{day}: {who} said when it starts. Start: {new}, not {old}.",
    ("action", "in the way"): "{day}: {who} said what is in the way.",
    ("action", "asked"): "{day}: {who} asked who else could do it.",
    ("action", "commented"): "{day}: {who} made a comment.",
    ("action", "noted"): "{day}: {who} made a comment.",
    ("action", "flagged"): "{day}: It had not moved since {new}. I asked what is in the way.",
    ("action", "asked why"): "{day}: {who} asked what is in the way.",
    ("action", "step"): "{day}: {who} promised a step. It is action {new}.",
    ("action", "renumbered"): "{day}: This chat moved. Its number was {old} before.",
    ("action", "undone"): "{day}: {who} took their last change back.",
    ("group", "named"): "{day}: {who} asked somebody to take a role: {new}.",
    ("group", "accepted"): "{day}: {who} took on a role: {new}.",
    ("group", "declined"): "{day}: {who} gave a role back: {new}.",
    ("group", "nation"): "{day}: {who} said where this group is: {new}.",
    ("group", "exported"): "{day}: {who} got the list as a file: {new}.",
    ("group", "linked"): "{day}: {who} linked a chat on {new}.",
    ("group", "parted"): "{day}: {who} parted a chat on {new}.",
    ("group", "keeper"): "{day}: {who} said who looks after this list: {new}",
    ("group", "contact"): "{day}: {who} said who to call with a worry: {new}",
    ("group", "forgotten"): "{day}: Somebody asked to be forgotten. It was done.",
    ("group", "undone"): "{day}: {who} took their last change back.",
}

# What these changes keep is a word of ours, like "partly" or "draft"; what others keep is what somebody said.
_OUR_WORDS = frozenset(("answered", "in place", "held", "staged", "labelled", "named", "leads", "left", "language"))

_OURS_HERE = frozenset((("group", "accepted"), ("group", "declined"), ("idea", "decided")))


def run(request: Request) -> Reply:
    """`/history 12` for an idea, `/history action 5`, `/history plan 2`, `/history settings`, `/history group`."""
    if request.rest.strip().casefold().startswith("plan"):
        plan, _ = plan_meant(request)
        about, head = About("plan", plan.number), say("Plan {n}: {text}", n=plan.number, text=Quote(plan.name))
    elif request.rest.strip().casefold().startswith("setting"):
        about, head = About("settings", 0), say("The settings of this group:")
    elif request.rest.strip().casefold().startswith("group"):
        about, head = About("group", 0), say("What was done for the whole group:")
    elif request.rest.strip().casefold().startswith("charter"):
        about, head = About("charter", 0), say("The charter of this group:")
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
        "old": _value(change, change.old),
        "new": _value(change, change.new),
    }
    lines = [Line(SENTENCES[change.thing, change.what], values)]
    if change.why:
        own = change.what == INTEREST
        lines.append(
            say("{text}", text=Quote(change.why, full=True)) if own else say("Why: {why}", why=Quote(change.why))
        )
    return lines


def _value(change: Change, text: str | None) -> Value:
    if text and (change.what in _OUR_WORDS or (change.thing, change.what) in _OURS_HERE):
        return say("yes, it is") if (change.what, text) == ("in place", "yes") else say(text)
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return Quote(text or "")


COMMAND = Command("history", run, "See all that happened to an idea.", "/history 12", aliases=("hanes",), anyone=True)
