"""Says which of several things some words were about, and reads them as a reply to that one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.context import told_of
from bot.domain.answers import read_answer
from bot.domain.chat import About, Ask, Reply
from bot.domain.errors import UserError, WhichOne
from bot.domain.numbered import of_all, together
from bot.grammar import item
from bot.several import replied, said_of_each

_WHICH = re.compile(
    r"\s*(?:of\s+(?P<among>[a-z]+ \d+(?:, [a-z]+ \d+)*)\s*:)?\s*(?P<which>[^:]*?)\s*:\s*(?P<words>.*)\Z", re.DOTALL
)
_AMONG = re.compile(r"([a-z]+) (\d+)")
_REMINDER = re.compile(r"\s*reminder\s+(?P<row>\d{1,18})\s*:\s*(?P<words>.*)\Z", re.DOTALL | re.IGNORECASE)


def run(request: Request) -> Sequence[Reply]:
    """`/about idea 12: yes, because …`, or `/about search: search benches`: mostly from the question "Which one?".

    That gives also what it asked about, so that "both" is enough: `/about of idea 1, idea 2: both: yes`.
    `/about reminder 57: yes, because …` is from "Which group?": a reply to what that message told them of this group.
    """
    if match := _REMINDER.match(request.rest):
        abouts = told_of(request.store, int(match["row"]), request.group.id, request.person.id)
        command, rest = replied(abouts, match["words"], request.commands)
        return command.do(replace(request, rest=rest, about=abouts[0] if len(abouts) == 1 else None))
    match = _WHICH.match(request.rest)
    if match is None:
        raise UserError(
            "Sorry, I did not understand which one you mean. Nothing has changed.",
            "Please say it like this: /about idea 12: yes.",
        )
    which, words = match["which"], match["words"]
    named = request.commands.get(which.casefold())
    if named and (after := _without(which, words)) is not None:
        return named.do(replace(request, rest=after, about=None))
    among = tuple(About(thing, int(n)) for thing, n in _AMONG.findall(match["among"] or ""))
    abouts, own = _meant(which, among)
    if not abouts:
        raise WhichOne(
            "Sorry, I did not understand which one you mean. I still have your words.",
            'Please reply with its name, like "idea 12". Or reply "cancel".',
            ask=Ask(f"/about {request.rest[: match.start('which')].lstrip()}{{}}: {words}", request.person),
        )
    said = _said(words, own.strip())
    if len(abouts) > 1:
        return request.by("each", said_of_each((about, said) for about in abouts))
    meant = request.commands.read_reply(said, abouts[0])
    if meant is None:
        raise UserError("Sorry, I did not understand that. I have not saved it.")
    command, rest = meant
    return command.do(replace(request, rest=rest, about=abouts[0]))


def _meant(which: str, among: tuple[About, ...]) -> tuple[tuple[About, ...], str]:
    """The things that were named, and words beside them; `among`: what was asked about, whose kind a number takes."""
    if among and (own := of_all(which, len(among))) is not None:
        return among, own
    kinds = {about.number: about.thing for about in reversed(among)}
    if many := together(which):
        return tuple(About(thing or kinds.get(n, "idea"), n) for thing, n in many.numbers), many.words
    found = item(which)
    if found is None:
        return (), ""
    return (About(found[0] or kinds.get(found[1], "idea"), found[1]),), found[2]


def _said(kept: str, own: str) -> str:
    """The words kept, with those that came beside the number; where these are an answer by themselves, only they."""
    if not own or own.casefold() == kept.casefold():
        return kept
    return own if read_answer(own).decision else f"{kept}, {own}"


def _without(name: str, words: str) -> str | None:
    """The words after the command's name that they begin with, or None if they do not."""
    return words[len(name) :].strip() if words.casefold().startswith(name.casefold()) else None


COMMAND = Command("about", run, "Say which idea or action you mean.", "/about idea 12: yes")
