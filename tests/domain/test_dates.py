"""Promises about dates as British people say them: on Wednesday 4 March 2026 in England, unless a test differs."""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from types import FrameType
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.domain.calendar import Calendar
from bot.domain.dates import FURTHEST, Found, Said, Unclear, find_dates, read_date
from bot.domain.dates.words import MONTHS, WEEKDAYS
from bot.holidays import days_off

ENGLAND = Calendar(off=days_off("england"), zone=ZoneInfo("Europe/London"))
SCOTLAND = Calendar(off=days_off("scotland"), zone=ZoneInfo("Europe/London"))
WEDNESDAY = date(2026, 3, 4)


def read(text: str, today: date = WEDNESDAY) -> Said | Unclear | None:
    return read_date(text, today, working=ENGLAND)


def find(text: str, today: date = WEDNESDAY) -> list[Found]:
    return find_dates(text, today, working=ENGLAND)


def days(text: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(each) for each in text.split())


def table(text: str) -> list[tuple[str, str]]:
    """Cut rows of "phrase, phrase = outcome" into one pair a phrase."""
    rows = (row.split(" = ") for row in text.splitlines() if row)
    return [(phrase.strip(), outcome.strip()) for phrases, outcome in rows for phrase in phrases.split(" | ")]


DOMAIN_TABLE = """
by Friday | this Friday = 2026-03-06
Friday week | a week on Friday = 2026-03-13
a week today = 2026-03-11
a fortnight today = 2026-03-18
Tuesday week = 2026-03-17
tomorrow = 2026-03-05
day after tomorrow = 2026-03-06
5/3 | 5.3.26 | 5-3-2026 = 2026-03-05
3/5 = 2026-05-03
the 5th = 2026-03-05
the 3rd = 2026-04-03
end of the month = 2026-03-31
end of April = 2026-04-30
close of play Thursday | COP Thurs | half five Thursday | noon Thursday = 2026-03-05
in 10 days = 2026-03-14
in ten working days = 2026-03-18
first Monday in April = 2026-04-06
erbyn dydd Gwener = 2026-03-06
y 5ed o Fawrth = 2026-03-05
"""

ENGLISH = """
Friday | on Friday | before Friday | until Friday | for Friday | the Friday | this coming Friday = 2026-03-06
Fri | fri | FRIDAY | Friday! | by Friday please | I think Friday | "Friday" | (Friday) = 2026-03-06
how about Friday? | can I have until Friday? | it will be done by Friday, thanks | Friday if possible = 2026-03-06
Friday at the latest | no later than Friday | on or before Friday | say Friday | by the end of Friday = 2026-03-06
ASAP, by Friday at the latest | not sure, maybe Friday | Friday, 6 March | Friday the 6th = 2026-03-06
Friday of this week | end of the week | end of this week | by the end of the week | EOW = 2026-03-06
end of next week | Friday next week | the Friday of next week | next week on Friday = 2026-03-13
the day after tomorrow | two days from now | a couple of days | in 2 days = 2026-03-06
a week Friday | a week from Friday | Friday of next week = 2026-03-13
two weeks on Friday | Friday fortnight | a fortnight on Friday = 2026-03-20
a week tomorrow | tomorrow week = 2026-03-12
a week from today | in a week | in a week's time | this time next week | within 7 days | today week = 2026-03-11
within two weeks | in a fortnight | in a couple of weeks | two weeks today | 2 weeks | in 2wks = 2026-03-18
in two weeks' time | in 2 weeks time | within the next two weeks | a fortnight | fortnight = 2026-03-18
3 weeks from now | in three weeks | in twenty-one days | 21 days = 2026-03-25
in a month | a month today | within one month = 2026-04-04
three months from now = 2026-06-04
in 24 hours = 2026-03-05
two working days | in 2 business days = 2026-03-06
5th of March | March 5th | March 5 | 5 March | 5th March | 5 Mar | 05 March | the 5th of March = 2026-03-05
Thursday 5 March | Thurs 5th | Thurs 5 March 2026 | Thursday the 5th | Thursday, 5th March, 2026 = 2026-03-05
5 March (Thursday) | tomorrow (Thursday) | tomorrow, 5 March | Thu 5/3 | Thursday 5 = 2026-03-05
5 March 26 | 5 Mar '26 | 5-Mar-26 | 5/3/26 | 05/03/2026 | 2026-03-05 | 2026/03/05 | 5/3/2026 = 2026-03-05
the fifth of March | fifth of March | March the 5th = 2026-03-05
next Friday 13 March | next Friday the 13th | Friday 13 | Friday the 13th = 2026-03-13
twenty-first of May | the twenty first of May | 21st May = 2026-05-21
the 31st | end of this month | month end | EOM | last day of the month | 31/3 = 2026-03-31
end of next month = 2026-04-30
end of the year | end of 2026 | 31 December = 2026-12-31
28 Feb 2027 | Sunday 28 February = 2027-02-28
last Friday of the month | the last Friday in March = 2026-03-27
last Monday in May | the last Monday of May = 2026-05-25
the 2nd Tuesday of next month | second Tuesday in April = 2026-04-14
first working day of April | the 1st of next month | 1 April | the first of April = 2026-04-01
2 weeks before 5 June = 2026-05-22
three days before Monday = 2026-03-06
the day before Friday = 2026-03-05
the Friday before 5 June = 2026-05-29
w/e 13 March | week ending 13 March = 2026-03-13
today | by the end of today | 4 March | the 4th | 4/3 = 2026-03-04
Good Friday = 2026-04-03
Easter Monday | the Monday after Easter = 2026-04-06
Christmas Day = 2026-12-25
New Year's Eve = 2026-12-31
9 sept | Sept 9 | 9th sep | 9/9 = 2026-09-09
"""

