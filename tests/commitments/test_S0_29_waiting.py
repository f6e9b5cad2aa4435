"""Seed 000: an action may say whom outside the group it waits for; its owner stays the same."""

from tests.house import Room


async def test_S0_29_waiting_on_the_bus_company_shows_and_the_owner_is_still_named(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/action I will ask for a bus stop by 20 May")
    [said] = await here.says("amy", "/waiting 1 on the bus company")
    assert said.text.split("\n")[1:] == ["Waiting on the bus company.", "It is still with Amy."]
    [sheet] = await here.says("tom", "/action 1")
    assert "Who: Amy." in sheet.text
    assert "Waiting on the bus company." in sheet.text
    here.fake.forget()
    await here.days(15)
    [late] = await here.says("tom", "/actions")
    assert "Who: Amy. Late: it was due on Wednesday 20 May. Waiting on the bus company." in late.text
    assert any("Action 1 was due on Wednesday 20 May." in seen.text for seen in here.fake.seen)
    await here.says("amy", "/waiting 1 no more")
    [now] = await here.says("tom", "/action 1")
    assert "Waiting" not in now.text
    await here.says("amy", "/undo")
    [again] = await here.says("tom", "/action 1")
    assert "Waiting on the bus company." in again.text
