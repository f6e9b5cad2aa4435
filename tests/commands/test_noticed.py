"""What is said to be logged is logged; what is only implied is offered to its speaker, and logged when they agree."""

from datetime import date

import pytest
from sqlalchemy import select

from bot.command import Understanding
from bot.domain.chat import Incoming, Original, Sender
from bot.domain.dates import Said
from bot.domain.owners import Named
from bot.listen import Kind, Noticed, Talk
from storage.tables import all_tables
from tests.house import CAST, START, Room, Seen

RING = "I'll ring the library by Friday"
BENCH = "wouldn't it be nice to have a bench by the pond"
THREE = "I can do the flyer, the tea and the key"
FRIDAY = date(2026, 5, 15)
ME = (Named("speaker", "I"),)


def _one(kind: Kind, words: str, command: str, *, explicit: bool = False, **more: object) -> Noticed:
    return Noticed(kind, 0.9, words, command, explicit, **more)  # type: ignore[arg-type]


NOTICED = {
    RING: (_one("action", RING, "/action I will ring the library by 15/05/2026", who=ME, finish=Said(FRIDAY)),),
    BENCH: (_one("idea", BENCH, "/idea a bench by the pond"),),
    THREE: tuple(_one("action", THREE, f"/action I will do the {what}", who=ME) for what in ("flyer", "tea", "key")),
    "ACTION - me to book the hall": (
        _one("action", "me to book the hall", "/action me to book the hall", explicit=True),
    ),
    "two for the list: a ramp, a rail": (
        _one("idea", "a ramp", "/idea a ramp", explicit=True),
        _one("idea", "a rail", "/idea a rail", explicit=True),
    ),
    "any news?": (_one("chase", "any news?", ""),),
}


def _listen(talk: Talk) -> tuple[Noticed, ...]:
    return NOTICED.get(talk.text, ())


@pytest.fixture
def understanding() -> Understanding:
    return Understanding(_listen, lambda text: "lovely weather" not in text)


async def _on_list(here: Room) -> tuple[list[str], list[str]]:
    return await here.reads(
        lambda s: ([idea.text for idea in s.ideas.all(1)], [action.what for action in s.actions.all(1)])
    )


def _words_kept(here: Room, words: str) -> list[str]:
    """The tables that hold these words."""
    with here.database.engine.connect() as db:
        tables = all_tables().tables.values()
        return [t.name for t in tables if any(words in repr(tuple(row)) for row in db.execute(select(t)))]


async def test_I5_what_is_said_to_be_logged_is_logged_like_a_command(here: Room) -> None:
    [said] = await here.says("bea", "ACTION - me to book the hall")
    assert said.text.startswith("Action 1: book the hall") or "Action 1: book the hall" in said.text
    assert await _on_list(here) == ([], ["book the hall"])


async def test_I5_two_explicit_things_of_one_message_are_both_logged_and_each_once(here: Room) -> None:
    await here.says("bea", "two for the list: a ramp, a rail", message="m9")
    assert await _on_list(here) == (["a ramp", "a rail"], [])
    again = await here.says("bea", "two for the list: a ramp, a rail", message="m9")
    assert [said.text.splitlines()[0] for said in again] == [
        "That message is on the list already. It is idea 1.",
        "That message is on the list already. It is idea 2.",
    ]
    assert await _on_list(here) == (["a ramp", "a rail"], [])


async def test_I5_what_is_implied_is_offered_and_not_logged(here: Room) -> None:
    [offer] = await here.says("bea", RING, message="m7")
    assert offer.text == (
        "Shall I put that on the list, Bea?\n"
        "Action: ring the library. Who: Bea. Finish: Friday 15 May.\n"
        'Press Yes, or reply "yes" to this.'
    )
    assert offer.outgoing.buttons == ("Yes", "No")
    assert offer.outgoing.reply_to == "m7"
    assert await _on_list(here) == ([], [])


async def _taken(here: Room, how: str, offer: Seen) -> list[Seen]:
    if how == "press":
        return await here.presses("bea", offer, "Yes")
    if how == "thread":
        # Where a thread is what people answer in, the answer comes under their own message.
        original = Original("m7", CAST["bea"], RING, ours=False)
        return await here.says("bea", "yes please", original=original)
    return await here.says("bea", "Yes please!", reply_to=offer)


@pytest.mark.parametrize("how", ["press", "reply", "thread"])
async def test_I5_a_yes_logs_it_from_the_message_and_the_day_it_was_said(here: Room, how: str) -> None:
    [offer] = await here.says("bea", RING, message="m7")
    await here.passes(days=3)
    assert "Action 1: ring the library" in (await _taken(here, how, offer))[0].text
    [action] = await here.reads(lambda s: s.actions.all(1))
    assert (action.start, action.due, action.raised_at) == (START.date(), FRIDAY, START)
    assert [owner.person.name for owner in action.owners if owner.person] == ["Bea"]
    assert await here.reads(lambda s: s.actions.source(1, 1)) == "m7"
    await here.presses("bea", offer, "Yes")
    assert len((await _on_list(here))[1]) == 1


