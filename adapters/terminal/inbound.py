"""Turns what was typed into what the core hears. Pure: the ids and the time arrive."""

import re
from datetime import datetime

from bot.domain.chat import Incoming, Kind, Mention, Original, Press, Sender

PLATFORM = "terminal"
TENANT = "try"
CHAT = "riverside"
TITLE = "Riverside Voices"
BOT = "bot"


def lane_of(sender: Sender, *, private: bool) -> str:
    """Where it is said: the group's chat, or "@" and the person for what is private."""
    return f"@{sender.id}" if private else CHAT


def words(  # noqa: PLR0913 - a message has many sides
    id_: str, at: datetime, sender: Sender, text: str, *, private: bool = False, answers: int | None = None
) -> Incoming:
    """Words said in the group or privately, perhaps as a reply to one of the bot's messages."""
    original = None if answers is None else Original(str(answers), None, "", ours=True)
    mentions = tuple(Mention(found) for found in re.findall(r"@\w+", text))
    return Incoming(
        PLATFORM, TENANT, id_, "message", lane_of(sender, private=private), private, at, sender, text,
        message=id_, title="" if private else TITLE, bot=BOT, reply_to=original, mentions=mentions,
    )  # fmt: skip


def press(id_: str, at: datetime, sender: Sender, pressed: Press, *, private: bool) -> Incoming:
    """A button pressed where its message stands."""
    return Incoming(
        PLATFORM, TENANT, id_, "press", lane_of(sender, private=private), private, at, sender,
        message=id_, title="" if private else TITLE, bot=BOT, press=pressed,
    )  # fmt: skip


def arrival(kind: Kind, at: datetime, sender: Sender) -> Incoming:
    """The bot comes into the group ("added"), or somebody can be messaged privately ("opened"); once each."""
    private = kind == "opened"
    return Incoming(
        PLATFORM, TENANT, f"{kind}:{sender.id}", kind, lane_of(sender, private=private), private, at, sender,
        title="" if private else TITLE, bot=BOT,
    )  # fmt: skip
