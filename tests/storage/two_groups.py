"""A group with something of every kind in it, told apart from another by one word in all that was written."""

from datetime import UTC, date, datetime, timedelta

from bot.domain.absences import Absence
from bot.domain.care import Care
from bot.domain.charter import Signature
from bot.domain.chat import About, Button, Cost, Person, Sender, Span
from bot.domain.events import Event
from bot.domain.holds import Held
from bot.domain.hours import Given
from bot.domain.hunches import Hunch, Thing
from bot.domain.meanings import Meaning
from bot.domain.offers import Offer
from bot.domain.plans import Plan, Version
from bot.domain.review import YearlyAnswer
from bot.domain.things import Action, Answer, Change, Idea, Note, Owner, Past
from storage.store import SqlStore
from storage.unnamed import unnamed

NOON = datetime(2026, 5, 11, 12, tzinfo=UTC)
DUE = date(2026, 5, 26)
TENANT, CHAT = "tenant", "chat"


def seed(store: SqlStore, word: str, platform: str, ideas: int = 1) -> int:
    """Put a group on this platform, with the same ids of people, chat and messages as on any other."""
    group: int = store.groups.add(platform, TENANT, CHAT, f"{word} group").id
    bea = _person(store, group, platform, "bea", word)
    ruth = _person(store, group, platform, "ruth", word)
    store.roles.accept(group, "facilitator", ruth, NOON)
    store.roles.name_for(group, "manager", None, f"sam_{word}", NOON)
    for _ in range(ideas):
        _idea(store, group, bea, ruth, word)
        _action(store, group, bea, ruth, word)
        _plan(store, group, ruth, word)
    store.absences.add(group, Absence(1, ruth, bea, NOON.date(), DUE))
    store.settings.keep(group, f"{word} period", (5,))
    store.settings.propose(group, f"{word} period", (15,), bea, DUE)
    _charter(store, group, bea, ruth, word)
    thing = Thing("action", word, f"/action {word}", word, (bea, word), DUE)
    hunch = Hunch(0, bea, NOON, CHAT, f"{word} talk", (thing, thing), (), About("idea", 1))
    store.hunches.add(group, hunch)
    store.events.add(group, Event(0, f"{word} meeting", DUE, f"ring {word}", bea, NOON))
    _given(store, group, bea, word)
    store.promises.arm(group, "digest", 0, DUE, NOON)
    store.starts.issue(group, bea.id, NOON)
    store.care.keep(group, Care(f"{word} trust", f"{word} 999"))
    store.groups.set_topic(group, platform, TENANT, CHAT, word)
    store.outsiders.keep(group, platform, TENANT, CHAT, {word})
    store.codes.show(bea.id, platform, TENANT, NOON, group)
    store.codes.missed(bea.id, NOON)
    question = store.questions.add(group, ruth.id, f"/answer 1 no {word} {{}}", NOON, chat=CHAT, message="m1")
    store.outbox.put(
        f"{group}:news", (platform, TENANT, CHAT), (Span(word, quoted=True),), NOON,
        group=group, person=ruth.id, about=About("idea", 1), question=question, thread="m1",
        buttons=[Button(word, f"/answer 1 yes {word}")],
    )  # fmt: skip
    return group


def _charter(store: SqlStore, group: int, bea: Person, ruth: Person, word: str) -> None:
    store.credits.keep(group, bea.id, "member")
    change: int = store.charter.propose(group, 1, f"{word} promise", f"{word} why", bea, NOON, DUE, small=False)
    store.charter.settle(group, change, "agreed", ruth, 2)
    store.signatures.add(group, Signature(0, 2, ruth, "ruth", f"{word} council", f"{word} hours", NOON, bea))
    review: int = store.reviews.add(group, "charter", 0, DUE)
    store.reviews.tell(group, review, f"{word} news", bea)
    store.reviews.reply(group, review, bea.id, coming=True)
    store.yearly.keep(group, YearlyAnswer(2026, f"{word} council", 1, f"{word} tea", ruth, NOON))


def _given(store: SqlStore, group: int, bea: Person, word: str) -> None:
    store.hours.add(group, Given(0, bea, DUE, 10, None, f"{word} stall", NOON))
    number: int = store.groups.next_number(group, "offer")
    store.offers.add(group, Offer(number, bea, f"{word} training", NOON, DUE))
    store.meanings.keep(group, Meaning(word, word, f"{word} means it", bea, NOON))


def _person(store: SqlStore, group: int, platform: str, user: str, word: str) -> Person:
    person: Person = store.people.meet(platform, TENANT, Sender(user, f"{user} {word}", user))
    store.people.joins(group, person.id)
    return person


def _idea(store: SqlStore, group: int, bea: Person, ruth: Person, word: str) -> None:
    number: int = store.groups.next_number(group, "idea")
    idea = Idea(number, bea, bea, NOON, f"{word} bench", "open", DUE, DUE, 0, on_behalf_of=word)
    store.ideas.add(group, idea, chat=CHAT, message=f"m{number}")
    store.past.add(group, number, Past(DUE, word, "no", f"{word} reason"))
    # There is no key here to seal it with.
    store.connection.execute(unnamed.insert().values(group_id=group, idea=number, sealed=word))
    store.promises.arm(group, "answer", number, DUE, NOON)
    store.backers.add(group, number, ruth.id, NOON)
    answer = Answer("partly", ruth, "facilitator", NOON, f"{word} costs", Cost(500, "year"), in_time=True)
    store.ideas.answer(group, number, answer, f"a{number}")
    line: int = store.groups.next_number(group, "change")
    store.history.add(group, Change(line, "idea", number, NOON, bea, "raised", None, word, f"{word} why"))
    store.history.note(group, "idea", number, Note("comment", bea, NOON, f"{word} note"))
    promise = store.promises.get(group, "answer", number)
    store.nudges.add(
        group, ruth.id, (promise.id, promise.arming, 1), (Span(f"{word} nudge"),), About("idea", number), (), NOON
    )


def _plan(store: SqlStore, group: int, ruth: Person, word: str) -> None:
    number: int = store.groups.next_number(group, "plan")
    plan = Plan(number, f"{word} policy", ruth, NOON, NOON.date(), "draft", "asking", NOON.date(), link=word)
    store.plans.add(group, plan)
    store.plans.lead(group, number, "manager", ruth, accepted=True)
    store.plans.tie(group, About("idea", number), number)
    store.plans.add_version(group, Version(number, 1, NOON, ruth, f"{word} map", f"{word} why"))
    store.promises.arm(group, "action_plan", number, DUE, NOON)
    store.holds.hold(group, Held("action", number, "law", ruth, NOON, f"{word} paint"))


def _action(store: SqlStore, group: int, bea: Person, ruth: Person, word: str) -> None:
    number: int = store.groups.next_number(group, "action")
    owners = (Owner(f"{word} owner", ruth, agreed=True), Owner(f"{word} friend", None, agreed=False))
    action = Action(number, f"{word} paint", owners, NOON.date(), DUE, DUE, "open", number, bea, NOON)
    store.actions.add(group, action, chat=CHAT, message=f"m{number}")
    store.actions.set_state(group, number, "done", NOON.date() + timedelta(days=1))
    store.outcomes.check(group, number, "works")
    store.outcomes.change(group, number, f"{word} changed", bea, NOON)
