"""Finds ideas of the group by their words, however long ago they were said (charter commitment 1, S0.22)."""

import re

from bot.alike import WORTH_A_LOOK, find, near_in_meaning
from bot.command import Command, Request
from bot.domain.chat import About, Quote, Reply
from bot.domain.errors import UserError
from bot.listing import idea_line
from bot.words import say, say_count

SHOWN = 6

# "Any news about the ramp?" Of "my idea" or "idea 5" others know more.
_ASKED = re.compile(
    r"(?:(?:hi|hello|hey|so|please|ok)\W+)*"
    r"(?:(?:is|are)\s+there\s+(?:an?|any|already)\s+(?:an?\s+)?ideas?\s+(?:about|on|for|like)"
    r"|(?:is\s+there\s+|have\s+you\s+(?:got\s+)?)?any\s+(?:news|updates?|progress|word)\s+(?:about|on|of)"
    r"|what(?:['’]?s|\s+is|\s+has)?\s+(?:happen\w*|going\s+on|become|became|came)\s+(?:to|with|of|about)"
    r"|has\s+any(?:one|body)\s+(?:suggested|asked\s+for|mentioned|thought\s+of))\s+"
    r"(?P<words>(?!(?:my|our|us|me|him|her|them|it|this|that|idea|action)\b)[^\d\n]{2,60}?)[\s?.!]*",
    re.IGNORECASE,
)


def run(request: Request) -> Reply:
    """`/search bench` shows the ideas with these words, the best first; those taken back are not among them."""
    words = request.rest.strip()
    if not any(c.isalnum() for c in words):
        raise UserError("What shall I look for? Please give me a word or two.", "Like this: /search bench.")
    ideas = request.store.repeats.words(request.group.id)
    numbers = find(words, ideas)
    if request.commands.meaning:
        near = near_in_meaning(words, ideas, request.commands.meaning, least=WORTH_A_LOOK, shared=1)
        numbers = list(dict.fromkeys((*numbers, *near)))
    found = [idea for n in numbers[:SHOWN] if (idea := request.store.ideas.get(request.group.id, n))]
    if not found:
        return Reply(
            (
                say("I can't find an idea with {words} in it.", words=Quote(words)),
                say("Please try another word. To see the whole list, type /ideas all."),
            )
        )
    head = say_count("{n} idea is like {words}.", "{n} ideas are like {words}.", len(numbers), words=Quote(words))
    more = [say("To see fewer, add another word.")] if len(numbers) > SHOWN else []
    one = say("To see one in full, type /idea {n}.", n=found[0].number)
    return Reply((head, *(idea_line(idea, request.today) for idea in found), *more, one))


def _reads(text: str, about: About) -> str | None:  # noqa: ARG001 - a reader's shape
    """Read "is there any news about the ramp?", whatever was spoken of last."""
    asked = _ASKED.fullmatch(text.strip())
    return asked["words"] if asked else None


COMMAND = Command(
    "search",
    run,
    "Find an idea by its words.",
    "/search bench",
    aliases=("find", "chwilio"),
    anyone=True,
    reads=_reads,
    turn=8,
)
