"""Who asks to see the list in their own words sees it, and what only sounds like it is heard as before."""

import pytest

from bot.listen.showing import asks_to_see
from tests.house import Room


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("show me the ideas", "ideas"),
        ("Can I see the list please?", "ideas"),
        ("whats on the list", "ideas"),
        ("What’s on our list?", "ideas"),
        ("hi, what ideas are waiting", "ideas"),
        ("list all the ideas", "ideas all"),
        ("Please show us everything on the list.", "ideas all"),
        ("what are the actions", "actions"),
        ("list the tasks", "actions"),
        ("what needs doing?", "todo"),
        ("What's left to do", "todo"),
        ("what next?", "todo"),
        ("to do list", "todo"),
        ("jobs", None),
        ("everything", None),
        ("the list of ideas is too long", None),
        ("what needs doing is a new ramp", None),
        ("list the building", None),
        ("show the council what ideas we have", None),
        ("what is the idea", None),
    ],
)
def test_asking_to_see_the_list(text: str, shown: str | None) -> None:
    assert asks_to_see(text) == shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("show me the ideas", "1 idea waits for an answer."),
        ("whats on the list", "1 idea waits for an answer."),
        ("list all the ideas", "There is 1 idea on the list."),
        ("what are the actions?", "There is 1 action to do."),
        ("what needs doing", "2 things are open."),
    ],
)
@pytest.mark.parametrize("private", [False, True])
async def test_a_list_is_shown_to_who_asks_in_their_own_words(
    here: Room, text: str, said: str, *, private: bool
) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("amy", "/action I will ask the council by 12 June")
    [shown] = await here.says("bea", text if private else f"@saidbot {text}", private=private)
    assert said in shown.text
