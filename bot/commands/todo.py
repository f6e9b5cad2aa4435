"""Lists what comes next for each open thing, and who holds it: whoever asks sees the same (seed 000, S0.6)."""

from bot.command import Command, Request
from bot.domain.chat import Line, Quote, Reply
from bot.grammar import number
from bot.item import Item, open_items
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


COMMAND = Command(
    "todo",
    run,
    "See what comes next, and who has it.",
    "/todo",
    anyone=True,
    phrases=(
        "to do list",
        "todo list",
        "show the to do list",
        "show the todo list",
        "what is/ there/ left/still/ to do",
        "what is/ there/ left/still/ to be done",
        "what still/ needs doing",
        "what still/ needs to be done",
        "what is/ still/ left/open/outstanding/next",
        "what comes next",
        "what is coming up/next",
        "what do/must/should we do next/",
        "what do we need/have to do",
        "what is/ late/overdue",
        "is/ anything late/overdue",
        "who is/ doing what",
        "who does/has what",
    ),
)
