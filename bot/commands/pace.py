"""Lets somebody choose how often they are reminded privately: longer gaps for whoever needs them."""

import re
from dataclasses import replace

from bot.command import Command, Request
from bot.domain.chat import Ask, Line, Reply
from bot.domain.errors import UserError
from bot.domain.private import LONGEST_GAP, Needs, read_gap
from bot.words import say, say_count

# "Stop messaging me, please."
_STOP = re.compile(
    r"\A\s*(?:(?:messag|remind|text|bother|send|writ)ing|it|this|that|now|please|me|to|any|messages|reminders|[\s.!,])+\Z",
    re.IGNORECASE,
)


def run(request: Request) -> Reply:
    """`/pace week`, `/pace 3 days`, `/pace day`; alone, or as a plain "stop", it shows what holds and what to do."""
    words = _STOP.sub("", request.rest).strip()
    needs = request.store.needs.of(request.person.id)
    if not words:
        return Reply(
            (
                _shown(needs),
                say('To change it, type it like this: "/pace week" or "/pace 3 days".'),
                say("For none at all, type /leaving."),
            )
        )
    gap = read_gap(words)
    if gap is None:
        raise UserError(
            "Sorry, I can't do that. Nothing has changed.",
            'You can choose from "day" to "{most} days". Like this: "/pace week".',
            most=LONGEST_GAP,
            ask=Ask("/pace {}", None),
        )
    needs = replace(needs, gap=gap)
    request.store.needs.keep(request.person.id, needs)
    return Reply((say("Thank you, {who}. I have noted that.", who=request.person), _shown(needs)))


def _shown(needs: Needs) -> Line:
    return say_count(
        "I send you one private message a day at most.",
        "I send you one private message in {n} days at most.",
        needs.gap,
    )


COMMAND = Command(
    "pace",
    run,
    "Choose how often I remind you.",
    "/pace week",
    aliases=("stop", "unsubscribe"),
    personal=True,
    phrases=(
        "send me fewer/less messages/reminders",
        "too many messages/reminders",
        "you send me/ too many messages/reminders",
        "i get too many messages/reminders",
        "stop messaging/reminding/texting/bothering/nagging me",
        "do/ not/dont message/remind/text/bother/nag me",
        "do/ not/dont message/remind me so/this much/often",
        "message/remind me less often/",
        "leave me alone",
    ),
)
