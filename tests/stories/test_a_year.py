"""A year of one group in Scotland: sixty ideas, three plans, what stands still, a charter signed, changed, reviewed."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.house import Room

EXPECTED = Path(__file__).with_name("a_year.txt")
FIRST = date(2026, 5, 11)
# On each of twelve Mondays, four weeks apart, five ideas are raised.
DAYS = {
    *(date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1), date(2027, 1, 4), date(2027, 1, 5)),
    *(date(2027, 3, 30), date(2027, 4, 1)),
}
MONDAYS = [FIRST + timedelta(weeks=4 * n) for n in range(12)]


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def typed(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


async def _pass(here: Room, until: date) -> None:
    """Time passes from Monday to Monday, and from day to day where something comes on a day of its own."""
    day = here.clock.now().date()
    while day < until:
        day += timedelta(days=1)
        if day.weekday() == 0 or day in DAYS or day == until:
            here.clock.move(noon(day))
            await here.tick()


async def _begin(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/nation scotland")
    await here.says("ruth", "/sign for the council, bringing 4 hours a month")
    await here.says("bea", "/sign I sign")
    for name in ("bus stops", "letters", "the hub"):
        await here.says("ruth", f"/plan {name}, first thoughts")


async def _raise(here: Room, n: int, monday: date) -> str:
    """Raise one of the sixty, and let come of it what its last digit says; gives the action's number, if it has one."""
    of_plan = " for plan 1" if n % 10 == 1 else ""
    [raised] = (await here.says("tom", f"/idea thing {n}{of_plan}"))[:1]
    if n == 41:
        # 25 and 28 December, 1 and 4 January are off in Scotland.
        assert "by Friday 8 January 2027" in raised.text
    match n % 10:
        case 6 | 7:
            await here.says("ruth", f"/answer {n} no, because it costs £500 a year")
            return ""
        case 9:
            await here.says("ruth", f"/answer {n} partly, the front only, because the back is not ours")
        case 0:
            return ""
        case _:
            await here.says("ruth", f"/answer {n} yes")
    await here.says("amy", f"/action from idea {n}: I will do thing {n} by {typed(monday + timedelta(days=25))}")
    return "" if n % 10 == 8 else str(n)


async def _month(here: Room, index: int) -> None:
    monday = MONDAYS[index]
    await _pass(here, monday)
    numbers = range(5 * index + 1, 5 * index + 6)
    doing = [n for n in numbers if await _raise(here, n, monday)]
    await _pass(here, monday + timedelta(days=14))
    for n in doing:
        action = await here.reads(lambda s, n=n: s.actions.of_idea(1, n)[0].number)  # type: ignore[misc]
        [said] = (await here.says("amy", f"/done {action}"))[:1]
        await here.says("tom", f"yes, thing {n} is better now", reply_to=said)


async def test_a_year_of_a_group_comes_to_what_was_reckoned_by_hand(here: Room) -> None:
    await _begin(here)
    for index in range(12):
        await _month(here, index)
        if index == 3:
            [asked] = await here.says("bea", "/charter change 3 Each plan has two facilitators. because one may be ill")
            await here.says("tom", "yes", reply_to=asked)
            await here.says("ruth", "/sign for the council, bringing 6 hours a month")
    await _pass(here, date(2027, 5, 10))
    posted = [seen.at.date() for seen in here.fake.seen if seen.text.startswith("You said, we did.")]
    # 1 January is a Friday, and 4 January is off too.
    assert posted == [date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 5), date(2027, 4, 1)]
    invited = [s.at.date() for s in here.fake.seen if s.to == "riverside" and s.text.startswith("The review of the ch")]
    assert invited == [date(2027, 3, 30)]
    texts = []
    for command in ("/yousaid", "/yousaid numbers", "/sign list"):
        [said] = await here.says("sam", command)
        texts.append(said.text)
    counts = [line for line in texts[0].split("\n") if line.split(":")[0] in HEADS]
    report = "\n".join([*counts, *texts[1:]]) + "\n"
    assert report == EXPECTED.read_text(encoding="utf-8")
    [told] = await here.says("ruth", "/review done we changed promise 3")
    [done] = await here.says("bea", "yes", reply_to=told)
    assert "The next one is on Wednesday 10 May 2028." in done.text


HEADS = ("Done", "Doing", "Not done, and why", "Waiting for an answer")
