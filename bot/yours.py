"""What is somebody's own in a group: what they owe, what they said they will do, and what they wait for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.domain.chat import Line, Person, Quote
from bot.domain.rights import may
from bot.domain.things import Holder
from bot.listing import action_line, idea_line
from bot.ports import Store
from bot.words import say


@dataclass(frozen=True, slots=True)
class Part:
    """A head, and the lines under it."""

    head: Line
    lines: tuple[Line, ...]


def yours(store: Store, group: int, person: Person, holders: Collection[Holder], today: date) -> list[Part]:
    """Those parts that have something in them, what they owe first."""
    ideas = store.ideas.all(group, ("open", "answered"))
    backed = set(store.backers.ideas_of(group, person.id))
    answers = may(person, "answer", holders)
    mine = [
        action
        for action in store.actions.all(group, ("open",))
        if any(owner.person and owner.person.id == person.id for owner in action.owners)
    ]
    parts = (
        Part(
            say("Waiting for an answer from you:"),
            tuple(idea_line(idea, today) for idea in ideas if answers and idea.state == "open"),
        ),
        Part(say("What you will do:"), tuple(action_line(action, today) for action in mine)),
        Part(say("Your ideas:"), tuple(idea_line(idea, today) for idea in ideas if idea.raiser.id == person.id)),
        Part(say("Ideas you back:"), tuple(idea_line(idea, today) for idea in ideas if idea.number in backed)),
    )
    return [part for part in (*parts, _what_came(store, group, person)) if part.lines]


def _what_came(store: Store, group: int, person: Person) -> Part:
    """What changed because of what they said or did (seed 000, "knowing that you make a difference")."""
    ideas = {idea.number for idea in store.ideas.all(group) if idea.raiser.id == person.id}
    ideas |= set(store.backers.ideas_of(group, person.id))
    outcomes = store.outcomes.all(group)
    lines: list[Line] = []
    for action in store.actions.all(group, ("done",)):
        theirs = any(owner.person and owner.person.id == person.id for owner in action.owners)
        if not theirs and action.idea not in ideas:
            continue
        outcome = outcomes.get(action.number)
        if outcome and outcome.changed:
            what, text = Quote(action.what), Quote(outcome.changed)
            lines.append(say("We did: {what} What changed: {text}", what=what, text=text))
        else:
            lines.append(say("We did: {what} Done on {day}.", what=Quote(action.what), day=action.done_on))
    return Part(say("What came of it. Thank you, {who}:", who=person), tuple(lines))
