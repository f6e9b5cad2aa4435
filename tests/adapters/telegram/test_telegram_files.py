"""A file goes over the wire whole, once, with its words; a long plan story runs here as it does anywhere (H-07)."""

import asyncio

import pytest

from adapters.telegram.adapter import Telegram
from bot.domain.chat import Document
from bot.domain.errors import Uncertain, Undeliverable
from bot.process.house import House
from tests.adapters.telegram.fake_telegram import DROPPED_AFTER, FakeTelegram, refused
from tests.adapters.telegram.people import CLOCK, RUTH, Json, message, spoken
from tests.shelf import fresh

pytestmark = pytest.mark.filterwarnings("ignore:.*getUpdates.*", "ignore:.*retry_after.*")

FILE = Document("list.csv", "text/csv", "\ufeffNumber,Words\r\n1,a bench ☂\r\n")
PRIVATE: Json = {"id": 12, "type": "private", "first_name": "Ruth"}


async def test_H_07_a_file_comes_with_its_words_to_one_person(bot: Telegram, server: FakeTelegram) -> None:
    assert await bot.dm(spoken("Here it is.", chat=None, user="12", file=FILE)) == "101"
    [sent] = server.of("sendDocument")
    assert sent["chat_id"] == "12"
    assert sent["document"] == ("list.csv", FILE.text)
    assert sent["caption"] == "Here it is."
    assert server.of("sendMessage") == []


async def test_words_too_long_to_go_with_a_file_come_before_it(bot: Telegram, server: FakeTelegram) -> None:
    await bot.dm(spoken("x" * 1025, chat=None, user="12", file=FILE))
    assert [call.method for call in server.calls if call.method.startswith("send")] == ["sendMessage", "sendDocument"]
    [sent] = server.of("sendDocument")
    assert "caption" not in sent


async def test_a_file_that_may_have_arrived_is_not_sent_again(bot: Telegram, server: FakeTelegram) -> None:
    server.fail("sendDocument", DROPPED_AFTER)
    with pytest.raises(Uncertain):
        await bot.dm(spoken("Here it is.", chat=None, user="12", file=FILE))
    server.fail("sendDocument", refused(403, "Forbidden: bot was blocked by the user"))
    with pytest.raises(Undeliverable) as error:
        await bot.dm(spoken("Here it is.", chat=None, user="12", file=FILE))
    assert error.value.closed


async def test_C5_3_and_C4_1_a_plan_and_its_master_copy_over_telegrams_wire(
    bot: Telegram, server: FakeTelegram
) -> None:
    house = House(fresh(), {"telegram": bot}, CLOCK)
    lines = (
        message(1, "/facilitator me"),
        message(2, "/plan bus stop policy, draft, https://example.org/1"),
        message(3, "/idea a <b>bench</b> for plan 1"),
        message(4, "/version 1 the path is wider, because two wheelchairs must pass"),
        message(5, "/part 1 Amy to draw the map from 1 December to 12 December"),
        message(6, '/hold 1 "bench" private details'),
        message(7, "/start", chat=PRIVATE),
        message(8, "/export page", chat=PRIVATE),
        message(9, "/plan 1"),
        message(10, "/rules", by=RUTH),
    )
    listening = asyncio.create_task(bot.listen(house))
    for line in lines:
        await server.push(line)
        await server.until(lambda: not server.waiting)
        await house.deliver()
    await bot.close()
    await listening
    house.close()
    [(name, page)] = [sent["document"] for sent in server.of("sendDocument")]
    assert name.endswith(".html")
    assert "a &lt;b&gt;[held back: private details]&lt;/b&gt;" in page
    texts = "\n".join(said.get("text", said.get("caption", "")) for said in server.said)
    for words in (
        "Plan 1 is on the list: bus stop policy.",
        "It is for plan 1: bus stop policy.",
        "Plan 1 has a new version. It is version 2.",
        "Start: Tuesday 1 December. Finish: Saturday 12 December.",
        "A part is held back, because it has private details.",
        "Here is the master copy, Ruth Okoro.",
        "Version 2, from Ruth Okoro",
        "Only they can hold something back. The reason is shown.",
    ):
        assert words in texts
