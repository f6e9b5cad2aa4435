"""What was kept for long enough goes, each kind after its own time, and the list itself stays (DOMAIN 5g)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from bot.domain import care
from bot.domain.care import Reached
from bot.domain.chat import Document, Sender, Span
from storage import retention
from storage.database import Database
from storage.failures import failures
from storage.groups import chats, groups
from storage.heard import heard
from storage.hunches import hunches
from storage.outbox import outbox
from storage.people import people
from storage.store import SqlStore
from storage.tables import all_tables
from tests.storage.kinds import broken_links
from tests.storage.two_groups import NOON, seed

LIST = ("ideas", "answers", "actions", "changes", "reasons", "notes", "plans", "signatures", "people", "members")
GONE = [care.TALK, care.HEARD, care.FAILURES, care.PROOFS, care.WORDS, care.MESSAGES]


def _counts(database: Database) -> dict[str, int]:
    with database.engine.connect() as db:
        tables = all_tables().tables.values()
        return {t.name: db.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}


def _due(database: Database, now: datetime) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = database.write(lambda s: s.retention.due(now))
    return found


def _step(database: Database, now: datetime, reached: Reached) -> Reached | None:
    after: Reached | None = database.write(lambda s: s.retention.step(now, reached))
    return after


def _run(database: Database, now: datetime, between: Callable[[], object] = lambda: None) -> None:
    reached: Reached | None = Reached()
    while reached:
        reached = _step(database, now, reached)
        between()


def _fill(store: SqlStore) -> None:
    group = seed(store, "amber", "fake", 2)
    store.heard.first_time("fake", "tenant", "1", NOON)
    store.heard.failed("fake", "tenant", "2", {"text": "words"}, "error", NOON)
    store.outbox.put(f"{group}:plain", ("fake", "tenant", "chat"), (), NOON, group=group)
    for row in store.outbox.rows():
        store.outbox.sent(row.id, f"m{row.id}", NOON)


def test_each_kind_goes_after_its_own_time_and_a_dry_run_says_the_same_and_changes_nothing(database: Database) -> None:
    database.write(_fill)
    full = _counts(database)
    for past in [timedelta(), *sorted(set(GONE))]:
        now = NOON + past + timedelta(seconds=1)
        before = _counts(database)
        due = _due(database, now)
        assert _counts(database) == before
        _run(database, now)
        went = sum(before.values()) - sum(_counts(database).values())
        assert went == sum(count for what, count in due if not what.startswith("words of"))
        assert all(count == 0 for _, count in _due(database, now))
    after = _counts(database)
    assert {name: after[name] for name in LIST} == {name: full[name] for name in LIST}
    assert [after[t.name] for t in (heard, failures, hunches, outbox)] == [0, 0, 0, 0]
    assert full["heard"] == full["failures"] == 1


def test_what_waits_to_be_said_keeps_its_words_and_what_can_be_pressed_its_buttons_alone(database: Database) -> None:
    database.write(lambda s: seed(s, "amber", "fake"))
    later = NOON + care.WORDS + timedelta(days=1)
    _run(database, later)
    [waiting] = database.write(lambda s: s.outbox.rows())
    assert waiting.text
    database.write(lambda s: s.outbox.sent(waiting.id, "m1", NOON))
    _run(database, later)
    [said] = database.write(lambda s: s.outbox.rows())
    assert said.text == ()
    assert [button.label for button in said.buttons] == ["amber"]


def test_a_file_that_may_not_have_arrived_goes_with_its_words(database: Database) -> None:
    def abandoned(store: SqlStore) -> None:
        to, file = ("fake", "tenant", "@bea"), Document("my-data.txt", "text/plain", "all of it")
        store.outbox.put("data", to, (Span("here it is"),), NOON, group=None, file=file)
        assert store.outbox.claim(*to)
        assert store.outbox.abandon() == 1

    database.write(abandoned)
    _run(database, NOON + care.WORDS - timedelta(days=1))
    [row] = database.write(lambda s: s.outbox.rows())
    assert row.file
    _run(database, NOON + care.WORDS + timedelta(days=1))
    [row] = database.write(lambda s: s.outbox.rows())
    assert (row.text, row.file) == ((), None)


def test_a_group_goes_only_without_us_for_a_year_and_takes_nothing_of_another_with_it(database: Database) -> None:
    gone = database.write(lambda s: seed(s, "amber", "fake"))
    stays = database.write(lambda s: seed(s, "cobalt", "other"))
    both = database.write(lambda s: s.people.meet("other", "tenant", Sender("bea", "bea cobalt", "bea")).id)
    database.write(lambda s: s.people.joins(gone, both))
    later = NOON + care.GROUPS + timedelta(days=1)
    database.write(lambda s: [s.outbox.sent(row.id, "m", NOON) for row in s.outbox.rows()])
    _run(database, later)
    with database.engine.connect() as db:
        assert db.execute(select(groups.c.id).order_by(groups.c.id)).scalars().all() == [gone, stays]
    database.write(lambda s: s.groups.present(gone, "fake", "tenant", "chat", here=False))
    assert dict(_due(database, later))["groups without us"] == 1
    _run(database, later)
    with database.engine.connect() as db:
        assert db.execute(select(groups.c.id)).scalars().all() == [stays]
        assert db.execute(select(chats.c.group_id)).scalars().all() == [stays]
        assert {name.split()[1] for name in db.execute(select(people.c.name)).scalars()} == {"cobalt"}
        assert broken_links(db) == []
        assert both in db.execute(select(people.c.id)).scalars().all()
    assert "amber" not in str(_everything(database))


def test_a_step_takes_a_few_rows_or_one_group_and_what_was_cut_short_is_taken_up_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "STRETCH", 2)
    later = NOON + care.GROUPS + timedelta(days=1)

    def fill(store: SqlStore) -> None:
        for number in range(7):
            platform = "fake" if number % 2 else "other"
            store.heard.first_time(platform, "tenant", str(number), later if number in (2, 5) else NOON)
            store.outbox.put(f"reply {number}", (platform, "tenant", "chat"), (), NOON, group=None)
        for row in store.outbox.rows():
            store.outbox.sent(row.id, f"m{row.id}", NOON)
        for name in ("amber", "cobalt", "jade"):
            gone = store.groups.add("fake", "tenant", name, name).id
            store.groups.present(gone, "fake", "tenant", name, here=False)

    database.write(fill)
    full = dict(_due(database, later))
    assert (full["ids of what was heard"], full["messages"], full["groups without us"]) == (5, 7, 3)
    seen = [_rows(database)]
    cut_short: Reached | None = Reached()
    while cut_short and len(seen) < 5:
        cut_short = _step(database, later, cut_short)
        seen.append(_rows(database))
    assert 0 < sum(count for _, count in _due(database, later)) < 15
    _run(database, later, lambda: seen.append(_rows(database)))
    steps = list(pairwise(seen))
    assert [max(before[kind] - after[kind] for before, after in steps) for kind in range(3)] == [2, 2, 1]
    assert seen[-1] == [2, 0, 0]


def _rows(database: Database) -> list[int]:
    """How many are left: things heard, messages, groups."""
    with database.engine.connect() as db:
        return [db.execute(select(func.count()).select_from(table)).scalar_one() for table in (heard, outbox, groups)]


def _everything(database: Database) -> list[object]:
    with database.engine.connect() as db:
        return [list(db.execute(table.select())) for table in all_tables().tables.values()]
