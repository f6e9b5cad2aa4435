"""Actions, and who said they would do them."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    select,
    update,
)

from bot.domain.chat import Person
from bot.domain.credit import A_MEMBER
from bot.domain.holds import masked
from bot.domain.things import Action, Owner
from storage.holds import held, holds
from storage.people import people
from storage.personal import MEMBER, WORDS, of_somebody
from storage.prepared import Prepared, in_states
from storage.schema import UtcDateTime, metadata

actions = Table(
    "actions",
    metadata,
    Column("group_id", BigInteger, ForeignKey("groups.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("what", Text, nullable=False),
    Column("start", Date, nullable=False),
    Column("first_due", Date),
    Column("due", Date),
    Column("state", String, nullable=False),
    Column("idea", Integer),
    of_somebody(
        "raiser_id",
        MEMBER,
        "Actions you put on the list",
        "number what start due state",
        nullable=False,
    ),
    Column("raised_at", UtcDateTime, nullable=False),
    Column("done_on", Date),
    Column("moves", Integer, nullable=False, server_default="0"),
    # Where it is done, and what will be different.
    Column("place", Text),
    Column("different", Text),
    # Whom or what outside the group it waits for.
    Column("outside", Text),
    Column("chat", String, nullable=False),
    Column("message", String, nullable=False),
    Column("ordinal", Integer, nullable=False, server_default="0"),
    UniqueConstraint("group_id", "chat", "message", "ordinal"),
    ForeignKeyConstraint(["group_id", "idea"], ["ideas.group_id", "ideas.number"]),
)

owners = Table(
    "owners",
    metadata,
    Column("group_id", BigInteger, primary_key=True),
    Column("action", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    of_somebody("person_id", MEMBER, "Actions you are named for", "action agreed", then={"name": A_MEMBER}),
    Column("name", String, nullable=False, info=WORDS),
    Column("agreed", Boolean, nullable=False),
    # Whom they do it for, if it is an organisation's.
    Column("organisation", String, info=WORDS),
    ForeignKeyConstraint(["group_id", "action"], ["actions.group_id", "actions.number"]),
)

_ACTION = (
    select(actions, people.c.name, people.c.username, holds.c.why, holds.c.part)
    .join(people, people.c.id == actions.c.raiser_id)
    .outerjoin(holds, held(actions, "action", actions.c.number))
    .order_by(actions.c.number)
)
of_group = _ACTION.where(actions.c.group_id == bindparam("group"))
_GET = Prepared(of_group.where(actions.c.number == bindparam("number")))
_OF_IDEA = Prepared(of_group.where(actions.c.idea == bindparam("of"), actions.c.state != "withdrawn"))
_DONE = Prepared(
    of_group.where(
        actions.c.state == "done", actions.c.done_on >= bindparam("first"), actions.c.done_on < bindparam("until")
    )
)
_OWNERS = Prepared(
    select(owners, people.c.name.label("known_as"), people.c.username)
    .outerjoin(people, people.c.id == owners.c.person_id)
    .where(owners.c.group_id == bindparam("group"))
    .where(owners.c.action >= bindparam("first"), owners.c.action <= bindparam("last"))
    .order_by(owners.c.action, owners.c.ordinal)
)


def read(db: Connection, group: int, which: Prepared, **values: object) -> list[Action]:
    """The actions that a statement made of `of_group` finds, with their owners."""
    rows = which.all(db, group=group, **values)
    if not rows:
        return []
    names: dict[int, list[Owner]] = {}
    # Of those between them too, in one question.
    for row in _OWNERS.all(db, group=group, first=rows[0].number, last=rows[-1].number):
        person = None if row.person_id is None else Person(row.person_id, row.known_as, row.username)
        name = row.known_as if person else row.name
        names.setdefault(row.action, []).append(Owner(name, person, row.agreed, row.organisation))
    return [
        Action(
            row.number,
            masked(row.what, row.why, row.part),
            tuple(names.get(row.number, ())),
            row.start,
            row.first_due,
            row.due,
            row.state,
            row.idea,
            Person(row.raiser_id, row.name, row.username),
            row.raised_at,
            row.done_on,
            row.moves,
            masked(row.place or "", row.why, row.part) or None,
            masked(row.different or "", row.why, row.part) or None,
            masked(row.outside or "", row.why, row.part) or None,
        )
        for row in rows
    ]


class Actions:
    """Questions about a group's actions."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, group: int, action: Action, *, chat: str, message: str, ordinal: int = 0) -> None:
        """Keep a new action under its number, its owners, and the message it came from."""
        self._db.execute(
            actions.insert().values(
                group_id=group,
                number=action.number,
                what=action.what,
                start=action.start,
                first_due=action.first_due,
                due=action.due,
                state=action.state,
                idea=action.idea,
                raiser_id=action.raiser.id,
                raised_at=action.raised_at,
                moves=0,
                chat=chat,
                message=message,
                ordinal=ordinal,
            )
        )
        self.set_owners(group, action.number, action.owners)

    def set_owners(self, group: int, number: int, names: Sequence[Owner]) -> None:
        """These people are to do it, instead of those before."""
        self._db.execute(delete(owners).where(owners.c.group_id == group, owners.c.action == number))
        for ordinal, owner in enumerate(names):
            self._db.execute(
                owners.insert().values(
                    group_id=group,
                    action=number,
                    ordinal=ordinal,
                    person_id=owner.person.id if owner.person else None,
                    name=owner.name,
                    agreed=owner.agreed,
                    organisation=owner.organisation,
                )
            )

    def get(self, group: int, number: int) -> Action | None:
        """The action with that number in this group."""
        found = read(self._db, group, _GET, number=number)
        return found[0] if found else None

    def from_message(self, group: int, chat: str, message: str, ordinal: int | None = None) -> int | None:
        """The number of the action that a message became: the first of all, or the one of that place."""
        became = select(actions.c.number).where(
            actions.c.group_id == group, actions.c.chat == chat, actions.c.message == message
        )
        if ordinal is not None:
            became = became.where(actions.c.ordinal == ordinal)
        return self._db.execute(became.order_by(actions.c.ordinal)).scalars().first()

    def source(self, group: int, number: int) -> str:
        """The id of the message an action came from."""
        message: str = self._db.execute(
            select(actions.c.message).where(actions.c.group_id == group, actions.c.number == number)
        ).scalar_one()
        return message

    def all(self, group: int, states: Iterable[str] = ("open", "done", "withdrawn")) -> list[Action]:
        """The group's actions in these states, oldest first."""
        return read(self._db, group, in_states(of_group, actions.c.state, tuple(states)))

    def of_idea(self, group: int, idea: int) -> list[Action]:
        """The actions that came from an idea, but for those taken back."""
        return read(self._db, group, _OF_IDEA, of=idea)

    def done_between(self, group: int, first: date, until: date) -> list[Action]:
        """The actions finished from `first` up to but without `until`."""
        return read(self._db, group, _DONE, first=first, until=until)

    def set_state(self, group: int, number: int, state: str, done_on: date | None = None) -> None:
        """The action is open, done (on a day) or withdrawn now."""
        self._change(group, number, state=state, done_on=done_on)

    def set_due(self, group: int, number: int, due: date | None, *, moves: int, first: date | None) -> None:
        """The action has another finish; `first` stays the first there was."""
        self._change(group, number, due=due, moves=moves, first_due=first)

    def set_start(self, group: int, number: int, start: date) -> None:
        """The action begins on another day."""
        self._change(group, number, start=start)

    def set_place(self, group: int, number: int, place: str | None) -> str | None:
        """Where the action is done; gives what was said of that before, also where it is held back."""
        return self._instead(group, number, "place", place)

    def set_different(self, group: int, number: int, different: str | None) -> str | None:
        """What will be different once the action is done; gives what was said before."""
        return self._instead(group, number, "different", different)

    def wait_for(self, group: int, number: int, outside: str | None) -> str | None:
        """Whom or what outside the group it waits for; None: for nobody any more. Gives what was said before."""
        return self._instead(group, number, "outside", outside)

    def _instead(self, group: int, number: int, column: str, words: str | None) -> str | None:
        this = select(actions.c[column]).where(actions.c.group_id == group, actions.c.number == number)
        before: str | None = self._db.execute(this).scalar_one_or_none()
        self._change(group, number, **{column: words})
        return before

    def _change(self, group: int, number: int, **values: object) -> None:
        self._db.execute(
            update(actions).where(actions.c.group_id == group, actions.c.number == number).values(**values)
        )
