"""Makes "you said, we did" from the list (charter commitment 7): done, doing, not done and why, waiting.

All four are always there. Nothing is typed twice, and nothing can be edited first: whoever asks gets the same.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.calendar import Calendar
from bot.domain.charter import latest
from bot.domain.chat import Line, Person, Quote
from bot.domain.credit import Credit, credited, thanked
from bot.domain.entries import HEADS, Entry, Head, Period, entry_of, entry_of_action, within
from bot.domain.things import Action, Answer, Idea
from bot.listing import cost_line, interest_lines, owners_of
from bot.ports import Store
from bot.words import say, say_count
from bot.work import work_lines

PAGE = 10

_SOME = {
    "done": "Done: {n}.",
    "doing": "Doing: {n}.",
    "not done": "Not done, and why: {n}.",
    "waiting": "Waiting for an answer: {n}.",
}
_NONE = {
    "done": "Done: none so far.",
    "doing": "Doing: none so far.",
    "not done": "Not done: none.",
    "waiting": "Waiting for an answer: none.",
}


@dataclass(frozen=True, slots=True)
class Book:
    """The entries of a period, and how people and organisations are thanked in them."""

    entries: Sequence[Entry]
    choices: Mapping[int, Credit]
    organisations: Mapping[int, str]
    backers: Mapping[int, Sequence[Person]]
    calendar: Calendar
    today: date
    period: Period
    interests: Mapping[int, Sequence[Line]]
    unchecked: Collection[int] = ()
    work: Sequence[Line] = ()

    def under(self, head: Head) -> list[Entry]:
        """The entries under one head."""
        return [entry for entry in self.entries if entry.head == head]


def organisations_of(store: Store, group: int) -> dict[int, str]:
    """The organisation that each person signed the charter for."""
    signed = latest(store.signatures.of(group))
    return {s.person.id: s.organisation for s in signed if s.person and s.organisation and not s.withdrawn_at}


def book(store: Store, group: int, calendar: Calendar, today: date, period: Period) -> Book:
    """Everything that the list holds of a period."""
    ideas, actions, outcomes = store.ideas.all(group), store.actions.all(group), store.outcomes.all(group)
    of_idea: dict[int | None, list[Action]] = {}
    for action in actions:
        if action.state != "withdrawn":
            of_idea.setdefault(action.idea, []).append(action)
    found = [
        *(entry_of(idea, of_idea.get(idea.number, []), outcomes, calendar) for idea in ideas),
        *(entry_of_action(action, outcomes, calendar) for action in of_idea.get(None, [])),
    ]
    entries = within([entry for entry in found if entry], period)
    numbers = [entry.idea.number for entry in entries if entry.idea]
    backers = {number: store.backers.of(group, number) for number in numbers}
    unchecked = {number for number, outcome in outcomes.items() if outcome.check == "not checked"}
    choices, organisations = store.credits.of(group), organisations_of(store, group)
    answers = {entry.idea.number: entry.idea.answer for entry in entries if entry.idea and entry.idea.answer}
    changes = store.history.of_each(group, "idea", answers)
    interests = {number: interest_lines(lines, answers[number].by) for number, lines in changes.items()}
    work = work_lines(store, group)
    return Book(entries, choices, organisations, backers, calendar, today, period, interests, unchecked, work)


def heading(book_: Book) -> list[Line]:
    """The time it is for, and what the group calls the work."""
    since, until = book_.period.since, book_.period.until
    if since and until:
        last = until - timedelta(days=1)
        return [say("You said, we did. From {first} to {last}.", first=since, last=last), *book_.work]
    return [say("You said, we did. All so far, up to {day}.", day=book_.today), *book_.work]


def short(book_: Book) -> list[Line]:
    """All four heads with their counts, the latest of each, and how to see all."""
    lines = heading(book_)
    for head in HEADS:
        entries = book_.under(head)
        lines.append(count_line(head, len(entries)))
        if entries:
            lines += entry_lines(book_, entries[-1])
        if len(entries) > 1:
            lines.append(say("Type {command} for all.", command=Quote(f"/yousaid {head}")))
    return lines


def document(book_: Book) -> list[Line]:
    """All of it, in the order done, doing, not done, waiting: for a file, or to be read out."""
    lines = heading(book_)
    for head in HEADS:
        lines.append(count_line(head, len(book_.under(head))))
        for entry in book_.under(head):
            lines += entry_lines(book_, entry)
    return lines


def count_line(head: Head, n: int) -> Line:
    """A head with how many there are, also when there are none."""
    return say(_SOME[head], n=n) if n else say(_NONE[head])


def entry_lines(book_: Book, entry: Entry) -> list[Line]:
    """One entry: what was said, what came of it, what changed, and thanks."""
    lines = _said(book_, entry.idea) if entry.idea else []
    match entry.head:
        case "not done":
            lines += _not_done(book_, entry)
        case "waiting":
            lines += _waiting(book_, entry)
        case _:
            lines += _did(entry, book_.unchecked)
    lines += book_.interests.get(entry.idea.number, ()) if entry.idea else ()
    lines += [say("What changed: {text}", text=Quote(text)) for text in entry.changed]
    lines += [say("Saved: {text}", text=Quote(text)) for text in entry.saved]
    people = _thanks(book_, entry)
    return [*lines, say("Thank you to {people}.", people=people)] if people else lines


def _said(book_: Book, idea: Idea) -> list[Line]:
    day = book_.calendar.local_day(idea.raised_at)
    who = Person(0, idea.on_behalf_of) if idea.on_behalf_of else credited(idea.raiser, book_.choices)
    if who is None:
        return [say("You said: {text} On {day}.", text=Quote(idea.text), day=day)]
    return [say("You said: {text} From {who}, on {day}.", text=Quote(idea.text), who=who, day=day)]


def _did(entry: Entry, unchecked: Collection[int]) -> list[Line]:
    lines: list[Line] = []
    for action in entry.actions:
        if action.state == "done" and action.done_on:
            lines.append(say("We did: {what} Done on {day}.", what=Quote(action.what), day=action.done_on))
            if action.number in unchecked:
                lines.append(say("Nobody said if it works, so it is not checked."))
        elif action.due:
            lines.append(say("We are doing: {what} Finish: {due}.", what=Quote(action.what), due=action.due))
        else:
            lines.append(say("We are doing: {what} It needs a date.", what=Quote(action.what)))
    answer = entry.idea.answer if entry.idea else None
    if answer and answer.decision == "partly":
        lines += [say("We do a part of it. Why not all: {reason}", reason=Quote(answer.reason)), *cost_line(answer)]
    if not entry.actions:
        lines.append(say("There is no action so far."))
    return lines


def _not_done(book_: Book, entry: Entry) -> list[Line]:
    answer: Answer | None = entry.idea.answer if entry.idea else None
    assert answer  # noqa: S101 - an entry stands under this head by its answer
    day = book_.calendar.local_day(answer.at)
    return [
        say("We did not do this. The answer was no, on {day}.", day=day),
        say("Why: {reason}", reason=Quote(answer.reason)),
        *cost_line(answer),
    ]


def _waiting(book_: Book, entry: Entry) -> list[Line]:
    waited = book_.calendar.working_between(entry.day, book_.today)
    if waited < 1:
        return [say("It is new.")]
    return [say_count("It has waited for {n} working day.", "It has waited for {n} working days.", waited)]


def _thanks(book_: Book, entry: Entry) -> tuple[Person | Line, ...]:
    """All who had a part in it: raiser, backers and owners, as they want to be shown, and their organisations."""
    people: list[Person] = []
    if entry.idea:
        people += [] if entry.idea.on_behalf_of else [entry.idea.raiser]
        people += book_.backers[entry.idea.number]
    owners = [owner for action in entry.actions for owner in action.owners]
    acting = {o.person.id: o.organisation for o in owners if o.person and o.organisation}
    known = thanked(
        [*people, *(o.person for o in owners if o.person)], book_.choices, {**book_.organisations, **acting}
    )
    named = tuple(p for action in entry.actions for p in owners_of(action) if p.id == 0)
    return (*known, *named) if entry.head != "waiting" else ()
