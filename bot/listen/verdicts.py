"""Notices what is said of an idea by those who answer for it: yes, partly or no, or an update (charter 6)."""

import re

from bot.domain.answers import holds, is_holding, read_answer
from bot.domain.chat import About
from bot.domain.hanging import hangs, without_wishes
from bot.domain.things import Decision
from bot.domain.whens import reason_of
from bot.listen.numbered import unnumbered
from bot.listen.progress import DOING, is_progress
from bot.listen.sentences import plainly
from bot.listen.talk import Noticed, Talk

_NO = re.compile(
    r"""\b(?:(?:i'?m\ )?afraid\ not|(?:sorry|afraid|sadly|unfortunately)[\s,]+(?:but\ )?(?:it'?s\ |it\ is[ ]
        |the\ answer\ is\ )?(?:a\ )?no\b
    |(?:answer|decision|verdict)\b[^.?!]{0,40}?\ (?:is|was|has\ to\ be|will\ be)\ (?:a\ )?(?:firm\ |flat\ )?no\b
    |(?:is|was|are|were|be|been)\s?n[o']t\s+(?:going\ to\ be\ |something\ (?:that\ )?we\ can[ ]
        |something\ we'?re\ able\ to\ )?(?:possible|feasible|viable|able|affordable|happening|allowed|permitted
        |approved|agreed|supported|do|fund)
    |(?:isn't|aren't|wasn't|weren't|won't\ be|can't\ be|cannot\ be|not)\ (?:going\ to\ be\ )?(?:possible|feasible
        |viable|able|affordable|happening|allowed|permitted|approved|agreed|supported|done|going\ ahead)
    |(?:we|they|i)(?:'re|\ are|'m|\ am|\ were|\ was)?\ (?:can't|can\ not|cannot|won't|will\ not|couldn't
        |not\ able\ to
        |unable\ to|not\ going\ to|not\ in\ a\ position\ to|won't\ be\ able\ to
            |aren't\ able\ to)\ (?:be\ able\ to[ ]
        |agree\ to\ |go\ ahead\ with\ )?
        (?:do|fund|support|agree|approve|pay|afford|go\ ahead|take\ (?:this|it|that)\ forward|offer|provide|put
            |build
            |allow|justify|make|progress|proceed|commit)
    |(?:turned|knocked)\ (?:\S+\ )?(?:this|it|that|idea\ \d+|down)(?:\ down|\ back)?\b|turned\ down|(?:been|was|has
        |have|'ve|'s)\ (?:refused|declined|objected)
        |was\ refused|refused\ (?:this|it|permission)|rejected|vetoed|said\ no\b|voted\ against|not\ this\ year
    |(?:\b(?:it|this|that)|\A\W*)\ ?(?:won't|will\ not|can't|cannot|(?:isn't|is\ not|'s\ not|ain't)\ (?:going\ to
        |gonna))\ (?:happen|work
        |go\ ahead
        |be\ possible|be\ going\ ahead|get)
    |(?:have|has|had|got|going|need)\ to\ (?:say|be)\ (?:a\ )?no\b|say(?:ing)?\ no\ to|no\ can\ do|(?:(?:it|that|this
        |this\ one|this\ idea|answer|decision|verdict|\d+)(?:'?s|\ is|\ was|\ has\ to\ be))\ (?:a\ )?
        (?:definite\ |clear\ |flat\ |firm\ )?no\b(?=\W*\Z|\W*[,.;:!–-]|\ (?:because|cos|as|from|for|at|i'm|sorry))
            |not\ going\ ahead|has\ been\ (?:declined|turned\ down)
            |(?:we
        |they|board|committee|panel|council)(?:'ve|\ have|\ has)?\ (?:decided\ (?:not\ to|against)|declined))\b""",
    re.VERBOSE,
)
_YES = re.compile(
    r"""(?:\b(?:answer|decision|verdict)\b[^.?!]{0,40}?\ (?:is|was)\ (?:a\ )?yes\b|\b(?:(?:it|that|this|answer
        |decision|verdict|\d+)(?:'?s|\ is|\ was))\ (?:a\ )?(?:definite\ |clear\ |big\ |firm\ )?yes\b|\b(?:we
        |they)(?:'re|\ are)\ (?:now\ )?(?:doing|going\ to\ do)\ (?:it|this|that)\b|\b(?:got|have|'ve|found
        |secured)\ (?:now\ )?(?:got\ )?(?:the\ )?funding\b|\b(?:pleased|happy|delighted|glad)\ to\ (?:say|tell
        |report|confirm)[^.?!]{0,30}?\byes\b
    |\b(?:is|are|been|was|it'?s|now|idea\ \d+|this|that)\ (?:now\ |all\ )?(?:been\ )?(?:approved|agreed|signed\ off
        |given\ the\ go\ ?-?ahead|going\ ahead|funded|accepted|green-?lit)\b(?!\ (?:to|at|that|in))
    |\A\W*(?:been\ )?(?:approved|agreed|accepted|signed\ off|going\ ahead|funded|passed)\b(?!\ (?:to|that|in|with)\b)
    |\b(?:going\ to|will|we'll|can|to|agreed\ to|decided\ to|happy\ to|able\ to|pleased\ to)\ (?:go\ ahead|proceed
        |do\ (?:it|this|that|idea\ \d+)|fund\ (?:it|this|that)|say\ yes|take\ (?:it|this|that)\ forward)\b(?!\s+if)
    |\b(?:we|they|board|committee|panel|council|boss|manager|landlord|trustees)(?:'ve|\ have|\ has)?\ (?:said\ yes
        |approved|agreed\ (?:to\ )?(?:this|it|that|idea|fund)|voted\ for|signed\ (?:it|this|that)\ off|okayed)
        |\bgot\ the\ (?:go[\ -]?ahead|green\ light|money\ for\ (?:it|this|that))|\bgreen\ light\b)""",
    re.VERBOSE,
)
_PARTLY = re.compile(
    r"""\b(?:partly|partially|in\ part|(?:some|part|half|bits?)\ of\ (?:it|this|that|idea|the\ idea)|yes\ and\ no
        |yes\ to\ [^.?!]{2,60}?\bno\ to|(?:do|fund|offer|manage|have)\ (?:some|part|half|one|a\ (?:trial|pilot
        |smaller))\b
    |[^.?!]{2,60}?\bbut\ (?:we\ (?:can'?t|cannot|won'?t)|not\ (?!sure|yet|now|this|a\b)\w+)|trial\ (?:run|period
        |basis)|instead\ we\ (?:can|will)|a\ (?:smaller|shorter)\ version)\b""",
    re.VERBOSE,
)
_SOME = re.compile(
    r"\b(?:can|could|will|'ll|able to|going to) (?:only )?(?:do|fund|offer|manage|agree to) (?:part|some|half"
    r"|bits?)\b"
)
# A yes or a no to something else than the idea: "yes, I know that bus stop".
_CHAT = re.compile(
    r"\W*(?:yes|yeah|yep|no|nope|ok)?[\s,.!]*(?:i|you|he|she|my|it was|that was|did|do|is|was|what|which|who|where"
    r"|that'?s (?:the|what|right|it|true|him|her)|it'?s (?:lovely|great|true)"
    r"|we (?:all )?(?:know|talked|spoke|said|met|did|went))\b(?!'?m (?:afraid|pleased|happy|sorry|delighted)"
    r"| am (?:afraid|pleased|happy|sorry|delighted)| can (?:confirm|do)|'ve (?:got|had|been)| have (?:got|had)"
    r"| (?:approve|agree to))"
)


