"""Migrations bring every database to the schema of the code, and never lose a row (P-19, P-20)."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from pkgutil import iter_modules

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, inspect
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.domain.chat import Sender
from bot.domain.errors import Unusable
from storage import migrations
from storage.database import Database
from storage.migrate import MigrationError, lay_out, migrate, newest
from storage.migrations import versions
from storage.store import SqlStore
from storage.tables import all_tables
from tests.shelf import KINDS, fresh
from tests.storage.filled import fill
from tests.storage.kinds import broken_links, schema
from tests.storage.two_groups import seed

REBUILD = """
    anew = 'always' if op.get_context().dialect.name == 'sqlite' else 'auto'
    with op.batch_alter_table('groups', recreate=anew) as batch:
        batch.add_column(sa.Column('colour', sa.String()))
    with op.batch_alter_table('people', recreate=anew) as batch:
        batch.alter_column('name', existing_type=sa.String(), type_=sa.Text())
    with op.batch_alter_table('promises', recreate=anew) as batch:
        batch.alter_column('kind', existing_type=sa.String(), type_=sa.Text())
"""
Rows = list[dict[str, object]]

HARMFUL = {
    "deletes rows": "op.execute('DELETE FROM notes')",
    "drops a table with rows": "op.drop_table('notes')",
    "breaks links": "op.execute('UPDATE chats SET group_id = 99')",
    "takes what others point at": "op.execute('DELETE FROM people')",
    "breaks half-way": "op.execute('DELETE FROM notes'); op.execute('DROP TABLE nowhere')",
}


def _dump(database: Database) -> dict[str, Rows]:
    with database.engine.connect() as db:
        found = {n: db.exec_driver_sql(f'SELECT * FROM "{n}"') for n in inspect(db).get_table_names()}  # noqa: S608
        return {name: sorted((dict(row) for row in rows.mappings()), key=repr) for name, rows in found.items()}


def _with_another(monkeypatch: pytest.MonkeyPatch, folder: Path, upgrade: str) -> None:
    """Let there be one more step after the newest, in a copy of the folder."""
    shutil.copytree(next(iter(migrations.__path__)), folder)
    (folder / "versions" / "9999_after.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '9999'\ndown_revision = {newest()!r}\n\ndef upgrade():\n    {upgrade.strip()}\n"
    )
    monkeypatch.setattr(migrations, "__path__", [str(folder)])
    monkeypatch.setattr(versions, "__path__", [str(folder / "versions")])


def steps() -> list[str]:
    """The revisions, from the first to the newest."""
    return sorted(module.name.partition("_")[0] for module in iter_modules(versions.__path__))


def test_the_last_file_is_the_last_step_and_each_is_named_by_its_revision() -> None:
    config = Config()
    config.set_main_option("script_location", next(iter(migrations.__path__)))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [newest()]
    for script in scripts.walk_revisions():
        assert Path(script.path).name.startswith(f"{script.revision}_")


def test_the_migrated_schema_is_the_one_of_the_code(database: Database) -> None:
    with database.engine.connect() as db:
        assert _differences(db) == []


def test_what_is_laid_out_for_a_rehearsal_is_what_all_steps_make(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'rehearsal.db'}")
    lay_out(database)
    with database.engine.connect() as db:
        assert _differences(db) == []
    database.write(lambda s: seed(s, "amber", "fake"))
    database.close()


def _differences(db: Connection) -> list[object]:
    """What the tables of the code have and the database has not, or the other way round."""
    context = MigrationContext.configure(db, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, all_tables()))


def test_all_constraints_have_names_in_the_code_and_in_the_database(database: Database) -> None:
    tables = all_tables().tables
    assert [c for table in tables.values() for c in table.constraints if c.name is None] == []
    assert [i for table in tables.values() for i in table.indexes if i.name is None] == []
    with database.engine.connect() as db:
        there = inspect(db)
        for name in tables:
            found = [there.get_pk_constraint(name), *there.get_foreign_keys(name), *there.get_unique_constraints(name)]
            assert all(constraint["name"] for constraint in found), name


def test_migrating_twice_changes_nothing(database: Database) -> None:
    database.write(lambda s: seed(s, "amber", "fake"))
    before, shape = _dump(database), schema(database)
    assert migrate(database) is False
    assert (_dump(database), schema(database)) == (before, shape)


def test_an_empty_file_is_brought_up_in_a_folder_that_was_not_there(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new' / 'house.db'}")
    assert migrate(database) is True
    assert migrate(database) is False
    assert database.write(lambda s: s.heard.count()) == 0
    database.close()


def test_P19_rows_and_links_survive_a_table_that_is_made_anew(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.write(lambda s: seed(s, "amber", "fake"))
    before = {name: len(rows) for name, rows in _dump(database).items()}
    assert min(before[name] for name in ("groups", "ideas", "answers", "nudges", "notes")) > 0
    _with_another(monkeypatch, tmp_path / "more", REBUILD)
    # The app's own connections, with foreign keys on, stay in the pool while it runs.
    assert migrate(database) is True
    assert {name: len(rows) for name, rows in _dump(database).items()} == before
    with database.engine.connect() as db:
        assert broken_links(db) == []
        there = inspect(db)
        assert "colour" in {column["name"] for column in there.get_columns("groups")}
        assert [u["name"] for u in there.get_unique_constraints("promises")] == ["uq_promises_group_id_kind_number"]
    with pytest.raises(IntegrityError):
        database.write(lambda s: s.people.joins(1, 99))


def test_P19_a_database_of_a_newer_version_is_left_as_it_is(database: Database) -> None:
    database.write(lambda s: s.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'"))
    before = _dump(database)
    with pytest.raises(Unusable, match=r"A newer version of the bot .* It is as it was. Start that version"):
        migrate(database)
    assert _dump(database) == before


@pytest.mark.parametrize("code", [sqlite3.SQLITE_READONLY_DIRECTORY, sqlite3.SQLITE_READONLY_CANTINIT])
def test_a_folder_that_only_reads_is_said_to_be_one(tmp_path: Path, code: int) -> None:
    def refuse(*_: object) -> None:
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorcode = code
        raise error

    database = Database(f"sqlite:///{tmp_path / 'bot.db'}")
    event.listen(database.engine, "do_connect", refuse)
    with pytest.raises(Unusable, match="May this user write in its folder"):
        migrate(database)


def test_a_user_who_may_make_no_tables_is_told_in_a_sentence() -> None:
    made = fresh("postgresql", empty=True)
    with made.engine.begin() as db:
        db.exec_driver_sql("REVOKE CREATE ON SCHEMA public FROM public")
    made.close()
    weak = Database(made.url.update_query_dict({"options": "-c role=pg_monitor"}))
    with pytest.raises(Unusable, match=r"may not do what I need \(permission denied for schema public\)") as refused:
        migrate(weak)
    weak.close()
    assert "CREATE TABLE" not in str(refused.value)


def test_an_option_that_a_host_adds_for_other_programs_is_told_in_a_sentence() -> None:
    made = Database("postgresql://bea:hunter2@127.0.0.1:9/said?pgbouncer=true")
    with pytest.raises(Unusable, match=r'can\'t be used \(invalid connection option "pgbouncer"\)') as refused:
        migrate(made)
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize("harm", HARMFUL)
def test_P19_a_migration_that_does_harm_is_refused_whole(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    database.write(lambda s: seed(s, "amber", "fake"))
    before, shape = _dump(database), schema(database)
    _with_another(monkeypatch, tmp_path / "more", HARMFUL[harm])
    # PostgreSQL itself lets no link break.
    kinds = (MigrationError, DBAPIError) if "half-way" in harm or not database.sqlite else MigrationError
    with pytest.raises(
        kinds, match="nowhere" if "half-way" in harm else r"would be .* It is as it was|violates foreign key"
    ):
        migrate(database)
    assert (_dump(database), schema(database)) == (before, shape)


@pytest.fixture(params=KINDS)
def empty(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database without tables."""
    made = fresh(request.param, empty=True)
    yield made
    made.close()


