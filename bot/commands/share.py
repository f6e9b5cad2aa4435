"""Gives a short text to pass on, so that others can join: what was done, with nobody's name in it (seeds 000, 001)."""

import re
from dataclasses import replace

from bot.command import Command, Request
from bot.domain.chat import Quote, Reply
from bot.domain.entries import Entry, Period
from bot.pages.yousaid import book
from bot.words import say
from bot.work import titled

LONGEST = 90
"""Letters of a member's words: with them the whole text stays under 500."""

_PRIVATE = re.compile(r"@\w|\d{5}|\d[\d\s]{8,}\d|https?:|www\.|\[held back", re.IGNORECASE)


def run(request: Request) -> Reply:
    """`/share`: the text stands by itself, to be copied or passed on."""
    found = book(request.store, request.group.id, request.calendar, request.today, Period())
    done = found.under("done")
    ideas = [entry for entry in found.entries if entry.idea]
    answered = sum(entry.head != "waiting" for entry in ideas)
    group = titled(request.store, replace(request.group, name=_short(request.group.name).text))
    lines = [
        say("We are {group}. We say what should be better, and see that it is done.", group=group),
        say(
            "Ideas: {n}. With an answer: {answered}. Things done: {done}.",
            n=len(ideas),
            answered=answered,
            done=len(done),
        ),
    ]
    if fit := [entry for entry in done if _fit(request, entry)]:
        entry = fit[-1]
        if entry.idea:
            lines.append(say("You said: {text}", text=_short(entry.idea.text)))
        lines.append(say("We did: {what}", what=_short(entry.actions[-1].what)))
        lines += [say("What changed: {text}", text=_short(text)) for text in entry.changed[-1:]]
    lines += [
        say("Do you have an idea too? Come and say it. You will get an answer."),
        say("To join, ask whoever sent you this to add you to our chat."),
    ]
    return Reply(tuple(lines))


def _short(text: str) -> Quote:
    kept = re.sub(r"\s+", " ", text)
    return Quote(kept if len(kept) <= LONGEST else kept[: LONGEST - 1].rstrip() + "…")


def _fit(request: Request, entry: Entry) -> bool:
    """Is there nothing in its words that points at somebody?"""
    said = " ".join(
        [*(action.what for action in entry.actions[-1:]), *entry.changed[-1:], entry.idea.text if entry.idea else ""]
    )
    names = {
        word
        for person in request.store.people.of_group(request.group.id)
        for word in (*person.name.split(), person.username or "")
        if len(word) > 1
    }
    named = {word.casefold() for word in names} & set(re.findall(r"[\w'’-]+", said.casefold()))
    return not named and _PRIVATE.search(said) is None


COMMAND = Command("share", run, "Get a short text to pass on to others.", "/share", anyone=True)
