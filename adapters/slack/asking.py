"""Opens forms: for a shortcut, and for a command that was typed without its words; and says where there can be none."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from adapters.slack.client import Client
from adapters.slack.forms import Origin, action_form, answer_form, idea_form
from adapters.slack.inbound import Known, channel_of
from adapters.slack.menu import NEW_IDEA, SAVE_ACTION, SAVE_IDEA, typed
from adapters.slack.texts import escaped, readable
from adapters.slack.tokens import Token

Json = Mapping[str, Any]
# A form whose language is not known yet.
Form = Callable[..., Json]

_BARE: Final = re.compile(r"/(?P<command>idea|action|answer)(?:\s+#?(?P<number>[0-9]{1,9}))?")


def form_for_command(body: Json) -> Form | None:
    """Give the form that a command without its words asks for; None if it has words, or the number is meant to show."""
    bare = _BARE.fullmatch(typed(body["command"], body.get("text") or ""))
    if bare is None:
        return None
    origin = Origin(body["channel_id"])
    if bare["command"] == "answer":
        return partial(answer_form, origin, bare["number"] or "")
    if bare["number"]:
        return None
    return partial(idea_form if bare["command"] == "idea" else action_form, origin)


def form_for_shortcut(body: Json, known: Known) -> Form | None:
    """Give the form of a shortcut, with the message's words in it if it was one on a message."""
    callback = body.get("callback_id")
    if callback == NEW_IDEA:
        return partial(idea_form, Origin())
    message, chat = body.get("message") or {}, channel_of(body)
    if callback not in (SAVE_IDEA, SAVE_ACTION) or chat is None:
        return None
    names = {user: profile.name for user, profile in known.people.items()}
    words, _ = readable(message.get("text") or "", names)
    ts, thread = message["ts"], message.get("thread_ts")
    human = message.get("user") if not message.get("bot_id") else None
    origin = Origin(chat, ts, None if thread == ts else thread, human)
    return partial(idea_form if callback == SAVE_IDEA else action_form, origin, words)


async def open_form(client: Client, token: Token, body: Json, form: Json) -> None:
    """Show it. Raises what the library raises: then it is not open."""
    await client.open_form(token.bot_token, body["trigger_id"], form)


def not_here(body: Json, token: Token, known: Known) -> str:
    """Say to one person that the bot can't be used here, and give them their words back."""
    names = {user: profile.name for user, profile in known.people.items()}
    name = f"@{token.name or token.handle}"
    lines = [
        "I am not in this channel, so I have saved nothing.",
        f"To let me in, type /invite {name} here.",
    ]
    if "command" in body and (words := readable(typed(body["command"], body.get("text") or ""), names)[0]):
        lines += ["Then send your words again:", words]
    return escaped("\n".join(lines))
