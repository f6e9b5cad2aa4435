"""Takes a first look at ordinary talk, by its words alone: most of it holds nothing, and opens no transaction.

Who is in the group is not known yet, so it must let pass whatever could be noticed once that is known.
"""

import re
from zoneinfo import ZoneInfo

from bot.command import Understanding
from bot.domain.calendar import Calendar
from bot.domain.chat import Incoming, Person
from bot.listen import Talk
from bot.listen.labels import says_action
from bot.listen.sentences import plainly
from bot.listen.verbs import WORK

_NOBODY = Person(0, "")
_ANY_DAYS = Calendar(lambda _: False, ZoneInfo("UTC"))
# "mo will ask his nephew" is a promise only where there is a Mo.
_SOMEBODY_WILL = re.compile(r"\b(?:will|gonna|going to)\b|['’]ll\b", re.IGNORECASE)
# "can you ring them by Friday, Mo?", "mo is ringing them on Friday": asked or told of somebody, with a day.
_SOMEBODY_DOES = re.compile(
    r"\b(?:can|could|would) you\b|(?:['’]s|\b(?:is|are)) \w+ing (?:the|our|an?|some|up|to)\b|\b(?:needs?|is|are"
    r"|due) to\b"
    r"|['’]s to\b|\bask \w+ to\b|\w[:,–-] (?:please )?\w+ (?:the|an?|our|to)\b|\bplease [a-z]+ (?:the|an?|our|to)\b",
    re.IGNORECASE,
)
# The same where the words name work, or one of the list's own actions: then it takes no day.
_SOMEBODY_WORKS = re.compile(
    rf"\b(?:can|could|would|will|do) (?:you|u) (?:mind |please |possibly |kindly )*(?:{WORK}\b|\w+ing\b|\w+ (?:me"
    rf"|us) the\b)"
    rf"|(?:['’]s|\b(?:is|are)) (?:also |now )?\w+ing (?:the|our|all|those|these)\b|\bplease {WORK} |\b(?:action"
    rf"|number|task|no\.?) ?#?\d"
    rf"|\b(?:said|says?|promised|confirmed|told us) (?:that )?(?:he|she|they)['’]?[ds]?\b"
    rf"|\b(?:happy|glad|willing|agreed|offered|volunteered) to {WORK}\b|\bdown to (?:\w+ to )?{WORK}\b"
    rf"|['’]s (?:{WORK})\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d|day\b|\b(?:mon|tues?|wed|thurs?|fri|sat|sun|tomo|tonight|week|month|morn)", re.IGNORECASE)


def worth_a_look(incoming: Incoming, understanding: Understanding) -> bool:
    """Could something be noticed in it? A facilitator's talk can mean most, so it is read as that."""
    if incoming.kind != "message" or not understanding.worth(incoming.text):
        return False
    text = incoming.text
    if (
        _SOMEBODY_WILL.search(text)
        or _SOMEBODY_WORKS.search(text)
        or says_action(plainly(text))
        or (_SOMEBODY_DOES.search(text) and _DAY.search(text))
    ):
        return True
    talk = Talk(
        incoming.text,
        _NOBODY,
        incoming.at.date(),
        _ANY_DAYS,
        mentions=incoming.mentions,
        role="facilitator",
        forwarded=incoming.forwarded,
    )
    return any(one.command or one.kind == "harm" for one in understanding.listen(talk))