SPELLINGS = """
thur | thurs | thu | thrusday | thursady | Thursday's = 2026-03-05
firday | fryday | frday = 2026-03-06
tues | tue | tuseday = 2026-03-10
saterday | sat | sat 7th = 2026-03-07
weds next week | wensday next week | wednseday next week = 2026-03-11
tommorow | tomorow | tommorrow | tmrw | 2moro = 2026-03-05
febuary 9 2027 | 9 feb 2027 | 9 Febuary 2027 = 2027-02-09
fortnite = 2026-03-18
"""

WELSH = """
dydd Gwener | ddydd Gwener | erbyn Gwener | cyn dydd Gwener | bore Gwener | nos Wener = 2026-03-06
prynhawn dydd Gwener = 2026-03-06
dydd Gwener yma = 2026-03-06
wythnos i ddydd Gwener = 2026-03-13
dydd Llun wythnos nesaf | wythnos nesaf dydd Llun = 2026-03-09
yfory | fory | bore fory | dydd Iau | dydd Iau 5 Mawrth | hanner dydd dydd Iau = 2026-03-05
drennydd = 2026-03-06
5 Mawrth | 5ed Mawrth | y pumed o Fawrth | 5 Mawrth 2026 | ar y 5ed o Fawrth | Mawrth 5 = 2026-03-05
dydd Mawrth | nos Fawrth = 2026-03-10
wythnos i ddydd Mawrth = 2026-03-17
wythnos i heddiw | mewn wythnos = 2026-03-11
pythefnos i heddiw | mewn pythefnos | o fewn pythefnos | mewn deg diwrnod gwaith = 2026-03-18
ymhen tair wythnos = 2026-03-25
diwedd y mis | diwedd mis Mawrth | diwedd Mawrth | erbyn diwedd y mis = 2026-03-31
diwedd yr wythnos = 2026-03-06
diwedd yr wythnos nesaf = 2026-03-13
diwedd mis nesaf | diwedd Ebrill = 2026-04-30
yr unfed ar bymtheg o Fawrth | 16eg o Fawrth = 2026-03-16
yr 21ain o Fai | 21 Mai = 2026-05-21
dydd Llun cyntaf mis Ebrill = 2026-04-06
dydd Gwener olaf y mis = 2026-03-27
heddiw | heno = 2026-03-04
"""

SAID = table(DOMAIN_TABLE + ENGLISH + SPELLINGS + WELSH)

