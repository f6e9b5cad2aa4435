"""Whoever was taken out of a channel while nobody listened is told nothing more of its list (S-29, T-25)."""

from collections.abc import AsyncIterator

import pytest

from adapters.slack.adapter import Slack
from bot.domain.chat import Place
from bot.process.house import House
from tests.adapters.slack.conftest import Over
from tests.adapters.slack.fake_slack import TOO_FAST, FakeSlack, refused
from tests.adapters.slack.people import CHANNELS, PEOPLE, RUTH, TEAM, TOM, command, message, pressed
from tests.adapters.slack.test_slack_house import house_of, words

HERE = Place(TEAM, "C1", "riverside")


@pytest.fixture
async def there(server: FakeSlack) -> AsyncIterator[tuple[House, Over]]:
    """Give the house; Ruth and Tom are in the channel, and an idea is on its list."""
    for user in (RUTH, TOM):
        server.people[user] = {**PEOPLE[user], "team_id": TEAM}
        server.channels[f"D{user}"] = {"is_im": True, "user": user}
    inside(server, RUTH, TOM)
    async with house_of(server) as (house, over):
        for user in (RUTH, TOM):
            await over.brings(message("idea: a secret bench", by=user))
        await house.deliver()
        server.said.clear()
        yield house, over


def inside(server: FakeSlack, *members: str) -> None:
    """Say who is in the channel now; Slack tells the bot nothing of it."""
    server.channels["C1"] = {**CHANNELS["C1"], "members": members}


async def told(server: FakeSlack, house: House, channel: str = "DURUTH") -> str:
    """All that was said there."""
    await house.deliver()
    return "\n".join(words(said) for said in server.said if said["channel"] == channel)


@pytest.mark.parametrize(
    "asking",
    [message("/ideas", channel="DURUTH", channel_type="im"), command("/ideas", "", channel_id="DURUTH")],
    ids=["message", "command"],
)
async def test_S_29_who_was_taken_out_unseen_reads_no_list_in_private(
    server: FakeSlack, there: tuple[House, Over], asking: dict[str, object]
) -> None:
    house, over = there
    inside(server, TOM)
    await over.brings(asking)
    assert "I have not seen you in one yet." in (said := await told(server, house))
    assert "secret" not in said
    await over.brings(message("/ideas", by=TOM, channel="DUTOM", channel_type="im"))
    assert "secret" in await told(server, house, "DUTOM")


async def test_S_29_who_is_in_it_reads_the_list_and_slack_is_asked_once(
    server: FakeSlack, there: tuple[House, Over]
) -> None:
    house, over = there
    for _ in range(2):
        await over.brings(message("/ideas", channel="DURUTH", channel_type="im"))
    assert "secret" in await told(server, house)
    assert [asked["user"] for asked in server.of("users.conversations")] == [RUTH]


async def test_S_29_in_a_channel_nobody_is_asked_about(server: FakeSlack, there: tuple[House, Over]) -> None:
    _, over = there
    await over.brings(command("/ideas", ""))
    await over.brings(pressed())
    assert server.of("users.conversations") == []


async def test_S_29_while_slack_does_not_say_where_somebody_is_they_stay_in_their_groups(
    server: FakeSlack, there: tuple[House, Over]
) -> None:
    house, over = there
    inside(server, TOM)
    server.fail("users.conversations", refused("internal_error"), TOO_FAST)
    for _ in range(2):
        await over.brings(message("/ideas", channel="DURUTH", channel_type="im"))
        assert "secret" in await told(server, house)


async def test_S_19_somebody_of_another_workspace_is_not_asked_about(
    server: FakeSlack, there: tuple[House, Over]
) -> None:
    house, over = there
    inside(server)
    server.people["UAMY"] = {**PEOPLE["UAMY"], "team_id": "TOTHER"}
    await over.brings(message("idea: a swing", by="UAMY"))
    await over.brings(message("/mine", by="UAMY", channel="DUAMY", channel_type="im"))
    await house.deliver()
    assert not await over.bot.has_left(HERE, "UAMY")
    assert server.of("users.conversations") == []


async def test_T_25_who_was_taken_out_unseen_is_not_reminded(server: FakeSlack, bot: Slack) -> None:
    server.people[RUTH] = {**PEOPLE[RUTH], "team_id": TEAM}
    inside(server, RUTH)
    assert not await bot.has_left(HERE, RUTH)
    inside(server)
    assert await bot.has_left(HERE, RUTH)
    server.fail("users.conversations", refused("internal_error"))
    assert not await bot.has_left(HERE, RUTH)
