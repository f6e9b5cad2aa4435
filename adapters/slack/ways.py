"""How Slack reaches the bot, as the settings have it: by a socket, or by requests to an address."""

from dataclasses import dataclass, field
from typing import Protocol

from adapters.slack.client import Client
from adapters.slack.closing import Closing
from adapters.slack.dispatch import Dispatch
from adapters.slack.menu import UMBRELLA
from bot.domain.errors import Unusable
from bot.edges import Door, each_secret


class Entrance(Protocol):
    """What Slack comes in by."""

    async def run(self) -> None:
        """Hear until the bot stops."""
        ...


@dataclass(frozen=True, slots=True)
class Way:
    """The settings of the way in. An app token opens a socket; a signing secret proves that a request is Slack's.

    While that is changed there are two, with a comma between. `umbrella` is the slash command for all that have none of
    their own.
    """

    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    bot_token: str = field(default="", repr=False)
    umbrella: str = UMBRELLA
    door: Door | None = field(default=None, repr=False, compare=False)

    @property
    def signing_secrets(self) -> tuple[str, ...]:
        """Each signing secret there is."""
        return each_secret(self.signing_secret)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not stand in a log."""
        return (self.app_token, *self.signing_secrets, self.bot_token)

    @property
    def brought(self) -> bool:
        """Does Slack bring requests to the door? A socket has to be opened, by one process."""
        return not self.app_token

    def check(self) -> None:
        """Raise Unusable if it can't work."""
        if self.app_token and not self.app_token.startswith("xapp-"):
            raise Unusable(
                "SLACK_APP_TOKEN must begin with xapp-. Make one at api.slack.com/apps, under App-Level Tokens."
            )
        if self.bot_token and not self.bot_token.startswith("xoxb-"):
            raise Unusable("SLACK_BOT_TOKEN must begin with xoxb-. Copy it from OAuth & Permissions, after installing.")
        if not self.app_token and not self.signing_secrets:
            raise Unusable(
                "Slack has no way to reach me. Set SLACK_APP_TOKEN, and I open a socket. Or set SLACK_SIGNING_SECRET,"
                " and let Slack call /slack/events."
            )

    def entrance(self, dispatch: Dispatch, closing: Closing, client: Client) -> Entrance | None:
        """Make the way in; None if the settings name none."""
        # Here and not above: whoever uses the one need not load the other.
        if self.app_token:
            from adapters.slack.socket import Socket  # noqa: PLC0415

            return Socket(dispatch, closing, self.app_token, client)
        if self.signing_secrets and self.door:
            from adapters.slack.endpoint import PATH, Endpoint  # noqa: PLC0415

            endpoint = Endpoint(dispatch, closing, self.signing_secrets)
            self.door.add("POST", PATH, endpoint.take)
            return endpoint
        return None
