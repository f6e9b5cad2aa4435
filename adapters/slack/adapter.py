"""Slack behind the adapter's few verbs: listen, say, say privately, check, close."""

import asyncio
import logging
from collections.abc import Mapping, Sequence

from adapters.slack.checkup import CheckUp
from adapters.slack.client import Client
from adapters.slack.closing import Closing
from adapters.slack.dispatch import Dispatch
from adapters.slack.hearing import Also, Hearing
from adapters.slack.home import Home
from adapters.slack.installing import Installing
from adapters.slack.logs import keep_quiet
from adapters.slack.memory import Memory
from adapters.slack.menu import Menu
from adapters.slack.names import Names
from adapters.slack.pace import Pace
from adapters.slack.refusals import AN_HOUR, SOON, TokenDead, Trouble, meaning, reason
from adapters.slack.roll import Roll
from adapters.slack.sending import Line, Sending
from adapters.slack.standing import Standing
from adapters.slack.texts import is_person
from adapters.slack.tokens import OneWorkspace, Token, Tokens
from adapters.slack.ways import Way
from bot.domain.chat import Outgoing, Place
from bot.domain.errors import Away, Later, Undeliverable
from bot.edges import Clock, Ears, Finding, Rate
from bot.edges import Pace as Limits

log = logging.getLogger(__name__)

LAST_WORDS = 5.0


class Slack:
    """One app of Slack's, in one workspace or in several. `also`: events that are not for the core, by their type."""

    platform = "slack"
    # One a second in a channel, with short bursts; `adapters.slack.pace` counts the parts of a long message too.
    pace = Limits(in_a_chat=Rate(3, 3))

    def __init__(  # noqa: PLR0913 - the parts, each of which a test may replace
        self,
        client: Client,
        tokens: Tokens,
        way: Way,
        clock: Clock,
        *,
        closing: Closing | None = None,
        pace: Pace | None = None,
        also: Mapping[str, Also] | None = None,
        installing: Installing | None = None,
    ) -> None:
        secrets = (*way.secrets, installing.distribution.client_secret) if installing else way.secrets
        keep_quiet(*secrets)
        self._secrets = secrets
        self._client = client
        self._tokens = tokens
        self._way = way
        self._clock = clock
        self._closing = closing or Closing()
        self._standing = Standing(tokens, self._closing) if isinstance(tokens, OneWorkspace) else None
        self._pace = pace or Pace(self._closing)
        self._also = {"app_home_opened": Home(client, lambda: self._menu).take, **(also or {})}
        self._check_up = CheckUp(client, way, clock, installing)
        self._installing = installing
        self._menu = Menu(umbrella=way.umbrella)
        self._names = Names(client)
        self._roll = Roll(client, self._names)
        self._privates: Memory[str] = Memory()
        self._dispatch = Dispatch(tokens, client.url, tuple(self._also))
        self._entrance = way.entrance(self._dispatch, self._closing, client)
        self.brought = way.brought
        self._listening = asyncio.Lock()

    async def listen(self, ears: Ears) -> None:
        """Hear until `close`; raises only if a token is refused, or the settings can't work."""
        keep_quiet(*self._secrets)
        self._way.check()
        if self._installing:
            await self._installing.open(ears)
        assert self._entrance  # noqa: S101 - that is what was checked
        hearing = Hearing(self._client, self._names, self._roll, self._clock, ears, also=self._also)
        async with self._listening:
            self._dispatch.to(hearing)
            if self._standing:
                await self._standing.while_it_stands(self._entrance.run)
            else:
                await self._entrance.run()
            try:
                async with asyncio.timeout(LAST_WORDS):
                    await hearing.answered()
            except TimeoutError:
                log.info("Some presses were not answered.")

    async def say(self, message: Outgoing) -> str:
        """Say it in its channel."""
        if message.chat is None:
            raise Undeliverable("no chat is named", permanent=True)
        return await self._send(message)

    async def dm(self, message: Outgoing) -> str:
        """Say it privately."""
        return await self._send(message)

    async def plain(self, message: Outgoing, id_: str) -> None:
        """Take the buttons off what was said under this id; its words stay."""
        token = await self._token(message.tenant)
        chat = message.chat or await self._private(message, token)
        await self._sending(message, token).plain(chat, id_)

    async def offer(self, commands: Sequence[tuple[str, str]]) -> None:
        """Remember how they are typed here; Slack's own menu is made from the app's manifest, and not by the bot."""
        self._menu = Menu(frozenset(name for name, _ in commands), self._way.umbrella)

    async def check(self, places: Sequence[Place]) -> Sequence[Finding]:  # noqa: ARG002 - Slack tells of each by itself
        """Look at the set-up."""
        return await self._check_up.findings()

    async def has_left(self, place: Place, user: str) -> bool:
        """Tell if somebody was deactivated, or is not in the channel."""
        try:
            return await self._roll.has_left(place.chat, user, await self._token(place.tenant))
        except Later:
            return False

    async def close(self) -> None:
        """Stop promptly: what is being heard is finished, what waits stays with Slack."""
        self._closing.tell()
        async with self._listening:
            await asyncio.gather(self._names.close(), self._privates.close(), self._roll.close())
            await self._client.close()

    async def _send(self, message: Outgoing) -> str:
        token = await self._token(message.tenant)
        try:
            channel = message.chat or await self._private(message, token)
            return await self._sending(message, token).send(channel)
        except TokenDead as dead:
            await self._tokens.refused(token, dead.reason)
            raise

    def _sending(self, message: Outgoing, token: Token) -> Sending:
        if self._closing.told:
            raise Later("the bot is stopping", 1)
        return Sending(Line(self._client, self._closing, self._pace, self._menu), token, message)

    async def _token(self, team: str) -> Token:
        try:
            token = await self._tokens.of(team)
        except (*Trouble, Later, Away) as error:
            raise Later(reason(error), SOON) from error
        if token is None:
            # It waits: what is heard of a workspace that installs it again goes on.
            raise Later("the app is not installed in that workspace now", AN_HOUR)
        return token

    async def _private(self, message: Outgoing, token: Token) -> str:
        """Find the private chat with somebody, opened once."""
        user = message.user
        if user is None or not is_person(user):
            raise Undeliverable("nobody can be reached under that id", permanent=True, closed=True)
        problem: list[Exception] = []

        async def ask() -> str:
            try:
                return await self._client.open_private(token.bot_token, user)
            except (*Trouble, Later) as error:
                problem.append(error)
                raise

        opened = await self._privates.get((token.team, user), ask, 20)
        if opened is not None:
            return opened
        error = problem[0] if problem else Later("Slack did not answer", SOON)
        # Opening a chat says nothing yet, so it may be done again whatever became of it.
        meant = meaning(error, private=True)
        if isinstance(meant, Undeliverable | TokenDead):
            raise meant
        raise Later(reason(error), getattr(error, "seconds", SOON))
