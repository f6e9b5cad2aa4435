"""What people type in other words than expected is understood, or met with a kind question, and never lost."""

import pytest

from bot.domain.answers import read_answer, read_cost
from bot.domain.behalf import read_behalf
from bot.domain.chat import Cost, Mention, Original, Sender
from tests.house import Room


@pytest.mark.parametrize(
    ("text", "decision", "reason"),
    [
        ("No because of the wall", "no", "because of the wall"),
        ("No can do I'm afraid, the pipes are lead", "no", "I'm afraid, the pipes are lead"),
        ("It's a yes from me, Dev has spare ones", "yes", "Dev has spare ones"),
        ("yes 👍", "yes", ""),
        ("Yes please!", "yes", ""),
        ("I'm sorry but no, there isn't the room", "no", "there isn't the room"),
        ("answer: no, nobody has time", "no", "nobody has time"),
        ("Great idea. Yes, we will buy them for £20 each", "yes", "we will buy them for £20 each"),
        ("Absolutely, we'll do it", "yes", "we'll do it"),
        ("Not at the moment, sorry, we don't have staff", "no", "sorry, we don't have staff"),
        ("Yes, I think so, let me check with Sam", None, None),
        ("Yes we do need this! What does everyone think?", None, None),
        ("Agreed at Tuesday's meeting that Dev will look", None, None),
    ],
)
def test_C6_3_answers_in_other_words(text: str, decision: str | None, reason: str | None) -> None:
    reading = read_answer(text)
    assert reading.decision == decision
    assert reason is None or reading.reason == reason


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("it would cost 3000 a year", Cost(300_000, "year")),
        ("£50 per person per week", Cost(5_000, "week")),
        ("£500. Each year is different", Cost(50_000, None)),
    ],
)
def test_C6_5_costs_in_other_words(text: str, cost: Cost) -> None:
    assert read_cost(text) == cost


@pytest.mark.parametrize(
    "text", ["/idea: a bench", "/IDEA, a bench", "/idea- a bench", "//idea a bench", "Hi.\n#idea a bench"]
)
async def test_a_slip_of_the_thumb_loses_no_idea(here: Room, text: str) -> None:
    [said] = await here.says("bea", text)
    assert "Idea 1: a bench." in said.text


@pytest.mark.parametrize(
    "text",
    [
        "Idea: a bench\nAction: Tom to ask about it by Friday",
        "/idea a bus shelter /action Tom to do it",
        "/idea a bench\n#idea a tree",
    ],
)
async def test_two_commands_in_one_message_are_sent_back_whole(here: Room, text: str) -> None:
    [said] = await here.says("bea", text)
    assert "one thing at a time. I have not saved anything." in said.text


async def test_whoever_speaks_of_the_bot_by_name_is_not_met_with_silence(here: Room) -> None:
    [said] = await here.says("bea", "hey @saidbot can you help")
    assert "/idea: Add an idea to the list." in said.text


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("This is from Pat: more parking", "Pat", "more parking"),
        ("on behalf of Pat Jones, a lift", "Pat Jones", "a lift"),
        ("a bench (from Pat)", "Pat", "a bench"),
        ("from Pat, who isn't on here: a bench", "Pat", "a bench"),
        ("From Monday: open the hub", None, "From Monday: open the hub"),
        ("a bus from London to here", None, "a bus from London to here"),
    ],
)
def test_C5_2_an_idea_may_be_somebody_elses(text: str, name: str | None, words: str) -> None:
    assert read_behalf(text) == (name, words)


async def test_C5_2_somebody_elses_idea_is_credited_to_them(here: Room) -> None:
    [said] = await here.says("bea", "/idea This is from Pat: more parking")
    assert said.text.startswith("Thank you, Bea. The words of Pat are on the list.\nIdea 1: more parking.")
    [shown] = await here.says("tom", "/idea 1")
    assert "It is from Pat." in shown.text


