"""Says what a failed call means: it may be tried again, it was refused for good, or it may have arrived."""

from dataclasses import dataclass
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.domain.errors import Later, Uncertain, Undeliverable

SOON, A_WHILE, A_MINUTE, AN_HOUR = 2.0, 30.0, 60.0, 3600.0

Trouble = (SlackClientError, aiohttp.ClientError, TimeoutError, OSError)

_DEAD: Final = frozenset({
    *("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type"),
})  # fmt: skip
_SLOWER: Final = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
_SLACKS_TROUBLE: Final = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
# Slack looked at it and did nothing: it may be asked again.
_NOT_NOW: Final = frozenset({"team_added_to_org", "accesslimited", "ekm_access_denied"})
_NOBODY: Final = frozenset({
    *("user_not_found", "users_not_found", "user_disabled", "cannot_dm_bot", "channel_not_found", "not_in_channel"),
    *("messages_tab_disabled", "user_not_visible", "method_not_supported_for_channel_type", "invalid_users"),
    *("is_archived", "restricted_action", "cannot_message_user"),
})  # fmt: skip
# The bot can't be heard in the channel, and somebody there can mend it.
_MUTED: Final = frozenset({
    *("not_in_channel", "channel_not_found", "restricted_action", "restricted_action_read_only_channel"),
    *("restricted_action_thread_only_channel", "restricted_action_non_threadable_channel", "missing_scope"),
})  # fmt: skip
_THREAD: Final = frozenset({
    *("thread_not_found", "cannot_reply_to_message", "restricted_action_thread_locked", "message_not_found"),
    *("invalid_thread_ts", "restricted_action_non_threadable_channel"),
})  # fmt: skip
_FORM: Final = frozenset({"invalid_blocks", "invalid_blocks_format", "block_mismatch", "msg_blocks_too_long"})


class TokenRefused(Exception):  # noqa: N818 - a refusal, like the others
    """Slack does not know a token: nothing heals that but a new one. It never holds the token itself."""

    def __init__(self, setting: str) -> None:
        super().__init__(
            f"Slack does not accept {setting}. Look at api.slack.com/apps, under your app, set it, and start again."
            " If SLACK_API_URL is set, check that too."
        )


class TokenDead(Later):
    """A workspace's token is refused: nothing can be said there with it. It waits no longer than a new one may need."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, A_MINUTE)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What Slack answered: its name for the error, the status, and how long we were asked to wait."""

    name: str
    status: int
    wait: float | None = None


def refusal(error: BaseException) -> Refusal | None:
    """Read an error; None if Slack did not answer."""
    if not isinstance(error, SlackApiError):
        return None
    answer: Any = error.response
    status = int(getattr(answer, "status_code", None) or getattr(answer, "status", None) or 0)
    data = getattr(answer, "data", None)
    name = data.get("error") if isinstance(data, dict) else None
    asked = (getattr(answer, "headers", None) or {}).get("Retry-After", "")
    return Refusal(str(name or ""), status, float(asked) if str(asked).isdecimal() else None)


def meaning(error: Exception, *, private: bool) -> Exception:
    """Choose what to raise in place of the library's error."""
    if isinstance(error, Later | Undeliverable | Uncertain):
        return error
    said = refusal(error)
    if said is None:
        return Later(reason(error), SOON) if never_left(error) else Uncertain(reason(error))
    if said.status == 429 or said.name in _SLOWER:
        return Later(reason(error), said.wait or A_WHILE)
    if said.status >= 500 or not said.name or said.name in _SLACKS_TROUBLE:
        return Uncertain(reason(error))
    if is_dead(error):
        return TokenDead(reason(error))
    if said.name in _NOT_NOW:
        return Later(reason(error), A_MINUTE)
    closed, muted = private and said.name in _NOBODY, not private and said.name in _MUTED
    return Undeliverable(reason(error), permanent=True, closed=closed, muted=muted)


def is_dead(error: BaseException) -> bool:
    """Is it the token that Slack does not accept?"""
    said = refusal(error)
    return said is not None and said.name in _DEAD


def never_left(error: BaseException) -> bool:
    """Is it from before the first byte was written? All others may come after Slack has read the message."""
    return isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.InvalidURL)


def thread_gone(error: Exception) -> bool:
    """Tell if it may still be said outside its thread."""
    said = refusal(error)
    return said is not None and said.name in _THREAD


def blocks_refused(error: Exception) -> bool:
    """Tell if it may still be said in plain words."""
    said = refusal(error)
    return said is not None and said.name in _FORM


def reason(error: BaseException) -> str:
    """Give what to write down of it: never the body that came with it."""
    said = refusal(error)
    if said is None:
        return type(error).__name__
    return said.name or f"status {said.status}"
