"""The page of a plan: its stage, who leads it, who was asked and when, its parts, ideas, versions and review date."""

from bot.belonging import actions_of, asked_to_lead, ideas_of, with_a_say
from bot.command import Request
from bot.domain.chat import About, Line, Quote, Reply
from bot.domain.plans import Plan
from bot.domain.things import ROLES
from bot.listing import action_line, idea_line, some
from bot.words import say, say_count

SHOWN = 12

_STAGES = {
    None: "Its stage: not said so far.",
    "first thoughts": "Its stage: first thoughts.",
    "draft": "Its stage: draft.",
    "decided": "Its stage: decided.",
}
_LABELS = {
    None: "How people share in it: not said.",
    "telling": "How people share in it: telling.",
    "asking": "How people share in it: asking.",
    "involving": "How people share in it: involving.",
    "designing together": "How people share in it: designing together.",
    "doing together": "How people share in it: doing together.",
}
_ASKED = {
    "at the start": "Partners were first asked on {day}: at the start.",
    "half way": "Partners were first asked on {day}: half way.",
    "after": "Partners were first asked on {day}: after it was decided.",
}


def plan_page(request: Request, plan: Plan) -> Reply:
    """One plan in full (charter commitments 1 to 4)."""
    about = About("plan", plan.number)
    request = request.within(about)
    review = request.store.reviews.next_of(request.group.id, "plan", plan.number)
    lines = [
        say("Plan {n}: {name}", n=plan.number, name=Quote(plan.name, full=True)),
        say(_STAGES[plan.stage]),
        say(_LABELS[plan.label]),
        asked_line(plan),
        say_line(request, plan),
        *_leaders(request, plan),
        *([say("It will be looked at again by {day}.", day=review.due)] if review else []),
        *draft_lines(plan),
        *_versions(request, plan),
        *_items(request, plan),
    ]
    notes = request.store.history.notes(request.group.id, "plan", plan.number)
    said = (say("{who} said: {text}", who=note.by, text=Quote(note.text)) for note in notes)
    return Reply((*lines, *said), about=about)


def plan_line(plan: Plan) -> Line:
    """One plan in a list."""
    stages = {
        None: "Plan {n}: {name} Stage not said.",
        "first thoughts": "Plan {n}: {name} First thoughts.",
        "draft": "Plan {n}: {name} A draft.",
        "decided": "Plan {n}: {name} Decided.",
    }
    return say(stages[plan.stage], n=plan.number, name=Quote(plan.name))


def asked_line(plan: Plan) -> Line:
    """When partners were first asked, and how far along the plan was (seed 000)."""
    if plan.asked:
        return say(_ASKED[plan.asked], day=plan.asked_on)
    if plan.stage == "decided":
        return say("Who was asked before it was decided: nobody yet.")
    return say("When partners were first asked: not yet.")


def say_line(request: Request, plan: Plan) -> Line:
    """How many people have had a say, but for those who lead it."""
    n = with_a_say(request.store, request.group.id, request.holders, plan.number)
    if n == 0:
        return say("No members have had a say yet.")
    return say_count("{n} member has had a say.", "{n} members have had a say.", n)


def draft_lines(plan: Plan) -> list[Line]:
    """Where the newest draft is, and what comments are wanted."""
    lines = [say("To read it: {link} (the newest draft)", link=Quote(plan.link, full=True))] if plan.link else []
    if plan.wanted:
        lines.append(say("Comments wanted: {what}", what=Quote(plan.wanted)))
    return lines


def _leaders(request: Request, plan: Plan) -> list[Line]:
    lines = []
    for role in ROLES:
        people = [h.person for h in request.holders if h.role == role and h.accepted and h.person]
        lines += [
            say("Facilitator: {who}.", who=who) if role == "facilitator" else say("Manager: {who}.", who=who)
            for who in people
        ]
        if not people:
            lines.append(say("No facilitator yet.") if role == "facilitator" else say("No manager yet."))
    asked = (
        say("{who} was asked to be its facilitator. They have not said yes so far.", who=holder.person)
        if holder.role == "facilitator"
        else say("{who} was asked to be its manager. They have not said yes so far.", who=holder.person)
        for holder in asked_to_lead(request.store, request.group.id, plan.number)
    )
    return [*lines, *asked]


def _versions(request: Request, plan: Plan) -> list[Line]:
    lines = []
    for version in request.store.plans.versions(request.group.id, plan.number):
        day = request.calendar.local_day(version.at)
        head, what = "Version {n}, from {who}, on {day}: {what}", Quote(version.what)
        lines.append(say(head, n=version.version, who=version.by, day=day, what=what))
        if version.why:
            lines.append(say("Why: {why}", why=Quote(version.why)))
    return lines


def _items(request: Request, plan: Plan) -> list[Line]:
    store, group, n = request.store, request.group.id, plan.number
    actions, ideas = actions_of(store, group, n), ideas_of(store, group, n)
    more = say("To see them all, type {example}", example=Quote(f"/export plan {n}"))
    lines = [say("Its parts and actions:")] if actions else [say("There is no action plan yet.")]
    for action in actions[:SHOWN]:
        lines.append(action_line(action, request.today))
        if action.owners and action.due and action.state == "open":
            lines.append(say("Start: {start}. Finish: {due}.", start=action.start, due=action.due))
    lines += [more] if len(actions) > SHOWN else []
    lines += [say("Its ideas:")] if ideas else [say("There are no ideas for it yet.")]
    return [*lines, *some([idea_line(idea, request.today) for idea in ideas], SHOWN, more)]