ASKED = """
next Friday = which_week 2026-03-06 2026-03-13
dydd Gwener nesaf | Friday next = which_week 2026-03-06 2026-03-13
next Monday = which_week 2026-03-09 2026-03-16
Friday after next = which_week 2026-03-13 2026-03-20
by Wednesday | Wednesday | this Wednesday | weds | dydd Mercher = which_week 2026-03-04 2026-03-11
a week on Wednesday | Wednesday week = which_week 2026-03-11 2026-03-18
28 Feb | 28/2 | 28th February | end of Feb = past 2027-02-28
5 March 2025 | 5/3/25 = past 2026-03-05
yesterday | last Friday | last week | two weeks ago | Friday gone = past
first Monday of the month = past 2026-04-06
12 March 2028 = far 2028-03-12
in two years = far 2028-03-04
31 June | 31/6 | the 31st of June = no_such_day 2026-06-30
30 February | 30/2 | 29 Feb = no_such_day 2027-02-28
3/13 = no_such_day 2026-03-13
12/13/2026 = no_such_day 2026-12-13
Thurs 13th | Thursday 13 March | Thursday the 13th = weekday_mismatch 2026-03-12 2026-03-13
5 March (Friday) = weekday_mismatch 2026-03-05 2026-03-06
Thursday or Friday | Thurs/Fri | either Thursday or Friday = which_day 2026-03-05 2026-03-06
5/6 March | 5 or 6 March = which_day 2026-03-05 2026-03-06
from 1 June to 12 June | 1-12 June | between 1 and 12 June = which_day 2026-06-01 2026-06-12
w/c 9 March | week commencing 9 March | wc 9th | the week of 9 March | w/c Monday 9 March = start_week 2026-03-13
wythnos yn dechrau 9 Mawrth = start_week 2026-03-13
next week = no_date 2026-03-13
this week = no_date 2026-03-06
next month | in April = no_date 2026-04-30
start of April = no_date 2026-04-01
start of next week = no_date 2026-03-09
around Friday | Friday-ish | Friday or so | by about Friday = no_date 2026-03-06
after Friday | after 6 March = no_date 2026-03-09
this weekend | by the weekend | at the weekend = no_date 2026-03-07 2026-03-08
bank holiday Monday = no_date 2026-04-06
the bank holiday | by the next bank holiday = no_date 2026-04-03
in a week or two = no_date 2026-03-11
mid March | mid-March | middle of March | early April | late next month | last week of March = no_date
before Easter | by half term | after the holidays | over the summer | in the new year | after Christmas = no_date
by the end of term | the Monday after half term | before the next meeting | by the AGM = no_date
soon | ASAP | a.s.a.p. | as soon as possible | shortly | at some point | eventually | in due course = no_date
when I get a minute | when I can | when we have time | as soon as I can | once I get the chance = no_date
TBC | whenever | not sure | ongoing | no rush | straight away = no_date
early next week | sometime next week | in a few days | 2-3 weeks | two or three weeks | later this month = no_date
yn fuan | cyn y Pasg | hanner tymor | canol mis Mawrth | ar ôl y gwyliau | cyn gynted â phosib = no_date
"""

NO_DATE_AT_ALL = """
open 9 to 5|I may sit down with Jan|I may sat down with Jan to sort the bins|the sun newspaper|we sat down
second thing|march on|2 of 5|we should buy 2 chairs|24/7|50/50|1/2 price|version 2.1|room 3/4|07700 900123
020-7946-0958|£5.30|idea 12|ages 5-11|9-5|at 5pm|half five|open 9-5 Monday to Friday|every Friday|on Fridays
on a Friday|Sunday school|once a week on Friday|the Tuesday group needs tables
at the end of the day we need bins|it takes two weeks|for two weeks|in the last two weeks|since Friday
sat on the bench|Sun was shining|5 may be enough|the 2nd time|5th Avenue|the 21st century|on the 2nd floor
3rd party|2/3 of people|score 8/10|Black Friday|in week 2|with May and June|April said so|he wed her|2 may come
in 5 minutes|10 march through town|I'd rather not Friday|March 5 miles|the first Monday of each month
every second Tuesday|Saturday job|https://example.org/2026/03/05/fete|1,000 flyers|item 5 May fair|5 sun hats
5.3% more|by 5.30|by 10 people|the 1st of many|give it a second|sooner or later|in a sec|Mr March|Jan will do it
on to 5th gear|the may fair|day 2|one day|2026|1700000000|at 2|1|a|no|si|on|son|the 5 of us|a score of 3/20
ask June|twice a week|3 days a week|Mondays|room 5 March|item 3/5|B&M 5-a-side|it took over 2 weeks|5-a-side
on the fifth of many|two thirds|the 3rd of 4|a half term later on|Whit Monday club|penultimate Friday
at 5 o'clock|from 2pm to 4pm|page 3 May issue
"""


