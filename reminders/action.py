"""An action with a finish date: a word to its owners before it, and kind questions after it (charter 2 and 9)."""

from bot.domain.chat import About, Button, Line, Person, Quote
from bot.domain.things import Action
from bot.words import say
from reminders.reminder import Ladder, Outcome, Private, Reminder, Sight


def look(sight: Sight) -> Outcome:
    """One action: 2 working days before its finish, 1 late, and 5 late "what is in the way"."""
    action = sight.store.actions.get(sight.group.id, sight.promise.number)
    if action is None or action.state != "open" or action.due is None:
        return Outcome(sight.promise.step, None)
    ladder = Ladder(sight.periods.action_rungs)
    step = ladder.reached(sight)
    if step <= sight.promise.step:
        return Outcome(sight.promise.step, ladder.next_look(sight))
    return Outcome(step, ladder.next_look(sight), private=_private(sight, action, step))


def privately(sight: Sight) -> tuple[Private, ...]:
    """What its owners are told at this step, as it reads now."""
    action = sight.store.actions.get(sight.group.id, sight.promise.number)
    return _private(sight, action, sight.promise.step) if action and action.due else ()


def _private(sight: Sight, action: Action, step: int) -> tuple[Private, ...]:
    # A word before its finish may have waited until after it.
    over = action.due is not None and action.due < sight.today
    lines = (_late if over else _soon, _late, _in_the_way)[step - 1](action)
    return tuple(Private(person, lines, About("action", action.number), _buttons(action)) for person in _people(action))


def _people(action: Action) -> tuple[Person, ...]:
    """Its owners; for somebody who is not in the chat, whoever put it on the list."""
    return tuple(owner.person for owner in action.owners if owner.person) or (action.raiser,)


def _buttons(action: Action) -> tuple[Button, ...]:
    return (Button("Done", f"/done {action.number}"),)


def _soon(action: Action) -> tuple[Line, ...]:
    return (
        say("Action {n} has its finish on {due}.", n=action.number, due=action.due),
        say("{what}", what=Quote(action.what)),
        say('When it is done, reply "done". If you need a new date, tell me why.'),
    )


def _late(action: Action) -> tuple[Line, ...]:
    return (
        say("Action {n} was due on {due}. Is it done?", n=action.number, due=action.due),
        say("{what}", what=Quote(action.what)),
        say('Reply "done", or give me a new date and say why.'),
        say('If you can\'t do it, that is fine. Reply "help" and I will ask who can.'),
    )


def _in_the_way(action: Action) -> tuple[Line, ...]:
    return (
        say("Action {n} was due on {due}. What is in the way?", n=action.number, due=action.due),
        say("{what}", what=Quote(action.what)),
        say("Please reply in your own words. I will keep it with the action, so that we can help."),
        say('Or reply "done", or "help".'),
    )


REMINDER = Reminder("action", look, privately)
