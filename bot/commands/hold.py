"""Holds back an idea or action, or words of it, with a reason all can see; its number stays (charter commitment 1)."""

import json
import re
from collections.abc import Sequence
from datetime import datetime

from bot.command import Command, Request
from bot.doing import told
from bot.domain.chat import About, Ask, Button, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.holds import WHYS, Held, masked, read_part, read_why
from bot.domain.things import Change
from bot.leaving_out import as_shown
from bot.planning import standing_of
from bot.words import say

_THING = re.compile(
    r"\s*(?P<thing>idea|action)?\s*#?(?P<number>\d{1,9})\b[\s:,]*(?P<rest>.*)\Z", re.IGNORECASE | re.DOTALL
)
_SHOW = re.compile(r"\s*(?:show|off|end|stop|no more)\b", re.IGNORECASE)


def run(request: Request) -> Sequence[Reply]:
    """`/hold 12 private details`, `/hold action 5 "her name" private details`, `/hold 12 show` ends it."""
    match = _THING.match(request.rest)
    if match is None:
        raise UserError(
            "Which idea or action do you mean? Nothing has changed.",
            "Please say it like this: {example}",
            example=Quote("/hold 12 private details"),
        )
    about, rest = About((match["thing"] or "idea").lower(), int(match["number"])), match["rest"]
    text = request.action(match["number"])[0].what if about.thing == "action" else request.idea(match["number"])[0].text
    if not request.within(about).may("hold"):
        raise UserError(
            "Only a facilitator or manager can hold something back. Nothing has changed.",
            "If it has private details, please tell them in private.",
        )
    if _SHOW.match(rest):
        return _show(request, about)
    why, part = read_why(rest), read_part(rest)
    if why is None:
        raise UserError(
            "Why must it be held back? There are four reasons: private details, law, contract or safety.",
            "Nothing has changed yet. Please reply with one of them.",
            ask=Ask(f"/hold {about.thing} {about.number} {rest} {{}}", None),
            buttons=tuple(Button(why.capitalize(), f"/hold {about.thing} {about.number} {rest} {why}") for why in WHYS),
        )
    if part and part.casefold() not in text.casefold():
        raise UserError(
            "I can't find these words in it: {part}",
            "Nothing has changed. Please copy them as they are.",
            part=Quote(part),
        )
    return _hold(request, Held(about.thing, about.number, why, request.person, request.at, part))


def _hold(request: Request, held: Held) -> Sequence[Reply]:
    about, store, group = About(held.thing, held.number), request.store, request.group.id
    old = store.holds.get(group, held.thing, held.number)
    store.holds.hold(group, held)
    store.forgetting.requote(group, {told: masked(told, held.why, held.part) for told in as_shown(request, about)})
    change = request.change(about, "held", old=_kept(request, old), new=held.why)
    lines = [_name(about), *standing_of(request, about), say("Its number and its dates stay on the list.")]
    return told(request, Reply(tuple(lines), about=about), f"held:{about.thing} {about.number}:change {change}")


def _show(request: Request, about: About) -> Sequence[Reply]:
    old = request.store.holds.get(request.group.id, about.thing, about.number)
    if old is None:
        raise UserError("Nothing of it is held back. Nothing has changed.")
    request.store.holds.show(request.group.id, about.thing, about.number)
    change = request.change(about, "shown", old=_kept(request, old))
    lines = (_name(about), say("{who} has shown what was held back.", who=request.person))
    return told(request, Reply(lines, about=about), f"shown:{about.thing} {about.number}:change {change}")


def _name(about: About) -> Line:
    return say("Idea {n}:", n=about.number) if about.thing == "idea" else say("Action {n}:", n=about.number)


def _kept(request: Request, held: Held | None) -> str | None:
    """A hold as the history keeps it: of words that it hides, only from where to where they stand in the item."""
    if held is None:
        return None
    words = _words(request, About(held.thing, held.number))
    found = re.search(re.escape(held.part), words, re.IGNORECASE) if held.part else None
    return json.dumps([held.why, found and found.span(), held.by.id, held.at.isoformat()])


def _words(request: Request, about: About) -> str:
    return request.store.forgetting.words(request.group.id, about) or ""


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    about, group = About(change.thing, change.thing_number), request.group.id
    request.store.holds.show(group, about.thing, about.number)
    if change.old:
        why, where, by, at = json.loads(change.old)
        part = _words(request, about)[slice(*where)] if where else None
        person = request.store.people.get(by)
        held = Held(about.thing, about.number, why, person, datetime.fromisoformat(at), part)
        request.store.holds.hold(group, held)
    lines = (_name(about), say("{who} has taken that back. It is as it was.", who=request.person))
    return told(request, Reply(lines, about=about), f"undone:{about.thing} {about.number}:change {change.number}")


COMMAND = Command(
    "hold",
    run,
    "Hold something back, and say why.",
    "/hold 12 private details",
    undoes={"held": _undo, "shown": _undo},
)
