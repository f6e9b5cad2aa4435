"""Where the bot is not, or may not write, nothing is lost and nobody is nudged; it goes on when it is back."""

import pytest

from bot.domain.chat import Span
from bot.domain.errors import Later, Undeliverable
from bot.ports import Store
from tests.house import Room
from tests.rules import disk, owed

MUTED = Undeliverable("not enough rights to send text messages to the chat", permanent=True, muted=True)


async def leaves(here: Room) -> None:
    """Let somebody take the bot out of the group."""
    await here.says("bea", "", kind="removed")
    here.fake.forget()


async def test_T_25_what_waits_for_a_group_without_the_bot_goes_on_waiting(here: Room) -> None:
    await here.says("bea", "/who")

    def put(store: Store) -> None:
        for key in ("1", "2", "3"):
            store.outbox.put(key, ("fake", "tenant", "riverside"), (Span(key),), here.clock.now(), group=1)

    await here.reads(put)
    await leaves(here)
    await here.passes(days=1)
    assert here.fake.seen == []
    await here.says("bea", "", kind="added")
    assert here.to("riverside")[:3] == ["1", "2", "3"]
    assert "I am a computer" in here.to("riverside")[3]


async def test_T_25_a_bot_that_is_back_says_that_it_has_the_list_and_asks_no_first_questions(here: Room) -> None:
    await here.says("bea", "", kind="added")
    await here.says("bea", "/idea a bench")
    await leaves(here)
    [back] = await here.says("bea", "", kind="added")
    assert back.text == (
        "Hello again. I still have the list of this group, with all that is on it.\n"
        "To see it, type /ideas. To add an idea, type /idea and then your idea.\n"
        "To see what I keep, and for how long, type /privacy.\n"
        "I am a computer. Nobody is watching this chat all the time. In an emergency, call 999."
    )


async def test_T_25_nobody_is_nudged_for_a_group_without_the_bot_and_nothing_is_forgotten(here: Room) -> None:
    await owed(here)
    await leaves(here)
    await here.days(21)
    assert here.fake.seen == []
    await here.says("bea", "", kind="added")
    here.fake.forget()
    await here.passes(days=1)
    [late] = here.to("@ruth")
    assert "Idea 1" in late
    assert [text for text in here.to("riverside") if "Idea 1" in text]


async def test_T_25_a_nudge_on_its_way_when_the_bot_is_taken_out_is_kept(here: Room) -> None:
    await owed(here)
    here.fake.failing = [Later("slow down", 60)] * 2
    await here.passes(days=9)
    assert here.fake.failing == []
    await leaves(here)
    await here.passes(hours=1)
    assert here.fake.seen == []
    assert disk(here, "SELECT state FROM nudges") == [("waiting",)]
    await here.says("bea", "", kind="added")
    here.fake.forget()
    await here.passes(days=1)
    assert ["Idea 1" in text for text in here.to("@ruth")] == [True]


async def test_T_25_what_is_answered_privately_meanwhile_is_told_to_the_group_once_the_bot_is_back(here: Room) -> None:
    await owed(here)
    await leaves(here)
    [thanks] = await here.says("ruth", "/answer 1 yes, because people asked for it", private=True)
    assert thanks.to == "@ruth"
    await here.days(3)
    assert here.to("riverside") == []
    await here.says("bea", "", kind="added")
    assert here.to("riverside")[0].startswith("Good news. Idea 1 has an answer. The answer is yes.")
    assert sum("Good news" in text for text in here.to("riverside")) == 1


async def test_T_25_one_group_without_the_bot_keeps_no_nudge_of_another_back(here: Room) -> None:
    await owed(here)
    await here.says("ruth", "/facilitator me", chat="hillside")
    await here.says("bea", "/idea a swing", chat="hillside")
    here.fake.failing = [Later("slow down", 60)] * 3
    await here.passes(days=9)
    assert here.fake.failing == []
    await leaves(here)
    await here.passes(hours=1)
    [nudge] = here.to("@ruth")
    assert "swing" in nudge
    assert "bench" not in nudge


@pytest.mark.parametrize("arrivals", [1, 2])
async def test_T_25_a_bot_that_is_added_again_says_hello_again_but_once(here: Room, arrivals: int) -> None:
    await here.says("bea", "", kind="added")
    await leaves(here)
    for _ in range(arrivals):
        await here.says("bea", "", kind="added")
    assert len([text for text in here.to("riverside") if "I am a computer" in text]) == 1


async def test_T_31_a_muted_bot_keeps_what_it_hears_and_tells_the_facilitator_once(here: Room) -> None:
    await here.facilitated()
    here.fake.failing = [MUTED]
    await here.says("bea", "/idea a bench")
    [told] = here.to("@ruth")
    assert told.startswith("Hello. I can't write in Riverside just now.\nI still keep what people tell me there.")
    here.fake.failing = [MUTED]
    await here.says("bea", "/idea a ramp")
    assert here.to("@ruth") == [told]
    assert here.to("riverside") == here.to("@sam") == []
    assert disk(here, "SELECT text FROM ideas ORDER BY number") == [("a bench",), ("a ramp",)]


async def test_T_31_with_no_facilitator_the_manager_is_told_and_with_nobody_nobody(here: Room) -> None:
    here.fake.failing = [MUTED]
    assert await here.says("bea", "/idea a bench") == []
    await here.says("sam", "/manager me")
    here.fake.failing = [MUTED]
    await here.says("bea", "/idea a ramp")
    assert len(here.to("@sam")) == 1


async def test_T_31_another_refusal_is_no_muting(here: Room) -> None:
    await here.facilitated()
    here.fake.failing = [Undeliverable("message text is empty", permanent=True)]
    assert await here.says("bea", "/idea a bench") == []
