"""Says an idea again without the part about somebody's health or family, if they want that (DOMAIN 5g)."""

from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.domain.chat import About, Quote, Reply
from bot.domain.errors import UserError
from bot.leaving_out import KEEP, LEAVE_OUT, put_in_other_words
from bot.listen.detail import detail
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/plainer 12 leave it out`, `/plainer 12 keep it`, or the raiser's own new words. Nobody else may."""
    idea, words = request.idea()
    if request.person.id not in (idea.raiser.id, idea.logger.id):
        raise UserError("Only {who} can change those words. Nothing has changed.", who=idea.raiser)
    if KEEP.fullmatch(words):
        return Reply((say("That is fine. Idea {n} stays as it is.", n=idea.number),), about=About("idea", idea.number))
    told = detail(idea.text)
    if words.strip() and not LEAVE_OUT.fullmatch(words):
        kept = words_of(words, f"/plainer {idea.number} a bench at the bus stop")
    elif told:
        kept = told.without
    else:
        raise UserError(
            "I do not see what to leave out. Nothing has changed.",
            "Please type the new words: {example}",
            example=Quote(f"/plainer {idea.number} a bench at the bus stop"),
        )
    about = About("idea", idea.number)
    said = put_in_other_words(request, about, kept)
    lines = (
        say("Thank you. I have changed the words of idea {n}.", n=idea.number),
        say("Idea {n}: {text}", n=idea.number, text=Quote(kept)),
        say("Your first message is still in the chat. You can delete it there."),
    )
    return [Reply(lines, about=about), *said]


def _reads(text: str, about: About) -> str | None:
    plain = LEAVE_OUT.fullmatch(text) or KEEP.fullmatch(text)
    return f"{about.number} {text.strip()}" if about.thing == "idea" and plain else None


COMMAND = Command(
    "plainer",
    run,
    "Change the words of your idea, and leave private things out.",
    "/plainer 12 a bench at the bus stop",
    reads=_reads,
    turn=5,
)
