"""Hears at once when another process has written something to be said (PostgreSQL's LISTEN)."""

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from sqlalchemy import URL

from storage.outbox import CALL

PAUSE: Final = 5.0

log = logging.getLogger(__name__)


async def listen(url: URL, wake: Callable[[], None]) -> None:
    """Call `wake` whenever something new is to be said, for ever.

    What is called out while the connection is broken is not heard: who has to know everything looks from time to time.
    """
    # Here and not above: whoever has SQLite need not load the driver.
    from psycopg import AsyncConnection, Error  # noqa: PLC0415

    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    while True:
        try:
            async with await AsyncConnection.connect(address, autocommit=True) as connection:
                await connection.execute(f"LISTEN {CALL}")
                wake()
                async for _ in connection.notifies():
                    wake()
        except Error as error:
            log.warning("News of other processes can't be heard (%s)", type(error).__name__)
        await asyncio.sleep(PAUSE)
