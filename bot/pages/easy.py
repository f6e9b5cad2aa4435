"""Writes a text so that it is easier to read: one sentence a line and full words, as Easy Read asks (seed 000, S0.15).

Only our own words are touched; what members said stays as they said it.
"""

import re
from collections.abc import Collection

from bot.domain.chat import Button, Span, Text
from bot.domain.private import Way

_FULL = {
    "can't": "cannot",
    "won't": "will not",
    "shan't": "will not",
    "don't": "do not",
    "doesn't": "does not",
    "didn't": "did not",
    "isn't": "is not",
    "aren't": "are not",
    "wasn't": "was not",
    "haven't": "have not",
    "hasn't": "has not",
    "couldn't": "could not",
    "i'm": "I am",
    "i'll": "I will",
    "i've": "I have",
    "you're": "you are",
    "you'll": "you will",
    "we'll": "we will",
    "it's": "it is",
    "that's": "that is",
    "let's": "let us",
}
_SHORT = re.compile(
    rf"\b(?:{'|'.join(word.replace(chr(39), '[' + chr(39) + '’]') for word in _FULL)})\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"(?<=[.!?])[^\S\n]+(?=[A-Z\"“])")
_AFTER_A_QUOTE = re.compile(r"\A[^\S\n]+(?=[A-Z])")
_STOPS = (".", "!", "?", "…")


def easy(text: Text) -> Text:
    """The text with each sentence of ours on a line of its own, and no shortened words."""
    made: list[Span] = []
    for span in text:
        if span.quoted or span.person:
            made.append(span)
            continue
        said = _SHORT.sub(_full, span.text)
        if made and made[-1].text.endswith(_STOPS):
            said = _AFTER_A_QUOTE.sub("\n", said)
        made.append(Span(_BETWEEN.sub("\n", said)))
    return tuple(made)


def suited(text: Text, buttons: Collection[Button], ways: Collection[Way]) -> tuple[Text, tuple[Button, ...]]:
    """A private message as somebody needs it: easy to read, or plain text with nothing to press.

    What a button says stands in the words too, so that nothing is lost with it.
    """
    shown = easy(text) if "Easy Read" in ways else text
    return shown, () if "plain text" in ways else tuple(buttons)


def _full(match: re.Match[str]) -> str:
    full = _FULL[match[0].lower().replace("’", "'")]
    return full[0].upper() + full[1:] if match[0][0].isupper() else full
