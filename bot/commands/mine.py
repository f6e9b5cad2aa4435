"""Shows a person what came of what they said, what they said they would do, and what they owe."""

import re

from bot.command import Command, Request
from bot.domain.chat import About, Reply
from bot.words import say
from bot.yours import yours

LONGEST_QUESTION = 120
_WHAT_CAME = re.compile(
    r"\s*(?:(?:hi|hello|hey|so|but|and|ok|please)[\s,.!–-]+)*"
    r"(?:what(?:['’]?s| is| has)?\s+(?:happ\w+|going on|become|became|came|the news|up)"
    r"|(?:is there |have you (?:got )?|got )?any (?:news|updates?|progress)|where(?:['’]?s| is| are| has| have)?"
    r"|how(?:['’]?s| is| are)|did (?:any|some)(?:thing|one|body))\b"
    r".{0,40}\b(?:my|our)\s+(?:ideas?|suggestions?|questions?)\b",
    re.IGNORECASE,
)


def run(request: Request) -> Reply:
    """`/mine`."""
    parts = yours(request.store, request.group.id, request.person, request.holders, request.today)
    if not parts:
        return Reply(
            (
                say("{who}, you have nothing on the list yet.", who=request.person),
                say("To add an idea, type /idea and then your idea."),
            )
        )
    return Reply(tuple(line for part in parts for line in (part.head, *part.lines)))


def _reads(text: str, about: About) -> str | None:  # noqa: ARG001 - a reader's shape
    """Read "what happened to my idea?", said to the bot: whatever was spoken of last, all of theirs is shown."""
    return "" if len(text) <= LONGEST_QUESTION and _WHAT_CAME.match(text) else None


COMMAND = Command(
    "mine",
    run,
    "See what is yours.",
    "/mine",
    aliases=("fyrhestr",),
    first=7,
    reads=_reads,
    turn=6,
    phrases=(
        "show/ my ideas/actions/tasks/jobs/list",
        "what are my ideas/actions/tasks/jobs",
        "what is/ mine",
        "what do i have/need to do",
        "what must/should i do",
        "what did i say/promise",
        "what have i said/promised",
        "when will/do/can i/we get/hear/have an/my answer/reply",
        "when will i get an answer/reply to my idea",
        "when will i/we hear/know back/ about/ my/ idea/",
        "when will they/you/someone/somebody answer/reply me/ my/ idea/",
        "how long do i/we wait",
        "how long do i/we have to wait for/ an/ answer/reply/",
        "how long will/does an answer take",
        "beside: how long will/does it/this take",
        "what have i got to do",
        "have i got anything/something/jobs/tasks to/ do/",
        "what am i meant/supposed to do",
        "what am i doing",
        "what is/ on my list",
        "have/ you/ got/ any news/update for me",
        "where is my idea",
        "is my idea on the list",
        "did you get/save my idea",
        "has/did anyone/anybody/someone/somebody/they answered/answer/replied/reply me/ my/ idea/",
    ),
)
