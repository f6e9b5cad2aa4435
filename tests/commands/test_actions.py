"""Every action has one sentence, a who, a start, a finish and a why (charter commitments 2, 3 and 4)."""

from datetime import date

import pytest

from bot.domain.chat import Mention, Original, Sender
from bot.domain.things import Action, Owner
from tests.house import Room, Seen


async def _with_idea(here: Room) -> Seen:
    await here.facilitated()
    [idea] = await here.says("tom", "/idea letters in large print")
    return idea


async def _action(here: Room, number: int = 1) -> Action:
    action = await here.reads(lambda s: s.actions.get(1, number))
    assert action
    return action


def _owners(action: Action) -> list[tuple[str, bool, bool]]:
    return [(owner.name, owner.person is not None, owner.agreed) for owner in action.owners]


async def test_C4_2_an_action_has_who_start_finish_and_why(here: Room) -> None:
    await _with_idea(here)
    [said] = await here.says("bea", "/action Amy to ask the library for a list from 1 June to 12 June, from idea 1")
    assert said.to == "riverside"
    assert said.text == (
        "New action. Action 1: ask the library for a list.\n"
        "Who: Amy. Start: Monday 1 June. Finish: Friday 12 June.\n"
        "Why: it came from idea 1, from Tom.\n"
        'Amy, is that right? Reply "yes", or tell me what to change.'
    )
    assert said.outgoing.buttons == ("Yes",)
    assert {span.text for span in said.outgoing.text if span.person} == {"Amy", "Tom"}
    action = await _action(here)
    assert (action.start, action.first_due, action.due) == (date(2026, 6, 1), date(2026, 6, 12), date(2026, 6, 12))
    assert (action.idea, action.raiser.name, _owners(action)) == (1, "Bea", [("Amy", True, False)])


@pytest.mark.parametrize(
    "text",
    [
        "/action I will bake by Friday",
        "/action I'll bake by Friday",
        "action: me to bake by Friday",
        "!action I am going to bake, by Friday",
        "/action bake by Friday (me)",
        "/action @bea to bake by Friday",
        "/action Bea will bake by Friday",
        "/action who: Bea. bake. by Friday",
    ],
)
async def test_C3_1_the_speaker_as_owner_has_agreed_at_once(here: Room, text: str) -> None:
    await here.facilitated()
    [said] = await here.says("bea", text)
    assert said.text == "New action. Action 1: bake.\nWho: Bea. Start: Monday 11 May. Finish: Friday 15 May."
    assert (await _action(here)).agreed


async def test_S3_3_two_people_can_have_one_action(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/action me and Amy to paint the hall by 30 June")
    assert "Who: Bea and Amy." in said.text
    assert 'Amy, is that right? Reply "yes", or tell me what to change.' in said.text
    assert _owners(await _action(here)) == [("Bea", True, True), ("Amy", True, False)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("/action Pat to ring the council by Friday", "Pat"),
        ("/action @pat to ring the council by Friday", "@pat"),
        ("/action the parish council to ring the council by Friday", "the parish council"),
    ],
)
async def test_C3_1_a_name_that_is_not_in_the_chat_is_kept_as_written(here: Room, text: str, name: str) -> None:
    await here.facilitated()
    [said] = await here.says("bea", text)
    assert f"I have not seen {name} in this chat. Please tell them." in said.text
    assert "is that right" not in said.text
    assert _owners(await _action(here)) == [(name, False, False)]


async def test_a_mention_by_the_platforms_own_id_finds_the_person(here: Room) -> None:
    await here.facilitated()
    text, mentions = "/action Zed Lee to ring them by Friday", [Mention("Zed Lee", "zed")]
    [said] = await here.says("bea", text, mentions=mentions)
    assert "Zed Lee, is that right?" in said.text
    assert {span.text for span in said.outgoing.text if span.person} == {"Zed Lee"}


