"""Asks Slack which channels somebody is in at this moment, of those that the bot may know of.

What was told by events is not enough where it decides who sees what: one that came while the bot was away is lost.
"""

from typing import Final

from slack_sdk.web.async_client import AsyncWebClient

PAGE: Final = 200
KINDS: Final = "public_channel,private_channel"


async def chats_of(client: AsyncWebClient, user: str, team: str | None = None) -> frozenset[str]:
    """The ids of the public channels that a user is in, and of the private ones that the bot is in too.

    `team`: which of its workspaces, for the token of a whole organisation. Raises what the library raises.
    """
    found: set[str] = set()
    cursor: str | None = None
    while cursor != "":
        answer = await client.users_conversations(user=user, types=KINDS, limit=PAGE, cursor=cursor, team_id=team)
        found |= {channel["id"] for channel in answer["channels"]}
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
    return frozenset(found)
