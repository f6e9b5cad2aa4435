"""The Home tab: what the core shows somebody of their own, as a view of Slack's, published when it is opened and new.

It is never the only copy of anything, and no row of the outbox.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import (
    DividerBlock,
    HeaderBlock,
    PlainTextObject,
    RichTextBlock,
    RichTextElementParts,
    RichTextListElement,
    RichTextSectionElement,
)
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.membership import chats_of
from adapters.slack.outbound import border
from adapters.slack.refusals import refusal
from bot.domain.chat import Section, Text
from bot.ports import Ears

MOST_BLOCKS: Final = 100
LONGEST_HEADER: Final = 150
LONGEST_LINE: Final = 1000

Json = Mapping[str, Any]


async def show(client: AsyncWebClient, event: Json, team: str, ears: Ears) -> bool:
    """Publish the tab of whoever opened it, from the channels they are in now; False if it shows all that already.

    Raises what the library raises: then it shows what it showed before.
    """
    if event.get("tab") != "home":
        return False
    user = str(event["user"])
    sections = await ears.home("slack", team, user, await chats_of(client, user, team))
    shown: Json = event.get("view") or {}
    made = view(sections)
    if shown.get("private_metadata") == made["private_metadata"]:
        return False
    try:
        await client.views_publish(user_id=user, view=made, hash=shown.get("hash"))
    except SlackApiError as error:
        said = refusal(error)
        if said is None or said.name != "hash_conflict":
            raise
        # They opened it in two places at once: the other one is as new as this.
        return False
    return True


def view(sections: Sequence[Section]) -> dict[str, Any]:
    """The view. What it carries in private tells whether what is shown already is the same."""
    blocks = list(_blocks(sections))[:MOST_BLOCKS]
    content = hashlib.sha256(json.dumps(blocks, sort_keys=True).encode()).hexdigest()
    return {"type": "home", "blocks": blocks, "private_metadata": content}


def _blocks(sections: Sequence[Section]) -> Iterator[dict[str, Any]]:
    for number, (group, parts) in enumerate(groupby(sections, lambda section: section.group)):
        if number:
            yield DividerBlock().to_dict()
        if group:
            yield HeaderBlock(text=PlainTextObject(text=_cut(group, LONGEST_HEADER), emoji=False)).to_dict()
        for part in parts:
            yield _part(part)


def _part(section: Section) -> dict[str, Any]:
    head = RichTextElementParts.TextStyle(bold=bool(section.lines))
    text = "".join(span.text for span in section.head)
    elements: list[Any] = [RichTextSectionElement(elements=[RichTextElementParts.Text(text=text, style=head)])]
    if section.lines:
        elements.append(RichTextListElement(style="bullet", elements=[_line(line) for line in section.lines]))
    made: dict[str, Any] = RichTextBlock(elements=elements).to_dict()
    return made


def _line(text: Text) -> RichTextSectionElement:
    quoted = RichTextElementParts.TextStyle(italic=True)
    return RichTextSectionElement(
        elements=[
            RichTextElementParts.Text(text=_cut(span.text, LONGEST_LINE), style=quoted if span.quoted else None)
            for span in text
            if span.text
        ]
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: border(text, most - 1)] + "…"
