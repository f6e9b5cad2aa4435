"""The store: every subject's questions over one connection, found by the name of their file."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import Connection


@cache
def _questions(subject: str) -> Any:  # noqa: ANN401 - typed by the Store protocol of bot.ports
    """The class of a subject. Each transaction has a store of its own, and would look for them anew."""
    try:
        module = import_module(f"storage.{subject}")
    except ModuleNotFoundError as error:
        raise AttributeError(subject) from error
    return getattr(module, subject.capitalize())


class Anew(BaseException):
    """The transaction has to begin anew, with these groups locked before all else."""

    def __init__(self, groups: Collection[int]) -> None:
        super().__init__(groups)
        self.groups = groups


class Spoilt(BaseException):
    """What an attempt that failed had written could not be taken back alone: the whole transaction must be."""


class SqlStore:
    """Answers the core's questions within one transaction: `store.ideas.get(...)` is `Ideas` of `storage/ideas.py`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Within it, an exception takes back what was written, and nothing before it."""
        with self.connection.begin_nested():
            yield

    def __getattr__(self, subject: str) -> Any:  # noqa: ANN401 - typed by the Store protocol of bot.ports
        questions = _questions(subject)(self.connection)
        setattr(self, subject, questions)
        return questions


class HopefulStore(SqlStore):
    """The same on SQLite, for the usual case: what fails has looked before it wrote, and there is nothing to take back.

    For a savepoint SQLite copies each page that is written after it: a fifth of its own time for an idea.
    """

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Within it, an exception leaves what was there before. Raises Spoilt if it does not."""
        driver: Any = self.connection.connection.dbapi_connection
        written = driver.total_changes
        try:
            yield
        except BaseException as error:
            if driver.total_changes != written:
                raise Spoilt from error
            raise
