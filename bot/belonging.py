"""What belongs to a plan: who leads it, its ideas, its actions (which are its parts), and who had a say (charter 3)."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.domain.absences import standing
from bot.domain.chat import About, Person
from bot.domain.rights import role_of
from bot.domain.things import Action, Holder, Idea
from bot.ports import Store


def leading(store: Store, group: int, holders: Sequence[Holder], about: About, day: date) -> Sequence[Holder]:
    """The roles that count for an idea, an action or a plan on a day. `holders`: the group's own on that day."""
    plan = about.number if about.thing == "plan" else store.plans.of(group, about)
    if plan is None:
        return holders
    named = [holder for holder in store.plans.leaders(group, plan) if holder.accepted]
    own = standing(named, store.absences.of(group), day)
    taken = {holder.role for holder in own}
    return [*own, *(holder for holder in holders if holder.role not in taken)]


def answers_ideas(store: Store, group: int, holders: Sequence[Holder], person: Person) -> bool:
    """Does somebody answer ideas: those of the group, or of a plan that they lead? `holders`: the group's own."""
    of_plans = (holder for plan in store.plans.all(group) for holder in store.plans.leaders(group, plan.number))
    return role_of(person, [*holders, *of_plans]) is not None


def asked_to_lead(store: Store, group: int, plan: int) -> Sequence[Holder]:
    """Who was named for a plan and has not said yes."""
    return [holder for holder in store.plans.leaders(group, plan) if not holder.accepted]


def ideas_of(store: Store, group: int, plan: int) -> list[Idea]:
    """Every idea that is for the plan, also those taken back."""
    found = (store.ideas.get(group, number) for number in store.plans.tied(group, plan, "idea"))
    return [idea for idea in found if idea]


def actions_of(store: Store, group: int, plan: int) -> list[Action]:
    """The actions of the plan, but for those taken back: with none of them it has no action plan."""
    found = (store.actions.get(group, number) for number in store.plans.tied(group, plan, "action"))
    return [action for action in found if action and action.state != "withdrawn"]


def with_a_say(store: Store, group: int, holders: Collection[Holder], plan: int) -> int:
    """How many people raised or backed the ideas for a plan, but for those who lead it (seed 004, P4.6)."""
    people: set[int | str] = set()
    for idea in ideas_of(store, group, plan):
        if idea.state != "withdrawn":
            people.add(idea.on_behalf_of or idea.raiser.id)
            people |= {person.id for person in store.backers.of(group, idea.number)}
    return len(people - {holder.person.id for holder in holders if holder.accepted and holder.person})
