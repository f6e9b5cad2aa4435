"""Looks at the set-up on Telegram's side, and says in plain words what it means for the group."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from telegram import User, WebhookInfo
from telegram.error import ChatMigrated, InvalidToken, TelegramError

from adapters.telegram.client import Client
from adapters.telegram.endpoint import Endpoint
from adapters.telegram.inbound import HEARD
from adapters.telegram.refusals import TokenRefused, reason
from adapters.telegram.roll import is_gone
from bot.domain.chat import Place
from bot.domain.errors import Unusable
from bot.edges import Clock, Finding

MOST_PLACES: Final = 50
CLOCKS_DIFFER: Final = timedelta(minutes=2)


async def check_up(
    client: Client, endpoint: Endpoint | None, clock: Clock, places: Sequence[Place]
) -> Sequence[Finding]:
    """Find what is well and what is not, and what to do about it. Without an endpoint the bot is to fetch by itself."""
    try:
        me, webhook, menu = await client.me(), await client.webhook(), await client.menu()
    except InvalidToken:
        return (Finding(well=False, text=f"Telegram: {TokenRefused()}"),)
    except TelegramError as error:
        text = f"Telegram did not answer ({reason(error)}). Check the network, and TELEGRAM_API_URL."
        return (Finding(well=False, text=text),)
    way = _fetched(webhook) if endpoint is None else _brought(webhook, endpoint)
    groups = [await _group(client, me, place) for place in places[:MOST_PLACES]]
    return (*_token(me), *_privacy(me), *way, *_menu(menu), *_modes(me), *_clock(await client.time(), clock), *groups)


def _token(me: User) -> Iterator[Finding]:
    yield Finding(well=True, text=f"Telegram: the token works. I am @{me.username} ({me.first_name}).")
    if me.can_join_groups is False:
        text = "Telegram: I can't be added to groups. In BotFather: /setjoingroups, then Enable."
        yield Finding(well=False, text=text)


def _privacy(me: User) -> Iterator[Finding]:
    if me.can_read_all_group_messages:
        yield Finding(well=True, text="Telegram: privacy mode is off. I hear each message in my groups.")
        return
    yield Finding(
        well=True,
        text=f"Telegram: privacy mode is on. I hear /idea@{me.username}, replies to me, and a bare /idea"
        " while I was the last bot to speak. To let me hear all, turn privacy off in BotFather (/setprivacy)"
        " or make me an admin. After turning it off, take me out of each group and add me again.",
    )


def _fetched(webhook: WebhookInfo) -> Iterator[Finding]:
    waiting = f"{webhook.pending_update_count} updates wait for me."
    if not webhook.url:
        yield Finding(well=True, text=f"Telegram: no webhook is set, so I can ask for messages. {waiting}")
        return
    # Its address may hold a secret, so it is not shown.
    yield Finding(
        well=False,
        text="Telegram: a webhook is set, so this bot may be running elsewhere. `run` takes it off."
        f" Nothing that waits is lost. {waiting}",
    )


def _brought(webhook: WebhookInfo, endpoint: Endpoint) -> Iterator[Finding]:
    try:
        endpoint.check()
    except Unusable as problem:
        yield Finding(well=False, text=f"Telegram: {problem}")
        return
    waiting = f"{webhook.pending_update_count} updates wait for me."
    if not webhook.url:
        yield Finding(well=True, text=f"Telegram: the webhook is not set yet. `run` sets it. {waiting}")
    elif webhook.url != endpoint.url:
        text = "Telegram: a webhook with another address is set. `run` puts it right. Does the bot run elsewhere too?"
        yield Finding(well=False, text=f"{text} {waiting}")
    elif webhook.last_error_message and webhook.pending_update_count:
        # An error that is over stays written there; with messages waiting it is not over.
        text = f"Telegram: messages can't be brought to me ({webhook.last_error_message}). Check PUBLIC_URL and PORT."
        yield Finding(well=False, text=f"{text} {waiting}")
    elif not set(HEARD) <= set(webhook.allowed_updates or HEARD):
        yield Finding(
            well=False, text=f"Telegram: not all that I need is brought to me. `run` puts it right. {waiting}"
        )
    else:
        yield Finding(well=True, text=f"Telegram: the webhook is set, and messages are brought to me. {waiting}")


def _menu(menu: int) -> Iterator[Finding]:
    shown = f"shows {menu} commands" if menu else "is not set yet; `run` sets it"
    yield Finding(well=True, text=f"Telegram: the command menu {shown}.")


def _clock(there: datetime | None, clock: Clock) -> Iterator[Finding]:
    if there is None:
        return
    off = abs(clock.now() - there)
    if off < CLOCKS_DIFFER:
        yield Finding(well=True, text="Telegram: the clock of this computer is right.")
        return
    text = f"Telegram: the clock of this computer is off by {off.total_seconds() / 60:.0f} minutes. Please set it."
    yield Finding(well=False, text=text)


async def _group(client: Client, me: User, place: Place) -> Finding:
    """Find what the bot may do in one group."""
    name = f'Telegram: in "{place.name}"'
    try:
        us = await client.member(int(place.chat), me.id)
        admin = us["status"] in ("administrator", "creator")
        muted = us.get("can_send_messages", True) is False
        writes = admin or (not muted and await client.may_write(int(place.chat)))
    except ChatMigrated:
        return Finding(well=True, text=f"{name} the chat has a new id. I follow it when somebody writes.")
    except TelegramError as error:
        return Finding(well=False, text=f"{name} I can't look ({reason(error)}). Is the bot still in that group?")
    if is_gone(us):
        return Finding(well=False, text=f"{name} I am not there any more. Add me again, or leave it so.")
    hears = "hear each message" if admin or me.can_read_all_group_messages else "hear what is surely for me"
    if not writes:
        return Finding(well=False, text=f"{name} I {hears}, but may not write. An admin of the group can let me.")
    return Finding(well=True, text=f"{name} I {hears}, and may write.")


def _modes(me: User) -> Iterator[Finding]:
    if me.supports_guest_queries:
        text = "Telegram: guest mode is on. I ignore guest messages. Please turn it off in BotFather."
        yield Finding(well=False, text=text)
    if me.has_topics_enabled:
        text = "Telegram: topics in private chats are on, and mix up talk. Turn them off in BotFather."
        yield Finding(well=False, text=text)
