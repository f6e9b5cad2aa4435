"""Logs an idea, so that it has a number, a date, a name and somebody who owes an answer (charter commitment 5)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answered import DECIDED, by_whom
from bot.before import join_buttons, like, shown_before
from bot.behalf import ask_if_right, behalf_of
from bot.command import Command, Request, words_of
from bot.doing import left_open
from bot.domain.answers import read_answer
from bot.domain.behalf import read_behalf
from bot.domain.chat import About, Ask, Line, Person, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change, Idea, Past
from bot.grammar import number, spoken_of
from bot.item import item_of
from bot.leaving_out import leave_out
from bot.listing import cost_line, interest_lines, owners_of
from bot.next_step import next_of
from bot.owed import nobody_answers, when
from bot.planning import plan_named, standing_of, tie
from bot.several import each_of
from bot.unnamed import said_openly, without_a_name
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/idea TEXT` logs it, `/idea 12` shows one, a bare `/idea` logs the message it replies to, or asks."""
    found = number(request.rest)
    several = each_of(request.rest)
    if found and several and request.store.ideas.get(request.group.id, found[0]):
        return request.by("each", several)
    if found and not found[1].strip(" ?.!") and _meant(request, found[0]):
        return _show(request)
    if found and (answered := _answered(request, *found)):
        return answered
    if without_a_name(request.rest) is not None:
        raise said_openly()
    if request.rest:
        return _log(request, request.rest, request.person, request.incoming.message)
    original = request.incoming.reply_to
    if original and not original.ours and original.sender and original.text:
        author = request.store.people.meet(request.incoming.platform, request.incoming.tenant, original.sender)
        if not original.sender.shared:
            request.store.people.joins(request.group.id, author.id)
        return _log(request, original.text, author, original.message)
    raise UserError("What is your idea? Please reply in your own words.", ask=Ask("/idea {}", None))


def _meant(request: Request, n: int) -> bool:
    """A number is the idea's; in words it is that only if there is such an idea, so that none is lost."""
    in_digits = any(c.isdigit() for c in request.rest)
    return in_digits or request.store.ideas.get(request.group.id, n) is not None


def _in_words(request: Request) -> bool:
    """An idea is never lost. What is on the list already is not shown."""
    return number(request.rest) is None


def _answered(request: Request, n: int, words: str) -> Reply | Sequence[Reply] | None:
    """Take "idea 12: we wait for a price" or "idea 12 no, …" as words about idea 12, and not as a new idea."""
    about_it = spoken_of(request.rest) or read_answer(words).decision
    if request.store.ideas.get(request.group.id, n) is None or not about_it:
        return None
    found = request.commands.read_reply(words, About("idea", n))
    return found[0].do(replace(request, rest=found[1])) if found else None


