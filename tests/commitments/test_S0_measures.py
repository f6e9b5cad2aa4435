"""Seeds 000 and 001: one list for all, what comes next, and reports made from it alone, of what was done."""

import csv
import io
import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import find_commands
from bot.domain.chat import Group, Person
from bot.domain.figures import FEW
from bot.domain.measures import ENDS, crowd, totals
from bot.domain.things import Action, Answer, Change, Idea
from bot.process.house import calendar_of
from tests.commitments.files import files_of
from tests.house import Room

BEA = Person(1, "Bea")
NOON = datetime(2026, 5, 11, 12, tzinfo=UTC)
TODAY = date(2026, 5, 11)


async def _busy(here: Room) -> None:
    """Let one idea be done, one be in hand, one be refused, one wait, one be taken back and one be a repeat."""
    await here.facilitated()
    for text in ("bigger letters", "a bench", "open the hub on Saturdays", "a ramp", "a swing", "a bench please"):
        await here.says("tom", f"/idea {text}")
    await here.says("tom", "/undo idea 5")
    await here.says("tom", "/same 6 as 2")
    await here.says("ruth", "/answer 1 yes")
    await here.says("ruth", "/answer 2 yes")
    await here.says("sam", "/answer 3 no, it costs £9,600 a year and there is £2,000 left")
    await here.says("amy", "/action from idea 1: I will print them by 30 June")
    await here.says("amy", "/action from idea 2: I will order it by 30 June")
    await here.says("amy", "/action I will bake a cake by 30 June")
    await here.says("amy", "/done 1")
    await here.says("amy", "/changed 1 forty people can read their letters")
    here.fake.forget()


async def test_S0_5_any_member_gets_the_same_report_and_it_says_when_and_for_whom(here: Room) -> None:
    await _busy(here)
    said = [(await here.says(who, "/report this quarter all"))[0].text.split("\n") for who in ("bea", "sam", "ruth")]
    assert [lines[1] for lines in said] == [
        f"Made from the list on Monday 11 May at 1pm, for {who}." for who in ("Bea", "Sam", "Ruth")
    ]
    assert said[0][0] == "Report of Riverside, from Wednesday 1 April to Tuesday 30 June."
    assert said[0][2:] == said[1][2:] == said[2][2:]


async def test_S1_1_and_P4_16_the_report_leads_with_what_was_done_and_what_changed(here: Room) -> None:
    await here.facilitated()
    empty = (await here.says("bea", "/report"))[0].text.split("\n")[2:8]
    assert empty[::2] == ["What was finished:", "What is better now:", "What moved:"]
    assert set(empty[1::2]) == {"Nothing in this time."}
    await _busy(here)
    lines = (await here.says("bea", "/report"))[0].text.split("\n")
    assert lines[2:9] == [
        "What was finished:",
        "1 action is done.",
        "Done on Monday 11 May: print them.",
        "What is better now:",
        "1 thing has changed.",
        "What changed: forty people can read their letters.",
        "What moved:",
    ]


async def test_S0_8_the_days_since_something_moved_are_told_for_each_thing_and_for_the_group(here: Room) -> None:
    await _busy(here)
    await here.until(datetime(2026, 5, 20, 12, tzinfo=UTC))
    [said] = await here.says("bea", "/report all")
    assert "Something moved 9 days ago." in said.text
    assert "Idea 4: 9 days since it moved." in said.text
    assert "Action 3: 9 days since it moved." in said.text
    assert "Idea 1:" not in said.text
    await here.says("ruth", "/answer 4 yes")
    await here.until(datetime(2026, 5, 21, 12, tzinfo=UTC))
    [said] = await here.says("bea", "/report all")
    assert "Something moved 1 day ago." in said.text
    assert "Idea 4: 1 day since it moved." in said.text


async def test_S0_21_open_done_no_taken_back_and_the_same_add_up_to_all(here: Room) -> None:
    await _busy(here)
    [said] = await here.says("bea", "/report all")
    assert "All ideas: 6." in said.text
    found = [re.search(rf"{name}: (\d+)", said.text) for name in ("Waiting", "In hand", "Done", "No", "Taken back")]
    same = re.search(r"The same as another: (\d+)", said.text)
    counts = [int(match[1]) for match in (*found, same) if match]
    assert counts == [1, 1, 1, 1, 1, 1]