async def test_two_of_one_name_are_asked_about_and_the_words_are_kept(here: Room) -> None:
    await here.facilitated()
    for who, name in (("s1", "Sam Hill"), ("s2", "Sam Lake")):
        original = Original("x" + who, Sender(who, name), "a thing", ours=False)
        await here.says("bea", "/idea", original=original)
    [asked] = await here.says("bea", "/action Sam Hill and Sam to paint by Friday")
    # "Sam" alone is the manager's whole name.
    assert "Who: Sam Hill and Sam." in asked.text
    await here.says("x", "/who")
    original = Original("x3", Sender("s3", "Bea"), "a thing too", ours=False)
    await here.says("tom", "/idea", original=original)
    [asked] = await here.says("tom", "/action Bea to paint the door by Friday")
    assert "There is more than one Bea here. Which one do you mean?" in asked.text
    assert _owners(await _action(here, 2)) == []
    [said] = await here.presses("tom", asked, "@bea")
    assert "Who: Bea." in said.text
    assert _owners(await _action(here, 2)) == [("Bea", True, False)]


async def test_P4_13_a_missing_date_is_asked_for_once_and_the_action_is_on_the_list_meanwhile(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("sam", "/action I will find the old report")
    assert asked.text == (
        "Thank you, Sam. When will you do this by?\n"
        "Action 1: find the old report.\n"
        'You can say it your own way, like "by Friday" or "30 June".'
    )
    [listed] = await here.says("tom", "/actions")
    assert listed.text == ("There is 1 action to do.\nAction 1: find the old report. Who: Sam. It needs a date.")
    [said] = await here.says("sam", "by Friday", reply_to=asked)
    assert "Who: Sam. Start: Monday 11 May. Finish: Friday 15 May." in said.text
    assert (await _action(here)).first_due == date(2026, 5, 15)


@pytest.mark.parametrize(
    "text", ["/action order the bench", "/action someone to order the bench", "/action we should order the bench"]
)
async def test_P4_13_a_missing_name_and_date_are_asked_for_in_one_message(here: Room, text: str) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", text)
    assert asked.text == (
        "Thank you, Bea. Who will do this, and when by?\n"
        "Action 1: order the bench.\n"
        'You can say it like this: "Amy, by Friday".'
    )
    [said] = await here.says("tom", "Amy, by Friday", reply_to=asked)
    assert "Who: Amy. Start: Monday 11 May. Finish: Friday 15 May." in said.text
    assert "Amy, is that right?" in said.text


async def test_what_the_answer_leaves_open_is_asked_for_in_turn(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/action order the bench")
    [again] = await here.says("bea", "by Friday", reply_to=asked)
    assert again.text.startswith("Thank you, Bea. Who will do this?\n")
    [said] = await here.says("amy", "I will", reply_to=again)
    assert "Who: Amy. Start: Monday 11 May. Finish: Friday 15 May." in said.text
    assert (await _action(here)).agreed


async def test_an_answer_that_is_none_is_asked_for_again_and_nothing_is_made_up(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/action order the bench")
    [again] = await here.says("bea", "/owner 1", reply_to=asked)
    assert "Who will do action 1?" in again.text
    [said] = await here.says("bea", "soon", reply_to=again)
    assert 'You wrote "soon". I need a day for the list.' in said.text
    action = await _action(here)
    assert (action.owners, action.due) == ((), None)


async def test_C2_3_an_unclear_date_is_asked_about_with_its_guesses_as_buttons(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("bea", "/action Amy to ring the council by next Friday")
    assert 'You wrote "by next Friday". People mean different days by that.' in asked.text
    assert "Is it Friday 15 May or Friday 22 May?" in asked.text
    assert (await _action(here)).due is None
    [said] = await here.presses("amy", asked, "Friday 22 May")
    assert "Finish: Friday 22 May." in said.text
    action = await _action(here)
    assert (action.due, action.agreed) == (date(2026, 5, 22), True)


@pytest.mark.parametrize(
    "text",
    ["paint, start 12 June, finish 1 June", "paint from 12 June to 1 June", "Amy to paint by 1 June, start 12 June"],
)
async def test_C2_3_finish_before_start_is_refused(here: Room, text: str) -> None:
    await here.facilitated()
    [said] = await here.says("bea", f"/action {text}")
    assert "The finish, Monday 1 June, is before the start, Friday 12 June. I have not saved it." in said.text
    assert await here.reads(lambda s: s.actions.all(1)) == []


async def test_C2_3_a_later_finish_before_the_start_is_refused_too(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/action I will paint from 1 June to 12 June")
    [said] = await here.says("bea", "/move 1 to 25 May because I am free")
    assert "is before the start, Monday 1 June. Nothing has changed." in said.text
    [said] = await here.says("bea", "/when 1 start 15 June")
    assert "The start, Monday 15 June, is after the finish" in said.text
    assert (await _action(here)).due == date(2026, 6, 12)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("by 17 May", "Please note: Sunday 17 May is at the weekend."),
        ("by 25 May", "Please note: Monday 25 May is a bank holiday."),
        ("by Friday 2pm", "You said a time too: 2pm."),
    ],
)
async def test_what_may_not_have_been_noticed_about_a_day_is_said(here: Room, text: str, remark: str) -> None:
    await here.facilitated()
    [said] = await here.says("bea", f"/action I will ring {text}")
    assert remark in said.text


async def test_C8_the_list_shows_the_late_ones_first_and_all_on_request(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/action I will paint by 30 June")
    await here.says("bea", "/action Amy to ring by tomorrow")
    await here.says("bea", "/action find a hall")
    await here.says("bea", "/action I will bake by tomorrow")
    await here.says("bea", "/done 4")
    await here.passes(days=3)
    [listed] = await here.says("tom", "/actions")
    assert listed.text.split("\n") == [
        "There are 3 actions to do.",
        "Action 2: ring. Who: Amy. Late: it was due on Tuesday 12 May.",
        "Action 1: paint. Who: Bea. Finish: Tuesday 30 June.",
        "Action 3: find a hall. Nobody has it yet.",
    ]
    [everything] = await here.says("tom", "/actions all")
    assert "Action 4: bake. Done on Monday 11 May." in everything.text


async def test_who_has_it_is_changed_by_those_it_concerns(here: Room) -> None:
    await here.facilitated()
    [added] = await here.says("bea", "/action Amy to ring by 30 June")
    [refused] = await here.says("tom", "/owner 1 Tom")
    assert "Action 1 is with Amy. Only they or a facilitator can change that." in refused.text
    [said] = await here.says("amy", "no, Tom will do it", reply_to=added)
    assert "Tom, is that right?" in said.text
    await here.says("ruth", "/owner 1 also Sam")
    assert _owners(await _action(here)) == [("Tom", True, False), ("Sam", True, False)]
    [undone] = await here.says("ruth", "/undo")
    assert "Who: Tom." in undone.text
    assert (await _action(here)).owners == (Owner("Tom", (await _action(here)).owners[0].person, agreed=False),)


@pytest.mark.parametrize("name", ["@AMY", "Amy"])
async def test_C3_1_whoever_was_named_before_they_were_seen_has_it_once_they_are_and_is_asked(
    here: Room, name: str
) -> None:
    await here.says("bea", f"/action {name} to ask the library by Friday 15 May")
    await here.says("bea", "/action @tom to ask the school by Friday 15 May")
    await here.says("bea", "/action @am to ask the hub by Friday 15 May")
    assert _owners(await _action(here)) == [(name, False, False)]
    mine, asked = await here.says("amy", "/mine")
    assert asked.text == (
        "Action 1: ask the library.\n"
        "Who: Amy. Start: Monday 11 May. Finish: Friday 15 May.\n"
        'Amy, is that right? Reply "yes", or tell me what to change.'
    )
    assert "Action 1: ask the library" in mine.text
    assert [_owners(await _action(here, n)) for n in (2, 3)] == [[("@tom", False, False)], [("@am", False, False)]]
    await here.presses("amy", asked, "Yes")
    assert _owners(await _action(here)) == [("Amy", True, True)]
    assert len(await here.says("amy", "/mine")) == 1


async def test_S0_30_another_of_that_name_says_no_and_somebody_else_is_looked_for(here: Room) -> None:
    await here.says("bea", "/action Amy to ask the library by Friday 15 May")
    _, asked = await here.says("amy", "/help")
    [said] = await here.says("amy", "no, not me", reply_to=asked)
    assert "Action 1: ask the library" in said.text
    assert _owners(await _action(here)) == []


async def test_X_05_nobody_without_an_at_name_has_what_was_given_to_one(here: Room) -> None:
    await here.says("bea", "/action @none to ask the library by Friday 15 May")
    [said] = await here.says("zed", "/mine")
    assert "nothing on the list" in said.text
    assert _owners(await _action(here)) == [("@none", False, False)]
