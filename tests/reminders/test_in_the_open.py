"""Who can't be written to in private is reminded in their group, kindly: what is said at one time is one message."""

from datetime import UTC, datetime

import pytest

from bot.process import house
from reminders import sweep
from tests.house import Room, Seen
from tests.reminders.test_cut_short import Killed
from tests.rules import disk

DUE = "needs an answer by Tuesday 26 May. That is 3 working days away."
HOW = "Ruth, I can't message you privately, so I say it here.\nTo let me, open a chat with me and press Start."


async def _closed(here: Room, *ideas: str) -> None:
    """Ruth is to answer these ideas; she can't be messaged in private, and that is known."""
    await here.facilitated()
    for idea in ideas:
        await here.says("bea", f"/idea {idea}")
    await here.reads(lambda s: s.people.set_private("fake", "tenant", "ruth", "closed"))
    here.fake.forget()


def _to_ruth(here: Room) -> list[Seen]:
    return [seen for seen in here.fake.seen if seen.text.startswith("Ruth, ")]


async def _reminded(here: Room, *ideas: str) -> Seen:
    await _closed(here, *ideas)
    await here.passes(days=9)
    [said] = _to_ruth(here)
    return said


async def test_H_01_several_things_said_to_somebody_at_one_time_are_one_message_in_their_group(here: Room) -> None:
    said = await _reminded(here, "a bench", "a ramp", "a lamp")
    assert said.to == "riverside"
    how, rest = said.text[: len(HOW)], said.text[len(HOW) :]
    assert how == HOW
    assert [rest.count(f"\nIdea {n} {DUE}") for n in (1, 2, 3)] == [1, 1, 1]
    assert rest.endswith(
        "\nPlease begin your reply with the number, like this: idea 1: yes, because people asked for it"
    )
    assert said.outgoing.start
    assert said.outgoing.buttons == ()
    assert [span.text for span in said.outgoing.text if span.person] == ["Ruth"]
    here.fake.forget()
    # How to change it was said already; the next time has a message of its own.
    await here.until(datetime(2026, 5, 27, 12, tzinfo=UTC))
    [late] = _to_ruth(here)
    assert late.text.startswith("Ruth, this is for you.\n\nThe answer to idea 1 was due yesterday")
    assert late.text.count("was due yesterday") == 3
    assert not late.outgoing.start


async def test_T_03_a_private_message_that_comes_back_is_one_message_too(here: Room) -> None:
    await here.facilitated()
    for idea in ("a bench", "a ramp"):
        await here.says("bea", f"/idea {idea}")
    here.fake.closed.add("ruth")
    here.fake.forget()
    await here.passes(days=9)
    [said] = _to_ruth(here)
    assert said.text.startswith(HOW)
    assert [f"Idea {n} {DUE}" in said.text for n in (1, 2)] == [True, True]


async def test_each_group_hears_its_own_and_each_person_theirs(here: Room) -> None:
    await _closed(here, "a bench")
    for who, words in (("ruth", "/facilitator me"), ("tom", "/idea a swing"), ("tom", "/idea a slide")):
        await here.says(who, words, chat="hillside")
    await here.says("bea", "/idea a lamp")
    await here.says("bea", "/action I will paint the door by 26 May")
    here.fake.forget()
    await here.passes(days=9)
    assert sorted(seen.to for seen in _to_ruth(here)) == ["hillside", "riverside"]
    near, there = ("".join(seen.text for seen in _to_ruth(here) if seen.to == to) for to in ("riverside", "hillside"))
    assert [words in near for words in ("a bench", "a lamp", "a swing", "a slide", "the door")] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert [words in there for words in ("a bench", "a lamp", "a swing", "a slide")] == [False, False, True, True]


async def test_rule_8_a_reply_to_several_says_which_one_or_is_asked(here: Room) -> None:
    said = await _reminded(here, "a bench", "a ramp")
    [told, *_] = await here.says("ruth", "idea 2: yes, because we like it", reply_to=said)
    assert "Idea 2 has an answer. The answer is yes." in told.text
    [which] = await here.says("ruth", "no, because the path is too narrow", reply_to=said)
    assert which.text.startswith("Which one do you mean? I have kept your words.")
    [told, *_] = await here.says("ruth", "1", reply_to=which)
    assert "Idea 1 has an answer. The answer is no." in told.text
    assert "Why: the path is too narrow" in told.text


