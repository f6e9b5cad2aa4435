"""What the bot asks a workspace to allow, each with what it is for, and the events it wants to be told of."""

from typing import Final

NEEDED: Final = {
    "app_mentions:read": "hear @bot idea …",
    "channels:read": "know a public channel's name and who is in it, and who comes and goes",
    "chat:write": "answer, remind and send the weekly summary",
    "commands": "take slash commands and shortcuts",
    "files:write": "send somebody the file that they asked for",
    "groups:read": "the same of private channels it was invited to",
    "im:history": "hear what is said to it in private",
    "im:write": "begin a private chat, for a reminder",
    "users:read": "show people's names, and leave out bots and those who left",
}

# Without these it hears commands, mentions, buttons and private chats, and nothing else.
HISTORY: Final = {
    "channels:history": "hear “idea: …” and replies in public channels it was invited to",
    "groups:history": "the same in private channels it was invited to",
}

EVENTS: Final = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "channel_archive",
    "channel_deleted",
    "channel_id_changed",
    "channel_left",
    "channel_rename",
    "channel_shared",
    "channel_unarchive",
    "channel_unshared",
    "group_archive",
    "group_deleted",
    "group_left",
    "group_rename",
    "group_unarchive",
    "member_joined_channel",
    "member_left_channel",
    "message.im",
    "tokens_revoked",
    "user_change",
)
HISTORY_EVENTS: Final = ("message.channels", "message.groups")


def asked(*, quiet: bool = False) -> list[str]:
    """The scopes to ask for, in order; `quiet`: without hearing all that is said in a channel."""
    return sorted(NEEDED if quiet else NEEDED | HISTORY)


def events(*, quiet: bool = False) -> list[str]:
    """The events to be told of, in order."""
    return sorted(EVENTS if quiet else (*EVENTS, *HISTORY_EVENTS))
