"""Says yes or no to standing in for somebody who is away: only the person asked can, and it counts from then on."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.cover import begun
from bot.doing import told
from bot.domain.absences import Absence
from bot.domain.chat import About, Line, Reply
from bot.domain.errors import UserError
from bot.grammar import number
from bot.naming import SAYS_NO, SAYS_YES, of_another_organisation
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/standin yes`, `/standin no`, also later on; with a number where somebody was asked more than once."""
    absence, words = _asked(request)
    if SAYS_NO.match(words):
        return _no(request, absence)
    if not SAYS_YES.match(words):
        raise UserError(
            'Will you stand in for {away} until {until}? Reply "yes" or "no".',
            away=absence.person,
            until=absence.until,
        )
    if absence.agreed:
        raise UserError("Thank you, {who}. You have said yes to that already.", who=request.person)
    return _yes(request, absence)


def _asked(request: Request) -> tuple[Absence, str]:
    """The absence meant, and the words after its number. Raises UserError unless this person was asked."""
    found = number(request.rest)
    absences = [
        a
        for a in request.store.absences.of(request.group.id)
        if a.until >= request.today and (found is None or a.number == found[0])
    ]
    mine = [a for a in absences if a.stand_in and a.stand_in.id == request.person.id]
    if mine:
        return mine[-1], found[1] if found else request.rest
    for absence in absences:
        if absence.stand_in:
            raise UserError("Only {who} can say that. Nothing has changed.", who=absence.stand_in)
    raise UserError("Nobody has asked you to stand in. Nothing has changed.")


def _yes(request: Request, absence: Absence) -> Sequence[Reply]:
    if not request.may("serve"):
        raise of_another_organisation()
    group, n = request.group.id, absence.number
    request.store.absences.agree(group, n, request.person)
    change = request.change(About("absence", n), "stands in")
    begins = absence.since <= request.today
    request.store.promises.arm(group, "stand_in", n, absence.since, request.at, start=1 if begins else 0)
    request.store.promises.look_again(group, request.at)
    lines: list[Line] = [say("Thank you, {who}.", who=request.person)]
    lines += (
        begun(request.store, group, absence)
        if begins
        else [
            say(
                "You stand in for {away} from {first} until {last}.",
                away=absence.person,
                first=absence.since,
                last=absence.until,
            ),
        ]
    )
    if request.store.people.private(request.person.id) != "open":
        lines.append(say("To let me remind you privately, open a chat with me and press Start."))
    return told(request, Reply(tuple(lines)), f"stands in:{n}:change {change}")


def _no(request: Request, absence: Absence) -> Sequence[Reply]:
    group, n = request.group.id, absence.number
    request.store.absences.agree(group, n, None)
    request.store.promises.settle(group, "stand_in", n)
    request.store.promises.look_again(group, request.at)
    change = request.change(About("absence", n), "does not stand in")
    lines = (
        say("Thank you for telling me, {who}. That is fine.", who=request.person),
        say("{away} is away until {until}. Nobody stands in so far.", away=absence.person, until=absence.until),
        say("To name somebody, type /away again with the dates and a name."),
    )
    return told(request, Reply(lines), f"no stand-in:{n}:change {change}")


COMMAND = Command("standin", run, "Say yes when you were asked to stand in.", "/standin yes")
