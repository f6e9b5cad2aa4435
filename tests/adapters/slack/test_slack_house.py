"""What happens in real channels, from the wire through the whole house and back to the wire."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Table, select

from adapters.door import Door
from adapters.slack.adapter import Slack
from adapters.slack.client import Client
from adapters.slack.hearing import LATE
from adapters.slack.tokens import Token
from adapters.slack.ways import Way
from bot.edges import Ears
from bot.process.house import House
from storage.store import SqlStore
from storage.tables import all_tables
from tests.adapters.slack.conftest import Over, over_http
from tests.adapters.slack.fake_slack import SECRET, FakeSlack
from tests.adapters.slack.people import CLOCK, TOKEN, Json, command, message, pressed, sent_form
from tests.ports import free_port
from tests.shelf import fresh


class TwoWorkspaces:
    """Two workspaces, in which everybody and everything has the same ids."""

    async def of(self, team: str, enterprise: str | None = None) -> Token | None:
        """The token of one of the two."""
        del enterprise
        return replace(TOKEN, bot_token=f"xoxb-{team}", team=team) if team in ("TONE", "TTWO") else None

    async def refused(self, token: Token, why: str) -> None:
        """Slack accepts both."""
        raise AssertionError(token, why)


@asynccontextmanager
async def house_of(server: FakeSlack) -> AsyncIterator[tuple[House, Over]]:
    """Give the house, with Slack at its door."""
    house = House(fresh(), {}, CLOCK)
    async with over_http(server, house) as over:
        house.delivery._adapters = {"slack": over.bot}  # noqa: SLF001 - the house is there before its door is
        yield house, over
    house.close()


def words(said: Mapping[str, Any]) -> str:
    """What was said, in words."""
    return str(said["text"])


async def test_S_18_two_workspaces_see_nothing_of_each_other(server: FakeSlack) -> None:
    client, door = Client(server.api), Door({"PORT": (port := free_port())})
    bot = Slack(client, TwoWorkspaces(), Way(signing_secret=SECRET, door=door), CLOCK)
    house = House(fresh(), {"slack": bot}, CLOCK)
    await door.open()
    over = Over(bot, f"http://127.0.0.1:{port}/slack/events", asyncio.create_task(bot.listen(house)))
    await asyncio.sleep(0)
    one, two = message("idea: a bench"), message("idea: a swing")
    two["event"]["ts"] = one["event"]["ts"]
    for team, body in (("TONE", one), ("TTWO", two)):
        assert (await over.brings({**body, "team_id": team})).status == 200
    assert (await over.brings(command("/ideas", "", team_id="TTWO"))).status == 200
    assert (await over.brings({**message("idea: a spy"), "team_id": "TTHREE"})).status == 503
    await house.deliver()
    lists = {said["token"]: words(said) for said in server.said if "waits for an answer" in words(said)}
    assert list(lists) == ["xoxb-TTWO"]
    assert ("a swing" in lists["xoxb-TTWO"], "a bench" in lists["xoxb-TTWO"]) == (True, False)
    assert {said["token"] for said in server.said if "a bench" in words(said)} == {"xoxb-TONE"}
    assert "a spy" not in str(server.said)
    await bot.close()
    await over.listening
    await door.close()
    house.close()


async def test_S_31_a_question_in_a_thread_is_answered_there(server: FakeSlack) -> None:
    async with house_of(server) as (house, over):
        await over.brings(command("/said", "facilitator me"))
        top = message("idea: a bench")
        await over.brings(top)
        thread = {"thread_ts": top["event"]["ts"], "parent_user_id": "URUTH"}
        await over.brings(message("no", **thread))
        await house.deliver()
        assert words(server.said[-1]).startswith("Please say why it is a no.")
        assert server.said[-1]["thread_ts"] == top["event"]["ts"]
        await over.brings(message("The road is shut.", **thread))
        await house.deliver()
        assert "The answer is no." in words(server.said[-1])
        said = len(server.said)
        await over.brings(message("That is a pity, Ruth.", by="UTOM", **thread))
        await house.deliver()
        assert len(server.said) == said


async def test_unmasking_nothing_that_is_kept_tells_from_whose_private_chat_an_idea_without_a_name_came(
    server: FakeSlack,
) -> None:
    async with house_of(server) as (house, over):
        await over.brings(command("/said", "who"))
        said = message("/anon the hub is cold", channel="DRUTH", channel_type="im")
        for _ in range(2):
            assert (await over.brings(said)).status == 200
        await house.deliver()
        kept = house.database.write(lambda s: [row for t in all_tables().sorted_tables for row in _rows(s, t)])
    assert [row for row in kept if "DRUTH" in row] == []
    assert sum("the hub is cold" in row for row in kept if row.startswith("ideas")) == 1


def _rows(store: SqlStore, table: Table) -> list[str]:
    return [f"{table.name} {row}" for row in store.connection.execute(select(table))]


async def test_C6_4_a_form_is_kept_once_it_is_whole(server: FakeSlack) -> None:
    async with house_of(server) as (house, over):
        await over.brings(command("/said", "facilitator me"))
        await over.brings(command())
        await over.brings(command("/answer", "1"))
        form = server.of("views.open")[-1]["view"]
        wrong = await over.brings(sent_form(form, decision="no"))
        assert wrong.json["errors"]["reason"].startswith("Please say why it is a no.")
        whole = sent_form(form, decision="no", reason="The road is shut.")
        assert [(await over.brings(whole)).body for _ in range(2)] == ["", ""]
        await house.deliver()
    assert sum("The answer is no." in words(said) for said in server.said) == 1


async def test_C6_4_a_form_in_welsh_means_what_it_means_in_english(server: FakeSlack) -> None:
    async with house_of(server) as (house, over):
        await over.brings(command("/said", "facilitator me"))
        await over.brings(command())
        await over.brings(command("/said", "language Cymraeg", channel_id="DRUTH"))
        await over.brings(command("/answer", "1"))
        await over.brings(command("/answer", "1", by="UTOM"))
        form, toms = (opened["view"] for opened in server.of("views.open"))
        assert (form["title"]["text"], toms["title"]["text"]) == ("Ateb syniad", "Answer an idea")
        assert (await over.brings(sent_form(form, decision="no", reason="Mae'r heol ar gau."))).body == ""
        await house.deliver()
    assert sum("The answer is no." in words(said) for said in server.said) == 1


async def test_X_05_only_the_right_persons_press_counts(server: FakeSlack) -> None:
    async with house_of(server) as (house, over):
        await over.brings(command("/said", "facilitator me"))
        await over.brings(command())
        await over.brings(command("/said", "answer 1 no"))
        await over.brings(command("/said", "answer 1 partly"))
        await over.brings(message("<@UBOT> answer 1"))
        await house.deliver()
        value = next(
            button["value"]
            for said in server.said
            for block in said["blocks"][1:]
            for button in block["elements"]
            if button["text"]["text"] == "Yes"
        )
        await over.brings(pressed(value, by="UTOM", response_url=f"{server.url}/respond"))
        await server.until(lambda: bool(server.private))
        assert "for somebody else" in server.private[0]["text"]
        await over.brings(pressed(value))
        await house.deliver()
    assert sum("The answer is yes." in words(said) for said in server.said) == 1


async def test_S_01_what_was_answered_not_saved_is_never_saved(
    server: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house_of(server) as (house, over):
        await over.brings(command(text="first"))
        busy = asyncio.Event()
        loop = asyncio.get_running_loop()
        release = asyncio.run_coroutine_threadsafe

        def slow(store: object) -> None:
            del store
            release(busy.wait(), loop).result(60)

        working = asyncio.ensure_future(house.transact(slow))
        await asyncio.sleep(0)
        with monkeypatch.context() as hurried:
            hurried.setattr("adapters.slack.hearing.BEGUN_WITHIN", 0.1)
            answers = await asyncio.gather(*(over.brings(command(text=f"late {n}")) for n in range(5)))
        assert {answer.json["text"] for answer in answers} == {LATE}
        busy.set()
        await working
        await over.brings(command(text="last"))
        ideas = await house.transact(lambda store: [idea.text for idea in store.ideas.all(1)])
    assert ideas == ["first", "last"]


async def test_S_32_the_goodbye_of_a_workspace_is_for_others(server: FakeSlack) -> None:
    told: list[str] = []

    async def goodbye(body: Mapping[str, Any], token: Token, ears: Ears) -> None:
        assert not token.bot_token
        assert ears is house
        told.append(str(body["team_id"]))

    client, door = Client(server.api), Door({"PORT": (port := free_port())})
    bot = Slack(
        client, TwoWorkspaces(), Way(signing_secret=SECRET, door=door), CLOCK, also={"app_uninstalled": goodbye}
    )
    house = House(fresh(), {"slack": bot}, CLOCK)
    await door.open()
    over = Over(bot, f"http://127.0.0.1:{port}/slack/events", asyncio.create_task(bot.listen(house)))
    await asyncio.sleep(0)
    body: Json = {"type": "event_callback", "team_id": "TGONE", "event_id": "Ev1", "event": {"type": "app_uninstalled"}}
    assert (await over.brings(body)).status == 200
    assert told == ["TGONE"]
    await bot.close()
    await over.listening
    await door.close()
    house.close()