def _log(request: Request, text: str, raiser: Person, message: str | None) -> Reply:
    plan, text = plan_named(request, text, "idea")
    name, text = read_behalf(text)
    known = behalf_of(request, name) if name else None
    if known and known.id == request.person.id:
        known = name = None
    behalf = known.name if known else name
    kept = words_of(text, "/idea a bench at the bus stop")
    chat = request.incoming.chat
    message = message or request.incoming.id
    ordinal = request.incoming.ordinal
    if (before := request.store.ideas.from_message(request.group.id, chat, message, ordinal)) is not None:
        raise UserError(
            "That message is on the list already. It is idea {n}.",
            "I have not saved it again. To see it, type /idea {n}.",
            n=before,
        )
    due = request.calendar.add_working(request.today, request.periods.days("answer"))
    idea = Idea(
        request.store.groups.next_number(request.group.id, "idea"),
        raiser,
        request.person,
        request.at,
        kept,
        "open",
        due,
        due,
        0,
        on_behalf_of=behalf,
    )
    about = About("idea", idea.number)
    request.store.ideas.add(request.group.id, idea, chat=chat, message=message, ordinal=ordinal or 0)
    request.store.promises.arm(request.group.id, "answer", idea.number, due, request.at)
    if request.incoming.private:
        request.store.promises.arm(request.group.id, "unseen", idea.number, request.today, request.at)
    if plan:
        tie(request, about, plan)
        request = request.within(about)
    request.store.promises.arm(request.group.id, "idea_still", idea.number, request.today, request.at)
    request.change(about, "raised", new=due)
    thanks = say("Thank you, {who}. Your idea is on the list.", who=request.person)
    if raiser.id != request.person.id:
        thanks = say("Thank you, {who}. The words of {raiser} are on the list.", who=request.person, raiser=raiser)
    if behalf:
        thanks = say(
            "Thank you, {who}. The words of {raiser} are on the list.", who=request.person, raiser=Person(0, behalf)
        )
    shown = say("Idea {n}: {text}", n=idea.number, text=Quote(kept))
    earlier = like(request, idea)
    promised = _who_answers(request, idea)
    after = (promised[0], *shown_before(request, earlier)) if earlier else promised
    # To answer that would give away who wrote without a name.
    private, choices = leave_out(idea) if request.incoming.sender else ((), ())
    more = private or (() if earlier else _more(request, idea.number))
    said = Reply(
        (thanks, shown, *(standing_of(request, about) if plan else ()), *after, *more),
        key=f"raised:idea {idea.number}",
        about=about,
        buttons=(*join_buttons(idea, earlier), *choices),
    )
    return ask_if_right(said, idea.number, known) if known and request.incoming.sender else said


def _more(request: Request, n: int) -> list[Line]:
    """The offer to say more of it; not to somebody without a name, who would give it away by that."""
    return [say("Why does it matter? Type /saymore {n}.", n=n)] if request.incoming.sender else []


def _who_answers(request: Request, idea: Idea) -> tuple[Line, ...]:
    if request.answerers:
        return (
            say("{people:or} will answer by {due}.", people=request.answerers, due=idea.due),
            say("I will tell you when they do."),
        )
    return say("It should have an answer by {due}.", due=idea.due), nobody_answers(request.holders)


def _show(request: Request) -> Reply:
    idea, _ = request.idea()
    backers = tuple(request.store.backers.of(request.group.id, idea.number))
    raised = request.calendar.local_day(idea.raised_at)
    lines = [
        say("Idea {n}, from {who}, on {day}.", n=idea.number, who=idea.raiser, day=raised),
        say("{text}", text=Quote(idea.text, full=True)),
    ]
    if idea.past:
        lines = _from_notes(idea, idea.past)
    elif idea.logger.id != idea.raiser.id:
        lines.append(say("{who} put it on the list.", who=idea.logger))
    if idea.on_behalf_of and not idea.past:
        lines.append(say("It is from {who}.", who=Person(0, idea.on_behalf_of)))
    lines += _reworded(request, idea)
    if backers:
        lines.append(say("Backed by {people}.", people=backers))
    lines += standing_of(request, About("idea", idea.number))
    lines += _state(request, idea)
    lines += [
        say("Idea {n}, from {who}, is the same.", n=other.number, who=other.raiser)
        for other in request.store.ideas.all(request.group.id, ("merged",))
        if other.same_as == idea.number
    ]
    for action in request.store.actions.of_idea(request.group.id, idea.number):
        lines.append(say("Action {n} came from it: {what}", n=action.number, what=Quote(action.what)))
        if action.done_on:
            lines.append(say("It was done on {day}.", day=action.done_on))
        elif action.due and action.owners:
            lines.append(say("Who: {who}. Finish: {due}.", who=owners_of(action), due=action.due))
    if item := item_of(request.store, request.group.id, About("idea", idea.number)):
        holders = request.within(item.about).holders
        lines.append(next_of(request.store, request.group.id, item, holders, request.today))
    return Reply(tuple(lines), about=About("idea", idea.number))


def _reworded(request: Request, idea: Idea) -> list[Line]:
    """When its words were last changed: whoever backed or answered it before then said so of other words."""
    changes = request.store.history.of(request.group.id, "idea", idea.number)
    last = next((change for change in reversed(changes) if change.what == "reworded"), None)
    day = request.calendar.local_day(last.at) if last else None
    return [say("{who} put it in other words on {day}.", who=last.by, day=day)] if last and last.by else []


