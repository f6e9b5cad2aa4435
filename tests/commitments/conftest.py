"""What must be there is there on each platform: these tests also run over Telegram's and Slack's own edges."""

from collections.abc import Callable, Iterator, Mapping
from types import SimpleNamespace

import pytest

from bot.command import Understanding
from tests.commitments.__main__ import ids_of, rows
from tests.house import FakePlatform, Room
from tests.shelf import fresh
from tests.wires.slack import OverSlack
from tests.wires.telegram import OverTelegram

EDGES = {"fake": FakePlatform, "telegram": OverTelegram, "slack": OverSlack}
# What does not run over an edge, and why; its rows have others that do.
_LONG = "It types every command there is, for seconds: what is tried is the core's."
NOT_ON: Mapping[str, Mapping[str, str]] = {
    "telegram": {"test_C5_1_no_command_of_anybody_else_drops_an_idea": _LONG},
    "slack": {
        "test_C5_1_no_command_of_anybody_else_drops_an_idea": _LONG,
        "test_C8_3_all_who_had_a_part_are_invited_once_and_no_thanks_stops_it": (
            "Whoever spoke can be written to privately, so that they are invited there and not named in the channel."
        ),
    },
}
_ALONE = SimpleNamespace(params={})
MUST = {row.id for row in rows() if row.priority == "M"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of what must be there runs once an edge."""
    if "here" in metafunc.fixturenames and MUST.intersection(ids_of(metafunc.function.__name__)):
        metafunc.parametrize("here", EDGES, indirect=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test with many examples, the platforms' edges get the first: what differs there is not the words."""
    met: set[tuple[str, str]] = set()
    for item in list(items):
        edge = str(getattr(item, "callspec", _ALONE).params.get("here", "fake"))
        test = item.nodeid.partition("[")[0]
        if edge != "fake" and ((test, edge) in met or test.rpartition("::")[2] in NOT_ON.get(edge, ())):
            items.remove(item)
        elif edge != "fake":
            item.add_marker(pytest.mark.beside)
        met.add((test, edge))


@pytest.fixture
def here(
    request: pytest.FixtureRequest, understanding: Understanding, graded: Callable[[Room], None]
) -> Iterator[Room]:
    """A room on a fresh database, nobody in it yet, behind the edge that the test asks for."""
    made = Room(fresh(), understanding=understanding, edge=EDGES[getattr(request, "param", "fake")])
    yield made
    made.house.close()
    graded(made)