@pytest.mark.parametrize(("phrase", "day"), SAID)
def test_P41_a_day_said_for_certain_is_that_day(phrase: str, day: str) -> None:
    said = read(phrase)
    assert isinstance(said, Said)
    assert said.day == date.fromisoformat(day)


@pytest.mark.parametrize(("phrase", "outcome"), table(ASKED))
def test_P41_a_day_not_certain_is_asked_about(phrase: str, outcome: str) -> None:
    why, *guesses = outcome.split()
    unclear = read(phrase)
    assert isinstance(unclear, Unclear)
    assert (unclear.why, unclear.guesses) == (why, days(" ".join(guesses)))
    assert unclear.words in phrase


@pytest.mark.parametrize("text", [text for line in NO_DATE_AT_ALL.strip().splitlines() for text in line.split("|")])
def test_P41_ordinary_words_are_no_dates(text: str) -> None:
    assert find(text) == []
    assert not isinstance(read(text), Said)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "24/7", "50/50", "9-5", "5-11", "at 5pm", "second thing", "the 12", "Friday the cat"]
)
def test_P41_an_answer_without_a_date_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("phrase", "note"),
    [
        ("close of play Thursday", "close of play"),
        ("COP Thurs", "COP"),
        ("EOD Thursday", "EOD"),
        ("half five Thursday", "half five"),
        ("noon Thursday", "noon"),
        ("2pm on Thursday", "2pm"),
        ("Thursday at 2pm", "2pm"),
        ("Thursday 2pm", "2pm"),
        ("5 March at 17.00", "17.00"),
        ("by 17:00 5 March", "17:00"),
        ("Thursday from 2pm to 4pm", "from 2pm to 4pm"),
        ("2-4pm Thursday", "2-4pm"),
        ("between 2 and 4 on Thursday", "between 2 and 4"),
        ("first thing tomorrow", "first thing"),
        ("tomorrow morning", "morning"),
        ("the morning of the 5th", "morning"),
        ("Thursday before noon", "before noon"),
        ("5 o'clock tomorrow", "5 o'clock"),
        ("Thursday 5 p.m.", "5 p.m."),
        ("quarter past five on Thursday", "quarter past five"),
        ("end of business tomorrow", "end of business"),
        ("erbyn 5 o'r gloch dydd Iau", "5 o'r gloch"),
        ("2026-03-05T14:00", "14:00"),
        ("Thursday", None),
    ],
)
def test_the_time_of_day_is_kept_in_the_persons_words(phrase: str, note: str | None) -> None:
    assert read(phrase) == Said(date(2026, 3, 5), note)


@pytest.mark.parametrize(
    ("phrase", "note"), [("tonight", "tonight"), ("by close of play", "close of play"), ("EOD", "EOD")]
)
def test_the_end_of_the_day_alone_is_today(phrase: str, note: str) -> None:
    assert read(phrase) == Said(WEDNESDAY, note)


def test_the_time_of_day_outlives_the_question() -> None:
    unclear = read("next Friday 2pm")
    assert isinstance(unclear, Unclear)
    assert unclear.note == "2pm"


def test_weekends_and_bank_holidays_are_kept_and_mentioned() -> None:
    assert read("3/5") == Said(date(2026, 5, 3), None, "weekend")
    assert read("first Monday in April") == Said(date(2026, 4, 6), None, "bank holiday")
    assert read_date("first Monday in April", WEDNESDAY, working=SCOTLAND) == Said(date(2026, 4, 6))
    assert read("26 December") == Said(date(2026, 12, 26), None, "weekend")


def test_working_days_are_counted_in_the_groups_nation() -> None:
    assert read_date("in 10 working days", date(2026, 6, 12), working=SCOTLAND) == Said(date(2026, 6, 29))
    assert read("in 10 working days", date(2026, 6, 12)) == Said(date(2026, 6, 26))


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("the 4th", "2027-01-04"),
        ("the 10th", "2026-12-10"),
        ("5 Jan", "2027-01-05"),
        ("5/1", "2027-01-05"),
        ("end of Jan", "2027-01-31"),
        ("Friday 1st", "2027-01-01"),
        ("New Year's Day", "2027-01-01"),
        ("Good Friday", "2027-03-26"),
        ("2nd Monday in January", "2027-01-11"),
        ("in three months", "2027-03-10"),
    ],
)
def test_december_rolls_into_january(phrase: str, day: str) -> None:
    said = read(phrase, date(2026, 12, 10))
    assert isinstance(said, Said)
    assert said.day == date.fromisoformat(day)


