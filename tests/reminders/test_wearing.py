"""After an answer the buttons of a prompt go and its words stay; a press on its way is answered kindly (rule 7)."""

from datetime import timedelta

import pytest

from bot.domain.care import WORDS, Reached
from bot.domain.chat import Outgoing
from bot.domain.errors import Undeliverable
from bot.ports import Store
from tests.house import Room, Seen
from tests.rules import disk, everything, nudged


def worn(here: Room) -> set[str]:
    """The messages whose buttons were taken off."""
    return set(here.fake.plain_now)


async def asked(here: Room) -> Seen:
    """Let an action ask Amy for a yes in the group."""
    await here.facilitated()
    [seen] = await here.says("bea", "/action Amy to paint the door by 29 May")
    return seen


async def test_an_answered_idea_takes_the_buttons_off_its_nudge(here: Room) -> None:
    nudge = await nudged(here)
    await here.says("ruth", "/answer 1 yes because it is right", private=True)
    assert worn(here) == {str(nudge.number)}
    await here.says("ruth", "/mine", private=True)
    await here.tick()
    assert here.fake.plain_now == [str(nudge.number)], "each is taken off once"


async def test_a_press_on_a_worn_prompt_is_answered_kindly_and_changes_nothing(here: Room) -> None:
    nudge = await nudged(here)
    await here.says("ruth", "/answer 1 yes because it is right")
    await here.presses("ruth", nudge, "No", private=True)
    assert await here.reads(lambda s: s.ideas.get(1, 1).answer.decision) == "yes"  # type: ignore[union-attr]
    assert "Idea 1 has an answer already" in (here.toast or here.fake.seen[-1].text)


async def test_the_prompt_of_another_idea_keeps_its_buttons(here: Room) -> None:
    await nudged(here)
    await here.says("bea", "/idea a tree")
    await here.says("ruth", "/answer 2 yes because it is right")
    assert worn(here) == set()


async def test_the_prompt_of_another_action_keeps_its_buttons(here: Room) -> None:
    first = await asked(here)
    [second] = await here.says("bea", "/action Amy to buy wood by 29 May")
    await here.presses("amy", second, "Yes")
    assert worn(here) == {str(second.number)}
    await here.presses("amy", first, "Yes")
    assert worn(here) == {str(first.number), str(second.number)}


async def test_an_action_asks_on_until_all_have_said_yes(here: Room) -> None:
    await here.facilitated()
    [first] = await here.says("bea", "/action Amy and Tom to paint the door by 29 May")
    await here.presses("amy", first, "Yes")
    assert worn(here) == set()
    await here.presses("tom", first, "Yes")
    assert worn(here) == {str(first.number)}


async def test_an_offer_that_was_taken_is_not_offered_any_more(here: Room) -> None:
    first = await asked(here)
    [offer] = await here.says("amy", "no, not me", reply_to=first)
    assert offer.outgoing.buttons == ("I will",)
    assert worn(here) == {str(first.number)}
    await here.presses("tom", offer, "I will")
    assert worn(here) == {str(first.number), str(offer.number)}


async def test_a_finished_action_takes_the_buttons_off_its_nudge(here: Room) -> None:
    first = await asked(here)
    await here.presses("amy", first, "Yes")
    await here.passes(days=16)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@amy"]
    await here.presses("amy", nudge, "Done", private=True)
    assert str(nudge.number) in worn(here)


async def test_a_question_that_was_answered_in_words_loses_its_buttons(here: Room) -> None:
    await here.says("bea", "", kind="added")
    [question] = [seen for seen in here.fake.seen if "Skip" in seen.outgoing.buttons]
    await here.says("bea", "Wales", reply_to=question)
    assert worn(here) == {str(question.number)}


async def test_a_setting_that_was_agreed_is_not_asked_about_any_more(here: Room) -> None:
    await here.facilitated()
    [question] = await here.says("bea", "/settings answer 15")
    await here.presses("tom", question, "Yes")
    assert worn(here) == {str(question.number)}


async def test_buttons_that_can_not_be_taken_off_stay_and_stop_nothing(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await asked(here)

    async def breaks(message: Outgoing, id_: str) -> None:
        assert message.buttons == ("Yes",)
        raise Undeliverable(f"no message {id_}", permanent=True)

    monkeypatch.setattr(here.fake, "plain", breaks)
    said = await here.presses("amy", first, "Yes")
    assert "Action 1 is agreed." in said[-1].text
    await here.tick()
    assert disk(here, "SELECT worn FROM outbox WHERE worn IS NOT NULL") == [("done",)]


async def test_after_90_days_the_words_are_gone_also_under_buttons_and_a_button_still_works(here: Room) -> None:
    nudge = await nudged(here)
    here.clock.move(here.clock.now() + WORDS + timedelta(days=1))

    def let_go(store: Store) -> None:
        reached: Reached | None = Reached()
        while reached:
            reached = store.retention.step(here.clock.now(), reached)

    await here.reads(let_go)
    rows = everything(here)
    assert [row for table in ("outbox", "nudges") for row in rows[table] if "bench" in repr(row)] == []
    await here.presses("ruth", nudge, "Yes", private=True)
    assert await here.reads(lambda s: s.ideas.get(1, 1).answer.decision) == "yes"  # type: ignore[union-attr]
    assert worn(here) == set(), "a message without words can't be put in the place of what stands there"
