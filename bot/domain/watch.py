"""How a running bot is doing, in numbers."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Watched:
    """Messages that wait, those of them that wait too long, those that may have been said or not; and our own bugs.

    `lag`: how long the promise that waits longest has waited to be looked at.
    """

    waiting: int
    late: int
    uncertain: int
    broken: int
    lag: timedelta


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that our own code could not hear. `error` and `payload` may quote a member: only who asks sees them."""

    id: int
    platform: str
    update: str
    at: datetime
    error: str
    payload: object
