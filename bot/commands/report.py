"""Gives the report of a time, made from the list for any member: nobody can change it first (seed 000, S0.5)."""

import re
from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import Line, Quote, Reply
from bot.domain.periods import read_period
from bot.giving import closed, given
from bot.pages.report import Report, report
from bot.pages.report_file import as_csv, as_page, as_text
from bot.words import say

_FILES = (
    (re.compile(r"\b(?:csv|spreadsheet|excel)\b", re.IGNORECASE), as_csv),
    (re.compile(r"\b(?:page|web\s*page|html|file)\b", re.IGNORECASE), as_page),
    (re.compile(r"\b(?:text|txt)\b", re.IGNORECASE), as_text),
)
SHORT = 3


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/report`, `/report last quarter`, `/report all`, `/report 2026 page`, `/report csv`."""
    period, rest = read_period(request.rest, request.today)
    made = report(request, period)
    for pattern, file in _FILES:
        if pattern.search(rest):
            document = file(made, request.words, f"report-{request.today.isoformat()}")
            return closed(request, f"/report {request.rest.strip()}") or given(request, made.heading, [document])
    if re.search(r"\b(?:all|everything|full)\b", rest, re.IGNORECASE):
        return Reply((*made.heading, *_lines(made, len(made.parts))))
    more = request.rest.strip()
    return Reply(
        (
            *made.heading,
            *_lines(made, SHORT),
            say("For all of it, type {command}.", command=Quote(f"/report {more} all".replace("  ", " "))),
            say("For a file, type {command}.", command=Quote(f"/report {more} page".replace("  ", " "))),
        )
    )


def _lines(made: Report, parts: int) -> list[Line]:
    return [line for part in made.parts[:parts] for line in (part.head, *part.lines)]


COMMAND = Command("report", run, "See what was done and what changed, in numbers.", "/report last quarter", anyone=True)
