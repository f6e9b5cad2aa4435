"""What the tests of this room have in common: a transcript to change, and the real house to play it in."""

import asyncio
import json
from typing import Any

from adapters.transcript import play
from adapters.transcript.reading import read
from adapters.transcript.report import Report
from adapters.transcript.transcript import Transcript
from bot.process.house import House
from reminders.clock import MovedClock
from tests.shelf import fresh

Json = dict[str, Any]

BEA: Json = {"id": "bea", "name": "Bea Jones", "role": "member"}
RUTH: Json = {"id": "ruth", "name": "Ruth Moss", "role": "facilitator"}
SAM: Json = {"id": "sam", "name": "Sam Ali", "role": "manager", "org": "Riverside Council"}


def heard(id_: int | str, at: str, sender: int | str, text: str, **more: Any) -> Json:  # noqa: ANN401 - JSON
    """Make one message."""
    return {"id": id_, "at": at, "from": sender, "text": text, **more}


BENCH = heard("m1", "2026-05-11T12:00:00", "bea", "/idea a bench at the bus stop")


def transcript(*messages: Json, today: str = "2026-05-12", **more: Any) -> Json:  # noqa: ANN401 - JSON
    """Make a transcript of Bea, Ruth (facilitator) and Sam (manager)."""
    group: Json = {"group": "Riverside Voices", "today": today, "people": [BEA, RUTH, SAM]}
    return {**group, "messages": list(messages), **more}


def played(data: Json) -> Json:
    """Play it, and give what machines are told."""
    found: Json = json.loads(report(read(data)).as_json())
    return found


def report(what: Transcript) -> Report:
    """Play it, and give the report."""
    return asyncio.run(_play(what))


async def _play(what: Transcript) -> Report:
    clock = MovedClock(what.start)
    notebook = play.Notebook(clock)
    house = House(fresh(), {notebook.platform: notebook}, clock)
    try:
        return await play.play(house, clock, notebook, what)
    finally:
        house.close()
