"""Understands ordinary talk: from one message, what was noticed in it. Pure: it keeps nothing and says nothing."""

from bot.domain.owners import names_of
from bot.listen.promises import promises
from bot.listen.sentence import known, mentioned
from bot.listen.sentences import sentences
from bot.listen.talk import Kind, Noticed, Talk

__all__ = ["Kind", "Noticed", "Talk", "listen", "worth_listening"]


def listen(talk: Talk) -> tuple[Noticed, ...]:
    """What was noticed in a message, in the order of its words; most messages hold nothing."""
    names = names_of(known(talk), mentioned(talk))
    said = sentences(talk.text)
    return tuple(promises(talk, said, names))


def worth_listening(text: str) -> bool:
    """A cheap first look: False for a message in which `listen` would notice nothing, whatever it replies to."""
    return bool(text.strip())