async def test_I5_only_who_said_it_can_say_yes(here: Room) -> None:
    [offer] = await here.says("bea", RING)
    await here.presses("tom", offer, "Yes")
    assert here.toast == "That is for Bea to say. Nothing has changed."
    [said] = await here.says("tom", "yes", reply_to=offer)
    assert said.text == "That is for Bea to say. Nothing has changed."
    assert await _on_list(here) == ([], [])


async def test_I5_a_no_logs_nothing_and_its_words_leave_at_the_next_tick(here: Room) -> None:
    [offer] = await here.says("bea", RING)
    [said] = await here.presses("bea", offer, "No")
    assert said.text == "That is fine. I have not put it on the list."
    await here.tick()
    assert _words_kept(here, "ring the library") == []
    await here.presses("bea", offer, "Yes")
    assert await _on_list(here) == ([], [])


async def test_I5_the_message_of_an_offer_that_was_taken_is_on_the_list_once(here: Room) -> None:
    [offer] = await here.says("bea", BENCH, message="m7")
    await here.presses("bea", offer, "Yes")
    [said] = await here.says("tom", "/idea", original=Original("m7", CAST["bea"], BENCH, ours=False))
    assert said.text.startswith("That message is on the list already. It is idea 1.")


async def test_I5_several_things_are_offered_in_one_message_and_taken_one_by_one_or_all(here: Room) -> None:
    [offer] = await here.says("bea", THREE)
    assert offer.text.splitlines()[:3] == [
        "Shall I put these on the list, Bea?", "Number 1:", "Action: do the flyer. Who: Bea.",
    ]  # fmt: skip
    assert offer.outgoing.buttons == ("Number 1", "Number 2", "Number 3", "All of them", "No")
    await here.presses("bea", offer, "Number 2")
    assert await _on_list(here) == ([], ["do the tea"])
    await here.presses("bea", offer, "Number 2")
    assert here.toast == "That one is on the list already. Nothing has changed."
    await here.says("bea", "all of them", reply_to=offer)
    assert await _on_list(here) == ([], ["do the tea", "do the flyer", "do the key"])


async def test_I5_a_few_offers_a_day_and_never_two_in_a_row(here: Room) -> None:
    assert len(await here.says("bea", RING)) == 1
    assert await here.says("tom", BENCH) == []
    for _ in range(2):
        await here.passes(hours=1)
        assert len(await here.says("tom", BENCH)) == 1
    await here.passes(hours=1)
    assert await here.says("tom", BENCH) == []
    await here.passes(hours=22)
    assert len(await here.says("tom", BENCH)) == 1


async def test_I5_two_members_switch_listening_off_and_on_again(here: Room) -> None:
    [asked] = await here.says("bea", "/settings listening off")
    await here.presses("tom", asked, "Yes")
    assert await here.says("bea", RING) == []
    assert await here.says("bea", "ACTION - me to book the hall") == []
    [asked] = await here.says("bea", "/settings listening on")
    await here.presses("tom", asked, "Yes")
    assert len(await here.says("bea", RING)) == 1


async def test_I5_nothing_is_offered_for_what_was_passed_on_or_said_in_a_chats_name(here: Room) -> None:
    assert await here.says("bea", RING, forwarded=True) == []
    CAST["channel"] = Sender("channel", "Channel", shared=True)
    try:
        assert await here.says("channel", RING) == []
    finally:
        del CAST["channel"]
    assert await here.says("bea", RING, kind="edit") == []
    assert await here.says("bea", "any news?") == []


async def test_I5_an_offer_nobody_answers_is_deleted_after_seven_days_with_its_words(here: Room) -> None:
    [offer] = await here.says("bea", RING)
    await here.passes(days=6)
    assert set(_words_kept(here, "ring the library")) == {"hunches", "outbox"}
    await here.passes(days=1, hours=1)
    assert _words_kept(here, "ring the library") == []
    await here.presses("bea", offer, "Yes")
    assert here.toast == "Sorry, that button does not work any more."
    assert await _on_list(here) == ([], [])


async def test_I5_after_much_talk_and_a_week_no_table_holds_a_word_of_it(here: Room) -> None:
    for n in range(100):
        await here.says("bea", [RING, BENCH, THREE, "xylophone talk", "any news?"][n % 5])
        await here.passes(hours=1)
    await here.days(8)
    for words in ("xylophone", "library", "pond", "flyer", "any news"):
        assert _words_kept(here, words) == []


async def test_I5_small_talk_opens_no_transaction(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr(here.house, "transact", begun.append)
    assert await here.house.hear(_talk("lovely weather today")) is None
    assert begun == []


def _talk(text: str) -> Incoming:
    return Incoming(
        "fake", "tenant", "u1", "message", "riverside", private=False, at=START, sender=CAST["bea"], text=text
    )


async def test_a_changed_message_that_was_only_offered_is_no_change_of_an_action(here: Room) -> None:
    await here.facilitated()
    assert await here.says("amy", RING, message="m9")
    assert await here.says("amy", "I'll ring the library by Monday", kind="edit", message="m9") == []
    assert await here.reads(lambda s: s.history.of(1, "hunch", 1)) == []
