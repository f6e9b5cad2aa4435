"""It is clear who answers: anyone may name, only the person named accepts (charter commitment 3)."""

from tests.house import Room


async def test_C3_1_the_person_named_accepts_by_a_button_of_their_own(here: Room) -> None:
    await here.says("ruth", "/who")
    [asked] = await here.says("bea", "/facilitator @Ruth")
    assert "Ruth, will you be the facilitator?" in asked.text
    assert await here.presses("tom", asked, "I accept") == []
    assert here.toast is not None
    assert here.toast == "Sorry, that question is for somebody else."
    [taken] = await here.presses("ruth", asked, "I accept")
    assert taken.text.startswith("Thank you, Ruth. You are the facilitator now.")
    assert taken.outgoing.start
    [who] = await here.says("tom", "/who")
    assert "Facilitator: Ruth." in who.text
    assert "No manager yet." in who.text


async def test_a_name_not_seen_yet_is_kept_and_claimed_by_that_users_own_press(here: Room) -> None:
    [asked] = await here.says("bea", "/facilitator @sam")
    assert asked.text.startswith("@sam, will you be the facilitator?")
    [who] = await here.says("bea", "/who")
    assert "@sam was asked to be facilitator." in who.text
    assert await here.presses("ruth", asked, "I accept") == []
    [taken] = await here.presses("sam", asked, "I accept")
    assert "You are the facilitator now" in taken.text


async def test_a_member_can_be_the_facilitator_S1_5(here: Room) -> None:
    [taken] = await here.says("bea", "/facilitator me")
    assert "Thank you, Bea. You are the facilitator now." in taken.text
    await here.says("tom", "/idea a bench")
    [told] = await here.says("bea", "/answer 1 yes")
    assert "Answered by Bea, facilitator" in told.text


async def test_two_people_of_one_name_are_asked_apart(here: Room) -> None:
    await here.says("bea", "/who")
    await here.says("bea-two", "/who")
    [said] = await here.says("tom", "/manager Nobody")
    assert "do not know who that is" in said.text
    [asked] = await here.says("tom", "/manager bea")
    assert "Bea, will you be the manager?" in asked.text


async def test_S2_1_a_new_group_is_asked_three_questions_and_each_can_be_skipped(here: Room) -> None:
    welcome, nation = await here.says("bea", "", kind="added")
    assert "I am a computer, not a person." in welcome.text
    assert "call 999" in welcome.text
    assert nation.outgoing.buttons == ("England", "Wales", "Scotland", "Northern Ireland", "Skip")
    [facilitator] = await here.presses("tom", nation, "Wales")
    assert "bank holidays of Wales" in facilitator.text
    [manager] = await here.says("amy", "skip", reply_to=facilitator)
    assert "manager" in manager.text
    asked, done = await here.says("amy", "@sam", reply_to=manager)
    assert asked.text.startswith("@sam, will you be the manager?")
    # No questions, and not to be answered now.
    assert done.text == (
        "That is all. Thank you. To see what I can do, type /help.\n"
        "Two things can wait. To say who looks after this list, type /keeper and a name.\n"
        "To say who to call with a worry, type /contact, a name and a number."
    )
    group = await here.reads(lambda s: s.groups.get(1))
    assert group.nation == "wales"


async def test_a_question_answered_twice_is_heard_once(here: Room) -> None:
    _, nation = await here.says("bea", "", kind="added")
    await here.presses("tom", nation, "Wales")
    again = await here.says("amy", "Scotland", reply_to=nation)
    assert "did not understand" in again[0].text
    group = await here.reads(lambda s: s.groups.get(1))
    assert group.nation == "wales"


async def test_a_misspelt_nation_is_understood_and_an_unknown_one_asked_again(here: Room) -> None:
    [ok] = await here.says("bea", "/nation scotlnd")
    assert "Scotland" in ok.text
    [sorry] = await here.says("bea", "/nation France")
    assert "Nothing has changed." in sorry.text


async def test_the_welcome_says_what_a_bot_with_privacy_mode_can_hear(here: Room) -> None:
    welcome, _ = await here.says("bea", "", kind="added", hears_all=False)
    assert "/idea@saidbot" in welcome.text
    assert "No number back means I did not hear you." in welcome.text


async def test_start_opens_the_private_chat(here: Room) -> None:
    await here.says("bea", "/who")
    [said] = await here.says("bea", "/start", private=True)
    assert "Now I can message you privately." in said.text
    [stranger] = await here.says("zed", "/start", private=True)
    assert "I have not seen you in one yet" in stranger.text


async def test_with_nobody_named_after_the_questions_that_is_said_at_once(here: Room) -> None:
    _, nation = await here.says("bea", "", kind="added")
    [facilitator] = await here.says("bea", "skip", reply_to=nation)
    [manager] = await here.says("bea", "skip", reply_to=facilitator)
    [done] = await here.says("bea", "skip", reply_to=manager)
    assert done.text.startswith("Nobody is named to answer ideas so far. I take your ideas all the same.")


async def test_two_facilitators_stand_side_by_side_and_both_hear_of_it(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/facilitator me")
    await here.says("amy", "/facilitator me")
    [who] = await here.says("tom", "/who")
    assert "Facilitator: Ruth.\nFacilitator: Amy." in who.text
    await here.days(9)
    assert len(here.to("@ruth")) == len(here.to("@amy")) == 1


async def test_stepping_down_is_said_in_the_group_and_leaves_nobody(here: Room) -> None:
    await here.says("ruth", "/facilitator me")
    [said] = await here.says("ruth", "/decline")
    assert said.text.startswith("That is fine, Ruth. You have no role here any more.\nNow nobody is named")
    [nothing] = await here.says("ruth", "/decline")
    assert "Nothing has changed." in nothing.text


async def test_C3_1_the_person_named_may_say_yes_or_no_in_words(here: Room) -> None:
    await here.says("ruth", "/who")
    for role, thanks in (("facilitator", "You answer the ideas."), ("manager", "You help when an answer is late.")):
        [asked] = await here.says("bea", f"/{role} Ruth")
        assert 'reply "yes"' in asked.text
        [unclear] = await here.says("ruth", "what would I have to do?", reply_to=asked)
        assert unclear.text == 'Please reply "yes" or "no". Nothing has changed.'
        [taken] = await here.says("ruth", "yes, happy to", reply_to=unclear)
        assert thanks in taken.text
    [asked] = await here.says("bea", "/facilitator Bea")
    await here.says("tom", "/who")
    [asked] = await here.says("bea", "/manager Tom")
    [no] = await here.says("tom", "no thanks", reply_to=asked)
    assert no.text.startswith("That is fine, Tom.")
    [who] = await here.says("tom", "/who")
    assert "Tom" not in who.text


async def test_C3_2_who_is_named_for_a_plan_may_say_it_in_words_and_nobody_else(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stops, draft")
    [asked] = await here.says("bea", "/lead 1 facilitator @amy")
    assert asked.text.endswith('If that is right, reply "yes" or press the button.')
    await here.says("tom", "yes", reply_to=asked)
    assert "Facilitator: Ruth." in (await here.says("tom", "/plan 1"))[0].text
    [taken] = await here.says("amy", "yes", reply_to=asked)
    assert taken.text.startswith("Thank you, Amy. You are the facilitator of plan 1 now.")
