"""Says what is not clear about a date, and offers the days it may mean, so that no date is ever made up."""

import re
from collections.abc import Sequence
from datetime import date

from bot.command import Request
from bot.domain.chat import About, Button, Line, Quote, Value
from bot.domain.dates import Said, Unclear, Why
from bot.domain.things import Action
from bot.domain.whens import Whens
from bot.words import say

_SAID: dict[Why, str] = {
    "which_week": 'You wrote "{words}". People mean different days by that.',
    "which_day": 'You wrote "{words}". I can keep one day only.',
    "past": 'You wrote "{words}". That day has gone.',
    "far": 'You wrote "{words}". That is more than a year away.',
    "no_such_day": 'You wrote "{words}". There is no such day.',
    "weekday_mismatch": 'You wrote "{words}". The day and the date do not go together.',
    "no_date": 'You wrote "{words}". I need a day for the list.',
    "start_week": 'You wrote "{words}". That is a week, and I need a day.',
}

# A question's hole may have put it before what was replied.
_OURS = re.compile(r"\A(?:to|until)\s+", re.IGNORECASE)


def doubt(unclear: Unclear) -> tuple[tuple[str, ...], dict[str, Value]]:
    """What is not clear, and which day it may be: the sentences and their values."""
    keys, values = [_SAID[unclear.why]], {"words": Quote(_OURS.sub("", unclear.words))}
    match unclear.guesses:
        case (one,):
            return (*keys, "Is it {one}? If not, tell me the day."), {**values, "one": one}
        case (one, other, *_):
            return (*keys, "Is it {one} or {other}?"), {**values, "one": one, "other": other}
    return (*keys, 'Which day do you mean? You can say it like "by Friday" or "30 June".'), {**values}


def doubt_lines(unclear: Unclear) -> list[Line]:
    """The same as lines."""
    keys, values = doubt(unclear)
    return [say(key, **values) for key in keys]


def guesses(unclear: Unclear, sentence: str) -> tuple[Button, ...]:
    """A button for each day it may mean; `sentence` has a hole `{}` for the day."""
    return tuple(Button("{day}", sentence.replace("{}", as_typed(day), 1), {"day": day}) for day in unclear.guesses[:3])


def as_typed(day: date) -> str:
    """A day as a person could type it, with its year."""
    return f"{day:%d/%m/%Y}"


def keep_time(request: Request, action: Action, whens: Whens) -> None:
    """The day is the deadline; a time of day that was said with it is kept as it was said."""
    if whens.finish and whens.finish.note:
        request.note(About("action", action.number), "comment", whens.phrase)


def remarks(said: Sequence[Said | Unclear | None]) -> list[Line]:
    """What a person may not have noticed about the days they named, and the time of day they said."""
    lines: list[Line] = []
    for one in said:
        if not isinstance(one, Said):
            continue
        if one.mention == "weekend":
            lines.append(say("Please note: {day} is at the weekend.", day=one.day))
        elif one.mention == "bank holiday":
            lines.append(say("Please note: {day} is a bank holiday.", day=one.day))
        if one.note:
            lines.append(say("You said a time too: {time}.", time=Quote(one.note)))
    return lines
