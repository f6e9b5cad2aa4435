"""Turns to Welsh at the one word that a Welsh speaker is likely to try: "Cymraeg"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.domain.chat import Reply


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/cymraeg`, or "Cymraeg" alone in private; in a group English stays beside it, for those who read no Welsh."""
    language = request.commands.get("language")
    assert language  # noqa: S101 - it is a file beside
    return language.run(replace(request, rest="Cymraeg" if request.incoming.private else "both"))


COMMAND = Command("cymraeg", run, "Turn to Welsh.", "/cymraeg", aliases=("gymraeg",), personal=True)
