"""What is said when somebody who answers ideas goes away and comes back: who stands in, and which items move."""

from collections.abc import Sequence
from datetime import date

from bot.domain.absences import Absence, standing
from bot.domain.chat import About, Line, Ping, Quote
from bot.ports import Store
from bot.words import called, say

NAMED = 6


def begun(store: Store, group: int, absence: Absence) -> Sequence[Line]:
    """The stand-in answers from now on: whose place it is, until when, and what waits for an answer."""
    assert absence.stand_in  # noqa: S101 - only one who said yes begins
    who, away = Ping(absence.stand_in), absence.person
    return (
        say("{who} stands in for {away} until {until}.", who=who, away=away, until=absence.until),
        *_moving(store, group, "These wait for an answer from {who} now: {ideas:row}.", absence.stand_in.name),
    )


def ended(store: Store, group: int, absence: Absence, today: date) -> Sequence[Line]:
    """They are back: what waits is theirs again, and whoever stood in is thanked and not reminded any more."""
    store.absences.end(group, absence.number)
    if absence.stand_in is None or not absence.agreed:
        return (say("{who} is back.", who=absence.person),)
    holders = standing(store.people.holders(group), store.absences.of(group), today)
    if not any(h.serves and h.person and h.person.id == absence.stand_in.id for h in holders):
        store.nudges.forget(group, absence.stand_in.id)
    if absence.since > today:
        return (say("{who} does not stand in for {away} any more.", who=absence.stand_in, away=absence.person),)
    return (
        say("{away} is back. Thank you, {who}, for standing in.", away=Ping(absence.person), who=absence.stand_in),
        *_moving(store, group, "These wait for an answer from {who} again: {ideas:row}.", absence.person.name),
    )


def _moving(store: Store, group: int, key: str, name: str) -> Sequence[Line]:
    names = [called(About("idea", idea.number)) for idea in store.ideas.all(group, ("open",))]
    if not names:
        return ()
    more = [say("{n} more", n=len(names) - NAMED)] if len(names) > NAMED else []
    return (say(key, who=Quote(name), ideas=(*names[:NAMED], *more)),)
