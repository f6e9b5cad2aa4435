"""Seeds 000, 001 and 003: was the raiser talked with before a no, and where was it decided."""

import pytest

from bot.domain.decided import places, read_where
from tests.house import Room


async def test_S0_10_whoever_says_no_is_asked_once_if_they_talked_and_it_is_kept(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [no] = await here.says("ruth", "/answer 1 no, there is no room for it")
    assert "Ruth, did you talk to Bea about idea 1? Reply yes or no." in no.text
    [thanks] = await here.says("ruth", "no", reply_to=no)
    assert "It may help to talk to Bea." in thanks.text
    [history] = await here.says("tom", "/history 1")
    assert "Ruth said that they did not talk with whoever raised it." in history.text
    [again] = await here.says("ruth", "/answer 1 change no, the path is too narrow")
    assert "did you talk" not in again.text


async def test_S0_10_other_words_in_reply_are_what_they_are_and_a_yes_is_not_asked_about(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [no] = await here.says("ruth", "/answer 1 no, there is no room for it")
    [update] = await here.says("ruth", "I will ask about the other corner", reply_to=no)
    assert "I have saved that as an update." in update.text
    await here.says("bea", "/idea a tree")
    [yes] = await here.says("ruth", "/answer 2 yes")
    assert "did you talk" not in yes.text


@pytest.mark.parametrize(
    ("reason", "where"),
    [
        ("we agreed it at the meeting", "in the group"),
        ("the manager decided it", "by the manager"),
        ("the cabinet has decided not to", "elsewhere"),
        ("the council said there is no money", "elsewhere"),
        ("there is no room", None),
    ],
)
def test_S1_4_where_it_was_decided_is_read_from_the_reason(reason: str, where: str | None) -> None:
    assert read_where(reason) == where


async def test_S3_2_where_each_decision_was_made_is_kept_and_can_be_counted(here: Room) -> None:
    await here.facilitated()
    for n, words in enumerate(("no, the council decided there is no money, £500 once", "yes", "yes"), 1):
        await here.says("bea", f"/idea thing {n} for the hall")
        await here.says("ruth", f"/answer {n} {words}")
    [asked] = await here.says("ruth", "/decided 2")
    [said] = await here.says("ruth", "in the group", reply_to=asked)
    assert "Idea 2 was decided in the group." in said.text
    await here.says("sam", "/decided 3 by the manager")
    changes = await here.reads(lambda s: [c for n in (1, 2, 3) for c in s.history.of(1, "idea", n)])
    assert places(changes) == {"elsewhere": 1, "in the group": 1, "by the manager": 1}
    [history] = await here.says("tom", "/history 1")
    assert "Ruth said where it was decided: elsewhere." in history.text
    [no] = await here.says("tom", "/decided 2 elsewhere")
    assert "Nothing has changed." in no.text
