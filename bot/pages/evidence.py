"""The record beside the signatures (seed 003): what the list shows of each promise, and of each organisation's work."""

from collections.abc import Collection
from datetime import date

from bot.domain.calendar import Calendar
from bot.domain.chat import Line, Quote
from bot.domain.movement import still_since
from bot.domain.settings import Periods
from bot.domain.things import Owner
from bot.item import open_items
from bot.pages.numbers import counted
from bot.pages.yousaid import organisations_of
from bot.ports import Store
from bot.words import say


def evidence(store: Store, group: int, calendar: Calendar, today: date) -> list[Line]:
    """What was kept of each promise, counted from the list; the counts are the same for whoever asks."""
    f, months = counted(store, group, today), Periods(store.settings.of(group)).days("no movement")
    items = open_items(store, group)
    still = sum(still_since(calendar.local_day(item.moved_at), months) <= today for item in items)
    checked = sum(outcome.check == "works" for outcome in store.outcomes.all(group).values())
    reviews = store.reviews.all(group)
    # As the list counts them: also those taken back, and not those of old notes.
    listed = sum(idea.state != "past" for idea in store.ideas.all(group))
    return [
        say("What the list shows of it:"),
        say("Promise 2. First dates kept: {n} of {all}.", n=f.kept, all=f.dated),
        say("Promise 5. Ideas on the list: {n}.", n=listed),
        say("Promise 6. Answered in time: {n} of {all}.", n=f.in_time, all=f.answers),
        say("Promise 6. A no or a partly with a reason: {n} of {all}.", n=f.noes_with_reason, all=f.noes),
        say("Promise 6. Money as the reason, with a figure: {n} of {all}.", n=f.money_with_figure, all=f.money),
        say("Promise 7. Done: {n}. It works, as those who asked say: {works}.", n=f.done, works=checked),
        say(
            "Promise 8. Reviews done: {n}. Late: {late}.",
            n=sum(review.state == "done" for review in reviews),
            late=sum(review.state == "open" and review.due < today for review in reviews),
        ),
        say("Promise 9. Not moving now: {n}. Late now: {late}.", n=still, late=f.late),
        *by_organisation(store, group, today),
    ]


def _is_one(owner: Owner, people: Collection[int]) -> bool:
    """Is it one of these people, who do it for no other organisation?"""
    return owner.person is not None and owner.person.id in people and owner.organisation is None


def by_organisation(store: Store, group: int, today: date) -> list[Line]:
    """The actions of each organisation: done, late, open; in the order they signed, and never ranked."""
    organisations = organisations_of(store, group)
    lines: list[Line] = []
    for name in dict.fromkeys(organisations.values()):
        theirs = {person for person, organisation in organisations.items() if organisation == name}
        actions = [
            action
            for action in store.actions.all(group, ("open", "done"))
            if any(owner.organisation == name or _is_one(owner, theirs) for owner in action.owners)
        ]
        done = sum(action.state == "done" for action in actions)
        late = sum(action.state == "open" and action.due is not None and action.due < today for action in actions)
        lines.append(
            say(
                "Actions of {organisation}: done {done}, open {open}, late {late}.",
                organisation=Quote(name),
                done=done,
                open=len(actions) - done,
                late=late,
            )
        )
    return lines
