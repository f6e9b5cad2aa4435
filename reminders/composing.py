"""Writes the one message that a person's nudges become: in private, or in the group that they are of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.calendar import CalendarOf
from bot.domain.chat import Group, Line, Ping, Quote, Span
from bot.languages import words_for
from bot.ports import Nudge, Store
from bot.words import Words, called, say


@dataclass(frozen=True, slots=True)
class Voice:
    """How a message made of nudges begins, and the words of what is said around them."""

    words: Words
    first: Sequence[Line]


def privately(store: Store, group: Group, person: int, today: date) -> Voice:
    """To somebody in private, in their own language."""
    return Voice(words_for(store, group, person, today), [say("Hello {who}.", who=store.people.get(person))])


def openly(store: Store, group: Group, person: int, today: date, *, how: bool) -> Voice:
    """To somebody in their group. `how`: it tells them how they can have it in private."""
    who, words = Ping(store.people.get(person)), Words(group.language, today)
    if not how:
        return Voice(words, [say("{who}, this is for you.", who=who)])
    return Voice(
        words,
        [
            say("{who}, I can't message you privately, so I say it here.", who=who),
            say("To let me, open a chat with me and press Start."),
        ],
    )


def compose(store: Store, row: int, nudges: Sequence[Nudge], voice: Voice) -> None:
    """Write one message out of a person's nudges, set apart; with more than one group, each is named."""
    text = list(voice.words.text(voice.first))
    apart = Span("\n\n" if len(nudges) > 1 else voice.words.between)
    by_group = _by_group(nudges)
    for group, theirs in by_group.items():
        if len(by_group) > 1:
            text += [
                apart,
                *voice.words.text([say("From {group}:", group=Quote(store.groups.get(group).name))]),
            ]
        for nudge in theirs:
            text += [apart, *nudge.text]
    one = nudges[0] if len(nudges) == 1 else None
    # What only tells something asks for no reply.
    if one is None and (asking := next((nudge for nudge in nudges if nudge.buttons), None)):
        hint = say("Please begin your reply with the number, like this: {example}", example=_example(asking))
        text += [apart, *voice.words.text([hint])]
    store.outbox.rewrite(row, tuple(text), one.about if one else None, one.buttons if one else ())


def _example(nudge: Nudge) -> Line:
    if nudge.about.thing == "idea":
        return say("idea {n}: yes, because people asked for it", n=nudge.about.number)
    if nudge.about.thing == "review":
        return say("{thing}: yes", thing=called(nudge.about))
    return say("{thing}: done", thing=called(nudge.about))


def say_in_groups(store: Store, nudges: Sequence[Nudge], now: datetime, calendar_of: CalendarOf) -> None:
    """Say a person's nudges in the groups they are of, one message in each, as they can't be messaged privately.

    The first there is also how to change that.
    """
    for group_id, theirs in _by_group(nudges).items():
        group, person = store.groups.get(group_id), theirs[0].person
        row = None
        if chats := store.groups.chats(group_id):
            # It is for one person: it is said where they are, and not in each chat of the group.
            address = next((chat for chat in chats if store.people.users(*chat[:2], [person])), chats[0])
            how = store.people.tell_how(group_id, person)
            row = store.outbox.put(
                f"{group_id}:nudges from {theirs[0].id}",
                address,
                (),
                now,
                group=group_id,
                person=person,
                thread=store.groups.topic(group_id, *address),
                open_dm=how,
                unasked=True,
            )
            if row is not None:
                voice = openly(store, group, person, calendar_of(group).local_day(now), how=how)
                compose(store, row, theirs, voice)
        store.nudges.set_state([nudge.id for nudge in theirs], "returned", row)


def _by_group(nudges: Sequence[Nudge]) -> dict[int, list[Nudge]]:
    found: dict[int, list[Nudge]] = {}
    for nudge in nudges:
        found.setdefault(nudge.group, []).append(nudge)
    return found
