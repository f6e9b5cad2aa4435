"""Reads words that reply to a message about several things: which of them is meant, and what the words stand for."""

import re
from collections.abc import Sequence

from bot.command import Command, Commands
from bot.context import Context
from bot.domain.answers import read_answer
from bot.domain.chat import About, Ask, Button, Incoming, Quote
from bot.domain.errors import UserError
from bot.grammar import Call, item, read, spoken_of
from bot.words import called, say

# Where a line may begin that is about something else: "1: yes. 2: no, …" is two as well.
_LINES = re.compile(r"\n+|(?<=[.;!])[ \t]+(?=\D{0,16}\d{1,9}\s*:)")


def of_several(abouts: tuple[About, ...], text: str, commands: Commands) -> tuple[Command, str]:
    """A reply to a message about several things: "2: no, …" says which, or each line does; else it is asked."""
    lines = [f"{about.thing} {about.number}: {words}" for about, words in _lines(abouts, text, commands)]
    if len(lines) > 1 and (each := commands.get("each")):
        return each, "\n".join(lines)
    found, about = item(text), _meant(abouts, text)
    if found and about and (read_as := commands.read_reply(found[2], about)):
        return read_as
    raise which_one(abouts, text)


def without_number(text: str, about: About) -> str:
    """A reply to a message about one thing, without that one's number before it; "1 more week" begins with none."""
    found = item(text)
    own = found and _meant((about,), text) and (spoken_of(text) or read_answer(found[2]).decision)
    return found[2] if found and own else text


def named(text: str) -> About | None:
    """The idea or action that words begin with, as in "idea 12: yes": they may reply to a list of many."""
    found = item(text) if spoken_of(text) else None
    return About(found[0], found[1]) if found and found[0] in ("idea", "action") else None


def _meant(abouts: tuple[About, ...], text: str) -> About | None:
    """The one of the things whose number the words begin with."""
    found = item(text)
    meant = [a for a in abouts if found and a.number == found[1] and found[0] in (None, a.thing)]
    return meant[0] if len(meant) == 1 else None


def _lines(abouts: tuple[About, ...], text: str, commands: Commands) -> Sequence[tuple[About, str]]:
    """What is said of each thing, if the words begin with one; a line about none goes on with the one before it."""
    lines: list[tuple[About, str]] = []
    for line in _LINES.split(text.strip()):
        about, found = _meant(abouts, line), item(line)
        if about and found and (not lines or _is_said_of(about, line, found[2], commands)):
            lines.append((about, found[2]))
        elif lines:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line}")
        else:
            return []
    return lines


def _is_said_of(about: About, line: str, words: str, commands: Commands) -> bool:
    """Does a further line speak of this thing? "2 weeks is too short" goes on with a reason."""
    return bool(spoken_of(line) or read_answer(words).decision or commands.read_reply(words, about, surely=True))


def kept(incoming: Incoming, text: str, context: Context, commands: Commands) -> str:
    """Words that wait for their group, with the message that they answer if it told of several groups' things."""
    if context.row is None or context.group is not None or not context.abouts or incoming.press:
        return text
    if read(text, commands.names, incoming.bot):
        return text
    bare = read(text, commands.names, incoming.bot, private=True)
    if bare and not item(text) and not any(commands.read_reply(text, a, surely=True) for a in context.abouts):
        return text
    return f"/about reminder {context.row.id}: {text}"


def replied(abouts: tuple[About, ...], text: str, commands: Commands) -> tuple[Command, str]:
    """What words stand for that were kept as a reply to a message about these things."""
    if abouts and (len(abouts) > 1 or item(text)):
        return of_several(abouts, text, commands)
    found = commands.read_reply(text, abouts[0]) if abouts else None
    if found is None:
        raise not_understood()
    return found


def not_understood() -> UserError:
    """Say what to type instead."""
    return UserError(
        "Sorry, I did not understand that. I have not saved it.",
        "Is it about one idea or action? Begin with its number, like this: idea 12: yes.",
        "To add an idea, type /idea and then your idea. To see what I can do, type /help.",
    )


def which_one(abouts: tuple[About, ...], text: str, call: Call | None = None) -> UserError:
    """Ask which of several things some words are about, or if they are the command that they begin with."""
    words, things = text.strip(), {about.thing for about in abouts}
    buttons = [
        Button(f"{a.thing.capitalize()} {{n}}", f"/about {a.thing} {a.number}: {words}", {"n": a.number})
        for a in abouts
    ]
    names = [called(about) for about in abouts]
    if call:
        buttons.append(Button("{word}", f"/{call.name} {call.rest}", {"word": Quote(f"/{call.name}")}))
        names.append(say("{word}", word=Quote(call.name)))
    return UserError(
        "Which one do you mean? I have kept your words.",
        "Please reply with one of these: {names:row}.",
        names=tuple(names),
        ask=Ask(f"/about {'action ' if things == {'action'} else ''}{{}}: {words}", None),
        buttons=tuple(buttons),
    )
