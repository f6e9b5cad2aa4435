"""What the core was promised by `bot.ports`, the store has: each question, with the same parameters (rule 6)."""

import inspect
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest

from bot.ports import CROSS_GROUP, Store

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot import ports
    from storage import (
        absences,
        actions,
        care,
        charter,
        codes,
        credits,  # noqa: A004 - the subject
        events,
        forgetting,
        groups,
        heard,
        history,
        holds,
        hours,
        ideas,
        installations,
        links,
        meanings,
        mydata,
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
        settings,
        signatures,
        unnamed,
        worn,
        yearly,
    )

    # `bot.house` hands the store over by a cast, so it is here that types are compared.
    def _are_what_was_promised(db: Connection) -> tuple[object, ...]:
        a: ports.Actions = actions.Actions(db)
        b: ports.Groups = groups.Groups(db)
        c: ports.Heard = heard.Heard(db)
        d: ports.History = history.History(db)
        e: ports.Ideas = ideas.Ideas(db)
        f: ports.Outbox = outbox.Outbox(db)
        g: ports.People = people.People(db)
        h: ports.Promises = promises.Promises(db)
        i: ports.Questions = questions.Questions(db)
        j: ports.Rehearsal = rehearsal.Rehearsal(db)
        k: ports.Absences = absences.Absences(db)
        m: ports.Repeats = repeats.Repeats(db)
        n: ports.Settings = settings.Settings(db)
        o: ports.Outcomes = outcomes.Outcomes(db)
        p: ports.Credits = credits.Credits(db)
        q: ports.Charter = charter.Charter(db)
        r: ports.Signatures = signatures.Signatures(db)
        s: ports.Reviews = reviews.Reviews(db)
        t: ports.Yearly = yearly.Yearly(db)
        u: ports.Plans = plans.Plans(db)
        v: ports.Holds = holds.Holds(db)
        w: ports.Codes = codes.Codes(db)
        x: ports.Links = links.Links(db)
        y: ports.Worn = worn.Worn(db)
        z: ports.KeptInstallations = installations.Installations(db)
        aa: ports.OldNotes = past.Past(db)
        ab: ports.Outsiders = outsiders.Outsiders(db)
        ag: ports.Hours = hours.Hours(db)
        ah: ports.Offers = offers.Offers(db)
        ai: ports.Meanings = meanings.Meanings(db)
        ac: ports.Forgetting = forgetting.Forgetting(db)
        ad: ports.Mydata = mydata.Mydata(db)
        ae: ports.Caring = care.Care(db)
        af: ports.Retaining = retention.Retention(db)
        aj: ports.Unnamed = unnamed.Unnamed(db)
        ak: ports.Events = events.Events(db)
        more = ac, ad, ae, af, ag, ah, ai, aj, ak
        return a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, ab, *more


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
