"""Says again what was noticed, as a sentence a person could type, and makes sure that it is read back the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.dates import Said, Unclear
from bot.domain.owners import Named, read_owners
from bot.domain.whens import Whens, read_whens
from bot.listen.sentences import plainly
from bot.listen.talk import Noticed, Talk
from bot.listen.verbs import starts_work

_FLUFF = re.compile(
    r"""(?:[\s,.;:!–—-]+|\s(?:please|pls|x+|lol|tho|though|anyway|then|too|as\ well|if\ (?:it|that)\ (?:helps|is\ ok
        |'s\ ok)|if\ (?:you\ like|possible)
    |no\ bother|ok|okay|thanks|ta|and|but|so|by|on|for|at|to)
    |\s(?:some\ time|sometime|maybe|hopefully))\Z|\s*[^\w\s£)%?!'"]+\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_DAY = "%d/%m/%Y"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: who, what, and the dates that were said."""

    who: tuple[Named, ...]
    what: str
    whens: Whens


def neat(text: str) -> str:
    """Give words without the joints and the politeness at their ends."""
    kept = re.sub(r"[^\S\n]+", " ", text).strip(" \n\t,.;:–—-")
    for _ in range(4):
        cut = _FLUFF.sub("", kept)
        if cut == kept:
            break
        kept = cut
    return kept


def action(talk: Talk, task: Task) -> str:
    """The sentence `/action …` for a task. A day is written out, so that it still counts from the day it was said."""
    when = _when(task.whens)
    who = _joined(task.who)
    plain = f"/action {task.what}{when}"
    told = f"/action {who} will {task.what}{when}" if who else plain
    for sentence in (told if starts_work(plainly(task.what)) else plain, f"{plain}. Who: {who}" if who else plain):
        if _reads_the_same(talk, sentence, task):
            return sentence
    return f"{plain}. Who: {who or 'someone'}"


def noticed_action(talk: Talk, task: Task, words: str, sure: float, *, explicit: bool = False) -> Noticed:
    """Give a task as something noticed, standing on `words`."""
    return Noticed(
        "action",
        sure,
        words,
        action(talk, task),
        explicit,
        who=task.who,
        start=task.whens.start,
        finish=task.whens.finish,
    )


def day(said: date) -> str:
    """A day that is read the same on any day."""
    return said.strftime(_DAY)


def known(talk: Talk) -> list[str]:
    """The names of the group's people."""
    return [person.name for person in talk.people]


def mentioned(talk: Talk) -> list[str]:
    """The words of the message that point at somebody by the platform's own id."""
    return [mention.words for mention in talk.mentions if mention.id and mention.words]


def _when(whens: Whens) -> str:
    begin, end = whens.start, whens.finish
    start = f" from {day(begin.day)}" if isinstance(begin, Said) else ""
    match end:
        case Said(until, note):
            return (f"{start} {'to' if start else 'by'} {day(until)}") + (
                f" {note}" if note and note != "one" and not note.isdigit() else ""
            )
        case Unclear():
            return f"{start} {whens.phrase}"
    return start


def _joined(who: Sequence[Named]) -> str:
    words = ["I" if one.kind == "speaker" else one.words for one in who]
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def _reads_the_same(talk: Talk, sentence: str, task: Task) -> bool:
    read = read_whens(sentence.removeprefix("/action "), talk.today, working=talk.working)
    owned = read_owners(read.rest, known(talk), mentioned(talk))
    ends = (read.finish, task.whens.finish)
    same_day = ends[0] == ends[1] or all(isinstance(one, Unclear) for one in ends)
    if isinstance(ends[0], Said) and isinstance(ends[1], Said):
        same_day = ends[0].day == ends[1].day
    return same_day and [o.words.casefold() for o in owned.who] == [
        "i" if o.kind == "speaker" else o.words.casefold() for o in task.who
    ]
