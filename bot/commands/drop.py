"""Takes an action off the list that is not to be done any more, and says why; its words and dates stay (charter 4)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.doing import action_of, put_back, still_open, take_off, theirs, told
from bot.domain.answers import is_reason
from bot.domain.chat import About, Ask, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Action, Change
from bot.listing import owners_of
from bot.words import say

_IT = r"(?:\s+(?:it|this|that|this one|that one|this action|that action|to do (?:it|this|that)))?"
_DROPS = re.compile(
    rf"\s*(?:(?:please|sorry|hi|hello|no|yes|ok|okay|let['’]?s|we can|i think we can)[\s,.!]+)*"
    rf"(?:drop{_IT}(?!\s+(?:in|off|by|round|out|to)\b)"
    rf"|(?:(?:it|this|that)(?:['’]?s|\s+is)\s+)?(?:no longer|not)\s+needed(?:\s+(?:any\s?more|now))?"
    rf"|we\s+(?:don['’]?t|do not|no longer)\s+need{_IT}(?:\s+(?:any\s?more|now))?)(?![\w'’])"
    rf"(?:\s+please)?(?P<why>\W*\Z|\s*[,.;:!–-]+\s*\w.*\Z|\s+(?:because|as|since|cos)\b.*\Z)",
    re.IGNORECASE | re.DOTALL,
)
_BECAUSE = re.compile(r"\A[\s,.;:!–-]*(?:(?:because|as|since|cos)\b[\s,:]*)?", re.IGNORECASE)


def run(request: Request) -> Sequence[Reply]:
    """`/drop 5 because the shop has shut`, or "drop it, the shop has shut" in reply."""
    action, words = action_of(request)
    still_open(action)
    if not request.may("finish", action) and theirs(action, request.person) is None:
        raise _only(action)
    why = _BECAUSE.sub("", words, count=1).strip()
    if not is_reason(why):
        raise UserError(
            "Please say why action {n} is dropped. Reply to this message.",
            "Nothing has changed so far.",
            n=action.number,
            ask=Ask(f"/drop {action.number} {{}}", request.person),
        )
    take_off(request, action)
    about = About("action", action.number)
    change = request.change(about, "dropped", why=why)
    lines = (
        say("Action {n} is dropped. Nobody is asked to do it any more.", n=action.number),
        say("Action {n}: {what}", n=action.number, what=Quote(action.what)),
        say("Why: {reason}", reason=Quote(why)),
        say("Its number and words stay in the history."),
    )
    return told(request, Reply(lines, about=about), f"dropped:action {action.number}:change {change}")


def _only(action: Action) -> UserError:
    if not action.owners:
        return UserError(
            "Nobody has action {n} yet. Only a facilitator can drop it. Nothing has changed.", n=action.number
        )
    return UserError(
        "Action {n} is with {who}. Only they or a facilitator can drop it. Nothing has changed.",
        n=action.number,
        who=owners_of(action),
    )


def _reads(text: str, about: About) -> str | None:
    """Read "drop it", "no longer needed" and "we don't need this any more because the shop has shut"."""
    match = _DROPS.match(text) if about.thing == "action" and not text.rstrip().endswith("?") else None
    return f"{about.number} {match['why']}" if match else None


def _overhears(request: Request) -> bool:
    """Said to another member, it is meant so only from those who may, and with a reason."""
    action, words = action_of(request)
    return action.state == "open" and request.may("finish", action) and is_reason(words)


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n = change.thing_number
    lines = (say("Action {n} is on the list again.", n=n), *put_back(request, n))
    return told(request, Reply(lines, about=About("action", n)), f"undone:action {n}:change {change.number}")


COMMAND = Command(
    "drop",
    run,
    "Say that an action is not to be done, and why.",
    "/drop 5 because the shop has shut",
    reads=_reads,
    turn=25,
    overhears=_overhears,
    undoes={"dropped": _undo},
)
