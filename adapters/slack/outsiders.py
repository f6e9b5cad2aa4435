"""Reads in Slack's JSON who is of another organisation: Slack Connect shares a channel with them (S-19)."""

from collections.abc import Mapping
from typing import Any, Final

Json = Mapping[str, Any]

# Another organisation, of which nothing more is known.
ELSEWHERE: Final = "elsewhere"
_SHARED_WITH: Final = ("shared_team_ids", "connected_team_ids", "pending_shared", "pending_connected_team_ids")


def insiders_of(channel: Json) -> frozenset[str]:
    """Find which workspaces of a channel are our own organisation's."""
    return frozenset(str(team) for team in channel.get("internal_team_ids") or ())


def outsiders_of(channel: Json, own: frozenset[str]) -> frozenset[str]:
    """Find with whom a channel is shared; also with those who were only invited so far."""
    if not (channel.get("is_ext_shared") or channel.get("is_pending_ext_shared")):
        return frozenset()
    named = frozenset(str(team) for key in _SHARED_WITH for team in channel.get(key) or ())
    return named - own - insiders_of(channel) or frozenset({ELSEWHERE})


def outsiders_after(event: Json, before: frozenset[str] | None) -> frozenset[str] | None:
    """Find with whom a channel is shared once this event is heard, whatever Slack said of it `before`."""
    if event["type"] == "channel_shared":
        return (before or frozenset()) | {str(event.get("connected_team_id") or ELSEWHERE)}
    if not event.get("is_ext_shared"):
        return frozenset()
    return None if before is None else before - {event.get("previously_connected_team_id")}


def homes_of(user: Json) -> frozenset[str]:
    """Find the workspace, and the organisation, that somebody belongs to; none: that is not told."""
    homes = user.get("team_id"), (user.get("enterprise_user") or {}).get("enterprise_id")
    return frozenset(str(home) for home in homes if home)


def belongs(homes: frozenset[str], team: str | None, own: frozenset[str], organisation: str | None) -> bool | None:
    """Tell if somebody is of our own organisation; None: not known just now.

    `team`: the workspace that is theirs by the payload itself, which counts before what was asked.
    """
    if organisation and organisation in homes | {team}:
        return True
    told = frozenset({team}) if team else homes
    return not told.isdisjoint(own) if told else None
