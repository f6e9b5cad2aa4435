"""A facilitator goes away for two weeks, a member leaves, the chat gets a new id: nobody is reminded wrongly."""

from datetime import UTC, datetime

import pytest

from tests.house import Room
from tests.shelf import KINDS

OLD, NEW = "riverside", "supergroup"


def _days(here: Room, lane: str, words: str) -> list[str]:
    """The days on which somebody saw words in a message."""
    return [f"{seen.at:%-d %b}" for seen in here.fake.seen if seen.to == lane and words in seen.text]


@pytest.mark.parametrize("kind", KINDS)
async def test_S0_32_two_weeks_away_somebody_leaves_and_the_chat_moves_meanwhile(here: Room, kind: str) -> None:
    assert here.database.sqlite is (kind == "sqlite")
    await here.facilitated()
    for who in ("amy", "tom", "bea"):
        await here.says(who, "/start", private=True)
    # Monday 11 May: two ideas, and two actions of Amy's.
    await here.says("bea", "/idea a bench at the bus stop")
    await here.says("tom", "/idea letters in large print")
    await here.says("amy", "/action I will ring the council by 22 May")
    await here.says("amy", "/action I will paint the door by 29 May")
    [asked] = await here.says("ruth", "/away from 18 May until 31 May, Bea stands in")
    await here.presses("bea", asked, "Yes")
    here.fake.forget()

    # The first week: Ruth is away from Monday, and Bea is told what waits for her now.
    await here.until(datetime(2026, 5, 19, 12, tzinfo=UTC))
    assert _days(here, OLD, "Bea stands in for Ruth until Sunday 31 May.") == ["18 May"]
    assert _days(here, OLD, "idea 1, idea 2") == ["18 May"]

    # The chat gets a new id, and Amy leaves it.
    await here.house.moved("fake", "tenant", OLD, NEW)
    first, *offers = await here.says("amy", "", kind="left", chat=NEW)
    assert first.to == NEW
    assert first.text.startswith("Amy has left.")
    assert [f"Action {n}:" in offer.text for n, offer in enumerate(offers, 1)] == [True, True]
    [taken] = await here.presses("tom", offers[0], "I will")
    assert "Tom will do it by Friday 22 May." in taken.text

    # Bea answers one idea in Ruth's place, and is reminded of the other.
    [told] = await here.says("bea", "/answer 2 yes because people ask for them", chat=NEW)
    assert "Answered by Bea, facilitator, on Tuesday 19 May." in told.text
    await here.says("bea", "/action Tom to print the letters by 30 June, from idea 2", chat=NEW)
    await here.until(datetime(2026, 5, 31, 12, tzinfo=UTC))
    assert _days(here, "@bea", "Idea 1 needs an answer") == ["20 May"]
    assert _days(here, "@bea", "The answer to idea 1 was due") == ["27 May"]
    assert _days(here, "@tom", "Action 1") == ["20 May", "26 May"]

    # Ruth is back on Monday 1 June, and what was not answered is hers again.
    await here.until(datetime(2026, 6, 3, 12, tzinfo=UTC))
    assert _days(here, NEW, "Ruth is back. Thank you, Bea, for standing in.") == ["1 Jun"]
    assert _days(here, "@ruth", "Idea 1 is 5 working days late.") == ["2 Jun"]
    assert _days(here, "@sam", "Idea 1 is 5 working days late.") == ["2 Jun"]
    await here.says("ruth", "/answer 1 no because the path is too narrow there", chat=NEW)
    await here.says("tom", "/done 1", chat=NEW)
    await here.until(datetime(2026, 6, 26, 12, tzinfo=UTC))

    # In all that time nobody heard what was not theirs to hear, and nobody heard it twice.
    assert here.to("@amy") == []
    assert [text for text in here.to("@ruth") if "Idea 1 is 5" not in text] == []
    assert all("dea 2 needs" not in text for text in here.to("@bea") + here.to("@ruth"))
    assert _days(here, "@bea", "5 working days late") == []
    assert not any("this is for you" in seen.text for seen in here.fake.seen)
    private = [(seen.to, seen.at.date()) for seen in here.fake.seen if seen.to.startswith("@")]
    assert len(private) == len(set(private))
    assert [seen for seen in here.fake.seen if seen.to == OLD and seen.at > datetime(2026, 5, 19, 12, tzinfo=UTC)] == []
