"""Ideas without a name: told and asked back, and nobody can tell whose they are, with the database or any command.

Done-when 3 of the people's issue. Two worlds, alike in all but one thing: who of two sent one private message. Without
the key their databases are the same, and so is all that a facilitator or manager can make the bot say.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Row, select, update

from bot.commands import find_commands
from bot.domain.chat import SEALED
from bot.process.doctor import doctor
from storage.database import Database
from storage.sealing import seal_for_people
from storage.unnamed import unnamed
from tests.house import CAST, Room, Seen
from tests.rules import everything, words
from tests.sealing import KEY as OLD_KEY
from tests.shelf import fresh

TOKEN = re.compile(r"gAAAA[\w=-]+")
# A code for linking is drawn by lot.
CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
NEW_KEY = "a new key that is as long as it has to be"
SAID = "/anon the hub is cold in the morning"


async def _links(here: Room) -> Sequence[Row[Any]]:
    return await here.house.transact(lambda s: s.connection.execute(select(unnamed)).all())  # type: ignore[attr-defined]


async def _settled(here: Room) -> None:
    """All have spoken to the bot in private before, as most have."""
    await here.facilitated()
    for who in ("bea", "tom", "ruth", "sam"):
        await here.says(who, "hello", kind="opened", private=True)
    here.fake.forget()


def _dump(here: Room) -> dict[str, list[str]]:
    """Every row of every table, as whoever has the file and no key reads it."""
    return {name: [TOKEN.sub("sealed", repr(row)) for row in rows] for name, rows in everything(here).items()}


def _texts(seen: Sequence[Seen]) -> list[tuple[str, str]]:
    return [(one.to, CODE.sub("code", one.text)) for one in seen]


async def _sends_form(here: Room, who: str, text: str) -> None:
    """A form that was opened in the group, sent with its box ticked."""
    await here.house.hear(replace(words(text, f"form {len(text)}", CAST[who]), kind="form", private=True))
    await here.house.deliver()


async def _a_life(here: Room, who: str) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """An idea without a name from one of two, with all that may come of it; the dump, and what others can be told."""
    await _settled(here)
    await here.says(who, SAID, private=True)
    await here.says(who, "/anonn a typing mistake", private=True)
    await here.says(who, "/anon", private=True)
    await here.says("ruth", "/answer 1 which hub do you mean?")
    await here.says(who, "/anon 1 the one by the church", private=True)
    await here.says(who, "/idea anonymous: a second door", private=True)
    await here.says(who, "/anon 2 take back", private=True)
    await _sends_form(here, who, "/anon a lamp by the gate")
    await here.says("sam", "/answer 1 no, the heating is old")
    here.fake.forget()
    for _ in range(4):
        await here.passes(days=14)
    dump = _dump(here)
    for name in (command.name for command in find_commands().all):
        await here.house.hear(words(f"/{name} 1", f"{name} 1", CAST["ruth"]))
        private = replace(words(f"/{name}", name, CAST["sam"]), chat="@sam", private=True)
        await here.house.hear(private)
    await here.house.deliver()
    seen = [one for one in here.fake.seen if one.to in ("riverside", "@ruth", "@sam")]
    files = [(one.to, one.outgoing.file.text) for one in seen if one.outgoing.file]
    return dump, [*_texts(seen), *files]


async def test_unmasking_the_database_without_the_key_and_all_commands_tell_nothing(here: Room, kind: str) -> None:
    bea = await _a_life(here, "bea")
    here.house.close()
    there = Room(fresh(kind))
    tom = await _a_life(there, "tom")
    there.house.close()
    assert bea[0] == tom[0]
    assert bea[1] == tom[1]
    assert len(bea[1]) > len(find_commands().all)


async def test_the_comparison_finds_an_idea_with_a_name(here: Room, kind: str) -> None:
    dumps: list[dict[str, list[str]]] = []
    for who in ("bea", "tom"):
        room = Room(fresh(kind)) if dumps else here
        await _settled(room)
        await room.says(who, "/idea the hub is cold in the morning", private=True)
        dumps.append(_dump(room))
        room.house.close()
    assert [len(rows) for rows in dumps[0].values()] == [len(rows) for rows in dumps[1].values()]
    assert dumps[0] != dumps[1]


async def test_with_the_key_they_are_told_and_asked_back_and_nobody_else_is(here: Room) -> None:
    await _settled(here)
    [said] = await here.says("bea", SAID, private=True)
    assert said.to == "@bea"
    assert said.text.split("\n")[:3] == [
        "Thank you. Your idea is on the list, without your name.",
        "Idea 1: the hub is cold in the morning.",
        "Ruth or Sam will answer by Tuesday 26 May.",
    ]
    [asked, _] = await here.says("ruth", "/answer 1 which hub do you mean?")
    assert (asked.to, asked.text.split("\n")[0]) == ("@bea", "Ruth said about your idea 1: which hub do you mean?")
    both = await here.says("bea", "/anon 1 the one by the church", private=True)
    assert _texts(both) == [
        ("@bea", "Thank you. I have told the group, without your name."),
        ("riverside", "Whoever raised idea 1 says:\nthe one by the church."),
    ]
    whisper, news = await here.says("sam", "/answer 1 yes")
    assert (whisper.to, news.to) == ("@bea", "riverside")
    assert whisper.text.split("\n")[:-1] == news.text.split("\n")[:-1]
    assert whisper.text.endswith("To reply here without your name, type /anon 1 and then your words.")
    assert "A member's idea: the hub is cold in the morning." in news.text
    [own] = await here.says("bea", "/anon", private=True)
    assert "Idea 1, from a member: the hub is cold in the morning. The answer is yes." in own.text


async def test_whoever_is_forgotten_is_not_joined_with_their_idea_any_more_key_or_not(here: Room) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    await here.says("tom", "/anon a lamp", private=True)
    await here.says("bea", "/forgetme forget me", private=True)
    assert await here.reads(lambda s: s.unnamed.lane(1, 1)) is None
    assert await here.reads(lambda s: s.unnamed.lane(1, 2)) is not None
    [shown] = await here.says("ruth", "/idea 1")
    assert "the hub is cold in the morning" in shown.text


@pytest.mark.parametrize("before", ["/who", "/leaving"])
async def test_whoever_is_forgotten_leaves_no_sealed_word_of_theirs_also_where_they_had_left(
    here: Room, before: str
) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    await here.says("tom", "/anon a lamp", private=True)
    await here.says("sam", "/answer 1 yes")
    await here.says("bea", before)
    await here.says("bea", "/forgetme forget me", private=True)
    rows = await here.house.transact(lambda s: s.outbox.rows())  # type: ignore[attr-defined]
    sealed = [row.lane for row in rows if row.lane.startswith(SEALED)]
    assert [await here.reads(lambda s, lane=lane: s.unnamed.opened(lane)) for lane in sealed] == ["@tom"]  # type: ignore[misc]
    assert len(everything(here)["unnamed"]) == 1


async def test_nobody_else_speaks_for_them_or_sees_theirs(here: Room) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    for who, text in (("tom", "/anon 1 it was me"), ("ruth", "/anon 1 take back"), ("tom", "/anon 7 hello")):
        [said] = await here.says(who, text, private=True)
        assert "is not one of yours without a name. Nothing is saved." in said.text
    [said] = await here.says("tom", "/anon", private=True)
    assert "Your ideas" not in said.text


@pytest.mark.parametrize("text", ["/anon a bench", "/idea anonymous: a bench", "/idea without my name a bench"])
async def test_in_the_group_it_is_not_saved_because_all_have_seen_it(here: Room, text: str) -> None:
    await here.facilitated()
    [said] = await here.says("bea", text)
    assert "All here can see who wrote that, so I have not saved it." in said.text
    assert everything(here)["ideas"] == []


async def test_in_several_groups_nothing_is_kept_until_the_group_is_said(here: Room) -> None:
    await _settled(here)
    await here.says("bea", "/who", chat="hillside")
    before = _dump(here)
    [asked] = await here.says("bea", SAID, private=True)
    assert "Please send it again, with the group first. You are in: Riverside, Hillside." in asked.text
    kept = {name: [row for row in rows if row not in before[name]] for name, rows in _dump(here).items()}
    assert not any("cold" in row for rows in kept.values() for row in rows)
    [said] = await here.says("bea", f"[Hillside] {SAID}", private=True)
    assert "Idea 1: the hub is cold in the morning." in said.text


async def test_without_a_key_it_says_so_and_saves_nothing(here: Room) -> None:
    await _settled(here)
    keyless = Room(Database(here.database.url), here.clock.now())
    [said] = await keyless.says("bea", SAID, private=True, id_="keyless")
    assert "I can't keep your name out here." in said.text
    keyless.house.close()
    assert everything(here)["ideas"] == []


async def test_a_bug_of_ours_keeps_nothing_of_what_was_said_without_a_name(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _settled(here)

    def breaks(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr("bot.hear.heard_without_trace", breaks)
    before = _dump(here)
    [said] = await here.says("bea", SAID, private=True)
    assert (said.to, said.text.split("\n")[0]) == ("@bea", "Sorry, something went wrong. That is not saved yet.")
    kept = {name: [row for row in rows if row not in before[name]] for name, rows in _dump(here).items()}
    # Nor who it was: they send it again in a minute, and it is on the list then.
    assert not any(word in row for word in ("cold", "anon", "bea") for rows in kept.values() for row in rows)


@pytest.mark.parametrize("said", [SAID, "Anonymously: the hub is cold", "my neighbour is hitting his wife, it is cold"])
async def test_what_can_not_even_be_read_keeps_nothing_of_it_either(here: Room, said: str) -> None:
    await _settled(here)
    update = {"message": {"from": {"id": 7001, "first_name": "Bea"}, "caption_entities": [{}], "caption": said}}
    await here.house.unreadable("fake", "tenant", "9", update, "KeyError('offset')")
    await here.house.unreadable("fake", "tenant", "10", {"message": {"text": "a bench"}}, "KeyError('chat')")
    kept, other = await here.reads(lambda s: s.failures.all())
    assert (kept.update, kept.payload, kept.error) == ("9", None, "KeyError")
    assert other.payload == {"message": {"text": "a bench"}}


async def test_what_was_sealed_with_a_lost_key_is_not_sent_and_the_idea_stays(here: Room) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    keyless = Room(Database(here.database.url), here.clock.now())
    [news] = await keyless.says("sam", "/answer 1 yes", id_="keyless")
    assert news.to == "riverside"
    keyless.house.close()


async def test_a_key_is_changed_and_whoever_raised_an_idea_is_still_told_asked_and_forgotten(here: Room) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    await here.says("tom", "/anon a lamp", private=True)
    old, new = OLD_KEY, NEW_KEY
    # They changed it, started the bot once, and took the old one away.
    for setting in (f"{new},{old}", new):
        room = Room(Database(here.database.url, seal_for_people(setting)), here.clock.now())
        await room.house.open_sealed()
        room.house.close()
    later = Room(Database(here.database.url, seal_for_people(new)), here.clock.now())
    whisper, _ = await later.says("sam", "/answer 1 yes", id_="later")
    assert whisper.to == "@bea"
    await later.says("bea", "/forgetme forget me", private=True, id_="forget")
    assert [row.idea for row in await _links(later)] == [2]
    rows = await later.house.transact(lambda s: s.outbox.rows())  # type: ignore[attr-defined]
    sealed = [row.lane for row in rows if row.lane.startswith(SEALED)]
    assert {await later.reads(lambda s, lane=lane: s.unnamed.opened(lane)) for lane in sealed} == {"@tom"}  # type: ignore[misc]
    later.house.close()


async def test_with_another_key_it_is_told_how_many_can_not_be_told(
    here: Room, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    await here.house.open_sealed()
    assert "SECRET_KEY" not in caplog.text
    await doctor({"DATABASE_URL": here.database.url.render_as_string()})
    assert "To do: whoever raised 1 of the ideas without a name can't be told" in capsys.readouterr().out
    before = everything(here)["unnamed"]
    for seal in (None, seal_for_people("another key that is as long as it has to be")):
        caplog.clear()
        other = Room(Database(here.database.url, seal), here.clock.now())
        await other.house.open_sealed()
        assert "whoever raised 1 of the ideas without a name can't be told of the answer" in caplog.text
        assert "Set SECRET_KEY to the old one, or to both with a comma between them, the new one first." in caplog.text
        other.house.close()
    assert everything(here)["unnamed"] == before


async def test_a_doctor_seals_nothing_anew_while_a_key_is_changed(here: Room) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    before = everything(here)
    url = here.database.url.render_as_string()
    await doctor({"DATABASE_URL": url, "SECRET_KEY": f"{NEW_KEY},{OLD_KEY}"})
    assert everything(here) == before


async def test_at_a_start_with_one_key_the_first_speaks_for_all_and_a_doctor_looks_at_each(
    here: Room, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    await _settled(here)
    for who in ("bea", "tom"):
        await here.says(who, SAID, private=True)
    # For a while the bot was run with another key.
    await here.house.transact(lambda s: s.connection.execute(update(unnamed).filter_by(idea=2).values(sealed="other")))  # type: ignore[attr-defined]
    await here.house.open_sealed()
    assert "SECRET_KEY" not in caplog.text
    await doctor({"DATABASE_URL": here.database.url.render_as_string(), "SECRET_KEY": OLD_KEY})
    assert "To do: whoever raised 1 of the ideas without a name can't be told" in capsys.readouterr().out


async def test_what_looks_like_harm_is_not_saved_without_a_name_either(here: Room) -> None:
    await _settled(here)
    [said] = await here.says("bea", "/anon my neighbour is hitting his wife", private=True)
    assert "call 999" in said.text
    assert everything(here)["ideas"] == []


async def test_a_form_with_the_name_kept_out_is_for_the_group_it_was_opened_in(here: Room) -> None:
    await _settled(here)
    await here.says("bea", "/help", chat="lakeside")
    await _sends_form(here, "bea", SAID)
    said = here.fake.seen[-1]
    assert said.to == "@bea"
    assert said.text.startswith("Thank you. Your idea is on the list, without your name.")
    assert [idea.text for idea in await here.reads(lambda s: s.ideas.all(1))] == ["the hub is cold in the morning"]


async def test_unmasking_a_form_is_not_the_first_that_is_known_of_anybody(here: Room, kind: str) -> None:
    dumps: list[dict[str, list[str]]] = []
    for who in ("bea", "tom"):
        room = Room(fresh(kind)) if dumps else here
        await room.says("ruth", "/who")
        await _sends_form(room, who, SAID)
        said = room.fake.seen[-1]
        assert (said.to, said.text.split("\n")[0]) == (
            f"@{who}",
            "Hello. I have not seen you in a group yet. Nothing is saved.",
        )
        dumps.append(_dump(room))
        room.house.close()
    assert dumps[0] == dumps[1]


async def test_unmasking_the_first_private_word_of_somebody_is_not_kept_as_such(here: Room, kind: str) -> None:
    dumps: list[dict[str, list[str]]] = []
    for who in ("bea", "tom"):
        room = Room(fresh(kind)) if dumps else here
        await room.facilitated()
        [said] = await room.says(who, SAID, private=True)
        assert (said.to, said.text.split("\n")[0]) == (
            f"@{who}",
            "Thank you. Your idea is on the list, without your name.",
        )
        dumps.append(_dump(room))
        room.house.close()
    assert dumps[0] == dumps[1]


@pytest.mark.parametrize("groups", [("riverside",), ("riverside", "hillside")])
async def test_words_that_ask_for_no_name_are_kept_nowhere_also_without_the_command(
    here: Room, groups: Sequence[str]
) -> None:
    await _settled(here)
    for chat in groups:
        await here.says("bea", "/who", chat=chat)
    [asked] = await here.says("bea", "/idea", private=True) if len(groups) == 1 else [None]
    before = _dump(here)
    [said] = await here.says("bea", "Anonymously: the hub is cold in the morning", private=True, reply_to=asked)
    assert "/anon" in said.text
    assert re.search("I have not saved anything|Nothing is saved", said.text)
    kept = {name: [row for row in rows if row not in before[name]] for name, rows in _dump(here).items()}
    assert not any("bea" in row or "cold" in row for rows in kept.values() for row in rows)


async def test_a_change_of_the_message_leaves_no_trace_either_and_says_what_can_be_done(here: Room) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    before = _dump(here)
    [said] = await here.says("bea", SAID + " and wet", private=True, kind="edit")
    assert said.to == "@bea"
    assert said.text.startswith("You changed a message. I only read new ones, so nothing on the list has changed.")
    assert "/anon 12 take back" in said.text
    kept = {name: [row for row in rows if row not in before[name]] for name, rows in _dump(here).items()}
    assert not any("bea" in row or "wet" in row for rows in kept.values() for row in rows)
    assert [idea.text for idea in await here.reads(lambda s: s.ideas.all(1))] == ["the hub is cold in the morning"]


async def test_they_are_not_told_to_do_what_would_show_that_it_was_them(here: Room) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    here.fake.forget()
    await here.says("ruth", "/answer 1 no, because the boiler is too old")
    [whisper] = here.to("@bea")
    assert "/again" not in whisper
    assert "reply to this message" not in whisper
    assert whisper.endswith("To reply here without your name, type /anon 1 and then your words.")
    assert "/again 1" in here.to("riverside")[0]


async def test_undo_after_an_idea_without_a_name_takes_nothing_else_back_and_hints_at_nobody(here: Room) -> None:
    await _settled(here)
    await here.says("bea", "/idea a bench")
    await here.says("tom", "/idea a lamp")
    await here.says("bea", SAID, private=True)
    for private in (True, False):
        [hers] = await here.says("bea", "/undo", private=private)
        [his] = await here.says("tom", "/undo", private=private)
        [nobodys] = await here.says("amy", "/undo", private=private)
        assert "To take that back, type /undo idea 1." in hers.text
        assert "/anon 12 take back" in hers.text
        assert hers.text.replace("idea 1", "idea 2") == his.text
        assert nobodys.text.split("\n")[-1] == his.text.split("\n")[-1]
    ideas = await here.reads(lambda s: s.ideas.all(1))
    assert [idea.state for idea in ideas] == ["open"] * 3
    await here.says("bea", "/undo idea 1")
    await here.says("tom", "/undo with my name")
    ideas = await here.reads(lambda s: s.ideas.all(1))
    assert [idea.state for idea in ideas] == ["withdrawn", "withdrawn", "open"]


async def test_undo_is_as_ever_once_something_was_done_with_a_name_since(here: Room) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/undo")
    ideas = await here.reads(lambda s: s.ideas.all(1))
    assert [idea.state for idea in ideas] == ["open", "withdrawn"]


async def test_they_are_told_too_when_their_answer_is_taken_back(here: Room) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    await here.says("sam", "/answer 1 yes")
    whisper, news = await here.says("sam", "/undo")
    assert (whisper.to, news.to) == ("@bea", "riverside")
    assert whisper.text.split("\n")[:-1] == news.text.split("\n")
    assert "it still needs an answer, by Tuesday 26 May." in whisper.text
    assert whisper.text.endswith("To reply here without your name, type /anon 1 and then your words.")


async def test_they_are_told_when_their_answer_takes_longer_and_when_that_is_taken_back(here: Room) -> None:
    await _settled(here)
    await here.says("bea", SAID, private=True)
    for typed, told in (
        ("/extend 1 to 2 June because we wait for a price", "Why: we wait for a price."),
        ("/undo", "it still needs an answer, by Tuesday 26 May."),
    ):
        whisper, news = await here.says("sam", typed)
        assert (whisper.to, news.to) == ("@bea", "riverside")
        assert whisper.text.split("\n")[:-1] == news.text.split("\n")
        assert told in whisper.text
        assert whisper.text.endswith("To reply here without your name, type /anon 1 and then your words.")
