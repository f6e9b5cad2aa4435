"""A day that is only spoken of is no new finish date: it is kept with the action, whose date stays as it was."""

from datetime import date

import pytest

from bot.domain.things import Action
from tests.house import Room, Seen

FINISH = date(2026, 5, 22)


async def _agreed(here: Room) -> Seen:
    """Tom has said yes to an action by 22 May."""
    await here.facilitated()
    [added] = await here.says("ruth", "/action Tom to ask the council for a bench by 22 May")
    await here.says("tom", "aye", reply_to=added)
    assert (await _action(here)).agreed
    return added


async def _action(here: Room) -> Action:
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action
    return action


@pytest.mark.parametrize(
    "words",
    [
        "I rang the council today",
        "rang them on Friday, no answer",
        "sorry, I saw her on Tuesday and she said no",
        "they will call me back on Thursday",
        "I've emailed them today and will chase on Wednesday",
        "the meeting is on 3 June",
    ],
)
async def test_C4_1_how_it_goes_moves_no_date_and_is_kept(here: Room, words: str) -> None:
    added = await _agreed(here)
    [said] = await here.says("tom", words, reply_to=added)
    assert said.text == (
        "Thank you, Tom. I have saved that as a comment on action 1.\n"
        'Its finish stays Friday 22 May. To change it, reply "new date" and the day.'
    )
    action = await _action(here)
    assert (action.due, action.moves) == (FINISH, 0)
    assert [note.text for note in await here.reads(lambda s: s.history.notes(1, "action", 1))] == [words]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("sorry been poorly, can I have till the 29th", 29),
        ("the printer broke so 29 May", 29),
        ("it'll be 29 May, the hall is shut", 29),
        ("I'm on holiday until 29 May", 29),
        ("sorry, Friday 29 May, they rang and the hall is shut", 29),
        ("ga i tan ddydd Gwener 29 Mai, mae'r neuadd ar gau", 29),
        ("29 May because the council rang and wants a form first", 29),
    ],
)
async def test_C4_1_a_new_finish_is_still_understood_in_ordinary_words(here: Room, words: str, day: int) -> None:
    added = await _agreed(here)
    await here.says("tom", words, reply_to=added)
    assert (await _action(here)).due == date(2026, 5, day)


@pytest.mark.parametrize("words", ["new date 29 May", "no wait I meant 29 May", "dyddiad newydd 29 Mai"])
async def test_C4_1_a_slip_of_the_tongue_is_no_reason(here: Room, words: str) -> None:
    added = await _agreed(here)
    [asked] = await here.says("tom", words, reply_to=added)
    assert asked.text.startswith("Please say why action 1 moves to Friday 29 May.")
    assert (await _action(here)).due == FINISH


@pytest.mark.parametrize("words", ["its done i rang them today", "ive done it", "thats done", "i did it this morning"])
async def test_C7_2_done_needs_no_apostrophe(here: Room, words: str) -> None:
    added = await _agreed(here)
    [said] = await here.says("tom", words, reply_to=added)
    assert said.text.startswith("Action 1 is done: ask the council for a bench.\nThank you, Tom.")
    assert "morning" not in said.text
    assert (await _action(here)).state == "done"
