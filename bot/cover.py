"""What is said when somebody who answers ideas goes away and comes back: who stands in, and which items move."""

from collections.abc import Sequence
from datetime import date

from bot.belonging import leading
from bot.domain.absences import Absence
from bot.domain.chat import About, Line, Person, Ping, Quote
from bot.domain.rights import role_of
from bot.ports import Store
from bot.words import called, say

NAMED = 6


def begun(store: Store, group: int, absence: Absence) -> Sequence[Line]:
    """The stand-in answers from now on: whose place it is, until when, and what waits for an answer."""
    assert absence.stand_in  # noqa: S101 - only one who said yes begins
    who, away = Ping(absence.stand_in), absence.person
    return (
        say("{who} stands in for {away} until {until}.", who=who, away=away, until=absence.until),
        *_moving(store, group, absence, "These wait for an answer from {who} now: {ideas:row}.", absence.stand_in),
    )


def ended(store: Store, group: int, absence: Absence, today: date) -> Sequence[Line]:
    """They are back: what waits is theirs again, and whoever stood in is thanked and not reminded any more."""
    store.absences.end(group, absence.number)
    if absence.stand_in is None or not absence.agreed:
        return (say("{who} is back.", who=absence.person),)
    if absence.since > today:
        return (say("{who} does not stand in for {away} any more.", who=absence.stand_in, away=absence.person),)
    return (
        say("{away} is back. Thank you, {who}, for standing in.", away=Ping(absence.person), who=absence.stand_in),
        *_moving(store, group, absence, "These wait for an answer from {who} again: {ideas:row}.", absence.person),
    )


def _moving(store: Store, group: int, absence: Absence, key: str, who: Person) -> Sequence[Line]:
    """The open ideas that whoever is away answers: the group's, or those of a plan that they lead."""
    holders, away = store.roles.holders(group), absence.person
    abouts = [About("idea", idea.number) for idea in store.ideas.all(group, ("open",))]
    theirs = [about for about in abouts if role_of(away, leading(store, group, holders, about, absence.since))]
    names = [called(about) for about in theirs]
    if not names:
        return ()
    more = [say("{n} more", n=len(names) - NAMED)] if len(names) > NAMED else []
    return (say(key, who=Quote(who.name), ideas=(*names[:NAMED], *more)),)
