"""What happens when an action is late: a new date, help, what is in the way, and who speaks for it (charter 9)."""

from bot.domain.things import Action
from tests.house import Room, Seen


async def _proposed(here: Room, text: str = "/action Amy to ask the library by Friday 12 June") -> Seen:
    await here.facilitated()
    [said] = await here.says("tom", text)
    here.fake.forget()
    return said


async def _action(here: Room) -> Action:
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action
    return action


async def test_a_move_starts_the_reminders_anew_and_a_near_date_gets_no_heads_up(here: Room) -> None:
    await _proposed(here, "/action Amy to ask the library by 13 May")
    assert [one for one in await here.days(1) if "has its finish" in one.text] == []
    [late] = [one for one in await here.days(2) if "Is it done?" in one.text]
    assert late.to == "@amy"
    await here.says("amy", "15 May, the printer broke", private=True)
    said = await here.days(1)
    assert [one.text for one in said if "has its finish" in one.text] == []
    assert [one for one in await here.days(3) if "Action 1 was due on Friday 15 May. Is it done?" in one.text]


async def test_C9_1_nothing_is_in_the_way_of_what_is_done(here: Room) -> None:
    await _proposed(here, "/action Amy to ask the library by 13 May")
    await here.says("amy", "/done 1")
    for text in ("/stuck 1", "/stuck 1 we wait for the printer"):
        [said] = await here.says("amy", text)
        assert said.text == "Action 1 is done already. It was done on Monday 11 May."


async def test_C9_1_what_is_in_the_way_is_kept_and_shown(here: Room) -> None:
    await _proposed(here, "/action Amy to ask the library by 13 May")
    await here.days(3)
    [asked] = await here.says("amy", "done?", private=True)
    assert 'Is action 1 done? Reply "done".' in asked.text
    [said] = await here.says("amy", "The library is shut for repairs.", private=True)
    assert "I have put that with action 1." in said.text
    [shown] = await here.says("bea", "/action 1")
    assert "What is in the way, from Amy on Thursday 14 May: The library is shut for repairs." in shown.text
    await here.says("amy", "/undo", private=True)
    [shown] = await here.says("bea", "/action 1")
    assert "repairs" not in shown.text


async def test_S0_32_help_asks_the_group_and_whoever_will_takes_it(here: Room) -> None:
    proposed = await _proposed(here, "/action Amy to ask the library by 13 May")
    await here.says("amy", "yes", reply_to=proposed)
    await here.days(3)
    [thanks, asked] = await here.says("amy", "help", private=True)
    assert (thanks.to, asked.to) == ("@amy", "riverside")
    assert "Amy would like someone else to take action 1. That is fine." in asked.text
    assert [owner.name for owner in (await _action(here)).owners] == ["Amy"]
    [taken] = await here.presses("bea", asked, "I will")
    assert "Action 1 is yours now." in taken.text
    assert "Thank you, Amy, for what you have done so far." in taken.text
    [moved] = await here.says("bea", "29 May", reply_to=taken)
    assert "Why: it was handed over." in moved.text
    assert [owner.name for owner in (await _action(here)).owners] == ["Bea"]


async def test_a_bare_help_in_private_is_still_help(here: Room) -> None:
    await here.facilitated()
    await here.says("ruth", "/action I will ring by Friday", private=True)
    [said] = await here.says("ruth", "help", private=True)
    assert said.text.startswith("/idea: ")


async def test_a_yes_to_is_it_done_closes_nothing_by_itself(here: Room) -> None:
    await _proposed(here, "/action Amy to ask the library by 13 May")
    await here.says("amy", "/agree 1")
    await here.days(3)
    [said] = await here.says("amy", "yes", private=True)
    assert 'Is action 1 done? Reply "done".' in said.text
    [said] = await here.says("amy", "no", private=True)
    assert "What is the new date for action 1?" in said.text
    assert [owner.name for owner in (await _action(here)).owners] == ["Amy"]
    told = await here.says("amy", "/done 1", private=True)
    assert [one.to for one in told] == ["@amy", "riverside"]


async def test_whoever_listed_it_speaks_for_somebody_who_is_not_in_the_chat(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/action Pat to paint by 13 May")
    [late] = [one for one in await here.days(3) if "Is it done?" in one.text]
    assert late.to == "@tom"
    said = await here.presses("tom", late, "Done", private=True)
    assert "Thank you, Pat." in said[-1].text


async def test_one_word_about_several_late_actions_asks_which_and_keeps_it(here: Room) -> None:
    await here.facilitated()
    for what in ("ask the library", "paint the hall"):
        await here.says("amy", f"/action I will {what} by 13 May")
    await here.days(3)
    [which] = await here.says("amy", "done", private=True)
    assert "Which one do you mean? I have kept your words." in which.text
    said = await here.presses("amy", which, "Action 2", private=True)
    assert said[-1].text.startswith("Action 2 is done: paint the hall.")
