"""Bolt, told to leave the work to us: one catch-all listener a kind, and an answer to Slack only after the commit."""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.hearing import AWAY, Hearing
from adapters.slack.inbound import place_of
from adapters.slack.logs import libraries_log
from adapters.slack.refusals import Trouble, reason
from adapters.slack.tokens import Token, Tokens
from bot.domain.errors import Away, Later

log = logging.getLogger(__name__)

Json = Mapping[str, Any]
Take = Callable[[Json, Token], Awaitable[BoltResponse]]

NOT_INSTALLED: Final = (
    "I am not set up in this workspace. Nothing is saved. Please ask whoever added me to do it again."
)
_ANY: Final = re.compile(r"")
_TOKEN: Final = "said_and_done_token"  # noqa: S105 - a key of Bolt's context
# Kinds that Slack sends and that nothing of ours asks for; Bolt would write their bodies into the log.
_HEARD: Final = ("block_actions", "view_submission", "shortcut", "message_action")


class Dispatch:
    """One app of Slack's. `hearing` is given once there is somebody to hear."""

    def __init__(self, tokens: Tokens, url: str, also: tuple[str, ...] = ()) -> None:
        self._tokens = tokens
        self._also = also
        self._hearing: Hearing | None = None
        self._app = AsyncApp(
            name="said-and-done",
            logger=libraries_log(),
            process_before_response=True,
            # Requests are verified where they come in, before anything reads them.
            signing_secret="",
            request_verification_enabled=False,
            ignoring_self_events_enabled=False,
            attaching_function_token_enabled=False,
            client=AsyncWebClient(base_url=url, retry_handlers=[]),
            before_authorize=self._recognise,
            authorize=_authorize,
        )
        self._app.event(_ANY)(self._listener("event"))
        self._app.command(_ANY)(self._listener("command"))
        self._app.action(_ANY)(self._listener("press"))
        self._app.shortcut(_ANY)(self._listener("shortcut"))
        self._app.view(_ANY)(self._listener("form"))

    @property
    def app(self) -> AsyncApp:
        """Bolt's app, for what connects it."""
        return self._app

    def to(self, hearing: Hearing) -> None:
        """From now on it is heard."""
        self._hearing = hearing

    async def take(self, request: AsyncBoltRequest) -> BoltResponse:
        """Take one request, whose sender is known to be Slack."""
        return await self._app.async_dispatch(request)

    def _listener(self, kind: str) -> Callable[..., Awaitable[BoltResponse]]:
        async def listener(body: dict[str, Any], context: dict[str, Any]) -> BoltResponse:
            assert self._hearing  # noqa: S101 - nothing is recognised before it is there
            take: Take = getattr(self._hearing, kind)
            return await take(body, context[_TOKEN])

        return listener

    async def _recognise(
        self, body: dict[str, Any], context: dict[str, Any], next_: Callable[[], Awaitable[BoltResponse]]
    ) -> BoltResponse:
        """Find whose workspace it comes from. An event of one that is not known must not look as if it were heard."""
        if body.get("type") == "url_verification":
            return await next_()
        if "event" not in body and "command" not in body and body.get("type") not in _HEARD:
            return BoltResponse(status=200)
        if self._hearing is None:
            return _turned_away(body, AWAY)
        team, enterprise = place_of(body)
        try:
            token = await self._tokens.of(team, enterprise)
        except (*Trouble, Later, Away) as error:
            log.warning("It could not be found out whose token it takes (%s)", reason(error))
            return _turned_away(body, AWAY)
        if token is None:
            # Its goodbye comes when its token is gone already.
            if (body.get("event") or {}).get("type") in self._also:
                token = Token("", "", "", team, enterprise)
            else:
                log.warning("Something came from a workspace that is not known: %s", team[:20])
                return _turned_away(body, NOT_INSTALLED)
        context[_TOKEN] = token
        return await next_()


async def _authorize(context: dict[str, Any]) -> AuthorizeResult:
    token: Token = context[_TOKEN]
    return AuthorizeResult(
        enterprise_id=token.enterprise,
        team_id=token.team,
        bot_token=token.bot_token or "none",
        bot_id=token.bot_id,
        bot_user_id=token.bot_user,
    )


def _turned_away(body: Json, words: str) -> BoltResponse:
    """Say that it was not heard: so that Slack sends it again, or that the person knows."""
    if "command" in body:
        return BoltResponse(status=200, body={"response_type": "ephemeral", "text": words})
    view = body.get("view") or {}
    fields = [block["block_id"] for block in view.get("blocks") or () if block.get("type") == "input"]
    if body.get("type") == "view_submission" and fields:
        return BoltResponse(status=200, body={"response_action": "errors", "errors": {fields[0]: words}})
    return BoltResponse(status=503)
