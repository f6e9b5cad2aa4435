"""Says the figures of a group in plain lines: who raises, answers and does, what was kept, how long nothing moved."""

from dataclasses import replace
from datetime import date

from bot.domain.calendar import Calendar
from bot.domain.chat import Line
from bot.domain.figures import FEW, Figures, figures
from bot.domain.movement import moves
from bot.pages.yousaid import organisations_of
from bot.ports import Store
from bot.words import say, say_count


def counted(store: Store, group: int, today: date) -> Figures:
    """The figures of all that is on the list."""
    partners = organisations_of(store, group).keys()
    return figures(store.ideas.all(group), store.actions.all(group), partners, today)


def number_lines(store: Store, group: int, calendar: Calendar, today: date) -> list[Line]:
    """All figures, members and partners side by side, with nobody's name."""
    f = counted(store, group, today)
    lines = [
        *side_lines(f),
        say("People who raised or did something: {n}.", n=few(f.people)),
        *kept_lines(f),
    ]
    days = _days_since(store, group, calendar, today)
    if days is not None:
        lines.append(say_count("Something moved {n} day ago.", "Something moved {n} days ago.", days))
    return [*lines, say("A partner is somebody who signed for an organisation.")]


def side_lines(f: Figures) -> list[Line]:
    """Who brings ideas, who decides and who does, members and partners side by side (seeds 001 and 003)."""
    return [
        say("Ideas from members: {a}. From partners: {b}.", a=f.raised[0], b=f.raised[1]),
        say("Answers from facilitators: {a}. From managers: {b}.", a=f.decided[0], b=f.decided[1]),
        say("Actions with members: {a}. With partners: {b}.", a=f.own[0], b=f.own[1]),
        say("Actions with both: {n}.", n=f.joint),
    ]


def few(n: int) -> int | Line:
    """A count of people as it may be shown: a small one could tell who they are."""
    return say("fewer than {n}", n=FEW) if 0 < n < FEW else n


def of_a_time(store: Store, group: int, f: Figures, today: date) -> Figures:
    """The figures of what came up in some time, with what is late now of all there is: late is late, however old."""
    return replace(f, late=counted(store, group, today).late)


def kept_lines(f: Figures) -> list[Line]:
    """How the promises of the charter were kept: what stands beside the signatures."""
    return [
        say("Answered in time: {n} of {all}.", n=f.in_time, all=f.answers),
        say("A no or a partly with a reason: {n} of {all}.", n=f.noes_with_reason, all=f.noes),
        say("Where money was the reason, with a figure: {n} of {all}.", n=f.money_with_figure, all=f.money),
        say("First dates kept: {n} of {all}.", n=f.kept, all=f.dated),
        say("Done: {n}. Late now: {late}.", n=f.done, late=f.late),
    ]


def _days_since(store: Store, group: int, calendar: Calendar, today: date) -> int | None:
    """The days since anything moved, or None if nothing did so far."""
    actions = {action.number: action for action in store.actions.all(group)}
    moved = [
        change.at
        for thing in (*(("idea", i.number) for i in store.ideas.all(group)), *(("action", n) for n in actions))
        for change in store.history.of(group, *thing)
        if moves(change, actions.get(change.thing_number) if change.thing == "action" else None)
    ]
    return (today - calendar.local_day(max(moved))).days if moved else None
