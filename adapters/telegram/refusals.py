"""Says what a failed call means: it may be tried again, it was refused for good, or it may have arrived."""

from datetime import timedelta

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.domain.errors import GroupMoved, Later, Uncertain, Undeliverable

SOON, A_WHILE, A_MINUTE = 2.0, 5.0, 60.0

# Errors from before the first byte was written. All others may come after Telegram has read the message.
_NEVER_LEFT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
_NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid", "user_id_invalid")
_MAY_NOT_WRITE = (
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "chat_restricted",
    "need administrator",
)
_NOT_IN_IT = ("kicked", "not a member", "was deleted", "deactivated")
_TOPIC_GONE = ("thread not found", "topic_closed", "topic_deleted", "topic closed", "topic deleted")


class TokenRefused(Exception):  # noqa: N818 - a refusal, like the others
    """Telegram does not know the token: nothing heals that but a new one. It never holds the token itself."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram does not accept TELEGRAM_TOKEN. Ask BotFather for the token (/token), set it, and start"
            " again. If TELEGRAM_API_URL is set, check that too."
        )


def meaning(error: TelegramError, chat: str, *, private: bool) -> Exception:
    """Choose what to raise in place of the library's error."""
    if isinstance(error, ChatMigrated):
        return GroupMoved(chat, str(error.new_chat_id))
    if isinstance(error, Forbidden | BadRequest):
        closed = isinstance(error, Forbidden) or _says(error, _NOBODY_THERE)
        muted = _says(error, _MAY_NOT_WRITE) or (isinstance(error, Forbidden) and not _says(error, _NOT_IN_IT))
        return Undeliverable(reason(error), permanent=True, closed=private and closed, muted=not private and muted)
    seconds = _wait(error)
    return Uncertain(reason(error)) if seconds is None else Later(reason(error), seconds)


def _wait(error: TelegramError) -> float | None:
    """How long to wait before it may be tried again; None if it may have arrived."""
    if isinstance(error, RetryAfter):
        return seconds_of(error)
    if isinstance(error, InvalidToken):
        return A_MINUTE
    # A 429 that names no time comes as a plain network error.
    if isinstance(error, Conflict) or _says(error, ("too many requests",)):
        return A_WHILE
    return SOON if isinstance(error.__cause__, _NEVER_LEFT) else None


def topic_gone(error: TelegramError) -> bool:
    """Tell if its topic was closed or deleted, or topics switched off: it may still be said outside it."""
    return isinstance(error, BadRequest) and _says(error, _TOPIC_GONE)


def seconds_of(error: RetryAfter) -> float:
    """Read how long Telegram asks us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def reason(error: TelegramError) -> str:
    """Give what to write down of it: never the body that came with it."""
    return str(error).partition(". Parsing the server response")[0][:200]


def _says(error: TelegramError, phrases: tuple[str, ...]) -> bool:
    said = str(error).lower()
    return any(phrase in said for phrase in phrases)
