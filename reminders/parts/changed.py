"""What changed, in people's own words: what the summary leads with (seed 004, "no more let's talk")."""

from collections.abc import Sequence

from bot.domain.chat import Line, Quote
from bot.words import say
from reminders.part import Part, Week


def find(week: Week) -> Sequence[Line]:
    """Each action of which somebody said this week what changed because of it."""
    store, lines = week.sight.store, list[Line]()
    told = store.outcomes.changed_between(week.group, week.begins, week.ends)
    late = week.heard_late("action", "changed") - {outcome.action for outcome in told}
    for outcome in [*filter(None, (store.outcomes.of(week.group, number) for number in sorted(late))), *told]:
        action = store.actions.get(week.group, outcome.action)
        if action and outcome.changed:
            what, text = Quote(action.what), Quote(outcome.changed)
            lines.append(say("Action {n}: {what} What changed: {text}", n=action.number, what=what, text=text))
    return lines


PART = Part(10, find, "What changed: {n}.", "What changed: nothing so far this week.")
