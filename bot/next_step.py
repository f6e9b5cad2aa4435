"""Says what comes next for an open idea or action, and who holds it: none is left without both (seed 000, S0.6)."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.domain.chat import Line, Person
from bot.domain.things import Action, Holder, Idea
from bot.item import Item
from bot.listing import owners_of
from bot.ports import Store
from bot.words import say


def next_of(store: Store, group: int, item: Item, holders: Collection[Holder], today: date) -> Line:
    """The next step of an item that waits."""
    if item.about.thing == "action":
        return next_of_action(item.actions[0], today)
    idea = store.ideas.get(group, item.about.number)
    assert idea  # noqa: S101 - the item was made of it
    return next_of_idea(idea, [a for a in item.actions if a.number not in item.promised], holders, today)


def next_of_idea(idea: Idea, actions: Sequence[Action], holders: Collection[Holder], today: date) -> Line:
    """For an idea: its answer, then who does what, then the soonest of its actions."""
    people = {h.person.id: h.person for h in holders if h.serves and h.person}
    answerers: tuple[Person, ...] = tuple(people.values())
    if idea.answer is None:
        if answerers and idea.due < today:
            return say("Next: {people:or} will answer. That was due on {due}.", people=answerers, due=idea.due)
        if answerers:
            return say("Next: {people:or} will answer by {due}.", people=answerers, due=idea.due)
        return say("Next: name somebody to answer it. Anyone here can, with /facilitator and a name.")
    waiting = sorted((a for a in actions if a.state == "open"), key=lambda a: (a.due or date.max, a.number))
    if waiting:
        return next_of_action(waiting[0], today)
    if answerers:
        return say("Next: {people:or} will say who does what, and by when.", people=answerers)
    return say("Next: say who does what, and by when. Anyone here can, with /action.")


def next_of_action(action: Action, today: date) -> Line:
    """For an action: a name, a yes, a date, and then the thing itself."""
    n, who = action.number, owners_of(action)
    if not action.owners:
        return say('Next: somebody takes action {n}. Anyone here can reply "I will".', n=n)
    if not any(owner.person for owner in action.owners):
        return say("Next: {raiser} asks {who} about action {n}.", raiser=action.raiser, who=who, n=n)
    asked = tuple(owner.person for owner in action.owners if owner.person and not owner.agreed)
    if asked:
        return say("Next: {who} will say yes or no to action {n}.", who=asked, n=n)
    if action.due is None:
        return say("Next: {who} will give a finish date for action {n}.", who=who, n=n)
    if action.due < today:
        return say("Next: {who} will say if action {n} is done, or give a new date.", who=who, n=n)
    return say("Next: {who} will finish action {n} by {due}.", who=who, n=n, due=action.due)
