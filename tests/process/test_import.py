"""`python -m bot import` shows first, adds on --yes, and adds nothing twice; nobody owes anything for it (S0.22)."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bot.domain.things import Idea
from bot.process.importing import bring_in
from tests.house import Room
from tests.shelf import fresh

EXPORTS = Path(__file__).parents[1] / "adapters" / "transcript" / "exports"
BOX = EXPORTS / "box.csv"


@pytest.fixture
def environment(here: Room) -> Mapping[str, str]:
    return {"DATABASE_URL": here.database.url.render_as_string()}


@pytest.fixture
def empty() -> Iterator[Mapping[str, str]]:
    database = fresh()
    yield {"DATABASE_URL": database.url.render_as_string()}
    database.close()


async def _taken_in(here: Room, environment: Mapping[str, str], file: Path = BOX) -> None:
    """Everybody is there, and the old ideas are on the list: the group has heard of it."""
    await here.facilitated()
    bring_in(environment, file, None, add=True)
    await here.tick()


async def _ideas(here: Room) -> list[Idea]:
    return await here.reads(lambda s: s.ideas.all(1))


async def test_it_shows_first_and_adds_on_yes_and_twice_changes_nothing(
    here: Room, environment: Mapping[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    await here.facilitated()
    assert bring_in(environment, BOX, None, add=False) == 0
    shown = capsys.readouterr().out
    assert "box.csv holds 5 ideas." in shown
    assert "Monday 4 March 2019, from Pat Green: More seats in town. The answer was no. Why: no money left" in shown
    assert "Nothing is added yet. To add 5 ideas to Riverside, say it again with --yes." in shown
    assert await _ideas(here) == []
    assert bring_in(environment, BOX, "riverside", add=True) == 0
    assert "Added to Riverside: 5 ideas. They are idea 1 to idea 5." in capsys.readouterr().out
    added = await _ideas(here)
    assert len(added) == 5
    for add in (False, True):
        assert bring_in(environment, BOX, None, add=add) == 0
        assert "5 of them are on the list of Riverside already.\nThere is nothing to add." in capsys.readouterr().out
    assert await _ideas(here) == added


async def test_old_ideas_are_past_with_name_date_answer_and_reason(here: Room, environment: Mapping[str, str]) -> None:
    await _taken_in(here, environment)
    ideas = {idea.text: idea for idea in await _ideas(here)}
    seats = ideas["More seats in town"]
    assert (seats.state, seats.on_behalf_of, seats.raiser.name, seats.raiser.id) == (
        "past",
        "Pat Green",
        "Pat Green",
        0,
    )
    assert seats.past
    assert (seats.past.decision, seats.past.reason) == ("no", "no money left")
    [shown] = await here.says("amy", f"/idea {seats.number}")
    assert shown.text == (
        f"Idea {seats.number}, from Pat Green, on Monday 4 March 2019.\n"
        "More seats in town.\n"
        "It is from old notes. The answer was no.\n"
        "Why: no money left.\n"
        "Nobody is asked for an answer now. To bring it back, add it as a new idea."
    )
    [history] = await here.says("amy", f"/history {seats.number}")
    assert "It was taken from old notes." in history.text
    [piano] = await here.says("amy", "/search piano")
    assert "from Jo: A piano in the hall. From old notes. The answer was partly." in piano.text
    [times] = await here.says("amy", f"/idea {ideas['Bus times in large print'].number}")
    assert "from Somebody. When: Spring 2021.\n" in times.text
    assert "They give no answer.\nThey say: waiting for a price." in times.text


async def test_no_promise_is_armed_and_nobody_is_nudged_and_the_group_hears_of_it_once(
    here: Room, environment: Mapping[str, str]
) -> None:
    await _taken_in(here, environment)
    assert await here.reads(lambda s: [s.promises.get(1, "answer", n) for n in range(1, 6)]) == [None] * 5
    await here.days(16)
    assert here.to("@ruth") == []
    heard = here.to("riverside")
    assert heard[0] == (
        "5 old ideas are on the list now.\n"
        "They come from old notes, so nobody is asked for an answer.\n"
        "To find one, type /search and a word."
    )
    assert not any("More seats" in text for text in heard)
    [list_] = await here.says("amy", "/ideas all")
    assert list_.text.endswith("5 ideas are from old notes.\nTo find one, type /search and a word.")


async def test_S0_22_and_S2_3_of_20_old_ideas_a_near_one_is_shown_and_an_unlike_one_is_not(
    here: Room, environment: Mapping[str, str], tmp_path: Path
) -> None:
    rows = [
        f"a {thing} for the {place}"
        for thing in ("clock", "ramp", "map", "sign")
        for place in ("hall", "hub", "van", "shop", "park")
    ]
    (tmp_path / "old.csv").write_text("Idea,Answer,Reason\n" + "".join(f"{row},no,too dear\n" for row in rows))
    await _taken_in(here, environment, tmp_path / "old.csv")
    [near] = await here.says("bea", "/idea the hall needs clocks")
    assert "This looks like an idea we had before.\nIdea 1, from old notes: a clock for the hall." in near.text
    assert "The answer was no. Why: too dear." in near.text
    [unlike] = await here.says("bea", "/idea a choir for the hall")
    assert "before" not in unlike.text


async def test_whoever_joins_an_old_idea_with_no_answer_is_owed_one(here: Room, environment: Mapping[str, str]) -> None:
    await _taken_in(here, environment)
    [said] = await here.says("bea", "/idea large print bus times")
    [joined] = await here.says("bea", "add", reply_to=said)
    assert "Bea backs idea 1 now." in joined.text
    assert "Idea 1 needs an answer by Tuesday 26 May." in joined.text
    assert [idea.state for idea in await _ideas(here) if idea.number in (1, 6)] == ["open", "merged"]
    await here.says("bea", "/undo")
    assert [idea.state for idea in await _ideas(here) if idea.number in (1, 6)] == ["past", "open"]
    await here.says("bea", "add", reply_to=said)
    here.fake.forget()
    await here.days(12)
    assert any("idea 1" in text.lower() for text in here.to("@ruth"))
    assert not any("idea 6" in text.lower() for text in here.to("@ruth"))


@pytest.mark.parametrize("text", ["/answer 1 yes", "/back 1", "/extend 1 to Friday because of snow", "/same 1 as 2"])
async def test_an_old_idea_can_be_brought_back_and_is_never_changed_by_mistake(
    here: Room, environment: Mapping[str, str], text: str
) -> None:
    await _taken_in(here, environment)
    [kind] = await here.says("ruth", text)
    assert kind.text == "Idea 1 is from old notes. Nothing has changed.\nTo bring it back, type /idea and say it again."
    [back] = await here.presses("ruth", kind, "Bring it back")
    assert "Idea 6: Bus times in large print." in back.text
    assert "This looks like an idea we had before.\nIdea 1, from Spring 2021: Bus times in large print." in back.text


async def test_what_the_bot_heard_itself_is_not_added_again(
    here: Room, environment: Mapping[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    await here.says("bea", "/idea a bench at the bus stop", chat="-1001234567890", message="3")
    bring_in(environment, EXPORTS / "telegram.json", None, add=True)
    said = capsys.readouterr().out
    assert said.startswith("telegram.json also speaks of 1 action. Only ideas are taken in.\n")
    assert "telegram.json holds 3 ideas. 1 of them is on the list of -1001234567890 already." in said
    assert [idea.state for idea in await _ideas(here)] == ["open", "past", "past"]


async def test_rule_6_of_several_groups_one_is_named_and_only_it_changes(
    here: Room, environment: Mapping[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    await here.says("bea", "/who")
    await here.says("tom", "/who", chat="hillside")
    assert bring_in(environment, BOX, None, add=True) == 2
    assert "say which one with --group: Riverside, Hillside" in capsys.readouterr().err
    assert bring_in(environment, BOX, "nowhere", add=False) == 2
    assert bring_in(environment, BOX, "Hillside", add=True) == 0
    assert await here.reads(lambda s: (s.ideas.all(1), len(s.ideas.all(2)))) == ([], 5)


def test_without_a_group_it_shows_and_says_what_is_missing(
    empty: Mapping[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_in(empty, BOX, None, add=False) == 0
    assert "there is no group yet; add the bot to your chat" in capsys.readouterr().out
    assert bring_in(empty, BOX, None, add=True) == 2


def test_a_bad_file_is_one_sentence_with_exit_code_2_and_nothing_is_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"nothing")
    nowhere = {"DATABASE_URL": f"sqlite:///{tmp_path / 'new.db'}"}
    assert bring_in(nowhere, tmp_path / "broken.xlsx", None, add=True) == 2
    said = capsys.readouterr()
    assert said.err == "Nothing is added, because broken.xlsx can't be opened as a spreadsheet.\n"
    assert not (tmp_path / "new.db").exists()
