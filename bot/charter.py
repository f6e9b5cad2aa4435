"""Says the charter in lines: a version of it with the group's own words and names, and who has signed."""

from collections.abc import Sequence

from bot.domain.calendar import Calendar
from bot.domain.charter import (
    INTRODUCTION,
    NAME,
    PROMISES,
    WORK,
    Amendment,
    Signature,
    in_force,
    latest,
    own_words,
    version_of,
)
from bot.domain.chat import Group, Line, Person, Quote, Value
from bot.domain.work import PLAIN, work_in
from bot.ports import Store
from bot.words import say
from bot.work import called_work, work_line


def name_of(group: Group, amendments: Sequence[Amendment], version: int | None = None) -> Quote:
    """The authority's or the group's name in the charter."""
    words = own_words(amendments, version or version_of(amendments))
    return Quote(words.get(NAME, group.name))


def text_of(group: Group, amendments: Sequence[Amendment], version: int) -> list[Line]:
    """The whole charter as it was in a version."""
    words = own_words(amendments, version)
    return [
        say(INTRODUCTION, name=name_of(group, amendments, version), work=called_work(work_in(amendments, version))),
        *(promise_line(n, words.get(n)) for n in range(1, len(PROMISES) + 1)),
    ]


def part_line(group: Group, number: int, own: str | None) -> Line:
    """What can be changed in it: one of its names, or a promise; in the group's own words if it has some."""
    if number == NAME:
        return say("The name in it: {name}", name=Quote(own or group.name))
    if number == WORK:
        return work_line(own or PLAIN)
    return promise_line(number, own)


def promise_line(number: int, own: str | None) -> Line:
    """One promise, in the group's own words if it has some."""
    return say("Promise {n}: {text}", n=number, text=Quote(own, full=True)) if own else say(PROMISES[number - 1])


def signature_line(signature: Signature, calendar: Calendar) -> Line:
    """One name, with its date, its organisation, and what it brings."""
    who = signature.person or Person(0, signature.name)
    day = calendar.local_day(signature.at)
    values: dict[str, Value] = {"who": who, "day": day}
    if signature.organisation and signature.brings:
        return say(
            "{who} for {organisation}, on {day}. Brings: {brings}",
            organisation=Quote(signature.organisation),
            brings=Quote(signature.brings),
            **values,
        )
    if signature.organisation:
        return say("{who} for {organisation}, on {day}.", organisation=Quote(signature.organisation), **values)
    if signature.brings:
        return say("{who}, on {day}. Brings: {brings}", brings=Quote(signature.brings), **values)
    return say("{who}, on {day}.", **values)


def signed_lines(store: Store, group: Group, calendar: Calendar) -> list[Line]:
    """Who has signed this version, who has to again, who took their name off, and who has not signed."""
    amendments, all_ = store.charter.all(group.id), store.signatures.of(group.id)
    last = latest(all_)
    now = [s for s in last if in_force(s, amendments)]
    earlier = [s for s in last if s.withdrawn_at is None and s not in now]
    lines = [say("Signed: {n}.", n=len(now)) if now else say("Signed: nobody so far.")]
    for signature in now:
        lines.append(signature_line(signature, calendar))
        if signature.entered_by:
            lines.append(say("That was on paper. {who} typed it in.", who=signature.entered_by))
    if earlier:
        lines += [say("Signed an earlier version:"), *(signature_line(s, calendar) for s in earlier)]
    for signature in all_:
        if signature.withdrawn_at:
            who = signature.person or Person(0, signature.name)
            signed, off = calendar.local_day(signature.at), calendar.local_day(signature.withdrawn_at)
            lines.append(say("{who} signed on {day}, and took it off on {off}.", who=who, day=signed, off=off))
    signed_ids = {s.person.id for s in (*now, *earlier) if s.person}
    others = tuple(p for p in store.people.of_group(group.id) if p.id not in signed_ids)
    if others:
        lines.append(say("Not signed so far: {people}.", people=others))
    return lines


def counts(signatures: Sequence[Signature], amendments: Sequence[Amendment]) -> tuple[int, int]:
    """How many people and how many organisations have signed what is in force."""
    now = [s for s in latest(signatures) if in_force(s, amendments)]
    people = {s.person.id if s.person else s.name.casefold() for s in now}
    return len(people), len({s.organisation.casefold() for s in now if s.organisation})


def review_line(store: Store, group: Group) -> list[Line]:
    """When it is looked at again."""
    review = store.reviews.next_of(group.id, "charter", 0)
    return [say("We look at it again on {due}.", due=review.due)] if review else []
