"""Seals what must not be read in the database, with the key of the settings: tokens, and who raised an unnamed idea."""

import base64
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.domain.errors import Unusable
from bot.edges import each_secret

SHORTEST = 32
_TOKENS = b"said and done: tokens of installations"
_PEOPLE = b"said and done: who raised an unnamed idea"


class Seal:
    """Seals with the first of its keys, and opens with any: so a key can be changed without losing what was sealed."""

    def __init__(self, setting: str, what_for: bytes = _TOKENS) -> None:
        """Take SECRET_KEY: one key, or several with commas between them, the new one first. Raises Unusable.

        What is sealed for one thing can't be opened for another.
        """
        keys = each_secret(setting)
        if not keys:
            raise Unusable(
                "SECRET_KEY is not set, and the tokens of workspaces must not be kept without it."
                " Make one (openssl rand -hex 32), set it, and keep it somewhere safe."
            )
        if min(map(len, keys)) < SHORTEST:
            raise Unusable(f"SECRET_KEY is too short. It needs {SHORTEST} letters or more: openssl rand -hex 32")
        self._keys = MultiFernet(_derived(keys, what_for))
        # An older key stands beside the newest: what was sealed with it is to be sealed anew.
        self.changing = len(keys) > 1

    def seal(self, secret: str) -> str:
        """Make it unreadable to whoever has no key."""
        return self._keys.encrypt(secret.encode()).decode()

    def open(self, sealed: str) -> str:
        """Read it. Raises Unusable if it was sealed with a key that is not here."""
        try:
            return self._keys.decrypt(sealed.encode()).decode()
        except InvalidToken:
            raise Unusable(
                "SECRET_KEY is not the one that the tokens in this database were sealed with. Set the old one,"
                " or both with a comma between them, the new one first. If it is lost, the platform's README says"
                " how to begin again. No idea and no action is lost with it."
            ) from None


def seal_for_people(setting: str) -> Seal | None:
    """What joins a person and an unnamed idea is sealed with; None without a SECRET_KEY. Raises Unusable."""
    return Seal(setting, _PEOPLE) if each_secret(setting) else None


def _derived(keys: Sequence[str], what_for: bytes) -> list[Fernet]:
    """Fernet wants 32 bytes; people have whatever their host or openssl gives them."""
    return [Fernet(base64.urlsafe_b64encode(HKDF(SHA256(), 32, None, what_for).derive(key.encode()))) for key in keys]
