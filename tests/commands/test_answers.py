"""Every idea ends in yes, partly or no, by a facilitator or manager, with a reason (charter commitment 6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import is_holding, is_reason, read_answer, read_cost, speaks_of_money
from bot.domain.chat import Cost, Original, Sender
from tests.house import Room


async def _with_idea(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench at the bus stop")
    await here.says("tom", "/back 1")
    here.fake.forget()


async def test_C6_3_an_answer_is_told_in_the_group_once_naming_raiser_and_backers(here: Room) -> None:
    await _with_idea(here)
    [told] = await here.says("ruth", "/answer 1 yes because people need to sit down")
    assert told.to == "riverside"
    assert told.text == (
        "Good news. Idea 1 has an answer. The answer is yes.\n"
        "Bea's idea: a bench at the bus stop.\n"
        "Why: people need to sit down.\n"
        "Backed by Tom.\n"
        "Answered by Ruth, facilitator, on Monday 11 May.\n"
        "Who will do what, and by when? To say it, type /action."
    )
    pinged = {span.text for span in told.outgoing.text if span.person}
    assert pinged == {"Bea", "Tom"}


async def test_C6_1_only_facilitator_or_manager_answers_others_make_comments(here: Room) -> None:
    await _with_idea(here)
    [said] = await here.says("amy", "/answer 1 yes")
    assert "saved that as a comment on idea 1" in said.text
    assert "The answer can only come from Ruth or Sam." in said.text
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert idea.state == "open"
    [told] = await here.says("sam", "/answer 1 no it is not our land")
    assert "Answered by Sam, manager" in told.text


@pytest.mark.parametrize("words", ["no", "no n/a", "no because", "no 😀", "no no reason", "partly", "partly tbc"])
async def test_C6_4_a_no_or_partly_needs_a_reason_in_real_words(here: Room, words: str) -> None:
    await _with_idea(here)
    [asked] = await here.says("ruth", f"/answer 1 {words}")
    assert "say why" in asked.text
    assert "still open" in asked.text
    [told] = await here.says("ruth", "the path is too narrow there", reply_to=asked)
    assert "Why: the path is too narrow there" in told.text


@pytest.mark.parametrize(
    "words", ["not possible", "no, not possible", "no we can't do it", "sorry, can't be done", "no it is not feasible"]
)
async def test_C6_4_a_no_said_in_other_words_is_no_reason(here: Room, words: str) -> None:
    await _with_idea(here)
    [asked] = await here.says("ruth", f"/answer 1 {words}")
    assert "Please say why it is a no." in asked.text
    [again] = await here.says("ruth", words, reply_to=asked)
    assert again.text == asked.text
    [told] = await here.says("ruth", "no, because the path is too narrow", reply_to=again)
    assert "Why: the path is too narrow." in told.text


async def test_C6_5_a_cost_said_in_words_is_read_out_once(here: Room) -> None:
    await _with_idea(here)
    [asked] = await here.says("ruth", "/answer 1 no, too dear")
    [told] = await here.says("ruth", "9600 a year, 2000 left", reply_to=asked)
    assert "Why: too dear. The cost: 9600 a year, 2000 left.\nBacked by Tom." in told.text
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea
    assert idea.answer
    assert idea.answer.cost == Cost(960_000, "year")


async def test_C6_5_a_reason_about_money_needs_a_figure(here: Room) -> None:
    await _with_idea(here)
    [asked] = await here.says("ruth", "/answer 1 no too dear")
    assert "How much money is it?" in asked.text
    [told] = await here.says("ruth", "9600 a year", reply_to=asked)
    assert "The answer is no." in told.text
    assert "Why: too dear.\nThe cost: £9,600 a year." in told.text
    [shown] = await here.says("bea", "/idea 1")
    assert "Why: too dear.\nThe cost: £9,600 a year." in shown.text
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert idea.answer is not None
    assert idea.answer.cost == Cost(960_000, "year")


async def test_C6_5_no_figure_yet_is_allowed_with_a_date_for_it(here: Room) -> None:
    await _with_idea(here)
    [asked] = await here.says("ruth", "/answer 1 no too dear")
    [when] = await here.says("ruth", "no figure yet", reply_to=asked)
    assert "When will you have the figure?" in when.text
    [told] = await here.says("ruth", "by 30 June", reply_to=when)
    assert "no figure yet, by 30 June" in told.text


async def test_S2_10_an_officer_answers_by_replying_in_ordinary_words(here: Room) -> None:
    await here.facilitated()
    [confirmed] = await here.says("bea", "/idea a bench")
    [told] = await here.says("ruth", "Yes, because it is a good spot for one.", reply_to=confirmed)
    assert "The answer is yes." in told.text
    assert "Why: it is a good spot for one." in told.text


async def test_a_private_answer_is_thanked_there_and_told_in_the_group(here: Room) -> None:
    await _with_idea(here)
    await here.days(9)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    here.fake.forget()
    thanks, told = await here.says("ruth", "No, the road is too narrow.", private=True, reply_to=nudge)
    assert (thanks.to, told.to) == ("@ruth", "riverside")
    assert thanks.text == (
        "Thank you, Ruth. I have told the group.\nRuth, did you talk to Bea about idea 1? Reply yes or no."
    )
    assert "The answer is no." in told.text


async def test_a_bare_line_answers_the_last_thing_said_in_private(here: Room) -> None:
    await _with_idea(here)
    await here.days(9)
    here.fake.forget()
    _, told = await here.says("ruth", "yes we can do this in June", private=True)
    assert "The answer is yes." in told.text


async def test_a_button_is_a_sentence_and_no_leads_to_the_question_why(here: Room) -> None:
    await _with_idea(here)
    await here.days(9)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    [asked] = await here.presses("ruth", nudge, "No", private=True)
    assert "Please say why" in asked.text
    _, told = await here.says("ruth", "there is no room", private=True)
    assert "Why: there is no room" in told.text
    assert here.to("riverside")[-1] == told.text


async def test_a_settled_idea_asks_before_it_is_changed_and_keeps_both(here: Room) -> None:
    await _with_idea(here)
    await here.says("ruth", "/answer 1 yes we like it")
    [asked] = await here.says("ruth", "/answer 1 no there is no room after all")
    assert "has an answer already" in asked.text
    [told] = await here.says("ruth", "change", reply_to=asked)
    assert "The answer is no." in told.text
    [history] = await here.says("bea", "/history 1")
    assert "Ruth answered yes." in history.text
    assert "Ruth answered no." in history.text


async def test_undoing_an_answer_tells_those_who_were_told(here: Room) -> None:
    await _with_idea(here)
    await here.says("ruth", "/answer 1 yes we like it")
    [told] = await here.says("ruth", "/undo")
    assert told.text == (
        "Ruth has taken back the answer to idea 1.\nBea and Tom: it still needs an answer, by Tuesday 26 May."
    )
    promise = await here.reads(lambda s: s.promises.get(1, "answer", 1))
    assert promise is not None
    nudged = await here.days(9)
    assert any("Idea 1 needs an answer by Tuesday 26 May." in seen.text for seen in nudged)


async def test_C6_undoing_a_changed_answer_gives_back_the_one_before_it(here: Room) -> None:
    await _with_idea(here)
    await here.says("ruth", "/answer 1 partly, the bench only because the roof costs £900")
    await here.passes(hours=1)
    await here.says("ruth", "/answer 1 change no, there is no room")
    await here.says("ruth", "/undo")
    await here.passes(hours=1)
    await here.says("sam", "/answer 1 change yes, we will do all of it")
    [told] = await here.says("sam", "/undo")
    assert told.text == (
        "Sam has taken back the answer to idea 1.\n"
        "Bea and Tom: the answer before it stands again.\n"
        "The answer is partly.\n"
        "Why: the bench only because the roof costs £900."
    )
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea
    assert idea.state == "answered"
    assert idea.answer
    assert (idea.answer.decision, idea.answer.by.name, idea.answer.cost) == ("partly", "Ruth", Cost(90_000, None))
    # Nobody is asked for an answer that was given, but the group is asked who will do what.
    said = await here.days(16)
    assert [seen.text for seen in said if seen.to.startswith("@")] == []
    assert sum("Idea 1 has an answer, but no action yet." in seen.text for seen in said) == 1


@pytest.mark.parametrize(
    ("text", "decision", "reason"),
    [
        ("Yes", "yes", ""),
        ("yes because it is cheap", "yes", "it is cheap"),
        ("Partly: the bench but not the roof", "partly", "the bench but not the roof"),
        ("yes, partly - the bench only", "partly", "the bench only"),
        ("Sorry, no. The land is not ours", "no", "The land is not ours"),
        ("No - the land is not ours", "no", "The land is not ours".replace("The", "the")),
        (
            "unfortunately we can't, the land is not ours",
            "no",
            "unfortunately we can't, the land is not ours",
        ),
        ("no worries, leave it with me", None, None),
        ("No news yet", None, None),
        ("no decision yet sorry", None, None),
        ("thanks for this", None, None),
        ("we will see", None, None),
        ("yes, I'll ask the manager", None, None),
        ("yes, we'll order it because people asked", "yes", None),
        ("nothing to say", None, None),
        ("yesterday was fun", None, None),
        ("Noted, thanks", None, None),
        ("Thanks, yes because it is cheap", "yes", "it is cheap"),
        ("No, there is no room. We will look at it again in February.", "no", None),
        ("Yes, good idea", "yes", "good idea"),
        ("Yes. We’ll look into it.", None, None),
        ("We can’t, the land is not ours", "no", "We can't, the land is not ours"),
        ("yes, maybe", None, None),
        ("No, still waiting for the lawyer", None, None),
        # As the tips say it: whose it is, and who will ask.
        ("no, it is the landlord's and Ruth will ask them", "no", "it is the landlord's and Ruth will ask them"),
        ("No, it is not ours to decide, and I'll ask the council", "no", None),
        ("no, we need to check and Ruth will ask them", None, None),
        ("Partly, we are looking at it", None, None),
        ("partly, the bench but not the roof, we will look at that", "partly", None),
        ("no longer needed, the shop has one", None, None),
        ("No, longer hours would cost £500", "no", "longer hours would cost £500"),
    ],
)
def test_C6_3_what_is_an_answer_and_what_is_not(text: str, decision: str | None, reason: str | None) -> None:
    reading = read_answer(text)
    assert reading.decision == decision
    if reason is not None:
        assert reading.reason == reason


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("it costs £9,600 a year for staff. There is £2,000 left", Cost(960_000, "year")),
        ("£500", Cost(50_000, None)),
        ("£500 one-off", Cost(50_000, "once")),
        ("about 2k", None),
        ("£2k per annum", Cost(200_000, "year")),
        ("£1.5m in total", Cost(150_000_000, "once")),
        ("1,200 pounds a month", Cost(120_000, "month")),
        ("£12.50 per week", Cost(1_250, "week")),
        ("three grand", None),
        ("5 grand", Cost(500_000, None)),
        ("10 benches", None),
    ],
)
def test_C6_5_amounts_as_people_write_them(text: str, cost: Cost | None) -> None:
    assert read_cost(text) == cost


@pytest.mark.parametrize("text", ["too expensive", "no budget", "we can't afford it", "the funding stopped"])
def test_C6_5_reasons_that_speak_of_money(text: str) -> None:
    assert speaks_of_money(text)


@given(st.text(max_size=300))
def test_reading_an_answer_never_breaks(text: str) -> None:
    reading = read_answer(text)
    assert reading.decision in (None, "yes", "partly", "no")
    is_reason(text)
    is_holding(text)
    read_cost(text)


async def test_a_clear_answer_in_reply_to_the_ideas_own_message_is_heard(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench", message="m50")
    original = Original("m50", Sender("bea", "Bea"), "/idea a bench", ours=False)
    for who, words in (("tom", "Yes, me too"), ("ruth", "what a lovely day"), ("ruth", "no idea yet")):
        assert await here.says(who, words, original=original) == []
    for words in ("yes it was a lovely day", "Yes we had a great time", "no that was Tom", "yes me too"):
        assert await here.says("ruth", words, original=original) == []
    [told] = await here.says("ruth", "Yes, because people need to sit", original=original)
    assert "The answer is yes." in told.text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Good news, the trustees have said yes", "The answer is yes."),
        ("Sadly the landlord won't allow it", "The answer is no."),
        ("Yes to a bench, no to a shelter", "The answer is partly."),
    ],
)
async def test_C6_3_an_answer_in_ordinary_words_to_the_ideas_own_message_is_heard(
    here: Room, words: str, told: str
) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench", message="m50")
    original = Original("m50", Sender("bea", "Bea"), "/idea a bench", ours=False)
    [news] = await here.says("ruth", words, original=original)
    assert told in news.text


async def test_a_reply_to_ones_own_command_fills_the_question_it_led_to(here: Room) -> None:
    await _with_idea(here)
    await here.says("ruth", "/answer 1 no", message="m60")
    original = Original("m60", Sender("ruth", "Ruth"), "/answer 1 no", ours=False)
    assert await here.says("tom", "there is a gas pipe under it", original=original) == []
    [told] = await here.says("ruth", "there is a gas pipe under it", original=original)
    assert "Why: there is a gas pipe under it." in told.text


async def test_words_beside_a_figure_are_kept(here: Room) -> None:
    await _with_idea(here)
    [asked] = await here.says("ruth", "/answer 1 no too dear")
    [told] = await here.says("ruth", "£9,600 a year for staff", reply_to=asked)
    assert "Why: too dear. The cost: £9,600 a year for staff.\nBacked by" in told.text


@pytest.mark.parametrize("private", [False, True])
async def test_P4_23_a_yes_that_says_who_does_what_by_when_makes_the_action(here: Room, private: bool) -> None:  # noqa: FBT001 - both are tried
    await _with_idea(here)
    await here.says("ruth", "/answer 1 yes, Amy to ask the printers by 22 May", private=private)
    news, action = (seen.text for seen in here.fake.seen if seen.to == "riverside")
    assert "Who will do what" not in news
    assert action.startswith(
        "New action. Action 1: ask the printers.\nWho: Amy. Start: Monday 11 May. Finish: Friday 22 May.\n"
        "Why: it came from idea 1, from Bea.\nAmy, is that right?"
    )
    assert here.to("@ruth") == (["Thank you, Ruth. I have told the group."] if private else [])


async def test_P4_23_a_reply_to_the_question_who_does_what_is_its_answer(here: Room) -> None:
    await _with_idea(here)
    [told] = await here.says("ruth", "/answer 1 yes")
    [action] = await here.says("tom", "I'll order one by 22 May", reply_to=told)
    assert action.text.startswith("New action. Action 1: order one.\nWho: Tom.")
    assert "it came from idea 1" in action.text
    # What is said of it later is said of it, and adds nothing.
    [kept] = await here.says("tom", "Amy will pay for it by 22 May", reply_to=told)
    assert kept.text == "Thank you, Tom. I have saved that as a comment on idea 1."


@pytest.mark.parametrize("words", ["there is room beside the shelter", "people asked for it", "Sam will sort it soon"])
async def test_P4_23_where_nobody_is_named_with_a_day_it_is_asked(here: Room, words: str) -> None:
    await _with_idea(here)
    [told] = await here.says("ruth", f"/answer 1 yes, {words}")
    assert told.text.endswith("Who will do what, and by when? To say it, type /action.")
    [kept] = await here.says("bea", "lovely, thank you all so much for that", reply_to=told)
    assert kept.text == (
        "Thank you, Bea. I have saved that as a comment on idea 1.\n"
        "Who will do what, and by when? Reply to this message with /action and what you will do."
    )
    assert await here.reads(lambda s: s.actions.all(1)) == []
    [action] = await here.says("tom", "/action I will order one by 22 May", reply_to=kept)
    assert "it came from idea 1" in action.text


@pytest.mark.parametrize("reply", ["change", "yes", "yes please", "ok, change it"])
async def test_C6_2_an_answer_is_changed_on_a_yes_to_that_question_and_to_the_words_kept(
    here: Room, reply: str
) -> None:
    await _with_idea(here)
    await here.says("ruth", "/answer 1 yes, there is room")
    [asked] = await here.says("ruth", "/answer 1 no, the path is too narrow")
    [odd] = await here.says("ruth", "hmm, let me see", reply_to=asked)
    assert odd.text == asked.text
    [told] = await here.says("ruth", reply, reply_to=odd)
    assert told.text.startswith("Idea 1 has an answer. The answer is no.")
    assert "Why: the path is too narrow." in told.text


async def test_C6_2_a_no_to_that_question_changes_nothing_and_new_words_are_the_new_answer(here: Room) -> None:
    await _with_idea(here)
    await here.says("ruth", "/answer 1 yes, there is room")
    [asked] = await here.says("ruth", "/answer 1 no, the path is too narrow")
    [kept] = await here.says("ruth", "no", reply_to=asked)
    assert kept.text == "That is fine. Nothing has changed."
    [asked] = await here.says("ruth", "/answer 1 no, the path is too narrow")
    [told] = await here.says("ruth", "no, because the land is not ours", reply_to=asked)
    assert "Why: the land is not ours." in told.text
