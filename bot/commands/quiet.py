"""Keeps private reminders out of somebody's quiet hours; the group's list shows what is late all the same."""

from dataclasses import replace
from datetime import time

from bot.command import Command, Request
from bot.domain.chat import Ask, Line, Reply
from bot.domain.errors import UserError
from bot.domain.private import Needs, read_hours
from bot.words import say

_OFF = ("off", "none", "no", "never", "stop")


def run(request: Request) -> Reply:
    """`/quiet 2pm to 6pm`, `/quiet off`; alone it shows what holds."""
    words = request.rest.strip()
    needs = request.store.needs.of(request.person.id)
    if not words:
        return Reply((shown(needs), say('To change it, type it like this: "/quiet 2pm to 6pm".')))
    if words.casefold().strip(".!") in _OFF:
        return _keep(request, replace(needs, quiet_from=None, quiet_until=None))
    hours = read_hours(words)
    if hours is None:
        raise UserError(
            "Sorry, I am not sure of the hours. Nothing has changed.",
            'Please say it like this: "2pm to 6pm". Or say "off".',
            ask=Ask("/quiet {}", None),
        )
    return _keep(request, replace(needs, quiet_from=hours[0], quiet_until=hours[1]))


def _keep(request: Request, needs: Needs) -> Reply:
    if not needs.leaves_room:
        raise UserError(
            "I only send reminders from 9am to 6pm. That would leave no time. Nothing has changed.",
            'To hear from me less often, type "/pace week".',
        )
    request.store.needs.keep(request.person.id, needs)
    return Reply((say("Thank you, {who}. I have noted that.", who=request.person), shown(needs)))


def shown(needs: Needs) -> Line:
    """The quiet hours in words."""
    if needs.quiet_from is None or needs.quiet_until is None:
        return say("You have no quiet hours. I send reminders from 9am to 6pm, on working days.")
    first, last = (time(hour) for hour in (needs.quiet_from, needs.quiet_until))
    return say("I will not remind you privately from {first} to {last}.", first=first, last=last)


COMMAND = Command("quiet", run, "Choose hours with no reminders.", "/quiet 2pm to 6pm", personal=True)
