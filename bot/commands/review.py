"""Looks at the charter or a plan again, together: views, the pack, what changed, and who agreed (charter 8)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import day_kept, told
from bot.domain.calendar import add_months
from bot.domain.chat import About, Ask, Button, Line, Quote, Reply
from bot.domain.dates import Said
from bot.domain.errors import UserError
from bot.domain.review import Review
from bot.domain.things import Change
from bot.domain.whens import answer_whens
from bot.pages.pack import pack
from bot.reviewing import add
from bot.reviews import review_line, signed_off, subject
from bot.words import say

_YES = re.compile(
    r"\s*(?:yes|yep|yeah|ok|okay|sure|please|i would|count me in|agreed?|i agree|👍)(?!\w)[\s.!,]*", re.IGNORECASE
)
_NO = re.compile(r"\s*(?:no|nope)(?!\w)(?:[\s,]*(?:thanks|thank you|not this time))?[\s.!,]*\Z", re.IGNORECASE)
_BUT = re.compile(
    r"(?:but|though|although|however|except|if|only|unless|as long as|ond|os)\b.*\w", re.IGNORECASE | re.DOTALL
)
_ANSWER = re.compile(r"\s*(?P<word>join|agree|reply|view)\s+(?P<number>\d+)\b")
_OF_PLAN = re.compile(r"\s*plan\s+(?P<number>\d{1,9})\b[\s:,]*", re.IGNORECASE)
_OF_CHARTER = re.compile(r"\s*(?:the\s+)?charter\b[\s:,]*", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/review` shows it; `/review pack`, `/review date 14 May`, `/review done …`; other words are what you think."""
    review, rest = _review(request)
    word, _, after = rest.strip().partition(" ")
    match word.casefold():
        case "":
            return _show(request, review)
        case "pack":
            return Reply(tuple(pack(request.store, request.group.id, review, request.calendar, request.today)))
        case "date":
            return _date(request, review, after)
        case "done":
            return _done(request, review, after)
        case "join":
            return [_join(request, review, after), *_beside(request, review, after)]
        case "agree":
            return [*_agree(request, review, after), *_beside(request, review, after)]
        case "idea":
            return _idea(request, review, after)
        case "view":
            return _view(request, review, after)
    return _view(request, review, rest)


def _review(request: Request) -> tuple[Review, str]:
    """The review that is meant, the charter's if none is named; the charter's is set if it has none so far."""
    store, group, text = request.store, request.group.id, request.rest
    if found := _ANSWER.match(text):
        known = store.reviews.get(group, int(found["number"]))
        if known is None:
            raise UserError("Sorry, there is no such review. Nothing has changed.")
        # A reply agrees to what changed, once that was said; before that it answers the invitation.
        word = ("agree" if known.changed else "join") if found["word"] == "reply" else found["word"]
        return known, f"{word} {text[found.end() :]}"
    thing, n = "charter", 0
    if match := _OF_PLAN.match(text):
        thing, n, text = "plan", int(match["number"]), text[match.end() :]
    elif match := _OF_CHARTER.match(text):
        text = text[match.end() :]
    review = store.reviews.next_of(group, thing, n)
    if review is None and thing == "plan":
        raise UserError("Sorry, that plan has no review. Nothing has changed.")
    if review is None:
        due = add_months(request.today, request.periods.days("review"))
        review = store.reviews.get(group, add(request, "charter", 0, due))
    assert review  # noqa: S101 - it is there, or was just made
    return review, text


def _show(request: Request, review: Review) -> Reply:
    lines = [review_line(each, request.today) for each in request.store.reviews.all(request.group.id)]
    for done in request.store.reviews.all(request.group.id):
        if done.state == "done" and done.changed:
            lines.append(say("What changed then: {text}", text=Quote(done.changed)))
            lines.append(say("Signed off by {people}.", people=signed_off(request.store, request.group.id, done)))
    lines += [
        say("To say what you think, type /review and your words."),
        say("To see what the list shows of the year, type /review pack."),
        say("When it is done, type /review done and what changed."),
    ]
    return Reply(tuple(lines), about=About("review", review.number))


def _view(request: Request, review: Review, words: str) -> Reply:
    kept = words_of(words, "/review the letters are still too small")
    request.note(About("review", review.number), "comment", kept)
    request.change(About("review", review.number), "view")
    return Reply(
        (
            say(
                "Thank you, {who}. I have put that with the review of {what}.", who=request.person, what=subject(review)
            ),
            say("Do you want something changed? I can make an idea of it, so that it gets an answer."),
            say("To do that, type {command} and what you want.", command=Quote(f"/review {_typed(review)} idea")),
        ),
        about=About("review", review.number),
        buttons=(Button("Make it an idea", f"/review {_typed(review)} idea {kept}"),),
    )


def _typed(review: Review) -> str:
    return "the charter" if review.thing == "charter" else f"{review.thing} {review.thing_number}"


def _idea(request: Request, review: Review, words: str) -> Sequence[Reply]:
    """What somebody wants changed is an idea like any other, tied to what is looked at again."""
    if not words.strip():
        ask = Ask(f"/review {_typed(review)} idea {{}}", None)
        raise UserError("What is your idea? Please reply in your own words.", ask=ask)
    tied = f" for plan {review.thing_number}" if review.thing == "plan" else ""
    made = request.by("idea", words + tied)
    for reply in made:
        if reply.about and reply.about.thing == "idea":
            request.change(About("review", review.number), "wanted", new=reply.about.number)
    return made


