"""Reads words that reply to a message about several things: which of them is meant, and what the words stand for."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from bot.command import Command, Commands, Request
from bot.context import Context
from bot.domain.answers import is_holding, read_answer
from bot.domain.chat import About, Ask, Button, Incoming, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.numbered import Together, number_first, of_all, together
from bot.grammar import Call, item, read, spoken_of
from bot.pointing import lines_of
from bot.words import called, say

Said = TypeVar("Said")


def of_several(abouts: tuple[About, ...], text: str, commands: Commands) -> tuple[Command, str]:
    """A reply to a message about several things: "2: no, …" says which, or each line does; else it is asked."""
    lines = _lines(abouts, text, commands)
    for_all = of_all(text, len(abouts))
    if for_all and all(_is_said_of(about, "", for_all, commands) for about in abouts):
        lines = [(about, for_all) for about in abouts]
    if len(lines) > 1 and (each := commands.get("each")):
        return each, said_of_each(lines)
    if lines and (found := commands.read_reply(lines[0][1], lines[0][0])):
        return found
    raise which_one(abouts, text)


def said_of_each(lines: Iterable[tuple[About, str]]) -> str:
    """What `/each` is to do: a line for each thing, and what is said of it."""
    return "\n".join(f"{about.thing} {about.number}: {' '.join(words.split())}" for about, words in lines)


def each_of(text: str) -> str | None:
    """The same for words that begin with the numbers of several ideas ("4 and 5: yes"), if they surely do."""
    many = together(text)
    if many is None or not (many.named or read_answer(many.words).decision):
        return None
    return said_of_each((About(thing or "idea", n), many.words) for thing, n in many.numbers)


def one_by_one(run: Callable[[Request], Said]) -> Callable[[Request], Said | Sequence[Reply]]:
    """A command about one idea that is given the numbers of several is done for each."""

    def done(request: Request) -> Said | Sequence[Reply]:
        several = each_of(request.rest)
        return request.by("each", several) if several else run(request)

    return done


def without_number(text: str, about: About, commands: Commands) -> str:
    """A reply to a message about one thing, without that one's number before it; "1 more week" begins with none."""
    found = item(first := number_first(text))
    if found is None or _meant((about,), first) is None or commands.read_reply(text, about, surely=True):
        return text
    return found[2] if _is_said_of(about, first, found[2], commands) else text


def _meant(abouts: tuple[About, ...], text: str) -> About | None:
    """The one of the things whose number the words begin with."""
    found = item(text)
    meant = [a for a in abouts if found and a.number == found[1] and found[0] in (None, a.thing)]
    return meant[0] if len(meant) == 1 else None


def _all_meant(abouts: tuple[About, ...], many: Together) -> list[About]:
    """The things whose numbers the words begin with, if all of those are among them."""
    meant = [[a for a in abouts if a.number == n and thing in (None, a.thing)] for thing, n in many.numbers]
    return [found[0] for found in meant] if all(len(found) == 1 for found in meant) else []


def _lines(abouts: tuple[About, ...], text: str, commands: Commands) -> Sequence[tuple[About, str]]:
    """What is said of each thing, if the words begin with one; a line about none goes on with the one before it."""
    lines: list[tuple[tuple[About, ...], str]] = []
    for line in lines_of(text):
        found = _said(abouts, line)
        again = found and any(about in these for about in found[0] for these, _ in lines)
        if found and not again and (not lines or _is_said_of(found[0][0], line, found[1], commands)):
            lines.append(found)
        elif lines:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line}")
        else:
            return []
    return [(about, words) for these, words in lines for about in these]


def _said(abouts: tuple[About, ...], line: str) -> tuple[tuple[About, ...], str] | None:
    """The things that a line begins with the numbers of, and what it says of them."""
    if (many := together(line)) and (meant := _all_meant(abouts, many)):
        return tuple(meant), many.words
    about, found = _meant(abouts, line), item(line)
    return ((about,), found[2]) if about and found else None


def _is_said_of(about: About, line: str, words: str, commands: Commands) -> bool:
    """Does a further line speak of this thing? "2 weeks is too short" goes on with a reason."""
    return bool(
        spoken_of(line)
        or read_answer(words).decision
        or is_holding(words)
        or commands.read_reply(words, about, surely=True)
    )


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
    words = text.strip()
    buttons = [
        Button(f"{a.thing.capitalize()} {{n}}", f"/about {a.thing} {a.number}: {words}", {"n": a.number})
        for a in abouts
    ]
    names = [called(about) for about in abouts]
    if call:
        buttons.append(Button("{word}", f"/{call.name} {call.rest}", {"word": Quote(f"/{call.name}")}))
        names.append(say("{word}", word=Quote(call.name)))
    among = ", ".join(f"{about.thing} {about.number}" for about in abouts)
    return UserError(
        "Which one do you mean? I have kept your words.",
        "Please reply with one of these: {names:row}.",
        names=tuple(names),
        ask=Ask(f"/about of {among}: {{}}: {words}", None),
        buttons=tuple(buttons),
    )
