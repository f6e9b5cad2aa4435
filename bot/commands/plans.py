"""Lists the group's plans, each with its stage."""

from bot.command import Command, Request
from bot.domain.chat import Reply
from bot.pages.plan_page import plan_line
from bot.words import say, say_count


def run(request: Request) -> Reply:
    """`/plans`."""
    plans = request.store.plans.all(request.group.id)
    how = say("To add one, type /plan and its name.")
    if not plans:
        return Reply((say("There are no plans on the list yet."), how))
    head = say_count("There is {n} plan on the list.", "There are {n} plans on the list.", len(plans))
    reviews = say("To see when each is looked at again, type /review.")
    return Reply((head, *map(plan_line, plans), reviews, how))


COMMAND = Command("plans", run, "See the plans.", "/plans", aliases=("cynlluniau",), anyone=True)
