"""Looks at the set-up on Slack's side, and says in plain words what it means for the group, and what to do."""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from adapters.slack.client import Client
from adapters.slack.installing import Installing
from adapters.slack.refusals import TokenRefused, Trouble, is_dead, reason
from adapters.slack.scopes import HISTORY, NEEDED
from adapters.slack.tokens import Token, token_of
from adapters.slack.ways import Way
from bot.domain.errors import Later, Unusable
from bot.domain.installations import Installation
from bot.edges import Clock, Finding

# Slack refuses nothing of ours for its time, but what is signed five minutes off is refused here.
REFUSED_AT: Final = 300
WORTH_SAYING: Final = 30


@dataclass(frozen=True, slots=True)
class CheckUp:
    """What is looked at: the way in and the token, or all installations where there can be several."""

    client: Client
    way: Way
    clock: Clock
    installing: Installing | None = None

    async def findings(self) -> Sequence[Finding]:
        """Find what is well and what is not."""
        found = [finding async for finding in self._way_in()]
        if self.installing is None:
            return [
                *found,
                *[finding async for finding in self._one(self.way.bot_token, str(TokenRefused("SLACK_BOT_TOKEN")))],
            ]
        return [*found, *[finding async for finding in self._several(self.installing)]]

    async def _way_in(self) -> AsyncIterator[Finding]:
        try:
            self.way.check()
        except Unusable as problem:
            yield _to_do(str(problem))
            return
        if not self.way.app_token:
            yield _well(
                "a signing secret is set. Slack must call PUBLIC_URL/slack/events, for events, commands and buttons."
                " Whether the secret is right shows when Slack calls: a wrong one is in the log."
            )
            return
        try:
            await self.client.connections(self.way.app_token)
        except (*Trouble, Later) as error:
            if is_dead(error):
                yield _to_do("SLACK_APP_TOKEN is refused. Make one under Basic Information, App-Level Tokens.")
            else:
                yield _to_do(f"no socket can be opened ({reason(error)}). Switch Socket Mode on in the app's settings.")
        else:
            yield _well("SLACK_APP_TOKEN works, so I can open a socket. Slack needs no address of mine.")

    async def _one(self, bot_token: str, refused: str) -> AsyncIterator[Finding]:
        """Look at one workspace's token; `refused`: what to do if Slack does not accept it."""
        try:
            answer = await self.client.whose(bot_token)
        except (*Trouble, Later) as error:
            if is_dead(error):
                yield _to_do(refused)
            else:
                yield _to_do(f"Slack did not answer ({reason(error)}). Check the network, and SLACK_API_URL.")
            return
        token = token_of(bot_token, answer)
        yield _well(f"the token of {answer.get('team') or token.team} works. I am @{token.name} there.")
        for finding in (*_scopes(token), *self._time(answer)):
            yield finding

    async def _several(self, installing: Installing) -> AsyncIterator[Finding]:
        """Look at each workspace that installed it."""
        try:
            installing.distribution.check()
            places = await installing.installations.all("slack")
        except Unusable as problem:
            yield _to_do(str(problem))
            return
        if not places:
            yield _to_do(f"no workspace has installed me yet. While I run, open {installing.distribution.install}")
        for place in places:
            if place.state == "installed":
                page = installing.distribution.install
                again = f"the token of {place.name} is refused. Install the app there again: {page}"
                async for finding in self._one(place.token, again):
                    yield finding
            else:
                yield _ended(place, installing)

    def _time(self, answer: Any) -> Iterator[Finding]:  # noqa: ANN401 - Slack's own answer
        """Compare this machine's clock with Slack's."""
        told = (getattr(answer, "headers", None) or {}).get("Date")
        if told is None:
            return
        apart = abs((self.clock.now() - parsedate_to_datetime(told).astimezone(UTC)).total_seconds())
        if apart < WORTH_SAYING:
            yield _well("this machine's clock is right.")
            return
        means = " All that Slack brings over HTTP is refused." if apart >= REFUSED_AT else ""
        yield _to_do(f"this machine's clock is {_long(apart)} off.{means} Let it be set over the network (NTP).")


def _scopes(token: Token) -> Iterator[Finding]:
    if not token.scopes:
        return  # Slack did not say
    if missing := sorted(NEEDED.keys() - token.scopes):
        lacks = "; ".join(f"{scope} ({NEEDED[scope]})" for scope in missing)
        yield _to_do(
            f"I am not allowed all that I need: {lacks}. Paste what `python -m bot manifest slack` prints into the"
            " app's manifest, save it, and install the app again."
        )
    if HISTORY.keys() <= token.scopes:
        yield _well("I hear each message in the channels that I am invited to.")
    else:
        yield _well(
            "I hear commands, mentions, buttons and private chats, and not all that is said. To let me hear “idea: …”"
            " too, use the manifest without --quiet."
        )


def _ended(place: Installation, installing: Installing) -> Finding:
    since: datetime = place.ended_at or place.at
    how = "was taken out of" if place.state == "uninstalled" else "is refused in"
    return Finding(
        well=place.state == "uninstalled",
        text=f"Slack: the app {how} {place.name} on {since:%Y-%m-%d}. Its groups are silent, and keep all they have."
        f" To go on there, install it again: {installing.distribution.install}",
    )


def _long(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes" if seconds >= 90 else f"{seconds:.0f} seconds"


def _well(text: str) -> Finding:
    return Finding(well=True, text=f"Slack: {text}")


def _to_do(text: str) -> Finding:
    return Finding(well=False, text=f"Slack: {text}")
