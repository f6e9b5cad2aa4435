"""A file goes over Slack's wire whole and once, after its words, to whoever asked for it (H-07)."""

import pytest

from adapters.slack.adapter import Slack
from adapters.slack.sending import NO_FILE
from bot.domain.chat import Document, Span
from bot.domain.errors import Uncertain
from tests.adapters.slack.fake_slack import DROPPED_AFTER, TOO_FAST, FakeSlack, refused
from tests.adapters.slack.people import RUTH, command, spoken
from tests.adapters.slack.test_slack_house import house_of, words
from tests.reading import hard_to_read

FILE = Document("list.csv", "text/csv", "\ufeffNumber,Words\r\n1,a bench ☂ & <b>\r\n")
MESSAGE = spoken("Here it is.", chat=None, user=RUTH, file=FILE)
LAST = "files.completeUploadExternal"


async def test_H_07_a_file_comes_after_its_words_which_are_what_is_answered(server: FakeSlack, bot: Slack) -> None:
    assert await bot.dm(MESSAGE) == "1790000000.000001"
    assert [words(said) for said in server.said] == ["Here it is."]
    assert server.files == [("DURUTH", "list.csv", FILE.text)]
    methods = [call.method for call in server.calls if call.method.startswith(("chat.", "files."))]
    assert methods == ["chat.postMessage", "files.getUploadURLExternal", LAST]


async def test_X_02_a_file_that_may_have_arrived_is_not_sent_again(server: FakeSlack, bot: Slack) -> None:
    server.fail(LAST, DROPPED_AFTER)
    with pytest.raises(Uncertain):
        await bot.dm(MESSAGE)
    assert len(server.files) == len(server.of(LAST)) == 1


@pytest.mark.parametrize("method", ["files.getUploadURLExternal", LAST])
async def test_without_its_scope_the_words_are_said_and_that_no_file_comes(
    server: FakeSlack, bot: Slack, method: str
) -> None:
    server.fail(method, refused("missing_scope"))
    assert await bot.dm(MESSAGE) == "1790000000.000001"
    assert [words(said) for said in server.said] == ["Here it is.", NO_FILE]
    assert server.files == []
    assert hard_to_read((Span(NO_FILE),)) == ()


async def test_a_file_that_has_to_wait_too_long_is_uncertain_and_its_words_are_said_once(
    server: FakeSlack, bot: Slack
) -> None:
    server.fail(LAST, TOO_FAST)
    with pytest.raises(Uncertain):
        # The wait takes no time here, so Slack's own pause is never over.
        await bot.dm(MESSAGE)
    assert [words(said) for said in server.said] == ["Here it is."]
    assert server.files == []


async def test_C5_3_and_C4_1_a_plan_and_its_master_copy_over_slacks_wire(server: FakeSlack) -> None:
    lines = (
        "facilitator me",
        "plan bus stop policy, draft, <https://example.org/1>",
        "idea a &lt;b&gt;bench&lt;/b&gt; for plan 1",
        "version 1 the path is wider, because two wheelchairs must pass",
        "part 1 Amy to draw the map from 1 December to 12 December",
        'hold 1 "bench" private details',
    )
    async with house_of(server) as (house, over):
        for line in lines:
            assert (await over.brings(command("/said", line))).status == 200
            await house.deliver()
        await over.brings(command("/said", "export page", channel_id="DRUTH"))
        await over.brings(command("/said", "plan 1"))
        await house.deliver()
    [(channel, name, page)] = server.files
    assert channel == "DURUTH"
    assert name.endswith(".html")
    assert "a &lt;b&gt;[held back: private details]&lt;/b&gt;" in page
    texts = "\n".join(words(said) for said in server.said)
    for said in (
        "Plan 1 is on the list: bus stop policy.",
        "It is for plan 1: bus stop policy.",
        "Plan 1 has a new version. It is version 2.",
        "Start: Tuesday 1 December. Finish: Saturday 12 December.",
        "A part is held back, because it has private details.",
        "Here is the master copy, Ruth Okoro.",
        "Version 2, from Ruth Okoro",
    ):
        assert said in texts
