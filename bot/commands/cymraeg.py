"""Turns to Welsh at the one word that a Welsh speaker is likely to try: "Cymraeg"."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import Reply


def run(request: Request) -> Sequence[Reply]:
    """`/cymraeg`, or "Cymraeg" alone in private; in a group English stays beside it, for those who read no Welsh."""
    return request.by("language", "Cymraeg" if request.incoming.private else "both")


COMMAND = Command(
    "cymraeg",
    run,
    "Turn to Welsh.",
    "/cymraeg",
    aliases=("gymraeg",),
    personal=True,
    phrases=(
        "speak/talk/write/reply/answer to/ me in/ welsh/cymraeg",
        "turn/switch/change to welsh/cymraeg",
        "beside: speak/talk/write/reply/answer/use in/ welsh/cymraeg",
        "beside: in/yn/ welsh/cymraeg/gymraeg",
        "siarad/siaradwch cymraeg",
    ),
)
