"""Where Telegram brings updates by itself: the address that is told to it, and the secret it must show."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

USUAL_PORT: Final = 8080
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Unusable(Exception):  # noqa: N818 - a refusal, like the others
    """The settings of the webhook don't work. It says which and what to do, and never holds the secret."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The webhook as the settings have it. `secret` proves that it is Telegram who calls."""

    public_url: str
    port: str
    secret: str = field(repr=False)

    @property
    def path(self) -> str:
        """The path: not to be guessed, and the same after each start."""
        proof = hmac.new(self.secret.encode(), b"the path of the webhook", hashlib.sha256)
        return f"/telegram/{proof.hexdigest()[:32]}"

    @property
    def url(self) -> str:
        """The whole address, for Telegram alone: whoever knows it has half of what it takes."""
        return self.public_url.rstrip("/") + self.path

    def check(self) -> None:
        """Raise Unusable if it can't work."""
        if not _SECRET.fullmatch(self.secret):
            raise Unusable("TELEGRAM_WEBHOOK_SECRET may have 1 to 256 letters, digits, _ and -, and nothing else.")
        if not self.public_url.startswith(("https://", "http://")):
            raise Unusable(
                "TELEGRAM_WEBHOOK_SECRET is set, so Telegram must bring the messages. Set PUBLIC_URL to the address"
                " of this server, such as https://bot.example.org. Or unset TELEGRAM_WEBHOOK_SECRET."
            )
        if not self.port.isdecimal() or int(self.port) > 65535:
            raise Unusable("PORT must be a number, such as 8080.")


def endpoint(environment: Mapping[str, str]) -> Endpoint | None:
    """Read the settings: without a secret there is no webhook, and the bot fetches by itself."""
    secret = environment.get("TELEGRAM_WEBHOOK_SECRET", "").strip()
    if not secret:
        return None
    port = environment.get("PORT", "").strip() or str(USUAL_PORT)
    return Endpoint(environment.get("PUBLIC_URL", "").strip(), port, secret)
