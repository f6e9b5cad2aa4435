from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.errors import Away, Unusable
from bot.domain.installations import Installation
from storage.database import Database
from storage.vault import Vault
from storage.writer import Writer

NOON = datetime(2026, 5, 11, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
KEY, OTHER = "k" * 32, "o" * 40
CANARY = "xoxb-canary-token"


SCOPES = frozenset({"commands", "chat:write"})


def installation(holder: str = "T1", word: str = CANARY, at: datetime = NOON) -> Installation:
    whole = holder.startswith("E")
    return Installation("slack", holder, whole, "A1", "Riverside", "UBOT", "BBOT", "saidbot", SCOPES, "U1", at, word)


async def group(writer: Writer, tenant: str) -> None:
    await writer.do(lambda s: s.groups.add("slack", tenant, "C1", tenant))


async def chat(writer: Writer, group: int) -> tuple[str, str, str] | None:
    found: tuple[str, str, str] | None = next(iter(await writer.do(lambda s: s.groups.chats(group))), None)
    return found


@pytest.fixture
async def writer(database: Database) -> AsyncIterator[Writer]:
    writer = Writer(database)
    yield writer
    writer.close()


def vault(writer: Writer, key: str = KEY) -> Vault:
    opened = Vault({"SECRET_KEY": key})
    opened.open(writer.do)
    return opened


async def test_S_21_an_installation_survives_a_restart(writer: Writer) -> None:
    await vault(writer).keep(installation())
    assert await vault(writer).of("slack", "T1") == installation()
    assert await vault(writer).of("slack", "T2") is None
    assert await vault(writer).of("other", "T1") is None


async def test_S_21_a_token_is_nowhere_in_the_database_files(writer: Writer, database: Database) -> None:
    kept = vault(writer)
    await kept.keep(installation())
    await kept.begin("canary-proof", LATER, NOON)
    rows = await writer.do(lambda s: s.connection.exec_driver_sql("SELECT * FROM installations").all())
    proofs = await writer.do(lambda s: s.connection.exec_driver_sql("SELECT * FROM begun_installations").all())
    assert "Riverside" in repr(rows)
    assert proofs
    assert "canary" not in repr((rows, proofs))
    assert "canary" not in repr(await kept.of("slack", "T1"))
    path = database.url.database
    files = [file.read_bytes() for file in Path(path).parent.glob(f"{Path(path).name}*")] if path else []
    assert all(b"canary" not in file for file in files)


async def test_S_21_without_a_key_or_with_a_weak_one_it_is_said_what_to_do(writer: Writer) -> None:
    for key in ("", "  ", ","):
        with pytest.raises(Unusable, match="SECRET_KEY is not set"):
            await vault(writer, key).seal_anew("slack")
    with pytest.raises(Unusable, match="too short"):
        await vault(writer, f"{KEY},short").seal_anew("slack")


async def test_S_21_another_key_is_said_in_plain_words_and_loses_nothing(writer: Writer) -> None:
    await vault(writer).keep(installation())
    with pytest.raises(Unusable, match="SECRET_KEY is not the one"):
        await vault(writer, OTHER).seal_anew("slack")
    await vault(writer).seal_anew("slack")
    assert await vault(writer).of("slack", "T1") == installation()


async def test_S_21_after_one_start_with_both_keys_the_old_one_can_go(writer: Writer) -> None:
    await vault(writer, KEY).keep(installation())
    await vault(writer, f"{OTHER}, {KEY}").seal_anew("slack")
    await vault(writer, OTHER).seal_anew("slack")
    assert await vault(writer, OTHER).of("slack", "T1") == installation()


async def _sealed(writer: Writer) -> object:
    return await writer.do(lambda s: s.connection.exec_driver_sql("SELECT token FROM installations").all())


async def test_a_start_with_one_key_and_a_look_with_two_leave_what_is_sealed_as_it_is(writer: Writer) -> None:
    await vault(writer).keep(installation())
    before = await _sealed(writer)
    await vault(writer).seal_anew("slack")
    assert await vault(writer, f"{OTHER}, {KEY}").all("slack") == [installation()]
    assert await _sealed(writer) == before


async def test_S_21_a_look_says_too_that_a_key_is_missing_or_another(writer: Writer) -> None:
    with pytest.raises(Unusable, match="SECRET_KEY is not set"):
        await vault(writer, "").all("slack")
    await vault(writer).keep(installation())
    with pytest.raises(Unusable, match="SECRET_KEY is not the one"):
        await vault(writer, OTHER).all("slack")


async def test_S_21_uninstalled_the_token_is_gone_and_when_is_kept(writer: Writer) -> None:
    kept = vault(writer)
    await kept.keep(installation())
    assert await kept.end("slack", "T1", None, "uninstalled", LATER)
    assert await kept.of("slack", "T1") is None
    (ended,) = await kept.all("slack")
    assert (ended.state, ended.token, ended.ended_at) == ("uninstalled", "", LATER)
    assert not await kept.end("slack", "T1", None, "uninstalled", LATER), "told twice, in whatever order"


async def test_S_21_news_of_an_old_uninstall_does_not_end_a_new_installation(writer: Writer) -> None:
    kept = vault(writer)
    await kept.keep(installation(at=NOON))
    await kept.end("slack", "T1", None, "uninstalled", NOON)
    await kept.keep(installation("T1", "xoxb-new", LATER))
    assert not await kept.end("slack", "T1", None, "uninstalled", NOON)
    found = await kept.of("slack", "T1")
    assert found
    assert (found.token, found.state, found.ended_at) == ("xoxb-new", "installed", None)


async def test_S_21_uninstalled_means_that_the_bot_is_in_no_chat_there_and_all_is_kept(writer: Writer) -> None:
    kept = vault(writer)
    for tenant in ("T1", "T2"):
        await group(writer, tenant)
        await kept.keep(installation(tenant, f"xoxb-{tenant}"))
    await kept.end("slack", "T1", None, "uninstalled", LATER)
    assert await chat(writer, 1) is None
    assert await chat(writer, 2) == ("slack", "T2", "C1")
    await writer.do(lambda s: s.groups.found_in("slack", "T1", ["C1", "C7"]))
    assert await chat(writer, 1) == ("slack", "T1", "C1")
    assert await writer.do(lambda s: s.groups.find("slack", "T1", "C7")) is None


async def test_S_18_a_workspace_of_an_organisation_speaks_with_its_organisations_token(writer: Writer) -> None:
    kept = vault(writer)
    await kept.keep(installation("E1", "xoxb-org"))
    assert await kept.of("slack", "T1") is None, "nobody has told whose it is"
    served = await kept.of("slack", "T1", "E1")
    assert served
    assert served.token == "xoxb-org"  # noqa: S105 - that is what is looked for
    assert await kept.of("slack", "T1") == served, "what is said later knows the workspace only"
    assert await kept.of("slack", "T2", "E2") is None


async def test_S_18_a_workspaces_own_installation_comes_before_its_organisations(writer: Writer) -> None:
    kept = vault(writer)
    await kept.keep(installation("E1", "xoxb-org"))
    await kept.of("slack", "T1", "E1")
    await kept.keep(installation("T1", "xoxb-own"))
    found = [await kept.of("slack", "T1", "E1"), await kept.of("slack", "T1")]
    assert [one.token for one in found if one] == ["xoxb-own", "xoxb-own"]


async def test_S_18_an_organisation_that_uninstalls_silences_all_its_workspaces_and_no_other(writer: Writer) -> None:
    kept = vault(writer)
    await kept.keep(installation("E1", "xoxb-org"))
    await kept.keep(installation("T3", "xoxb-three"))
    for tenant in ("T1", "T2", "T3"):
        await group(writer, tenant)
    for tenant in ("T1", "T2"):
        await kept.of("slack", tenant, "E1")
    assert await kept.end("slack", "T2", "E1", "uninstalled", LATER)
    assert [await chat(writer, number) for number in (1, 2, 3)] == [None, None, ("slack", "T3", "C1")]
    assert [await kept.of("slack", t) is None for t in ("T1", "T2", "T3")] == [True, True, False]


async def test_S_21_a_proof_counts_once_and_for_a_while(writer: Writer) -> None:
    kept = vault(writer)
    await kept.begin("state cookie", LATER, NOON)
    await kept.begin("slow", LATER, NOON)
    assert not await kept.began("state another", NOON)
    assert await kept.began("state cookie", NOON)
    assert not await kept.began("state cookie", NOON)
    assert not await kept.began("slow", LATER + timedelta(seconds=1))
    assert not await kept.began("slow", NOON)


async def test_proofs_that_nobody_came_back_with_do_not_pile_up(writer: Writer) -> None:
    kept = vault(writer)
    for minute in range(30):
        now = NOON + timedelta(minutes=minute)
        await kept.begin(f"{minute}", now + timedelta(minutes=10), now)
    rows = await writer.do(lambda s: s.connection.exec_driver_sql("SELECT count(*) FROM begun_installations").scalar())
    assert rows == 11


async def test_before_the_database_is_open_nothing_is_answered_wrongly() -> None:
    with pytest.raises(Away):
        await Vault({"SECRET_KEY": KEY}).of("slack", "T1")
