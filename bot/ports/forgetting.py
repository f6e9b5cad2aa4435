"""What is kept of a person, taking it away again, and letting go of what is old."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.care import Reached
from bot.domain.chat import About
from bot.domain.traces import Fact, Traces


class Forgetting(Protocol):
    """Taking somebody's name out of all that is kept."""

    def groups(self, person: int) -> list[int]: ...
    def traces(self, person: int) -> Traces: ...
    def forget(self, person: int, private_chat: str | None) -> None: ...
    def over(self) -> None: ...
    def words(self, group: int, about: About) -> str | None: ...
    def requote(self, group: int, instead: Mapping[str, str]) -> None: ...
    def reword(self, group: int, about: About, old: Collection[str], new: str) -> None: ...


class Retaining(Protocol):
    """What was kept for long enough."""

    def due(self, now: datetime) -> list[tuple[str, int]]: ...
    def step(self, now: datetime, reached: Reached) -> Reached | None: ...


class Mydata(Protocol):
    """All that is kept of a person."""

    def of(self, person: int) -> Sequence[Fact]: ...
