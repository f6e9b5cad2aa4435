"""An item that does not move: after a month a word to its raiser, after two the group is told, and all are asked."""

from collections.abc import Sequence
from datetime import date

from bot.domain.calendar import add_months
from bot.domain.chat import About, Line, Person, Ping, Quote
from bot.domain.movement import FLAGGED, still_since
from bot.domain.things import Change
from bot.item import Item, item_of, open_items
from bot.offers import that_could_help
from bot.owed import nobody_answers
from bot.unmoved import asked, holding, in_the_way, name_of, news_line, parties, so_far, step_line, steps_of
from bot.words import say, say_count
from reminders.reminder import OPENS, Outcome, Private, Public, Sight


def look(sight: Sight, about: About) -> Outcome:
    """One item (charter commitment 9). `step`: the day (an ordinal) on which something was said of it last.

    Its history says when it moved, so nothing needs to be set anew when it does: the next look sees it. An item that
    is closed is looked at every two months too, because it may be open again by then. Nothing is closed here.
    """
    months = sight.periods.days("no movement")
    item = item_of(sight.store, sight.group.id, about)
    if item is None or item.about != about:
        return Outcome(sight.promise.step, sight.calendar.at(add_months(sight.today, months), OPENS))
    sight = sight.within(about)
    moved = sight.calendar.local_day(item.moved_at)
    said = date.fromordinal(sight.promise.step) if sight.promise.step else date.min
    still = still_since(moved, months)
    if sight.today >= still:
        return _still(sight, item, still)
    silent = sight.periods.days("no news")
    quiet = add_months(max(moved, said), silent)
    if sight.today < quiet:
        return Outcome(sight.promise.step, sight.calendar.at(min(quiet, still), OPENS))
    following = sight.calendar.at(min(add_months(sight.today, silent), still), OPENS)
    return Outcome(sight.today.toordinal(), following, private=_no_news(sight, item))


def _still(sight: Sight, item: Item, still: date) -> Outcome:
    """It has not moved for two months: said now, and again every 10 working days."""
    again = max(still, _asks_again(sight, item)) if item.flagged else still
    if sight.today < again:
        return Outcome(sight.promise.step, sight.calendar.at(again, OPENS))
    following = sight.calendar.add_working(sight.today, sight.periods.days("ask again"))
    items = _due_again(sight, item) if item.flagged else [item]
    if not item.flagged:
        lines = _first(sight, item)
    else:
        lines = _again(sight, item) if len(items) == 1 else _several(sight, items)
    lines.append(say("I will put your replies on the list. I will ask again on {day}.", day=following))
    for one in items:
        _flag(sight, one)
    about = item.about if len(items) == 1 else None
    return Outcome(sight.today.toordinal(), sight.calendar.at(following, OPENS), public=(Public(tuple(lines), about),))


def _asks_again(sight: Sight, item: Item) -> date:
    """Its next day: 10 working days after it was asked of last, by its own promise or by that of another item."""
    asked = max(change.at for change in item.changes if change.what == FLAGGED)
    return sight.calendar.add_working(sight.calendar.local_day(asked), sight.periods.days("ask again"))


def _due_again(sight: Sight, item: Item) -> list[Item]:
    """The item, and all whose day it is too: a group hears of them in one message, and not in one each."""
    others = (other for other in open_items(sight.store, sight.group.id) if other.flagged)
    return [o for o in others if o.about == item.about or _asks_again(sight, o) <= sight.today]


def _flag(sight: Sight, item: Item) -> None:
    line = sight.store.groups.next_number(sight.group.id, "change")
    moved, about = str(sight.calendar.local_day(item.moved_at)), item.about
    flag = Change(line, about.thing, about.number, sight.now, None, FLAGGED, None, moved, None)
    sight.store.history.add(sight.group.id, flag)