_ANSWERS = st.one_of(
    st.none(),
    st.sampled_from(("yes", "partly", "no")).map(
        lambda decision: Answer(decision, BEA, "manager", NOON, "because", None, in_time=True)  # type: ignore[arg-type]
    ),
)
_STATES = st.sampled_from(("open", "answered", "withdrawn", "merged", "past", "sorted"))


@given(
    st.lists(st.tuples(_STATES, _ANSWERS), max_size=9),
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from(("open", "done", "withdrawn"))), max_size=9),
)
def test_S0_21_every_idea_stands_at_one_end_and_all_ends_add_up(
    ideas: list[tuple[str, Answer | None]], actions: list[tuple[int, str]]
) -> None:
    made = [
        Idea(n, BEA, BEA, NOON, "x", state, TODAY, TODAY, 0, answer)  # type: ignore[arg-type]
        for n, (state, answer) in enumerate(ideas, 1)
    ]
    done = [
        Action(n, "x", (), TODAY, None, None, state, idea, BEA, NOON)  # type: ignore[arg-type]
        for n, (idea, state) in enumerate(actions, 1)
    ]
    found = totals(made, done)
    assert tuple(found) == ENDS
    assert sum(found.values()) == len(made)
    assert found["taken back"] == sum(idea.state == "withdrawn" for idea in made)


