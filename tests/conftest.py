"""What every test may ask for: a room with the real house in it."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from hypothesis import settings

from bot import words
from bot.catalogue import catalogue
from bot.command import Understanding
from tests.house import Room
from tests.reading import hard_to_read, without
from tests.shelf import fresh
from tests.translations import known

# The same examples each time, so that a red run can be had again; `--hypothesis-profile=explore` looks further.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.register_profile("listening", derandomize=True, deadline=None, max_examples=20_000)
settings.load_profile("steady")


@pytest.fixture
def understanding() -> Understanding:
    """How talk is understood in the room; a test of what comes of it says so itself."""
    return Understanding()


class Asked(NullTranslations):
    """English, which writes down what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: set[str] = set()

    def gettext(self, message: str) -> str:
        self.keys.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.keys.add(msgid1)
        return msgid1 if n == 1 else msgid2


class Welsh(NullTranslations):
    """Welsh, which writes down what it said: a line of it is not read as English."""

    def __init__(self) -> None:
        super().__init__()
        self.said: set[str] = set()

    def gettext(self, message: str) -> str:
        return self._noted(catalogue("cy").gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._noted(catalogue("cy").ngettext(msgid1, msgid2, n))

    def _noted(self, said: str) -> str:
        self.said.add(said)
        return said


@pytest.fixture
def here(understanding: Understanding, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A room on a fresh database, nobody in it yet."""
    asked, welsh = Asked(), Welsh()
    monkeypatch.setattr(words, "catalogue", lambda language: asked if language == "en" else welsh)
    made = Room(fresh(), understanding=understanding)
    yield made
    made.house.close()
    # Whatever a test is about: what it made the bot say must be easy to read, and known to who translates it.
    english = {without(said, welsh.said) for said in made.fake.said_ever}
    assert {seen for said in english for seen in hard_to_read(said)} == set()
    assert {key for key in asked.keys if not known(key)} == set()
