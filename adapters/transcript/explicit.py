"""Finds what was said in a chat to be an idea: "/idea …", "idea: …", "#idea …", or a bare one in reply to its words.

What is only implied is left alone: nobody is there to be asked whether they meant it.
"""

from collections.abc import Iterator

from adapters.transcript.times import day_of
from adapters.transcript.transcript import Spoken, Transcript
from bot.domain.behalf import read_behalf
from bot.domain.past import OldIdea
from bot.domain.things import Past
from bot.grammar import Names, number, others, read

IDEA, ACTION = "idea", "action"


def explicit(transcript: Transcript, names: Names) -> tuple[OldIdea, ...]:
    """The ideas of a chat, in the order of time, each with the words, the name and the day that it was said."""
    by_key = {message.key: message for message in transcript.messages}
    found: dict[tuple[str, str], OldIdea] = {}
    for message in transcript.messages:
        for text, source, ordinal in _ideas_in(message, by_key, names):
            said = transcript.handles.out_of(text).strip()
            name, words = read_behalf(said)
            if any(c.isalpha() for c in words):
                key = (transcript.chat, source.key if not ordinal else f"{source.key} {ordinal}")
                raiser = name or transcript.people[source.by].sender.name
                day = day_of(source.at, transcript.zone)
                found.setdefault(key, OldIdea(words, key, raiser, source.at, Past(on=day)))
    return tuple(found.values())


def actions_said(transcript: Transcript, names: Names) -> int:
    """How many messages say that somebody will do something; those are not taken in."""
    calls = (read(message.text, names) for message in transcript.messages)
    return sum(call is not None and call.name == ACTION and bool(call.rest) for call in calls)


def _ideas_in(message: Spoken, by_key: dict[str, Spoken], names: Names) -> Iterator[tuple[str, Spoken, int]]:
    """The words of each idea, the message it is from, and its place there; several stand on lines of their own."""
    call = read(message.text, names)
    if call is None:
        return
    calls = [read(line, names) for line in message.text.splitlines()] if others(call, names) else [call]
    ideas = [call.rest for call in calls if call and call.name == IDEA]
    for ordinal, rest in enumerate(ideas):
        about = number(rest)
        original = by_key.get(message.reply_to or "")
        if rest and not (about and not about[1].strip(" ?.!")):
            yield rest, message, ordinal
        elif not rest and original:
            yield original.text, original, 0
