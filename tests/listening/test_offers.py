"""One yes to each kind of offer, through the real understanding and the real commands (issue 5)."""

import pytest

from bot.command import Understanding
from tests.house import Room


@pytest.fixture
def understanding() -> Understanding:
    return Understanding()


@pytest.fixture
async def there(here: Room) -> Room:
    """A group with idea 1, and action 1 that is Tom's."""
    await here.facilitated()
    await here.says("bea", "/idea a bench at the bus stop")
    await here.says("tom", "/action I will ring the library by 20 May")
    await here.passes(hours=1)
    return here


async def _agreed(there: Room, who: str, text: str, offered: str) -> str:
    """What is said once the offer was taken."""
    [offer] = await there.says(who, text)
    assert offered in offer.text
    # Nothing was done yet: it is only offered.
    assert "Shall I put that on the list" in offer.text
    return "\n".join(seen.text for seen in await there.says(who, "yes", reply_to=offer))


@pytest.mark.parametrize(
    ("who", "text", "offered", "said"),
    [
        ("bea", "it would be great if there was a tap by the pond", "Idea: it would be", "Idea 2: it would be"),
        ("amy", "I'll email the school by Friday", "Action: email the school. Who: Amy", "Action 2: email the school"),
        ("tom", "action 1 is finished, they were lovely", "Action 1 is done.", "Action 1 is done"),
        ("tom", "Action 1 will now be 29 May because the line is down", "Friday 29 May", "It is now Friday 29 May"),
        ("tom", "sorry, I'm going to have to give up action 1", "You said: sorry", "would like someone else to take"),
        ("ruth", "We can't do idea 1 because the path is too narrow", "The answer to idea 1 is no", "The answer is no"),
        ("ruth", "Still waiting for a quote for idea 1", "You said: Still waiting", "saved that as an update"),
    ],
)
async def test_I5_a_yes_does_what_was_offered(there: Room, who: str, text: str, offered: str, said: str) -> None:
    assert said in await _agreed(there, who, text, offered)


async def test_I5_a_yes_to_an_action_that_somebody_was_named_for_is_theirs(there: Room) -> None:
    await there.says("ruth", "/action Amy will print the posters by 20 May")
    await there.passes(hours=1)
    await _agreed(there, "amy", "I'll take action 2", "You say yes to action 2.")
    [action] = [one for one in await there.reads(lambda s: s.actions.all(1)) if one.number == 2]
    assert [(owner.name, owner.agreed) for owner in action.owners] == [("Amy", True)]


@pytest.mark.parametrize(
    "text", ["Yes, if the budget allows", "Yes in principle, subject to the fire officer", "I'm minded to say no"]
)
async def test_C6_3_a_yes_or_no_that_hangs_on_something_leaves_the_idea_open(there: Room, text: str) -> None:
    await there.says("ruth", f"/answer 1 {text}")
    [idea] = await there.reads(lambda s: s.ideas.all(1))
    assert (idea.state, idea.answer) == ("open", None)


async def test_I5_what_is_said_to_be_logged_needs_no_yes(there: Room) -> None:
    said = await there.says("ruth", "Notes of today.\nACTION Tom to email the depot by Friday\nIdea – a hearing loop")
    assert [seen.text.splitlines()[0] for seen in said]
    ideas, actions = await there.reads(
        lambda s: ([one.text for one in s.ideas.all(1)], [one.what for one in s.actions.all(1)])
    )
    assert ideas[1:] == ["a hearing loop"]
    assert actions[1:] == ["email the depot"]
