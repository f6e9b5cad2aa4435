"""What the bot thinks that somebody meant, and asks them before it writes it down: kept only until they answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.chat import About, Mention, Person

DAY = timedelta(days=1)
# A question that nobody answers is deleted after this time, with the words it was made of.
KEPT = timedelta(days=7)
# So many a day at most in a group that did not say otherwise, and no two in a row: a lively talk goes on undisturbed.
A_DAY = 3
# How far apart two are at least, if one a day is wanted: who wants more wants them closer. Three minutes for three.
APART = timedelta(minutes=9)
# Of one message no more than this is asked about; whoever writes a longer list can type it as one.
MOST = 6


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that may have been meant. `command` is the sentence that logs it; `words` are those it stands on.

    `what`, `owners` (people here, or names as written), `due`, `number` (of the idea or action it is about) and
    `decision` are what would be logged, as far as it is known.
    """

    kind: str
    words: str
    command: str
    what: str
    owners: tuple[Person | str, ...] = ()
    due: date | None = None
    number: int | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Hunch:
    """The things of one message, and the person who said it: only they can say yes.

    `at`, `chat`, `message` and `about` are of that message: when it was said (UTC), where, and what it replied to.
    A thing that was taken is None; `open` is False once all are, or none is wanted.
    """

    number: int
    person: Person
    at: datetime
    chat: str
    message: str
    things: tuple[Thing | None, ...]
    mentions: tuple[Mention, ...] = ()
    about: About | None = None
    open: bool = True


def may_ask(made: Sequence[datetime], now: datetime, a_day: int) -> bool:
    """May one more be asked now, after those `made` in the group in the last day? Few, and never two in a row."""
    return len(made) < a_day and all(abs(now - at) >= APART / a_day for at in made)


def spared(hunches: Sequence[Hunch], a_day: int) -> set[str]:
    """The messages of those that would not be asked about if only so many a day were, oldest first."""
    asked: list[datetime] = []
    left: set[str] = set()
    for hunch in hunches:
        made = [at for at in asked if hunch.at - at <= DAY]
        if may_ask(made, hunch.at, a_day):
            asked.append(hunch.at)
        else:
            left.add(hunch.message)
    return left
