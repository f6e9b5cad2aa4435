"""Somebody in several groups is understood in the group that was spoken of, and in no other (rule 6)."""

from dataclasses import replace

import pytest

from tests.house import Room, Seen
from tests.rules import disk, everything, words


async def _reminded(here: Room) -> Seen:
    """Let Ruth answer for two groups, and be reminded privately of an idea of the second; each has an idea 1."""
    for chat in ("riverside", "hillside"):
        await here.says("ruth", "/facilitator me", chat=chat)
        await here.says("sam", "/facilitator me", chat=chat)
    await here.says("ruth", "hello", kind="opened", private=True)
    await here.says("bea", "/idea a lamp", chat="hillside")
    await here.passes(days=9)
    await here.says("tom", "/idea a bench", chat="riverside")
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    return nudge


async def _answered(here: Room) -> list[str]:
    ideas = [idea for group in (1, 2) for idea in await here.reads(lambda s, g=group: s.ideas.all(g))]  # type: ignore[misc]
    return [idea.text for idea in ideas if idea.state == "answered"]


async def test_rule_6_a_reply_to_a_reminder_is_of_its_group_without_being_asked(here: Room) -> None:
    nudge = await _reminded(here)
    thanks, news = await here.says("ruth", "yes, because people asked for it", private=True, reply_to=nudge)
    assert thanks.text == "Thank you, Ruth. I have told the group."
    assert news.to == "hillside"
    assert await _answered(here) == ["a lamp"]


async def test_rule_6_so_is_a_button_and_a_bare_line_after_it(here: Room) -> None:
    nudge = await _reminded(here)
    [why] = await here.presses("ruth", nudge, "No", private=True)
    assert why.text.startswith("Please say why it is a no. Idea 1 is still open.")
    await here.says("ruth", "It is not safe so near the road.", private=True)
    assert await _answered(here) == ["a lamp"]


@pytest.mark.parametrize("how", ["reply", "press"])
async def test_rule_6_what_is_of_a_group_that_they_left_changes_nothing_in_another(here: Room, how: str) -> None:
    nudge = await _reminded(here)
    await here.says("ruth", "/leaving", chat="hillside")
    if how == "press":
        await here.presses("ruth", nudge, "Yes", private=True)
        assert here.toast == "Sorry, that button does not work any more."
    else:
        [said] = await here.says("ruth", "yes, because people asked for it", private=True, reply_to=nudge)
        assert said.text.startswith("Sorry, I did not understand that. I have not saved it.")
    assert await _answered(here) == []


async def _reminded_of_both(here: Room, more: str | None = None) -> Seen:
    """Let one message tell Ruth of both groups: each has an idea 1 due, and the second may have one more."""
    for chat in ("riverside", "hillside"):
        await here.says("ruth", "/facilitator me", chat=chat)
        await here.says("sam", "/facilitator me", chat=chat)
    await here.says("ruth", "hello", kind="opened", private=True)
    await here.says("bea", "/idea a bench", chat="riverside")
    await here.says("bea", "/idea a lamp", chat="hillside")
    if more:
        await here.says("bea", f"/idea {more}", chat="hillside")
    await here.passes(days=9)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    assert "a bench" in nudge.text
    assert "a lamp" in nudge.text
    return nudge


@pytest.mark.parametrize("how", ["press", "name", "first"])
async def test_rule_6_a_reply_to_a_reminder_of_two_groups_is_of_the_one_that_is_chosen(here: Room, how: str) -> None:
    await _reminded_of_both(here)
    words_ = "yes, because people asked for it"
    if how == "first":
        await here.says("ruth", f"[Hillside] {words_}", private=True)
    else:
        [asked] = await here.says("ruth", words_, private=True)
        assert asked.text.startswith("Which group is this for? I have kept your words.")
        await (
            here.presses("ruth", asked, "Hillside", private=True)
            if how == "press"
            else here.says("ruth", "Hillside", private=True)
        )
    assert here.toast is None
    assert await _answered(here) == ["a lamp"]


@pytest.mark.parametrize("words_", ["yes, because people asked for it", "2: yes, because people asked for it"])
async def test_rule_6_of_several_things_of_that_group_it_is_asked_which_one(here: Room, words_: str) -> None:
    await _reminded_of_both(here, "a slide")
    [asked] = await here.says("ruth", words_, private=True)
    which = await here.presses("ruth", asked, "Hillside", private=True)
    if words_.startswith("yes"):
        assert which[0].text.startswith("Which one do you mean? I have kept your words.")
        assert which[0].outgoing.buttons == ("Idea 1", "Idea 2")
        await here.presses("ruth", which[0], "Idea 2", private=True)
    assert await _answered(here) == ["a slide"]


async def test_rule_6_thanks_for_a_reminder_of_two_groups_and_a_bare_command_are_what_they_are(here: Room) -> None:
    await _reminded_of_both(here)
    assert await here.says("ruth", "thank you", private=True) == []
    [asked] = await here.says("ruth", "ideas", private=True)
    [list_] = await here.presses("ruth", asked, "Hillside", private=True)
    assert "a lamp" in list_.text


