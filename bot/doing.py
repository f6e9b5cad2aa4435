"""What all commands about actions share: who does it, how they were named, its reminders, how news of it is told."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.command import Request
from bot.domain.chat import About, Button, Line, Mention, Person, Ping, Quote, Reply, Sender
from bot.domain.dates import find_dates
from bot.domain.errors import UserError
from bot.domain.owners import ORGANISATION, Named, forms_of
from bot.domain.things import Action, Change, Owner
from bot.grammar import number
from bot.listing import action_line, owners_of
from bot.partners import who_speaks_for
from bot.words import clean, say

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Who:
    """The people meant, and the names that more than one person here has."""

    owners: tuple[Owner, ...] = ()
    unsure: tuple[tuple[str, tuple[Person, ...]], ...] = ()


def people_meant(
    request: Request, named: Sequence[Named], speaker: Person | None = None, organisation: str | None = None
) -> Who:
    """Who was named: people known here, or a name as it was written. `speaker` is who said "I".

    `organisation`: whom the first of them does it for.
    """
    speaker = speaker or request.person
    owners: dict[object, Owner] = {}
    unsure: list[tuple[str, tuple[Person, ...]]] = []
    for one in named:
        found = _people(request, one, speaker)
        speaks = who_speaks_for(request, one.words) if one.kind == "name" and not found else None
        if len(found) > 1:
            unsure.append((one.words, found))
        elif speaks:
            organisation, person = speaks
            owners[person.id] = Owner(person.name, person, person.id == request.person.id, organisation)
        elif found:
            agreed = found[0].id == request.person.id
            owners[found[0].id] = Owner(found[0].name, found[0], agreed)
        else:
            name = clean(one.words, LONGEST_NAME)
            owners.setdefault(name.casefold(), Owner(name, None, agreed=False))
    first, *others = owners.values() or (None,)
    if first and organisation:
        return Who((replace(first, organisation=organisation), *(o for o in others if o)), tuple(unsure))
    return Who(tuple(owners.values()), tuple(unsure))


def _people(request: Request, one: Named, speaker: Person) -> tuple[Person, ...]:
    people, group = request.store.people, request.group.id
    match one.kind:
        case "speaker":
            return (speaker,)
        case "mention":
            mention = next(m for m in request.incoming.mentions if m.words == one.words)
            return (mentioned(request, mention),)
        case "handle":
            found = people.by_username(group, one.words.lstrip("@"))
            return (found,) if found else ()
    wanted = one.words.casefold()
    known = people.of_group(group)
    full = [p for p in known if p.name.casefold() == wanted]
    return tuple(full or [p for p in known if wanted in [form.casefold() for form in forms_of(p.name)]])


def mentioned(request: Request, mention: Mention) -> Person:
    """The person that the platform itself points at, who may not have been seen here yet."""
    assert mention.id  # noqa: S101 - `mentions_in` gives only those
    people, place = request.store.people, (request.incoming.platform, request.incoming.tenant)
    known = people.by_user(request.group.id, *place, mention.id)
    if known is None:
        known = people.meet(*place, Sender(mention.id, mention.words.lstrip("@"), outside=mention.outside))
        people.joins(request.group.id, known.id)
    return known


def names_here(request: Request) -> list[str]:
    """The names of everyone seen in the group."""
    return [person.name for person in request.store.people.of_group(request.group.id)]


def mentions_in(request: Request) -> list[str]:
    """The words of the message that point at somebody by the platform's own id."""
    return [mention.words for mention in request.incoming.mentions if mention.id and mention.words]


def action_of(request: Request) -> tuple[Action, str]:
    """The action meant, and the words after its number: by number, or the one that the message replies to."""
    found = number(request.rest)
    about = request.about
    if about and about.thing == "action" and found:
        # "12 June" in a reply about action 5 begins with a day, not with an action's number.
        days = find_dates(request.rest, request.today, working=request.calendar)
        if any(not request.rest[: day.start].strip() for day in days):
            return request.action(f"{about.number} {request.rest}")
    return request.action()


def still_open(action: Action) -> None:
    """Raises UserError for an action that is done or taken back."""
    if action.state == "done":
        raise UserError("Action {n} is done already. It was done on {day}.", n=action.number, day=action.done_on)
    if action.state == "withdrawn":
        raise UserError("Action {n} was taken back. Nothing has changed.", n=action.number)


def theirs(action: Action, person: Person) -> Owner | None:
    """The person's own place among the owners; an @name that is theirs counts, though it was written first."""
    handle = handle_of(person)
    for owner in action.owners:
        if owner.person and owner.person.id == person.id:
            return owner
        if owner.person is None and owner.name.casefold() == handle:
            return owner
    return None


def handle_of(person: Person) -> str | None:
    """Their @name as an owner may be called by it, in small letters; None if they have none."""
    return f"@{person.username}".casefold() if person.username else None


def agreeing(action: Action, person: Person) -> tuple[Owner, ...]:
    """The owners once this one of them has said yes."""
    mine = theirs(action, person)
    return tuple(
        Owner(person.name, person, agreed=True, organisation=o.organisation) if o is mine else o for o in action.owners
    )


def waiting_for(action: Action) -> tuple[Ping, ...]:
    """The owners here who have not said yes."""
    return tuple(Ping(owner.person) for owner in action.owners if owner.person and not owner.agreed)


def right(action: Action) -> list[Line]:
    """Asks those who were named if it is right, and says who can't be asked."""
    lines: list[Line] = []
    strangers = tuple(Person(0, owner.name) for owner in action.owners if owner.person is None)
    if strangers:
        lines.append(say("I have not seen {people} in this chat. Please tell them.", people=strangers))
        if any(re.match(ORGANISATION, person.name) for person in strangers):
            example = Quote(f"/owner {action.number} Olga for {strangers[0].name}")
            lines.append(say("Who does it for them? Say it like this: {example}", example=example))
    if people := waiting_for(action):
        lines.append(say('{people}, is that right? Reply "yes", or tell me what to change.', people=people))
    return lines


