"""Notices what is said of an idea by those who answer for it: yes, partly or no, or an update (charter 6)."""

import re

from bot.domain.answers import holds, is_holding, read_answer
from bot.domain.asides import is_aside
from bot.domain.chat import About
from bot.domain.hanging import hangs, without_wishes
from bot.domain.rulings import ruling
from bot.domain.things import Decision
from bot.domain.whens import reason_of
from bot.listen.numbered import unnumbered
from bot.listen.progress import DOING, is_progress
from bot.listen.sentences import plainly
from bot.listen.talk import Noticed, Talk

_NAMED_FIRST = re.compile(r"\W*idea\s*#?\d+\s*:")


def verdict(talk: Talk, on: About, text: str, plain: str) -> Noticed | None:
    """Give the answer to an idea, or the update on it; a holding reply is no answer."""
    if talk.role is None:
        return None
    words = without_wishes(unnumbered(plain))
    explicit = talk.about == on
    aside = is_aside(words)
    decision = None if aside or plain.endswith("?") else _decision(words)
    if decision:
        reason = read_answer(unnumbered(text)).reason or reason_of(unnumbered(text))
        command = f"/answer {on.number} {_spoken(decision, text.strip())}"
        said = explicit or _NAMED_FIRST.match(plain) is not None
        return Noticed("answer", 0.9, text, command, said, number=on.number, decision=decision, reason=reason)
    if not plain.endswith("?") and (
        is_holding(words)
        or hangs(words)
        or (explicit and words != unnumbered(plain))
        or (explicit and holds(words))
        or is_progress(words)
        or (explicit and DOING.search(words) and not aside)
    ):
        return Noticed("update", 0.8, text, _update(on, text.strip()), explicit=False, number=on.number)
    return None


def decides(text: str) -> bool:
    """Do these words, said of an idea, say yes, partly or no to it?"""
    return _decision(plainly(text)) is not None


def _update(on: About, text: str) -> str:
    """The words as an update, even where they begin as a yes does."""
    opening = "update: " if read_answer(text).decision else ""
    return f"/answer {on.number} {opening}{text}"


def _decision(words: str) -> Decision | None:
    if is_holding(words) or hangs(words):
        return None
    return ruling(words, read_answer(words).decision)


def _spoken(decision: Decision, text: str) -> str:
    """The words, so that they are read back as this decision."""
    if read_answer(unnumbered(text)).decision == decision:
        return unnumbered(text)
    return f"{decision}, {text}"
