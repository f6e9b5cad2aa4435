"""After a long time away each group hears of it once, in its hours, and is told what to do (X-03)."""

from datetime import timedelta

import pytest

from tests.house import Room


async def wakes(here: Room, **later: int) -> list[str]:
    """The bot is started anew after a while; gives what the group hears that minute."""
    here.fake.forget()
    here.clock.move(here.clock.now() + timedelta(**later))
    await here.house.wake()
    await here.tick()
    return [text for text in here.to("riverside") if "switched off" in text]


async def test_X_03_thirty_hours_away_are_told_once_in_each_group_and_not_at_the_next_start(here: Room) -> None:
    await here.says("bea", "/who")
    await here.says("bea", "/who", chat="hillside")
    assert await wakes(here) == []
    [said] = await wakes(here, hours=27)
    assert said == (
        "I was switched off from Monday 11 May to Tuesday 12 May.\n"
        "I may not have heard what you told me in that time.\n"
        "Please look at the list: type /ideas. If something is not there, send it again."
    )
    assert len([text for text in here.to("hillside") if "switched off" in text]) == 1
    assert await wakes(here) == []
    assert await wakes(here, minutes=5) == []


@pytest.mark.parametrize("hours", [0, 1, 23])
async def test_X_03_what_the_platform_has_kept_is_no_gap(here: Room, hours: int) -> None:
    await here.says("bea", "/who")
    await here.tick()
    assert await wakes(here, hours=hours) == []


async def test_X_03_a_start_at_night_waits_for_the_morning_and_a_second_gap_is_told_too(here: Room) -> None:
    await here.says("bea", "/who")
    await here.tick()
    assert await wakes(here, hours=34) == []
    [said] = [seen.text for seen in await here.passes(hours=12) if "switched off" in seen.text]
    assert "from Monday 11 May to Tuesday 12 May" in said
    assert len(await wakes(here, days=2)) == 1


async def test_X_03_a_group_that_hears_of_it_days_later_is_told_when_the_bot_was_back(here: Room) -> None:
    await here.says("bea", "/who")
    await here.tick()
    # It is back on a Saturday, and nothing is said at a weekend.
    await here.says("bea", "", kind="removed")
    assert await wakes(here, days=5) == []
    await here.says("bea", "", kind="added")
    [said] = [seen.text for seen in await here.passes(days=2) if "switched off" in seen.text]
    assert "from Monday 11 May to Saturday 16 May" in said
