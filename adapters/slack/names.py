"""Knows people and channels by their ids: asked of Slack once, remembered, and never waited for long."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from slack_sdk.errors import SlackApiError

from adapters.slack.client import Client
from adapters.slack.inbound import Channel, Known, Profile, channel_of, people_of
from adapters.slack.memory import Memory
from adapters.slack.outsiders import ELSEWHERE, homes_of, insiders_of, outsiders_of
from adapters.slack.refusals import refusal
from adapters.slack.tokens import Token

PATIENCE: Final = 0.6
# To somebody who is not in it, Slack does not even say that a private channel exists.
_UNSEEN: Final = ("channel_not_found", "not_in_channel", "method_not_supported_for_channel_type")
_STRANGERS: Final = ("user_not_found", "user_not_visible", "users_not_found")

Json = Mapping[str, Any]


class Names:
    """People and channels, by workspace."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._people: Memory[Profile] = Memory()
        self._channels: Memory[Channel] = Memory()

    async def known(self, body: Json, token: Token) -> Known:
        """Find what it takes to read a payload. What Slack does not say in time is left out."""
        channel_id = channel_of(body)
        people, channel = await asyncio.gather(
            self.people(people_of(body), token),
            self.channel(channel_id, token) if channel_id else _nowhere(),
        )
        return Known(token, people, channel or Channel())

    async def people(self, ids: tuple[str, ...], token: Token) -> dict[str, Profile]:
        """Find who these are."""
        others = [each for each in ids if each != token.bot_user]
        found = await asyncio.gather(*(self._person(each, token) for each in others))
        return dict(zip(others, found, strict=True))

    async def channel(self, channel: str, token: Token) -> Channel | None:
        """Find what a channel is; None if Slack does not say in time."""
        return await self._channels.get((token.team, channel), lambda: self._ask_channel(channel, token), PATIENCE)

    def changed(self, event: Json, team: str) -> None:
        """Forget what an event says has changed, or take it from there."""
        kind, channel, user = event.get("type"), event.get("channel"), event.get("user")
        if kind == "user_change" and isinstance(user, Mapping):
            self._people.know((team, user["id"]), profile_of(user))
        elif kind in ("channel_shared", "channel_unshared"):
            # Who may read it is never taken from what was true before.
            self._channels.drop((team, channel))
        elif isinstance(channel, Mapping) and "id" in channel:
            self._channels.forget((team, channel["id"]))
        elif isinstance(channel, str) and kind not in ("message", "app_mention"):
            self._channels.forget((team, channel))

    async def close(self) -> None:
        """Ask no more."""
        await asyncio.gather(self._people.close(), self._channels.close())

    async def _person(self, user: str, token: Token) -> Profile:
        found = await self._people.get((token.team, user), lambda: self._ask_person(user, token), PATIENCE)
        return found or Profile()

    async def _ask_person(self, user: str, token: Token) -> Profile:
        try:
            return profile_of(await self._client.user(token.bot_token, user))
        except SlackApiError as error:
            said = refusal(error)
            if said and said.name in _STRANGERS:
                return Profile(homes=frozenset({ELSEWHERE}))  # from another organisation, and not shown to us
            raise

    async def _ask_channel(self, channel: str, token: Token) -> Channel:
        try:
            found = await self._client.channel(token.bot_token, channel)
        except SlackApiError as error:
            said = refusal(error)
            if said and said.name in _UNSEEN:
                return Channel(here=False)
            if said and said.name == "missing_scope":
                return Channel()
            raise
        here = bool(found.get("is_im") or found.get("is_member"))
        own = frozenset({token.team, token.enterprise or token.team})
        return Channel(found.get("name") or "", here, outsiders_of(found, own), insiders_of(found))


def profile_of(user: Json) -> Profile:
    """Read somebody as Slack shows them: by the name they chose, else their own."""
    shown = user.get("profile") or {}
    name = shown.get("display_name") or shown.get("real_name") or user.get("real_name") or user.get("name") or ""
    human = not (user.get("is_bot") or user.get("deleted"))
    return Profile(str(name), human, homes_of(user))


async def _nowhere() -> Channel | None:
    return None
