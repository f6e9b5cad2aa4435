"""Reads whether an answer that was given is to be changed: only on a plain word, and never by a slip (charter 6)."""

import re

from bot.domain.answers import read_answer
from bot.domain.chat import Ask, Button
from bot.domain.errors import Cancelled, UserError
from bot.domain.things import Answer, Idea

CHANGE = re.compile(r"\s*change\b(?!\?)[\s:,]*", re.IGNORECASE)
# What was replied to "do you want to change it?", and the answer that is kept for it.
_ASKED = re.compile(r"\s*change\?(?P<said>.*?)\|(?P<kept>.*)\Z", re.IGNORECASE | re.DOTALL)
_YES = re.compile(r"\s*(?:(?:yes|yep|yeah|ok|okay|please|do|change(?: it| that)?|go ahead)[\s,.!]*)+\Z", re.IGNORECASE)
_NO = re.compile(r"\s*(?:no|nope|leave it|keep it)(?: thanks| thank you)?[\s.!]*\Z", re.IGNORECASE)


def read_change(idea: Idea, words: str) -> tuple[bool, str]:
    """Is the answer to be changed, and to what words? Raises UserError if that is not clear, or not wanted."""
    asked = _ASKED.match(words)
    if asked is None:
        plain = CHANGE.match(words)
        return (True, words[plain.end() :]) if plain else (False, words)
    said, kept = asked["said"].strip(), asked["kept"].strip()
    if _YES.match(said):
        return True, kept
    if _NO.match(said) or idea.answer is None:
        raise Cancelled("That is fine. Nothing has changed.")
    if read_answer(said).decision:
        return True, said
    raise already(idea, idea.answer, kept)


def already(idea: Idea, answer: Answer, kept: str) -> UserError:
    """There is an answer; the words of another one are kept for a "change"."""
    keys = {
        "yes": "Idea {n} has an answer already. The answer is yes. Nothing has changed.",
        "partly": "Idea {n} has an answer already. The answer is partly. Nothing has changed.",
        "no": "Idea {n} has an answer already. The answer is no. Nothing has changed.",
    }
    return UserError(
        keys[answer.decision],
        'Do you want to change it? Reply "change".',
        n=idea.number,
        ask=Ask(f"/answer {idea.number} change? {{}} | {kept}", None),
        buttons=(Button("Change it", f"/answer {idea.number} change {kept}"),),
    )
