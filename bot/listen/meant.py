"""Judges whether what is said after "I will", "Tom will" or "someone needs to" is work, and surely meant."""

import re

from bot.domain.dates import Said
from bot.domain.whens import Whens
from bot.listen.heads import Head
from bot.listen.verbs import LIGHT, is_private, is_work, starts_work, takes_a_paper

# Of what was said before; alone it is nothing to log.
DO_IT = re.compile(r"(?:do|have) (?:it|that|this|them|those)\b(?: (?:by|from|to|on) [\d/]+)?\W*\Z")
_DETERMINED = re.compile(
    r"\S+ (?:(?:up|out|off|round|in|over) )?(?:the|our|all|those|these|everyone|everybody)\b(?! meeting\b)"
)
_TO_ME = re.compile(r"\S+ (?:me|us)\b")
_AT_ONCE = re.compile(r"\b(?:now|as we speak|today)\b")
_DONE_NOW = ("do", "make", "take")
_AT_HOME_TOO = ("have", "get", "do", "make", "bring")


def is_meant(head: Head, plain: str, whens: Whens, *, weak: bool, now: bool) -> bool:
    """Is it work, in small letters and without its days (`whens`)? `weak`: it is only tried. `now`: said as "ringing".

    The less plainly somebody says that they will, the more it takes a day to be a promise.
    """
    dated, by_day = whens.finish is not None, isinstance(whens.finish, Said)
    if DO_IT.match(plain):
        return dated and head.link not in ("nobody", "needs")
    if (weak or head.link in ("can", "needs")) and not by_day:
        return False
    if head.link == "asked" and not dated:
        return head.sure and bool(head.who) and _is_asked(plain)
    if now and head.link != "asked" and not _is_in_hand(head, plain, by_day=by_day):
        return False
    if _is_somebody_else(head):
        return _is_theirs(head, plain, dated=dated, by_day=by_day)
    return is_work(plain, dated=dated) and (
        head.link not in ("needs", "nobody") or _is_for_us(head, plain, by_day=by_day)
    )


def _is_somebody_else(head: Head) -> bool:
    return bool(head.who) and head.who[0].kind != "speaker" and head.link != "asked"


def _is_in_hand(head: Head, plain: str, *, by_day: bool) -> bool:
    """Is "ringing the depot" more than what somebody happens to be doing?"""
    verb = plain.split(" ", 1)[0]
    if verb in LIGHT and not (verb in _DONE_NOW and takes_a_paper(plain)):
        return by_day and verb not in _AT_HOME_TOO and is_work(plain, dated=True)
    if by_day:
        return True
    told = head.sure if _is_somebody_else(head) else _AT_ONCE.search(plain) is not None
    return told and _DETERMINED.match(plain) is not None and is_work(plain, dated=False)


def _is_theirs(head: Head, plain: str, *, dated: bool, by_day: bool) -> bool:
    """Is it work of somebody else's, who is known here or whose day was told?"""
    # "My brother will …" may say "by the weekend"; of others whom nobody knows a day must be said.
    family = head.who[0].words.casefold().startswith(("my ", "our "))
    told = by_day or (family and dated)
    if not head.sure and ((head.link == "will" and not told) or re.match(r"\S+ me\b", plain)):
        return False
    if head.link == "said" and not by_day:
        return is_work(plain, dated=False)
    light = plain.split(" ", 1)[0] in LIGHT and head.link != "to"
    real = starts_work(plain) and " " in plain and not is_private(plain)
    return real and (not light or is_work(plain, dated=dated))


def _is_for_us(head: Head, plain: str, *, by_day: bool) -> bool:
    """Is it for the group, though nobody said yes to it: wanted of anybody, or only needed?"""
    if head.link == "nobody":
        return (by_day or head.sure) and not _TO_ME.match(plain)
    return not head.who or (takes_a_paper(plain) and " my " not in plain)


def _is_asked(plain: str) -> bool:
    """Is it work that somebody is asked to do, and no favour like passing the salt?"""
    if plain.split(" ", 1)[0] in LIGHT or _TO_ME.match(plain):
        return takes_a_paper(plain)
    return is_work(plain, dated=False)
