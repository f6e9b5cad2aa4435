"""Who may do what: one table, read by one function, for commands, buttons and private messages alike."""

from collections.abc import Collection
from typing import Literal, Protocol

from bot.domain.chat import Person
from bot.domain.things import Holder, Owner, Role

Act = Literal[
    "see",
    "raise",
    "back",
    "comment",
    "name",
    "serve",
    "answer",
    "extend",
    "agree",
    "finish",
    "move",
    "fill in",
    "cover",
    "link",
    "plan",
    "hold",
    "enter",
    "share",
    "stop sharing",
    "care",
    "see hours and needs",
]


class Owned(Protocol):
    """What has somebody who put it on the list, and maybe others who own it: an action, or a plan."""

    @property
    def raiser(self) -> Person:
        """Who put it on the list."""
        ...

    @property
    def owners(self) -> tuple[Owner, ...]:
        """Who is to do it."""
        ...


MEMBERS: frozenset[str] = frozenset({"member", "facilitator", "manager"})
EVERYONE: frozenset[str] = MEMBERS | {"owner", "outsider"}

# DOMAIN 1f. An act that is not here is nobody's. "raiser" is whoever put the action on the list. An "outsider" is of
# another organisation, in a chat that is shared with it: they hold no role (S-19).
RIGHTS: dict[Act, frozenset[str]] = {
    "see": EVERYONE,
    "raise": EVERYONE,
    "back": EVERYONE,
    "comment": EVERYONE,
    "name": MEMBERS,
    "serve": MEMBERS,
    "answer": frozenset({"facilitator", "manager"}),
    "extend": frozenset({"facilitator", "manager"}),
    "agree": frozenset({"owner"}),
    "finish": frozenset({"owner", "facilitator", "manager"}),
    "move": frozenset({"owner", "facilitator", "manager"}),
    "cover": frozenset({"facilitator", "manager"}),
    "link": frozenset({"facilitator", "manager"}),
    "enter": frozenset({"facilitator", "manager"}),
    "share": frozenset({"facilitator"}),
    "stop sharing": frozenset({"facilitator", "manager"}),
    "care": MEMBERS,
    "fill in": frozenset({"raiser", "owner", "facilitator", "manager"}),
    "plan": frozenset({"raiser", "facilitator", "manager"}),
    "hold": frozenset({"facilitator", "manager"}),
    # DOMAIN 3c and 3b: what is private between a person and who looks after the list.
    "see hours and needs": frozenset({"facilitator"}),
}


def role_of(person: Person, holders: Collection[Holder]) -> Role | None:
    """The role a person holds and accepted: their own before one they stand in for, the facilitator's first."""
    if person.outside:
        return None
    for holder in sorted(holders, key=lambda holder: holder.stands_for is not None):
        if holder.accepted and holder.person and holder.person.id == person.id:
            return holder.role
    return None


def may(person: Person, act: Act, holders: Collection[Holder], thing: Owned | None = None) -> bool:
    """May this person do it (charter commitments 3 and 6)? What the table does not name, nobody may."""
    parts = {"outsider" if person.outside else "member"}
    if role := role_of(person, holders):
        parts.add(role)
    if thing and any(owner.person and owner.person.id == person.id for owner in thing.owners):
        parts.add("owner")
    if thing and thing.raiser.id == person.id:
        parts.add("raiser")
        if not any(owner.person for owner in thing.owners):
            # For somebody who is not in the chat, whoever put it on the list speaks.
            parts.add("owner")
    return bool(parts & RIGHTS.get(act, frozenset()))
