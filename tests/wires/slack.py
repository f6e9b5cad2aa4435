"""A platform's edge for tests that is Slack's: events, commands and presses come in, what would be posted goes out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from adapters.slack.asking import form_for_command
from adapters.slack.client import Client
from adapters.slack.closing import Closing
from adapters.slack.inbound import Channel, Known, Profile, inbound
from adapters.slack.menu import NATIVE, Menu
from adapters.slack.pace import Pace
from adapters.slack.sending import Line, Sending
from adapters.slack.texts import escaped
from adapters.slack.tokens import Token
from bot.commands import find_commands
from bot.domain.chat import Document, Incoming, Outgoing
from reminders.clock import MovedClock
from tests.house import CAST, FakePlatform
from tests.wires.ids import Ids

Json = dict[str, Any]

TEAM, BOT = "T0TEAM", "UBOT"
MENU = Menu(frozenset(command.name for command in find_commands().all))
_AT = re.compile(r"(?<!\w)@(\w+)")
_LINK = re.compile(r"https?://[^\s,]+")
_SAID = re.compile(rf"/{MENU.umbrella} (?={'|'.join(sorted(MENU.names, key=len, reverse=True))})")


class _Taking(Client):
    """Takes the calls that would go to Slack, within its limits."""

    def __init__(self) -> None:
        self.posts: list[tuple[str, list[Json], str | None]] = []

    async def post(self, token: str, channel: str, text: str, blocks: Sequence[Any] | None, thread: str | None) -> str:
        """Take one part."""
        del token, channel
        assert 0 < len(text) <= 40000
        assert blocks
        assert len(blocks) <= 50
        self.posts.append((text, [dict(block) for block in blocks], thread))
        return "0"

    async def send_file(self, token: str, channel: str, file: Document, thread: str | None) -> None:
        """Take a file, after its words."""
        del token, thread
        assert channel.startswith("D")
        assert file.text
        assert self.posts


class OverSlack(FakePlatform):
    """It takes every message as Slack would get it, and hears what is said as Slack would bring it."""

    def __init__(self, clock: MovedClock) -> None:
        super().__init__(clock)
        self._numbers = count(1)
        self._people = Ids(lambda name: "U" + _letters(name))
        self._chats = Ids(lambda name: ("D" if name.startswith("@") else "C") + _letters(name))
        self._messages = Ids(lambda _: f"{self.clock.now().timestamp():.0f}.{next(self._numbers):06}")
        self._names: dict[str, str] = {self._people.there(user): sender.name for user, sender in CAST.items()}
        self._threads: dict[str, str] = {}
        self._buttons: dict[int, tuple[str, list[Json]]] = {}
        self._pace = Pace(Closing(), 0)

    def read(self, incoming: Incoming) -> Incoming | None:
        """Let Slack's own inbound read what Slack would bring."""
        assert incoming.sender
        self._names[self._people.there(incoming.sender.id)] = incoming.sender.name
        body = self._body(incoming)
        if body is None:
            return None
        people = {user: Profile(name) for user, name in self._names.items()}
        token = self._token(incoming.bot or "bot", hears_all=incoming.hears_all)
        found = inbound(body, Known(token, people, Channel(incoming.title)), self.clock)
        assert isinstance(found, Incoming)
        assert found.sender
        original = found.reply_to
        return replace(
            found,
            platform=self.platform,
            tenant=incoming.tenant,
            chat=incoming.chat if found.private else self._chats.back(found.chat),
            sender=replace(found.sender, id=self._people.back(found.sender.id)),
            message=found.message and self._messages.back(found.message),
            thread=found.thread and self._messages.back(found.thread),
            reply_to=original and replace(original, message=self._messages.back(original.message)),
            mentions=tuple(replace(one, id=one.id and self._people.back(one.id)) for one in found.mentions),
        )

    async def shown(self, message: Outgoing) -> str:
        """Let Slack's own outbound say it."""
        line = _Taking()
        channel = self._chats.there(message.chat or f"@{message.user}")
        there = replace(
            message,
            chat=message.chat and channel,
            user=message.user and self._people.there(message.user),
            thread=message.thread and self._messages.there(message.thread),
            reply_to=message.reply_to and self._messages.there(message.reply_to),
            people={ours: self._people.there(user) for ours, user in message.people.items()},
        )
        out = Line(line, Closing(), self._pace, MENU)
        await Sending(out, self._token("bot", hears_all=True), there).send(channel)
        ts = self._messages.there(str(self.taken))
        _, blocks, thread = line.posts[-1]
        if thread:
            self._threads[ts] = thread
        self._buttons[message.row] = ts, [button for row in blocks[1:] for button in row["elements"]]
        assert all(len(button["text"]["text"]) <= 75 for button in self._buttons[message.row][1])
        return _SAID.sub("/", "".join(self._words(post[1][0]) for post in line.posts))

    def _token(self, name: str, *, hears_all: bool) -> Token:
        scopes = frozenset({"chat:write", *(("channels:history",) if hears_all else ())})
        return Token("xoxb-canary", BOT, "BBOT", TEAM, None, scopes, name)

    def _words(self, rich: Json) -> str:
        pieces = rich["elements"][0]["elements"]
        return "".join(piece.get("text") or self._names[piece["user_id"]] for piece in pieces)

    def _body(self, incoming: Incoming) -> Json | None:
        assert incoming.sender
        user, channel = self._people.there(incoming.sender.id), self._chats.there(incoming.chat)
        if incoming.kind == "press":
            return self._press(incoming, user, channel)
        if incoming.kind in ("message", "edit"):
            return self._said(incoming, user, channel)
        if incoming.kind == "closed":
            return self._event(incoming, {"type": "user_change", "user": {"id": user, "deleted": True}})
        if incoming.kind == "opened":
            return None  # everybody can be written to: Slack tells of no such thing
        if incoming.kind == "left":
            return self._event(incoming, {"type": "member_left_channel", "user": user, "channel": channel})
        kind = "member_joined_channel" if incoming.kind == "added" else "member_left_channel"
        return self._event(incoming, {"type": kind, "user": BOT, "channel": channel, "inviter": user})

    def _event(self, incoming: Incoming, event: Json) -> Json:
        ts = f"{incoming.at.timestamp():.0f}.{next(self._numbers):06}"
        whole = {"event_time": int(incoming.at.timestamp()), "event": {"event_ts": ts, **event}}
        return {"type": "event_callback", "team_id": TEAM, "event_id": f"Ev{ts}", **whole}

    def _said(self, incoming: Incoming, user: str, channel: str) -> Json:
        text, in_words = self._marked(incoming), incoming.text
        if in_words.startswith("/") and incoming.kind == "message" and incoming.reply_to is None:
            name, _, rest = text[1:].partition(" ")
            native = name in NATIVE
            typed = {"command": f"/{name if native else MENU.umbrella}", "text": rest if native else text[1:]}
            where = {"user_id": user, "channel_id": channel, "team_id": TEAM}
            body = {**typed, **where, "trigger_id": f"{next(self._numbers)}.9"}
            if form_for_command(body) is None and incoming.message and incoming.message[1:] == incoming.id:
                return body
        # No command can be typed in a thread, and one that opens a form asks nothing: then the bot is spoken to.
        if text.startswith("/"):
            text = f"<@{BOT}> {text[1:]}"
        ts = self._messages.there(incoming.message or "")
        message: Json = {"type": "message", "user": user, "text": text, "ts": ts}
        if incoming.reply_to:
            replied = self._messages.there(incoming.reply_to.message)
            top = self._threads.get(replied, replied)
            message |= {"thread_ts": top, "parent_user_id": BOT if top == replied and incoming.reply_to.ours else user}
        if incoming.kind == "message":
            return self._event(incoming, {**message, "channel": channel})
        changed = {"type": "message", "subtype": "message_changed", "channel": channel, "message": message}
        return self._event(incoming, {**changed, "previous_message": {**message, "text": "as it was"}})

    def _marked(self, incoming: Incoming) -> str:
        """The text as Slack brings it: with its marks for people and for links."""
        text = _LINK.sub(lambda link: f"<{link[0]}>", escaped(incoming.text))
        for mention in incoming.mentions:
            if mention.id:
                text = text.replace(mention.words, f"<@{self._people.there(mention.id)}>")
        return _AT.sub(lambda at: f"<@{self._people.there(at[1])}>" if at[1] in CAST else at[0], text)

    def _press(self, incoming: Incoming, user: str, channel: str) -> Json:
        assert incoming.press
        ts, buttons = self._buttons[incoming.press.row]
        container = {"type": "message", "message_ts": ts, "channel_id": channel}
        if ts in self._threads:
            container["thread_ts"] = self._threads[ts]
        action = {**buttons[incoming.press.choice], "action_ts": f"{next(self._numbers)}.0"}
        who = {"team": {"id": TEAM}, "user": {"id": user}, "channel": {"id": channel}}
        return {"type": "block_actions", **who, "actions": [action], "container": container}


def _letters(name: str) -> str:
    return "".join(letter for letter in name.upper() if letter.isalnum())
