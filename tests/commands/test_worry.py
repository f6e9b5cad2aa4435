"""What looks like harm to a person is answered privately, with where to turn, and nothing of it is kept (DOMAIN 5f)."""

import pytest
from sqlalchemy import select

from bot.command import Understanding
from bot.domain.chat import Original
from bot.listen import Noticed, Talk, worries
from storage.tables import all_tables
from tests.house import CAST, Room

HARM = "he hits her and locks her in"
PRIVATELY = (
    "I am a computer. I can't get help for you, and I have not told anyone.\n"
    "If someone is in danger now, call 999.\n"
    "If you are worried about an adult, call your local council.\n"
    "To talk to someone, call Samaritans free on 116 123, day or night.\n"
    "I have not put your message on the list."
)
NUMBERS = "\n".join(PRIVATELY.splitlines()[1:4])


def _listen(talk: Talk) -> tuple[Noticed, ...]:
    return (Noticed("harm", 0.9, HARM, "", explicit=False),) if HARM in talk.text else ()


@pytest.fixture
def understanding() -> Understanding:
    return Understanding(_listen, lambda text: "he" in text)


def _kept(here: Room) -> list[str]:
    with here.database.engine.connect() as db:
        rows = {t.name: [tuple(row) for row in db.execute(select(t))] for t in all_tables().tables.values()}
    return [name for name, found in rows.items() if "hits her" in repr(found)]


@pytest.mark.parametrize("text", [HARM, f"/idea {HARM}", f"/action {HARM}", f"idea: {HARM}", f"/answer 1 no {HARM}"])
async def test_S5f_harm_is_answered_privately_and_nothing_of_it_is_kept(here: Room, text: str) -> None:
    await here.facilitated()
    assert await here.says("ruth", text) == here.fake.seen
    assert (here.to("@ruth"), here.to("riverside")) == ([PRIVATELY], [])
    assert _kept(here) == []
    assert await here.reads(lambda s: s.ideas.all(1)) == []


async def test_S5f_who_cannot_be_messaged_privately_sees_the_numbers_alone_and_no_words_again(here: Room) -> None:
    [said] = await here.says("bea", f"/idea {HARM}")
    assert (said.to, said.text, said.outgoing.reply_to) == ("riverside", NUMBERS, None)
    assert _kept(here) == []


@pytest.mark.parametrize("text", [HARM, f"/idea {HARM}"])
async def test_S5f_in_private_it_is_answered_there_and_no_group_is_asked_for(here: Room, text: str) -> None:
    for chat in ("riverside", "hillside"):
        await here.says("bea", "/help", chat=chat)
    [said] = await here.says("bea", text, private=True)
    assert (said.to, said.text) == ("@bea", PRIVATELY)
    assert _kept(here) == []


async def test_S5f_the_words_of_a_message_that_is_replied_to_count_and_so_do_those_of_an_answer(here: Room) -> None:
    await here.facilitated()
    said = await here.says("ruth", "/idea", original=Original("m3", CAST["bea"], HARM, ours=False))
    assert [one.text for one in said] == [PRIVATELY]
    [asked] = await here.says("ruth", "/idea")
    assert [one.text for one in await here.says("ruth", HARM, reply_to=asked)] == [PRIVATELY]
    assert _kept(here) == []


async def test_S5f_where_listening_is_off_only_what_is_said_to_the_bot_is_looked_at(here: Room) -> None:
    [asked] = await here.says("bea", "/settings listening off")
    await here.presses("tom", asked, "Yes")
    assert await here.says("bea", HARM) == []
    assert [said.text for said in await here.says("bea", f"/idea {HARM}")] == [NUMBERS]


async def test_S5f_a_bug_of_ours_keeps_none_of_the_words_either(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(HARM)

    monkeypatch.setattr("bot.hear.is_worry", broken)
    [said] = await here.says("bea", f"/idea {HARM}")
    assert said.text.startswith("Sorry, something went wrong. That is not saved yet.")
    assert _kept(here) == []


@pytest.mark.parametrize(
    ("text", "worrying"),
    [
        ("i feel like i cant go on", True),
        ("I just feel I can't cope any more.", True),
        ("i feel i cant go to the meeting alone", False),
        ("we can't go on like that with the old chairs, I feel", False),
        ("I feel like I can't go on Tuesday", False),
    ],
)
def test_S5f_who_feels_that_they_can_not_go_on_is_told_where_to_turn(text: str, worrying: bool) -> None:  # noqa: FBT001 - a table of cases
    assert bool(worries(text)) is worrying
