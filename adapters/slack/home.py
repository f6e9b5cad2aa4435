"""The Home tab: what the core shows somebody of their own, as a view of Slack's, published when it is opened and new.

It is never the only copy of anything, and no row of the outbox.
"""

import hashlib
import json
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from slack_sdk.models.blocks import (
    DividerBlock,
    HeaderBlock,
    PlainTextObject,
    RichTextBlock,
    RichTextElementParts,
    RichTextListElement,
    RichTextSectionElement,
)
from slack_sdk.models.blocks.block_elements import RichTextElement

from adapters.slack.client import Client
from adapters.slack.menu import Menu
from adapters.slack.outbound import cut
from adapters.slack.refusals import Trouble, reason
from adapters.slack.tokens import Token
from bot.domain.chat import Section, Span, Text
from bot.domain.errors import Later
from bot.edges import Ears

MOST_BLOCKS: Final = 100
LONGEST_HEADER: Final = 150
LONGEST_LINE: Final = 1000

Json = Mapping[str, Any]

log = logging.getLogger(__name__)


class Home:
    """What is to be done when somebody opens it. `menu`: how commands are typed there, as it is known by then."""

    def __init__(self, client: Client, menu: Callable[[], Menu]) -> None:
        self._client = client
        self._menu = menu

    async def take(self, payload: Json, token: Token, ears: Ears) -> None:
        """Publish it from the channels that they are in now, unless it shows all that already.

        What Slack refuses is only logged: the tab shows what it showed before, until it is opened again.
        """
        if not token.bot_token:
            raise LookupError(token.team)
        event: Json = payload["event"]
        if event.get("tab") != "home":
            return
        try:
            await self._show(str(event["user"]), event.get("view") or {}, token, ears)
        except (*Trouble, Later) as error:
            log.info("A Home tab was not shown (%s)", reason(error))

    async def _show(self, user: str, shown: Json, token: Token, ears: Ears) -> None:
        chats = await self._client.chats(token.bot_token, user, token.team)
        made = view(await ears.home("slack", token.team, user, chats), self._menu())
        if shown.get("private_metadata") != made["private_metadata"]:
            await self._client.publish(token.bot_token, user, made, shown.get("hash"))


def view(sections: Sequence[Section], menu: Menu) -> dict[str, Any]:
    """The view. What it carries in private tells whether what is shown already is the same."""
    blocks = list(_blocks(sections, menu))[:MOST_BLOCKS]
    content = hashlib.sha256(json.dumps(blocks, sort_keys=True).encode()).hexdigest()
    return {"type": "home", "blocks": blocks, "private_metadata": content}


def _blocks(sections: Sequence[Section], menu: Menu) -> Iterator[dict[str, Any]]:
    for number, (group, parts) in enumerate(groupby(sections, lambda section: section.group)):
        if number:
            yield DividerBlock().to_dict()
        if group:
            yield HeaderBlock(text=PlainTextObject(text=cut(group, LONGEST_HEADER), emoji=False)).to_dict()
        for part in parts:
            yield _part(part, menu)


def _part(section: Section, menu: Menu) -> dict[str, Any]:
    head = RichTextElementParts.TextStyle(bold=bool(section.lines))
    text = menu.shown("".join(span.text for span in section.head))
    elements: list[Any] = [RichTextSectionElement(elements=[RichTextElementParts.Text(text=text, style=head)])]
    if section.lines:
        elements.append(RichTextListElement(style="bullet", elements=[_line(line, menu) for line in section.lines]))
    made: dict[str, Any] = RichTextBlock(elements=elements).to_dict()
    return made


def _line(text: Text, menu: Menu) -> RichTextSectionElement:
    return RichTextSectionElement(elements=[_element(span, menu) for span in text if span.text])


def _element(span: Span, menu: Menu) -> RichTextElement:
    """A member's words are shown as theirs, and as they are."""
    if span.quoted:
        style = RichTextElementParts.TextStyle(italic=True)
        return RichTextElementParts.Text(text=cut(span.text, LONGEST_LINE), style=style)
    return RichTextElementParts.Text(text=menu.shown(span.text))
