"""Knows who has left a group without a word: Telegram does not tell, so it is asked before somebody is reminded."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from telegram.error import TelegramError

from adapters.telegram.client import Client

A_DAY: Final = 24 * 3600.0


class Roll:
    """Who is gone from which chat. Whoever is there is asked about once a day at most; who is gone may come back."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._there: dict[tuple[str, str], float] = {}

    async def has_left(self, chat: str, user: str) -> bool:
        """Tell if they are surely gone. What can't be found out is no sign of it."""
        if not user.isdecimal():
            return False
        now = asyncio.get_running_loop().time()
        if now - self._there.get((chat, user), now - A_DAY) < A_DAY:
            return False
        try:
            gone = is_gone(await self._client.member(int(chat), int(user)))
        except TelegramError:
            return False
        if not gone:
            self._there[chat, user] = now
        return gone


def is_gone(member: Mapping[str, Any]) -> bool:
    """Tell if this is said of somebody who is not in the chat; some who are restricted are not."""
    return member["status"] in ("left", "kicked") or member.get("is_member", True) is False