def yes_button(action: Action) -> tuple[Button, ...]:
    """The button for those who are asked if it is right."""
    return (Button("Yes", f"/agree {action.number}"),) if waiting_for(action) else ()


def who_and_when(action: Action) -> Line:
    """Who, start and finish of an action, as far as they are known."""
    who, start = owners_of(action), action.start
    if action.owners and action.due:
        return say("Who: {who}. Start: {start}. Finish: {due}.", who=who, start=start, due=action.due)
    if action.owners:
        return say("Who: {who}. It needs a finish date.", who=who)
    if action.due:
        return say("Start: {start}. Finish: {due}. Nobody has it yet.", start=start, due=action.due)
    return say("It needs a name and a finish date.")


def who_can(action: Action) -> list[Line]:
    """Asks the group who can take an action."""
    lines = [say("Action {n}: {what}", n=action.number, what=Quote(action.what))]
    if action.due:
        lines.append(say("Finish: {due}.", due=action.due))
    return [*lines, say('Can you do it? Reply "I will".')]


def i_will(action: Action) -> tuple[Button, ...]:
    """The button for whoever can take it."""
    return (Button("I will", f"/agree {action.number} I will"),)


def asked_by(request: Request, action: Action) -> Owner | None:
    """The owner who asked last who else could do it, if nobody took it since."""
    asker: int | None = None
    for change in request.store.history.of(request.group.id, "action", action.number):
        if change.what == "asked":
            asker = request.store.people.get(int(change.new)).id if change.new else None
        elif change.what in ("given", "done") or (change.what, change.old) == ("undone", "asked"):
            asker = None
    return next((o for o in action.owners if asker and o.person and o.person.id == asker), None)


def arm(request: Request, action: int, due: date) -> None:
    """Its reminders run from this date; one that is near needs no word before it."""
    near = request.calendar.working_between(request.today, due) <= request.periods.get("actions")[0]
    request.store.promises.arm(request.group.id, "action", action, due, request.at, start=1 if near else 0)


def take_off(request: Request, action: Action) -> None:
    """It is not to be done any more. An idea that was said yes to wants another one, if this was all there was."""
    group, n, promises = request.group.id, action.number, request.store.promises
    request.store.actions.set_state(group, n, "withdrawn")
    request.settled(About("action", n))
    promises.settle(group, "action", n)
    if action.idea and not request.store.actions.of_idea(group, action.idea):
        idea = request.store.ideas.get(group, action.idea)
        first = promises.get(group, "first_action", action.idea)
        if first and idea and idea.answer and idea.answer.decision != "no":
            promises.arm(group, "first_action", action.idea, first.due, request.at)


def put_back(request: Request, n: int) -> list[Line]:
    """It is to be done again, by the finish that it had; gives what is to be said of that."""
    request.store.actions.set_state(request.group.id, n, "open")
    action = request.store.actions.get(request.group.id, n)
    assert action  # noqa: S101 - its history was just read
    if action.due is None:
        return []
    arm(request, n, action.due)
    return [say("Its finish is still {due}.", due=action.due)]


def left_open(request: Request, idea: int) -> list[Line]:
    """What came of an idea that has ended and is still to be done, and how to drop it: nobody goes on in vain."""
    came_of_it = request.store.actions.of_idea(request.group.id, idea)
    actions = [action for action in came_of_it if action.state == "open"]
    if not actions:
        return []
    example = Quote(f"/drop {actions[0].number} because the shop has shut")
    return [
        say("Still open from idea {n}:", n=idea),
        *(action_line(action, request.today) for action in actions),
        say("To drop one, type it like this: {example}", example=example),
    ]


def give(request: Request, action: Action, owners: tuple[Owner, ...], why: str | None = None) -> tuple[Action, int]:
    """These people have it now; gives the action as it is then, and the number of the change."""
    request.store.actions.set_owners(request.group.id, action.number, owners)
    about = About("action", action.number)
    change = request.change(about, "given", old=_kept(action.owners), new=_kept(owners), why=why)
    return replace(action, owners=owners), change


def _kept(owners: Sequence[Owner]) -> str:
    """Owners as the history keeps them: by our ids, so that a name can be taken back."""
    return json.dumps(
        [[o.person.id if o.person else o.name, o.agreed, *([o.organisation] if o.organisation else [])] for o in owners]
    )


def owners_kept(request: Request, kept: str | None) -> tuple[Owner, ...]:
    """Owners as the history kept them."""
    owners: list[Owner] = []
    for who, agreed, *organisation in json.loads(kept or "[]"):
        person = request.store.people.get(who) if isinstance(who, int) else None
        owners.append(Owner(person.name if person else who, person, agreed, *organisation))
    return tuple(owners)


def day_kept(kept: str | None) -> date:
    """A day as the history kept it."""
    return date.fromisoformat(kept or "")


def told(request: Request, news: Reply, key: str) -> list[Reply]:
    """News for the group, said once; whoever caused it privately is thanked there."""
    news = replace(news, to="group", key=key)
    if not request.incoming.private:
        return [news]
    thanks = say("Thank you, {who}. I have told the group.", who=request.person)
    return [Reply((thanks,), about=news.about), news]


def as_it_was(request: Request, change: Change) -> list[Reply]:
    """News that a change of an action was taken back, and all is as before."""
    n = change.thing_number
    line = say("That is taken back. Action {n} is as it was.", n=n)
    return told(request, Reply((line,), about=About("action", n)), f"undone:action {n}:change {change.number}")