async def test_rule_6_once_they_left_one_of_the_two_the_reply_is_of_the_other(here: Room) -> None:
    await _reminded_of_both(here)
    await here.says("ruth", "/leaving", chat="riverside")
    await here.says("ruth", "yes, because people asked for it", private=True)
    assert await _answered(here) == ["a lamp"]


async def test_rule_6_a_reminder_to_somebody_else_can_not_be_replied_to(here: Room) -> None:
    [(row,)] = disk(here, f"SELECT id FROM outbox WHERE message = '{(await _reminded_of_both(here)).number}'")  # noqa: S608
    [said] = await here.says("sam", f"/about reminder {row}: yes, because people asked for it", chat="hillside")
    assert said.text.startswith("Sorry, I did not understand that. I have not saved it.")
    assert await _answered(here) == []


async def test_words_that_mean_nothing_are_not_kept_to_be_asked_of_which_group_they_are(here: Room) -> None:
    await _reminded(here)
    before = everything(here)
    await here.says("tom", "/who", chat="hillside")
    [said] = await here.says("tom", "it was a lovely day at the fair", private=True)
    assert said.text.startswith("Sorry, I did not understand that. I have not saved it.")
    assert await here.says("tom", "thank you", private=True) == []
    after = everything(here)
    assert not any("lovely" in repr(row) for rows in after.values() for row in rows)
    assert after["questions"] == before["questions"]
    [asked] = await here.says("tom", "/idea a swing", private=True)
    assert asked.text.startswith("Which group is this for? I have kept your words.")


async def test_a_changed_message_that_was_put_on_the_list_privately_is_answered_as_in_a_group(here: Room) -> None:
    await _reminded(here)
    await here.says("tom", "/who", chat="hillside")
    [asked] = await here.says("tom", "[Hillside] /idea", private=True)
    await here.says("tom", "a swing", private=True, reply_to=asked, message="m77")
    [said] = await here.says("tom", "two swings", private=True, kind="edit", message="m77")
    assert said.text.startswith("You changed a message. I only read new ones, so nothing on the list has changed.")
    assert "Idea 2 stays as it was." in said.text
    [log] = await here.says("bea", "/history 2", chat="hillside")
    assert "Tom changed the message it came from." in log.text
    assert await here.says("tom", "just talk, edited", private=True, kind="edit", message="m99") == []


async def test_rule_6_a_group_that_is_named_and_not_theirs_is_no_reason_to_take_another(here: Room) -> None:
    await _reminded(here)
    await here.says("tom", "/who", chat="hillside")
    [asked] = await here.says("tom", "/idea a swing", private=True)
    await here.says("tom", "/leaving", chat="hillside")
    [again] = await here.presses("tom", asked, "Hillside", private=True)
    assert again.outgoing.buttons == ("Riverside",)
    [typed] = await here.says("tom", "[Hillside] /idea a slide", private=True)
    assert typed.text.startswith("Which group is this for?")
    ideas = [idea for group in (1, 2) for idea in await here.reads(lambda s, g=group: s.ideas.all(g))]  # type: ignore[misc]
    assert sorted(idea.text for idea in ideas) == ["a bench", "a lamp"]


async def test_words_in_brackets_are_words_where_a_question_waits_for_them(here: Room) -> None:
    nudge = await _reminded(here)
    [why] = await here.presses("ruth", nudge, "No", private=True)
    await here.says("ruth", "[sic] it is not safe so near the road", private=True, reply_to=why)
    assert await _answered(here) == ["a lamp"]


async def test_rule_6_of_two_groups_with_one_name_neither_is_taken_unasked(here: Room) -> None:
    for chat in ("riverside", "far"):
        await here.house.hear(replace(words("/who", chat), chat=chat))
        await here.house.deliver()
    for words_, shown in (("/idea a swing", "Idea 1: a swing"), ("/anon a slide", "Idea 2: a slide")):
        [asked] = await here.says("bea", words_, private=True)
        assert "Riverside (1), Riverside (2)" in asked.text
        [again] = await here.says("bea", f"[Riverside] {words_}", private=True)
        assert "Which group is this for?" in again.text
        [said] = await here.says("bea", f"[Riverside (2)] {words_}", private=True)
        assert shown in said.text
    assert [idea.text for idea in await here.reads(lambda s: s.ideas.all(2))] == ["a swing", "a slide"]
    assert await here.reads(lambda s: s.ideas.all(1)) == []


async def test_rule_6_a_reminder_names_each_group_once_in_whatever_order_its_things_fall_due(here: Room) -> None:
    for chat in ("riverside", "hillside"):
        await here.says("ruth", "/facilitator me", chat=chat)
    await here.says("ruth", "hello", kind="opened", private=True)
    for chat, idea in (("riverside", "a bench"), ("hillside", "a lamp"), ("riverside", "a ramp")):
        await here.says("bea", f"/idea {idea}", chat=chat)
    await here.passes(days=9)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    said = [line for line in nudge.text.split("\n") if line.startswith(("From ", "Bea's idea: "))]
    ideas = [f"Bea's idea: {idea}." for idea in ("a bench", "a ramp", "a lamp")]
    assert said == ["From Riverside:", *ideas[:2], "From Hillside:", ideas[2]]
