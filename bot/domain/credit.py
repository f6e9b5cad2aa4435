"""How each person wants to be thanked (charter commitment 7): by name, by first name, as a member, or not at all."""

from collections.abc import Iterable, Mapping
from typing import Literal

from bot.domain.chat import Line, Person

Credit = Literal["name", "first name", "member", "none"]

CHOICES: tuple[Credit, ...] = ("name", "first name", "member", "none")
A_MEMBER = "a member"


def read_credit(text: str) -> Credit | None:
    """The choice that was typed: "first name", "a member", "no name"."""
    words = text.strip().casefold().strip(".!\"'").removeprefix("a ").removeprefix("my ")
    known: dict[str, Credit] = {
        **{choice: choice for choice in CHOICES},
        "full name": "name",
        "first": "first name",
        "firstname": "first name",
        "nobody": "none",
        "no name": "none",
        "nothing": "none",
    }
    return known.get(words)


def credited(person: Person, choices: Mapping[int, Credit]) -> Person | None:
    """The person as they want to be shown; None: not at all. Their id is not given away with it."""
    choice = choices.get(person.id, "name")
    if choice == "none":
        return None
    if choice == "member":
        return Person(0, A_MEMBER)
    return Person(0, person.name.split()[0] if choice == "first name" and person.name.split() else person.name)


def thanked(
    people: Iterable[Person], choices: Mapping[int, Credit], organisations: Mapping[int, str]
) -> tuple[Person | Line, ...]:
    """All to be thanked, each once, and the organisations that they signed for."""
    shown: dict[str, Person | Line] = {}
    members = 0
    for person in dict.fromkeys(people):
        if organisation := organisations.get(person.id):
            shown[organisation.casefold()] = Person(0, organisation)
        one = credited(person, choices)
        if one and one.name == A_MEMBER:
            members += 1
        elif one:
            shown.setdefault(one.name.casefold(), one)
    if members:
        shown[A_MEMBER] = Line(A_MEMBER, {"n": members}, "{n} members")
    return tuple(shown.values())
