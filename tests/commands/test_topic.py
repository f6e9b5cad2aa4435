"""A chat with topics: answers stay where they were asked for, the summary goes to the topic that was chosen (T-06)."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.chat import Incoming
from tests.house import Room, Seen


async def _in_topic(here: Room, monkeypatch: pytest.MonkeyPatch, text: str, thread: str | None = "7") -> list[Seen]:
    heard = here.house.hear

    async def hear(incoming: Incoming) -> Any:  # noqa: ANN401 - whatever the house gives
        return await heard(replace(incoming, thread=thread))

    with monkeypatch.context() as patched:
        patched.setattr(here.house, "hear", hear)
        return await here.says("bea", text)


async def test_T_06_the_summary_goes_to_the_chosen_topic_and_answers_stay_in_theirs(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await here.facilitated()
    [said] = await _in_topic(here, monkeypatch, "/topic here")
    assert "I will post the weekly summary in this topic." in said.text
    [reply] = await _in_topic(here, monkeypatch, "/idea a bench", "9")
    assert reply.outgoing.thread == "9"
    here.fake.forget()
    await here.days(7)
    [summary] = [seen for seen in here.fake.seen if "this week" in seen.text]
    assert summary.outgoing.thread == "7"
    [off] = await _in_topic(here, monkeypatch, "/topic off", "9")
    assert "I do not keep to a topic any more." in off.text
    here.fake.forget()
    await here.days(28)
    assert {seen.outgoing.thread for seen in here.fake.seen if seen.to == "riverside"} == {None}


@pytest.mark.parametrize("typed", ["/topic here", "/topic", "/topic news"])
async def test_T_06_outside_a_topic_it_says_what_to_do(here: Room, typed: str) -> None:
    await here.facilitated()
    [said] = await here.says("bea", typed)
    assert "Nothing has changed." in said.text
    assert "type /topic here" in said.text
    assert await here.reads(lambda s: s.groups.topic(1, "fake", "tenant", "riverside")) is None


async def test_T_06_who_chose_the_topic_is_in_the_history(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    await here.facilitated()
    await _in_topic(here, monkeypatch, "/topic here")
    [said] = await here.says("tom", "/history settings")
    assert "Bea chose the topic for the summary." in said.text
