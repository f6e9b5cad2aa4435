"""Marks an action as done on its owner's or a facilitator's word, thanks by name, tells the group once (charter 7)."""

import re
from collections.abc import Sequence

from bot import checking
from bot.command import Command, Request
from bot.doing import action_of, put_back, still_open, theirs, told
from bot.domain.answers import is_reason, is_thanks
from bot.domain.chat import About, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Action, Change
from bot.listing import owners_of
from bot.words import say

_DONE = re.compile(
    r"\s*(?:(?:yes|yep|yeah|yh|yup|aye"
    r"|ok|okay|hi|hello|great news|good news|all|now|job|this|that|it|is|it['’]?s|that['’]?s"
    r"|has been|been|i|we|i['’]?ve|we['’]?ve|have)[\s,.!:–-]+)*"
    r"(?:done|finished|completed?|sorted|did)"
    r"(?:\s+(?:this morning|last night|it|this|that|now|already|today|yesterday))*(?![\w'’])[\s,.!;:–-]*"
    r"(?P<rest>.*)\Z|\s*[✅✔☑]\ufe0f?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOT_YET = re.compile(r"\s*(?:by|before|until|when|if|soon|not|next|on)\b", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/done 5`; words after it are kept with the action."""
    action, words = action_of(request)
    still_open(action)
    if not request.may("finish", action) and theirs(action, request.person) is None:
        raise _only(request, action)
    if re.match(r"\s*(?:,|and|&|\+)\s*(?:action\s*)?#?\d", words, re.IGNORECASE):
        raise UserError(
            "Sorry, I can do one thing at a time. I have not saved anything.",
            "Please send a message for each, like this: /done {n}.",
            n=action.number,
        )
    if words.strip() == "?":
        raise UserError('Is action {n} done? Reply "done".', n=action.number)
    words = "" if is_thanks(words) else words
    group, about = request.group.id, About("action", action.number)
    if is_reason(words):
        request.note(about, "comment", words)
    request.store.actions.set_state(group, action.number, "done", request.today)
    request.store.promises.settle(group, "action", action.number)
    request.settled(about)
    change = request.change(about, "done", new=request.today)
    lines = [say("Action {n} is done: {what}", n=action.number, what=Quote(action.what)), *_thanks(request, action)]
    if is_reason(words):
        lines.append(say("{who} said: {text}", who=request.person, text=Quote(words)))
    question, buttons = checking.ask(request, action)
    lines += question
    if not action.agreed:
        lines.append(
            say('I have marked action {n} as done. {who}, reply "undo" if not.', n=action.number, who=request.person)
        )
    return told(
        request, Reply(tuple(lines), about=about, buttons=buttons), f"done:action {action.number}:change {change}"
    )


def _thanks(request: Request, action: Action) -> list[Line]:
    """Thanks those who did it, and names whose idea it came from."""
    lines: list[Line] = []
    if action.owners:
        lines.append(say("Thank you, {who}.", who=owners_of(action)))
    idea = request.store.ideas.get(request.group.id, action.idea) if action.idea else None
    if idea:
        lines.append(say("It came from idea {n}, from {raiser}.", n=idea.number, raiser=idea.raiser))
        backers = tuple(request.store.backers.of(request.group.id, idea.number))
        if backers:
            lines.append(say("Backed by {people}.", people=backers))
    return lines


def _only(request: Request, action: Action) -> UserError:
    if not action.owners:
        return UserError(
            "Thank you, {me}. Nobody has action {n} yet, so only a facilitator can close it.",
            'If you did it, say so first: reply "I will", then "done".',
            me=request.person,
            n=action.number,
        )
    return UserError(
        "Thank you, {me}. Only {who} or a facilitator can say that it is done. Nothing has changed.",
        me=request.person,
        who=owners_of(action),
    )


def _reads(text: str, about: About) -> str | None:
    """Read "done", "finished it", "I have sorted that"; but not "done by Friday", nor a question."""
    match = _DONE.match(text) if about.thing == "action" and not text.rstrip().endswith("?") else None
    if match is None or _NOT_YET.match(match["rest"] or ""):
        return None
    return f"{about.number} {match['rest'] or ''}"


def _overhears(request: Request) -> bool:
    """Said to another member, it is meant so only from those who may close it."""
    action, _ = action_of(request)
    return action.state == "open" and request.may("finish", action)


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n = change.thing_number
    checking.stop(request, n)
    request.store.outcomes.forget(request.group.id, n)
    lines = (say("Action {n} is not done yet. It is open again.", n=n), *put_back(request, n))
    return told(request, Reply(lines, about=About("action", n)), f"undone:action {n}:change {change.number}")


COMMAND = Command(
    "done",
    run,
    "Say that an action is done.",
    "/done 5",
    aliases=("gorffen",),
    reads=_reads,
    turn=20,
    overhears=_overhears,
    undoes={"done": _undo},
    phrases=("say/tell/mark/report an/my/that/this/ action/task/job/it is/as/ done/finished",),
)
