"""A platform's edge for tests that is Telegram's: Bot API updates come in, the parts that would be sent go out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any, ClassVar

from telegram import InlineKeyboardMarkup, User

from adapters.telegram.client import Client
from adapters.telegram.closing import Closing
from adapters.telegram.inbound import Us, inbound
from adapters.telegram.outbound import Part
from adapters.telegram.sending import Sending
from bot.domain.chat import Document, Incoming, Original, Outgoing, Sender
from reminders.clock import MovedClock
from tests.house import FakePlatform
from tests.wires.ids import Ids

Json = dict[str, Any]

ME = 123456
_AT = re.compile(r"(?<!\w)@\w{2,32}")
_COMMAND = re.compile(r"/\w+")
_HERE = {"added": ("left", "member"), "removed": ("member", "left"), "opened": ("kicked", "member")}
_HERE["closed"] = ("member", "kicked")


class _Taking(Client):
    """Takes the calls that would go to Telegram, within its limits."""

    def __init__(self) -> None:
        self.parts: list[Part] = []

    async def me(self) -> User:
        """Say who the bot is."""
        return User(ME, "Said & Done", is_bot=True, username="saidbot")

    async def send(self, chat: int, part: Part, *, thread: int | None, reply_to: int | None, silent: bool) -> str:
        """Take one part."""
        del chat, thread, reply_to, silent
        assert 0 < _units(part.text) <= 4096
        assert len(part.entities) <= 100
        self.parts.append(part)
        return "0"

    async def send_file(
        self, chat: int, file: Document, caption: Part | None, *, thread: int | None, reply_to: int | None
    ) -> str:
        """Take a file, and the words that go with it."""
        del chat, thread, reply_to
        assert file.text
        if caption:
            assert _units(caption.text) <= 1024
            self.parts.append(caption)
        return "0"


class OverTelegram(FakePlatform):
    """It takes every message as Telegram would get it, and hears what is said as Telegram would bring it."""

    kinds: ClassVar = {"message": "message", "edit": "edited_message", "left": "message"}

    def __init__(self, clock: MovedClock) -> None:
        super().__init__(clock)
        numbers = count(1001)
        self._people = Ids(lambda _: str(next(numbers)))
        self._chats = Ids(lambda _: str(-next(numbers)))
        self._messages = Ids(lambda _: str(next(numbers)))
        self._dates: dict[str, int] = {}
        self._buttons: dict[int, tuple[int, list[str]]] = {}

    def read(self, incoming: Incoming) -> Incoming | None:
        """Let Telegram's own inbound read what Telegram would bring."""
        us = Us(str(ME), ME, incoming.bot, incoming.hears_all)
        found = inbound(self._update(incoming), us, self.clock)
        assert isinstance(found, Incoming)
        assert found.sender
        return replace(
            found,
            platform=self.platform,
            tenant=incoming.tenant,
            id=incoming.id,
            chat=incoming.chat if found.private else self._chats.back(found.chat),
            sender=self._named(found.sender),
            message=found.message and self._messages.back(found.message),
            reply_to=found.reply_to and self._original(found.reply_to),
            mentions=tuple(replace(one, id=one.id and self._people.back(one.id)) for one in found.mentions),
        )

    async def shown(self, message: Outgoing) -> str:
        """Let Telegram's own outbound say it."""
        line = _Taking()
        there = replace(
            message,
            chat=message.chat and self._chats.there(message.chat),
            user=message.user and self._people.there(message.user),
            reply_to=message.reply_to and self._messages.there(message.reply_to),
            people={ours: self._people.there(user) for ours, user in message.people.items()},
        )
        await Sending(line, Closing(), there.chat or there.user or "", there).send()
        markup = line.parts[-1].markup
        if isinstance(markup, InlineKeyboardMarkup):
            pressed = [str(key.callback_data) for row in markup.inline_keyboard for key in row if key.callback_data]
            assert all(len(data.encode()) <= 64 for data in pressed)
            self._buttons[message.row] = self.taken, pressed
        return "\n".join(part.text for part in line.parts)

    def _update(self, incoming: Incoming) -> Json:
        number = int(incoming.id) if incoming.id.isdecimal() else 0
        if incoming.kind == "press":
            return {"update_id": number, "callback_query": self._query(incoming)}
        if incoming.kind in _HERE:
            us = {"id": ME, "is_bot": True, "first_name": "Said & Done"}
            old, new = ({"user": us, "status": status} for status in _HERE[incoming.kind])
            change = {"old_chat_member": old, "new_chat_member": new, **self._where(incoming)}
            return {"update_id": number, "my_chat_member": change}
        return {"update_id": number, self.kinds[incoming.kind]: self._message(incoming)}

    def _where(self, incoming: Incoming) -> Json:
        assert incoming.sender
        by = self._user(incoming.sender)
        group = {"id": int(self._chats.there(incoming.chat)), "type": "supergroup", "title": incoming.title}
        chat = {"id": by["id"], "type": "private", "first_name": by["first_name"]} if incoming.private else group
        return {"chat": chat, "from": by, "date": int(incoming.at.timestamp())}

    def _message(self, incoming: Incoming) -> Json:
        made = self._where(incoming)
        id_ = self._messages.there(incoming.message or "")
        made["message_id"] = int(id_)
        first = self._dates.setdefault(id_, made["date"])
        if incoming.kind == "edit":
            made |= {"date": first, "edit_date": made["date"]}
        if incoming.kind == "left":
            return made | {"left_chat_member": made["from"]}
        made |= {"text": incoming.text, "entities": list(self._entities(incoming))}
        if incoming.forwarded:
            made["forward_origin"] = {"type": "hidden_user", "sender_user_name": "Somebody", "date": made["date"]}
        if original := incoming.reply_to:
            us = {"id": ME, "is_bot": True, "first_name": "Said & Done"}
            by = self._user(original.sender) if original.sender else us
            replied = {"message_id": int(self._messages.there(original.message)), "from": by, "text": original.text}
            made["reply_to_message"] = {"date": made["date"], "chat": made["chat"], **replied}
        return made

    def _entities(self, incoming: Incoming) -> Iterator[Json]:
        text = incoming.text
        if command := _COMMAND.match(text):
            yield {"type": "bot_command", "offset": 0, "length": _units(command[0])}
        named = {mention.words: mention.id for mention in incoming.mentions if mention.id}
        for words, id_ in named.items():
            user = {"id": int(self._people.there(id_)), "is_bot": False, "first_name": words}
            offset = _units(text[: text.index(words)])
            yield {"type": "text_mention", "offset": offset, "length": _units(words), "user": user}
        for at in _AT.finditer(text):
            if at[0] not in named:
                yield {"type": "mention", "offset": _units(text[: at.start()]), "length": _units(at[0])}

    def _query(self, incoming: Incoming) -> Json:
        assert incoming.press
        number, data = self._buttons[incoming.press.row]
        where = self._where(incoming)
        us = {"id": ME, "is_bot": True, "first_name": "Said & Done"}
        card = {"message_id": int(self._messages.there(str(number))), "date": 1, "chat": where["chat"], "from": us}
        return {"id": incoming.id, "from": where["from"], "message": card, "data": data[incoming.press.choice]}

    def _user(self, sender: Sender) -> Json:
        user = {"id": int(self._people.there(sender.id)), "is_bot": False, "first_name": sender.name}
        return user | ({"username": sender.username} if sender.username else {})

    def _named(self, sender: Sender) -> Sender:
        return replace(sender, id=self._people.back(sender.id))

    def _original(self, original: Original) -> Original:
        sender = original.sender and self._named(original.sender)
        return replace(original, message=self._messages.back(original.message), sender=sender)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
