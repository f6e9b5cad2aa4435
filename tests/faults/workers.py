"""Prints what comes of many processes of which one is killed each second: `python -m tests.faults.workers`.

Four workers and two webs on one PostgreSQL. Twenty thousand late ideas are to be told in their groups, while Telegram
brings each update to both webs. Each second one of the workers is killed, and another started.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast
from urllib.request import urlopen

from sqlalchemy import insert

import adapters.telegram.adapter
import adapters.telegram.webhook  # noqa: F401 - loaded once, for all processes that are forked from this one
import storage.tables
from adapters.door import Door
from adapters.telegram.endpoint import Endpoint
from bot.commands import find_commands
from bot.ports import Store
from bot.process.house import calendar_of
from bot.process.running import platforms_with, web, worker
from reminders.part import find_parts
from reminders.reminder import find_reminders
from reminders.sweep import sweep
from storage.database import Database
from storage.store import SqlStore
from tests import postgres
from tests.adapters.telegram.fake_telegram import TOKEN
from tests.faults.counting import Platform
from tests.ports import free_port

LATE_SINCE = timedelta(days=60)
PATIENCE = 3600.0
TENANT = TOKEN.split(":", maxsplit=1)[0]


def _monday() -> datetime:
    """The noon of a working Monday to come: people are not reminded at night."""
    now = datetime.now(UTC)
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
    return noon + timedelta(days=7 - now.weekday() + (7 if (now.month, now.day) > (12, 14) else 0))


def _fill(store: SqlStore, groups: int, each: int, monday: datetime) -> None:
    """Groups in which nobody is named to answer, so that what is late is told in the group."""
    tables, due = storage.tables.all_tables().tables, (monday - LATE_SINCE).date()
    store.connection.execute(
        insert(tables["people"]), [{"id": 1, "platform": "telegram", "tenant": TENANT, "name": "Bea"}]
    )
    store.connection.execute(insert(tables["groups"]), [{"id": n, "name": f"Group {n}"} for n in range(1, groups + 1)])
    chats = [
        {"platform": "telegram", "tenant": TENANT, "chat": str(-n), "group_id": n, "here": True}
        for n in range(1, groups + 1)
    ]
    store.connection.execute(insert(tables["chats"]), chats)
    ideas = [_idea(group, number, due) for group in range(1, groups + 1) for number in range(1, each + 1)]
    store.connection.execute(insert(tables["ideas"]), ideas)
    promises = [
        {"group_id": i["group_id"], "kind": "answer", "number": i["number"], "due": due, "arming": 1, "step": 0,
         "look_at": monday - timedelta(days=1)}
        for i in ideas
    ]  # fmt: skip
    store.connection.execute(insert(tables["promises"]), promises)
    for name in ("groups", "people"):
        store.connection.exec_driver_sql(f"SELECT setval('{name}_id_seq', {groups})")


class _Rehearsed(Exception):  # noqa: N818 - it ends no program
    """Nothing of it is to stay."""


def _load_all(store: Store, now: datetime) -> None:
    """Load and read whatever a process needs, by looking at a few promises before any process is forked."""
    find_commands()
    find_parts()
    platforms_with("connect")
    sweep(store, now, find_reminders(), calendar_of)
    raise _Rehearsed


def _idea(group: int, number: int, due: date) -> dict[str, Any]:
    raised = datetime.combine(due, datetime.min.time(), UTC)
    return {
        "group_id": group, "number": number, "raiser_id": 1, "logger_id": 1, "raised_at": raised, "text": "a bench",
        "state": "open", "first_due": due, "due": due, "extended": 0, "chat": str(-group), "message": f"old {number}",
        "ordinal": 0,
    }  # fmt: skip


def _updates(count: int) -> list[dict[str, Any]]:
    sent = int(datetime.now(UTC).timestamp())
    chat = {"id": -999_999, "type": "group", "title": "Riverside"}
    who = {"id": 12, "is_bot": False, "first_name": "Ruth"}
    words = ({"message_id": n, "date": sent, "chat": chat, "from": who, "text": f"/idea wish{n}"} for n in range(count))
    return [{"update_id": number, "message": message} for number, message in enumerate(words, 1)]


@dataclass
class Processes:
    """All that run. Each is forked from this one, which has loaded everything: a start costs next to nothing."""

    environment: dict[str, str]
    offset: timedelta
    workers: set[int] = field(default_factory=set)
    others: set[int] = field(default_factory=set)
    killed: int = 0

    def bot(self, live: Callable[..., Coroutine[Any, Any, int]], port: str = "") -> int:
        return _forked(lambda: asyncio.run(live({**self.environment, "PORT": port}, self.offset)))

    def kill_one(self) -> None:
        victim = random.choice(sorted(self.workers))  # noqa: S311 - no secret
        os.kill(victim, signal.SIGKILL)
        os.waitpid(victim, 0)
        self.workers.remove(victim)
        self.killed += 1
        self.workers.add(self.bot(worker))

    def ended_by_themselves(self) -> list[int]:
        """Give those that nobody killed: one that was overtaken ends, and is started anew."""
        ended = [pid for pid in self.workers if os.waitpid(pid, os.WNOHANG)[0]]
        self.workers.difference_update(ended)
        self.workers.update(self.bot(worker) for _ in ended)
        return ended

    def stop(self, number: signal.Signals) -> None:
        for pid in self.workers | self.others:
            os.kill(pid, number)
            os.waitpid(pid, 0)


def _forked(live: Callable[[], object]) -> int:
    pid = os.fork()
    if pid:
        return pid
    log = os.open(os.environ.get("FAULTS_LOG", os.devnull), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(log, stream)
    code = 1
    try:
        code = int(bool(live()))
    except BaseException:  # noqa: BLE001 - a process ends here, whatever it is
        traceback.print_exc()
    os._exit(code)


def _asks(database: Database, query: str) -> list[tuple[Any, ...]]:
    """Look beside all others, on a connection that no process inherits."""
    found = database.write(lambda s: [tuple(row) for row in s.connection.exec_driver_sql(query)])
    database.close()
    return found


def main() -> None:
    """Fill a database, let them live and die until all is said, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.workers", description=__doc__)
    parser.add_argument("--groups", type=int, default=200)
    parser.add_argument("--each", type=int, default=100, help="late ideas in each group")
    parser.add_argument("--updates", type=int, default=500)
    parser.add_argument("--every", type=float, default=1.0, help="seconds between two deaths")
    asked = parser.parse_args()
    database = postgres.fresh("faults")
    try:
        _run(database, asked)
    finally:
        postgres.stop()


