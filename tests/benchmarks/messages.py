"""The messages that all contestants take: `/idea` and six words, of seven people in fifty groups."""

import json
import random
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlencode

from tests.alike.corpus import again

GROUPS, PEOPLE = 50, 7
SENT = datetime(2026, 5, 11, 12, tzinfo=UTC)
_DICE = random.Random(1)  # noqa: S311 - the same messages each time
_WORDS = sorted({word for row in again() for word in row.past.split()})


def text(number: int) -> str:
    """The words of an idea, not two alike."""
    return f"{' '.join(_DICE.choices(_WORDS, k=6))} {number}"


def update(number: int) -> bytes:
    """One update of Telegram's, as it comes over the wire."""
    person = number % PEOPLE
    message = {
        "message_id": number,
        "date": int(SENT.timestamp()) + number // 100,
        "chat": {"id": -1_001_000_000_000 - number % GROUPS, "title": "Riverside", "type": "supergroup"},
        "from": {
            "id": 1_000 + person,
            "is_bot": False,
            "first_name": f"Bea{person}",
            "username": f"bea{person}",
            "language_code": "en",
        },
        "text": f"/idea {text(number)}",
        "entities": [{"offset": 0, "length": 5, "type": "bot_command"}],
    }
    return json.dumps({"update_id": 10_000_000 + number, "message": message}).encode()


def slash_command(number: int) -> bytes:
    """One slash command of Slack's, as it comes over the wire."""
    person = number % PEOPLE
    return urlencode(
        {
            "token": "verification",
            "team_id": "T0TEAM",
            "team_domain": "riverside",
            "channel_id": f"C{number % GROUPS:03}",
            "channel_name": "riverside",
            "user_id": f"U{person:03}",
            "user_name": f"bea{person}",
            "command": "/idea",
            "text": text(number),
            "api_app_id": "A0",
            "response_url": "https://hooks.slack.com/commands/T0TEAM/1/x",
            "trigger_id": f"{number}.9.x",
        }
    ).encode()


def updates(count: int, first: int) -> Sequence[bytes]:
    """So many updates, numbered from the first."""
    return [update(number) for number in range(first, first + count)]


def slash_commands(count: int, first: int) -> Sequence[bytes]:
    """So many slash commands, numbered from the first."""
    return [slash_command(number) for number in range(first, first + count)]
