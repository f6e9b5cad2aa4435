"""`python -m bot retention` lets go of what was kept for long enough; with --dry-run it only shows what would go."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.__main__ import main
from bot.domain.care import Reached
from bot.ports import Store
from storage import retention
from storage.retention import Retention
from tests.house import Room
from tests.rules import disk, words
from tests.shelf import fresh

LONG_AGO = datetime(2020, 1, 6, 12, tzinfo=UTC)


def test_a_dry_run_shows_a_table_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    database = fresh()
    database.write(lambda store: store.heard.first_time("fake", "tenant", "1", LONG_AGO))
    monkeypatch.setenv("DATABASE_URL", database.url.render_as_string())
    assert main(["retention", "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "       1  ids of what was heard\n" in said
    assert "1 would go. Nothing has changed." in said
    assert database.write(lambda store: store.heard.count()) == 1
    assert main(["retention"]) == 0
    assert "They are gone." in capsys.readouterr().out
    assert database.write(lambda store: store.heard.count()) == 0
    database.close()


async def test_the_bot_does_it_by_itself_each_day(here: Room) -> None:
    await here.house.hear(words("/idea a bench", "1"))
    await here.tick()
    assert disk(here, "SELECT count(*) FROM heard") == [(1,)]
    here.clock.move(here.clock.now() + timedelta(days=31))
    await here.tick()
    assert disk(here, "SELECT count(*) FROM heard") == [(0,)]
    assert disk(here, "SELECT text FROM ideas") == [("a bench",)]


async def test_what_members_say_is_heard_while_the_bot_lets_go_of_what_is_old(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "STRETCH", 1)
    old = "SELECT count(*) FROM heard WHERE tenant = 'long ago'"

    def fill(store: Store) -> None:
        for number in range(20):
            store.heard.first_time("fake", "long ago", str(number), LONG_AGO)

    await here.reads(fill)
    loop, begun = asyncio.get_running_loop(), asyncio.Event()

    usual = Retention.step

    def step(self: Retention, now: datetime, reached: Reached) -> Reached | None:
        if reached.key:
            loop.call_soon_threadsafe(begun.set)
        return usual(self, now, reached)

    monkeypatch.setattr(Retention, "step", step)
    ticking = asyncio.ensure_future(here.house.tick())
    await begun.wait()
    await here.house.hear(words("/idea a bench", "1"))
    assert disk(here, "SELECT text FROM ideas") == [("a bench",)]
    [(left,)] = disk(here, old)
    assert left in range(1, 20)
    await ticking
    assert disk(here, old) == [(0,)]
    assert disk(here, "SELECT count(*) FROM heard") == [(1,)]