def _run(database: Database, asked: argparse.Namespace) -> None:
    monday, ports, platform_port = _monday(), [free_port(), free_port()], free_port()
    database.write(lambda store: _fill(store, asked.groups, asked.each, monday))
    with suppress(_Rehearsed):
        database.write(lambda store: _load_all(cast("Store", store), monday))
    database.close()
    public = f"http://127.0.0.1:{ports[0]}"
    environment = {
        "TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": f"http://127.0.0.1:{platform_port}",
        "TELEGRAM_WEBHOOK_SECRET": Platform.secret, "PUBLIC_URL": public,
        "DATABASE_URL": database.url.render_as_string(hide_password=False),
    }  # fmt: skip
    path = Endpoint(public, Platform.secret, Door(environment)).path
    platform = Platform([f"http://127.0.0.1:{port}{path}" for port in ports], _updates(asked.updates))
    processes = Processes(environment, monday - datetime.now(UTC))
    began = time.monotonic()
    try:
        processes.others.add(_forked(lambda: platform.serve(int(platform_port))))
        processes.others.update(processes.bot(web, port) for port in ports)
        processes.workers.update(processes.bot(worker) for _ in range(4))
        ended = _let_live_and_die(database, processes, asked, began)
        with urlopen(f"http://127.0.0.1:{platform_port}/said") as answer:
            said = json.load(answer)
    finally:
        processes.stop(signal.SIGKILL)
    seconds = time.monotonic() - began
    print(f"{processes.killed} workers killed, {ended} overtaken, in {seconds:.0f} s, on PostgreSQL")
    print(f"{'':32}{'tried':>7}{'once':>7}{'lost':>7}{'doubled':>9}{'uncertain':>11}")
    late = {f"-{g} {n}" for g in range(1, asked.groups + 1) for n in range(1, asked.each + 1)}
    unsure = {f"{lane} {number}" for lane, number in _asks(database, _UNCERTAIN_LATE)}
    wrong = _line(f"late ideas, a death each {asked.every:g} s", late, Counter(said["late"]), unsure)
    wishes = {str(n) for n in range(asked.updates)}
    unsure = {text.removeprefix("wish") for (text,) in _asks(database, _UNCERTAIN_REPLIES)}
    wrong += _line("updates brought to two webs", wishes, Counter(said["replies"]), unsure)
    kept = Counter(text.removeprefix("wish") for (text,) in _asks(database, _KEPT))
    wrong += _line("ideas kept of those updates", wishes, kept, set())
    sys.exit(1 if wrong else 0)


_UNCERTAIN_LATE = (
    "SELECT lane, thing_number FROM outbox"
    " WHERE state = 'uncertain' AND promise_id IS NOT NULL AND key LIKE '%%answer:%%'"
)
_KEPT = "SELECT text FROM ideas WHERE text LIKE 'wish%%'"
_UNCERTAIN_REPLIES = (
    "SELECT ideas.text FROM outbox JOIN ideas ON ideas.group_id = outbox.group_id AND ideas.number = thing_number"
    " WHERE outbox.state = 'uncertain' AND promise_id IS NULL AND ideas.text LIKE 'wish%%'"
)
_LEFT = (
    "SELECT (SELECT count(*) FROM promises WHERE kind = 'answer' AND look_at < '{now}'),"
    " (SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending'))"
)


def _let_live_and_die(database: Database, processes: Processes, asked: argparse.Namespace, began: float) -> int:
    """Kill one worker each second until nothing is left to be said; then let the last of them settle it."""
    ended, killing, next_death, next_look = 0, True, began + asked.every, began
    while time.monotonic() < began + PATIENCE:
        time.sleep(0.05)
        ended += len(processes.ended_by_themselves())
        if killing and time.monotonic() >= next_death:
            next_death += asked.every
            processes.kill_one()
        if time.monotonic() < next_look:
            continue
        next_look = time.monotonic() + 2
        now = datetime.now(UTC) + processes.offset
        ((promises, rows),) = _asks(database, _LEFT.format(now=now))
        print(f"{time.monotonic() - began:.0f} s: {promises} promises due, {rows} rows left", file=sys.stderr)
        # Updates come meanwhile: what is left is looked at until there was nothing twice.
        if promises == 0 and rows == 0 and not killing:
            return ended
        killing = killing and promises + rows > 0
    return ended


def _line(name: str, wanted: set[str], said: Counter[str], unsure: set[str]) -> int:
    """Print one line; how many things are wrong."""
    lost, doubled = wanted - said.keys() - unsure, [key for key, count in said.items() if count > 1]
    once = sum(said[key] == 1 for key in wanted)
    print(f"{name:32}{len(wanted):7}{once:7}{len(lost):7}{len(doubled):9}{len(unsure):11}")
    return len(lost) + len(doubled)


if __name__ == "__main__":
    main()
