"""Tells the bare name of a command in private ("mine") from a sentence that begins with that word, and is a reply."""

import re

from bot.command import Command, Commands
from bot.context import Context
from bot.domain.answers import read_answer
from bot.domain.chat import About, Incoming
from bot.domain.numbered import of_all, together
from bot.grammar import Call, item
from bot.several import of_several, which_one

# What makes a sentence of a command's name: words behind it, and not the number of what it is for.
_WORDS = re.compile(r"(?!(?:idea|action|plan)?\s*#?\d)\W*[^\W\d_]", re.IGNORECASE)
_NAMED = re.compile(r"\b(?P<thing>idea|action|syniad)\s*(?:number\s*)?#?(?P<number>\d{1,6})\b", re.IGNORECASE)


def in_a_sentence(
    text: str, incoming: Incoming, context: Context, call: Call, commands: Commands
) -> tuple[Command, str] | None:
    """What words that begin with a command's name stand for instead, where something was just said; or None.

    In a reply a sentence is a reply. In a line of its own both may be meant, and one of them may do what nobody wants:
    it is asked. What is about the person is theirs to say, and is never put on the list unasked.
    """
    among = len(context.abouts)
    if among > 1 and (item(text) or together(text) or of_all(text, among)):
        return of_several(context.abouts, text, commands)
    if answers := [found for about in context.abouts if (found := commands.read_reply(text, about, surely=True))]:
        if among > 1:
            raise which_one(context.abouts, text)
        return answers[0]
    command, replies = commands.get(call.name), incoming.reply_to is not None
    abouts = tuple(about for about in context.abouts if about.thing in ("idea", "action"))
    if command is None or command.label or not abouts or not _WORDS.match(call.rest):
        return None
    if command.personal and not replies:
        return None
    if len(abouts) > 1 or not replies or command.personal:
        raise which_one(abouts, text, call)
    return commands.read_reply(text, abouts[0])


def not_of_another(text: str, context: Context, commands: Commands) -> None:
    """Raises UserError to ask which is meant, where a line after something was said names another thing than that."""
    found = {(match["thing"].lower(), int(match["number"])) for match in _NAMED.finditer(text)}
    named = tuple(About("action" if thing == "action" else "idea", number) for thing, number in found)
    if len(named) != 1 or len(context.abouts) != 1 or named[0] in context.abouts:
        return
    if not commands.read_reply(text, context.abouts[0], surely=True) and read_answer(text).decision is None:
        raise which_one((*named, *context.abouts), text)
