"""Chooses the command that a message stands for: typed, pressed, filling a hole, or said in ordinary words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from bot.bare import in_a_sentence, not_of_another
from bot.command import Command, Commands, Request
from bot.context import Context
from bot.domain.answers import is_thanks
from bot.domain.chat import About, Ask, Button, Incoming, Quote, Reply
from bot.domain.errors import Cancelled, UserError, WhichOne
from bot.filled import asks_back, filled
from bot.grammar import Call, others, read
from bot.listen import Noticed
from bot.offering import carry_out
from bot.several import not_understood, of_several, without_number
from bot.unnamed import without_a_name

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

    def run(self, request: Request, *, asked: bool) -> Sequence[Reply]:
        """Do it. If it can't know which thing is meant, the number in a reply completes it; `asked`: it was one."""
        try:
            return self.command.do(request)
        except WhichOne as which:
            kept = which.ask or Ask(f"/{self.command.name} {{}} {self.rest}".rstrip(), request.person)
            which.ask = None if asked else kept
            raise


def choose(  # noqa: PLR0913, PLR0917 - all that says what a message may stand for
    incoming: Incoming,
    text: str,
    context: Context,
    hole: str | None,
    commands: Commands,
    noticed: Sequence[Noticed],
) -> Chosen | None:
    """The command and its words, or None if it is not for us after all.

    `hole` is the command with a hole that this person was asked to fill; `noticed`, what talk was understood as.
    Raises UserError with what to say instead.
    """
    if happened := commands.on(incoming.kind):
        return Chosen(happened, "")
    # "Add something to the list" does not say what.
    if hole is None and (logged := _logged(incoming, noticed)) and commands.phrases.read(text) is None:
        return logged
    # In private a bare "help" is a command, unless a question waits for words.
    call = read(text, commands.names, incoming.bot, private=incoming.private and hole is None)
    if incoming.kind == "edit":
        return _edited(call, context, commands)
    if call and incoming.forwarded:
        raise UserError(
            "That message was passed on from another chat. I have not saved it.",
            "To add it here, type it in your own words.",
        )
    to_us = context.ours or incoming.private
    # A line of its own in private may be about what was said before it, or not.
    of_it = bool(context.abouts) and incoming.reply_to is not None
    meant = hole is None and any(commands.read_reply(text, about, surely=True) for about in context.abouts)
    bare = incoming.private and read(text, commands.names, incoming.bot) is None
    # A command that was typed as one is what it says: "/idea list" too.
    typed = call is not None and call.known and not bare and not text.lstrip().startswith("@")
    if (call or to_us or hole) and not (typed or meant) and (asked := _asked(call, text, hole, commands, about=of_it)):
        return asked
    if call and not call.name:
        # Spoken to by name, in words that begin with no command.
        return _said(call.rest, context, hole, commands, to_us=True)
    if call:
        found = in_a_sentence(text, incoming, context, call, commands) if bare else None
        return Chosen(*found) if found else _called(call, commands)
    if incoming.private and hole is None and incoming.reply_to is None:
        not_of_another(text, context, commands)
    return _said(text, context, hole, commands, to_us=to_us) if text.strip() else None


def _edited(call: Call | None, context: Context, commands: Commands) -> Chosen | None:
    """A changed message, if something came of it; one that would be a command is not taken for one."""
    if context.abouts and (edited := commands.get("edited")):
        return Chosen(edited, "")
    if call and call.known:
        raise UserError(
            "You changed a message. I only read new ones, so nothing on the list has changed.",
            "Please send it again as a new message. If I saved the old one, type /undo first.",
        )
    return None


def _logged(incoming: Incoming, noticed: Sequence[Noticed]) -> Chosen | None:
    """What is said to be logged in a private line of its own, like "my idea is a bench": a command made for it."""
    if not incoming.private or incoming.reply_to:
        return None
    new = [one for one in noticed if one.explicit and one.number is None and without_a_name(one.words) is None]
    sentences = [(n, one.command) for n, one in enumerate(new)]
    return Chosen(Command("logged", partial(carry_out, sentences=sentences), "", ""), "") if new else None


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
        return Chosen(*filled(hole, text, commands))
    if len(context.abouts) > 1:
        return None if is_thanks(text) else Chosen(*of_several(context.abouts, text, commands))
    about = context.abouts[0] if context.abouts else About("group", 0)
    if (context.abouts or to_us) and (found := commands.read_reply(without_number(text, about, commands), about)):
        return Chosen(*found, overheard=not (context.ours or to_us))
    if (text and is_thanks(text)) or not to_us:
        return None
    raise not_understood()


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


def _asked(call: Call | None, text: str, hole: str | None, commands: Commands, *, about: bool) -> Chosen | None:
    """What is asked for in words of their own."""
    said = f"{call.name} {call.rest}" if call else text
    found = asks_back(hole, text, commands) if hole else commands.phrases.read(said, about=about)
    command = commands.get(found[0]) if found else None
    return Chosen(command, found[1]) if found and command else None


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
