"""Seed 001, "we have rights": each works in one message, to see what is kept of you and to take it away too."""

from bot.domain.chat import Sender
from tests.commitments.files import files_of
from tests.house import CAST, Room
from tests.rules import disk
from tests.zelda import counts, forgotten, had_a_part, kept


async def test_S1_8_after_forgetme_nothing_anywhere_tells_who_it_was_and_the_counts_are_the_same(here: Room) -> None:
    await had_a_part(here)
    ids = [str(row[0]) for row in disk(here, "SELECT user FROM identities WHERE name = 'Zelda Quill'")]
    assert ids
    assert len(kept(here, "zelda", *ids)) > 7
    before = counts(here)
    said = await forgotten(here)
    assert kept(here, "zelda", "quill", *ids) == []
    assert counts(here) == before
    for chat in ("riverside", "hillside"):
        for command in (
            "/ideas all",
            "/idea 1",
            "/idea 3",
            "/actions",
            "/who",
            "/history 1",
            "/charter",
            "/yousaid",
            "/plan 1",
        ):
            for seen in await here.says("tom", command, chat=chat):
                assert "zelda" not in seen.text.casefold()
    await here.says("tom", "hello", kind="opened", private=True)
    for kind in ("text", "csv", "json", "page"):
        for file in files_of(await here.says("tom", f"[Riverside] /export {kind}", private=True)):
            assert "zelda" not in file.text.casefold()
            assert "a member would like a bench" in file.text or "ideas" not in file.name
    assert not any("zelda" in seen.text.casefold() for seen in said)


async def test_S1_8_mydata_is_one_file_in_private_and_nothing_private_of_others(
    here: Room,
) -> None:
    await had_a_part(here)
    await here.says("bea", "/quiet 9am to 10am")
    said = await here.says("zelda", "/mydata")
    [file] = files_of(said)
    assert [seen.to for seen in said if seen.outgoing.file] == ["@zelda"] or said[0].to.startswith("@zelda")
    for words in (
        "Zelda Quill would like a bench", "a ramp", "a swing", "Zelda has no keys", "4 hours a month", "quiet from: 14",
        "Hillside", "first name", "facilitator", "2026-06-05",
    ):  # fmt: skip
        assert words in file.text
    assert "quiet from: 9" not in file.text
    assert ":zeldaq" not in file.text
    [log] = [
        row
        for row in disk(here, "SELECT new, at FROM changes WHERE thing = 'person' AND group_id = 1")
        if row[0] == "own data"
    ]
    assert log


async def test_S1_8_mydata_tells_of_what_could_not_be_read_too_and_of_nobody_elses_words(here: Room) -> None:
    await here.facilitated()
    update = {"message": {"from": {"id": 7001234}, "text": "mine", "reply_to_message": {"text": "somebody else's"}}}
    CAST["zed"] = Sender("7001234", "Zed")
    try:
        await here.says("zed", "/who")
        await here.house.unreadable("fake", "tenant", "9", update, "KeyError('chat')")
        for who, tells in (("zed", True), ("bea", False)):
            await here.says(who, "hello", kind="opened", private=True)
            [file] = files_of(await here.says(who, "/mydata", private=True))
            assert ("What I could not read\n- at: 2026-05-11 12:00" in file.text) is tells
            assert "somebody else" not in file.text
    finally:
        del CAST["zed"]
