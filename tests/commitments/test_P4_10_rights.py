"""Each cell of the table of rights, tried by whoever it speaks of; and without the table nobody may do anything."""

import pytest

from bot.domain.rights import EVERYONE
from tests.house import Room, Seen
from tests.rules import disk, everything

# Tom is a member. Amy is an officer: she signed for the council, and the table gives her what it gives Tom.
MEMBER, OFFICER, FACILITATOR, MANAGER = "tom", "amy", "ruth", "sam"
LEADS = (FACILITATOR, MANAGER)


async def _group(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/sign for the Council")
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/action I will ring the council by 20 May")
    here.fake.forget()


async def _said(here: Room, who: str, words: str) -> str:
    said: list[Seen] = await here.says(who, words)
    return "\n".join(seen.text for seen in said)


@pytest.mark.parametrize("who", [MEMBER, OFFICER, FACILITATOR, MANAGER])
async def test_P4_10_each_cell_of_the_table_of_rights_is_as_it_says(here: Room, who: str) -> None:
    await _group(here)
    # See all, search, export, report.
    for words in ("/ideas", "/idea 1", "/search bench", "/history 1", "/who", "/settings", "/meeting"):
        assert "can't" not in await _said(here, who, words)
    await here.says(who, "hello", kind="opened", private=True)
    assert any(seen.outgoing.file for seen in await here.says(who, "/export"))
    # Raise, back, comment.
    assert "Your idea is on the list." in await _said(here, who, "/idea a pond")
    assert "You back idea 1" in await _said(here, who, "/back 1")
    # Own an action, and move its date with a reason: one's own.
    await here.says(who, "/action I will paint the door by 22 May")
    assert "new finish date" in await _said(here, who, "/move 2 to 29 May because of the rain")
    moved = "new finish date" in await _said(here, who, "/move 1 to 29 May because of the rain")
    # Ask why it is stuck.
    assert "in the way" in await _said(here, who, "/why 1")
    # Hold an item back, with a reason that is shown.
    held = "It is held back" in await _said(here, who, "/hold 1 private details")
    # Change periods or roles: by agreement that is shown in the chat, for everybody alike.
    assert "Does somebody else agree?" in await _said(here, who, "/settings answer 15")
    assert disk(here, "SELECT * FROM settings") == []
    assert "will you be the manager?" in await _said(here, who, "/manager Bea")
    assert disk(here, "SELECT count(*) FROM roles WHERE accepted AND role = 'manager'") == [(1,)]
    # Give the answer to an idea.
    await here.says(who, "/answer 2 yes because it is green")
    [(state,)] = disk(here, "SELECT state FROM ideas WHERE number = 2")
    assert [moved, held, state == "answered"] == [who in LEADS] * 3


LIST = ("ideas", "actions", "answers", "backers", "plans", "holds", "settings", "proposals", "roles", "care", "changes")


@pytest.mark.parametrize("who", [MEMBER, FACILITATOR])
async def test_rule_9_without_the_table_no_command_does_anything_for_anybody(
    here: Room, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    await _group(here)
    before = everything(here)
    monkeypatch.setattr("bot.domain.rights.RIGHTS", {})
    for command in here.house.commands.all:
        for words in (command.shows, f"/{command.name} 1", f"/{command.name}"):
            said = await _said(here, who, words)
            assert "you can't do that here. Nothing has changed." in said, words
    after = everything(here)
    assert {name: after[name] for name in LIST} == {name: before[name] for name in LIST}


@pytest.mark.parametrize("words", ["/about back: back 1", "/review the charter idea a pond", "/anon a pond"])
async def test_rule_9_a_command_that_another_passes_words_on_to_asks_the_table_too(
    here: Room, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    await _group(here)
    monkeypatch.setattr("bot.domain.rights.RIGHTS", {"see": EVERYONE})
    [said] = await here.says("tom", words, private=words.startswith("/anon"))
    assert "you can't do that here. Nothing has changed." in said.text
    assert disk(here, "SELECT text FROM ideas") == [("a bench",)]
    assert disk(here, "SELECT * FROM backers") == []
