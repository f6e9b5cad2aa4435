"""Tells each line of the history: one sentence for each kind of change, and what stands with it (charter commitment 4).

A new kind of change is a line in `KINDS`. What is not said there is the usual: states of its own, and a reason.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.domain.calendar import Calendar
from bot.domain.chat import Line, Person, Quote, Value
from bot.domain.things import Change
from bot.words import say


def _theirs(state: str) -> Value:
    """A day where the history keeps a day, else what somebody said."""
    try:
        return date.fromisoformat(state)
    except ValueError:
        return Quote(state)


def _ours(state: str) -> Value:
    """A word of ours, like "partly" or "draft"."""
    return say(state) if state else Quote(state)


def _still(state: str) -> Value:
    return say("yes, it is") if state == "yes" else _ours(state)


def _reason(words: str) -> Line:
    return say("Why: {why}", why=Quote(words))


def _own(words: str) -> Line:
    """What the sentence says that they said, in full."""
    return say("{text}", text=Quote(words, full=True))


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of change is told.

    `states`: how its old and new state read. `words`: how somebody's words that are kept with it read.
    """

    sentence: str
    states: Callable[[str], Value] = _theirs
    words: Callable[[str], Line] = _reason


KINDS = {
    ("idea", "raised"): Kind("{day}: {who} put it on the list. Answer due by {new}."),
    ("idea", "taken in"): Kind("{day}: It was taken from old notes."),
    ("idea", "backed"): Kind("{day}: {who} backed it."),
    ("idea", "answered"): Kind("{day}: {who} answered {new}.", states=_ours),
    ("idea", "extended"): Kind("{day}: {who} asked for more time. Due by {new}, not {old}."),
    ("idea", "updated"): Kind("{day}: {who} gave an update."),
    ("idea", "commented"): Kind("{day}: {who} made a comment."),
    ("idea", "merged"): Kind("{day}: {who} said that it is the same as idea {new}."),
    ("idea", "joined"): Kind("{day}: {who} said that idea {new} is the same."),
    ("idea", "renumbered"): Kind("{day}: Its number has changed. It was {old} before."),
    ("idea", "flagged"): Kind("{day}: It had not moved since {new}. I asked what is in the way."),
    ("idea", "asked why"): Kind("{day}: {who} asked what is in the way."),
    ("idea", "in the way"): Kind("{day}: {who} said what is in the way."),
    ("idea", "step"): Kind("{day}: {who} promised a step. It is action {new}."),
    ("idea", "talked"): Kind("{day}: {who} said that they talked with whoever raised it."),
    ("idea", "not talked"): Kind("{day}: {who} said that they did not talk with whoever raised it."),
    ("idea", "decided"): Kind("{day}: {who} said where it was decided: {new}.", states=_ours),
    ("idea", "sorted"): Kind("{day}: {who} said that people sorted it themselves. It is action {new}."),
    ("idea", "said more"): Kind("{day}: {who} said more about it."),
    ("idea", "confirmed"): Kind("{day}: {who} said that it is from them."),
    ("idea", "denied"): Kind("{day}: {who} said that it is not from them."),
    ("idea", "again"): Kind("{day}: {who} asked to look at the no again."),
    ("idea", "needs a law"): Kind("{day}: {who} said that it needs a rule or law changed."),
    ("idea", "affects"): Kind("{day}: {who} said who it affects.", words=_own),
    ("idea", "interest"): Kind("{day}: {who} said what they may gain or lose by it.", words=_own),
    ("idea", "interest off"): Kind("{day}: {who} took back what they said they may gain or lose."),
    ("idea", "undone"): Kind("{day}: {who} took their last change back."),
    **{
        (thing, what): kind
        for thing in ("idea", "action")
        for what, kind in (
            ("tied", Kind("{day}: {who} said it is for plan {new}.")),
            ("untied", Kind("{day}: {who} said it is not for plan {old}.")),
            ("held", Kind("{day}: {who} held it back. Why: {new}.", states=_ours)),
            ("shown", Kind("{day}: {who} showed what was held back.")),
            ("reworded", Kind("{day}: {who} put it in other words.")),
            ("edited", Kind("{day}: {who} changed the message it came from. It stays as it was.")),
            ("deleted", Kind("{day}: The message it came from was deleted. It stays as it was.")),
        )
    },
    ("action", "waits"): Kind("{day}: {who} said who it waits for: {new}"),
    ("action", "waits no more"): Kind("{day}: {who} said that it does not wait for them any more."),
    ("action", "placed"): Kind("{day}: {who} said where: {new}"),
    ("action", "meant"): Kind("{day}: {who} said what will be different: {new}"),
    ("plan", "planned"): Kind("{day}: {who} put it on the list."),
    ("plan", "staged"): Kind("{day}: {who} said what stage it is at: {new}.", states=_ours),
    ("plan", "labelled"): Kind("{day}: {who} said how people share in it: {new}.", states=_ours),
    ("plan", "linked"): Kind("{day}: {who} gave a draft to read: {new}"),
    ("plan", "remarked"): Kind("{day}: {who} made a comment."),
    ("plan", "partners asked"): Kind("{day}: {who} said who was asked first, and when: {new}.", words=_own),
    ("plan", "named"): Kind("{day}: {who} named somebody to lead it. Role: {new}.", states=_ours),
    ("plan", "leads"): Kind("{day}: {who} said yes to lead it. Role: {new}.", states=_ours),
    ("plan", "left"): Kind("{day}: {who} does not lead it any more. Role: {old}.", states=_ours),
    ("plan", "versioned"): Kind("{day}: {who} made version {new}."),
    ("plan", "renumbered"): Kind("{day}: Its number has changed. It was {old} before."),
    ("plan", "undone"): Kind("{day}: {who} took their last change back."),
    ("settings", "proposed"): Kind("{day}: {who} asked for {new}. It was {old}."),
    ("settings", "set"): Kind("{day}: {who} agreed to {new}. It was {old}."),
    ("settings", "language"): Kind("{day}: {who} chose the language: {new}.", states=_ours),
    ("settings", "topic"): Kind("{day}: {who} chose the topic for the summary."),
    ("charter", "charter proposed"): Kind("{day}: {who} asked to change promise {new}.", words=_own),
    ("charter", "charter name proposed"): Kind("{day}: {who} asked to change the name in the charter.", words=_own),
    ("charter", "charter work proposed"): Kind("{day}: {who} asked to change what the work is called.", words=_own),
    ("charter", "charter changed"): Kind("{day}: {who} agreed to a change. It is version {new} now.", words=_own),
    ("charter", "yearly"): Kind("{day}: {who} answered question {new} of the year.", words=_own),
    ("charter", "charter kept"): Kind("{day}: {who} did not agree to change promise {new}."),
    ("charter", "charter name kept"): Kind("{day}: {who} did not agree to change the name in the charter."),
    ("charter", "charter work kept"): Kind("{day}: {who} did not agree to change what the work is called."),
    ("settings", "kept"): Kind("{day}: {who} did not agree. It stays {new}."),
    ("settings", "shared"): Kind("{day}: This chat was shared with other organisations."),
    ("settings", "not shared"): Kind("{day}: This chat was not shared any more."),
    ("settings", "outsiders agreed"): Kind("{day}: {who} agreed that I write in this shared chat."),
    ("settings", "outsiders stopped"): Kind("{day}: {who} asked me to stay quiet in this shared chat."),
    ("settings", "undone"): Kind("{day}: {who} took their last change back."),
    ("action", "added"): Kind("{day}: {who} added it."),
    ("action", "agreed"): Kind("{day}: {who} said yes to doing it."),
    ("action", "given"): Kind("{day}: {who} said who will do it."),
    ("action", "dated"): Kind("{day}: {who} said when. Finish: {new}."),
    ("action", "moved"): Kind("{day}: {who} gave a new date. Finish: {new}, not {old}."),
    ("action", "done"): Kind("{day}: {who} said it is done."),
    ("action", "dropped"): Kind("{day}: {who} dropped it."),
    ("action", "works"): Kind("{day}: {who} said that it works.", words=_own),
    ("action", "does not work"): Kind("{day}: {who} said that it does not work. It stays open."),
    ("action", "not checked"): Kind("{day}: It was closed. Nobody said if it works."),
    ("action", "changed"): Kind("{day}: {who} said what changed.", words=_own),
    ("action", "saved"): Kind("{day}: {who} said what time or money it saved.", words=_own),
    ("action", "in place"): Kind("{day}: {who} said if it is still in place: {new}.", states=_still, words=_own),
    ("action", "starts"): Kind("{day}: {who} said when it starts. Start: {new}, not {old}."),
    ("action", "in the way"): Kind("{day}: {who} said what is in the way."),
    ("action", "asked"): Kind("{day}: {who} asked who else could do it."),
    ("action", "commented"): Kind("{day}: {who} made a comment."),
    ("action", "noted"): Kind("{day}: {who} made a comment."),
    ("action", "flagged"): Kind("{day}: It had not moved since {new}. I asked what is in the way."),
    ("action", "asked why"): Kind("{day}: {who} asked what is in the way."),
    ("action", "step"): Kind("{day}: {who} promised a step. It is action {new}."),
    ("action", "renumbered"): Kind("{day}: Its number has changed. It was {old} before."),
    ("action", "undone"): Kind("{day}: {who} took their last change back."),
    ("group", "named"): Kind("{day}: {who} asked somebody to take a role: {new}.", states=_ours),
    ("group", "accepted"): Kind("{day}: {who} took on a role: {new}.", states=_ours),
    ("group", "declined"): Kind("{day}: {who} gave a role back: {new}.", states=_ours),
    ("group", "nation"): Kind("{day}: {who} said where this group is: {new}."),
    ("group", "exported"): Kind("{day}: {who} got the list as a file: {new}."),
    ("group", "linked"): Kind("{day}: {who} linked a chat on {new}."),
    ("group", "parted"): Kind("{day}: {who} parted a chat on {new}."),
    ("group", "keeper"): Kind("{day}: {who} said who looks after this list: {new}"),
    ("group", "contact"): Kind("{day}: {who} said who to call with a worry: {new}"),
    ("group", "forgotten"): Kind("{day}: Somebody asked to be forgotten. It was done."),
    ("group", "undone"): Kind("{day}: {who} took their last change back."),
}


def lines_of(change: Change, calendar: Calendar) -> list[Line]:
    """One line of the history, and under it the words that were kept with it."""
    kind = KINDS[change.thing, change.what]
    values: dict[str, Value] = {
        "day": calendar.local_day(change.at),
        "who": change.by or Person(0, "—"),
        "old": kind.states(change.old or ""),
        "new": kind.states(change.new or ""),
    }
    return [Line(kind.sentence, values), *([kind.words(change.why)] if change.why else [])]
