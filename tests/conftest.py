"""What every test may ask for: a room with the real house in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import Room, room
from tests.reading import hard_to_read


@pytest.fixture(scope="session")
def template_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("template")


@pytest.fixture
def here(tmp_path: Path, template_folder: Path) -> Iterator[Room]:
    """A room on a fresh database, nobody in it yet."""
    with room(tmp_path, template_folder) as made:
        yield made
    # Whatever a test is about: what it made the bot say must be easy to read.
    assert {seen for said in made.fake.said_ever for seen in hard_to_read(said)} == set()
