"""What the core was promised by `bot.ports`, the store has: each question, with the same parameters (rule 6)."""

import inspect
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest

from bot.ports import CROSS_GROUP, Store

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage import (
        absences,
        actions,
        backers,
        beats,
        care,
        charter,
        codes,
        credits,  # noqa: A004 - the subject
        events,
        failures,
        forgetting,
        groups,
        heard,
        history,
        holds,
        hours,
        hunches,
        ideas,
        installations,
        leases,
        links,
        meanings,
        moves,
        mydata,
        needs,
        nudges,
        offers,
        outbox,
        outcomes,
        outsiders,
        past,
        people,
        plans,
        promises,
        questions,
        rehearsal,
        repeats,
        retention,
        reviews,
        roles,
        settings,
        signatures,
        starts,
        unnamed,
        waiting,
        watch,
        worn,
        yearly,
    )

    # `bot.process.house` hands the store over by a cast, so it is here that types are compared.
    def _are_what_was_promised(store: Store, db: Connection) -> None:
        store.absences = absences.Absences(db)
        store.actions = actions.Actions(db)
        store.backers = backers.Backers(db)
        store.beats = beats.Beats(db)
        store.care = care.Care(db)
        store.charter = charter.Charter(db)
        store.codes = codes.Codes(db)
        store.credits = credits.Credits(db)
        store.events = events.Events(db)
        store.failures = failures.Failures(db)
        store.forgetting = forgetting.Forgetting(db)
        store.groups = groups.Groups(db)
        store.heard = heard.Heard(db)
        store.history = history.History(db)
        store.holds = holds.Holds(db)
        store.hours = hours.Hours(db)
        store.hunches = hunches.Hunches(db)
        store.ideas = ideas.Ideas(db)
        store.installations = installations.Installations(db)
        store.leases = leases.Leases(db)
        store.links = links.Links(db)
        store.meanings = meanings.Meanings(db)
        store.moves = moves.Moves(db)
        store.mydata = mydata.Mydata(db)
        store.needs = needs.Needs(db)
        store.nudges = nudges.Nudges(db)
        store.offers = offers.Offers(db)
        store.outbox = outbox.Outbox(db)
        store.outcomes = outcomes.Outcomes(db)
        store.outsiders = outsiders.Outsiders(db)
        store.past = past.Past(db)
        store.people = people.People(db)
        store.plans = plans.Plans(db)
        store.promises = promises.Promises(db)
        store.questions = questions.Questions(db)
        store.rehearsal = rehearsal.Rehearsal(db)
        store.repeats = repeats.Repeats(db)
        store.retention = retention.Retention(db)
        store.reviews = reviews.Reviews(db)
        store.roles = roles.Roles(db)
        store.settings = settings.Settings(db)
        store.signatures = signatures.Signatures(db)
        store.starts = starts.Starts(db)
        store.unnamed = unnamed.Unnamed(db)
        store.waiting = waiting.Waiting(db)
        store.watch = watch.Watch(db)
        store.worn = worn.Worn(db)
        store.yearly = yearly.Yearly(db)


PROTOCOLS: dict[str, type] = get_type_hints(Store)
STORED: dict[str, type] = {
    subject: getattr(import_module(f"storage.{subject}"), subject.capitalize()) for subject in PROTOCOLS
}


def _questions(of: type) -> dict[str, Callable[..., Any]]:
    return {name: method for name, method in vars(of).items() if inspect.isfunction(method) and name[0] != "_"}


def _shape(method: Callable[..., Any]) -> list[tuple[object, ...]]:
    hints = {name: object if hint is Any else hint for name, hint in get_type_hints(method).items()}
    return [
        (p.name, p.kind, p.default is p.empty, hints.get(p.name)) for p in inspect.signature(method).parameters.values()
    ]


PROMISED = [(subject, name) for subject, protocol in PROTOCOLS.items() for name in _questions(protocol)]
ANSWERED = [(subject, name) for subject, stored in STORED.items() for name in _questions(stored)]


@pytest.mark.parametrize(("subject", "name"), PROMISED)
def test_every_question_of_the_ports_is_answered_with_the_same_parameters(subject: str, name: str) -> None:
    assert _shape(getattr(STORED[subject], name)) == _shape(getattr(PROTOCOLS[subject], name))


@pytest.mark.parametrize(("subject", "name"), ANSWERED)
def test_rule_6_every_question_takes_the_group_first_or_is_on_the_short_list(subject: str, name: str) -> None:
    _, *parameters = inspect.signature(getattr(STORED[subject], name)).parameters
    takes_group = parameters[:1] == ["group"] and get_type_hints(getattr(STORED[subject], name))["group"] is int
    assert takes_group is (name not in CROSS_GROUP.get(subject, set()))


def test_the_short_list_names_only_what_is_there() -> None:
    listed = {(subject, name) for subject, names in CROSS_GROUP.items() for name in names}
    assert listed <= set(ANSWERED)


def test_every_question_says_what_it_means() -> None:
    silent = [(s, n) for s, n in ANSWERED if not inspect.getdoc(getattr(STORED[s], n))]
    assert silent == []


def test_a_shape_that_differs_is_seen() -> None:
    class Protocol:
        def get(self, group: int, number: int = ...) -> None: ...

    class Renamed:
        def get(self, group: int, idea: int = 1) -> None: ...

    class Required:
        def get(self, group: int, number: int) -> None: ...

    class Other:
        def get(self, group: int, number: str = "") -> None: ...

    class Same:
        def get(self, group: int, number: int = 1) -> int: ...  # type: ignore[empty-body]

    same = [_shape(kind.get) == _shape(Protocol.get) for kind in (Renamed, Required, Other, Same)]
    assert same == [False, False, False, True]
