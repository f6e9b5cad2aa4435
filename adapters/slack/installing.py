"""Installs the bot in a workspace by OAuth: leads to Slack, and takes whoever comes back from there, once."""

import logging
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlencode

from aiohttp import web

from adapters.slack.client import OFFICIAL, Client
from adapters.slack.pages import COOKIE, begin, done, not_done
from adapters.slack.refusals import Trouble, reason, refusal
from adapters.slack.scopes import asked
from bot.domain.errors import Later, Unusable
from bot.domain.installations import Installation
from bot.edges import Clock, Ears, Installations

INSTALL: Final = "/slack/install"
BACK: Final = "/slack/oauth"
TIME: Final = timedelta(minutes=10)
_OURS: Final = re.compile(r"[A-Za-z0-9_-]{43}")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Distribution:
    """The settings by which several workspaces can install the bot. `api_url`: Slack's, GovSlack's or another."""

    client_id: str
    client_secret: str = field(repr=False)
    public_url: str
    api_url: str = OFFICIAL

    @property
    def install(self) -> str:
        """The page to begin at."""
        return self.public_url.rstrip("/") + INSTALL

    @property
    def back(self) -> str:
        """Where Slack sends people back to."""
        return self.public_url.rstrip("/") + BACK

    def authorize(self, state: str) -> str:
        """Slack's own page, where somebody says yes."""
        url = self.api_url.rstrip("/").removesuffix("/api") + "/oauth/v2/authorize"
        asks = {"client_id": self.client_id, "scope": ",".join(asked()), "redirect_uri": self.back, "state": state}
        return f"{url}?{urlencode(asks)}"

    def check(self) -> None:
        """Raise Unusable if it can't work."""
        if not self.client_secret:
            raise Unusable("SLACK_CLIENT_SECRET is not set. It stands beside the client id, under Basic Information.")
        if not self.public_url.startswith(("https://", "http://")):
            raise Unusable(
                "SLACK_CLIENT_ID is set, so Slack must reach this server. Set PUBLIC_URL to its address, such as"
                " https://bot.example.org."
            )


class Installing:
    """The two pages. `ears` is told which channels the bot is in, where it is installed again."""

    def __init__(self, distribution: Distribution, installations: Installations, client: Client, clock: Clock) -> None:
        self.distribution = distribution
        self.installations = installations
        self._client = client
        self._clock = clock
        self._ears: Ears | None = None

    async def open(self, ears: Ears) -> None:
        """Take people from now on. Raises Unusable if the settings or the keys can't work."""
        self.distribution.check()
        await self.installations.seal_anew("slack")
        self._ears = ears

    async def begin(self, request: web.Request) -> web.Response:
        """Show the page that leads to Slack. Whoever comes back must have the same browser, within ten minutes."""
        state, now = secrets.token_urlsafe(32), self._clock.now()
        cookie = request.cookies.get(COOKIE, "")
        browser = cookie if _OURS.fullmatch(cookie) else secrets.token_urlsafe(32)
        await self.installations.begin(f"{state} {browser}", now + TIME, now)
        answer = begin(self.distribution.authorize(state))
        secure = self.distribution.public_url.startswith("https://")
        lasts = int(TIME.total_seconds())
        # Lax, because it must come along when Slack sends them back.
        answer.set_cookie(COOKIE, browser, max_age=lasts, path="/slack", secure=secure, httponly=True, samesite="Lax")
        return answer

    async def back(self, request: web.Request) -> web.Response:
        """Take somebody who comes back from Slack."""
        state, code = request.query.get("state", ""), request.query.get("code", "")
        if code and not state:
            # An organisation's admin began at Slack, where nobody gives a state (S-18). Anybody could have sent them
            # here with a code of their own, so it is not used: they begin here instead.
            raise web.HTTPSeeOther(self.distribution.install)
        proof = f"{state} {request.cookies.get(COOKIE, '')}"
        if not await self.installations.began(proof, self._clock.now()):
            return self._not_done("This page is too old, or was used before, or began in another browser.", 400)
        if not code:
            return self._not_done("You did not say yes in Slack. That is fine.", 200)
        return await self._install(code)

    async def _install(self, code: str) -> web.Response:
        try:
            given = await self._client.exchange(
                client_id=self.distribution.client_id,
                client_secret=self.distribution.client_secret,
                code=code,
                redirect_uri=self.distribution.back,
            )
            if given.get("refresh_token") or given.get("token_type") != "bot":
                log.error("Slack gave a token that this bot can't use. Turn token rotation off in the app's settings.")
                return self._not_done("The app's settings in Slack don't fit. Please tell whoever runs this bot.", 500)
            installation = self._read(given, await self._client.whose(given["access_token"]))
        except (*Trouble, Later) as error:
            said = refusal(error)
            log.warning("Slack did not take part in an installation: %s", reason(error))
            if said is None or said.status >= 500:
                return self._not_done("Slack did not answer.", 502)
            return self._not_done("Slack did not accept this. It may be too old, or was used before.", 400)
        served = await self.installations.keep(installation)
        log.info("Installed in %s", installation.holder)
        for team in served:
            await self._found(installation, team)
        return done(installation.name, installation.bot_name)

    def _read(self, given: Any, us: Any) -> Installation:  # noqa: ANN401 - Slack's own answers
        whole = bool(given.get("is_enterprise_install"))
        place: Mapping[str, Any] = given["enterprise"] if whole else given["team"]
        return Installation(
            "slack",
            str(place["id"]),
            whole,
            str(given.get("app_id", "")),
            str(place.get("name") or place["id"]),
            str(given.get("bot_user_id") or us.get("user_id", "")),
            str(us.get("bot_id", "")),
            str(us.get("user", "")),
            frozenset(scope for scope in str(given.get("scope", "")).split(",") if scope),
            str((given.get("authed_user") or {}).get("id", "")),
            # Slack tells of an uninstall in whole seconds, and it must not seem to be before this.
            self._clock.now().replace(microsecond=0),
            str(given["access_token"]),
        )

    async def _found(self, installation: Installation, team: str) -> None:
        """Installed again, its groups go on where the bot is; elsewhere once it is invited."""
        if self._ears is None:
            return
        try:
            places = await self._client.chats(installation.token, installation.bot_user, team)
        except (*Trouble, Later) as error:
            log.warning("Slack did not say where the bot is in %s (%s)", team, reason(error))
            return
        await self._ears.found_in("slack", team, places)

    def _not_done(self, why: str, status: int) -> web.Response:
        return not_done(why, self.distribution.install, status)
