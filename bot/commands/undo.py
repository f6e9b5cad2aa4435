"""Takes back a person's own last change, if nobody has built on it; those who were told are told again."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import About, Ask, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.interests import INTEREST, NO_INTEREST
from bot.domain.movement import ASKED_WHY, FLAGGED, IN_THE_WAY, standing
from bot.domain.things import Change
from bot.grammar import number
from bot.listen.taking_back import taken_back
from bot.words import called

# What happened beside it is not what they mean to take back.
_BESIDE = ("edited", "deleted", "talked", "not talked")
# What somebody said about it since is not built on it.
_WORDS = (*_BESIDE, "commented", "updated", "noted", "said more", "reworded", INTEREST, NO_INTEREST)
# What was asked of an idea that does not move.
_ASKED = (FLAGGED, ASKED_WHY, IN_THE_WAY)
_WHOLE = re.compile(r"\s*my\s+idea(?:\s*\Z|\s*(?:idea\s*)?#?(?P<number>\d{1,9})\b)", re.IGNORECASE)
_THING = re.compile(r"\s*(?P<thing>idea|action|plan)\s*#?(?P<number>\d{1,9})\b", re.IGNORECASE)
_TODAY = re.compile(r"\d\s+today\Z")
_WITH_NAME = re.compile(r"\s*with\s+my\s+name[\s.!]*\Z", re.IGNORECASE)


def run(request: Request) -> Sequence[Reply]:
    """`/undo` takes back the last change, `/undo action 5`, `/undo 5` or "undo" in reply the last one of that.

    So does "wrong one" in reply, and "wrong group" or "scrap that" if it was today (`/undo action 5 today`).
    `/undo my idea 12` takes back the idea itself, whatever they said of it since; `/undo my idea` the only one.
    """
    change = _change(request)
    undo = request.commands.undo_of(change.what)
    if undo is None:
        raise UserError(
            "Sorry, I can't take that back. Nothing has changed.",
            "If it was about a role, type /decline to step down from it.",
        )
    if _TODAY.search(request.rest) and request.calendar.local_day(change.at) != request.today:
        raise UserError(
            "There is nothing of yours to take back. Nothing has changed.",
            "To take back your last change, type {command}.",
            command=Quote(_again(change)),
        )
    since = request.store.history.of(request.group.id, change.thing, change.thing_number)
    built = [later for later in since if later.number > change.number and _is_more(later)]
    if change.what == "raised":
        # An idea is its raiser's until others have a part in it, and who took theirs back has none.
        built = [later for later in standing(built) if later.what not in _ASKED]
    if built:
        raise _built_on(change, built)
    replies = undo(request, change)
    request.change(About(change.thing, change.thing_number), "undone", old=change.what)
    return replies


def _is_more(later: Change) -> bool:
    """Was something built on it; words about it, and that they were taken back, are not."""
    return later.what not in _WORDS and not (later.what == "undone" and later.old in _WORDS)


def _built_on(change: Change, since: Sequence[Change]) -> UserError:
    """Others have a part in it now; whoever had the idea hears what of theirs can still go."""
    head = "Sorry, I can't take that back. Somebody has added to it since."
    if change.what != "raised":
        return UserError(head, "Nothing has changed. You can still say what you want to change.")
    people = tuple({later.by.id: later.by for later in since if later.by}.values())
    return UserError(
        head,
        "It stays on the list for {people}. Nothing has changed.",
        "The words are yours. To put them in another way, type /reword {n}.",
        "You can be thanked without your name. For that, type /credit none.",
        people=people,
        n=change.thing_number,
    )


def _change(request: Request) -> Change:
    if match := _WHOLE.match(request.rest):
        change = _raised(request, int(match["number"]) if match["number"] else _only_idea(request))
    elif match := _THING.match(request.rest):
        change = _last_of(request, About(match["thing"].lower(), int(match["number"])))
    elif found := number(request.rest):
        change = _numbered(request, found[0])
    else:
        change = _last(request)
    if change is None:
        raise UserError("There is nothing of yours to take back. Nothing has changed.")
    if change.what == "undone":
        more = change.thing == "idea" and _raised(request, change.thing_number)
        raise UserError(
            "There is nothing of yours to take back. Nothing has changed.",
            *(["To take back the whole idea, type /undo my idea {n}."] if more else []),
            n=change.thing_number,
        )
    return change


def _only_idea(request: Request) -> int:
    ideas = request.store.ideas.all(request.group.id, ("open", "answered"))
    mine = [idea.number for idea in ideas if idea.raiser.id == request.person.id]
    if len(mine) > 1:
        raise UserError(
            "Which one do you mean? Nothing has changed.",
            "Please reply with one of these: {names:row}.",
            names=tuple(called(About("idea", n)) for n in mine),
            ask=Ask("/undo my idea {}", request.person),
        )
    return mine[0] if mine else 0


def _raised(request: Request, n: int) -> Change | None:
    """That the person who asks raised this idea, if it was not taken back."""
    changes = standing(request.store.history.of(request.group.id, "idea", n))
    return next((c for c in changes if c.what == "raised" and c.by and c.by.id == request.person.id), None)


def _last(request: Request) -> Change | None:
    """What the person who asks did last with their name; raises UserError if something was done without one since.

    Whose that was is asked of nobody: all who did nothing since are told the same, so it tells of none of them.
    """
    change = request.store.history.last_by(request.group.id, request.person.id)
    since = request.store.unnamed.changed_since(request.group.id, change.number if change else 0)
    if not since or _WITH_NAME.match(request.rest):
        return change
    nothing = change is None or change.what == "undone"
    raise UserError(
        "There is nothing of yours to take back. Nothing has changed."
        if nothing
        else "Do you mean your last change with your name? Nothing has changed so far.",
        *([] if nothing else ["To take that back, type {command}."]),
        "To take back an idea without a name, write to me in private: {example}",
        command=Quote(_again(change)),
        example=Quote("/anon 12 take back"),
    )


def _last_of(request: Request, about: About) -> Change | None:
    """What the person who asks changed last of a thing."""
    changes = request.store.history.of(request.group.id, about.thing, about.number)
    mine = [c for c in changes if c.by and c.by.id == request.person.id and c.what not in _BESIDE]
    return mine[-1] if mine else None


def _numbered(request: Request, n: int) -> Change | None:
    """Their last change of the idea, action or plan of that number; raises UserError if it may be several."""
    abouts = (About("idea", n), About("action", n), About("plan", n))
    theirs = [(about, change) for about in abouts if (change := _last_of(request, about))]
    standing = [(about, change) for about, change in theirs if change.what != "undone"]
    if len(standing) > 1:
        raise UserError(
            "Which one do you mean? Nothing has changed.",
            "Please reply with one of these: {names:row}.",
            names=tuple(called(about) for about, _ in standing),
            ask=Ask("/undo {}", request.person),
        )
    return standing[0][1] if standing else None


def _again(change: Change | None) -> str:
    """What to type to take back this change and no other."""
    named = change and _THING.match(f"{change.thing} {change.thing_number}")
    return f"/undo {named[0]}" if named else "/undo with my name"


def _reads(text: str, about: About) -> str | None:
    what = taken_back(text)
    if about.thing == "hunch" and what != "idea":
        return None  # it turns the offer down
    if what == "idea":
        return f"my idea {about.number}" if about.thing == "idea" else "my idea"
    if what == "just":
        # "Ignore that" in reply to a list is said of the list.
        return f"{about.thing} {about.number} today" if about.thing != "group" else None
    return f"{about.thing} {about.number}" if what == "last" else None


COMMAND = Command("undo", run, "Take back your last change.", "/undo", aliases=("dadwneud",), reads=_reads, turn=5)
