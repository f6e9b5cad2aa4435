"""Where Telegram brings updates by itself: the address that is told to it, and the secret it must show."""

import hashlib
import hmac
import re
from dataclasses import dataclass, field
from typing import Final

from bot.domain.errors import Unusable
from bot.edges import Door, Setup, each_secret

_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The webhook as the settings have it. `secret` proves that it is Telegram who calls at the door.

    While it is changed there are several, with commas between: Telegram is told the first, and each is taken.
    """

    public_url: str
    secret: str = field(repr=False)
    door: Door = field(repr=False, compare=False)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Each secret there is."""
        return each_secret(self.secret)

    @property
    def paths(self) -> tuple[str, ...]:
        """The path of each secret: not to be guessed, and the same after each start."""
        proofs = (hmac.new(each.encode(), b"the path of the webhook", hashlib.sha256) for each in self.secrets)
        return tuple(f"/telegram/{proof.hexdigest()[:32]}" for proof in proofs)

    @property
    def path(self) -> str:
        """The path that Telegram is told."""
        return self.paths[0]

    @property
    def url(self) -> str:
        """The whole address, for Telegram alone: whoever knows it has half of what it takes."""
        return self.public_url.rstrip("/") + self.path

    def is_shown(self, shown: str) -> bool:
        """Was one of the secrets shown? Each is compared to its end, so that the time tells nothing of any."""
        given = shown.encode("utf-8", "replace")
        return True in [hmac.compare_digest(given, each.encode()) for each in self.secrets]

    def check(self) -> None:
        """Raise Unusable if it can't work."""
        if not all(_SECRET.fullmatch(each) for each in self.secrets):
            raise Unusable("TELEGRAM_WEBHOOK_SECRET may have 1 to 256 letters, digits, _ and -, and nothing else.")
        if not self.public_url.startswith(("https://", "http://")):
            raise Unusable(
                "TELEGRAM_WEBHOOK_SECRET is set, so Telegram must bring the messages. Set PUBLIC_URL to the address"
                " of this server, such as https://bot.example.org. Or unset TELEGRAM_WEBHOOK_SECRET."
            )


def endpoint(setup: Setup) -> Endpoint | None:
    """Read the settings: without a secret there is no webhook, and the bot fetches by itself."""
    secret = setup.environment.get("TELEGRAM_WEBHOOK_SECRET", "").strip()
    if not each_secret(secret):
        return None
    return Endpoint(setup.environment.get("PUBLIC_URL", "").strip(), secret, setup.door)
