"""Puts on the list who will do what, where an answer or a reply to it says so plainly (charter 4, seed 000).

The answer asks for it: words that say it need no command, and are not asked for again.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.command import Request
from bot.domain.chat import Line, Reply
from bot.domain.errors import UserError
from bot.domain.things import Answer, Idea
from bot.offering import carry_out, talk_of
from bot.words import say

PLAINLY = 0.9
"""How sure it must be that somebody said who will do what."""


def who_does_what(request: Request, idea: Idea, answer: Answer | None, words: str) -> Sequence[Reply]:
    """The actions that the words name, put on the list as from this idea, if that is still to be said."""
    if not _wanted(request, idea, answer):
        return []
    talk = replace(talk_of(replace(request, rest=words)), about=None, replied_to=None)
    named = [
        one.command.removeprefix("/action ")
        for one in request.commands.understanding.listen(talk)
        if one.kind == "action" and one.command and one.sure >= PLAINLY
    ]
    try:
        with request.store.attempt():
            said = carry_out(request, [(n, f"/action from idea {idea.number}: {text}") for n, text in enumerate(named)])
    except UserError:
        # What is not clear is asked for by the answer itself.
        return []
    # In private the answer is thanked for; one thank you is enough.
    return [reply for reply in said if not request.incoming.private or reply.to == "group" or reply.ask]


def still_to_say(request: Request, idea: Idea) -> list[Line]:
    """How to say who will do what, while nobody has."""
    if not _wanted(request, idea, idea.answer):
        return []
    return [say("Who will do what, and by when? Reply to this message with /action and what you will do.")]


def _wanted(request: Request, idea: Idea, answer: Answer | None) -> bool:
    """Is it to be done, and nobody has said who does it?"""
    if answer is None or answer.decision == "no":
        return False
    actions = request.store.actions.of_idea(request.group.id, idea.number)
    return all(action.state == "withdrawn" for action in actions)
