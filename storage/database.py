"""The database: the one way to use it, a whole transaction at a time."""

from collections.abc import Callable, Collection
from typing import Final, TypeVar
from uuid import uuid4

from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFree

from bot.domain.errors import Away
from storage.engines import damaged, engine, is_away, named, passes
from storage.sealing import Seal
from storage.store import Anew, HopefulStore, Spoilt, SqlStore

T = TypeVar("T")

TRIES: Final = 4


class Database:
    """A database by its URL. `write` runs a function with a store, in one transaction.

    `name` is what the server knows this one's connections by, among those of all processes (PostgreSQL).

    What `write` did is on the disk when it returns; if the function raises, nothing of it stays.
    """

    def __init__(self, url: str | URL, seal: Seal | None = None) -> None:
        """Open it with what seals who raised an unnamed idea; without it there are none."""
        self.url = named(url)
        self.name = f"said-and-done {uuid4().hex}"
        self.engine: Engine = engine(self.url, self.name)
        self.engine.update_execution_options(seal=seal)

    @property
    def sqlite(self) -> bool:
        """Is it a file of our own, with one writer at a time?"""
        return self.url.get_backend_name() == "sqlite"

    def write(self, work: Callable[[SqlStore], T], tries: int = TRIES) -> T:
        """Run `work` in one transaction and commit it. Raises Away if it can't be reached, Unusable if it is damaged.

        It is run again if its connection broke, if another process was first, or if it has to lock several groups in
        their order. What was committed although the connection broke is known when it is run again, by the id of what
        was heard or by the state it is in now.
        """
        store = HopefulStore if self.sqlite else SqlStore
        groups: Collection[int] = ()
        while True:
            tries -= 1
            try:
                with self.engine.begin() as connection:
                    opened = store(connection)
                    if groups:
                        opened.groups.lock(groups)
                    return work(opened)
            except Anew as anew:
                if tries <= 0:
                    raise RuntimeError("its groups were others each time") from anew
                groups = anew.groups
            except Spoilt:
                tries, store = tries + 1, SqlStore
            except (DBAPIError, NoneFree) as error:
                if tries > 0 and passes(error):
                    continue
                if is_away(error):
                    raise Away(str(getattr(error, "orig", error))) from error
                if wrong := damaged(error, self.url):
                    raise wrong from error
                raise

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()
