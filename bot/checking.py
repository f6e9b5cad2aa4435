"""Asks those who wanted something whether it works for them, once it is done (seed 002, "go back and ask")."""

from bot.command import Request
from bot.domain.chat import Button, Line, Person, Ping
from bot.domain.things import Action
from bot.words import say


def wanted_by(request: Request, action: Action) -> tuple[Person, ...]:
    """Who can say if it works: the raiser and backers of its idea, else who put it on the list; not who did it."""
    store, group = request.store, request.group.id
    idea = store.ideas.get(group, action.idea) if action.idea else None
    people = (idea.raiser, *store.backers.of(group, idea.number)) if idea else (action.raiser,)
    did_it = {owner.person.id for owner in action.owners if owner.person}
    here = {person.id for person in store.people.of_group(group)}
    return tuple(person for person in people if person.id not in did_it and person.id in here)


def ask(request: Request, action: Action) -> tuple[list[Line], tuple[Button, ...]]:
    """One question: does it work, and what changed. What changed is asked once, however often it is done."""
    store, group, n = request.store, request.group.id, action.number
    known = store.outcomes.of(group, n)
    people = tuple(person for person in wanted_by(request, action) if person.id != request.person.id)
    if not people:
        store.outcomes.check(group, n, None)
        return ([] if known and known.changed else [say("What changed because of it? Reply in your own words.")]), ()
    begin(request, n)
    named = tuple(Ping(person) for person in people)
    question = (
        say('{people}, does this work for you? Reply "yes" or "no".', people=named)
        if known and known.changed
        else say('{people}, does this work for you? Reply "yes" or "no", and say what changed.', people=named)
    )
    return [question], (Button("Yes, it works", f"/works {n} yes"), Button("No", f"/works {n} no"))


def begin(request: Request, number: int) -> None:
    """It waits for their word: 10 working days, then it is closed as not checked."""
    due = request.calendar.add_working(request.today, request.periods.days("check back"))
    request.store.outcomes.check(request.group.id, number, "asked")
    request.store.promises.arm(request.group.id, "check", number, due, request.at)


def stop(request: Request, number: int) -> None:
    """Nobody is asked any more."""
    request.store.promises.settle(request.group.id, "check", number)
