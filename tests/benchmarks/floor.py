"""FLOOR: a python-telegram-bot Application that does nothing, and the same rows by raw sqlite3, a transaction each.

It keeps nothing apart, looks nothing up and says nothing: no bot that remembers can do less, one message at a time.
"""

import json
import sqlite3
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes
from telegram.request import BaseRequest

from storage.database import Database
from storage.migrate import migrate
from tests.benchmarks.messages import GROUPS, PEOPLE, SENT

ME = {"id": 123456, "is_bot": True, "first_name": "Said & Done", "username": "saidbot"}
AT = SENT.strftime("%Y-%m-%d %H:%M:%S.%f")
DUE = "2026-05-26"
Telegram = Application[Any, Any, Any, Any, Any, Any]


class NoNetwork(BaseRequest):
    """Telegram's side, of which nothing is asked but who the bot is."""

    @property
    def read_timeout(self) -> float:
        return 1

    async def initialize(self) -> None: ...
    async def shutdown(self) -> None: ...

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:  # noqa: ANN401 - python-telegram-bot's own
        return 200, json.dumps({"ok": True, "result": ME}).encode()


def application(handler: Any, *, webhook: bool = False) -> Telegram:  # noqa: ANN401 - python-telegram-bot's own shape
    """A bot with one command, /idea. `webhook`: one that python-telegram-bot's own server brings updates to."""
    builder = Application.builder().token("123456:none").request(NoNetwork()).get_updates_request(NoNetwork())
    bot: Telegram = (builder if webhook else builder.updater(None)).build()
    bot.add_handler(CommandHandler("idea", handler))
    return bot


async def nothing(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Do nothing."""


class Rows:
    """Writes the rows that one idea is, in one transaction of raw sqlite3."""

    def __init__(self, folder: Path) -> None:
        path = folder / "floor.db"
        database = Database(f"sqlite:///{path}")
        migrate(database)
        database.close()
        self._db = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("BEGIN")
        for group in range(1, GROUPS + 1):
            self._db.execute("INSERT INTO groups (id, name) VALUES (?, 'Riverside')", (group,))
        for person in range(1, PEOPLE + 1):
            self._db.execute("INSERT INTO people (id, platform, tenant, name) VALUES (?, 't', '1', 'B')", (person,))
        self._db.execute("COMMIT")
        self._number = 0

    def write(self, words: str) -> None:
        """One idea: that it was heard, itself, its two promises, its line of the history, and the reply."""
        self._number += 1
        n = self._number
        group, person = n % GROUPS + 1, n % PEOPLE + 1
        run = self._db.execute
        run("BEGIN IMMEDIATE")
        run("INSERT INTO heard VALUES ('telegram', '123456', ?, ?)", (str(n), AT))
        run("UPDATE groups SET last_idea = last_idea + 1, last_change = last_change + 1 WHERE id = ?", (group,))
        run(
            "INSERT INTO ideas (group_id, number, raiser_id, logger_id, raised_at, text, state, first_due, due, chat,"
            " message) VALUES (?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?)",
            (group, n, person, person, AT, words, DUE, DUE, str(group), str(n)),
        )
        for kind in ("answer", "idea_still"):
            run(
                "INSERT INTO promises (group_id, kind, number, due, arming, step, look_at)"
                " VALUES (?, ?, ?, ?, 1, 0, ?)",
                (group, kind, n, DUE, AT),
            )
        run("INSERT INTO changes VALUES (?, ?, 'idea', ?, ?, ?, 'raised', NULL, ?)", (group, n, n, AT, person, DUE))
        run(
            "INSERT INTO outbox (key, group_id, platform, tenant, lane, reply_to, body, buttons, thing, thing_number,"
            " open_dm, state, at) VALUES (?, ?, 'telegram', '123456', ?, ?, ?, '[]', 'idea', ?, 0, 'pending', ?)",
            (f"{group}:raised:idea {n}", group, str(group), str(n), json.dumps([[words, True, None]]), n, AT),
        )
        run("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


class Floor:
    """The least that a python-telegram-bot does for a message, and the least that keeps it."""

    async def open(self, folder: Path) -> None:
        self._rows = Rows(folder)
        self._bot = application(nothing)
        await self._bot.initialize()

    async def take(self, message: bytes) -> None:
        update = Update.de_json(json.loads(message), self._bot.bot)
        await self._bot.process_update(update)
        assert update.message
        self._rows.write(update.message.text or "")

    async def close(self) -> None:
        await self._bot.shutdown()
        self._rows.close()