def _from_notes(idea: Idea, notes: Past) -> list[Line]:
    """The head of an idea from old notes: who and when, if they say so, and what they say came of it."""
    head = say("Idea {n}, from {who}.", n=idea.number, who=idea.raiser)
    if notes.on:
        head = say("Idea {n}, from {who}, on {day}.", n=idea.number, who=idea.raiser, day=notes.on)
    elif notes.when:
        head = say("Idea {n}, from {who}. When: {day}", n=idea.number, who=idea.raiser, day=Quote(notes.when))
    answers = {
        "yes": "It is from old notes. The answer was yes.",
        "partly": "It is from old notes. The answer was partly.",
        "no": "It is from old notes. The answer was no.",
        None: "It is from old notes. They give no answer.",
    }
    lines = [head, say("{text}", text=Quote(idea.text, full=True)), say(answers[notes.decision])]
    if notes.reason:
        reason = Quote(notes.reason, full=True)
        lines.append(say("Why: {reason}", reason=reason) if notes.decision else say("They say: {text}", text=reason))
    return lines


def _state(request: Request, idea: Idea) -> list[Line]:
    if idea.same_as:
        return [say("It is the same as idea {other}. To see that one, type /idea {other}.", other=idea.same_as)]
    if idea.state == "withdrawn":
        return [say("It was taken back.")]
    if idea.state == "sorted":
        return [say("We sorted it ourselves.")]
    if idea.state == "past":
        return [say("Nobody is asked for an answer now. To bring it back, add it as a new idea.")]
    changes = request.store.history.of(request.group.id, "idea", idea.number)
    if idea.answer is None:
        lines = [when(idea, request.today)]
        lines += _more_time(idea)
        if idea.due < request.today:
            late = request.calendar.working_between(idea.due, request.today)
            lines.append(say("It is late by {n} working days.", n=late) if late > 1 else say("The answer is late."))
        return [*lines, *interest_lines(changes, None)]
    answer = idea.answer
    lines = [say(DECIDED[answer.decision]), *_more_time(idea)]
    if answer.reason:
        lines.append(say("Why: {reason}", reason=Quote(answer.reason, full=True)))
    return [*lines, *cost_line(answer), *interest_lines(changes, answer.by), by_whom(answer, request.calendar)]


def _more_time(idea: Idea) -> list[Line]:
    """The first date stays for ever (charter commitment 4)."""
    if not idea.extended:
        return []
    return [say("The first date was {first}. There was more time once.", first=idea.first_due)]


def _undo(request: Request, change: Change) -> list[Reply]:
    request.store.ideas.set_state(request.group.id, change.thing_number, "withdrawn")
    request.store.promises.settle(request.group.id, "answer", change.thing_number)
    request.settled(About("idea", change.thing_number))
    return [
        Reply(
            (
                say("Idea {n} is taken back. It is not waiting for an answer any more.", n=change.thing_number),
                say("Its number and words stay in the history."),
                *left_open(request, change.thing_number),
            ),
            to="group",
            key=f"undone:idea {change.thing_number}:change {change.number}",
            about=About("idea", change.thing_number),
        )
    ]


COMMAND = Command(
    "idea",
    run,
    "Add an idea to the list.",
    "/idea a bench at the bus stop",
    aliases=("syniad",),
    first=1,
    label=True,
    act="raise",
    undoes={"raised": _undo},
    anyone=True,
    early=_in_words,
    unnamed=lambda rest: without_a_name(rest) is not None,
    phrases=(
        "add/raise/make/suggest/log/share/propose/submit/post/send/have/got an/another/new/my idea/suggestion",
        "i have/got/ive an/another/new/good/great idea/suggestion",
        "i have/ive got an/another/new/good/great idea/suggestion",
        "put/add an/my idea/something on/to the list",
        "suggest/propose something",
        "ive/i have/ had/thought of/ an idea",
    ),
)
