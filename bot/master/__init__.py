"""The master copy: every idea ever, every action and every plan, as rows made from the log (charter commitment 5)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.belonging import with_a_say
from bot.command import Request
from bot.domain.chat import About
from bot.domain.interests import declared
from bot.domain.plans import Plan
from bot.domain.things import Action, Idea, Note
from bot.listing import owners_of
from bot.work import own_work

Cell = str | int | float | date | bool | None
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Master:
    """What is exported: for whom and when it was made, and its rows. `of`: the plan or the week, if it is not all.

    `work`: the group's own name for the work it does together.
    """

    group: str
    made_at: datetime
    made_for: str
    of: str | None
    ideas: tuple[Row, ...]
    actions: tuple[Row, ...]
    plans: tuple[Row, ...]
    work: str | None = None


def master_of(request: Request, plan: Plan | None = None, since: date | None = None) -> Master:
    """All there is, or what belongs to a plan, or what came or moved since a day. Nothing is left out of it.

    What was withdrawn, refused or held back has its row like all else.
    """
    store, group, local = request.store, request.group.id, request.calendar.local_day
    ideas, actions = store.ideas.all(group), store.actions.all(group)
    plans = store.plans.all(group)
    of = None
    if plan:
        of = f"plan {plan.number}"
        tied = {thing: set(store.plans.tied(group, plan.number, thing)) for thing in ("idea", "action")}
        ideas = [idea for idea in ideas if idea.number in tied["idea"]]
        actions = [a for a in actions if a.number in tied["action"] or a.idea in tied["idea"]]
        plans = [plan]
    if since:
        of = f"since {since.day} {since:%B %Y}"
        ideas = [i for i in ideas if local(i.raised_at) >= since or (i.answer and local(i.answer.at) >= since)]
        actions = [a for a in actions if local(a.raised_at) >= since or (a.done_on and a.done_on >= since)]
        plans = [p for p in plans if local(p.added_at) >= since]
    made_at = request.at.astimezone(request.calendar.zone)
    return Master(
        request.group.name,
        made_at,
        request.person.name,
        of,
        tuple(_idea(request, idea) for idea in ideas),
        tuple(_action(request, action) for action in actions),
        tuple(_plan(request, each) for each in plans),
        own_work(store, group),
    )


def _idea(request: Request, idea: Idea) -> Row:
    store, group, about = request.store, request.group.id, About("idea", idea.number)
    plan, answer, day = _plan_of(request, about), idea.answer, request.calendar.local_day
    actions = store.actions.of_idea(group, idea.number)
    return {
        "Number": idea.number,
        "Raised on": day(idea.raised_at),
        "Raised at": idea.raised_at.astimezone(request.calendar.zone).strftime("%H:%M"),
        "From": idea.on_behalf_of or idea.raiser.name,
        "Said by": idea.raiser.name,
        "Typed by": idea.logger.name,
        "Words": idea.text,
        "Held back": _held(request, about),
        "Plan": plan.number if plan else None,
        "Stage of the plan": plan.stage if plan else None,
        "Backed by": _listed(person.name for person in store.backers.of(group, idea.number)),
        "First answer date": idea.first_due,
        "Answer due": idea.due,
        "State": f"same as idea {idea.same_as}" if idea.same_as else idea.state,
        "Answer": answer.decision if answer else None,
        "Why": (answer.reason or None) if answer else None,
        "Cost in pounds": answer.cost.pence / 100 if answer and answer.cost else None,
        "Cost is paid": (answer.cost.per or "not said") if answer and answer.cost else None,
        "Answered by": answer.by.name if answer else None,
        "Role": answer.role if answer else None,
        "Who may gain or lose": _interest(request, idea),
        "Answered on": day(answer.at) if answer else None,
        "Answered in time": answer.in_time if answer else None,
        "Actions": _listed(str(action.number) for action in actions),
        "Also said": _notes(request, about),
    }


def _action(request: Request, action: Action) -> Row:
    """The six things to hold (seed 004): what, when, where, why, what will be different, who; and how it went."""
    about, day = About("action", action.number), request.calendar.local_day
    idea = request.store.ideas.get(request.group.id, action.idea) if action.idea else None
    plan = _plan_of(request, about)
    outcome = request.store.outcomes.of(request.group.id, action.number)
    waiting = _listed(owner.name for owner in action.owners if not owner.agreed)
    return {
        "Number": action.number,
        "What": action.what,
        "Start": action.start,
        "Finish": action.due,
        "Where": action.place,
        "Why": f"idea {idea.number}, from {idea.on_behalf_of or idea.raiser.name}: {idea.text}" if idea else None,
        "What will be different": action.different,
        "Waiting on": action.outside,
        "Who": _listed(person.name for person in owners_of(action)),
        "Not yet agreed by": waiting,
        "First finish date": action.first_due,
        "Times moved": action.moves,
        "State": action.state,
        "Done on": action.done_on,
        "Does it work": outcome.check if outcome else None,
        "What changed": outcome.changed if outcome else None,
        "What is in the way": _notes(request, about, lambda note: note.kind == "in the way"),
        "Also said": _notes(request, about, lambda note: note.kind != "in the way"),
        "Held back": _held(request, about),
        "Plan": plan.number if plan else None,
        "Raised on": day(action.raised_at),
        "Raised by": action.raiser.name,
    }


def _plan(request: Request, plan: Plan) -> Row:
    about, day = About("plan", plan.number), request.calendar.local_day
    request = request.within(about)
    versions = request.store.plans.versions(request.group.id, plan.number)
    review = request.store.reviews.next_of(request.group.id, "plan", plan.number)
    leads = {h.role: h.person.name for h in reversed(request.holders) if h.accepted and h.person}
    return {
        "Number": plan.number,
        "Name": plan.name,
        "Stage": plan.stage or "not said",
        "How people share in it": plan.label or "not said",
        "Started on": plan.started_on,
        "Draft since": plan.drafted_on,
        "Decided on": plan.decided_on,
        "Partners first asked on": plan.asked_on,
        "That was": plan.asked or "nobody yet",
        "People with a say": with_a_say(request.store, request.group.id, request.holders, plan.number),
        "Facilitator": leads.get("facilitator"),
        "Manager": leads.get("manager"),
        "Look again by": review.due if review else None,
        "Newest draft": plan.link,
        "Comments wanted": plan.wanted,
        "Versions": _listed(
            f"{v.version}, {day(v.at).isoformat()}, {v.by.name}: {v.what}" + (f" Why: {v.why}" if v.why else "")
            for v in versions
        ),
        "Also said": _notes(request, about),
    }


def _plan_of(request: Request, about: About) -> Plan | None:
    number = request.store.plans.of(request.group.id, about)
    return request.store.plans.get(request.group.id, number) if number else None


def _held(request: Request, about: About) -> str | None:
    held = request.store.holds.get(request.group.id, about.thing, about.number)
    if held is None:
        return None
    return f"{held.why}, by {held.by.name}, {request.calendar.local_day(held.at).isoformat()}"


def _interest(request: Request, idea: Idea) -> str | None:
    """What they said of it themselves, with their names."""
    changes = request.store.history.of(request.group.id, "idea", idea.number)
    said = declared(changes, idea.answer.by if idea.answer else None)
    return _listed(f"{who.name}: {words}" for who, words in said)


def _notes(request: Request, about: About, which: Callable[[Note], bool] = lambda _: True) -> str | None:
    day = request.calendar.local_day
    notes = request.store.history.notes(request.group.id, about.thing, about.number)
    return _listed(f"{day(n.at).isoformat()}, {n.by.name} ({n.kind}): {n.text}" for n in notes if which(n))


def _listed(items: Iterable[str]) -> str | None:
    return "; ".join(items) or None
