"""Chooses the command that a message stands for: typed, pressed, filling a hole, or replying in ordinary words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from bot.command import Command, Commands, Request
from bot.context import Context
from bot.domain.answers import is_thanks, read_answer
from bot.domain.chat import About, Ask, Button, Incoming, Quote, Reply
from bot.domain.errors import Cancelled, UserError, WhichOne
from bot.domain.welsh import reply_in_english
from bot.grammar import Call, item, others, read
from bot.several import named, not_understood, of_several, which_one, without_number

# Slips of the finger and beginnings of a name are nearer than this; words that only share letters are not.
_NEAR = 0.8
# What makes a sentence of a command's name: words behind it, and not the number of what it is for.
_WORDS = re.compile(r"(?!(?:idea|action|plan)?\s*#?\d)\W*[^\W\d_]", re.IGNORECASE)

_NAMED = re.compile(r"\b(?P<thing>idea|action|syniad)\s*(?:number\s*)?#?(?P<number>\d{1,6})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A command and its words. `overheard`: said between members, as a reply to the message that a thing came from."""

    command: Command
    rest: str
    overheard: bool = False

    def meant(self, request: Request) -> bool:
        """Is something overheard surely meant so?"""
        return self.command.overhears is not None and self.command.overhears(request)

    def run(self, request: Request, *, asked: bool) -> Sequence[Reply]:
        """Do it. If it can't know which thing is meant, the number in a reply completes it; `asked`: it was one."""
        try:
            return self.command.do(request)
        except WhichOne as which:
            kept = which.ask or Ask(f"/{self.command.name} {{}} {self.rest}".rstrip(), request.person)
            which.ask = None if asked else kept
            raise


def choose(incoming: Incoming, text: str, context: Context, hole: str | None, commands: Commands) -> Chosen | None:
    """The command and its words, or None if it is not for us after all.

    `hole` is the command with a hole that this person was asked to fill. Raises UserError with what to say instead.
    """
    # In private a bare "help" is a command, unless a question waits for words.
    call = read(text, commands.names, incoming.bot, private=incoming.private and hole is None)
    if incoming.kind == "edit":
        if context.abouts and (edited := commands.get("edited")):
            return Chosen(edited, "")
        if call and call.known:
            raise UserError(
                "You changed a message. I only read new ones, so nothing on the list has changed.",
                "Please send it again as a new message. If I saved the old one, type /undo first.",
            )
        return None
    if call and incoming.forwarded:
        raise UserError(
            "That message was passed on from another chat. I have not saved it.",
            "To add it here, type it in your own words.",
        )
    to_us = context.ours or incoming.private
    meant = hole is None and any(commands.read_reply(text, about, surely=True) for about in context.abouts)
    if (to_us or hole) and not meant and (helps := _asks_for_help(text, commands)):
        return helps
    if call and not call.name:
        # Spoken to by name, in words that begin with no command.
        return _said(call.rest, context, hole, commands, to_us=True)
    if call:
        bare = incoming.private and read(text, commands.names, incoming.bot) is None
        if bare and len(context.abouts) > 1 and item(text):
            return Chosen(*of_several(context.abouts, text, commands))
        return (_answered(text, incoming, context, call, commands) if bare else None) or _called(call, commands)
    if incoming.private and hole is None and incoming.reply_to is None and _of_another(text, context, commands):
        raise which_one((*_spoken_of(text), *context.abouts), text)
    return _said(text, context, hole, commands, to_us=to_us) if text.strip() else None


def who_is_it(chosen: Chosen) -> UserError:
    """Several people may write in a chat's name: the same words count from whoever presses the button.

    What is about a person is asked of them anew: nobody is forgotten by what another wrote.
    """
    rest = "" if chosen.command.personal else chosen.rest
    return Cancelled(
        "You wrote in the name of a chat, so I can't see who you are.",
        "Nothing has changed. Please press the button, or send it in your own name.",
        buttons=(Button("It is me", f"/{chosen.command.name} {rest}".strip()),),
    )


def _said(text: str, context: Context, hole: str | None, commands: Commands, *, to_us: bool) -> Chosen | None:
    """What words without a command stand for: the answer to a question, a reply about something, or words to us."""
    if hole is not None:
        return _filled(hole, text, commands)
    if len(context.abouts) > 1:
        return None if is_thanks(text) else Chosen(*of_several(context.abouts, text, commands))
    about = context.abouts[0] if context.abouts else (to_us and named(text)) or About("group", 0)
    if (context.abouts or to_us) and (found := commands.read_reply(without_number(text, about), about)):
        return Chosen(*found, overheard=not (context.ours or to_us))
    if (text and is_thanks(text)) or not to_us:
        return None
    raise not_understood()


