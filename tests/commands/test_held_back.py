"""What is held back shows nowhere, and is whole again once it is shown (charter commitment 1)."""

from datetime import date

import pytest

from bot.domain.things import Idea, Past
from bot.ports import Store
from tests.house import Room
from tests.rules import everything


async def _held(here: Room, *said: str) -> None:
    """Let Bea have action 1, with what was said of it, held back by Ruth."""
    await here.facilitated()
    await here.says("bea", "/action Bea to paint the door by 29 May")
    for words in said:
        await here.says("bea", words)
    await here.says("ruth", "/hold action 1 private details")


async def _sheet(here: Room) -> str:
    [shown] = await here.says("tom", "/action 1")
    return shown.text


async def test_C1_3_nobody_finds_out_what_is_held_back_by_asking_for_it(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a ramp for Mrs Quill")
    await here.says("bea", "/idea a lamp at the corner")
    await here.says("ruth", '/hold 1 "Mrs Quill" private details')
    await here.says("ruth", "/hold 2 private details")
    for words in ("Quill", "lamp corner"):
        [none] = await here.says("tom", f"/search {words}")
        assert "I can't find an idea" in none.text
    [found] = await here.says("tom", "/search ramp")
    assert "Idea 1, from Bea: a ramp for [held back: private details]." in found.text
    [added] = await here.says("tom", "/idea a lamp at the corner")
    assert "This looks like" not in added.text


@pytest.mark.parametrize(
    ("first", "meanwhile", "words"),
    [
        ("/where 1 at Mrs Quill's", "/different 1 all can come in", "at Mrs Quill's"),
        ("/different 1 Mrs Quill can come in", "/where 1 the hall", "Mrs Quill can come in"),
    ],
)
async def test_C1_3_what_is_said_meanwhile_leaves_the_rest_as_it_was(
    here: Room, first: str, meanwhile: str, words: str
) -> None:
    await _held(here, first)
    await here.says("bea", meanwhile)
    assert words not in await _sheet(here)
    await here.says("ruth", "/hold action 1 show")
    assert words in await _sheet(here)


@pytest.mark.parametrize(
    ("first", "meanwhile"),
    [
        ("/where 1 at Mrs Quill's", "/where 1 the hall"),
        ("/different 1 it is as good as Mrs Quill's", "/different 1 all can come in"),
        ("/waiting 1 on Mrs Quill's landlord", "/waiting 1 on the council"),
    ],
)
async def test_C1_3_what_is_taken_back_meanwhile_is_what_it_was_before(here: Room, first: str, meanwhile: str) -> None:
    await _held(here, first)
    await here.says("bea", meanwhile)
    await here.says("bea", "/undo action 1")
    await here.says("ruth", "/hold action 1 show")
    assert "Mrs Quill's" in await _sheet(here)


async def test_C1_3_the_history_does_not_tell_whom_an_action_waits_for(here: Room) -> None:
    await _held(here, "/waiting 1 on Mrs Quill's landlord")
    [log] = await here.says("tom", "/history action 1")
    assert "Bea said who it waits for: [held back: private details]" in log.text
    assert "Quill" not in log.text


async def test_C1_3_what_old_notes_say_of_an_idea_is_held_back_with_it(here: Room) -> None:
    await here.facilitated()

    def taken_in(store: Store) -> None:
        number, day = store.groups.next_number(1, "idea"), date(2019, 5, 1)
        ruth = store.people.by_username(1, "ruth")
        assert ruth
        idea = Idea(number, ruth, ruth, here.clock.now(), "a bench by the pond", "past", day, day, 0)
        store.ideas.add(1, idea, chat="notes", message="1")
        store.past.add(1, number, Past(day, "", "no", "Mrs Quill is ill"))

    await here.reads(taken_in)
    [before] = await here.says("tom", "/idea 1")
    assert "Mrs Quill is ill" in before.text
    await here.says("ruth", "/hold 1 private details")
    for asked in ("/idea 1", "/idea a bench by the pond"):
        [said] = await here.says("tom", asked)
        assert "Quill" not in said.text


async def test_X_10_words_that_are_held_back_are_put_in_others_without_being_kept(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a ramp for my son Obadiah")
    await here.says("ruth", "/hold 1 private details")
    [said] = await here.says("bea", "/reword 1 a ramp at the hub")
    assert "I do not keep the old ones." in said.text
    assert [name for name, rows in everything(here).items() if "Obadiah" in repr(rows)] == []


@pytest.mark.parametrize("said", ["/idea a ramp for Mrs Quill", "/action Bea to paint for Mrs Quill by 29 May"])
async def test_C1_3_the_history_keeps_no_words_that_are_held_back_and_holds_them_again(here: Room, said: str) -> None:
    await here.facilitated()
    await here.says("bea", said)
    thing = said.split(maxsplit=1)[0][1:]
    for what in ('"mrs quill" private details', "law", "show", '"Mrs Quill" safety', "show"):
        await here.says("ruth", f"/hold {thing} 1 {what}")
    rows = everything(here)
    assert [row for name in ("changes", "reasons") for row in rows[name] if "quill" in repr(row).casefold()] == []
    await here.says("ruth", f"/undo {thing} 1")
    held = await here.reads(lambda s: s.holds.get(1, thing, 1))
    assert held
    assert (held.why, held.part) == ("safety", "Mrs Quill")


@pytest.mark.parametrize("said", ["changed", "saved"])
async def test_C1_3_what_is_taken_back_while_it_is_held_is_whole_again_once_it_is_shown(here: Room, said: str) -> None:
    await here.facilitated()
    await here.says("amy", "/action I will fit the ramp by 29 May")
    await here.says("amy", "/done 1")
    await here.says("amy", f"/{said} 1 Mrs Quill comes by bus")
    await here.says("ruth", "/hold action 1 private details")
    await here.says("amy", f"/{said} 1 all come by bus")
    await here.says("amy", "/undo action 1")
    assert "Mrs Quill" not in await _sheet(here)
    await here.says("ruth", "/hold action 1 show")
    outcome = await here.reads(lambda s: s.outcomes.of(1, 1))
    assert outcome
    assert getattr(outcome, said) == "Mrs Quill comes by bus"
