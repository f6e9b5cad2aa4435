"""Whoever left without a word is not reminded: the platform is asked first (T-25)."""

from datetime import UTC, datetime, timedelta

from tests.house import Room
from tests.rules import disk

MORNING = datetime(2026, 5, 20, 8, tzinfo=UTC)


async def test_T_25_a_facilitator_who_left_unseen_is_not_reminded_and_the_group_hears_it_once(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    here.fake.gone.add("ruth")
    here.fake.forget()
    await here.passes(days=9)
    assert here.to("@ruth") == []
    [said] = [text for text in here.to("riverside") if "this week" not in text]
    assert said.startswith("Ruth has left. Thank you, Ruth, for all you did here.")
    assert "Sam will answer ideas now." in said
    here.fake.forget()
    await here.until(here.clock.now().replace(day=28))
    assert [text for text in here.to("@ruth") + here.to("riverside") if "Ruth" in text] == []
    assert any("The answer to idea 1 was due" in text for text in here.to("@sam"))


async def test_T_25_only_those_who_are_to_be_reminded_are_asked_about(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.passes(days=1)
    assert here.fake.asked == []
    await here.passes(days=8)
    assert here.fake.asked == [("riverside", "ruth")]
    assert here.to("@ruth") != []


async def test_T_25_nobody_is_asked_about_while_they_would_not_be_told_anything(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/quiet 9am to 4pm", private=True)
    here.fake.forget()
    for hours in range(8):
        here.clock.move(MORNING + timedelta(hours=hours))
        await here.tick()
        assert here.fake.asked == ([] if hours < 7 else [("riverside", "ruth")])
    assert len(here.to("@ruth")) == 1


async def test_T_25_who_leaves_unseen_in_their_quiet_time_is_not_reminded_after_it(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/quiet 9am to 4pm", private=True)
    here.fake.forget()
    here.clock.move(MORNING)
    await here.tick()
    here.fake.gone.add("ruth")
    await here.passes(hours=7)
    assert here.fake.asked == [("riverside", "ruth")]
    assert here.to("@ruth") == []
    assert here.to("riverside")[-1].startswith("Ruth has left.")


async def test_T_25_who_was_told_today_is_asked_about_again_when_they_are_told_the_rest(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    here.clock.move(MORNING)
    await here.tick()
    assert here.fake.asked == [("riverside", "ruth")]
    await here.reads(lambda s: s.promises.arm(1, "answer", 1, MORNING.date(), here.clock.now()))
    await here.passes(hours=1)
    await here.passes(hours=1)
    assert disk(here, "SELECT count(*) FROM nudges WHERE state = 'waiting'") == [(1,)]
    assert here.fake.asked == [("riverside", "ruth")]
    await here.passes(days=1)
    assert here.fake.asked == [("riverside", "ruth")] * 2
    assert len(here.to("@ruth")) == 2


async def test_S_29_who_is_seen_in_other_chats_only_has_left_theirs(here: Room) -> None:
    for chat in ("riverside", "hillside"):
        await here.says("bea", "/idea a bench", chat=chat)
    await here.house.seen_in("fake", "tenant", "bea", ["hillside", "one never heard of"])
    groups = disk(here, "SELECT chat FROM members JOIN chats ON chats.group_id = members.group_id")
    assert groups == [("hillside",)]
    await here.house.seen_in("fake", "another tenant", "bea", [])
    await here.house.seen_in("fake", "tenant", "somebody never met", [])
    assert disk(here, "SELECT count(*) FROM people") == [(1,)]


async def test_S_29_who_has_another_chat_of_the_group_has_not_left_it(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.reads(lambda s: s.groups.add("other", "tenant", "far side", "far side"))
    await here.reads(lambda s: s.links.one_group(2, 1))
    await here.house.seen_in("fake", "tenant", "bea", [])
    assert disk(here, "SELECT count(*) FROM members") == [(1,)]
