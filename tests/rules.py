"""What the tests of the rules share: words that are heard, an answer that is owed, and what the disk holds by now."""

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from bot.domain.chat import Incoming, Sender
from storage.tables import all_tables
from tests.house import START, Room, Seen

BEA = Sender("bea", "Bea", "bea")


def disk(here: Room, query: str) -> list[tuple[object, ...]]:
    """What somebody else finds in the database: only what was committed."""
    other = create_engine(here.database.url, poolclass=NullPool)
    with other.connect() as db:
        return [tuple(row) for row in db.exec_driver_sql(query)]


def everything(here: Room) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    return {name: sorted(disk(here, f'SELECT * FROM "{name}"'), key=repr) for name in all_tables().tables}  # noqa: S608


def words(text: str, id_: str, sender: Sender = BEA) -> Incoming:
    """Somebody's words in the group, as an adapter brings them."""
    return Incoming(
        "fake", "tenant", id_, "message", "riverside", private=False, at=START, sender=sender, text=text,
        message=f"m{id_}", title="Riverside",
    )  # fmt: skip


async def owed(here: Room) -> None:
    """Let Ruth owe an answer to idea 1."""
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    here.fake.forget()


async def nudged(here: Room) -> Seen:
    """Let Ruth be reminded of it privately, with buttons."""
    await owed(here)
    await here.passes(days=9)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    return nudge
