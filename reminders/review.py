"""A review that comes near: all who had a part are invited 6 and 2 weeks before, and told the day after (charter 8)."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.calendar import add_months
from bot.domain.chat import About, Button, Line, Person, Ping, Quote
from bot.domain.figures import figures
from bot.domain.review import Review, notice_days
from bot.reviews import invited, subject
from bot.words import say
from reminders.reminder import OPENS, Outcome, Private, Public, Reminder, Sight

REMINDED, LATE = 2, 3


def look(sight: Sight) -> Outcome:
    """One review. Steps: invited, reminded, late; those missed become one."""
    review = sight.store.reviews.get(sight.group.id, sight.promise.number)
    if review is None or review.state == "done":
        return Outcome(sight.promise.step, None)
    days = [*notice_days(review.due, sight.periods.get("review notice")), review.due + timedelta(days=1)]
    step = sum(day <= sight.today for day in days)
    following = next((sight.calendar.at(day, OPENS) for day in days if day > sight.today), None)
    if step <= sight.promise.step:
        return Outcome(sight.promise.step, following)
    if step == LATE:
        return Outcome(step, following, public=(Public(_late(review), About("review", review.number)),))
    people = _still_asked(sight, review)
    return _invite(sight, review, people, Outcome(step, following))


def _still_asked(sight: Sight, review: Review) -> tuple[Person, ...]:
    """All who had a part, but for those who said "no thanks"."""
    replies = sight.store.reviews.replies(sight.group.id, review.number)
    people = invited(sight.store, sight.group.id)
    for person in people:
        sight.store.reviews.invite(sight.group.id, review.number, person.id)
    return tuple(person for person in people if replies.get(person.id) is not False)


def privately(sight: Sight) -> tuple[Private, ...]:
    """What those who can be messaged are told at this step, as it reads now."""
    review = sight.store.reviews.get(sight.group.id, sight.promise.number)
    return _private(sight, review, invited(sight.store, sight.group.id), sight.promise.step) if review else ()


def _private(sight: Sight, review: Review, people: Sequence[Person], step: int) -> tuple[Private, ...]:
    lines, about = tuple(_lines(sight, review, step)), About("review", review.number)
    return tuple(Private(person, lines, about, _buttons(review)) for person in people)


def _buttons(review: Review) -> tuple[Button, ...]:
    return (
        Button("Yes", f"/review join {review.number} yes"),
        Button("No thanks", f"/review join {review.number} no"),
    )


def _invite(sight: Sight, review: Review, people: tuple[Person, ...], outcome: Outcome) -> Outcome:
    """Privately who can be messaged so, the others together in the group: nobody hears it in both."""
    about = About("review", review.number)
    alone = [person for person in people if sight.store.people.private(person.id) == "open"]
    others = tuple(Ping(person) for person in people if person not in alone)
    lines = tuple(_lines(sight, review, outcome.step))
    named = (say("{people}, you are invited.", people=others),) if others else ()
    return Outcome(
        outcome.step,
        outcome.look_at,
        private=_private(sight, review, alone, outcome.step),
        public=(Public((*lines, *named), about, _buttons(review)),),
    )


def _lines(sight: Sight, review: Review, step: int) -> list[Line]:
    head = (
        say("The review of {what} is on {due}. Would you like to take part?", what=subject(review), due=review.due)
        if step < REMINDED
        else say("A reminder: the review of {what} is on {due}.", what=subject(review), due=review.due)
    )
    begins = sight.calendar.at(add_months(sight.today, -12), OPENS)
    ideas = [idea for idea in sight.store.ideas.all(sight.group.id) if idea.raised_at >= begins]
    actions = [action for action in sight.store.actions.all(sight.group.id) if action.raised_at >= begins]
    f = figures(ideas, actions, (), sight.today)
    return [
        head,
        # One message may tell of several, and a reply then begins with the number.
        say("This is review {n}.", n=review.number),
        say(
            "Ideas this year: {n}. With an answer: {answers}. Done: {done}.",
            n=sum(f.raised),
            answers=f.answers,
            done=f.done,
        ),
        say("You can tell me what you think at any time. Type {command} and your words.", command=Quote("/review")),
        say('You do not have to take part. Reply "yes" or "no thanks".'),
    ]


def _late(review: Review) -> tuple[Line, ...]:
    return (
        say("The review of {what} was due on {due}. It is not done so far.", what=subject(review), due=review.due),
        say("To see what the list shows of the year, type /review pack."),
        say("When it is done, type /review done and what changed."),
    )


REMINDER = Reminder("review", look, privately)
