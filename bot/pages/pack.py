"""Drafts the pack for a review from the list (charter 8): nobody has to write it, and nobody can polish it."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.domain.calendar import Calendar, add_months
from bot.domain.charter import latest
from bot.domain.chat import Line, Person, Quote
from bot.domain.figures import Hours, figures
from bot.domain.hours import hours_said, total
from bot.domain.movement import FLAGGED, standing, stands, still_since
from bot.domain.periods import quarter_of
from bot.domain.reasons import counted
from bot.domain.review import KEPT_WORDS, QUESTIONS, Review
from bot.domain.settings import Periods
from bot.domain.things import Action
from bot.item import open_items
from bot.pages.ladder import ladder_lines
from bot.pages.numbers import kept_lines, of_a_time
from bot.pages.yousaid import organisations_of
from bot.ports import Store
from bot.reviews import review_line, subject
from bot.unmoved import news_line
from bot.words import say
from bot.work import work_lines


def pack(store: Store, group: int, review: Review, calendar: Calendar, today: date) -> list[Line]:
    """All parts of it, for the year up to today."""
    since = add_months(min(review.due, today), -12)
    begins, ends = calendar.at(since, time()), calendar.at(today + timedelta(days=1), time())
    return [
        say("The pack for the review of {what}, made from the list.", what=subject(review)),
        say("It is about the year from {since} to {today}.", since=since, today=today),
        *work_lines(store, group),
        review_line(review, today),
        *_kept(store, group, (begins, ends), today),
        *_still(store, group, calendar, today),
        *_reasons(store, group, (begins, ends), calendar),
        *wins_lines(store, group, since),
        *question_lines(store, group, today.year),
        *ladder_lines(store, group, begins),
        *_brought(store, group),
        *_hours(store, group, (since, today)),
        *_views(store, group, review, calendar),
    ]


def _kept(store: Store, group: int, times: tuple[datetime, datetime], today: date) -> list[Line]:
    """What was kept, late and refused of what came up in the year."""
    begins, ends = times
    ideas = [idea for idea in store.ideas.all(group) if begins <= idea.raised_at < ends]
    actions = [action for action in store.actions.all(group) if begins <= action.raised_at < ends]
    f = figures(ideas, actions, organisations_of(store, group), today)
    return [
        say(
            "Ideas this year: {n}. With an answer: {answers}. Done: {done}.",
            n=sum(f.raised),
            answers=f.answers,
            done=f.done,
        ),
        *kept_lines(of_a_time(store, group, f, today)),
        say("To read each no with its reason, type {command}.", command=Quote("/yousaid not done")),
    ]


def _still(store: Store, group: int, calendar: Calendar, today: date) -> list[Line]:
    months = Periods(store.settings.of(group)).days("no movement")
    items = [i for i in open_items(store, group) if still_since(calendar.local_day(i.moved_at), months) <= today]
    lines = [say("Not moving: {n}.", n=len(items)) if items else say("Not moving: none.")]
    lines += [news_line(item, calendar.local_day(item.moved_at)) for item in items]
    return lines


def _reasons(store: Store, group: int, times: tuple[datetime, datetime], calendar: Calendar) -> list[Line]:
    """How many items stopped in each quarter, and the kinds of reasons that were given, with their counts."""
    quarters: dict[date, set[tuple[str, int]]] = {}
    lines_of_the_year = standing(store.history.between(group, *times))
    for change in lines_of_the_year:
        if change.what == FLAGGED:
            quarter = quarter_of(calendar.local_day(change.at))
            quarters.setdefault(quarter, set()).add((change.thing, change.thing_number))
    lines = [say("In the quarter from {day}, {n} did not move.", day=q, n=len(i)) for q, i in sorted(quarters.items())]
    notes = store.history.notes_between(group, "in the way", *times)
    kinds = counted(note.text for _, note in notes if stands(note, lines_of_the_year))
    if not kinds:
        return [*lines, say("What was in the way: nobody said.")]
    said = ", ".join(f"{kind} {n}" for kind, n in kinds)
    return [*lines, say("What was in the way: {said}", said=Quote(said))]


def wins(store: Store, group: int) -> list[tuple[Action, str | None, date | None]]:
    """What was done ever: the action, and what was said last of whether it is still in place, and when (UTC day)."""
    found: list[tuple[Action, str | None, date | None]] = []
    for action in store.actions.all(group, ("done",)):
        said = [c for c in standing(store.history.of(group, "action", action.number)) if c.what == "in place"]
        last = said[-1] if said else None
        found.append((action, last.new if last else None, last.at.date() if last else None))
    return found


def wins_lines(store: Store, group: int, since: date) -> list[Line]:
    """What was won before, and whether it is still in place; what nobody has looked at this year is asked about."""
    found = wins(store, group)
    this_year = [(action, said) for action, said, day in found if said and day and day >= since]
    counts = {word: sum(said == word for _, said in this_year) for word in KEPT_WORDS}
    lines = [
        say(
            "Still in place: {n}. Changed: {changed}. Lost: {lost}.",
            n=counts["yes"],
            changed=counts["changed"],
            lost=counts["lost"],
        )
    ]
    looked_at = {action.number for action, _ in this_year}
    asked = [action for action, _, _ in found if action.number not in looked_at]
    if asked:
        lines.append(
            say(
                "Are these still in place? Type it like this: {example}", example=Quote(f"/still {asked[0].number} yes")
            )
        )
        lines += [say("Action {n}: {what}", n=action.number, what=Quote(action.what)) for action in asked]
    return lines


def question_lines(store: Store, group: int, year: int) -> list[Line]:
    """The three yearly questions: each organisation's answers, last year's beside them, and who has not answered."""
    organisations = list(dict.fromkeys(organisations_of(store, group).values()))
    if not organisations:
        return []
    now, before = store.yearly.of(group, year), store.yearly.of(group, year - 1)
    lines: list[Line] = []
    for number, question in enumerate(QUESTIONS, 1):
        lines.append(say(question))
        for answers, key in ((now, "{who} says: {text}"), (before, "{who} said last year: {text}")):
            lines += [
                say(key, who=Quote(a.organisation), text=Quote(a.text, full=True))
                for a in answers
                if a.question == number
            ]
    answered = {(a.organisation.casefold(), a.question) for a in now}
    missing = [name for name in organisations if any((name.casefold(), n) not in answered for n in (1, 2, 3))]
    if missing:
        lines.append(say("Answers are missing from {people}.", people=tuple(Person(0, name) for name in missing)))
        lines.append(say("To answer, type it like this: {example}", example=Quote("/yearly 1 we ran a tea party")))
    return lines


def _brought(store: Store, group: int) -> list[Line]:
    """What those who signed said they would bring."""
    signed = [s for s in latest(store.signatures.of(group)) if s.brings and not s.withdrawn_at]
    return [
        say(
            "{who} said they would bring: {brings}",
            who=Person(0, s.organisation or s.name),
            brings=Quote(s.brings or ""),
        )
        for s in signed
    ]


def _hours(store: Store, group: int, days: tuple[date, date]) -> list[Line]:
    """The hours of the year, beside what was to be brought."""
    first, last = days
    return hours_lines(total(given for given in store.hours.all(group) if first <= given.day <= last))


def hours_lines(hours: Hours) -> list[Line]:
    """Unpaid and paid hours, each by itself."""
    if not (hours.unpaid or hours.paid):
        return [say("No hours are on the list so far.")]
    return [
        say("Unpaid hours: {n}.", n=Quote(hours_said(hours.unpaid))),
        say("Paid hours: {n}.", n=Quote(hours_said(hours.paid))),
    ]


def _views(store: Store, group: int, review: Review, calendar: Calendar) -> Sequence[Line]:
    """What people said they think."""
    kept = standing(store.history.of(group, "review", review.number))
    notes = [note for note in store.history.notes(group, "review", review.number) if stands(note, kept)]
    lines = [
        say("{who} said on {day}: {text}", who=n.by, day=calendar.local_day(n.at), text=Quote(n.text, full=True))
        for n in notes
    ]
    lines += [
        say("Somebody wants a change. It is idea {n}.", n=int(change.new))
        for change in store.history.of(group, "review", review.number)
        if change.what == "wanted" and change.new
    ]
    return lines or [say("Nobody has said what they think so far. To say it, type /review and your words.")]
