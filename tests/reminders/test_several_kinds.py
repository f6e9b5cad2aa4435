"""One private message may ask of several kinds of things: each can be answered, and nothing else is taken for it."""

from datetime import date

import pytest

from bot.grammar import item, number
from tests.house import Room, Seen
from tests.rules import disk


async def _invited(here: Room, *, action: bool) -> Seen:
    """Bea is invited to the review of the charter; on that day an action of hers may be near, too."""
    await here.facilitated()
    await here.says("bea", "/start", private=True)
    await here.says("bea", "/sign I sign")
    if action:
        await here.says("bea", "/action I will ring the shop by 1 April 2027")
    while not any("Would you like to take part?" in text for text in here.to("@bea")):
        await here.passes(days=1)
    assert here.clock.now().date() == date(2027, 3, 30)
    return [seen for seen in here.fake.seen if seen.to == "@bea"][-1]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("help", "/idea: Add an idea to the list."),
        ("mine", "Bea, you have nothing on the list yet."),
        ("idea a bench", "Thank you, Bea. Your idea is on the list."),
        ("yes", "Thank you, Bea. You are on the list for it."),
        ("the letters are too small", "Thank you, Bea. I have put that with the review of the charter."),
    ],
)
async def test_8_after_an_invitation_a_command_is_a_command_and_an_idea_is_an_idea(
    here: Room, typed: str, said: str
) -> None:
    await _invited(here, action=False)
    [reply] = await here.says("bea", typed, private=True)
    assert reply.text.startswith(said)


async def test_T_28_a_view_in_welsh_is_kept_as_it_was_written(here: Room) -> None:
    await _invited(here, action=False)
    view = "Na, mae'r llythrennau'n rhy fach"
    [reply] = await here.says("bea", view, private=True)
    assert reply.text.startswith("Thank you, Bea. I have put that with the review of the charter.")
    assert disk(here, "SELECT text FROM notes WHERE thing = 'review'") == [(view,)]


async def test_C8_3_an_invitation_beside_something_else_can_be_answered(here: Room) -> None:
    nudge = await _invited(here, action=True)
    assert "Action 1 has its finish on Thursday 1 April." in nudge.text
    last = nudge.text.split("\n")[-1]
    example = last.removeprefix("Please begin your reply with the number, like this: ")
    assert example in ("review 1: yes", "action 1: done")
    [asked] = await here.says("bea", "yes", private=True)
    assert "Please reply with one of these: " in asked.text
    assert "review 1" in asked.text
    [joined] = await here.says("bea", "review 1", private=True)
    assert joined.text == "Thank you, Bea. You are on the list for it."
    [again] = await here.says("bea", "review 1: no thanks", private=True, reply_to=nudge)
    assert again.text == "That is fine, Bea. I will not remind you of it."
    told = await here.says("bea", "action 1: done", private=True)
    assert any(seen.text.startswith("Action 1 is done: ring the shop.") for seen in told)


async def test_what_only_tells_of_several_things_asks_for_no_reply(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/start", private=True)
    for wish in ("a bench", "more trees"):
        await here.says("bea", f"/idea {wish}")
    here.fake.forget()
    while not here.to("@bea"):
        await here.passes(days=1)
    [news] = here.to("@bea")
    assert news.count("There is no news of idea") == 2
    assert "Please begin your reply" not in news


@pytest.mark.parametrize("said", ["2: no", "#2 no", "# 2: no", "no. 2 no", "rhif 2: no"])
def test_a_number_is_read_alike_wherever_it_is_asked_for(said: str) -> None:
    assert item(said) == (None, 2, "no")
    assert number(said) == (2, "no")
    assert number(f"review {said}") is None
