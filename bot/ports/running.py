"""What the running bot itself keeps: what it heard, what failed, when it was awake, and where it is installed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.installations import Installation, State
from bot.domain.watch import Failure, Watched


class Heard(Protocol):
    """What was heard already."""

    def first_time(self, platform: str, tenant: str, update: str, at: datetime) -> bool: ...
    def failed(
        self,
        platform: str,
        tenant: str,
        update: str,
        payload: object,
        error: str,
        at: datetime,
    ) -> None: ...


class Failures(Protocol):
    """What our own code could not hear."""

    def all(self) -> list[Failure]: ...
    def settle(self, failure: int) -> bool: ...


class Watch(Protocol):
    """How much waits, and went wrong, over all groups."""

    def now(self, now: datetime) -> Watched: ...
    def try_to_write(self) -> None: ...


class Beats(Protocol):
    """When the bot was last awake."""

    def last(self) -> datetime | None: ...
    def keep(self, now: datetime) -> None: ...


class Leases(Protocol):
    """What one process at a time does."""

    def hold(self, name: str, holder: str, now: datetime, until: datetime) -> bool: ...
    def let_go(self, holder: str) -> None: ...


class Rehearsal(Protocol):
    """How far the clock was moved."""

    def furthest(self) -> timedelta: ...
    def keep(self, offset: timedelta) -> None: ...


class KeptInstallations(Protocol):
    """Where a platform's app is installed, with sealed tokens, and who has begun to install it."""

    def keep(self, installation: Installation) -> Sequence[str]: ...
    def of(self, platform: str, tenant: str, organisation: str | None = None) -> Installation | None: ...
    def all(self, platform: str) -> list[Installation]: ...
    def dead(self) -> list[Installation]: ...
    def end(
        self, platform: str, tenant: str, organisation: str | None, state: State, at: datetime
    ) -> Sequence[str] | None: ...
    def begin(self, proof: str, until: datetime, now: datetime) -> None: ...
    def began(self, proof: str, now: datetime) -> bool: ...
