"""An idea is never lost and never silent (charter commitments 1 and 5)."""

from datetime import date, timedelta

import pytest

from bot.commands.help import UNTYPED
from bot.domain.chat import Original, Sender
from tests.house import Room


async def test_C5_2_an_idea_gets_a_number_a_name_and_a_day(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/idea put a bench at the bus stop")
    assert said.to == "riverside"
    assert said.text == (
        "Thank you, Bea. Your idea is on the list.\n"
        "Idea 1: put a bench at the bus stop.\n"
        "Ruth or Sam will answer by Tuesday 26 May.\n"
        "I will tell you when they do.\n"
        "Why does it matter? Type /saymore 1."
    )


@pytest.mark.parametrize(
    "text",
    [
        "/idea a bench",
        "/Idea a bench",
        "/idea@saidbot a bench",
        "!idea a bench",
        "#idea a bench",
        "idea: a bench",
        "Idea: a bench",
        "Hello all.\nidea: a bench",
        "@saidbot idea a bench",
        "@SaidBot, idea: a bench",
        "  /idea\na bench",
    ],
)
async def test_many_ways_to_say_it_are_one_thing(here: Room, text: str) -> None:
    [said] = await here.says("bea", text)
    assert "Idea 1: a bench.\n" in said.text


@pytest.mark.parametrize("text", ["/idea@otherbot a bench", "what an idea: none", "I have no idea", "#ideal", "hm"])
async def test_what_is_not_for_us_is_not_heard(here: Room, text: str) -> None:
    assert await here.says("bea", text) == []
    assert await here.reads(lambda s: s.groups.find("fake", "tenant", "riverside")) is None


async def test_a_reply_logs_the_message_it_replies_to_and_credits_both(here: Room) -> None:
    original = Original("m77", Sender("amy", "Amy"), "the ramp is too steep", ours=False)
    [said] = await here.says("tom", "/idea", original=original)
    assert said.text.startswith("Thank you, Tom. The words of Amy are on the list.\nIdea 1: the ramp is too steep")
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert (idea.raiser.name, idea.logger.name) == ("Amy", "Tom")
    [again] = await here.says("bea", "/idea", original=original)
    assert "It is idea 1." in again.text
    assert "not saved it again" in again.text


async def test_a_bare_idea_asks_and_the_reply_is_the_idea(here: Room) -> None:
    [asked] = await here.says("bea", "/idea")
    assert asked.outgoing.force_reply
    [said] = await here.says("bea", "more seats in town", reply_to=asked)
    assert "Idea 1: more seats in town" in said.text


async def test_C1_1_any_member_sees_every_idea_in_full(here: Room) -> None:
    await here.facilitated()
    words = "put a bench at the bus stop. " * 20
    await here.says("bea", f"/idea {words}")
    [shown] = await here.says("amy", "/idea 1")
    assert words.strip() in shown.text
    assert "from Bea, on Monday 11 May." in shown.text
    assert "An answer is due by Tuesday 26 May." in shown.text


async def test_an_idea_is_taken_though_nobody_is_named_and_that_is_said(here: Room) -> None:
    [said] = await here.says("bea", "/idea a bench")
    assert "Nobody is named to answer ideas." in said.text
    assert "/facilitator" in said.text


async def test_P4_1_one_word_backs_an_idea_once(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [thanks] = await here.says("tom", "/back 1")
    assert thanks.text.startswith("Thank you, Tom. You back idea 1: a bench")
    [again] = await here.says("tom", "/back 1")
    assert "already" in again.text
    [own] = await here.says("bea", "/back 1")
    assert "your own idea" in own.text
    assert [p.name for p in await here.reads(lambda s: s.backers.of(1, 1))] == ["Tom"]


async def test_lists_show_what_waits_and_offer_the_rest(here: Room) -> None:
    await here.facilitated()
    [none] = await here.says("bea", "/ideas")
    assert none.text.startswith("There are no ideas on the list yet.")
    for n in range(9):
        await here.says("bea", f"/idea wish {n}")
    [some] = await here.says("tom", "/ideas")
    assert some.text.count("\n") < 9
    assert "9 ideas wait for an answer." in some.text
    assert "/ideas all" in some.text
    [all_] = await here.says("tom", "/ideas all")
    assert all(f"wish {n}" in all_.text for n in range(9))


async def test_S0_33_mine_shows_what_is_a_persons_own(here: Room) -> None:
    await here.facilitated()
    [empty] = await here.says("bea", "/mine")
    assert "nothing on the list yet" in empty.text
    await here.says("bea", "/idea a bench")
    await here.says("tom", "/idea a tree")
    await here.says("bea", "/back 2")
    [mine] = await here.says("bea", "/mine")
    assert mine.text == (
        "Your ideas:\n"
        "Idea 1, from Bea: a bench. Answer due by Tuesday 26 May.\n"
        "Ideas you back:\n"
        "Idea 2, from Tom: a tree. Answer due by Tuesday 26 May."
    )
    [owed] = await here.says("ruth", "/mine", private=True)
    assert owed.text.startswith("Waiting for an answer from you:\nIdea 1")


async def test_C4_1_history_shows_who_when_and_what(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("tom", "/back 1")
    await here.says("ruth", "/answer 1 no there is no room for one")
    [history] = await here.says("amy", "/history 1")
    assert "Monday 11 May: Bea put it on the list. Answer due by Tuesday 26 May." in history.text
    assert "Monday 11 May: Tom backed it." in history.text
    assert "Monday 11 May: Ruth answered no.\nWhy: there is no room for one" in history.text


async def test_undo_takes_back_ones_own_last_change(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [gone] = await here.says("bea", "/undo")
    assert "Idea 1 is taken back." in gone.text
    [shown] = await here.says("bea", "/idea 1")
    assert "It was taken back." in shown.text
    [nothing] = await here.says("bea", "/undo")
    assert "nothing of yours to take back" in nothing.text
    assert await here.until(here.clock.now() + timedelta(days=20)) == []
    assert (await here.says("bea", "/idea a tree"))[0].text.split("\n")[1] == "Idea 2: a tree."


async def test_undo_is_refused_once_somebody_built_on_it(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("tom", "/back 1")
    [refused] = await here.says("bea", "/undo")
    assert "Somebody has added to it since." in refused.text
    [backed] = await here.says("tom", "/undo")
    assert "You do not back idea 1 any more" in backed.text


async def test_S2_2_help_shows_eight_everyday_commands(here: Room) -> None:
    [said] = await here.says("bea", "/help")
    commands = [line.split(":")[0] for line in said.text.split("\n") if line.startswith("/")]
    assert commands == ["/idea", "/back", "/ideas", "/action", "/actions", "/answer", "/mine", "/help"]
    [more] = await here.says("bea", "/help more")
    assert "/undo" in more.text
    assert len(more.text.split("\n")) <= 12
    pages = [await here.presses("bea", more, label) for label in more.outgoing.buttons]
    shown = [line.split(":")[0].lstrip("/") for [page] in pages for line in page.text.split("\n")]
    everyday = [command.lstrip("/") for command in commands]
    assert sorted(shown + everyday) == sorted({c.name for c in here.house.commands.all} - UNTYPED)
    assert "/undo" not in said.text
    [one] = await here.says("bea", "/help idea")
    assert "Like this: /idea" in one.text


async def test_the_groups_nation_decides_the_day(here: Room) -> None:
    await here.facilitated()
    await here.until(here.clock.now() + timedelta(days=32))
    assert here.clock.now().date() == date(2026, 6, 12)
    await here.says("bea", "/nation scotland")
    [said] = await here.says("bea", "/idea a flag")
    assert "by Monday 29 June" in said.text


@pytest.mark.parametrize("private", [False, True])
async def test_C5_1_words_about_an_idea_by_its_number_are_no_new_idea(here: Room, private: bool) -> None:  # noqa: FBT001 - both are tried
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [said] = await here.says("ruth", "/idea 1: waiting for the highways team", private=private)
    assert said.text.startswith("Thank you, Ruth. I have saved that as an update.\nIdea 1 still needs")
    [new] = await here.says("bea", "/idea 1 bench for each stop")
    assert "Idea 2: 1 bench for each stop" in new.text
    [other] = await here.says("bea", "/idea 7: seven chairs")
    assert "Idea 3: 7: seven chairs" in other.text


async def test_S2_2_help_with_a_word_that_is_no_command_says_so_and_still_helps(here: Room) -> None:
    [said] = await here.says("bea", "/help withdraw")
    assert said.text.startswith(
        "Sorry, I do not know /withdraw. This is what I can do:\n/idea: Add an idea to the list."
    )
    [plain] = await here.says("bea", "/help me")
    assert plain.text.startswith("/idea: Add an idea to the list.")
    [people] = await here.says("bea", "/help people")
    assert people.text == (await here.says("bea", "/help more people"))[0].text


@pytest.mark.parametrize(
    "words", ["what happened to my idea?", "wheres my idea gone", "any news on my idea about the bench"]
)
async def test_S0_33_what_happened_to_my_idea_is_answered(here: Room, words: str) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [thanks] = await here.says("bea", "/idea a tree")
    await here.says("ruth", "/answer 1 yes, there is room")
    mine = (
        "Your ideas:\n"
        "Idea 1, from Bea: a bench. The answer is yes.\n"
        "Idea 2, from Bea: a tree. Answer due by Tuesday 26 May."
    )
    for said in (
        await here.says("bea", words, private=True),
        await here.says("bea", f"@saidbot {words}"),
        await here.says("bea", words, reply_to=thanks),
    ):
        assert [seen.text for seen in said] == [mine]
    # Between members it is talk, and it moves nothing.
    assert await here.says("bea", words) == []
    assert await here.reads(lambda s: s.history.notes(1, "idea", 2)) == []


async def test_S2_10_a_reply_that_also_names_the_bot_is_a_reply(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/idea a bench")
    [told] = await here.says("ruth", "@saidbot no, because the path is too narrow", reply_to=asked)
    assert "Why: the path is too narrow." in told.text
    assert await here.says("bea", "@saidbot thanks") == []
    for thanks in ("thanks @saidbot", "Thank you, @saidbot!", "👍 @saidbot"):
        assert await here.says("bea", thanks) == []


async def test_S2_10_the_bots_name_at_the_end_of_an_answer_is_no_word_of_it(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/idea a bench")
    [told] = await here.says("ruth", "No, because the path is too narrow @saidbot", reply_to=asked)
    assert "Why: the path is too narrow.\n" in told.text


async def test_S0_6_an_idea_shows_which_of_its_actions_are_done(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("amy", "/action from idea 1: I will ask the shop by 12 June")
    await here.says("amy", "/done 1")
    [shown] = await here.says("tom", "/idea 1")
    assert "Action 1 came from it: ask the shop.\nIt was done on Monday 11 May." in shown.text
    assert "Finish:" not in shown.text
