"""Lists what comes next for each open thing, and who holds it: whoever asks sees the same (seed 000, S0.6)."""

from bot.command import Command, Request
from bot.domain.chat import About, Line, Quote, Reply
from bot.grammar import number
from bot.item import Item, open_items
from bot.listen.showing import asks_to_see
from bot.next_step import next_of
from bot.words import say, say_count

PAGE = 4


def run(request: Request) -> Reply:
    """`/todo`, `/todo page 2`."""
    items = open_items(request.store, request.group.id)
    if not items:
        return Reply((say("Nothing is open, so nothing comes next."), say("To add an idea, type /idea and your idea.")))
    wanted = number(request.rest.casefold().replace("page", ""))
    page = max(1, wanted[0] if wanted else 1)
    lines = [say_count("{n} thing is open.", "{n} things are open.", len(items))]
    for item in items[(page - 1) * PAGE : page * PAGE]:
        lines += [_line(item), _next(request, item)]
    if len(items) > page * PAGE:
        lines.append(say("Type {command} for more.", command=Quote(f"/todo page {page + 1}")))
    return Reply(tuple(lines))


def _line(item: Item) -> Line:
    if item.about.thing == "idea":
        return say("Idea {n}: {text}", n=item.about.number, text=Quote(item.text))
    return say("Action {n}: {what}", n=item.about.number, what=Quote(item.text))


def _next(request: Request, item: Item) -> Line:
    holders = request.within(item.about).holders
    return next_of(request.store, request.group.id, item, holders, request.today)


def _reads(text: str, about: About) -> str | None:  # noqa: ARG001 - a reader's shape
    """Read "what needs doing?", whatever was spoken of last."""
    return "" if asks_to_see(text) == "todo" else None


COMMAND = Command("todo", run, "See what comes next, and who has it.", "/todo", anyone=True, reads=_reads, turn=7)
