"""Hears one payload, however it came: read, told to the core, and answered to Slack only after the commit."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from slack_bolt.response import BoltResponse

from adapters.slack.asking import Form, form_for_command, form_for_shortcut, not_here, open_form
from adapters.slack.client import Client
from adapters.slack.forms import MAIN, chat_of, people_in_form, submitted
from adapters.slack.inbound import Known, Moved, channel_of, inbound, is_private, moved_to, people_of
from adapters.slack.names import Names
from adapters.slack.refusals import Trouble, reason
from adapters.slack.roll import Roll
from adapters.slack.texts import escaped
from adapters.slack.tokens import Token
from adapters.slack.turns import Turns
from bot.domain.chat import Incoming
from bot.domain.errors import Away, Busy, Later
from bot.edges import Clock, Ears

Json = Mapping[str, Any]
Also = Callable[[Json, Token, Ears], Awaitable[None]]

# Slack waits three seconds. What is begun by then is awaited, and what is not is never kept.
BEGUN_WITHIN: Final = 2.0
# With what may be asked of Slack before, a form is begun to be opened in the same time.
SOON: Final = 0.8
LATE: Final = "Not saved. Please send it again."
AWAY: Final = "Not saved. Please send it again in a few minutes."
UNREADABLE: Final = "Sorry, I could not read that. It is not saved."

# Whoever has these can speak for the bot for a while, or open its forms.
_FOR_NOW: Final = ("token", "response_url", "response_urls", "trigger_id")

log = logging.getLogger(__name__)


class Hearing:
    """What the socket and the requests share. `also`: events that belong to others, by their type."""

    def __init__(  # noqa: PLR0913 - the parts, each of which is shared with others
        self, client: Client, names: Names, roll: Roll, clock: Clock, ears: Ears, *, also: Mapping[str, Also]
    ) -> None:
        self._client = client
        self._names = names
        self._roll = roll
        self._clock = clock
        self._ears = ears
        self._also = also
        self._turns = Turns()
        self._afterwards: set[asyncio.Task[None]] = set()

    async def event(self, body: Json, token: Token) -> BoltResponse:
        """Hear an event. Whatever went wrong: it is not acknowledged, and Slack sends it again."""
        try:
            async with self._turns.of(token.team, channel_of(body)):
                telling = await self._event(body, token)
            await telling
        except Away:
            log.warning("Event %s was not heard: the database is away. It will come again.", body.get("event_id"))
            return BoltResponse(status=503)
        except Exception as error:  # noqa: BLE001 - it is asked for again, and must not look as if it had been heard
            log.error("Event %s was not heard (%s). It will come again.", body.get("event_id"), type(error).__name__)  # noqa: TRY400
            return BoltResponse(status=500)
        return BoltResponse(status=200)

    async def command(self, body: Json, token: Token) -> BoltResponse:
        """Hear a slash command; one without its words opens a form."""
        begun_by = _now() + BEGUN_WITHIN
        if await self._names.channel(body["channel_id"], token) is None:
            return _privately(LATE)
        known = await self._known(body, token)
        if not known.channel.here:
            return _privately(not_here(body, token, known))
        form = form_for_command(body)
        if form is not None and await self._opened(body, token, form):
            return BoltResponse(status=200)
        trouble = await self._heard(body, known, begun_by)
        return _privately(escaped(trouble)) if trouble else BoltResponse(status=200)

    async def press(self, body: Json, token: Token) -> BoltResponse:
        """Hear a button; whoever pressed is told privately if it came to nothing."""
        begun_by = _now() + BEGUN_WITHIN
        known = await self._known(body, token)
        toast = await self._heard(body, known, begun_by)
        if toast and body.get("response_url"):
            self._later(self._tell(body["response_url"], toast))
        return BoltResponse(status=200)

    async def shortcut(self, body: Json, token: Token) -> BoltResponse:
        """Open the form of a shortcut; not for a message where the bot is not."""
        known = await self._names.known(body, token)
        if not known.channel.here:
            self._later(self._tell(body.get("response_url"), not_here(body, token, known), raw=True))
        elif (form := form_for_shortcut(body, known)) and not await self._opened(body, token, form):
            self._later(self._tell(body.get("response_url"), LATE))
        return BoltResponse(status=200)

    async def form(self, body: Json, token: Token) -> BoltResponse:
        """Hear a form that was sent; what is wrong stands on its field, and it stays open."""
        begun_by, view = _now() + BEGUN_WITHIN, body["view"]
        main = MAIN.get(view.get("callback_id", ""))
        if main is None:
            return BoltResponse(status=200)
        chat = chat_of(view)
        channel = await self._names.channel(chat, token)
        if channel is None or not channel.here:
            wrong = "channel" if "channel" in (view.get("state") or {}).get("values", {}) else main
            return _on_field(wrong, LATE if channel is None else "I am not in this channel. Please invite me first.")
        known = Known(token, await self._names.people(people_in_form(body), token), channel)
        trouble = await self._heard(body, known, begun_by)
        return _on_field(main, trouble) if trouble else BoltResponse(status=200)

    async def answered(self) -> None:
        """Let private answers under way be said."""
        await asyncio.gather(*self._afterwards, return_exceptions=True)

    async def _event(self, body: Json, token: Token) -> Awaitable[object]:
        event = body["event"]
        self._names.changed(event, token.team)
        if also := self._also.get(event["type"]):
            return also(body, token, self._ears)
        known = await self._known(body, token) if "channel" in event else Known(token)
        return await self._begun(body, known, None)

    async def _known(self, body: Json, token: Token) -> Known:
        """Find what it takes to read it; and before somebody is heard in private, where they are now."""
        chat, speaker = channel_of(body) or "", people_of(body)[:1]
        calls = asyncio.gather(*(self._roll.call(user, token, self._ears) for user in speaker if is_private(chat)))
        known = await self._names.known(body, token)
        await calls
        return known

    async def _heard(self, body: Json, known: Known, begun_by: float) -> str | None:
        """Tell the core in this chat's turn; gives what the person is to be told, if it was not kept."""
        try:
            async with asyncio.timeout_at(begun_by) as waiting, self._turns.of(known.token.team, channel_of(body)):
                waiting.reschedule(None)
                telling = await self._begun(body, known, begun_by - _now())
            return await telling
        except (Busy, TimeoutError):
            return LATE
        except Away:
            return AWAY
        except Exception as error:  # noqa: BLE001 - whatever it is, the person is told that it was not saved
            log.error("Something typed was not heard (%s); they were told so.", type(error).__name__)  # noqa: TRY400
            return AWAY

    async def _begun(self, body: Json, known: Known, within: float | None) -> "asyncio.Task[str | None]":
        """Begin to tell the core. When this returns it stands in the core's own line, and the next may come."""
        telling = asyncio.create_task(self._tell_core(body, known, within))
        await asyncio.sleep(0)
        return telling

    async def _tell_core(self, body: Json, known: Known, within: float | None) -> str | None:
        try:
            read = submitted if body.get("type") == "view_submission" else inbound
            heard = read(body, known, self._clock)
        except Exception as error:  # noqa: BLE001 - one that can't be read must not be sent again and again
            number = str(body.get("event_id") or body.get("trigger_id") or "")
            log.warning("Payload %s can't be read (%s); it is kept.", number, type(error).__name__)
            kept = {key: value for key, value in body.items() if key not in _FOR_NOW}
            await self._ears.unreadable("slack", known.token.team, number, kept, repr(error)[:200])
            return UNREADABLE
        if isinstance(heard, Moved):
            await self._ears.moved("slack", known.token.team, heard.old, heard.new)
            channel = await self._names.channel(heard.new, known.token)
            heard = moved_to(body, replace(known, channel=channel), self._clock) if channel else None
            return await self._ears.hear(heard) if heard else None
        if isinstance(heard, Incoming):
            return await self._ears.hear(heard, within)
        return None

    async def _opened(self, body: Json, token: Token, form: Form) -> bool:
        language = await self._language(body, token)
        try:
            await open_form(self._client, token, body, form(language=language))
        except (*Trouble, Later) as error:
            log.warning("A form could not be opened (%s)", reason(error))
            return False
        return True

    async def _language(self, body: Json, token: Token) -> str:
        """Find the language of whoever opens a form: English if that is not known soon, for the form can't wait."""
        user = body.get("user_id") or body["user"]["id"]
        try:
            async with asyncio.timeout(SOON):
                return await self._ears.language("slack", token.team, user, channel_of(body) or "")
        except Exception as error:  # noqa: BLE001 - whatever it is, a form in English is better than none
            log.info("The language of a form could not be found (%s)", type(error).__name__)
            return "en"

    async def _tell(self, address: str | None, text: str, *, raw: bool = False) -> None:
        if not address:
            return
        try:
            await self._client.answer_privately(address, text if raw else escaped(text))
        except Trouble as error:
            # What was pressed is committed, or was not to be: it can be pressed again.
            log.info("A press was not answered: %s", reason(error))

    def _later(self, saying: "Awaitable[None]") -> None:
        task = asyncio.ensure_future(saying)
        self._afterwards.add(task)
        task.add_done_callback(self._afterwards.discard)


def _now() -> float:
    return asyncio.get_running_loop().time()


def _privately(text: str) -> BoltResponse:
    return BoltResponse(status=200, body={"response_type": "ephemeral", "text": text})


def _on_field(name: str, text: str) -> BoltResponse:
    return BoltResponse(status=200, body={"response_action": "errors", "errors": {name: text}})
