"""Forgetting reaches what no command shows: keys, failures, private chats, linked names; and nobody else (X-10)."""

from bot.domain.chat import Person, Sender, Span
from bot.domain.installations import Installation
from bot.domain.meanings import Meaning, key_of
from bot.domain.review import YearlyAnswer
from bot.domain.things import Action, Owner
from storage.database import Database
from storage.person_merge import merge_people
from storage.store import SqlStore
from storage.tables import all_tables
from tests.storage.kinds import broken_links
from tests.storage.two_groups import NOON, TENANT, seed

ID = "U7001234"


def _seeded(store: SqlStore) -> tuple[int, int]:
    group = seed(store, "amber", "fake", 2)
    zelda: Person = store.people.meet("fake", TENANT, Sender(ID, "Zelda Quill", "zq_99"))
    store.people.joins(group, zelda.id)
    return group, zelda.id


def _rows(database: Database) -> dict[str, str]:
    with database.engine.connect() as db:
        return {t.name: str(list(db.execute(t.select()))) for t in all_tables().tables.values()}


def _tell(database: Database) -> set[str]:
    """The tables that tell of her."""
    return {name for name, rows in _rows(database).items() if any(w in rows for w in ("Zelda", "Quill", "zq_99", ID))}


def _hidden(store: SqlStore, group: int, zelda: int) -> None:
    store.heard.first_time("fake", TENANT, f"roll call:chat:{ID}:2026-05-11", NOON)
    store.heard.first_time("fake", TENANT, f"{ID}:17.1:a", NOON)
    store.heard.failed(
        "fake", TENANT, "9", {"sender": {"id": ID, "name": "Zelda Quill"}, "text": "x"}, "Boom Zelda", NOON
    )
    # Of a press, some platforms have whose it was in its id.
    store.heard.failed("fake", TENANT, f"{ID}:17.1:b", None, "LookupError", NOON)
    store.roles.name_for(group, "manager", None, "ZQ_99", NOON)
    store.outbox.put(f"reply:fake:tenant:{ID}:17.1:0", ("fake", TENANT, "chat"), (Span("hello"),), NOON, group=group)
    store.outbox.put("dm", ("fake", TENANT, f"@{ID}"), (Span("for you"),), NOON, group=None, person=zelda)
    store.outbox.put("to ruth", ("fake", TENANT, "@ruth"), (Span("Zelda", person=zelda),), NOON, group=None)
    place = Installation(
        "fake", TENANT, whole=False, app="A1", name="Amber", bot_user="B", bot_id="B1", bot_name="bot",
        scopes=frozenset(), by=ID, at=NOON, token="sealed",  # noqa: S106 - it opens nothing
    )  # fmt: skip
    store.installations.keep(place)
    store.questions.add(group, zelda, "/idea {} from Zelda", NOON, chat="D123", message="1")
    store.questions.add(group, None, "/settings agree {}", NOON, chat="D123", message="2")
    _named(store, group)


def _named(store: SqlStore, group: int) -> None:
    """Short words of others have her name in them; two will be alike without it."""
    bea: Person = store.people.by_username(group, "bea")
    for word in ("Zelda", "Zelda Quill", "Zelda's list"):
        store.meanings.keep(group, Meaning(key_of(word), word, "our chair", bea, NOON))
    for organisation in ("Zelda", "Zelda Quill"):
        store.yearly.keep(group, YearlyAnswer(2026, organisation, 1, "we ran a tea party", bea, NOON))
    number: int = store.groups.next_number(group, "action")
    owners = (Owner("bea", bea, agreed=True, organisation="Zelda Quill Trust"),)
    action = Action(number, "sweep", owners, NOON.date(), NOON.date(), NOON.date(), "open", None, bea, NOON)
    store.actions.add(group, action, chat="chat", message=f"m{number}")


def test_X_10_no_key_failure_private_chat_or_installation_tells_of_them(database: Database) -> None:
    group, zelda = database.write(_seeded)
    database.write(lambda s: _hidden(s, group, zelda))
    assert _tell(database) >= {"heard", "failures", "outbox", "installations", "questions", "people", "identities"}
    database.write(lambda s: s.forgetting.forget(zelda, "D123"))
    assert _tell(database) == set()
    assert "D123" not in str(_rows(database))
    assert [meaning.said for meaning in database.write(lambda s: s.meanings.all(group))] == ["amber"]
    assert database.write(lambda s: s.people.get(zelda)).name == "a member"
    with database.engine.connect() as db:
        assert broken_links(db) == []
        # What was heard is still heard, and what was said is still said.
        assert db.exec_driver_sql("SELECT count(*) FROM heard").scalar_one() == 2
        assert db.exec_driver_sql("SELECT count(*) FROM outbox WHERE substr(key, 1, 6) = 'reply:'").scalar_one() == 1


def test_X_10_names_of_before_a_link_go_too(database: Database) -> None:
    group, zelda = database.write(_seeded)
    later = database.write(lambda s: s.people.meet("other", TENANT, Sender("z2", "Fern Moss", "fernm")).id)
    database.write(lambda s: s.questions.add(group, None, "/idea {} with Fern", NOON))
    database.write(lambda s: merge_people(s.connection, later, zelda))
    database.write(lambda s: s.people.meet("other", TENANT, Sender("z2", "Zelda Q.", "zeldaq")))
    database.write(lambda s: s.forgetting.forget(zelda, None))
    assert _tell(database) == set()
    assert {name for name in ("Fern", "fernm", "zeldaq") if name in str(_rows(database))} == set()


def test_X_10_another_group_keeps_its_words_and_everybody_else_their_own(database: Database) -> None:
    group, zelda = database.write(_seeded)
    other = database.write(lambda s: seed(s, "cobalt", "other"))
    database.write(lambda s: s.settings.propose(other, "cobalt", (1,), s.people.by_username(other, "bea"), NOON.date()))
    before = _rows(database)
    database.write(lambda s: s.forgetting.forget(zelda, None))
    after = _rows(database)
    assert {name for name in before if before[name] != after[name]} == {"people", "identities", "members"}
    assert len(database.write(lambda s: s.people.of_group(group))) == 2


def test_X_10_a_hostile_name_changes_no_state(database: Database) -> None:
    group, zelda = database.write(_seeded)
    database.write(lambda s: s.people.meet("fake", TENANT, Sender(ID, "open", "facilitator")))
    states = "SELECT state FROM ideas UNION ALL SELECT role FROM roles WHERE role = 'facilitator'"
    with database.engine.connect() as db:
        before = db.exec_driver_sql(states).all()
    database.write(lambda s: s.forgetting.forget(zelda, None))
    with database.engine.connect() as db:
        assert db.exec_driver_sql(states).all() == before
    assert database.write(lambda s: s.roles.holders(group))
