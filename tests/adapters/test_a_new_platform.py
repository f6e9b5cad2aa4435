"""A platform is one folder: found by its place, connected by its token, and heard and spoken to as all others are."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import adapters
from adapters.door import Door
from bot.edges import Setup
from bot.process.house import House
from bot.process.running import connect
from reminders.clock import MovedClock
from storage.vault import Vault
from tests.house import CAST, START
from tests.shelf import fresh

PIGEON = '''"""Pigeons, as one of the platforms."""

from bot.domain.chat import Incoming
from bot.edges import Pace, Rate


class Pigeons:
    """They carry one message at a time."""

    platform = "pigeon"
    pace = Pace(in_all=Rate(1, 0.01))

    def __init__(self, token, clock):
        self.token, self.clock, self.carried = token, clock, []

    async def listen(self, ears):
        """Hear what the first pigeon brings."""
        from tests.house import CAST

        await ears.hear(Incoming("pigeon", self.token, "1", "message", "loft", False, self.clock.now(), CAST["bea"],
                                 "/idea a bench", message="1", title="Loft"))

    async def offer(self, commands): ...

    async def say(self, message):
        """Send one off."""
        self.carried.append("".join(span.text for span in message.text))
        return str(len(self.carried))

    async def dm(self, message):
        """Send one to one person."""
        return await self.say(message)

    async def check(self):
        """Count them."""
        return ()

    async def close(self): ...


def connect(setup):
    """Give the pigeons, if there is a loft."""
    token = setup.environment.get("PIGEON_TOKEN")
    return Pigeons(token, setup.clock) if token else None
'''


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """One more folder, where the adapters are found."""
    (tmp_path / "pigeon").mkdir()
    (tmp_path / "pigeon" / "__init__.py").write_text(PIGEON, encoding="utf-8")
    monkeypatch.setattr(adapters, "__path__", [*adapters.__path__, str(tmp_path)])
    yield tmp_path
    sys.modules.pop("adapters.pigeon", None)


@pytest.mark.usefixtures("folder")
async def test_a_platform_takes_one_folder() -> None:
    clock = MovedClock(START)
    found = connect(Setup({"PIGEON_TOKEN": "loft-1"}, clock, Door({}), Vault({})))
    assert list(found) == ["pigeon"]
    house = House(fresh(), found, clock)
    await found["pigeon"].listen(house)
    await house.deliver()
    carried: list[str] = getattr(found["pigeon"], "carried")  # noqa: B009 - a pigeon's own
    house.close()
    assert carried[0].startswith(f"Thank you, {CAST['bea'].name}. Your idea is on the list.")


@pytest.mark.usefixtures("folder")
def test_a_platform_without_its_token_is_not_there() -> None:
    assert connect(Setup({}, MovedClock(START), Door({}), Vault({}))) == {}
