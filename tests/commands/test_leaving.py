"""Whoever leaves takes nothing with them that was promised: it is offered to the others (S0.32, H-05)."""

import pytest

from bot.domain.chat import Kind
from tests.house import Room
from tests.rules import disk, everything


async def _promised(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/action I will ring the council by 20 May")
    await here.says("amy", "/action I will paint the door by 22 May")
    await here.says("amy", "/action Tom and I will bake by 29 May")
    await here.says("amy", "/idea a bench")
    here.fake.forget()


@pytest.mark.parametrize("kind", ["message", "left"])
async def test_their_actions_are_offered_once_each_and_stay_with_those_who_share_them(here: Room, kind: Kind) -> None:
    await _promised(here)
    if kind == "left":
        first, *offers = await here.says("amy", "", kind="left")
        assert first.text == "Amy has left. Thank you, Amy, for all you did here.\nAction 3 stays with Tom."
    else:
        first, *offers = await here.says("amy", "/leaving")
        assert first.text.startswith("Thank you, Amy, for all you did here. I will not remind you any more.\n")
    for offer, (n, what, day) in zip(
        offers, [(1, "ring the council", "Wednesday 20 May"), (2, "paint the door", "Friday 22 May")], strict=True
    ):
        assert offer.text == (
            f"Amy can't do action {n} any more. That is fine.\n"
            f"Action {n}: {what}.\n"
            f"Finish: {day}.\n"
            'Can you do it? Reply "I will".'
        )
    await here.presses("bea", offers[1], "I will")
    action = await here.reads(lambda s: s.actions.get(1, 2))
    assert action is not None
    assert [owner.name for owner in action.owners] == ["Bea"]


async def test_they_are_not_reminded_any_more_not_even_of_what_they_put_on_the_list(here: Room) -> None:
    await _promised(here)
    await here.says("amy", "/start", private=True)
    await here.says("amy", "", kind="left")
    here.fake.forget()
    await here.days(30)
    assert here.to("@amy") == []
    assert not any("this is for you" in text for text in here.to("riverside"))
    [idea] = await here.says("bea", "/idea 1")
    assert "from Amy" in idea.text


async def test_H_05_a_role_is_free_and_it_is_said_who_answers_now(here: Room) -> None:
    await _promised(here)
    [said] = await here.says("ruth", "", kind="left")
    assert said.text == (
        "Ruth has left. Thank you, Ruth, for all you did here.\n"
        "Ruth was the facilitator here.\n"
        "Sam will answer ideas now."
    )
    [last] = await here.says("sam", "/leaving")
    assert "Nobody is named to answer ideas." in last.text
    here.fake.forget()
    await here.days(20)
    assert here.to("@ruth") == here.to("@sam") == []
    assert any("Nobody is named to answer" in text for text in here.to("riverside"))


async def test_a_stand_in_who_leaves_stands_in_no_more(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("ruth", "/away until 29 May, Amy stands in")
    await here.presses("amy", asked, "Yes")
    [said] = await here.says("amy", "", kind="left")
    assert "Ruth is away until Friday 29 May. Nobody stands in now." in said.text
    [who] = await here.says("bea", "/who")
    assert "Nobody stands in." in who.text
    await here.says("ruth", "", kind="left")
    [who] = await here.says("bea", "/who")
    assert "Ruth" not in who.text


async def test_somebody_who_promised_nothing_leaves_without_a_word_and_may_come_back(here: Room) -> None:
    await here.says("tom", "/who")
    assert await here.says("tom", "", kind="left") == []
    assert await here.reads(lambda s: s.people.of_group(1)) == []
    await here.says("tom", "/idea a bench")
    assert [p.name for p in await here.reads(lambda s: s.people.of_group(1))] == ["Tom"]


@pytest.mark.parametrize(("text", "private"), [("/leaving this to Sam", False), ("leaving the keys with Tom", True)])
async def test_nobody_leaves_by_a_sentence_that_begins_so(here: Room, text: str, private: bool) -> None:  # noqa: FBT001 - a table of cases
    await here.facilitated()
    [said] = await here.says("ruth", text, private=private)
    assert said.text == "Do you want to leave? Then type /leaving and nothing else. Nothing has changed."
    assert "Facilitator: Ruth." in (await here.says("bea", "/who"))[0].text
    await here.says("ruth", "/leaving the group now")
    assert "No facilitator yet." in (await here.says("bea", "/who"))[0].text


def _who_and_where(here: Room) -> list[object]:
    kept = everything(here)
    return [kept[name] for name in ("people", "identities", "members", "groups", "chats", "promises")]


@pytest.mark.parametrize(("kind", "chat"), [("left", "riverside"), ("left", "hillside"), ("removed", "hillside")])
async def test_S_14_a_stranger_who_goes_and_a_chat_that_was_never_ours_leave_no_trace(
    here: Room, kind: Kind, chat: str
) -> None:
    await here.says("bea", "/idea a bench")
    before = _who_and_where(here)
    assert await here.says("amy", "", kind=kind, chat=chat) == []
    assert _who_and_where(here) == before


async def test_S_20_a_stranger_who_is_deactivated_leaves_no_trace_and_one_of_ours_is_not_reached(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    before = _who_and_where(here)
    await here.says("amy", "", kind="closed", private=True)
    assert _who_and_where(here) == before
    await here.says("bea", "", kind="closed", private=True)
    assert disk(here, "SELECT user, private FROM identities") == [("bea", "closed")]
