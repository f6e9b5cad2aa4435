"""What a review is about, in words; who is invited to it, and who signed it off."""

from collections.abc import Sequence
from datetime import date

from bot.domain.charter import latest
from bot.domain.chat import About, Line, Person
from bot.domain.review import Review
from bot.ports import Store
from bot.words import called, say


def subject(review: Review) -> Line:
    """What is looked at: "the charter", or "plan 3"."""
    return say("the charter") if review.thing == "charter" else called(About(review.thing, review.thing_number))


def review_line(review: Review, today: date) -> Line:
    """One review, with its day in words: done, late, or still to come."""
    if review.state == "done" and review.done_on:
        return say("The review of {what} was done on {day}.", what=subject(review), day=review.done_on)
    if review.due < today:
        return say("The review of {what} is late. It was due on {due}.", what=subject(review), due=review.due)
    return say("The review of {what} is on {due}.", what=subject(review), due=review.due)


def invited(store: Store, group: int) -> tuple[Person, ...]:
    """All who signed, raised or backed something, each once; nobody who has left (charter commitment 8)."""
    here = {person.id for person in store.people.of_group(group)}
    signed = [s.person for s in latest(store.signatures.of(group)) if s.person and not s.withdrawn_at]
    ideas = store.ideas.all(group, ("open", "answered", "sorted", "merged"))
    backed = [person for idea in ideas for person in store.backers.of(group, idea.number)]
    people = {p.id: p for p in (*signed, *(idea.raiser for idea in ideas), *backed)}
    return tuple(person for person in people.values() if person.id in here)


def signed_off(store: Store, group: int, review: Review) -> tuple[Person, ...]:
    """Who said what changed, and all who agreed to that."""
    lines = store.history.of(group, "review", review.number)
    agreed = [line.by for line in lines if line.what in ("reviewed", "co-signed") and line.by]
    people: Sequence[Person] = [*([review.by] if review.by else []), *agreed]
    return tuple({person.id: person for person in people}.values())
