"""Makes the report of a group from its list: the same for whoever asks, led by what was done and what changed (5e).

Nothing of it can be written first: it says when it was made and for whom, and counts people without naming any.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import ceil

from bot.command import Request
from bot.domain.calendar import Calendar
from bot.domain.chat import Group, Line, Person, Quote
from bot.domain.decided import places
from bot.domain.entries import Period
from bot.domain.figures import figures
from bot.domain.hours import total
from bot.domain.measures import crowd, moved, took, totals, with_an_idea, within
from bot.domain.movement import standing
from bot.domain.things import Action, Change, Idea
from bot.item import open_items
from bot.pages.numbers import few, kept_lines, of_a_time, side_lines
from bot.pages.pack import hours_lines
from bot.pages.yousaid import organisations_of
from bot.ports import Store
from bot.words import say, say_count
from bot.work import work_lines

LATEST = 3
LONG_AGO, FAR_AHEAD = datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report: its head, and the lines under it."""

    head: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The report of a time: for whom it was made and when, and its parts; the first three are what was done."""

    heading: tuple[Line, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Log:
    """What the list holds of the time."""

    store: Store
    group: Group
    calendar: Calendar
    today: date
    period: Period
    ideas: Sequence[Idea]
    actions: Sequence[Action]
    changes: Sequence[Change]
    times: tuple[datetime, datetime]


def report(request: Request, period: Period) -> Report:
    """The report of a period, or of all there is."""
    log = _log(request.store, request.group, request.calendar, request.today, period)
    made_at = request.at.astimezone(request.calendar.zone)
    return Report(
        _heading(log, made_at, request.person),
        tuple(Part(say(head), tuple(find(log))) for head, find in _PARTS),
    )


def _log(store: Store, group: Group, calendar: Calendar, today: date, period: Period) -> _Log:
    begins = calendar.at(period.since, time()) if period.since else LONG_AGO
    ends = calendar.at(period.until, time()) if period.until else FAR_AHEAD
    ideas = within(period, calendar, store.ideas.all(group.id))
    actions = [a for a in store.actions.all(group.id) if period.holds(calendar.local_day(a.raised_at))]
    changes = standing(store.history.between(group.id, LONG_AGO, FAR_AHEAD))
    return _Log(store, group, calendar, today, period, ideas, actions, changes, (begins, ends))


def _heading(log: _Log, made_at: datetime, person: Person) -> tuple[Line, ...]:
    period, name = log.period, Quote(log.group.name)
    of = (
        say(
            "Report of {group}, from {first} to {last}.",
            group=name,
            first=period.since,
            last=_last(period),
        )
        if period.since and period.until
        else say("Report of {group}. All so far, up to {day}.", group=name, day=log.today)
    )
    at = Quote(made_at.strftime("%I.%M%p").lstrip("0").lower().replace(".00", ""))
    made = say("Made from the list on {day} at {at}, for {who}.", day=log.today, at=at, who=person)
    return (of, *work_lines(log.store, log.group.id), made)


def _last(period: Period) -> date:
    assert period.until  # noqa: S101 - it was just looked at
    return period.until - timedelta(days=1)


def _finished(log: _Log) -> list[Line]:
    done = [a for a in log.store.actions.all(log.group.id, ("done",)) if a.done_on and log.period.holds(a.done_on)]
    if not done:
        return [say("Nothing in this time.")]
    latest = sorted(done, key=lambda action: (action.done_on or date.min, action.number))[-LATEST:]
    return [
        say_count("{n} action is done.", "{n} actions are done.", len(done)),
        *(say("Done on {day}: {what}", day=action.done_on, what=Quote(action.what)) for action in latest),
    ]


def _changed(log: _Log) -> list[Line]:
    found = log.store.outcomes.changed_between(log.group.id, *log.times)
    if not found:
        return [say("Nothing in this time.")]
    lines = [say("What changed: {text}", text=Quote(outcome.changed or "")) for outcome in found[-LATEST:]]
    return [say_count("{n} thing has changed.", "{n} things have changed.", len(found)), *lines]


def _moved(log: _Log) -> list[Line]:
    actions = {action.number: action for action in log.store.actions.all(log.group.id)}
    begins, ends = log.times
    n, _ = moved((change for change in log.changes if begins <= change.at < ends), actions)
    _, last = moved(log.changes, actions)
    lines = [say_count("{n} idea or action moved.", "{n} ideas and actions moved.", n)] if n else []
    if last is not None:
        days = (log.today - log.calendar.local_day(last)).days
        lines.append(say_count("Something moved {n} day ago.", "Something moved {n} days ago.", days))
    return lines or [say("Nothing in this time.")]


def _totals(log: _Log) -> list[Line]:
    """Where each idea stands; the lines add up to all (S0.21)."""
    found = totals(log.ideas, log.store.actions.all(log.group.id))
    lines = [
        say("All ideas: {n}.", n=len(log.ideas)),
        say(
            "Waiting: {n}. In hand: {doing}. Done: {done}.",
            n=found["waiting"],
            doing=found["doing"],
            done=found["done"],
        ),
        say(
            "No: {n}. Taken back: {back}. The same as another: {same}.",
            n=found["no"],
            back=found["taken back"],
            same=found["the same"],
        ),
    ]
    if found["from old notes"]:
        lines.append(say("From old notes: {n}.", n=found["from old notes"]))
    if found["sorted"]:
        lines.append(say("Sorted by people themselves: {n}.", n=found["sorted"]))
    return lines


def _answers(log: _Log) -> list[Line]:
    f = figures(log.ideas, log.actions, organisations_of(log.store, log.group.id), log.today)
    time_taken = took(log.ideas, log.calendar, log.today)
    lines = kept_lines(of_a_time(log.store, log.group.id, f, log.today))
    if time_taken.median is not None:
        lines.append(
            say_count(
                "Half of the answers came within {n} working day.",
                "Half of the answers came within {n} working days.",
                ceil(time_taken.median),
            )
        )
    if time_taken.longest_wait is not None:
        lines.append(
            say_count(
                "The longest wait for an answer now is {n} working day.",
                "The longest wait for an answer now is {n} working days.",
                time_taken.longest_wait,
            )
        )
    times = [action.moves for action in log.actions if action.moves]
    return [*lines, say("New dates: {n}. Actions with a new date: {actions}.", n=sum(times), actions=len(times))]


def _each(log: _Log) -> list[Line]:
    """Each open item, and the days since it moved (S0.8): the longest first."""
    items = sorted(open_items(log.store, log.group.id), key=lambda item: (item.moved_at, item.about.number))
    return [
        say_count(
            "Idea {item}: {n} day since it moved.",
            "Idea {item}: {n} days since it moved.",
            (log.today - log.calendar.local_day(item.moved_at)).days,
            item=item.about.number,
        )
        if item.about.thing == "idea"
        else say_count(
            "Action {item}: {n} day since it moved.",
            "Action {item}: {n} days since it moved.",
            (log.today - log.calendar.local_day(item.moved_at)).days,
            item=item.about.number,
        )
        for item in items
    ] or [say("Nothing is open.")]


def _power(log: _Log) -> list[Line]:
    """Who brings ideas, who decides and who does; and if partners were asked before it was decided."""
    f = figures(log.ideas, log.actions, organisations_of(log.store, log.group.id), log.today)
    tied = {
        number
        for plan in log.store.plans.all(log.group.id)
        for number in log.store.plans.tied(log.group.id, plan.number, "action")
    }
    with_idea, all_ = with_an_idea(log.actions, tied)
    plans = [plan for plan in log.store.plans.all(log.group.id) if plan.decided_on]
    return [
        *side_lines(f),
        say("Actions with an idea or plan behind them: {n} of {all}.", n=with_idea, all=all_),
        say(
            "Plans decided: {n}. Partners were asked before that: {asked}.",
            n=len(plans),
            asked=sum(plan.asked in ("at the start", "half way") for plan in plans),
        ),
        *(say(_DECIDED[where], n=n) for where, n in places(log.changes).items()),
        say("A partner is somebody who signed for an organisation."),
    ]


_DECIDED = {
    "in the group": "Answers that were decided in the group: {n}.",
    "by the manager": "Answers that were decided by the manager: {n}.",
    "elsewhere": "Answers that were decided elsewhere: {n}.",
}


def _people(log: _Log) -> list[Line]:
    found = crowd(log.ideas, log.changes, log.calendar, log.today)
    busiest = (
        say("Ideas from the three busiest people: {n} of {all}.", n=found.busiest, all=found.ideas)
        if found.busiest is not None
        else say("Fewer than 5 people brought ideas. So I do not say how many are whose.")
    )
    return [
        say("People who did something this quarter: {n}.", n=few(found.now)),
        say("Last quarter: {n}.", n=few(found.before)),
        say("New people this quarter: {n}.", n=few(found.new)),
        busiest,
        say("Is somebody new here? All are welcome to add an idea."),
    ]


def _given(log: _Log) -> list[Line]:
    """Hours beside what came of them (S0.9), unpaid and paid apart."""
    hours = [given for given in log.store.hours.all(log.group.id) if log.period.holds(given.day)]
    done = sum(bool(a.done_on and log.period.holds(a.done_on)) for a in log.store.actions.all(log.group.id, ("done",)))
    lines = [*hours_lines(total(hours)), say("Actions done in this time: {n}.", n=done)]
    saved = [o.saved for o in log.store.outcomes.all(log.group.id).values() if o.saved]
    lines += [say("Saved: {text}", text=Quote(text)) for text in saved[-LATEST:]]
    offers = [offer for offer in log.store.offers.all(log.group.id) if offer.state != "withdrawn"]
    used = sum(offer.state == "used" for offer in offers)
    return [*lines, say("Offers on the list: {n}. Used: {used}.", n=len(offers), used=used)]


_PARTS: tuple[tuple[str, Callable[[_Log], Sequence[Line]]], ...] = (
    ("What was finished:", _finished),
    ("What is better now:", _changed),
    ("What moved:", _moved),
    ("Where each idea stands:", _totals),
    ("How promises were kept:", _answers),
    ("Members and partners:", _power),
    ("People, in numbers only:", _people),
    ("Time and offers:", _given),
    ("Days since each open thing moved:", _each),
)