def _answered(text: str, incoming: Incoming, context: Context, call: Call, commands: Commands) -> Chosen | None:
    """A bare word in private that is a command's name, but answers what was just said, like "done"."""
    found = [found for about in context.abouts if (found := commands.read_reply(text, about, surely=True))]
    if found and len(context.abouts) > 1:
        raise which_one(context.abouts, text)
    return Chosen(*found[0]) if found else _in_a_sentence(text, incoming, context, call, commands)


def _in_a_sentence(text: str, incoming: Incoming, context: Context, call: Call, commands: Commands) -> Chosen | None:
    """A sentence that begins with a command's name, like "leaving this to Sam", where something was just said.

    In a reply it is a reply. In a line of its own both may be meant, and one of them may do what nobody wants. What is
    about the person is theirs to say, and is never put on the list unasked.
    """
    command, replies = commands.get(call.name), incoming.reply_to is not None
    abouts = tuple(about for about in context.abouts if about.thing in ("idea", "action"))
    if command is None or command.label or not abouts or not _WORDS.match(call.rest):
        return None
    if command.personal and not replies:
        return None
    if len(abouts) > 1 or not replies or command.personal:
        raise which_one(abouts, text, call)
    found = commands.read_reply(text, abouts[0])
    return Chosen(*found) if found else None


def _called(call: Call, commands: Commands) -> Chosen:
    command = commands.get(call.name)
    if command is None:
        raise _unknown(call, commands)
    if further := others(call, commands.names):
        raise UserError(
            "Sorry, I can do one thing at a time. I have not saved anything.",
            "Please send {command} in a message of its own.",
            command=Quote("/" + further[0]),
        )
    return Chosen(command, call.rest)


def _asks_for_help(text: str, commands: Commands) -> Chosen | None:
    """Help that is asked for in reply is help, unless it is an action that help is wanted with."""
    helps = commands.get("help")
    return Chosen(helps, "") if helps and text.strip().lower().rstrip("?.!") in ("help", "help me", "cymorth") else None


def _of_another(text: str, context: Context, commands: Commands) -> bool:
    """Do words that come after something was said name another thing than that, and answer nothing?"""
    named = _spoken_of(text)
    if len(named) != 1 or len(context.abouts) != 1 or named[0] in context.abouts:
        return False
    return not commands.read_reply(text, context.abouts[0], surely=True) and read_answer(text).decision is None


def _spoken_of(text: str) -> tuple[About, ...]:
    found = {(match["thing"].lower(), int(match["number"])) for match in _NAMED.finditer(text)}
    return tuple(About("action" if thing == "action" else "idea", number) for thing, number in found)


def is_cancel(text: str) -> bool:
    """Do they not want to answer the question after all?"""
    plain = reply_in_english(text, whole=True).strip().lower().rstrip(".!")
    return plain in ("cancel", "stop", "never mind", "forget it")


def _filled(hole: str, text: str, commands: Commands) -> Chosen:
    text = reply_in_english(text, whole=True)
    if is_cancel(text):
        raise Cancelled("That is fine. Nothing has changed.")
    again = read(text, commands.names, private=True)
    if again and again.rest and hole.startswith(f"/{again.name} {{}}"):
        # "Back 1" in reply to "Which idea?" says the command once more.
        text = again.rest
    call = read(hole.replace("{}", text.strip(), 1), commands.names)
    command = commands.get(call.name) if call else None
    if call is None or command is None:
        raise not_understood()
    return Chosen(command, call.rest)


def _unknown(call: Call, commands: Commands) -> UserError:
    names = sorted(commands.names.all)
    near = process.extractOne(call.name, names, scorer=JaroWinkler.normalized_similarity, score_cutoff=_NEAR)
    if near is None:
        return UserError(
            "Sorry, I do not know {word}. I have not saved anything.",
            "To see what I can do, type /help.",
            word=Quote(f"/{call.name}"),
        )
    return UserError(
        "Sorry, I do not know {word}. Did you mean {near}?",
        "I have not saved anything. To see what I can do, type /help.",
        word=Quote(f"/{call.name}"),
        near=Quote(f"/{near[0]}"),
    )
