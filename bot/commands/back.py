"""Backs an idea: says that you support it, so that you are told of its answer too."""

import re

from bot.command import Command, Request, words_of
from bot.domain.answers import holds, is_reason, read_answer
from bot.domain.chat import About, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Change, Idea
from bot.listing import not_merged, not_past
from bot.unnamed import said_of_idea
from bot.words import say

_PRAISE = r"(?:(?:yes|yeah|great|good|lovely|brilliant|nice|fab|love it|thanks|hi)(?: (?:idea|one))?[\s,.!–-]+)*"
_ME = r"(?:(?:i|we)(?:['’]m| am| are|['’]d| would|['’]ll| will| also| fully| really| definitely| do)*\s+)?"
_IT = r"(?:\s+(?:it|this|that|(?:this|the|your|that) idea))?"
_BACKS = re.compile(
    rf"\s*{_PRAISE}(?:{_ME}(?:back|support|second)(?:ing|ed)?{_IT}"
    r"|(?:rwy['’]n|dw i['’]n|rydw i['’]n)?\s*cefnogi(?: (?:hyn|hwn|hynny|['’]?r syniad(?: hwn| hyn)?))?"
    r"|(?:(?:\+\s*1|me too|fi hefyd)(?=\W*\Z)))"
    r"(?:[\W_]*\Z|(?P<why>(?:\s*[,.!;:–-]+\s*(?!(?:but|if|only|unless|when|ond)\b)(?=\w)"
    r"|\s+(?=(?:because|cos|since|as (?:it|we|i|my)|so that|achos|oherwydd)\b)).*)\Z)",
    re.IGNORECASE | re.DOTALL,
)


def run(request: Request) -> Reply:
    """`/back 12`; words after it are kept as a comment, also from somebody who backs it already."""
    idea, words = request.idea()
    about = About("idea", idea.number)
    not_merged(idea)
    not_past(idea)
    if idea.state == "withdrawn":
        raise UserError("Idea {n} was taken back, so it can't be backed. Nothing has changed.", n=idea.number)
    kept = words_of(words, f"/back {idea.number} it would help my mum") if is_reason(words) else None
    own = idea.raiser.id == request.person.id
    if own or not request.store.backers.add(request.group.id, idea.number, request.person.id, request.at):
        return _already(request, idea, kept, own=own)
    if kept:
        said_of_idea(request, idea.number, "comment", kept)
    request.change(about, "backed")
    backed = say(
        "Thank you, {who}. You back idea {n}: {text}", who=request.person, n=idea.number, text=Quote(idea.text)
    )
    told = (
        say("I will tell you when there is an answer.")
        if idea.state == "open"
        else say("It has an answer. To see it, type /idea {n}.", n=idea.number)
    )
    more = (say("I have saved what you say as a comment."),) if kept else ()
    return Reply((backed, *more, told), about=about)


def _already(request: Request, idea: Idea, kept: str | None, *, own: bool) -> Reply:
    """Whoever backs it already may still say why."""
    if kept is None and own:
        raise UserError("Idea {n} is your own idea. You back it already.", n=idea.number)
    if kept is None:
        raise UserError("You back idea {n} already. Nothing has changed.", n=idea.number)
    said_of_idea(request, idea.number, "comment", kept)
    thanks = say("Thank you, {who}. I have saved that as a comment on idea {n}.", who=request.person, n=idea.number)
    return Reply((thanks,), about=About("idea", idea.number))


def _reads(text: str, about: About) -> str | None:
    """Read "I back this", "+1" and "great idea, I support it because my mum can't stand for long"."""
    match = _BACKS.match(text) if about.thing == "idea" else None
    if match is None or read_answer(text).decision or holds(text):
        return None
    return f"{about.number} {(match['why'] or '').lstrip(' ,.!;:–-')}"


def _overhears(request: Request) -> bool:
    """Said to whoever had the idea, it is meant so; what changes nothing is just talk."""
    idea, _ = request.idea()
    backers = {person.id for person in request.store.backers.of(request.group.id, idea.number)}
    return idea.state == "open" and request.person.id not in {idea.raiser.id, *backers}


def _undo(request: Request, change: Change) -> list[Reply]:
    request.store.backers.remove(request.group.id, change.thing_number, request.person.id)
    return [
        Reply(
            (say("You do not back idea {n} any more, {who}.", n=change.thing_number, who=request.person),),
            about=About("idea", change.thing_number),
        )
    ]


COMMAND = Command(
    "back",
    run,
    "Say that you support an idea.",
    "/back 12",
    first=2,
    aliases=("support", "cefnogi"),
    act="back",
    reads=_reads,
    turn=75,
    overhears=_overhears,
    undoes={"backed": _undo},
    phrases=(
        "back/support/second an/this/that/somebodys/someones idea",
        "vote for an/this/that idea",
    ),
)
