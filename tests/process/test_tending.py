"""What went wrong can be looked at and settled from the command line, in numbers and without a member's words."""

import json
import logging
import os
import sqlite3
import stat
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.domain.chat import About, Span
from bot.domain.errors import Away
from bot.domain.installations import Installation, State
from bot.process.logbook import keep_log
from storage.database import Database
from storage.migrate import migrate, revision_of
from tests.adapters.telegram.fake_telegram import TOKEN
from tests.shelf import fresh
from tests.storage.kinds import reading_only

NOON = datetime(2026, 5, 11, 12, tzinfo=UTC)
WORDS = "a cobalt bench"


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Database:
    """A database in which three sends and one hearing went wrong."""
    made = fresh(name="tended")
    monkeypatch.setenv("DATABASE_URL", made.url.render_as_string())
    for name in ("TELEGRAM_TOKEN", "SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)
    with made.engine.begin() as db:
        db.exec_driver_sql("INSERT INTO groups (id, name) VALUES (1, 'Riverside')")
    put = {"said": (Span(WORDS),), "at": NOON, "group": 1, "about": About("idea", 12)}
    for key, state in (("1", "uncertain"), ("2", "uncertain"), ("3", "refused")):
        row = made.write(lambda s, k=key: s.outbox.put(k, ("fake", "tenant", "riverside"), **put))  # type: ignore[misc]
        made.write(lambda s, r=row, st=state: s.outbox.end(r, st, "no answer"))  # type: ignore[misc]
    broke = f"Traceback (most recent call last):\n  somewhere\nKeyError: '{WORDS}'"
    made.write(lambda s: s.heard.failed("fake", "tenant", "7", {"text": WORDS}, broke, NOON))
    made.close()
    return made


@pytest.fixture
def does(database: Database, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Give a command line; gives its exit code and all it printed."""
    assert database.sqlite

    def line(*words: str) -> tuple[int, str]:
        code = main(words)
        said = capsys.readouterr()
        return code, said.out + said.err

    return line


def states(database: Database) -> dict[str, str]:
    """Where each row stands."""
    return {row.key: row.state for row in database.write(lambda s: s.outbox.rows())}


def _privately(database: Database) -> None:
    """One more is uncertain, that was for somebody alone."""
    put = {"said": (Span(WORDS),), "at": NOON, "group": 1}
    row = database.write(lambda s: s.outbox.put("4", ("fake", "tenant", "@ruth"), **put))
    database.write(lambda s: s.outbox.end(row, "uncertain", "no answer"))


def test_what_is_uncertain_is_listed_with_group_and_item_and_settled_one_by_one(
    does: Callable[..., tuple[int, str]], database: Database
) -> None:
    _privately(database)
    code, said = does("outbox")
    assert code == 0
    assert "row 1, uncertain, fake, group 1 (Riverside), idea 12, 2026-05-11 12:00 UTC: no answer" in said
    assert "row 4, uncertain, fake, group 1 (Riverside), in private, 2026-05-11 12:00 UTC: no answer" in said
    assert "3 uncertain. 1 refused." in said
    assert WORDS not in said
    assert "ruth" not in said
    assert does("outbox", "--arrived", "1") == (0, "Row 1 counts as said.\n")
    assert does("outbox", "--again", "2") == (0, "Row 2 waits to be said. A bot that runs says it within a minute.\n")
    assert does("outbox", "--drop", "3") == (0, "Row 3 is let go. It will not be said.\n")
    assert does("outbox", "--drop", "4")[0] == 0
    assert states(database) == {"1": "sent", "2": "pending", "3": "dropped", "4": "dropped"}
    code, said = does("outbox", "--again", "1")
    assert (code, "Nothing has changed" in said) == (2, True)
    assert states(database)["1"] == "sent"
    assert "0 uncertain. 0 refused." in does("outbox")[1]


def test_what_broke_is_listed_without_words_shown_on_demand_and_let_go(does: Callable[..., tuple[int, str]]) -> None:
    code, said = does("failures")
    assert code == 0
    assert "failure 1, fake, update 7, 2026-05-11 12:00 UTC: KeyError\n1 failed." in said
    assert WORDS not in said
    assert WORDS in does("failures", "--show", "1")[1]
    assert does("failures", "--done", "9") == (2, "There is no failure 9. Nothing has changed.\n")
    assert does("failures", "--done", "1")[0] == 0
    assert "0 failed." in does("failures")[1]


def test_S_13_a_workspace_whose_token_is_refused_is_told_beside_what_broke(
    does: Callable[..., tuple[int, str]], database: Database
) -> None:
    states: dict[str, State] = {"T1": "dead", "T2": "installed"}
    for holder, state in states.items():
        of_the_bot = ("U", "B", "bot", frozenset[str](), "U1", NOON, "sealed", state, NOON)
        kept = Installation("slack", holder, False, "A1", f"{holder}'s place", *of_the_bot)  # noqa: FBT003
        database.write(lambda s, k=kept: s.installations.keep(k))  # type: ignore[misc]
    code, said = does("failures")
    assert (code, said.splitlines()[-1]) == (
        0,
        "slack refuses the token of T1's place since 2026-05-11. What to do: python -m bot doctor",
    )
    assert "T2" not in said


def test_a_doctor_tells_of_all_that_waits_for_somebody(
    does: Callable[..., tuple[int, str]], database: Database
) -> None:
    database.write(lambda s: s.outbox.settle(2, "pending"))
    database.write(lambda s: s.promises.arm(1, "digest", 0, NOON.date(), NOON))
    database.write(lambda s: s.groups.called(1, "fake", "tenant", "riverside", "Riverside"))
    with database.engine.begin() as db:
        db.exec_driver_sql("INSERT INTO chats (platform, tenant, chat, group_id) VALUES ('fake', 'tenant', 'r', 1)")
    code, said = does("doctor")
    assert code == 1
    for wanted in (
        "Well: the database is here",
        "To do: messages that may have been said, or not: 1. See them: python -m bot outbox",
        "To do: what could not be heard, by a fault of ours: 1. See it: python -m bot failures",
        "To do: messages that wait for more than a minute: 1.",
        "minutes behind its time.",
        "To do: no platform has a token.",
    ):
        assert wanted in said
    assert WORDS not in said
    with database.engine.begin() as db:
        db.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    with sqlite3.connect(str(database.url.database)) as other:
        other.execute("DELETE FROM groups")
    assert "To do: the database is damaged" in does("doctor")[1]


def test_a_doctor_tells_that_nothing_can_be_kept(does: Callable[..., tuple[int, str]], database: Database) -> None:
    with reading_only(database):
        code, said = does("doctor")
    assert code == 1
    assert "To do: nothing can be kept in the database (attempt to write a readonly database)." in said


def test_a_doctor_tells_of_a_port_that_is_none(
    does: Callable[..., tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", "80a")
    assert "To do: PORT must be a number, such as 8080." in does("doctor")[1]
    monkeypatch.setenv("PORT", "8081")
    assert "PORT" not in does("doctor")[1]


def test_a_copy_is_made_and_brought_back_from_the_command_line(
    does: Callable[..., tuple[int, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, new = str(tmp_path / "copy.db"), tmp_path / "new.db"
    assert does("outbox", "--again", "2")[0] == 0
    assert does("backup", copy)[0] == 0
    for again, untouched in (("backup", "Nothing was copied"), ("restore", "Nothing was changed")):
        code, said = does(again, copy)
        assert (code, f"is there already. {untouched}" in said) == (2, True)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{new}")
    code, said = does("restore", copy)
    assert (code, "1 uncertain" in said) == (0, True)
    assert states(Database(f"sqlite:///{new}")) == {"1": "uncertain", "2": "uncertain", "3": "refused"}


@pytest.mark.parametrize("command", [("restore", "copy.db"), ("migrate",), ("outbox",)])
def test_P_13_the_log_of_a_database_that_was_moved_away_is_not_taken_for_that_of_another(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///bot.db")
    assert main(["migrate"]) == main(["backup", "copy.db"]) == 0
    # A process that was killed leaves the newest of it in the log.
    (tmp_path / "bot.db-wal").write_bytes(b"the newest")
    (tmp_path / "bot.db").rename(tmp_path / "old.db")
    capsys.readouterr()
    assert main(command) == 2
    said = capsys.readouterr()
    assert "bot.db is not there, but bot.db-wal is, with the newest of it. Nothing was changed." in said.err
    assert said.out == ""
    assert {file.name for file in tmp_path.iterdir()} == {"bot.db-wal", "copy.db", "old.db"}
    (tmp_path / "bot.db-wal").rename(tmp_path / "old.db-wal")
    assert main(["restore", "copy.db"]) == 0


def test_other_users_of_the_machine_can_read_neither_the_database_nor_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'bot.db'}")
    usual = os.umask(0o022)
    try:
        for words in ("migrate",), ("backup", str(tmp_path / "copy.db")):
            main(words)
    finally:
        os.umask(usual)
    rights = {file.name: stat.filemode(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert rights == {"bot.db": "-rw-r-----", "copy.db": "-rw-r-----"}


def test_a_doctor_tells_of_a_database_that_others_on_the_machine_can_read_and_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "the bot's.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    main(["migrate"])
    main(["doctor"])
    assert "other users" not in capsys.readouterr().out
    # As it was made before its rights were set.
    file.chmod(0o644)
    assert main(["doctor"]) == 1
    [told] = [line for line in capsys.readouterr().out.splitlines() if "other users" in line]
    assert told.startswith("To do: other users of this machine can read the database. To stop that, type: ")
    subprocess.run(["sh", "-c", told.partition("type: ")[2]], check=True)  # noqa: S603, S607 - as somebody would
    assert stat.filemode(file.stat().st_mode) == "-rw-r-----"
    main(["doctor"])
    assert "other users" not in capsys.readouterr().out


def test_X_08_the_log_is_fields_and_an_exception_tells_its_kind_and_place_and_not_its_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    keep_log()
    log = logging.getLogger("bot.process.house")
    log.warning("heard", extra={"group": 1, "idea": 12})
    try:
        raise KeyError(f"{WORDS}\nsecond line {TOKEN}")  # noqa: TRY301 - somewhere it must be raised
    except KeyError:
        log.exception("it broke")
    log.error("it waits", exc_info=Away("the disk is full"))
    first, second, third = capsys.readouterr().err.splitlines()
    assert first.startswith("at=20")
    assert first.endswith("level=warning logger=bot.process.house event=heard group=1 idea=12")
    assert 'event="it broke" error=KeyError where=tests/process/test_tending.py:' in second
    assert WORDS not in second
    assert json.dumps(TOKEN) not in second
    assert 'event="it waits" error=Away why="the disk is full"' in third


@pytest.mark.parametrize("command", [("outbox",), ("failures",), ("retention", "--dry-run"), ("backup", "copy.db")])
def test_in_the_wrong_folder_nothing_is_made_and_nothing_is_called_well(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    code = main(command)
    said = capsys.readouterr()
    assert code != 0
    assert said.out == ""
    assert "There is no database here (said-and-done.db). Nothing was made." in said.err
    assert list(tmp_path.iterdir()) == []


def test_doctor_says_when_it_made_the_database_it_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "TELEGRAM_TOKEN", "SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)
    for told in ("there was no database here, so I made one", "the database is here and up to date"):
        main(["doctor"])
        assert f"Well: {told} (sqlite:///said-and-done.db)." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("foo", "DATABASE_URL is no address of a database."),
        ("mysql://bot:hunter2@db/bot", "DATABASE_URL names a kind of database that I can't use."),
        ("postgresql://bot:hunter2@db:nine/bot", "DATABASE_URL is no address of a database."),
        ("postgresql://bot:no@hunter2@db/bot", "In its secret, write @ as %40."),
        ("sqlite://", "DATABASE_URL names no file, so nothing would be kept."),
        ("sqlite:///:memory:", "DATABASE_URL names no file, so nothing would be kept."),
        ("sqlite:///notes.txt", "notes.txt is no database. It is as it was. Name another file."),
        ("sqlite:////proc/nowhere/bot.db", "/proc/nowhere/bot.db can't be opened or made."),
        ("sqlite:////proc/bot.db", "/proc/bot.db can't be opened or made."),
    ],
)
@pytest.mark.parametrize("command", ["doctor", "outbox", "migrate"])
def test_a_database_that_can_not_be_is_refused_in_one_sentence(  # noqa: PLR0913, PLR0917 - a table of cases
    command: str,
    url: str,
    wrong: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", url)
    (tmp_path / "notes.txt").write_text("the minutes of May", encoding="utf-8")
    code = main([command])
    said = capsys.readouterr()
    assert code == 2
    assert wrong in said.err or (command == "outbox" and "There is no database here" in said.err)
    assert len(said.err.splitlines()) == 1
    assert "hunter2" not in said.out + said.err
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "the minutes of May"


@pytest.mark.parametrize("rest", [b"", b"\xa5" * 100_000])
@pytest.mark.parametrize("command", ["doctor", "outbox", "failures", "migrate"])
def test_P_13_a_damaged_database_is_told_in_one_sentence_with_what_to_do(
    command: str, rest: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bot.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    main(["migrate"])
    # Cut off, or written over but for its beginning.
    spoilt = file.read_bytes()[:4096] + rest
    file.write_bytes(spoilt)
    capsys.readouterr()
    assert main([command]) == 2
    said = capsys.readouterr()
    assert "bot.db is damaged. Stop the bot," in said.err
    assert "bring a copy back: python -m bot restore FILE" in said.err
    assert (len(said.err.splitlines()), said.out) == (1, "")
    assert file.read_bytes() == spoilt


def test_a_doctor_leaves_a_database_of_an_earlier_version_as_it_is_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # The bot may be running as it was before.
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    old = Database(url)
    migrate(old, "0009")
    old.close()
    monkeypatch.setenv("DATABASE_URL", url)
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "To do: the database is of an earlier version. Stop the bot, and copy it: python -m bot backup FILE" in said
    assert "Then bring it up to date: python -m bot migrate" in said
    assert revision_of(old) == "0009"
    old.close()
    for command in ("migrate", "doctor"):
        main([command])
    assert "Well: the database is here and up to date" in capsys.readouterr().out


@pytest.mark.parametrize("row", ["abc", "9" * 30])
def test_a_row_that_is_no_number_is_refused_in_plain_words(row: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["outbox", "--drop", row])
    said = capsys.readouterr().err
    assert f"{row} is no number of a row; to see them, type outbox alone" in said
    assert "function" not in said
