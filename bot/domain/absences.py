"""Who is away, and who stands in for them meanwhile: the rule that turns roles as named into roles as held today."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.chat import Person
from bot.domain.things import Holder


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is away on these days, both included. `agreed`: the stand-in has said yes themself."""

    number: int
    person: Person
    stand_in: Person | None
    since: date
    until: date
    agreed: bool = False

    def covers(self, day: date) -> bool:
        """Are they away on this day?"""
        return self.since <= day <= self.until


def away_on(absences: Collection[Absence], day: date) -> frozenset[int]:
    """The ids of those who are away on this day."""
    return frozenset(absence.person.id for absence in absences if absence.covers(day))


def all_away(holders: Sequence[Holder]) -> tuple[Person, ...]:
    """Those who answer ideas, where all of them are away; nobody, where somebody can be asked."""
    if any(holder.serves for holder in holders):
        return ()
    return tuple({h.person.id: h.person for h in holders if h.accepted and h.person}.values())


def standing(holders: Sequence[Holder], absences: Collection[Absence], day: date) -> list[Holder]:
    """The roles as they are held on this day: whoever is away is marked so, and their stand-in holds the role too."""
    away = away_on(absences, day)
    found: list[Holder] = []
    for holder in holders:
        person = holder.person
        found.append(replace(holder, away=person is not None and person.id in away))
        if not holder.accepted or person is None:
            continue
        for absence in absences:
            if absence.agreed and absence.stand_in and absence.covers(day) and absence.person.id == person.id:
                gone = absence.stand_in.id in away
                found.append(Holder(holder.role, absence.stand_in, None, accepted=True, away=gone, stands_for=person))
    return found