def verdict(talk: Talk, on: About, text: str, plain: str) -> Noticed | None:
    """Give the answer to an idea, or the update on it; a holding reply is no answer."""
    if talk.role is None:
        return None
    words = without_wishes(unnumbered(plain))
    explicit = talk.about == on
    decision = None if plain.endswith("?") else _decision(words)
    if decision:
        reason = read_answer(unnumbered(text)).reason or reason_of(text)
        command = f"/answer {on.number} {_spoken(decision, text.strip())}"
        return Noticed("answer", 0.9, text, command, explicit, number=on.number, decision=decision, reason=reason)
    if not plain.endswith("?") and (
        is_holding(words)
        or hangs(words)
        or (explicit and words != unnumbered(plain))
        or (explicit and holds(words))
        or is_progress(words)
        or (explicit and DOING.search(words) and not _CHAT.match(words))
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
    read = read_answer(words).decision
    if _SOME.search(words) or (
        _PARTLY.search(words) and (read or _NO.search(words) or _YES.search(words) or _PARTLY.match(words))
    ):
        return "partly"
    if read and not _CHAT.match(words):
        return read
    if _NO.search(words):
        return "no"
    return "yes" if _YES.search(words) and "if " not in words else None


def _spoken(decision: Decision, text: str) -> str:
    """The words, so that they are read back as this decision."""
    if read_answer(unnumbered(text)).decision == decision:
        return unnumbered(text)
    return f"{decision}, {text}"
