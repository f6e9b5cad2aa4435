"""Merging two groups forgets no table, no number and no sentence, also of those that are yet to be made (T-05)."""

import ast
import re
from pathlib import Path

import pytest
from sqlalchemy import Integer, func, select, text, update

from bot.domain.things import Renumbered
from reminders.reminder import find_reminders
from storage.database import Database
from storage.group_merge import COMMANDS, COUNTED, KINDS, NUMBERS, merge, renumbered
from storage.groups import chats, groups
from storage.store import SqlStore
from storage.tables import all_tables
from tests.storage.kinds import broken_links
from tests.storage.two_groups import CHAT, TENANT, seed

ROOT = Path(__file__).parents[2]
OF_GROUPS = [table for table in all_tables().sorted_tables if "group_id" in table.c]
# Whole numbers that count nothing of a group's own.
OTHERS = {"step", "arming", "moves", "extended", "ordinal", "cost_pence", "thing_number"} | {
    *("promise", "version", "year", "question", "quarters", "note"),
}


def _merged(store: SqlStore) -> tuple[dict[str, int], dict[str, int], int, int]:
    """Merge one of two full groups into the other; how many rows of each table there were and are."""
    stays = seed(store, "amber", "fake", 2)
    early = seed(store, "cobalt", "other", 3)
    for table in OF_GROUPS:
        if "chat" in table.c:
            store.connection.execute(update(table).where(table.c.group_id == early).values(chat="new"))
    before = _count(store)
    merge(store.connection, early, stays)
    return before, _count(store), early, stays


def _count(store: SqlStore) -> dict[str, int]:
    counts = {}
    for table in OF_GROUPS:
        counts[table.name] = store.connection.execute(select(func.count()).select_from(table)).scalar_one()
    return counts


def test_T_05_no_row_is_lost_but_for_the_second_summary_and_who_cares_for_the_list(database: Database) -> None:
    before, after, early, _ = database.write(_merged)
    assert {name: before[name] - count for name, count in after.items() if before[name] != count} == {
        "promises": 1,
        "care": 1,
    }
    with database.engine.connect() as db:
        left = [t.name for t in OF_GROUPS if db.execute(select(t).where(t.c.group_id == early)).first()]
        assert left == []
        assert db.execute(select(groups.c.id).where(groups.c.id == early)).first() is None
        assert broken_links(db) == []


def test_T_05_everything_points_at_what_it_pointed_at(database: Database) -> None:
    database.write(_merged)
    with database.engine.connect() as db:
        for table, column in (item.split(".") for item in NUMBERS):
            if column in all_tables().tables[table].c:
                query = f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL'  # noqa: S608
                assert {row[0] for row in db.exec_driver_sql(query)} <= set(range(1, 6))
        words = "SELECT text FROM ideas WHERE number = 4 UNION ALL SELECT reason FROM answers WHERE idea = 4"
        assert [row[0].split()[0] for row in db.exec_driver_sql(words)] == ["cobalt"] * 2
        assert db.exec_driver_sql("SELECT what, idea FROM actions WHERE number = 5").all() == [("cobalt paint", 5)]
        notes = "SELECT thing_number FROM notes WHERE text LIKE 'cobalt%' ORDER BY 1"
        assert [row[0] for row in db.execute(text(notes))] == [3, 4, 5]
        promised = "SELECT number FROM promises WHERE kind = 'answer' ORDER BY 1"
        assert [row[0] for row in db.exec_driver_sql(promised)] == [1, 2, 3, 4, 5]
        assert db.exec_driver_sql("SELECT last_idea, last_action, last_change FROM groups").all() == [(5, 5, 5)]
        assert '"/answer 3 yes cobalt"' in str(db.exec_driver_sql("SELECT buttons FROM outbox").all())
        assert "/answer 3 no cobalt {}" in str(db.exec_driver_sql("SELECT command FROM questions").all())


def test_T_05_following_twice_is_following_once(database: Database) -> None:
    def twice(store: SqlStore) -> list[Renumbered]:
        seed(store, "amber", "fake")
        return [store.moves.follow("fake", TENANT, CHAT, "new") for _ in range(2)]

    assert database.write(twice) == [Renumbered(), Renumbered()]
    with database.engine.connect() as db:
        found = db.execute(select(chats.c.chat, chats.c.here).order_by(chats.c.chat)).all()
    assert [tuple(row) for row in found] == [(CHAT, False), ("new", True)]


def test_every_number_of_every_table_is_known_to_the_merging() -> None:
    numbers = {
        f"{t.name}.{c.name}"
        for t in OF_GROUPS
        for c in t.c
        if type(c.type) is Integer and c.name not in OTHERS and f"{t.name}.{c.name}" != "promises.number"
    }
    assert numbers <= NUMBERS.keys()
    assert set(NUMBERS.values()) == set(COUNTED)


def test_every_kind_of_promise_is_known_to_the_merging() -> None:
    assert set(find_reminders()) - KINDS.keys() == {"digest", "event", "gap", "review", "yousaid"}


def _sentences() -> set[str]:
    """The commands that our code writes before a number: f"/answer {idea.number} …"."""
    found = set()
    for file in [*ROOT.glob("bot/**/*.py"), *ROOT.glob("reminders/*.py")]:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.JoinedStr) and len(node.values) > 1 and isinstance(node.values[0], ast.Constant):
                command = re.fullmatch(r"/([a-z]+) ", str(node.values[0].value))
                value = node.values[1]
                if command and re.fullmatch(r"(\w+\.)*(number|n)", ast.unparse(getattr(value, "value", value))):
                    found.add(command[1])
    return found


def test_every_sentence_with_a_number_is_known_to_the_merging() -> None:
    written = _sentences()
    assert len(written) > 8
    assert written <= COMMANDS.keys()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("/answer 1 no {}", "/answer 11 no {}"),
        ("/answer 12", "/answer 22"),
        ("/done 3 1 June", "/done 23 1 June"),
        ("/standin 2 yes", "/standin 42 yes"),
        ("/same 2 as 1 yes", "/same 12 as 11 yes"),
        ("/action from idea 2: {}", "/action from idea 12: {}"),
        ("/about of idea 1, action 2: {}: yes to 3", "/about of idea 11, action 22: {}: yes to 3"),
        ("[9] /answer 2 yes", "[1] /answer 12 yes"),
        ("[8] /answer 2 yes", "[8] /answer 12 yes"),
        ("/idea 3 swings", "/idea 13 swings"),
        ("/accept manager", "/accept manager"),
        ("/setup nation wales", "/setup nation wales"),
        ("/away 3 June", "/away 3 June"),
        ("I will", "I will"),
        ("/plan 2 draft", "/plan 52 draft"),
        ("/action for plan 2: {}", "/action for plan 52: {}"),
        ("", ""),
    ],
)
def test_T_05_a_button_means_what_it_meant(before: str, after: str) -> None:
    shift = {"idea": 10, "action": 20, "change": 30, "absence": 40, "plan": 50, "offer": 60}
    assert renumbered(before, 9, 1, shift) == after
