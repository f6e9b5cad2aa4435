"""Understands ordinary talk: from one message, what was noticed in it. Pure: it keeps nothing and says nothing."""

import re
from collections.abc import Sequence

from bot.domain.owners import names_of
from bot.listen.agreeing import agreeing
from bot.listen.harm import tells_of_harm
from bot.listen.logged import Entry, logged
from bot.listen.promises import promises
from bot.listen.proposals import proposals
from bot.listen.replies import replies
from bot.listen.sentence import known, mentioned
from bot.listen.sentences import own, sentences
from bot.listen.social import chases, social
from bot.listen.talk import Kind, Noticed, Talk

__all__ = ["Kind", "Noticed", "Talk", "listen", "worries", "worth_listening"]


# "I'll send the form on Friday, has anyone heard?" promises before it asks.
_I_WILL = re.compile(r"i(?:'ll| will)\b")


def listen(talk: Talk) -> tuple[Noticed, ...]:
    """What was noticed in a message, in the order of its words; most messages hold nothing.

    What may tell of harm is nothing else. What was passed on from elsewhere is nobody's promise.
    """
    text = own(talk.text)
    if harm := worries(talk.text):
        return harm
    if talk.forwarded:
        return ()
    names = names_of(known(talk), mentioned(talk))
    entries = logged(talk, names)
    rest = _without(text, entries)
    said = sentences(rest)
    if yes := tuple(agreeing(talk, names)):
        return yes
    on = tuple(replies(talk, said, text)) if not entries else ()
    taken = set[int]().union(*(places for _, places in on))
    said = [sentence for at, sentence in enumerate(said) if at not in taken]
    asked = [one for one in said if not chases(talk, [one]) or _I_WILL.match(one.plain)]
    others = tuple(social(talk, said))
    # "Happy to share my story if that is useful" offers something, and promises nothing by a day.
    offers = [one.words for one in others if one.kind == "offer"]
    promised = [one for one in promises(talk, asked, names) if one.finish or not any(one.words in o for o in offers)]
    # "We need someone to take the minutes on Monday" is something to do, and no idea besides.
    unowned = [one.words for one in promised if not one.who]
    found = [
        *(entry.noticed for entry in entries),
        *(one for one, _ in on),
        *others,
        *promised,
        *proposals(talk, [one for one in asked if not any(words in one.text for words in unowned)]),
    ]
    return tuple(sorted(found, key=lambda one: talk.text.find(one.words)))


def _without(text: str, entries: Sequence[Entry]) -> str:
    """The rest of the words, as long as before and cut where something was taken out."""
    for entry in entries:
        text = f"{text[: entry.start]}{chr(10).ljust(entry.end - entry.start)}{text[entry.end :]}"
    return text


def worries(text: str) -> tuple[Noticed, ...]:
    """What may tell of harm to a person, in the words that are the speaker's own."""
    return (Noticed("harm", 0.6, text, "", explicit=False),) if tells_of_harm(own(text)) else ()


def worth_listening(text: str) -> bool:
    """A cheap first look: False for a message in which `listen` would notice nothing, whatever it replies to."""
    return bool(text.strip())