def _date(request: Request, review: Review, words: str) -> Sequence[Reply]:
    """Another day: not after a year from now, so that it stays yearly."""
    latest = add_months(request.today, 12)
    whens = answer_whens(words, request.today, working=request.calendar)
    said = whens.finish or whens.start
    if not isinstance(said, Said):
        raise UserError(
            "Which day do you mean? The latest day is {latest}. Nothing has changed.",
            latest=latest,
            ask=Ask(f"/review {_typed(review)} date {{}}", request.person),
        )
    if said.day > latest:
        raise UserError("That is too late. The latest day is {latest}. Nothing has changed.", latest=latest)
    request.store.reviews.set_due(request.group.id, review.number, said.day)
    request.store.promises.arm(request.group.id, "review", review.number, said.day, request.at)
    change = request.change(About("review", review.number), "review moved", old=review.due, new=said.day)
    lines = (
        say("{who} has moved the review of {what}.", who=request.person, what=subject(review)),
        say("It is on {due} now. It was on {old}.", due=said.day, old=review.due),
    )
    return told(request, Reply(lines, about=About("review", review.number)), f"moved:review:change {change}")


def _join(request: Request, review: Review, words: str) -> Reply:
    """They would like to take part, or would rather not: then they hear no more of it."""
    coming = not _NO.match(words)
    request.store.reviews.reply(request.group.id, review.number, request.person.id, coming=coming)
    line = (
        say("Thank you, {who}. You are on the list for it.", who=request.person)
        if coming
        else say("That is fine, {who}. I will not remind you of it.", who=request.person)
    )
    return Reply((line,), about=About("review", review.number))


def _beside(request: Request, review: Review, words: str) -> list[Reply]:
    """What they say beside their yes is what they think, and is kept too: "yes, but the letters are too small"."""
    yes = _YES.match(words)
    return [_view(request, review, words[yes.end() :])] if yes and _BUT.match(words, yes.end()) else []


def _done(request: Request, review: Review, words: str) -> Sequence[Reply]:
    if not words.strip():
        raise UserError(
            "What changed because of it? Please reply in your own words.",
            ask=Ask(f"/review {_typed(review)} done {{}}", request.person),
        )
    kept = words_of(words, "/review done we changed promise 3")
    request.store.reviews.tell(request.group.id, review.number, kept, request.person)
    n, change = review.number, request.change(About("review", review.number), "review told", why=kept)
    lines = (
        say("{who} says that the review of {what} is done.", who=request.person, what=subject(review)),
        say("What changed: {text}", text=Quote(kept)),
        say('Do you agree? Reply "yes". Each yes is a name under it.'),
    )
    buttons = (Button("Yes, I agree", f"/review agree {n} yes"),)
    return told(request, Reply(lines, about=About("review", n), buttons=buttons), f"told:review:change {change}")


def _agree(request: Request, review: Review, words: str) -> Sequence[Reply]:
    """The first who agrees makes it done, and sets the next one; each other yes is one name more."""
    group, n, about = request.group.id, review.number, About("review", review.number)
    if not _YES.match(words) or review.changed is None:
        raise UserError('Do you agree that it is done? Please reply "yes". Nothing has changed.')
    if review.by and review.by.id == request.person.id:
        raise UserError("Thank you, {who}. Somebody else has to agree too.", who=request.person)
    if request.person.id in {person.id for person in signed_off(request.store, group, review)}:
        raise UserError("Thank you, {who}. Your name is under it already.", who=request.person)
    if review.state == "done":
        request.change(about, "co-signed")
        line = say(
            "Thank you, {who}. Your name is under the review of {what}.", who=request.person, what=subject(review)
        )
        return [Reply((line,), about=about)]
    request.store.reviews.finish(group, n, request.today)
    request.store.promises.settle(group, "review", n)
    due = add_months(request.today, request.periods.days("review"))
    add(request, review.thing, review.thing_number, due)
    change = request.change(about, "reviewed")
    names = signed_off(request.store, group, review)
    lines: list[Line] = [
        say("The review of {what} is done. Signed off by {people}.", what=subject(review), people=names),
        say("What changed: {text}", text=Quote(review.changed)),
        say("The next one is on {due}.", due=due),
    ]
    return told(request, Reply(tuple(lines), about=about), f"reviewed:change {change}")


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    n = change.thing_number
    if change.what == "review told":
        request.store.reviews.tell(request.group.id, n, None, None)
    elif change.what == "review moved":
        old = day_kept(change.old)
        request.store.reviews.set_due(request.group.id, n, old)
        request.store.promises.arm(request.group.id, "review", n, old, request.at)
    lines = (say("That is taken back, {who}. Your words stay in the history.", who=request.person),)
    return told(request, Reply(lines, about=About("review", n)), f"undone:review:change {change.number}")


def _reads(text: str, about: About) -> str | None:
    """A reply to an invitation, or to "do you agree?"."""
    said = about.thing == "review" and (_YES.match(text) or _NO.match(text))
    return f"reply {about.number} {text.strip()}" if said else None


def _keeps(text: str, about: About) -> str | None:
    """Other words are what somebody thinks."""
    return f"view {about.number} {text.strip()}" if about.thing == "review" else None


COMMAND = Command(
    "review",
    run,
    "Look at the charter again, together.",
    "/review the letters are still too small",
    aliases=("adolygu",),
    reads=_reads,
    turn=12,
    keeps=_keeps,
    undoes=dict.fromkeys(("view", "review told", "review moved"), _undo),
)
