"""Organisations that do something: each with a named person, so that somebody can be asked (seed 003, S3.12)."""

import re

from bot.command import Request
from bot.domain.chat import Person
from bot.domain.owners import ORGANISATION
from bot.pages.yousaid import organisations_of

_CALLED = rf"(?:{ORGANISATION}|(?:[Tt]he\s+)?[A-Z][\w&'’-]*(?:\s+(?:(?:of|and|for|&)\s+)?[A-Z][\w&'’-]*){{0,5}})"
_FOR = re.compile(
    rf"\A\s*(?P<who>I|@?\w[\w'’.-]*(?:\s+[A-Z][\w'’.-]*)?)\s+(?:for|from|on\s+behalf\s+of)\s+(?P<organisation>{_CALLED})"
    r"(?=\s+(?:to(?!\s+be\b)|will|can)\b|\s*(?:,|\Z))"
)


def in_the_name_of(request: Request, text: str) -> tuple[str | None, str]:
    """The organisation that somebody does it for, and the words without it: "Olga for the Sight Group to …".

    Only where the name before it is one that is known here, or their own.
    """
    match = _FOR.match(text)
    if match is None:
        return None, text
    who = match["who"].casefold()
    names = {"i", *(name.casefold() for p in request.store.people.of_group(request.group.id) for name in _names(p))}
    if who not in names:
        return None, text
    return _bare(match["organisation"]), f"{match['who']}{text[match.end() :]}"


def who_speaks_for(request: Request, words: str) -> tuple[str, Person] | None:
    """The organisation that is meant by a name, and the person who signed the charter for it."""
    wanted = _bare(words).casefold()
    known = request.store.people.of_group(request.group.id)
    for person, organisation in organisations_of(request.store, request.group.id).items():
        if _bare(organisation).casefold() == wanted:
            return organisation, next((p for p in known if p.id == person), request.store.people.get(person))
    return None


def _bare(name: str) -> str:
    return re.sub(r"\Athe\s+", "", name.strip(), flags=re.IGNORECASE)


def _names(person: Person) -> list[str]:
    username = [f"@{person.username}"] if person.username else []
    return [person.name, *person.name.split()[:1], *username]
