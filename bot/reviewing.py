"""Sets when something is looked at again, so that no plan and no charter is without a review date (charter 8)."""

from datetime import date

from bot.command import Request
from bot.domain.calendar import add_months
from bot.domain.chat import About, Line
from bot.words import say


def begin(request: Request, thing: str, number: int) -> list[Line]:
    """Give it a review date in 12 months, and say so; nothing if it has one."""
    if request.store.reviews.next_of(request.group.id, thing, number):
        return []
    due = add_months(request.today, request.periods.days("review"))
    add(request, thing, number, due)
    return [
        say("The charter has a review date: {due}. We look at it again then.", due=due)
        if thing == "charter"
        else say("The plan has a review date: {due}. We look at it again then.", due=due)
    ]


def add(request: Request, thing: str, number: int, due: date) -> int:
    """A review on that day; its reminders run from now on."""
    group = request.group.id
    review = request.store.reviews.add(group, thing, number, due)
    request.store.promises.arm(group, "review", review, due, request.at)
    request.change(About("review", review), "review set", new=due)
    return review
