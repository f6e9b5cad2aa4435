"""Reviews that are near, and those that are late (charter commitment 8)."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.chat import Line
from bot.reviews import review_line
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each one within its weeks of notice, and each that is not done after its day."""
    weeks = max(week.sight.periods.get("review notice"))
    near = week.today + timedelta(weeks=weeks)
    reviews = week.sight.store.reviews.all(week.group)
    return [review_line(review, week.today) for review in reviews if review.state == "open" and review.due <= near]


PART = Part(80, find, "Reviews: {n}.")
