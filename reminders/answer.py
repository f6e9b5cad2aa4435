"""An answer that is owed: a heads-up, then kind nudges to those who owe it, then a word in the group."""

from datetime import timedelta

from bot.domain.chat import About, Button, Line, Person, Ping, Quote
from bot.domain.things import Idea
from bot.owed import nobody_answers
from bot.words import say, say_count
from reminders.reminder import Ladder, Outcome, Private, Public, Reminder, Sight

HEADS_UP, LATE, WITH_MANAGER, IN_GROUP = 1, 2, 3, 4


def look(sight: Sight) -> Outcome:
    """One promised answer (charter commitment 6): 3 working days before, then 1, 5 and 10 late."""
    idea = sight.store.ideas.get(sight.group.id, sight.promise.number)
    if idea is None or idea.state != "open":
        return Outcome(sight.promise.step, None)
    sight = sight.within(About("idea", idea.number))
    ladder = Ladder(sight.periods.answer_rungs)
    step = ladder.reached(sight)
    if step <= sight.promise.step:
        return Outcome(sight.promise.step, ladder.next_look(sight))
    if step == IN_GROUP and sight.promise.step < LATE and sight.answerers:
        # After a long time away the private nudge still comes first; the group hears a working day later.
        return Outcome(WITH_MANAGER, ladder.tomorrow(sight), private=_both(sight, idea))
    if step < IN_GROUP:
        return Outcome(step, ladder.next_look(sight), private=_private(sight, idea, step, sight.facilitators))
    return Outcome(step, None, public=(Public(_in_group(sight, idea), About("idea", idea.number)),))


def privately(sight: Sight) -> tuple[Private, ...]:
    """What those who owe it are told at this step, as it reads now."""
    idea = sight.store.ideas.get(sight.group.id, sight.promise.number)
    if idea is None:
        return ()
    sight = sight.within(About("idea", idea.number))
    return _private(sight, idea, sight.promise.step, sight.answerers)


def _private(sight: Sight, idea: Idea, step: int, people: tuple[Person, ...]) -> tuple[Private, ...]:
    if step == WITH_MANAGER:
        return _both(sight, idea)
    # A word before it is due may have waited until after that.
    soon = step == HEADS_UP and sight.today <= idea.due
    return _to(people, _heads_up(sight, idea) if soon else _late(sight, idea), idea)


def _to(people: tuple[Person, ...], lines: tuple[Line, ...], idea: Idea) -> tuple[Private, ...]:
    buttons = tuple(Button(f"{label}", f"/answer {idea.number} {label.lower()}") for label in ("Yes", "Partly", "No"))
    return tuple(Private(person, lines, About("idea", idea.number), buttons) for person in people)


def _said(sight: Sight, idea: Idea) -> list[Line]:
    """The idea, and why it matters, in the raiser's words (seed 000, "remind those that are there")."""
    lines = [say("{raiser}'s idea: {text}", raiser=idea.raiser, text=Quote(idea.text))]
    notes = sight.store.history.notes(sight.group.id, "idea", idea.number)
    matters = [note for note in notes if note.kind == "matters"]
    return [*lines, *(say("Why it matters to {who}: {text}", who=n.by, text=Quote(n.text)) for n in matters[-1:])]


def _heads_up(sight: Sight, idea: Idea) -> tuple[Line, ...]:
    left = sight.calendar.working_between(sight.today, idea.due)
    when = (
        say("Idea {idea} needs an answer today, {due}.", idea=idea.number, due=idea.due)
        if left == 0
        else say_count(
            "Idea {idea} needs an answer by {due}. That is {n} working day away.",
            "Idea {idea} needs an answer by {due}. That is {n} working days away.",
            left,
            idea=idea.number,
            due=idea.due,
        )
    )
    return (
        when,
        *_said(sight, idea),
        say("You can say yes, partly or no. If you say partly or no, please say why."),
        say("To answer, reply to this message."),
    )


def _late(sight: Sight, idea: Idea) -> tuple[Line, ...]:
    yesterday = idea.due == sight.today - timedelta(days=1)
    return (
        say("The answer to idea {idea} was due yesterday, {due}.", idea=idea.number, due=idea.due)
        if yesterday
        else say("The answer to idea {idea} was due on {due}.", idea=idea.number, due=idea.due),
        *_said(sight, idea),
        say("{raiser} is still waiting. To answer, reply to this message.", raiser=idea.raiser),
        *_more_time(sight, idea),
    )


def _more_time(sight: Sight, idea: Idea) -> tuple[Line, ...]:
    """How to say that it needs longer, which can be once only; the example works as it stands, on any day."""
    latest = sight.calendar.add_working(idea.due, sight.periods.days("more time"))
    if idea.extended or latest <= sight.today:
        return (say("If something is in the way, please say what it is. Then we can help."),)
    day = min(latest, sight.calendar.add_working(sight.today, 5))
    example = Quote(f"/extend {idea.number} to {day.day} {day:%B} because we need a price")
    return (say("If you need more time, that is all right. Say it like this:"), say("{example}", example=example))


def _both(sight: Sight, idea: Idea) -> tuple[Private, ...]:
    late = sight.calendar.working_between(idea.due, sight.today)
    lines = (
        say("Idea {idea} is {n} working days late.", idea=idea.number, n=late),
        *_said(sight, idea),
        say("Our charter says every idea gets an answer and a reason."),
        say(
            "{people}: can one of you answer by {day}?",
            people=sight.answerers,
            day=sight.calendar.add_working(sight.today, 5),
        )
        if len(sight.answerers) > 1
        else say("Can you answer by {day}?", day=sight.calendar.add_working(sight.today, 5)),
        say("To answer, reply to this message."),
        say("If something is in the way, please say what it is. Then we can help."),
    )
    return _to(sight.answerers, lines, idea)


def _in_group(sight: Sight, idea: Idea) -> tuple[Line, ...]:
    asked = (
        say("I have asked {people}. Each weekly summary will name it until it has one.", people=sight.answerers)
        if sight.answerers
        else nobody_answers(sight.holders)
    )
    return (
        say("Idea {idea} still has no answer. It was due on {due}.", idea=idea.number, due=idea.due),
        *_said(sight, idea),
        asked,
        say("{raiser}, I am sorry you have waited. Your idea has not been lost.", raiser=Ping(idea.raiser)),
    )


REMINDER = Reminder("answer", look, privately)