def _first(sight: Sight, item: Item) -> list[Line]:
    months = sight.periods.days("no movement")
    n, moved = item.about.number, sight.calendar.local_day(item.moved_at)
    head = (
        say_count(
            "Nothing has moved on idea {item} for {n} month. The last news was on {day}.",
            "Nothing has moved on idea {item} for {n} months. The last news was on {day}.",
            months,
            item=n,
            day=moved,
        )
        if item.about.thing == "idea"
        else say_count(
            "Nothing has moved on action {item} for {n} month. The last news was on {day}.",
            "Nothing has moved on action {item} for {n} months. The last news was on {day}.",
            months,
            item=n,
            day=moved,
        )
    )
    return [
        head,
        say("Our charter says we now find out why, and all help to get it moving."),
        *asked(item, holding(item, sight.holders)),
        *_for_a_step(parties(sight.store, sight.group.id, item, sight.holders)),
        say("Everyone: what can you or your group offer? It could be time, skills or money."),
        *that_could_help(sight.store, sight.group.id),
    ]


def _for_a_step(people: tuple[Person, ...]) -> list[Line]:
    named = tuple(Ping(person) for person in people)
    return [say("{people}: what one step can you take, and by when?", people=named)] if named else []


def _again(sight: Sight, item: Item) -> list[Line]:
    moved = sight.calendar.local_day(item.moved_at)
    head = (
        say("Idea {item} has still not moved. The last news was on {day}.", item=item.about.number, day=moved)
        if item.about.thing == "idea"
        else say("Action {item} has still not moved. The last news was on {day}.", item=item.about.number, day=moved)
    )
    everyone = parties(sight.store, sight.group.id, item, sight.holders)
    told = so_far(sight.store, sight.group.id, item, everyone, sight.calendar)
    return [head, say("{text}", text=Quote(item.text)), *told, *_for_a_step(_silent(item, everyone))]


def _several(sight: Sight, items: Sequence[Item]) -> list[Line]:
    """What is said of each since it was asked, and the question to all who have not replied to one of them."""
    store, group, calendar = sight.store, sight.group.id, sight.calendar
    lines, silent = [say("These have still not moved.")], dict[int, Person]()
    for item in items:
        lines += [news_line(item, calendar.local_day(item.moved_at)), *in_the_way(store, group, item, calendar)]
        lines += [step_line(action) for action in steps_of(item)]
        everyone = parties(store, group, item, sight.within(item.about).holders)
        silent |= {person.id: person for person in _silent(item, everyone)}
    example = say("{thing}: I can ring the shop by Friday", thing=name_of(items[0]))
    hint = say("Please begin your reply with the number, like this: {example}", example=example)
    return [*lines, *_for_a_step(tuple(silent.values())), hint]


def _silent(item: Item, people: tuple[Person, ...]) -> tuple[Person, ...]:
    return tuple(person for person in people if person.id not in item.replied)


def privately(sight: Sight, about: About) -> tuple[Private, ...]:
    """What its raiser is told while there is no news of it, as it reads now."""
    item = item_of(sight.store, sight.group.id, about)
    return _no_news(sight.within(about), item) if item and item.about == about else ()


def _no_news(sight: Sight, item: Item) -> tuple[Private, ...]:
    """One line a month to the raiser, even if there is nothing to tell (seed 000, "take the people along")."""
    holds = holding(item, sight.holders)
    if item.raiser.id in {person.id for person in holds}:
        return ()
    n = item.about.number
    lines = [
        say("There is no news of idea {n} so far. It is still on the list.", n=n)
        if item.about.thing == "idea"
        else say("There is no news of action {n} so far. It is still on the list.", n=n),
        say("{text}", text=Quote(item.text)),
    ]
    if holds:
        lines.append(say("It is with {people}.", people=holds))
    else:
        lines.append(nobody_answers(sight.holders))
    lines.append(say("I will tell you when it moves. To ask what is in the way, type /why."))
    return (Private(item.raiser, tuple(lines), item.about),)
