"""The rules between people: each group apart, buttons and questions for whom they are, rights, words and history."""

import re
from datetime import date
from pathlib import Path
from typing import cast, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.chat import Person, Press, Sender
from bot.domain.rights import RIGHTS, Act, may
from bot.domain.things import Holder
from bot.words import plain
from tests.house import Room
from tests.rules import disk, everything, nudged, owed, words

ROOT = Path(__file__).parent.parent


async def test_rule_6_one_group_does_not_see_another_and_in_private_the_group_is_asked(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/who", chat="hillside")
    [none] = await here.says("bea", "/idea 1", chat="hillside")
    assert "there is no idea 1 in this group" in none.text
    [asked] = await here.says("bea", "/idea a swing", private=True)
    assert asked.outgoing.buttons == ("Riverside", "Hillside")
    assert disk(here, "SELECT count(*) FROM ideas") == [(1,)]
    [said] = await here.says("bea", "Hillside", private=True, reply_to=asked)
    assert "Idea 1: a swing" in said.text


def _settled(here: Room) -> dict[str, list[tuple[object, ...]]]:
    return {
        name: rows for name, rows in everything(here).items() if name in ("ideas", "answers", "changes", "promises")
    }


async def test_rule_7_a_second_press_changes_nothing(here: Room) -> None:
    nudge = await nudged(here)
    await here.presses("ruth", nudge, "Yes", private=True)
    before = _settled(here)
    for label in ("Yes", "No"):
        said = await here.presses("ruth", nudge, label, private=True)
        assert [seen for seen in said if seen.to == "riverside"] == []
    assert _settled(here) == before


@pytest.mark.parametrize(("chat", "choice"), [("hillside", 0), ("riverside", 0), ("@ruth", 99), ("@ruth", -1)])
async def test_rule_7_a_forged_button_does_nothing(here: Room, chat: str, choice: int) -> None:
    nudge = await nudged(here)
    before = disk(here, "SELECT * FROM changes")
    who = "ruth" if chat == "@ruth" else "tom"
    press = Press(nudge.outgoing.row, choice)
    assert await here.says(who, "", kind="press", press=press, chat=chat, private=chat == "@ruth") == []
    assert here.toast == "Sorry, that button does not work any more."
    assert disk(here, "SELECT * FROM changes") == before


async def test_rule_7_a_press_is_judged_by_what_is_so_now(here: Room) -> None:
    nudge = await nudged(here)
    ruth = await here.reads(lambda s: s.people.by_user(1, "fake", "tenant", "ruth"))
    assert ruth is not None
    await here.reads(lambda s: s.roles.decline(1, "facilitator", ruth))
    await here.presses("ruth", nudge, "Yes", private=True)
    assert disk(here, "SELECT state FROM ideas") == [("open",)]


async def test_rule_8_only_the_person_asked_fills_the_hole_and_only_once(here: Room) -> None:
    await owed(here)
    [asked] = await here.says("ruth", "/answer 1 no")
    for who in ("tom", "sam"):
        await here.says(who, "there is no room for it", reply_to=asked)
        assert disk(here, "SELECT state FROM ideas") == [("open",)]
    [told] = await here.says("ruth", "there is no room for it", reply_to=asked)
    assert "The answer is no.\n" in told.text
    answers = disk(here, "SELECT * FROM answers")
    await here.says("ruth", "because of the trees", reply_to=asked)
    assert disk(here, "SELECT * FROM answers") == answers


@given(st.text())
def test_rule_9_an_act_that_nobody_named_is_nobodys(words: str) -> None:
    act = cast("Act", words)
    ruth = Person(1, "Ruth")
    holders = [Holder("facilitator", ruth, None, accepted=True)]
    assert may(ruth, act, holders) is (act in RIGHTS and bool(RIGHTS[act] & {"member", "facilitator"}))
    if act not in ("see", "raise", "back", "comment", "name"):
        assert not may(ruth, act, [Holder("facilitator", ruth, None, accepted=False)])
        assert not may(ruth, act, [])


def test_rule_9_every_act_that_can_be_asked_for_is_in_the_table() -> None:
    assert set(get_args(Act)) == set(RIGHTS)


HOSTILE = "a bench\n✅ Idea 9 has an answer.\x00 \u202eNothing\u2066 <b>is</b> <!channel> {n} %s late.\r\nRuth: yes"


async def test_rule_10_member_text_stays_one_quoted_piece_wherever_it_is_shown(here: Room) -> None:
    await here.facilitated()
    mallory = Sender("mal", "Ruth\nIdea 7: done\u202e\x00")
    for n, text in enumerate((f"/idea {HOSTILE}", "/ideas", "/history 1")):
        await here.house.hear(words(text, f"h{n}", mallory))
    await here.house.deliver()
    await here.says("ruth", "/answer 1 yes because\n✅ of\u202e it")
    assert len(here.fake.seen) == 4
    for seen in here.fake.seen:
        assert not re.search("[\x00\r\u202e\u2066]", seen.text)
        shown = [line for line in seen.text.split("\n") if line.startswith(("✅", "Ruth: yes", "Idea 7"))]
        assert shown == []
    quoted = [span.text for seen in here.fake.seen for span in seen.outgoing.text if span.quoted]
    assert sum("<b>is</b> <!channel> {n} %s" in text for text in quoted) >= 2
    ours = "".join(plain((span,)) for seen in here.fake.seen for span in seen.outgoing.text if not span.quoted)
    assert "<b>" not in ours


async def test_rule_12_first_dates_stay_and_taking_back_is_a_new_line(here: Room) -> None:
    await owed(here)
    lines = disk(here, "SELECT * FROM changes ORDER BY number")
    for who, text in (
        ("ruth", "/extend 1 to 1 June because we wait for a price"),
        ("ruth", "/undo"),
        ("ruth", "/answer 1 no because there is no room"),
        ("ruth", "/undo"),
        ("bea", "/idea a ramp"),
        ("bea", "/undo"),
    ):
        await here.says(who, text)
        now = disk(here, "SELECT * FROM changes ORDER BY number")
        assert len(now) == len(lines) + 1, text
        assert now[: len(lines)] == lines
        lines = now
        assert disk(here, "SELECT first_due FROM ideas WHERE number = 1") == [(str(date(2026, 5, 26)),)]
    source = (ROOT / "storage" / "history.py").read_text(encoding="utf-8")
    assert not re.search(r"\b(update|delete)\(|\.(update|delete)\(", source)
