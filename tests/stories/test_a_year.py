"""A year of a group: sixty ideas, three plans, what stands still, a charter signed, changed and reviewed.

Once in Scotland, in English; and once in Wales, where the group speaks Welsh and reads both.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from babel.dates import format_date

from tests.house import Room

EXPECTED = Path(__file__).parent
FIRST = date(2026, 5, 11)
# On each of twelve Mondays, four weeks apart, five ideas are raised.
DAYS = {
    *(date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1), date(2027, 1, 4), date(2027, 1, 5)),
    *(date(2027, 3, 30), date(2027, 4, 1)),
}
MONDAYS = [FIRST + timedelta(weeks=4 * n) for n in range(12)]


@dataclass(frozen=True)
class Year:
    """Where it is, what its people type, and what its days off make of two dates."""

    nation: str
    language: str
    locale: str
    idea: str
    yes: str
    partly: str
    no: str
    better: str
    agreed: str
    by: str
    january: date


SCOTLAND = Year(
    nation="scotland",
    language="English",
    locale="en",
    idea="/idea thing {n}",
    yes="yes",
    partly="partly, the front only, because the back is not ours",
    no="no, because it costs £500 a year",
    better="yes, thing {n} is better now",
    agreed="yes",
    # 25 and 28 December, 1 and 4 January are off in Scotland.
    by="by Friday 8 January 2027",
    # 1 January is a Friday, and 4 January is off too.
    january=date(2027, 1, 5),
)
WALES = Year(
    nation="cymru",
    language="dwyieithog",
    locale="cy",
    idea="/syniad peth {n}",
    yes="byddwn ni'n gwneud hyn",
    partly="byddwn ni'n gwneud rhan o hyn: y blaen yn unig, oherwydd nid ni biau'r cefn",
    no="allwn ni ddim gwneud hyn, oherwydd mae'n costio £500 y flwyddyn",
    better="iawn, mae peth {n} yn well nawr",
    agreed="iawn",
    # 4 January is a working day in Wales.
    by="erbyn dydd Iau 7 Ionawr 2027",
    january=date(2027, 1, 4),
)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def typed(day: date, year: Year) -> str:
    return format_date(day, "d MMMM y", year.locale)


def halves(text: str, year: Year) -> tuple[str, str]:
    """A message in Welsh, if the group reads it, and in English: as many lines in each, and the same figures."""
    if year is SCOTLAND:
        return "", text
    welsh, english = text.split("\n\n")
    assert len(welsh.split("\n")) == len(english.split("\n"))
    return welsh, english


async def _pass(here: Room, until: date) -> None:
    """Time passes from Monday to Monday, and from day to day where something comes on a day of its own."""
    day = here.clock.now().date()
    while day < until:
        day += timedelta(days=1)
        if day.weekday() == 0 or day in DAYS or day == until:
            here.clock.move(noon(day))
            await here.tick()


async def _begin(here: Room, year: Year) -> None:
    await here.facilitated()
    await here.says("bea", f"/language {year.language}")
    await here.says("bea", f"/nation {year.nation}")
    await here.says("ruth", "/sign for the council, bringing 4 hours a month")
    await here.says("bea", "/sign I sign")
    for name in ("bus stops", "letters", "the hub"):
        await here.says("ruth", f"/plan {name}, first thoughts")


async def _raise(here: Room, year: Year, n: int, monday: date) -> str:
    """Raise one of the sixty, and let come of it what its last digit says; gives the action's number, if it has one."""
    of_plan = " for plan 1" if n % 10 == 1 else ""
    [raised] = (await here.says("tom", year.idea.format(n=n) + of_plan))[:1]
    if n == 41:
        assert year.by in raised.text
    match n % 10:
        case 6 | 7:
            await here.says("ruth", f"/answer {n} {year.no}")
            return ""
        case 9:
            await here.says("ruth", f"/answer {n} {year.partly}")
        case 0:
            return ""
        case _:
            await here.says("ruth", f"/answer {n} {year.yes}")
    await here.says("amy", f"/action from idea {n}: I will do thing {n} by {typed(monday + timedelta(days=25), year)}")
    return "" if n % 10 == 8 else str(n)


async def _month(here: Room, year: Year, index: int) -> None:
    monday = MONDAYS[index]
    await _pass(here, monday)
    numbers = range(5 * index + 1, 5 * index + 6)
    doing = [n for n in numbers if await _raise(here, year, n, monday)]
    await _pass(here, monday + timedelta(days=14))
    for n in doing:
        action = await here.reads(lambda s, n=n: s.actions.of_idea(1, n)[0].number)  # type: ignore[misc]
        [said] = (await here.says("amy", f"/done {action}"))[:1]
        await here.says("tom", year.better.format(n=n), reply_to=said)


@pytest.mark.parametrize("year", [SCOTLAND, WALES], ids=["scotland", "wales, bilingual"])
async def test_a_year_of_a_group_comes_to_what_was_reckoned_by_hand(here: Room, year: Year) -> None:
    await _begin(here, year)
    for index in range(12):
        await _month(here, year, index)
        if index == 3:
            [asked] = await here.says("bea", "/charter change 3 Each plan has two facilitators. because one may be ill")
            await here.says("tom", year.agreed, reply_to=asked)
            await here.says("ruth", "/sign for the council, bringing 6 hours a month")
    await _pass(here, date(2027, 5, 10))
    public = [(seen.at.date(), halves(seen.text, year)[1]) for seen in here.fake.seen if seen.to == "riverside"]
    posted = [day for day, text in public if text.startswith("You said, we did.")]
    assert posted == [date(2026, 7, 1), date(2026, 10, 1), year.january, date(2027, 4, 1)]
    assert [day for day, text in public if text.startswith("The review of the ch")] == [date(2027, 3, 30)]
    told = [halves((await here.says("sam", command))[0].text, year) for command in REPORT]
    assert _report([english for _, english in told]) == (EXPECTED / "a_year.txt").read_text(encoding="utf-8")
    if year is WALES:
        assert _report([welsh for welsh, _ in told]) == (EXPECTED / "a_year.cy.txt").read_text(encoding="utf-8")
    [asked] = await here.says("ruth", "/review done we changed promise 3")
    [done] = await here.says("bea", year.agreed, reply_to=asked)
    assert "The next one is on Wednesday 10 May 2028." in done.text


def _report(texts: list[str]) -> str:
    counts = [line for line in texts[0].split("\n") if line.split(":")[0] in HEADS]
    return "\n".join([*counts, *texts[1:]]) + "\n"


REPORT = ("/yousaid", "/yousaid numbers", "/sign list")
HEADS = {
    *("Done", "Doing", "Not done, and why", "Waiting for an answer"),
    *("Wedi'i wneud", "Ar waith", "Heb ei wneud, a pham", "Yn aros am ateb"),
}