async def test_rule_8_others_may_reply_too_and_thanks_are_no_question(here: Room) -> None:
    said = await _reminded(here, "a bench", "a ramp")
    assert await here.says("tom", "Thank you Ruth!", reply_to=said) == []
    [comment] = await here.says("tom", "idea 2: yes", reply_to=said)
    assert "I have saved that as a comment on idea 2." in comment.text


async def test_rule_7_one_thing_alone_has_its_buttons_and_a_reply_is_about_it(here: Room) -> None:
    said = await _reminded(here, "a bench")
    assert said.text.startswith(f"{HOW}\nIdea 1 {DUE}")
    assert said.outgoing.buttons == ("Yes", "Partly", "No")
    [told, *_] = await here.presses("ruth", said, "Yes")
    assert "Idea 1 has an answer. The answer is yes." in told.text


async def test_rule_3_what_was_settled_before_it_goes_out_is_left_out(here: Room) -> None:
    await _closed(here, "a bench", "a ramp", "a lamp")
    here.clock.move(datetime(2026, 5, 20, 12, tzinfo=UTC))
    await here.house.tick()
    await here.says("sam", "/answer 2 yes because we like it", private=True)
    [said] = _to_ruth(here)
    assert said.text.startswith(f"{HOW}\n\nIdea 1 {DUE}")
    assert [f"Idea {n} {DUE}" in said.text for n in (1, 2, 3)] == [True, False, True]
    assert said.outgoing.start
    [told, *_] = await here.says("ruth", "idea 3: yes, because we like it", reply_to=said)
    assert "Idea 3 has an answer." in told.text


async def test_rule_3_what_is_left_alone_has_its_buttons_and_needs_no_number(here: Room) -> None:
    await _closed(here, "a bench", "a ramp")
    here.clock.move(datetime(2026, 5, 20, 12, tzinfo=UTC))
    await here.house.tick()
    await here.says("sam", "/answer 1 yes because we like it", private=True)
    [said] = _to_ruth(here)
    assert "idea 1" not in said.text.casefold()
    assert said.outgoing.buttons == ("Yes", "Partly", "No")
    [told, *_] = await here.says("ruth", "no, because the path is too narrow", reply_to=said)
    assert "Idea 2 has an answer. The answer is no." in told.text


async def test_rule_3_with_all_of_it_settled_nothing_is_said(here: Room) -> None:
    await _closed(here, "a bench")
    here.clock.move(datetime(2026, 5, 20, 12, tzinfo=UTC))
    await here.house.tick()
    await here.says("sam", "/answer 1 yes because we like it", private=True)
    assert _to_ruth(here) == []


async def test_H_10_what_comes_into_the_night_waits_for_the_morning(here: Room) -> None:
    await _closed(here, "a bench", "a ramp")
    here.clock.move(datetime(2026, 5, 20, 12, tzinfo=UTC))
    await here.house.tick()
    here.clock.move(datetime(2026, 5, 20, 22, tzinfo=UTC))
    await here.house.deliver()
    assert here.fake.seen == []
    await here.until(datetime(2026, 5, 21, 8, 0, tzinfo=UTC))
    [said] = _to_ruth(here)
    assert [f"Idea {n} {DUE}" in said.text for n in (1, 2)] == [True, True]


async def test_X_02_who_is_killed_in_the_middle_says_it_once_in_the_end(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _closed(here, "a bench", "a ramp")

    def killed(*given: object) -> None:
        sweep.merge(*given)  # type: ignore[arg-type]
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr(house, "merge", killed)
        with pytest.raises(Killed):
            await here.passes(days=9)
    assert disk(here, "SELECT DISTINCT state FROM nudges") == [("waiting",)]
    await here.tick()
    await here.tick()
    [said] = _to_ruth(here)
    assert [f"Idea {n} {DUE}" in said.text for n in (1, 2)] == [True, True]


async def test_T_03_it_follows_in_private_one_by_one_and_a_reply_in_the_group_still_knows(here: Room) -> None:
    said = await _reminded(here, "a bench", "a ramp")
    thanks, *each = await here.says("ruth", f"/start {said.outgoing.start}", private=True)
    assert thanks.text.startswith("Thank you, Ruth. Now I can message you privately.")
    assert [seen.text.split("\n")[0] for seen in each] == [f"Idea {n} {DUE}" for n in (1, 2)]
    [told, *_] = await here.says("ruth", "idea 2: yes, because we like it", reply_to=said)
    assert "Idea 2 has an answer. The answer is yes." in told.text
