"""Takes the ideas of old notes into a group's list, from the command line: first it shows them, then it adds them."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from adapters.transcript.errors import TranscriptError
from adapters.transcript.opening import old_ideas
from bot.commands import find_commands
from bot.domain.chat import Group
from bot.domain.past import OldIdea
from bot.process.house import calendar_of
from bot.process.running import open_database
from bot.taking_in import not_known, take_in, tell_group
from bot.words import Words, clean
from reminders.clock import SystemClock
from storage.database import Database

FIRST = 5
# So many in one transaction: the bot, if it runs, waits no longer than that for its turn.
BATCH = 50


def bring_in(environment: Mapping[str, str], file: Path, group: str | None, *, add: bool) -> int:
    """Show what a file of the past would add to a group's list, or add it; gives the exit code.

    Begun again after a stop, or twice, it adds only what is not there.
    """
    try:
        found, actions = old_ideas(file, find_commands().names)
    except TranscriptError as refusal:
        return _refused(refusal.why)
    if actions:
        _told(f"{file.name} also speaks of {actions} action{'s' * (actions > 1)}. Only ideas are taken in.", 0)
    with closing(open_database(environment)) as database:
        groups = database.write(lambda store: store.groups.every())
        named = [g for g in groups if group is None or g.name.casefold() == group.strip().casefold()]
        if len(named) == 1:
            return _into(database, named[0], file.name, found, add=add)
        _show(found, f"{file.name} holds {_ideas(len(found))}.")
        if groups or add:
            return _refused(_which(groups, group))
        return _told(f"To add them, you need a group: {_which(groups, group)}.", 0)


def _into(database: Database, group: Group, file: str, found: Sequence[OldIdea], *, add: bool) -> int:
    new = database.write(lambda store: not_known(store, group.id, found))
    known = len(found) - len(new)
    there = f" {known} of them {'is' if known == 1 else 'are'} on the list of {group.name} already." if known else ""
    _show(new, f"{file} holds {_ideas(len(found))}.{there}")
    if not new:
        return _told("There is nothing to add.", 0)
    if not add:
        return _told(f"Nothing is added yet. To add {_ideas(len(new))} to {group.name}, say it again with --yes.", 0)
    numbers = _add(database, group, new)
    return _told(f"Added to {group.name}: {_ideas(len(numbers))}. They are idea {numbers[0]} to idea {numbers[-1]}.", 0)


def _add(database: Database, group: Group, new: Sequence[OldIdea]) -> list[int]:
    now, calendar = SystemClock().now(), calendar_of(group)
    numbers: list[int] = []
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("Adding", total=len(new))
        for start in range(0, len(new), BATCH):
            some = new[start : start + BATCH]
            numbers += database.write(partial(take_in, group=group, old=some, now=now, calendar=calendar))
            progress.advance(task, len(some))
    if numbers:
        database.write(lambda store: tell_group(store, group, numbers, now, calendar))
    return numbers


def _show(ideas: Sequence[OldIdea], head: str) -> None:
    lines = [head, *map(_line, ideas[:FIRST])]
    if len(ideas) > FIRST:
        lines.append(f"And {len(ideas) - FIRST} more.")
    _told("\n".join(lines), 0)


def _line(one: OldIdea) -> str:
    words = Words("en", SystemClock().now().date())
    day = words.day(one.past.on) if one.past.on else one.past.when or "no date"
    answer = f" The answer was {one.past.decision}." if one.past.decision else ""
    reason = f" {'Why' if answer else 'The notes say'}: {clean(one.past.reason, 100)}" if one.past.reason else ""
    text = clean(one.text, 100)
    return f"{day}, from {clean(one.name or 'somebody', 60)}: {text}{'' if text[-1] in '.!?…' else '.'}{answer}{reason}"


def _ideas(n: int) -> str:
    return "1 idea" if n == 1 else f"{n} ideas"


def _which(groups: Sequence[Group], name: str | None) -> str:
    if not groups:
        return "there is no group yet; add the bot to your chat, and type /help there first"
    names = ", ".join(group.name for group in groups)
    if name is None:
        return f"there are several groups; say which one with --group: {names}"
    return f"there is not just one group called {name}; there is: {names}"


def _told(text: str, code: int) -> int:
    Console(soft_wrap=True, markup=False, highlight=False, emoji=False).print(text)
    return code


def _refused(why: str) -> int:
    Console(stderr=True, soft_wrap=True, markup=False, highlight=False, emoji=False).print(
        f"Nothing is added, because {why}."
    )
    return 2