def test_a_day_number_the_month_lacks_is_asked_about() -> None:
    assert read("the 31st", date(2026, 4, 4)) == Unclear("no_such_day", "the 31st", days("2026-04-30 2026-05-31"))
    assert read("the 30th", date(2026, 1, 31)) == Unclear("no_such_day", "the 30th", days("2026-02-28 2026-03-30"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I'll paint the wall by Friday", ["by Friday/finish/2026-03-06"]),
        (
            "Jo rings the council by the end of next week and Sam by 5 June",
            ["by the end of next week/finish/2026-03-13", "by 5 June/finish/2026-06-05"],
        ),
        ("from 1 June to 12 June", ["from 1 June/start/2026-06-01", "12 June/finish/2026-06-12"]),
        ("1-12 June at the hall", ["1/start/2026-06-01", "12 June/finish/2026-06-12"]),
        ("open from 9 to 5 from 1 June until 12 June", ["from 1 June/start/2026-06-01", "12 June/finish/2026-06-12"]),
        ("5/3-12/3", ["5/3/start/2026-03-05", "12/3/finish/2026-03-12"]),
        ("Mon 9 to Wed 11 March", ["Mon 9/start/2026-03-09", "Wed 11 March/finish/2026-03-11"]),
        ("from Monday to Friday", ["from Monday/start/2026-03-09", "Friday/finish/2026-03-13"]),
        ("between the 28th and the 3rd", ["between the 28th/start/2026-03-28", "the 3rd/finish/2026-04-03"]),
        ("on 5 and 6 March", ["on 5/finish/2026-03-05", "6 March/finish/2026-03-06"]),
        ("starting 9 March, done by the 20th", ["starting 9 March/start/2026-03-09", "by the 20th/finish/2026-03-20"]),
        ("Start: 1 June; finish: 12 June", ["Start: 1 June/start/2026-06-01", "finish: 12 June/finish/2026-06-12"]),
        ("we can begin w/c 9 March", ["begin w/c 9 March/start/2026-03-09"]),
        ("w/c 9 March", ["w/c 9 March/start/2026-03-09"]),
        ("by w/c 9 March", ["by w/c 9 March/finish/start_week"]),
        ("from Friday onwards", ["from Friday onwards/start/2026-03-06"]),
        ("not before Friday", ["not before Friday/start/2026-03-06"]),
        ("Friday at the latest", ["Friday at the latest/finish/2026-03-06"]),
        ("let's meet half five Thursday", ["half five Thursday/plain/2026-03-05"]),
        ("the AGM is on 14 April 2026 at 7pm", ["on 14 April 2026 at 7pm/finish/2026-04-14"]),
        ("Meeting 5/3 at the hall", ["5/3/plain/2026-03-05"]),
        ("Can you do Sat?", ["Sat/plain/2026-03-07"]),
        ("see you next Friday", ["next Friday/plain/which_week"]),
        ("Ali or Bo by Thurs or Fri", ["by Thurs or Fri/finish/which_day"]),
        ("it needs doing asap", ["asap/plain/no_date"]),
        ("within two weeks, I promise", ["within two weeks/finish/2026-03-18"]),
        ("between now and Friday", ["between now and Friday/finish/2026-03-06"]),
        ("not this Friday but the 20th", ["the 20th/plain/2026-03-20"]),
        ("Friday's good for me", ["Friday's/plain/2026-03-06"]),
        ("🙂 erbyn dydd Gwener 🙂", ["erbyn dydd Gwener/finish/2026-03-06"]),
        ("o ddydd Llun i ddydd Gwener", ["o ddydd Llun/start/2026-03-09", "ddydd Gwener/finish/2026-03-13"]),
    ],
)
def test_dates_in_a_sentence_have_their_place_and_purpose(text: str, found: list[str]) -> None:
    def outcome(result: Said | Unclear) -> str:
        return str(result.day) if isinstance(result, Said) else result.why

    assert [f"{text[each.start : each.end]}/{each.role}/{outcome(each.result)}" for each in find(text)] == found