def test_P19_rows_of_every_earlier_schema_come_through_to_the_newest(empty: Database) -> None:
    for number, step in enumerate(steps()):
        before = _dump(empty)
        # The app's own connections, with foreign keys on, stay in the pool while it runs.
        assert migrate(empty, step) is True
        after = _dump(empty)
        assert {name for name, rows in before.items() if not _same(rows, after[name])} <= {"alembic_version"}
        with empty.engine.begin() as db:
            assert broken_links(db) == []
            fill(db, number)
    assert min(len(rows) for name, rows in _dump(empty).items() if name != "alembic_version") > 0
    with empty.engine.connect() as db:
        assert _differences(db) == []


def _same(before: Rows, after: Rows) -> bool:
    """Is each row still there, in the columns that are?"""
    kept = [name for name in before[0] if name in after[0]] if before else []
    now = [[row[name] for name in kept] for row in after]
    return bool(kept or not before) and all([row[name] for name in kept] in now for row in before)


def test_P19_people_of_before_are_the_identities_of_today(empty: Database) -> None:
    database = empty
    assert migrate(database, "0005") is True
    with database.engine.begin() as db:
        for statement in (
            "INSERT INTO groups (id, name) VALUES (1, 'Riverside')",
            "INSERT INTO chats (platform, tenant, chat, group_id) VALUES ('fake', 't', 'c', 1)",
            "INSERT INTO people VALUES (7, 'fake', 't', 'u1', 'Bea', 'bea', 'open')",
            "INSERT INTO people VALUES (8, 'other', 't', 'u1', 'Ruth', NULL, 'closed')",
            "INSERT INTO members (group_id, person_id) VALUES (1, 7), (1, 8)",
            "INSERT INTO roles (group_id, role, accepted, person_id, at) VALUES (1, 'manager', true, 8, '2026-05-11')",
        ):
            db.exec_driver_sql(statement)
    # The app's own connections, with foreign keys on, stay in the pool while it runs.
    assert migrate(database) is True

    def look(store: SqlStore) -> tuple[object, ...]:
        people = [(p.id, p.name, p.username) for p in store.people.of_group(1)]
        known = [store.people.by_user(1, platform, "t", "u1").id for platform in ("fake", "other")]
        return people, known, store.people.address(7), store.people.address(8), len(store.roles.holders(1))

    assert database.write(look) == ([(7, "Bea", "bea"), (8, "Ruth", None)], [7, 8], ("fake", "t", "u1"), None, 1)
    assert database.write(lambda s: s.people.meet("other", "t", Sender("u1", "Ruth"))).id == 8
    with database.engine.connect() as db:
        assert broken_links(db) == []
