"""What the group's list holds: ideas, answers, actions, and the promises that keep them moving."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.domain.chat import About, Cost, Person

Decision = Literal["yes", "partly", "no"]
Role = Literal["facilitator", "manager"]

ROLES: tuple[Role, ...] = ("facilitator", "manager")

# What each group is promised from its first day on: the kinds of promise that have no number.
OF_THE_GROUP = ("digest", "yousaid")


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes, partly or no, by a facilitator or manager; `change` is its number in the history."""

    decision: Decision
    by: Person
    role: Role
    at: datetime
    reason: str
    cost: Cost | None
    in_time: bool


@dataclass(frozen=True, slots=True)
class Past:
    """What old notes say of an idea that was not said here: each part only if they say it (S0.22).

    `when`: their words, where they are no whole date ("March 2025"). `reason` may stand alone: "waiting for a price".
    """

    on: date | None = None
    when: str = ""
    decision: Decision | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Idea:
    """Anything someone wants done, changed or looked at. `first_due` never changes; `due` may, once.

    `same_as`: the idea that a merged one points on to; that one is never merged itself. One with a `past` is from old
    notes, and its raiser a name as they have it (id 0); while its state is "past", nobody owes it an answer. "sorted":
    whoever raised it said that people sorted it themselves (S3.8); what they did is a done action.
    """

    number: int
    raiser: Person
    logger: Person
    raised_at: datetime
    text: str
    state: Literal["open", "answered", "sorted", "withdrawn", "merged", "past"]
    first_due: date
    due: date
    extended: int
    answer: Answer | None = None
    on_behalf_of: str | None = None
    same_as: int | None = None
    past: Past | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does an action: a person here, or a name that is not in the chat. `agreed`: they said yes themself.

    `organisation`: whose action it is, where the person does it in its name.
    """

    name: str
    person: Person | None
    agreed: bool
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do, by named people, between two dates. `first_due` never changes; `moves` counts new dates.

    `place`: where it is done. `different`: what will be different once it is. `outside`: whom or what outside the group
    it waits for; its owners stay the same (S0.29).
    """

    number: int
    what: str
    owners: tuple[Owner, ...]
    start: date
    first_due: date | None
    due: date | None
    state: Literal["open", "done", "withdrawn"]
    idea: int | None
    raiser: Person
    raised_at: datetime
    done_on: date | None = None
    moves: int = 0
    place: str | None = None
    different: str | None = None
    outside: str | None = None

    @property
    def agreed(self) -> bool:
        """Everyone asked to do it has said yes (charter commitment 3)."""
        return bool(self.owners) and all(owner.agreed for owner in self.owners)


@dataclass(frozen=True, slots=True)
class Promise:
    """Somebody owes something by a date; every reminder is about one.

    `arming` counts how often its date was set anew; `step` the furthest rung said in this arming. `seen`: the last line
    of the group's history when it came to that step; None: before that was kept.
    """

    id: int
    group: int
    kind: str
    number: int
    due: date
    arming: int
    step: int
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the history, which can't be edited: who, when, what, old, new, why."""

    number: int
    thing: str
    thing_number: int
    at: datetime
    by: Person | None
    what: str
    old: str | None
    new: str | None
    why: str | None


NoteKind = Literal["update", "comment", "in the way", "not working", "why", "better", "matters"]


@dataclass(frozen=True, slots=True)
class Note:
    """Words about an idea or action that are not its answer: an update, a comment, what is in the way.

    The last four are what a raiser may say more of an idea: what does not work, why, what would be better (S2.5), and
    why it matters to them (S0.4).
    """

    kind: NoteKind
    by: Person
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a role, or was named for it. `person` is empty while a @name has not been seen.

    `away`: not here on the day that was asked about. `stands_for`: whose role it is, for one who stands in.
    """

    role: Role
    person: Person | None
    username: str | None
    accepted: bool
    away: bool = False
    stands_for: Person | None = None

    @property
    def serves(self) -> bool:
        """Can they be asked now?"""
        return self.accepted and self.person is not None and not self.away


@dataclass(frozen=True, slots=True)
class Renumbered:
    """What came of two lists that became one: what has another number since (before, after), if anything.

    `unsaid`: the messages that still wait to be said, and were written before.
    """

    things: tuple[tuple[About, About], ...] = ()
    unsaid: tuple[int, ...] = ()
