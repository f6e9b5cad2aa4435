"""Answers an idea: yes, partly or no, with a reason, by the facilitator or manager (charter commitment 6)."""

from collections.abc import Sequence

from bot import looking
from bot.answered import news_of, what_next, what_stands
from bot.changing import CHANGE, already, read_change
from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.absences import all_away
from bot.domain.answers import (
    COST_ASKED,
    Reading,
    is_holding,
    is_reason,
    is_thanks,
    no_figure_yet,
    read_answer,
    speaks_of_money,
    with_cost,
)
from bot.domain.asides import is_aside
from bot.domain.chat import About, Ask, Button, Cost, Reply
from bot.domain.dates import Said, find_dates
from bot.domain.errors import UserError
from bot.domain.movement import standing
from bot.domain.things import Answer, Change, Idea, Role
from bot.listing import not_merged, not_past
from bot.promised import still_to_say, who_does_what
from bot.several import one_by_one
from bot.talking import ask_if_talked, keep_where
from bot.unnamed import said_of_idea, whisper, without_your_name
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/answer 12 yes|partly|no REASON`; other words are kept as an update, or as a comment of somebody else's."""
    idea, words = request.idea()
    request = request.within(About("idea", idea.number))
    not_merged(idea)
    not_past(idea)
    if idea.state == "withdrawn":
        raise UserError("Idea {n} was taken back, so it needs no answer. Nothing has changed.", n=idea.number)
    if not words.strip():
        raise _what_is_it(request, idea)
    if is_thanks(words) and (idea.answer or not request.may("answer")):
        return []
    changing, new = read_change(idea, words)
    kept = words_of(new, f"/answer {idea.number} yes")
    reading = read_answer(kept)
    if reading.decision is None or not request.may("answer"):
        looked_into = looking.heard(request, About("idea", idea.number), kept)
        if looked_into is not None:
            return looked_into
    if not changing and (actions := who_does_what(request, idea, idea.answer, kept)):
        return actions
    if not request.may("answer"):
        return _comment(request, idea, kept)
    if reading.decision is None:
        return _update(request, idea, kept)
    if idea.answer and not changing:
        raise already(idea, idea.answer, kept)
    reason, cost = _checked(request, idea, reading, "change " + kept if changing else kept)
    return _answer(request, idea, Reading(reading.decision, reason), cost)


def _what_is_it(request: Request, idea: Idea) -> UserError:
    if not request.may("answer"):
        return UserError("What would you like to say about idea {n}?", n=idea.number, ask=_ask(idea, "{}"))
    return UserError(
        "What is the answer to idea {n}? You can say yes, partly or no.",
        "If you say partly or no, please say why.",
        n=idea.number,
        ask=_ask(idea, "{}"),
        buttons=choices(idea),
    )


def choices(idea: Idea) -> tuple[Button, ...]:
    """The three answers as buttons; partly and no lead to the question why."""
    return tuple(Button(label, f"/answer {idea.number} {label.lower()}") for label in ("Yes", "Partly", "No"))


def _checked(request: Request, idea: Idea, reading: Reading, words: str) -> tuple[str, Cost | None]:
    """The reason and the cost it gives; raises UserError with a question for what is missing."""
    reason, cost = with_cost(reading.reason)
    if reading.decision == "yes":
        return reason, cost
    if not is_reason(reading.reason):
        raise _why(idea, reading.decision, words)
    if cost or not speaks_of_money(reason):
        return reason, cost
    if not no_figure_yet(reading.reason):
        raise UserError(
            "How much money is it? Please say it like this: £500 once, or £500 a year.",
            'No figure so far? Reply "no figure yet", and when you will have it.',
            "I have kept your words. Idea {n} is still open.",
            n=idea.number,
            ask=_ask(idea, f"{words.split(COST_ASKED, maxsplit=1)[0].rstrip('. ')}{COST_ASKED}{{}}"),
        )
    dates = find_dates(reading.reason, request.today, working=request.calendar)
    if not any(isinstance(found.result, Said) for found in dates):
        raise UserError(
            "When will you have the figure? You can say it like this: by 30 June.",
            "I have kept your words. Idea {n} is still open.",
            n=idea.number,
            ask=_ask(idea, f"{words.rstrip('. ')}, {{}}"),
        )
    return reason, None


def _why(idea: Idea, decision: str | None, words: str) -> UserError:
    start = "change " if CHANGE.match(words) else ""
    ask = _ask(idea, f"{start}{decision} {{}}")
    if decision == "partly":
        return UserError(
            "Which part is in, and which part is out? Please say why.",
            "Idea {n} is still open. Reply to this message.",
            n=idea.number,
            ask=ask,
        )
    return UserError(
        "Please say why it is a no. Idea {n} is still open.", "Reply to this message.", n=idea.number, ask=ask
    )


def _ask(idea: Idea, words: str) -> Ask:
    return Ask(f"/answer {idea.number} {words}", None)


def _comment(request: Request, idea: Idea, kept: str) -> Reply:
    about = About("idea", idea.number)
    said_of_idea(request, idea.number, "comment", kept)
    lines = [say("Thank you, {who}. I have saved that as a comment on idea {n}.", who=request.person, n=idea.number)]
    if idea.state == "open" and idea.raiser.id == request.person.id:
        lines.append(say("To put it in other words, type /reword {n}.", n=idea.number))
    elif idea.state == "open":
        people = request.answerers or all_away(request.holders)
        lines.append(
            say("The answer can only come from {people:or}.", people=people)
            if people
            else say("The answer can only come from a facilitator or manager. Nobody is named yet.")
        )
    return Reply((*lines, *still_to_say(request, idea)), about=about)


def _update(request: Request, idea: Idea, kept: str) -> Reply:
    about = About("idea", idea.number)
    said_of_idea(request, idea.number, "update", kept)
    lines = [say("Thank you, {who}. I have saved that as an update.", who=request.person)]
    if idea.state == "open":
        lines.append(
            say("Idea {n} still needs a yes, a partly or a no. It is due by {due}.", n=idea.number, due=idea.due)
            if request.today <= idea.due
            else say("Idea {n} still needs a yes, a partly or a no. It was due on {due}.", n=idea.number, due=idea.due)
        )
    return Reply((*lines, *still_to_say(request, idea)), about=about)


def _answer(request: Request, idea: Idea, reading: Reading, cost: Cost | None) -> Sequence[Reply]:
    assert reading.decision  # noqa: S101 - run asked for it
    group, about = request.group.id, About("idea", idea.number)
    role: Role = "manager" if request.role == "manager" else "facilitator"
    answer = Answer(reading.decision, request.person, role, request.at, reading.reason, cost, request.today <= idea.due)
    request.store.ideas.answer(group, idea.number, answer, request.incoming.message)
    request.settled(about)
    request.store.promises.settle(group, "answer", idea.number)
    _await_actions(request, idea.number, answer)
    keep_where(request, about, answer.reason)
    actions = who_does_what(request, idea, answer, answer.reason)
    old = idea.answer.decision if idea.answer else None
    change = request.change(about, "answered", old=old, new=answer.decision, why=answer.reason or None)
    said = news_of(request, idea, answer)
    whisper(request, idea.number, (*said, without_your_name(idea.number)))
    news = (*said, *([] if actions else what_next(request, idea, answer)))
    first, *more = told(request, Reply(news, about=about), f"answered:idea {idea.number}:change {change}")
    return [ask_if_talked(request, idea, answer, first), *more, *actions]


def _await_actions(request: Request, idea: int, answer: Answer) -> None:
    """A yes, or a partly, wants a first action by then; a no wants none."""
    if answer.decision == "no":
        request.store.promises.settle(request.group.id, "first_action", idea)
        return
    due = request.calendar.add_working(request.today, request.periods.days("first action"))
    request.store.promises.arm(request.group.id, "first_action", idea, due, request.at)


def _reads(text: str, about: About) -> str | None:
    return f"{about.number} {text}" if about.thing == "idea" else None


def _overhears(request: Request) -> bool:
    """A facilitator's clear answer or promise to look, to the idea's own message; other talk about it is just talk."""
    idea, words = request.idea()
    request = request.within(About("idea", idea.number))
    if not request.may("answer") or idea.state != "open" or is_aside(words):
        return False
    return bool(read_answer(words).decision) or is_holding(words)


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    group, n = request.group.id, change.thing_number
    earlier = [c for c in standing(request.store.history.of(group, "idea", n)) if c.number < change.number]
    before = next((c for c in reversed(earlier) if c.what == "answered"), None)
    if change.old and before:
        request.store.ideas.answer_again(group, n, before.at)
    else:
        request.store.ideas.reopen(group, n)
    idea = request.store.ideas.get(group, n)
    assert idea  # noqa: S101 - its history was just read
    if idea.answer:
        _await_actions(request, n, idea.answer)
    else:
        request.store.promises.settle(group, "first_action", n)
        request.store.promises.arm(group, "answer", n, idea.due, request.at)
    lines = (
        say("{who} has taken back the answer to idea {n}.", who=request.person, n=n),
        *what_stands(request, idea),
    )
    whisper(request, n, (*lines, without_your_name(n)))
    news = Reply(lines, to="group", key=f"undone:idea {n}:change {change.number}", about=About("idea", n))
    if not request.incoming.private:
        return [news]
    return [Reply((say("That is taken back. I have told the group."),)), news]


# Under 100 words, for those who find it hard to answer (seed 001, "professionals do struggle").
TIPS = (
    say("Yes: say it, and who will do what by when."),
    say("Partly: say which part is in, which is out, and why."),
    say("No: say why. Is it money? Say how much, and how much there is."),
    say("Not yours to decide? Say whose it is, and who will ask."),
    say("A kind no says what you can do instead, and when you will look again."),
    say("Not sure so far? Say what you will find out. The idea stays open."),
)

COMMAND = Command(
    "answer",
    one_by_one(run),
    "Answer an idea: yes, partly or no, and why.",
    "/answer 12 no, there is no room for it",
    aliases=("ateb",),
    first=6,
    reads=_reads,
    turn=90,
    tips=TIPS,
    overhears=_overhears,
    undoes={"answered": _undo, "commented": looking.words_taken_back, "updated": looking.words_taken_back},
    phrases=(
        "answer an/this/that idea",
        "reply/respond to an/this/that idea",
    ),
)
