"""What becomes of what somebody promised once they go: actions are offered to the others, and roles are free."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.command import Request
from bot.cover import ended
from bot.doing import give, i_will, theirs, who_can
from bot.domain.chat import About, Line, Reply
from bot.domain.things import Action
from bot.listing import owners_of
from bot.owed import nobody_answers
from bot.words import say


@dataclass(frozen=True, slots=True)
class Parted:
    """The open actions that nobody has now, what is to be said of all else, and whether there was anything."""

    alone: Sequence[Action]
    lines: Sequence[Line]

    @property
    def anything(self) -> bool:
        """Had they promised anything?"""
        return bool(self.alone or self.lines)


def part(request: Request) -> Parted:
    """Free all that the person who asks holds in the group; ideas, answers and words of theirs stay.

    It is said of them under the name that the request has for them.
    """
    alone, shared = _actions(request)
    freed = [*_roles(request), *_stand_ins(request)]
    request.store.nudges.forget(request.group.id, request.person.id)
    request.store.people.leaves(request.group.id, request.person.id)
    request.store.promises.look_again(request.group.id, request.at)
    stays = (say("Action {n} stays with {who}.", n=action.number, who=owners_of(action)) for action in shared)
    return Parted(alone, [*freed, *stays])


def offers(request: Request, parted: Parted, change: int) -> list[Reply]:
    """Ask the group who can take each of the actions; `change` makes it news."""
    return [_offer(request, action, change) for action in parted.alone]


def _actions(request: Request) -> tuple[list[Action], list[Action]]:
    """Their open actions: those that nobody has now, and those that others still have."""
    alone: list[Action] = []
    shared: list[Action] = []
    for action in request.store.actions.all(request.group.id, ("open",)):
        mine = theirs(action, request.person)
        if mine is None:
            continue
        left, _ = give(request, action, tuple(owner for owner in action.owners if owner is not mine))
        (shared if left.owners else alone).append(left)
    return alone, shared


def _offer(request: Request, action: Action, change: int) -> Reply:
    about = About("action", action.number)
    head = say("{who} can't do action {n} any more. That is fine.", who=request.person, n=action.number)
    key = f"offered:action {action.number}:change {change}"
    return Reply((head, *who_can(action)), to="group", key=key, about=about, buttons=i_will(action))


def _roles(request: Request) -> list[Line]:
    """Their roles are free, and it is said who answers ideas now."""
    store, group, lines = request.store, request.group.id, list[Line]()
    mine = [h for h in request.holders if h.stands_for is None and h.person and h.person.id == request.person.id]
    for holder in mine:
        store.roles.decline(group, holder.role, request.person)
        if holder.accepted:
            lines.append(
                say("{who} was the facilitator here.", who=request.person)
                if holder.role == "facilitator"
                else say("{who} was the manager here.", who=request.person)
            )
    if not lines:
        return []
    gone = (*(h for h in request.holders if h.stands_for and h.stands_for.id == request.person.id), *mine)
    me = request.person.id
    others = [h for h in request.holders if h not in gone and not (h.person and h.person.id == me)]
    left = replace(request, holders=others).answerers
    return [*lines, say("{people:or} will answer ideas now.", people=left) if left else nobody_answers(others)]


def _stand_ins(request: Request) -> list[Line]:
    """Whoever they stand in for is told that nobody does; an absence of their own is over."""
    store, group, me, lines = request.store, request.group.id, request.person.id, list[Line]()
    for absence in store.absences.of(group):
        if absence.until < request.today or me not in (absence.person.id, absence.stand_in and absence.stand_in.id):
            continue
        store.promises.settle(group, "stand_in", absence.number)
        if absence.person.id == me:
            ended(store, group, absence, request.today)
            continue
        store.absences.agree(group, absence.number, None)
        if absence.agreed:
            away = absence.person
            lines.append(say("{away} is away until {until}. Nobody stands in now.", away=away, until=absence.until))
    return lines
