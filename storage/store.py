"""The store: every subject's questions over one connection, found by the name of their file."""

from contextlib import AbstractContextManager
from importlib import import_module
from typing import Any

from sqlalchemy import Connection


class SqlStore:
    """Answers the core's questions within one transaction: `store.ideas.get(...)` is `Ideas` of `storage/ideas.py`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def attempt(self) -> AbstractContextManager[object]:
        """Within it, an exception takes back what was written, and nothing before it."""
        return self.connection.begin_nested()

    def __getattr__(self, subject: str) -> Any:  # noqa: ANN401 - typed by the Store protocol of bot.ports
        if subject.startswith("_"):
            raise AttributeError(subject)
        try:
            module = import_module(f"storage.{subject}")
        except ModuleNotFoundError as error:
            raise AttributeError(subject) from error
        questions = getattr(module, subject.capitalize())(self.connection)
        setattr(self, subject, questions)
        return questions
