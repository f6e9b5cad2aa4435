"""The one line that an idea or an action takes in a list, the same wherever it is listed."""

from collections.abc import Sequence
from datetime import date

from bot.domain.answers import COST_ASKED
from bot.domain.chat import Button, Line, Person, Quote, Value
from bot.domain.errors import UserError
from bot.domain.interests import declared
from bot.domain.things import Action, Answer, Change, Idea, Owner, Past
from bot.words import say


def idea_line(idea: Idea, today: date) -> Line:
    """One idea, with its state in words; an answer that is late is said to be so, as an action is."""
    if idea.answer:
        return answered_line(idea, idea.answer)
    if idea.same_as:
        values: dict[str, Value] = {"n": idea.number, "who": idea.raiser, "text": Quote(idea.text)}
        return say("Idea {n}, from {who}: {text} It is the same as idea {other}.", other=idea.same_as, **values)
    if idea.past and idea.state == "past":
        return _past_line(idea, idea.past)
    if idea.state == "sorted":
        return say(
            "Idea {n}, from {who}: {text} We sorted it ourselves.",
            n=idea.number,
            who=idea.raiser,
            text=Quote(idea.text),
        )
    if idea.state == "withdrawn":
        return say("Idea {n}, from {who}: {text} Taken back.", n=idea.number, who=idea.raiser, text=Quote(idea.text))
    return say(
        "Idea {n}, from {who}: {text} Answer due by {due}."
        if idea.due >= today
        else "Idea {n}, from {who}: {text} Late: an answer was due by {due}.",
        n=idea.number,
        who=idea.raiser,
        text=Quote(idea.text),
        due=idea.due,
    )


def _past_line(idea: Idea, notes: Past) -> Line:
    keys = {
        "yes": "Idea {n}, from {who}: {text} From old notes. The answer was yes.",
        "partly": "Idea {n}, from {who}: {text} From old notes. The answer was partly.",
        "no": "Idea {n}, from {who}: {text} From old notes. The answer was no.",
        None: "Idea {n}, from {who}: {text} From old notes.",
    }
    return say(keys[notes.decision], n=idea.number, who=idea.raiser, text=Quote(idea.text))


def not_past(idea: Idea) -> None:
    """Raises UserError for an idea of old notes: nobody owes it anything, until somebody brings it back."""
    if idea.state == "past":
        raise UserError(
            "Idea {n} is from old notes. Nothing has changed.",
            "To bring it back, type /idea and say it again.",
            n=idea.number,
            buttons=(Button("Bring it back", f"/idea {idea.text}"),),
        )


def not_merged(idea: Idea) -> None:
    """Raises UserError for an idea that points on to another: what is said of it is said there."""
    if idea.same_as:
        raise UserError(
            "Idea {n} is the same as idea {other}. Nothing has changed.",
            "Please say it again with {other}.",
            n=idea.number,
            other=idea.same_as,
        )


def answered_line(idea: Idea, answer: Answer) -> Line:
    """One answered idea."""
    keys = {
        "yes": "Idea {n}, from {who}: {text} The answer is yes.",
        "partly": "Idea {n}, from {who}: {text} The answer is partly.",
        "no": "Idea {n}, from {who}: {text} The answer is no.",
    }
    return say(keys[answer.decision], n=idea.number, who=idea.raiser, text=Quote(idea.text))


def cost_line(answer: Answer) -> list[Line]:
    """The cost of an answer, where the reason does not say it in words."""
    said = "£" in answer.reason or COST_ASKED in answer.reason
    return [say("The cost: {cost}.", cost=answer.cost)] if answer.cost and not said else []


def interest_lines(changes: Sequence[Change], by: Person | None) -> list[Line]:
    """What whoever answered may gain or lose, if they said so; before there is an answer, what anybody said."""
    return [
        say("What {who} may gain or lose by it: {text}", who=who, text=Quote(words, full=True))
        for who, words in declared(changes, by)
    ]


def _nobodys_line(action: Action, today: date, values: dict[str, Value]) -> Line:
    if action.due is None:
        return say("Action {n}: {what} Nobody has it yet.", **values)
    if action.due < today:
        return say("Action {n}: {what} Late: it was due on {due}. Nobody has it yet.", due=action.due, **values)
    return say("Action {n}: {what} Finish: {due}. Nobody has it yet.", due=action.due, **values)


def action_line(action: Action, today: date) -> Line:
    """One action, with its state in words: done, late, on time, or what is still to be said."""
    values: dict[str, Value] = {"n": action.number, "what": Quote(action.what)}
    if action.state == "done" and action.done_on:
        return say("Action {n}: {what} Done on {day}.", day=action.done_on, **values)
    if action.state == "withdrawn":
        return say("Action {n}: {what} Taken back.", **values)
    if not action.owners:
        return _nobodys_line(action, today, values)
    who = owners_of(action)
    if action.due is None:
        return say("Action {n}: {what} Who: {who}. It needs a date.", who=who, **values)
    if action.outside:
        values["outside"] = Quote(action.outside)
        if action.due < today:
            key = "Action {n}: {what} Who: {who}. Late: it was due on {due}. Waiting on {outside}"
            return say(key, who=who, due=action.due, **values)
        key = "Action {n}: {what} Who: {who}. Finish: {due}. Waiting on {outside}"
        return say(key, who=who, due=action.due, **values)
    if action.due < today:
        return say("Action {n}: {what} Who: {who}. Late: it was due on {due}.", who=who, due=action.due, **values)
    if not action.agreed:
        return say("Action {n}: {what} Who: {who}. Finish: {due}. Not yet agreed.", who=who, due=action.due, **values)
    return say("Action {n}: {what} Who: {who}. Finish: {due}.", who=who, due=action.due, **values)


def owners_of(action: Action) -> tuple[Person, ...]:
    """The people of an action, as they are shown; a name that is not in the chat is shown as it was written.

    Who does it for an organisation is shown with its name.
    """
    return tuple(_shown(owner) for owner in action.owners)


def _shown(owner: Owner) -> Person:
    if owner.organisation:
        return Person(owner.person.id if owner.person else 0, f"{owner.name} ({owner.organisation})")
    return owner.person or Person(0, owner.name)


def some(lines: Sequence[Line], limit: int, more: Line) -> list[Line]:
    """At most `limit` lines; where there are more, the last one says how to see them."""
    if len(lines) <= limit:
        return list(lines)
    return [*lines[:limit], more]
