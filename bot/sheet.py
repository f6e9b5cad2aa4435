"""Shows all there is to know of one action: what, who, start, finish, where it came from, and what is in the way."""

from datetime import datetime

from bot.command import Request
from bot.domain.chat import About, Line, Person, Quote, Reply
from bot.domain.movement import standing
from bot.domain.things import Action, Note
from bot.listing import owners_of
from bot.next_step import next_of_action
from bot.planning import standing_of
from bot.words import say, say_count


def sheet(request: Request, action: Action) -> Reply:
    """One action in full."""
    lines = [say("Action {n}: {what}", n=action.number, what=Quote(action.what, full=True))]
    lines += [*_who(action), *_when(action), *_state(request, action), _why(request, action), *_for_what(action)]
    lines += standing_of(request, About("action", action.number))
    day = request.calendar.local_day(action.raised_at)
    lines.append(say("{who} put it on the list on {day}.", who=action.raiser, day=day))
    for note in notes_that_stand(request, action):
        day = request.calendar.local_day(note.at)
        text = Quote(note.text, full=True)
        lines.append(
            say("What is in the way, from {who} on {day}: {text}", who=note.by, day=day, text=text)
            if note.kind == "in the way"
            else say("{who} said on {day}: {text}", who=note.by, day=day, text=text)
        )
    if action.state == "open":
        lines.append(next_of_action(action, request.today))
    return Reply(tuple(lines), about=About("action", action.number))


def notes_that_stand(request: Request, action: Action) -> list[Note]:
    """The words kept with an action, without those taken back."""
    group, n = request.group.id, action.number
    gone, last = set[tuple[int, datetime]](), dict[int, datetime]()
    for change in request.store.history.of(group, "action", n):
        by = change.by.id if change.by else 0
        if change.what == "undone" and by in last:
            gone.add((by, last[by]))
        last[by] = change.at
    return [note for note in request.store.history.notes(group, "action", n) if (note.by.id, note.at) not in gone]


def _who(action: Action) -> list[Line]:
    if not action.owners:
        return [say("Nobody has it yet.")]
    lines = [say("Who: {who}.", who=owners_of(action))]
    asked = tuple(owner.person for owner in action.owners if owner.person and not owner.agreed)
    if asked and action.state == "open":
        lines.append(say("Not yet agreed by {people}.", people=asked))
    strangers = tuple(Person(0, owner.name) for owner in action.owners if owner.person is None)
    if strangers:
        lines.append(say("Not seen in this chat: {people}.", people=strangers))
    return lines


def _when(action: Action) -> list[Line]:
    if action.due is None:
        return [say("Start: {start}. It needs a finish date.", start=action.start)]
    lines = [say("Start: {start}. Finish: {due}.", start=action.start, due=action.due)]
    if action.moves and action.first_due:
        lines.append(
            say_count(
                "The first finish date was {first}. It has moved {n} time.",
                "The first finish date was {first}. It has moved {n} times.",
                action.moves,
                first=action.first_due,
            )
        )
    return lines


def _state(request: Request, action: Action) -> list[Line]:
    if action.state == "done" and action.done_on:
        return [say("It was done on {day}.", day=action.done_on), *_outcome(request, action)]
    if action.state == "withdrawn":
        return [say("It was taken back.")]
    lines = _does_not_work(request, action)
    if action.due is None or action.due >= request.today:
        return lines
    late = request.calendar.working_between(action.due, request.today)
    return [*lines, say("It is late by {n} working days.", n=late) if late > 1 else say("It is late.")]


def _does_not_work(request: Request, action: Action) -> list[Line]:
    """Why it was opened again, by whoever wanted it, until it is done anew."""
    changes = standing(request.store.history.of(request.group.id, "action", action.number))
    last = next((c for c in reversed(changes) if c.what in ("done", "does not work")), None)
    if last is None or last.what == "done" or not last.why:
        return []
    return [say("Why it does not work: {text}", text=Quote(last.why, full=True))]


def _for_what(action: Action) -> list[Line]:
    lines = [say("Where: {place}", place=Quote(action.place))] if action.place else []
    if action.outside and action.state == "open":
        lines.append(say("Waiting on {outside}", outside=Quote(action.outside)))
    return [*lines, say("What will be different: {what}", what=Quote(action.different))] if action.different else lines


def _outcome(request: Request, action: Action) -> list[Line]:
    """What came of it: does it work for those who wanted it, and what changed."""
    outcome = request.store.outcomes.of(request.group.id, action.number)
    if outcome is None:
        return []
    checks = {
        "asked": "I have asked if it works. There is no reply so far.",
        "works": "It works for those who wanted it.",
        "not checked": "Nobody said if it works, so it is not checked.",
    }
    lines = [say(checks[outcome.check])] if outcome.check else []
    if outcome.changed:
        lines.append(say("What changed: {text}", text=Quote(outcome.changed, full=True)))
    return lines


def _why(request: Request, action: Action) -> Line:
    idea = request.store.ideas.get(request.group.id, action.idea) if action.idea else None
    if idea is None and request.store.promises.get(request.group.id, "paper", action.number):
        waited = request.calendar.working_between(request.calendar.local_day(action.raised_at), request.today)
        return say_count(
            "It is a paper that was asked for. Waited {n} working day.",
            "It is a paper that was asked for. Waited {n} working days.",
            waited,
        )
    if idea is None:
        return say("There is no idea behind it.")
    return say("It came from idea {n}, from {who}.", n=idea.number, who=idea.raiser)
