"""What every test may ask for: a room with the real house in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot import words
from bot.command import Understanding
from tests import postgres
from tests.canaries import Canaries
from tests.house import Room
from tests.overheard import Asked, Welsh
from tests.reading import hard_to_read, without
from tests.shelf import KINDS, fresh
from tests.translations import known

# The same examples each time, so that a red run can be had again; `--hypothesis-profile=explore` looks further.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.register_profile("listening", derandomize=True, deadline=None, max_examples=20_000)
settings.register_profile("model", derandomize=True, deadline=None, max_examples=1000)
settings.load_profile("steady")


# What they walk of the core, other tests walk too: coverage, which doubles their time, is not taken there.
BESIDE = (
    *("adapters/", "alike/", "faults/", "model/", "storage/", "stories/"),
    *("listening/test_any_text.py", "listening/test_first_look.py"),
    *("process/test_killed.py", "process/test_many.py", "reminders/test_several_kinds.py"),
    *("test_architecture.py", "test_moves.py", "test_rules.py", "test_translations.py"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is run beside the traced tests (`.ci/run`); each test is in one of the two runs."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).as_posix().startswith(BESIDE):
            item.add_marker(pytest.mark.beside)


@pytest.fixture(autouse=True)
def canaries() -> Iterator[Canaries]:
    """Whatever a test is about: nothing that a member said, and no secret, may be in any log of it."""
    with Canaries() as listening:
        yield listening
    assert listening.leaks() == []


@pytest.fixture
def understanding() -> Understanding:
    """How talk is understood in the room; a test of what comes of it says so itself."""
    return Understanding()


@pytest.fixture
def kind(request: pytest.FixtureRequest) -> str:
    """What kind of database the room has; where both are tried, a folder says so itself."""
    return str(request.config.getoption("--database"))


@pytest.fixture
def graded(monkeypatch: pytest.MonkeyPatch) -> Callable[[Room], None]:
    """Look at all that a room made the bot say: it must be easy to read, and known to who translates it."""
    asked, welsh = Asked(), Welsh()
    monkeypatch.setattr(words, "catalogue", lambda language: asked if language == "en" else welsh)

    def look(room: Room) -> None:
        english = {without(said, welsh.said) for said in room.fake.said_ever}
        assert {seen for said in english for seen in hard_to_read(said)} == set()
        assert {key for key in asked.keys if not known(key)} == set()

    return look


@pytest.fixture
def here(understanding: Understanding, kind: str, graded: Callable[[Room], None]) -> Iterator[Room]:
    """A room on a fresh database, nobody in it yet."""
    made = Room(fresh(kind), understanding=understanding)
    yield made
    made.house.close()
    graded(made)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let any test with a room be run on the other kind of database, also if that is not done each time."""
    parser.addoption("--database", choices=KINDS, default=KINDS[0], help="the kind that rooms are on")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Stop what the processes of this run shared; the first of them outlives the others."""
    if not hasattr(session.config, "workerinput"):
        postgres.stop()
