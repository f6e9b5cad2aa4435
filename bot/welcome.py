"""What the bot says when it comes into a group: what it is, what it can hear, and the first of three questions.

Where it was before, it says that it still has the list.
"""

from collections.abc import Sequence

from bot.domain.chat import Incoming, Line, Quote, Reply
from bot.ports import Store
from bot.setup import ask_nation
from bot.words import say


def welcome(store: Store, group: int, incoming: Incoming) -> Sequence[Reply]:
    """The welcome (a computer, not a person; 999) and the first question, which can be skipped."""
    known = store.ideas.all(group) or store.actions.all(group)
    lines = _again(incoming) if known else _first(incoming)
    # Among outsiders it is asked first whether it may speak there at all.
    return [Reply(lines)] if known or incoming.outsiders else [Reply(lines), ask_nation()]


def _first(incoming: Incoming) -> tuple[Line, ...]:
    return (
        say("Hello. I am the list keeper for this group. I am a computer, not a person."),
        say("I keep a list of your ideas, the answers, and who will do what."),
        say("To add an idea, type /idea and then your idea. Use your own words."),
        *hearing(incoming),
        say("To see what I keep, and for how long, type /privacy."),
        say("Nobody is watching this chat all the time. In an emergency, call 999."),
    )


def _again(incoming: Incoming) -> tuple[Line, ...]:
    return (
        say("Hello again. I still have the list of this group, with all that is on it."),
        say("To see it, type /ideas. To add an idea, type /idea and then your idea."),
        *hearing(incoming),
        say("To see what I keep, and for how long, type /privacy."),
        say("I am a computer. Nobody is watching this chat all the time. In an emergency, call 999."),
    )


def hearing(incoming: Incoming) -> tuple[Line, ...]:
    """What this bot can hear in this group: without all messages, only what is surely for it."""
    if incoming.hears_all or incoming.bot is None:
        return ()
    return (
        say(
            "I may not hear each message here. To be sure, type {command} and then your idea.",
            command=Quote(f"/idea@{incoming.bot}"),
        ),
        say("Or reply to a message of mine. No number back means I did not hear you."),
    )
