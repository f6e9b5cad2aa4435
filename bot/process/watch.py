"""What a machine may ask of a running bot: is it alive, can it take work, and how is it doing in numbers."""

import hmac
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from adapters.door import Door
from bot.domain.errors import Away
from bot.domain.watch import Watched
from bot.process.house import House

if TYPE_CHECKING:
    from prometheus_client import Metric

READY_WITHIN: Final = 2.0


class Watch:
    """Answers at the door, with no word of any member.

    /healthz: the process turns. /readyz: what is heard now would be kept. Both stand beside whatever else the door is
    opened for. /metrics is for whoever brings METRICS_TOKEN as a bearer; where that is set, the door opens for it.
    """

    def __init__(self, house: House) -> None:
        self._house = house
        self._token = ""

    def stand_at(self, door: Door, environment: Mapping[str, str]) -> None:
        """Answer there, once the door is open."""
        door.beside("GET", "/healthz", self._alive)
        door.beside("GET", "/readyz", self._ready)
        self._token = environment.get("METRICS_TOKEN", "").strip()
        if self._token:
            door.add("GET", "/metrics", self._measure)

    async def _alive(self, _: Any) -> Any:  # noqa: ANN401 - the door loads its web server when it is opened
        return _answer(200, "alive\n")

    async def _ready(self, _: Any) -> Any:  # noqa: ANN401 - the same
        try:
            await self._house.transact(lambda store: store.watch.try_to_write(), READY_WITHIN)
        except Away:
            return _answer(503, "the database is away or busy\n")
        return _answer(200, "ready\n")

    async def _measure(self, request: Any) -> Any:  # noqa: ANN401 - the same
        shown = request.headers.get("Authorization", "").encode("utf-8", "replace")
        if not hmac.compare_digest(shown, f"Bearer {self._token}".encode()):
            return _answer(401, "")
        from prometheus_client import CollectorRegistry, generate_latest  # noqa: PLC0415 - where nobody measures

        try:
            figures = await self._figures()
        except Away:
            figures = None
        registry = CollectorRegistry()
        registry.register(_Now(self._house, figures))
        return _answer(200, generate_latest(registry).decode())

    async def _figures(self) -> Watched:
        now = self._house.clock.now()
        return await self._house.transact(lambda store: store.watch.now(now), READY_WITHIN)


class _Now:
    """What Prometheus is told. Without figures the database is away, and only what this process counts is told."""

    def __init__(self, house: House, figures: Watched | None) -> None:
        self._house = house
        self._figures = figures

    def collect(self) -> "Iterator[Metric]":
        """Give each number with what it means."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily  # noqa: PLC0415 - as above

        heard, said = self._house.heard, self._house.delivery.said
        yield CounterMetricFamily("said_and_done_heard", "Things heard and kept by this process.", heard)
        yield CounterMetricFamily("said_and_done_said", "Messages said by this process.", said)
        yield GaugeMetricFamily("said_and_done_database", "1 if the database answers.", int(self._figures is not None))
        if self._figures:
            now = self._figures
            for name, means, value in (
                ("waiting", "Messages that wait to be said.", now.waiting),
                ("late", "Messages that have waited for more than a minute.", now.late),
                ("uncertain", "Messages that may have been said, or not: python -m bot outbox.", now.uncertain),
                ("failures", "Things our own code could not hear: python -m bot failures.", now.broken),
                ("sweep_lag_seconds", "How long the oldest due promise waits.", now.lag.total_seconds()),
            ):
                yield GaugeMetricFamily(f"said_and_done_{name}", means, value)


def _answer(status: int, text: str) -> Any:  # noqa: ANN401 - as above
    from aiohttp import web  # noqa: PLC0415 - as above

    return web.Response(status=status, text=text)
