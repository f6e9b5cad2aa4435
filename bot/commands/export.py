"""Gives whoever asks the master copy as a file, in private: all of it, a plan's, or the last week's (charter 5)."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import timedelta

from bot.command import Command, Request
from bot.domain.chat import About, Reply
from bot.domain.errors import UserError
from bot.giving import closed, given
from bot.master import master_of
from bot.master.formats import FORMATS
from bot.planning import plan_meant
from bot.words import say

WEEK = timedelta(days=7)

_FORMAT = re.compile(
    r"\b(?:as\s+)?(?:(?:an?|the)\s+)?(?P<format>csv|spreadsheets?|excel|json|web\s*page|page|html|plain\s+text|text)\b",
    re.IGNORECASE,
)
_KNOWN = {"csv": "csv", "spreadsheet": "csv", "excel": "csv", "json": "json", "webpage": "page", "html": "page"}
_WEEK = re.compile(r"\b(?:this\s+|the\s+)?week\b", re.IGNORECASE)
_PLAN = re.compile(r"\bplan\s*#?\d{1,9}\b", re.IGNORECASE)


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/export`, `/export csv`, `/export plan 2 page`, `/export week`; any member may."""
    format_, plan, week = _read(request)
    meant = plan_meant(request, plan)[0] if plan else None
    master = master_of(request, meant, request.today - WEEK if week else None)
    if not (master.ideas or master.actions or master.plans):
        raise UserError("There is nothing on that list yet, so there is nothing to give you.")
    if asked := closed(request, "/export"):
        return asked
    files = FORMATS[format_](master, _name(request))
    request.change(About("group", 0), "exported", new=" ".join(filter(None, [format_, plan, "week" if week else ""])))
    lines = (
        say("Here is the master copy, {who}.", who=request.person),
        say("Ideas: {n}. Actions: {m}. Plans: {k}.", n=len(master.ideas), m=len(master.actions), k=len(master.plans)),
        say("It has every word and every no. You may pass it on."),
        say("For other kinds, type /export csv, /export json or /export page."),
    )
    return given(request, lines, files)


def _read(request: Request) -> tuple[str, str | None, bool]:
    """The format, the plan and whether it is the week's."""
    format_, plan, week = _FORMAT.search(request.rest), _PLAN.search(request.rest), _WEEK.search(request.rest)
    rest = _WEEK.sub("", _PLAN.sub("", _FORMAT.sub("", request.rest)))
    if re.sub(r"\b(?:all|everything|please|for|of|as|the|master|copy|list)\b", "", rest, flags=re.IGNORECASE).strip(
        " .!?,"
    ):
        raise UserError(
            "Sorry, I do not know what to give you. Nothing has changed.",
            "You can type /export, /export csv, /export json or /export page.",
        )
    said = re.sub(r"\s+|s\Z", "", format_["format"].lower()) if format_ else "text"
    return _KNOWN.get(said, "page" if said == "page" else "text"), plan[0] if plan else None, week is not None


def _name(request: Request) -> str:
    """A file's name that any computer takes."""
    plain = unicodedata.normalize("NFKD", request.group.name).encode("ascii", "ignore").decode()
    group = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40] or "group"
    return f"{group}-master-copy-{request.today.isoformat()}"


COMMAND = Command("export", run, "Get the whole list as a file.", "/export csv")
