"""What is due is done in small steps: whoever is killed in between has done those before, and no step is done twice."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.chat import Sender
from bot.ports import Store
from bot.process import house
from reminders import roll_call, sweep
from tests.house import Room
from tests.rules import disk

ANSWERERS = ("ruth", "sam", "tom")
_WAITING = "SELECT lane FROM outbox WHERE key LIKE 'nudges:%' ORDER BY lane"
_NUDGED = "SELECT state FROM nudges"


class Killed(BaseException):
    """As far as it came, and no further."""


@pytest.fixture(autouse=True)
def _one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (sweep, roll_call):
        monkeypatch.setattr(room, "PEOPLE", 1)
    for room in (sweep, house):
        monkeypatch.setattr(room, "BATCH", 1)


def _killed_after(steps: int, doing: Callable[..., Any]) -> Callable[..., Any]:
    """Do it so many times, and be killed in the next one, when it is done and not yet committed."""
    done = []

    def step(*given: Any) -> Any:  # noqa: ANN401 - as whatever it stands for
        done.append(doing(*given))
        if len(done) > steps:
            raise Killed
        return done[-1]

    return step


async def _three_facilitators(here: Room) -> None:
    """Ruth, Sam and Tom facilitate; each can be messaged."""
    await here.facilitated()

    def accept(store: Store) -> None:
        group = store.groups.find("fake", "tenant", "riverside")
        assert group
        for name in ANSWERERS:
            person = store.people.meet("fake", "tenant", Sender(name, name.capitalize(), name))
            store.roles.accept(group.id, "facilitator", person, here.clock.now())
            store.people.set_private("fake", "tenant", name, "open")

    await here.reads(accept)


async def test_X_02_a_merge_that_is_cut_short_has_reached_some_and_reaches_each_once_in_the_end(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _three_facilitators(here)
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    with monkeypatch.context() as dying:
        dying.setattr(house, "merge", _killed_after(2, sweep.merge))
        with pytest.raises(Killed):
            await here.passes(days=9)
    # Two are done, and what was begun for the third is not there.
    assert len(disk(here, _WAITING)) == 2
    assert sorted(str(state) for (state,) in disk(here, _NUDGED)) == ["merged", "merged", "waiting"]
    await here.tick()
    await here.tick()
    assert sorted(seen.to for seen in here.fake.seen if seen.to != "riverside") == ["@ruth", "@sam", "@tom"]


async def test_X_02_a_sweep_that_is_cut_short_has_looked_at_some_and_looks_at_each_once_in_the_end(here: Room) -> None:
    await here.facilitated()
    for wish in ("bench", "lamp", "tree"):
        await here.says("bea", f"/idea a {wish}")
    here.fake.forget()
    usual = here.house.reminders["answer"]
    here.house.reminders["answer"] = replace(usual, look=_killed_after(2, usual.look))
    with pytest.raises(Killed):
        await here.passes(days=9)
    here.house.reminders["answer"] = usual
    looked = "SELECT count(*) FROM promises WHERE kind = 'answer' AND step > 0"
    assert disk(here, looked) == [(2,)]
    assert len(disk(here, _NUDGED)) == 2
    await here.tick()
    await here.tick()
    assert disk(here, looked) == [(3,)]
    [said] = here.to("@ruth")
    assert [said.count(f"a {wish}") for wish in ("bench", "lamp", "tree")] == [1, 1, 1]


async def test_one_that_can_not_be_looked_at_is_looked_at_later_and_the_others_now(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweep, "BATCH", 9)
    await here.facilitated()
    for wish in ("bench", "lamp", "tree"):
        await here.says("bea", f"/idea a {wish}")
    here.fake.forget()
    usual = here.house.reminders["answer"]

    def look(sight: Any) -> Any:  # noqa: ANN401 - as the reminder's own
        if sight.promise.number == 2:
            raise ValueError("a bug of ours")
        return usual.look(sight)

    here.house.reminders["answer"] = replace(usual, look=look)
    await here.passes(days=9)
    [said] = here.to("@ruth")
    assert [said.count(f"a {wish}") for wish in ("bench", "lamp", "tree")] == [1, 0, 1]
    here.house.reminders["answer"] = usual
    await here.passes(days=1)
    assert ["a lamp" in text for text in here.to("@ruth")] == [False, True]