async def test_S0_6_each_open_thing_says_what_comes_next_and_who_has_it(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    assert "Next: name somebody to answer it." in (await here.says("tom", "/idea 1"))[0].text
    await here.facilitated()

    async def of(item: str) -> str:
        return (await here.says("tom", f"/{item}"))[0].text.split("\n")[-1]

    assert await of("idea 1") == "Next: Ruth or Sam will answer by Tuesday 26 May."
    await here.says("ruth", "/answer 1 yes")
    assert await of("idea 1") == "Next: Ruth or Sam will say who does what, and by when."
    await here.says("bea", "/action from idea 1: order it")
    assert await of("idea 1") == 'Next: somebody takes action 1. Anyone here can reply "I will".'
    await here.says("bea", "/owner 1 Amy")
    assert await of("action 1") == "Next: Amy will say yes or no to action 1."
    await here.says("amy", "/agree 1")
    assert await of("action 1") == "Next: Amy will give a finish date for action 1."
    await here.says("amy", "/when 1 by 29 May")
    assert await of("action 1") == "Next: Amy will finish action 1 by Friday 29 May."
    assert await of("idea 1") == "Next: Amy will finish action 1 by Friday 29 May."
    await here.until(datetime(2026, 6, 1, 12, tzinfo=UTC))
    assert await of("action 1") == "Next: Amy will say if action 1 is done, or give a new date."
    await here.says("bea", "/action Pat to paint the door by 30 June")
    assert await of("action 2") == "Next: Bea asks Pat about action 2."
    here.fake.forget()
    [said] = await here.says("tom", "/todo")
    lines = said.text.split("\n")
    assert lines[0] == "2 things are open."
    assert [line.startswith("Next: ") for line in lines[1:]] == [False, True] * 2


async def test_S0_12_everybody_sees_one_and_the_same_list(here: Room) -> None:
    await _busy(here)
    for words in ("/ideas all", "/actions all", "/yousaid all", "/todo", "/meeting", "/idea 3", "/history 1", "/plans"):
        texts = {(await here.says(who, words))[0].text for who in ("bea", "tom", "amy", "ruth", "sam")}
        assert len(texts) == 1, words


async def test_S0_26_no_report_names_or_ranks_people_and_there_are_no_scores(here: Room) -> None:
    await _busy(here)
    await here.says("bea", "/hours 3 for the stall")
    here.fake.forget()
    [said] = await here.says("olive", "/report all")
    _, made, *lines = said.text.split("\n")
    assert made.endswith("for Olive.")
    for name in ("Bea", "Tom", "Amy", "Ruth", "Sam"):
        assert [line for line in lines if name in line] == []
    words = {command.name for command in find_commands().all} | set(said.text.casefold().split())
    assert words.isdisjoint({"score", "scores", "badge", "badges", "rank", "top", "best", "worst", "points", "league"})


def test_S0_26_and_S0_31_a_small_count_of_people_is_never_shown_as_it_is() -> None:
    calendar = calendar_of(Group(1, "Riverside"))
    people = [Person(n, str(n)) for n in range(1, 8)]
    changes = [Change(n, "idea", 1, NOON, person, "backed", None, None, None) for n, person in enumerate(people)]
    old = Change(9, "idea", 1, datetime(2026, 2, 1, tzinfo=UTC), people[0], "backed", None, None, None)
    ideas = [Idea(n, people[n % 5], BEA, NOON, "x", "open", TODAY, TODAY, 0) for n in range(10)]
    found = crowd(ideas, [old, *changes], calendar, TODAY)
    assert (found.now, found.before, found.new, found.busiest, found.ideas) == (7, 1, 6, 6, 10)
    few = crowd([idea for idea in ideas if idea.raiser.id < FEW], changes, calendar, TODAY)
    assert few.busiest is None


async def test_S0_31_and_S0_23_people_of_two_quarters_and_new_ones_are_counted_without_names(here: Room) -> None:
    await here.facilitated()
    for n in range(6):
        await here.says(f"p{n}", "/idea a bench")
    await here.until(datetime(2026, 7, 6, 12, tzinfo=UTC))
    for n in range(5):
        await here.says(f"q{n}", "/idea a bin")
    await here.says("p0", "/idea a lamp")
    here.fake.forget()
    [said] = await here.says("bea", "/report all")
    assert "People who did something this quarter: 6.\nLast quarter: 6.\nNew people this quarter: 5." in said.text
    assert "Ideas from the three busiest people: 4 of 12." in said.text
    assert "All are welcome to add an idea." in said.text
    assert not re.search(r"\bP0\b|\bQ\d\b", said.text)


async def test_S0_1_the_report_has_the_share_of_actions_with_an_idea_or_plan(here: Room) -> None:
    await _busy(here)
    assert "Actions with an idea or plan behind them: 2 of 3." in (await here.says("bea", "/report all"))[0].text
    await here.says("bea", "/plan parties, draft")
    await here.says("amy", "/tie action 3 to plan 1")
    assert "Actions with an idea or plan behind them: 3 of 3." in (await here.says("bea", "/report all"))[0].text


async def test_S3_1_and_S3_3_decisions_and_actions_are_counted_by_members_and_partners(here: Room) -> None:
    await _busy(here)
    await here.says("sam", "/sign I sign for the Council")
    await here.says("bea", "/action Sam and Bea to walk the route by 30 June")
    here.fake.forget()
    [said] = await here.says("bea", "/report all")
    assert "Ideas from members: 5. From partners: 0." in said.text
    assert "Answers from facilitators: 2. From managers: 1." in said.text
    assert "Actions with members: 4. With partners: 1.\nActions with both: 1." in said.text


@pytest.mark.parametrize(
    ("kind", "media", "name"),
    [("page", "text/html", "report-2026-05-11.html"), ("text", "text/plain", "report-2026-05-11.txt")],
)
async def test_S0_5_the_report_is_a_file_too_with_the_same_lines(here: Room, kind: str, media: str, name: str) -> None:
    await _busy(here)
    lines = (await here.says("bea", "/report all"))[0].text.split("\n")
    await here.says("bea", "hello", kind="opened", private=True)
    [file] = files_of(await here.says("bea", f"/report {kind}"))
    assert (file.media, file.name) == (media, name)
    assert [line for line in lines if line not in unescape(file.text)] == []


async def test_S0_5_the_report_is_a_spreadsheet_too_with_its_numbers_by_themselves(here: Room) -> None:
    await _busy(here)
    await here.says("tom", "/idea =SUM(A1)")
    await here.says("amy", "/changed 1 =1+1")
    await here.says("bea", "hello", kind="opened", private=True)
    [file] = files_of(await here.says("bea", "/report csv"))
    rows = list(csv.reader(io.StringIO(file.text.removeprefix("\ufeff"))))
    assert ["Where each idea stands:", "All ideas: 7.", "7"] in rows
    assert ["How promises were kept:", "First dates kept: 1 of 1.", "1", "1"] in rows
    assert ["What is better now:", "What changed: =1+1."] in rows
    assert [cell for row in rows for cell in row if re.match(r"\s*[=+\-@]", cell)] == []
