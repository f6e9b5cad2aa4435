"""Keeps how somebody needs to be written to; the facilitator sees it, and the bot keeps to it (seed 001, DOMAIN 3b)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.domain.chat import Ask, Line, Reply
from bot.domain.errors import UserError
from bot.domain.needs import GAP, NONE, named, read_needs, takes_off
from bot.domain.private import Needs
from bot.domain.rights import may
from bot.giving import closed
from bot.words import say, say_count

_SAID = {
    "plain text": "Plain text: in private I show you no buttons. You can type it all.",
    "Easy Read": "Easy Read: in private I write one sentence on each line.",
    "Welsh": "Welsh: you would like Welsh.",
    "phone me": "Phone: you would like a call. The facilitator can see that. I can't call.",
}
_SHOWN = {
    "plain text": "{who}: plain text.",
    "Easy Read": "{who}: Easy Read.",
    "Welsh": "{who}: Welsh.",
    "phone me": "{who}: a phone call.",
}


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/needs Easy Read, phone me`, `/needs no Easy Read`, `/needs none`, `/needs`; `/needs all` for a facilitator."""
    words = request.rest.strip()
    if words.casefold() in ("all", "everyone", "of all"):
        return _everybody(request)
    needs = request.store.needs.of(request.person.id)
    if not words:
        return _in_private(request, _own(needs))
    needs = replace(needs, ways=frozenset(), gap=1) if NONE.match(words) else _changed(needs, words)
    request.store.needs.keep(request.person.id, needs)
    return _in_private(request, (say("Thank you, {who}. I have noted that.", who=request.person), *_own(needs)))


def _changed(needs: Needs, words: str) -> Needs:
    ways, gaps = read_needs(words)
    if not ways and not gaps:
        raise UserError(
            "Sorry, I can't keep that one. Nothing has changed.",
            "You can choose: plain text, longer gaps, Easy Read, Welsh, or phone me.",
            "For other needs, please tell the facilitator.",
            ask=Ask("/needs {}", None),
        )
    if takes_off(words):
        return replace(needs, ways=needs.ways - ways, gap=1 if gaps else needs.gap)
    return replace(needs, ways=needs.ways | ways, gap=max(needs.gap, GAP) if gaps else needs.gap)


def _own(needs: Needs) -> tuple[Line, ...]:
    lines = [say(_SAID[way]) for way in named(needs.ways)]
    if needs.gap > 1:
        lines.append(
            say_count(
                "I send you one private message a day at most.",
                "I send you one private message in {n} days at most.",
                needs.gap,
            )
        )
    if not lines:
        lines.append(say("I have no needs of yours on the list."))
        lines.append(say("You can choose: plain text, longer gaps, Easy Read, Welsh, or phone me."))
    return (*lines, say("Only you and the facilitator see this. To take it off, type /needs none."))


def _in_private(request: Request, lines: Sequence[Line]) -> Sequence[Reply]:
    """What somebody needs is no business of the group's."""
    if request.incoming.private:
        return [Reply(tuple(lines))]
    noted = say("Thank you, {who}. What you need is between you and the facilitator.", who=request.person)
    if asked := closed(request, "/needs"):
        return [replace(asked, lines=(noted, *asked.lines[1:]))]
    return [Reply(tuple(lines), to=request.person), Reply((noted,))]


def _everybody(request: Request) -> Reply | Sequence[Reply]:
    """The needs in each group that they are the facilitator of, for them alone."""
    store, me = request.store, request.person
    mine = [g for g in store.people.groups_of(me.id) if may(me, "see hours and needs", store.roles.holders(g))]
    if not mine:
        raise UserError("Only the facilitator sees what each person needs. Nothing has changed.")
    if asked := closed(request, "/needs all"):
        return asked
    people = {person.id: person for group in mine for person in store.people.of_group(group)}
    lines: list[Line] = []
    for person in people.values():
        needs = store.needs.of(person.id)
        lines += [say(_SHOWN[way], who=person) for way in named(needs.ways)]
        if needs.gap > 1:
            lines.append(say("{who}: longer gaps.", who=person))
    found = tuple(lines) or (say("Nobody here has told me what they need."),)
    shown = (*found, say("This is for you alone. Please do not pass it on."))
    if request.incoming.private:
        return Reply(shown)
    return [Reply(shown, to=me), Reply((say("{who}, it comes to you in private.", who=me),))]


COMMAND = Command("needs", run, "Say how you need me to write to you.", "/needs Easy Read, longer gaps", personal=True)
