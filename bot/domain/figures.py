"""The figures of a group, all from its list (seed 004, "equality, parity, movement"); none about a named person.

A partner is somebody who signed the charter for an organisation; all others are members.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.answers import is_reason, speaks_of_money
from bot.domain.things import Action, Idea

FEW = 5
"""A count of people below this is not shown as it is."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours given, unpaid and paid apart (never a sum of both): quarter hours, so 10 is two and a half hours."""

    unpaid: int = 0
    paid: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted. Each pair is (members, partners)."""

    raised: tuple[int, int]
    own: tuple[int, int]
    joint: int
    decided: tuple[int, int]
    answers: int
    in_time: int
    noes: int
    noes_with_reason: int
    money: int
    money_with_figure: int
    kept: int
    dated: int
    late: int
    done: int
    people: int


def figures(ideas: Sequence[Idea], actions: Sequence[Action], partners: Collection[int], today: date) -> Figures:
    """Count what is on the list; `decided` is by (facilitators, managers). What was taken back does not count."""
    ideas = [idea for idea in ideas if idea.state != "withdrawn"]
    actions = [action for action in actions if action.state != "withdrawn"]
    answers = [idea.answer for idea in ideas if idea.answer]
    roles = Counter(answer.role for answer in answers)
    refused = [answer for answer in answers if answer.decision != "yes"]
    dear = [answer for answer in refused if speaks_of_money(answer.reason)]
    finished = [a for a in actions if a.state == "done" and a.done_on and a.first_due]
    owners = [{o.person.id if o.person else -1 for o in a.owners} for a in actions]
    acting = [{o.person.id if o.person else -1 for o in a.owners if o.organisation} | set(partners) for a in actions]
    by_partners = sum(bool(ids & theirs) for ids, theirs in zip(owners, acting, strict=True))
    by_members = sum(bool(ids - theirs) for ids, theirs in zip(owners, acting, strict=True))
    active = {i.raiser.id for i in ideas} | {n for ids in owners for n in ids if n > 0}
    late_ideas = sum(i.state == "open" and i.due < today for i in ideas)
    return Figures(
        raised=_sides([idea.raiser.id for idea in ideas], partners),
        own=(by_members, by_partners),
        joint=by_members + by_partners - sum(bool(ids) for ids in owners),
        decided=(roles["facilitator"], roles["manager"]),
        answers=len(answers),
        in_time=sum(answer.in_time for answer in answers),
        noes=len(refused),
        noes_with_reason=sum(is_reason(answer.reason) for answer in refused),
        money=len(dear),
        money_with_figure=sum(answer.cost is not None for answer in dear),
        kept=sum(a.done_on <= a.first_due for a in finished if a.done_on and a.first_due),
        dated=len(finished),
        late=late_ideas + sum(a.state == "open" and a.due is not None and a.due < today for a in actions),
        done=sum(action.state == "done" for action in actions),
        people=len(active),
    )


def _sides(people: Sequence[int], partners: Collection[int]) -> tuple[int, int]:
    theirs = sum(person in partners for person in people)
    return len(people) - theirs, theirs
