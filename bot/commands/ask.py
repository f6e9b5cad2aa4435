"""Asks for a paper: it is put on the list as an action, so that it is owed by a day and by somebody (seed 000)."""

from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import arm, mentions_in, names_here, people_meant, right, told, who_and_when, yes_button
from bot.domain.chat import About, Ask, Line, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.owners import Named
from bot.domain.papers import asked_outside, read_paper
from bot.domain.things import Action, Owner
from bot.listing import some
from bot.words import say, say_count

SHOWN = 6
EXAMPLE = "/ask Ruth for the 2023 review"


def run(request: Request) -> Sequence[Reply]:
    """`/ask Ruth for the 2023 review`; a bare `/ask` lists the papers that have not come, with the days waited."""
    if not request.rest.strip():
        return [_waiting(request)]
    named, what = _read(request)
    outside, what = (None, what) if named else asked_outside(what)
    kept = words_of(what, EXAMPLE)
    due = request.calendar.add_working(request.today, request.periods.days("papers"))
    action = Action(
        request.store.groups.next_number(request.group.id, "action"),
        kept,
        _owners(request, named),
        request.today,
        due,
        due,
        "open",
        None,
        request.person,
        request.at,
    )
    group, about = request.group.id, About("action", action.number)
    message = request.incoming.message or request.incoming.id
    chat, ordinal = request.incoming.chat, request.incoming.ordinal
    if (known := request.store.actions.from_message(group, chat, message, ordinal)) is not None:
        raise UserError("That message is on the list already. It is action {n}.", n=known)
    request.store.actions.add(group, action, chat=chat, message=message, ordinal=ordinal or 0)
    if outside:
        request.store.actions.wait_for(group, action.number, outside)
    arm(request, action.number, due)
    request.store.promises.arm(group, "paper", action.number, due, request.at)
    request.store.promises.arm(group, "action_still", action.number, request.today, request.at)
    change = request.change(about, "added", new=due)
    lines = (
        say("{who} asks for a paper. Action {n}: {what}", who=request.person, n=action.number, what=Quote(kept)),
        who_and_when(action),
        *([say("Waiting on {outside}", outside=Quote(outside))] if outside else []),
        *right(action),
        say("When it has come, say so: /done {n}.", n=action.number),
    )
    return told(
        request, Reply(lines, about=about, buttons=yes_button(action)), f"added:action {action.number}:change {change}"
    )


def _read(request: Request) -> tuple[Named | None, str]:
    """Who is asked, and what for. Whoever the platform itself points at comes before a name."""
    for mention in mentions_in(request):
        if mention in request.rest:
            rest = request.rest.replace(mention, "", 1).strip()
            _, what = read_paper(rest.removesuffix("from").strip(), ())
            return Named("mention", mention), what
    return read_paper(request.rest, names_here(request))


def _owners(request: Request, named: Named | None) -> tuple[Owner, ...]:
    """Who owes it: who was asked; else whoever answers ideas here, who has not said yes to it so far."""
    if named:
        return people_meant(request, [named]).owners
    return tuple(Owner(person.name, person, agreed=False) for person in request.answerers[:1])


def _waiting(request: Request) -> Reply:
    papers = [
        action
        for action in request.store.actions.all(request.group.id, ("open",))
        if request.store.promises.get(request.group.id, "paper", action.number)
    ]
    if not papers:
        raise UserError(
            "Which paper would you like to see? Say who should send it, if you know.",
            'You can say it like this: "Ruth for the 2023 review".',
            ask=Ask("/ask {}", None),
        )
    more = say("There are {n} in all. To see the rest, type /actions.", n=len(papers))
    lines = [line for action in papers for line in _line(request, action)]
    return Reply((say("Papers asked for, that have not come:"), *some(lines, SHOWN, more)))


def _line(request: Request, action: Action) -> list[Line]:
    waited = request.calendar.working_between(request.calendar.local_day(action.raised_at), request.today)
    return [
        say_count(
            "Action {number}: {what} Waited {n} working day.",
            "Action {number}: {what} Waited {n} working days.",
            waited,
            number=action.number,
            what=Quote(action.what),
        )
    ]


COMMAND = Command("ask", run, "Ask for a paper, like a report.", EXAMPLE)
