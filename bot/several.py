"""Reads words that reply to a message about several things: which of them is meant, and what the words stand for."""

from bot.command import Command, Commands
from bot.context import Context
from bot.domain.chat import About, Ask, Button, Incoming, Quote
from bot.domain.errors import UserError
from bot.grammar import Call, item, read
from bot.words import called, say


def of_several(abouts: tuple[About, ...], text: str, commands: Commands) -> tuple[Command, str]:
    """A reply to a message about several things: "2: no, …" says which; else it is asked."""
    found = item(text)
    meant = [a for a in abouts if found and a.number == found[1] and found[0] in (None, a.thing)]
    if found and len(meant) == 1 and (read_as := commands.read_reply(found[2], meant[0])):
        return read_as
    raise which_one(abouts, text)


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
