"""One private message may ask of several kinds of things: each can be answered, and nothing else is taken for it."""

import re
from datetime import date

import pytest

from bot.grammar import item, number, spoken_of
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


async def test_each_of_several_things_in_one_reminder_stands_apart(here: Room) -> None:
    await here.facilitated()
    for idea in ("a bench", "a lamp"):
        await here.says("bea", f"/idea {idea}")
    await here.days(9)
    [nudge] = here.to("@ruth")
    first, *each, hint = nudge.split("\n\n")
    assert first == "Hello Ruth."
    assert [said.split(" needs")[0] for said in each] == ["Idea 1", "Idea 2"]
    assert hint.startswith("Please begin your reply with the number")


@pytest.mark.parametrize("ideas", [["mainc"], ["mainc", "lamp"]])
async def test_S_1_8_in_two_languages_no_line_of_one_stands_under_a_line_of_the_other(
    here: Room, ideas: list[str]
) -> None:
    await here.facilitated()
    await here.says("bea", "/language both")
    for idea in ideas:
        await here.says("bea", f"/idea {idea}")
    await here.days(9)
    [nudge] = here.to("@ruth")
    welsh, english = "Helo |Mae angen|Gallwch|I ateb|Dechreuwch", "Hello |needs an|You can|To answer|Please begin"
    for said in nudge.split("\n\n"):
        tongues = {bool(re.search(english, line)) for line in said.split("\n") if re.search(f"{welsh}|{english}", line)}
        assert len(tongues) == 1


@pytest.mark.parametrize(
    "said", ["2: no", "#2 no", "# 2: no", "no. 2 no", "rhif 2: no", "2) no", "2 - no", "2 – no", "2: - no"]
)
def test_a_number_is_read_alike_wherever_it_is_asked_for(said: str) -> None:
    assert item(said) == (None, 2, "no")
    assert number(said) == (2, "no")
    assert number(f"review {said}") is None


def test_a_time_of_the_day_is_no_number_of_a_thing() -> None:
    assert item("10:30 works for me") is None
    assert number("10:30 works for me") is None
    assert not spoken_of("10:30 works for me")
    assert item("10: 30 chairs") == (None, 10, "30 chairs")


async def test_C8_3_of_two_reviews_in_one_message_each_tells_the_number_to_reply_with(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/start", private=True)
    await here.says("bea", "/sign I sign")
    for plan in ("bus stops", "the hub"):
        await here.says("ruth", f"/plan {plan}")
    here.fake.forget()
    while not any("plan 2" in text for text in here.to("@bea")):
        await here.passes(days=1)
    told = next(text for text in here.to("@bea") if "plan 2" in text)
    number = re.search(r"The review of plan 2 is on [^?]*\?\nThis is review (\d)\.", told)
    assert number
    [joined] = await here.says("bea", f"review {number[1]}: no thanks", private=True)
    assert joined.text == "That is fine, Bea. I will not remind you of it."
    replies = await here.reads(lambda s: {r.thing_number: s.reviews.replies(1, r.number) for r in s.reviews.all(1)})
    assert [list(theirs.values()).count(False) for plan, theirs in sorted(replies.items())] == [0, 0, 1]