RENDERED: list[Callable[[date], str]] = [
    lambda day: f"{weekday(day)} {day.day} {month(day)}",
    lambda day: f"{weekday(day)[:3]} {day.day} {month(day)[:3]}",
    lambda day: f"{weekday(day)}, {ordinal(day)} {month(day)} {day.year}",
    lambda day: f"{weekday(day)} {day.day}/{day.month}",
    lambda day: f"{day.day} {month(day)}",
    lambda day: f"{day.day} {month(day)[:3].lower()}",
    lambda day: f"{day.day}/{day.month}",
    lambda day: f"{day.day:02}/{day.month:02}",
    lambda day: f"{day.day}/{day.month}/{day:%y}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day.day}-{day.month}-{day.year}",
    lambda day: f"{day.day}-{month(day)[:3]}-{day:%y}",
    lambda day: f"{ordinal(day)} of {month(day)}",
    lambda day: f"the {ordinal(day)} of {month(day)}",
    lambda day: f"{month(day)} {ordinal(day)}",
    lambda day: f"{month(day)} {day.day}, {day.year}",
    lambda day: f"{day.day} {month(day)} {day.year}",
    lambda day: day.isoformat(),
]


def weekday(day: date) -> str:
    return list(WEEKDAYS)[day.weekday()].capitalize()


def month(day: date) -> str:
    return list(MONTHS)[day.month - 1].capitalize()


def ordinal(day: date) -> str:
    ending = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending}"


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(0, 300), st.sampled_from(RENDERED))
@settings(max_examples=150, deadline=None)
def test_P41_every_coming_date_reads_back_as_itself(today: date, ahead: int, render: Callable[[date], str]) -> None:
    day = today + timedelta(days=ahead)
    text = render(day)
    # "24/7" alone is no day: people mean that it never shuts.
    assume(text != "24/7")
    said = read(text, today)
    assert isinstance(said, Said), text
    assert said.day == day
    sentence = f"I'll bring the tea urn by {text}, all being well"
    (found,) = find(sentence, today)
    assert (sentence[found.start : found.end], found.role, found.result) == (f"by {text}", "finish", said)


@given(st.sampled_from([row[0] for row in SAID]), st.dates(date(2020, 1, 1), date(2090, 1, 1)))
@settings(max_examples=150, deadline=None)
def test_P41_no_day_is_past_or_far(phrase: str, today: date) -> None:
    result = read(phrase, today)
    offered = (result.day,) if isinstance(result, Said) else result.guesses if result and result.why != "far" else ()
    assert all(today <= day <= today + timedelta(days=FURTHEST) for day in offered)


WORDS = [word for phrase, _ in table(DOMAIN_TABLE + ENGLISH + WELSH + ASKED) for word in phrase.split()]
SCRAPS = [
    "/",
    "-",
    "(",
    ")",
    "99/99/9999",
    "0/0",
    "31st",
    "1" * 5000,
    "(",
    "2026",
    "½",
    "٣",
    "İ",
    "\u200b",
    "or",
    "to",
    "of",
    "🙂",
]


@given(
    st.lists(st.sampled_from(WORDS + SCRAPS) | st.text(max_size=6), max_size=14),
    st.sampled_from(["", " ", "  ", "\n"]),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
@settings(max_examples=150, deadline=None)
def test_any_text_at_all_is_read_without_error(pieces: list[str], joint: str, today: date) -> None:
    text = joint.join(pieces)
    read(text, today)
    found = find(text, today)
    spans = [position for each in found for position in (each.start, each.end)]
    assert spans == sorted(spans)
    assert all(each.start < each.end <= len(text) for each in found)


def calls_made(work: Callable[[], object]) -> int:
    made = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made


LONG = [("1/2/3 ", 10_000), ("the ", 10_000)]
TANGLED = [
    "by ",
    "a week on ",
    "Friday or ",
    "from Friday to ",
    "2 weeks before ",
    "5th ",
    "1-",
    "on hugain ",
    "end of the ",
]


@pytest.mark.parametrize(("scrap", "length"), LONG + [(scrap, 3_000) for scrap in TANGLED])
def test_reading_grows_in_step_with_the_length_of_the_text(scrap: str, length: int) -> None:
    def reading(size: int) -> int:
        text = (scrap * size)[:size]
        return calls_made(lambda: (find(text), read(text)))

    tenth = reading(length // 10)
    assert reading(length) < 11 * tenth + 1_000
