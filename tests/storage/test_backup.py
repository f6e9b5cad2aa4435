"""A copy is whole, made while people go on speaking, and brought back without saying anything twice (P-13)."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.chat import Span
from bot.domain.errors import Unusable
from storage.backup import back_up, check, restore
from storage.database import Database
from tests.house import START, Room
from tests.rules import words
from tests.shelf import fresh


@pytest.fixture
def room() -> Iterator[Room]:
    """A room on a file."""
    here = Room(fresh(name="copied"), START)
    yield here
    here.house.close()


def asks(file: Path, query: str) -> list[tuple[object, ...]]:
    """Look into a file."""
    with closing(sqlite3.connect(file)) as there:
        return there.execute(query).fetchall()


def files(folder: Path, pattern: str) -> list[str]:
    """Name what lies in a folder."""
    return sorted(file.name for file in folder.glob(pattern))


async def test_P_13_a_copy_made_while_ideas_come_in_holds_all_that_was_kept_before_it(
    room: Room, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    for n in range(10):
        await room.house.hear(words(f"/idea bench {n}", str(n)))
    copying = threading.Thread(target=back_up, args=(room.database, copy))
    copying.start()
    for n in range(10, 30):
        await room.house.hear(words(f"/idea bench {n}", str(n)))
    copying.join()
    numbers = [number for (number,) in asks(copy, "SELECT number FROM ideas ORDER BY number")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 10
    # Whatever moment it shows, it is one: each idea has its history and its reply in it.
    assert asks(copy, "SELECT count(*) FROM outbox WHERE thing = 'idea'") == [(len(numbers),)]
    assert asks(copy, "SELECT count(*) FROM heard") == [(len(numbers),)]
    assert files(tmp_path, "copy*") == ["copy.db"]


async def test_P_13_what_comes_back_is_as_it_was_and_says_nothing_twice(room: Room, tmp_path: Path) -> None:
    await room.says("bea", "/idea a bench")
    await room.house.hear(words("/idea a ramp", "waits"))
    copy, elsewhere = tmp_path / "copy.db", Database(f"sqlite:///{tmp_path / 'new.db'}")
    back_up(room.database, copy)
    # It is said after the copy was made.
    await room.house.deliver()
    assert restore(copy, elsewhere) == 1
    again = Room(elsewhere, START + timedelta(minutes=1))
    await again.tick()
    assert again.fake.seen == []
    [known] = await again.says("tom", "/idea 2", id_="later")
    assert "a ramp" in known.text
    assert await again.says("bea", "/idea a ramp", id_="waits") == []
    assert asks(tmp_path / "new.db", "SELECT state FROM outbox ORDER BY id LIMIT 2") == [("sent",), ("uncertain",)]
    again.house.close()


def test_P_13_nothing_that_is_there_is_written_over(room: Room, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    kept.write_text("mine")
    with pytest.raises(Unusable, match="Nothing was copied"):
        back_up(room.database, kept)
    back_up(room.database, tmp_path / "copy.db")
    with pytest.raises(Unusable, match="Nothing was changed"):
        restore(tmp_path / "copy.db", room.database)
    assert kept.read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"x" * 5000])
def test_a_file_that_is_no_copy_is_refused_and_leaves_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copy.db").write_bytes(content)
    with pytest.raises(Unusable, match="Nothing was changed"):
        restore(tmp_path / "copy.db", Database(f"sqlite:///{tmp_path / 'new.db'}"))
    with pytest.raises(Unusable, match="There is no file"):
        restore(tmp_path / "none.db", Database(f"sqlite:///{tmp_path / 'new.db'}"))
    assert [file.name for file in tmp_path.iterdir()] == ["copy.db"]


def test_P_13_a_copy_of_a_newer_version_is_refused_and_leaves_nothing(room: Room, tmp_path: Path) -> None:
    copy, new = tmp_path / "copy.db", tmp_path / "new.db"
    back_up(room.database, copy)
    with closing(sqlite3.connect(copy)) as other, other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Unusable, match=r"made by a newer version of the bot. Nothing was changed."):
        restore(copy, Database(f"sqlite:///{new}"))
    assert files(tmp_path, "new*") == []


def test_a_copy_that_could_not_be_made_leaves_nothing(room: Room, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="could not be made"):
        back_up(room.database, tmp_path / "no folder" / "copy.db")
    assert check(room.database) is None


def test_a_database_that_is_no_file_is_copied_by_its_own_tools(tmp_path: Path) -> None:
    elsewhere = Database("postgresql+psycopg://nobody@127.0.0.1:9/none")
    with pytest.raises(Unusable, match="pg_dump"):
        back_up(elsewhere, tmp_path / "copy.db")


async def test_P_13_damage_is_found(room: Room) -> None:
    await room.says("bea", "/idea a bench")
    file = str(room.database.url.database)
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("DELETE FROM people")
    assert check(room.database) == "a link between two tables leads nowhere"


async def test_a_row_is_settled_by_hand_and_only_one_that_is_open_to_doubt(room: Room) -> None:
    def puts(key: str, state: str) -> int:
        def work(store: object) -> int:
            row: int = store.outbox.put(key, ("fake", "tenant", "riverside"), (Span(key),), START, group=1)  # type: ignore[attr-defined]
            if state != "pending":
                store.outbox.end(row, state, "why")  # type: ignore[attr-defined]
            return row

        return room.database.write(work)

    await room.says("bea", "/idea a bench")
    room.fake.forget()
    lost, there, dropped = puts("1", "uncertain"), puts("2", "uncertain"), puts("3", "refused")
    waits = puts("4", "dropped")
    settle = room.database.write
    assert settle(lambda s: [s.outbox.settle(row, "pending") for row in (lost, waits, 99)]) == [True, False, False]
    assert settle(lambda s: [s.outbox.settle(there, "sent"), s.outbox.settle(dropped, "dropped")]) == [True, True]
    await room.house.deliver()
    await room.house.deliver()
    assert [seen.text for seen in room.fake.seen] == ["1"]
