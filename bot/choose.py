"""Chooses the command that a message stands for: typed, pressed, filling a hole, or replying in ordinary words."""

from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from bot.command import Command, Commands, Request
from bot.context import Context
from bot.domain.answers import is_thanks
from bot.domain.chat import Button, Incoming, Quote
from bot.domain.errors import Cancelled, UserError
from bot.domain.welsh import reply_in_english
from bot.grammar import Call, number, others, read
from bot.several import not_understood, of_several, which_one

# Slips of the finger and beginnings of a name are nearer than this; words that only share letters are not.
_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class Chosen:
    """A command and its words. `overheard`: said between members, as a reply to the message that a thing came from."""

    command: Command
    rest: str
    overheard: bool = False

    def meant(self, request: Request) -> bool:
        """Is something overheard surely meant so?"""
        return self.command.overhears is not None and self.command.overhears(request)


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
                "To put it right, type /undo. Then send it again as a new message.",
            )
        return None
    if call and incoming.forwarded:
        raise UserError(
            "That message was passed on from another chat. I have not saved it.",
            "To add it here, type it in your own words.",
        )
    if call:
        bare = incoming.private and read(text, commands.names, incoming.bot) is None
        if bare and len(context.abouts) > 1 and number(text):
            return Chosen(*of_several(context.abouts, text, commands))
        return (_answered(context, text, commands) if bare else None) or _called(call, commands)
    return _said(incoming, text, context, hole, commands) if text.strip() else None


def who_is_it(chosen: Chosen) -> UserError:
    """Several people may write in a chat's name: the same words count from whoever presses the button."""
    return Cancelled(
        "You wrote in the name of a chat, so I can't see who you are.",
        "Nothing has changed. Please press the button, or send it in your own name.",
        buttons=(Button("It is me", f"/{chosen.command.name} {chosen.rest}".strip()),),
    )


def _said(incoming: Incoming, text: str, context: Context, hole: str | None, commands: Commands) -> Chosen | None:
    """What words without a command stand for: the answer to a question, or a reply about something."""
    if hole is not None:
        return _filled(hole, text, commands)
    if len(context.abouts) > 1:
        return None if is_thanks(text) else Chosen(*of_several(context.abouts, text, commands))
    if context.abouts and (found := commands.read_reply(text, context.abouts[0])):
        return Chosen(*found, overheard=not context.ours)
    if is_thanks(text) or not (context.ours or incoming.private):
        return None
    raise not_understood()


def _answered(context: Context, text: str, commands: Commands) -> Chosen | None:
    """A bare word in private that is a command's name, but surely answers what was just said, like "done"."""
    found = [found for about in context.abouts if (found := commands.read_reply(text, about, surely=True))]
    if found and len(context.abouts) > 1:
        raise which_one(context.abouts, text)
    return Chosen(*found[0]) if found else None


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


def _filled(hole: str, text: str, commands: Commands) -> Chosen:
    text = reply_in_english(text, whole=True)
    if text.strip().lower().rstrip(".!") in ("cancel", "stop", "never mind", "forget it"):
        raise Cancelled("That is fine. Nothing has changed.")
    call = read(hole.replace("{}", text.strip(), 1), commands.names)
    command = commands.get(call.name) if call else None
    if call is None or command is None:
        raise not_understood()
    return Chosen(command, call.rest)


def _unknown(call: Call, commands: Commands) -> UserError:
    if not call.name:
        return not_understood()
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
