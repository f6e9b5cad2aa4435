"""Commitment five: every idea is considered, tracked by date and name, and stands in the master copy."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.commands import find_commands
from bot.domain.chat import Document
from bot.master import Master, Row
from bot.master.formats import FORMATS
from tests.commitments.files import files_of
from tests.house import START, Room
from tests.rules import disk

NASTY = ("=HYPERLINK(1)", "+44", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1", " =1", "a\nb", 'say "x", y;', "ordinary")


async def _all_kinds(here: Room) -> None:
    """Let there be a yes, a no with a cost, a partly, one taken back, one merged, one that waits."""
    await here.facilitated()
    for words in ("a bench", "open on Saturdays", "a lamp", "a mistake", "a bench!", "a bin"):
        await here.says("bea", f"/idea {words}")
        if words == "a mistake":
            await here.says("bea", "/undo")
    await here.says("tom", "/idea from Pat: bigger print")
    await here.says("ruth", "/answer 1 yes")
    await here.says("sam", "/answer 2 no it costs £9,600 a year and there is £2,000 left")
    await here.says("ruth", "/answer 3 partly the lamp is in, the camera is out, because of the law")
    await here.says("bea", "/same 5 as 1")
    await here.says("bea", "/action from idea 1: Amy to order the bench by 29 May")
    await here.says("bea", "hello", kind="opened", private=True)


async def _exported(here: Room, words: str = "") -> list[Document]:
    return files_of(await here.says("bea", f"/export {words}".strip()))


async def test_C5_3_the_master_copy_has_every_idea_ever_and_counts_equal_the_log(here: Room) -> None:
    await _all_kinds(here)
    logged = await here.reads(lambda s: s.ideas.all(1))
    [file] = await _exported(here, "json")
    held = json.loads(file.text)
    assert [idea["number"] for idea in held["ideas"]] == [idea.number for idea in logged] == list(range(1, 8))
    assert [idea["words"] for idea in held["ideas"]] == [idea.text for idea in logged]
    states = [idea["state"] for idea in held["ideas"]]
    assert states == ["answered", "answered", "answered", "withdrawn", "same as idea 1", "open", "open"]
    no: dict[str, Any] = held["ideas"][1]
    assert (no["answer"], no["cost_in_pounds"], no["cost_is_paid"]) == ("no", 9600.0, "year")
    assert (no["answered_by"], no["role"], no["answered_on"]) == ("Sam", "manager", "2026-05-11")
    assert "there is £2,000 left" in no["why"]
    assert held["ideas"][6]["from"] == "Pat"
    assert held["ideas"][6]["typed_by"] == "Tom"
    assert held["ideas"][0]["actions"] == "1"
    assert len(held["actions"]) == 1


async def test_C5_3_text_page_and_spreadsheet_hold_the_same_ideas(here: Room) -> None:
    await _all_kinds(here)
    [text] = await _exported(here)
    [page] = await _exported(here, "as a web page")
    ideas, actions = await _exported(here, "csv")
    rows = list(csv.DictReader(io.StringIO(ideas.text.removeprefix("\ufeff"))))
    assert [row["Number"] for row in rows] == [str(n) for n in range(1, 8)]
    for row in rows:
        assert f"Idea {row['Number']}\n" in text.text
        assert f"Words: {row['Words'].removeprefix(chr(39))}" in text.text
        assert f"<h3>Idea {row['Number']}</h3>" in page.text
    assert [file.name for file in (text, page, ideas, actions)] == [
        "riverside-master-copy-2026-05-11.txt",
        "riverside-master-copy-2026-05-11.html",
        "riverside-master-copy-2026-05-11-ideas.csv",
        "riverside-master-copy-2026-05-11-actions.csv",
    ]
    assert "Made from the list on Monday 11 May 2026 at 13:00, for Bea." in text.text


async def test_C5_3_the_master_copy_of_a_plan_has_what_is_tied_to_it_alone(here: Room) -> None:
    await _all_kinds(here)
    await here.says("bea", "/plan bus stops, draft")
    await here.says("bea", "/tie 1 to plan 1")
    [file] = await _exported(here, "plan 1 json")
    held = json.loads(file.text)
    assert [idea["number"] for idea in held["ideas"]] == [1]
    assert [action["number"] for action in held["actions"]] == [1]
    assert held["of"] == "plan 1"


async def test_H_07_a_file_comes_in_private_and_once_and_is_not_kept(here: Room) -> None:
    await _all_kinds(here)
    said = await here.says("bea", "/export")
    assert [(seen.to, seen.outgoing.file is not None) for seen in said] == [("@bea", True), ("riverside", False)]
    assert disk(here, "SELECT count(*) FROM outbox WHERE file IS NOT NULL AND file != 'null'") == [(0,)]
    [how] = await here.says("tom", "/export")
    assert how.to == "riverside"
    assert "Tom, please open a chat with me and press Start." in how.text
    [unknown] = await here.says("bea", "/export everything since Tuesday")
    assert "I do not know what to give you." in unknown.text


async def test_H_07_another_group_is_never_in_a_file(here: Room) -> None:
    await _all_kinds(here)
    await here.says("bea", "/idea a secret", chat="hillside")
    [file] = await _exported(here)
    assert "a secret" not in file.text


def _of(cell: str) -> Master:
    row: Row = {"Number": 1, "Words": cell, "Cost": -5.0}
    return Master("Riverside", START, "Bea", None, (row,), (), ())


@given(st.text())
@example("=1+1")
def test_X_06_no_cell_of_a_spreadsheet_runs_and_no_word_is_lost(words: str) -> None:
    [file] = FORMATS["csv"](_of(words), "x")
    [_, row] = list(csv.reader(io.StringIO(file.text.removeprefix("\ufeff"), newline="")))
    assert row[1].removeprefix("'") == words.removeprefix("'")
    assert row[1].lstrip()[:1] not in {*"=+-@＝＋－＠"}


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("kind", FORMATS)
def test_X_06_nasty_words_come_whole_out_of_each_format(words: str, kind: str) -> None:
    files = FORMATS[kind](_of(words), "x")
    assert len(files) == 1
    assert files[0].text
    if kind == "json":
        assert json.loads(files[0].text)["ideas"][0]["words"] == words


@pytest.mark.beside
@pytest.mark.parametrize("who", ["tom", "ruth", "sam"])
async def test_C5_1_no_command_of_anybody_else_drops_an_idea(here: Room, who: str) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    names = [command.name for command in find_commands().all if command.name != "answer"]
    for name in names:
        for words in ("1", "idea 1", "idea 1 no", "1 withdrawn", "1 as 1"):
            await here.says(who, f"/{name} {words}")
        await here.says(who, f"/{name}")
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert (idea.state, idea.text) == ("open", "a bench")
    # Some of these commands gave roles away.
    await here.says("ruth", "/facilitator me")
    [no] = await here.says("ruth", "/answer 1 no")
    assert "Please say why it is a no. Idea 1 is still open." in no.text


async def test_C5_1_its_raiser_alone_takes_it_back_and_it_shows_as_taken_back(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [no] = await here.says("ruth", "/undo idea 1")
    assert "There is nothing of yours to take back." in no.text
    await here.says("bea", "/undo idea 1")
    assert "Idea 1, from Bea: a bench. Taken back." in (await here.says("tom", "/ideas all"))[0].text


async def test_C5_2_date_time_chosen_name_words_and_who_typed_it_are_kept(here: Room) -> None:
    await here.says("moonlight", "/idea from Pat: a bench")
    await here.says("moonlight", "hello", kind="opened", private=True)
    [file] = files_of(await here.says("moonlight", "/export"))
    for fact in (
        "Raised on: Monday 11 May 2026",
        "Raised at: 13:00",
        "From: Pat",
        "Typed by: Moonlight",
        "Words: a bench",
    ):
        assert fact in file.text
