"""What is somebody's own in a group: what they owe, what they said they will do, and what they wait for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.domain.chat import Line, Person
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
    backed = set(store.ideas.backed_by(group, person.id))
    answers = may(person, "answer", holders)
    mine = [
        action
        for action in store.actions.all(group, ("open",))
        if any(owner.person and owner.person.id == person.id for owner in action.owners)
    ]
    parts = (
        Part(
            say("Waiting for an answer from you:"),
            tuple(idea_line(idea) for idea in ideas if answers and idea.state == "open"),
        ),
        Part(say("What you will do:"), tuple(action_line(action, today) for action in mine)),
        Part(say("Your ideas:"), tuple(idea_line(idea) for idea in ideas if idea.raiser.id == person.id)),
        Part(say("Ideas you back:"), tuple(idea_line(idea) for idea in ideas if idea.number in backed)),
    )
    return [part for part in parts if part.lines]
