"""Asks each organisation the three yearly questions of seed 003, and keeps the answers by year (charter 8)."""

from collections.abc import Sequence

from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.chat import About, Person, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.review import QUESTIONS, YearlyAnswer
from bot.grammar import number
from bot.pages.pack import question_lines
from bot.pages.yousaid import organisations_of
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/yearly` shows questions and answers, this year's and last year's; `/yearly 1 …` answers for one's own."""
    group = request.group.id
    organisations = organisations_of(request.store, group)
    if not request.rest.strip():
        if not organisations:
            return Reply((*(say(question) for question in QUESTIONS), say("No organisation has signed so far.")))
        return Reply(tuple(question_lines(request.store, group, request.today.year)))
    found = number(request.rest)
    if found is None or not 1 <= found[0] <= len(QUESTIONS):
        raise UserError("Which question is it? Please give its number, from 1 to 3. Nothing has changed.")
    name = organisations.get(request.person.id)
    if name is None:
        raise UserError(
            "These are for those who signed for an organisation. Nothing has changed.",
            "To sign for one, type it like this: /sign for the Sight Group.",
        )
    kept = words_of(found[1], "/yearly 1 we ran a tea party")
    answer = YearlyAnswer(request.today.year, name, found[0], kept, request.person, request.at)
    request.store.yearly.keep(group, answer)
    change = request.change(About("charter", 0), "yearly", new=found[0], why=kept)
    lines = (
        say("Thank you. {who} has answered question {n}.", who=Person(0, name), n=found[0]),
        say("{who} says: {text}", who=Person(0, name), text=Quote(kept)),
    )
    return told(request, Reply(lines), f"yearly:change {change}")


COMMAND = Command("yearly", run, "See or answer the three yearly questions.", "/yearly 1 we ran a tea party")
