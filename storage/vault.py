"""What platforms ask about their installations: a token is sealed before it is kept, and opened for whoever speaks."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from bot.domain.errors import Away
from bot.domain.installations import Installation, State
from bot.edges import Transact
from bot.ports import Store
from storage.sealing import Seal

T = TypeVar("T")


class Vault:
    """The installations of all platforms, once it is open. SECRET_KEY is read when it is first needed."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._setting = environment.get("SECRET_KEY", "")
        self._database: Transact | None = None

    def open(self, transact: Transact) -> None:
        """Use this database from now on."""
        self._database = transact

    @cached_property
    def _seal(self) -> Seal:
        return Seal(self._setting)

    async def seal_anew(self, platform: str) -> None:
        """Open each token; where an older key stands beside the newest, seal it with that. Raises Unusable as `all`."""
        seal = self._seal

        def again(store: Store) -> None:
            for kept in store.installations.all(platform):
                if kept.token:
                    store.installations.keep(replace(kept, token=seal.seal(seal.open(kept.token))))

        if seal.changing:
            await self._transact(again)
        else:
            await self.all(platform)

    async def keep(self, installation: Installation) -> Sequence[str]:
        """It is installed there, for the first time or again. Gives the workspaces it serves, where they are known."""
        sealed = replace(installation, token=self._seal.seal(installation.token))
        return await self._transact(lambda store: store.installations.keep(sealed))

    async def of(self, platform: str, tenant: str, organisation: str | None = None) -> Installation | None:
        """The installation that serves a workspace now, and speaks nowhere else."""
        return self._opened(await self._transact(lambda store: store.installations.of(platform, tenant, organisation)))

    async def all(self, platform: str) -> list[Installation]:
        """All of a platform, and those that have ended. Raises Unusable if a key is missing, or does not open one."""
        seal = self._seal
        kept = await self._transact(lambda store: store.installations.all(platform))
        return [replace(one, token=seal.open(one.token)) if one.token else one for one in kept]

    async def end(self, platform: str, tenant: str, organisation: str | None, state: State, at: datetime) -> bool:
        """It is not installed any more: its groups are silent, and keep what they have. False if it is news of old."""

        def leave(store: Store) -> bool:
            served = store.installations.end(platform, tenant, organisation, state, at)
            for one in served or ():
                store.groups.found_in(platform, one, ())
            return served is not None

        return await self._transact(leave)

    async def begin(self, proof: str, until: datetime, now: datetime) -> None:
        """Somebody goes to the platform to install it, and will come back with this proof, which is kept hashed."""
        await self._transact(lambda store: store.installations.begin(_hashed(proof), until, now))

    async def began(self, proof: str, now: datetime) -> bool:
        """True once for a proof that was given out and is not too old."""
        return await self._transact(lambda store: store.installations.began(_hashed(proof), now))

    def _opened(self, kept: Installation | None) -> Installation | None:
        return replace(kept, token=self._seal.open(kept.token)) if kept and kept.token else kept

    async def _transact(self, work: Callable[[Store], T]) -> T:
        if self._database is None:
            raise Away("the database is not open yet")
        return await self._database(work)


def _hashed(proof: str) -> str:
    return hashlib.sha256(proof.encode()).hexdigest()
