"""Where all who answer ideas are away, that is said, and not that nobody is named (C3.1, S0.32)."""

from datetime import UTC, datetime

from tests.house import Room

AWAY = "All who answer ideas are away now: Ruth and Sam. To name somebody, type /facilitator and their @name."
NOBODY = "Nobody is named to answer ideas. To name somebody, type /facilitator and their @name."


async def _away(here: Room) -> None:
    await here.facilitated()
    for who in ("ruth", "sam"):
        await here.says(who, "/away until 30 June, nobody stands in")


async def test_C3_1_who_raises_an_idea_is_told_who_is_away(here: Room) -> None:
    await _away(here)
    [said] = await here.says("bea", "/idea a bench")
    assert f"It should have an answer by Tuesday 26 May.\n{AWAY}" in said.text
    [comment] = await here.says("tom", "/answer 1 I like it")
    assert "The answer can only come from Ruth or Sam." in comment.text
    await here.says("ruth", "/answer 1 no, there is no room")
    [again] = await here.says("tom", "/again 1")
    assert f"A fresh answer is due by Tuesday 26 May.\n{AWAY}" in again.text


async def test_C3_1_and_H_01_neither_the_summary_nor_a_late_idea_says_that_nobody_is_named(here: Room) -> None:
    await _away(here)
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    await here.until(datetime(2026, 6, 16, 12, tzinfo=UTC))
    said = "\n".join(here.to("riverside") + here.to("@bea"))
    assert "Nobody is named to answer" not in said
    [late] = [text for text in here.to("riverside") if "Idea 1 still has no answer." in text]
    assert AWAY in late
    assert all(AWAY in text for text in here.to("riverside") if "this week" in text)


async def test_C3_1_who_leaves_beside_somebody_away_leaves_them_the_role(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/away until 30 June, nobody stands in")
    [left] = await here.says("sam", "/leaving")
    away = AWAY.replace(" and Sam", "")
    assert away in left.text
    assert "nobody is named" not in left.text.casefold()
    [gone] = await here.says("ruth", "/leaving")
    assert NOBODY in gone.text