async def test_a_number_first_says_which_of_several_is_answered(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("tom", "/idea a tree")
    await here.days(9)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    assert "begin your reply with the number, like this: idea 1: yes" in nudge.text
    _, told = await here.says("ruth", "Idea 2: no, the wall is listed", private=True, reply_to=nudge)
    assert "Idea 2 has an answer. The answer is no.\nTom's idea" in told.text
    _, told = await here.says("ruth", "1 no, the path is narrow", private=True, reply_to=nudge)
    assert "Idea 1 has an answer. The answer is no." in told.text
    assert len(await here.reads(lambda s: s.ideas.all(1))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "/action @amy @tom minutes by Friday",
        "/action bake bread by Friday @amy @tom",
        "/action @amy, @tom to bake bread by Friday",
    ],
)
async def test_two_mentions_side_by_side_are_two_people(here: Room, text: str) -> None:
    await here.facilitated()
    await here.says("bea", text)
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action is not None
    assert [owner.name for owner in action.owners] == ["Amy", "Tom"]


async def test_nobody_is_made_up_as_an_owner(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("amy", "/action Ask Tom to fix the light by Monday")
    assert "who will do it?" in asked.text


@pytest.mark.parametrize("place", ["Narnia", "Ireland", "N"])
async def test_a_place_that_is_no_nation_changes_nothing(here: Room, place: str) -> None:
    [said] = await here.says("bea", f"/nation {place}")
    assert "Nothing has changed." in said.text


async def test_a_nation_is_taken_back(here: Room) -> None:
    await here.says("bea", "/nation Scotland")
    [said] = await here.says("bea", "/undo")
    assert "England" in said.text


async def test_undo_after_naming_does_not_take_back_something_older(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/facilitator @ghost")
    [said] = await here.says("bea", "/undo")
    assert "I can't take that back. Nothing has changed." in said.text
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert idea.state == "open"


async def test_a_comment_does_not_stand_in_the_way_of_undo(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/answer 1 yes we like it")
    await here.says("tom", "/answer 1 hooray")
    [said] = await here.says("ruth", "/undo")
    assert "Ruth has taken back the answer to idea 1." in said.text


async def test_thanks_need_no_answer(here: Room) -> None:
    [help_] = await here.says("bea", "/help")
    for words in ("thanks", "👍", "Thank you!", "thanks 😊", "diolch 🙏 xx"):
        assert await here.says("bea", words, reply_to=help_) == []


@pytest.mark.parametrize(
    "text",
    [
        "ACTION – @Tom | Carers Hub to paint the door by 22 May",
        "ACTION | @Tom | Carers Hub | paint the door | 22 May",
        "Actions:\n• @Tom | Carers Hub to paint the door by 22 May",
    ],
)
async def test_a_bar_in_the_name_of_somebody_pointed_at_does_not_part_it(here: Room, text: str) -> None:
    [said] = await here.says("bea", text, mentions=[Mention("@Tom | Carers Hub", "tom")])
    assert said.text.startswith("New action. Action 1: paint the door.\nWho: Tom | Carers Hub. ")
    assert "Finish: Friday 22 May." in said.text


async def test_a_promise_to_look_in_reply_to_the_idea_is_kept_as_an_update(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench", message="m50")
    original = Original("m50", Sender("bea", "Bea"), "/idea a bench", ours=False)
    [said] = await here.says("ruth", "Thanks, we'll look into it", original=original)
    assert "saved that as an update" in said.text


async def test_a_reply_to_an_earlier_question_of_the_same_kind_still_answers_it(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/answer 1 no: n/a", message="m60")
    await here.says("ruth", "/answer 1 No")
    original = Original("m60", Sender("ruth", "Ruth"), "/answer 1 no: n/a", ours=False)
    [told] = await here.says("ruth", "Because the hall belongs to the church", original=original)
    assert "Why: the hall belongs to the church." in told.text


async def test_done_takes_one_action_at_a_time(here: Room) -> None:
    await here.says("bea", "/action I will paint the fence by 12 June")
    [said] = await here.says("bea", "/done 1 and 2")
    assert "one thing at a time. I have not saved anything." in said.text


async def test_start_in_a_group_promises_nothing_private(here: Room) -> None:
    [said] = await here.says("bea", "/start")
    assert "open a chat with me and press Start" in said.text
    assert said.outgoing.start


async def test_an_idea_at_the_end_is_where_an_action_comes_from(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/action Bea to get quotes by 12 June, idea 1")
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action is not None
    assert (action.what, action.idea) == ("get quotes", 1)


async def test_one_who_has_a_role_is_not_asked_again(here: Room) -> None:
    await here.says("ruth", "/facilitator me")
    [said] = await here.says("bea", "/facilitator @ruth")
    assert said.text == "Ruth has that role already. Nothing has changed."
