"""A page of somebody's own: what is theirs, and the lists of the groups they are in at this moment (S-29)."""

from collections.abc import Sequence

from bot.domain.chat import Section, Span
from bot.home import GROUPS, SHOWN
from bot.words import plain
from tests.house import Room
from tests.reading import hard_to_read

NOTHING = ["I keep no list for a group of yours yet. To begin, add me to your group."]


async def seen(here: Room, who: str, *chats: str, tenant: str = "tenant") -> list[str]:
    """What they see, a line each; and that all of it is easy to read."""
    sections: Sequence[Section] = await here.house.home("fake", tenant, who, chats)
    texts = [text for section in sections for text in (section.head, *section.lines)]
    page = tuple(span for text in texts for span in (*text, Span("\n")))
    assert hard_to_read(page) == ()
    return [plain(text) for text in texts]


async def test_S_29_what_i_owe_comes_first_then_what_i_wait_for_then_the_lists(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/idea a light")
    await here.says("bea", "/action @ruth paint the wall by 12 June")
    lines = await seen(here, "ruth", "riverside")
    heads = [line for line in lines if line.endswith(":")]
    assert heads == [
        *("Waiting for an answer from you:", "What you will do:", "Your ideas:"),
        *("Ideas that wait for an answer:", "Actions to do:"),
    ]
    assert "Idea 1, from Bea: a bench. Answer due by Tuesday 26 May." in lines
    assert any(line.startswith("Action 1: paint the wall") for line in lines)
    assert "Waiting for an answer from you:" not in await seen(here, "bea", "riverside")


async def test_S_29_only_groups_whose_chat_i_am_in_now(here: Room) -> None:
    await here.says("bea", "/idea a bench", chat="riverside")
    await here.says("bea", "/idea a secret", chat="hillside")
    assert any("secret" in line for line in await seen(here, "bea", "riverside", "hillside"))
    lines = await seen(here, "bea", "riverside", "C-never-heard-of")
    assert any("bench" in line for line in lines)
    assert not any("secret" in line for line in lines)
    assert await seen(here, "bea") == NOTHING
    assert await seen(here, "bea", "riverside", "hillside", tenant="other") == NOTHING, "S-18: the same ids elsewhere"


async def test_S_29_somebody_who_never_spoke_sees_the_lists(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    assert await seen(here, "zoe", "riverside") == [
        "Ideas that wait for an answer:",
        "Idea 1, from Bea: a bench. Answer due by Tuesday 26 May.",
        "No action is left to do. To see what was done, type /actions all.",
    ]


async def test_S_29_long_lists_and_many_groups_are_cut_and_it_is_said_how_to_see_the_rest(here: Room) -> None:
    chats = [f"group{n}" for n in range(GROUPS + 2)]
    for chat in chats:
        await here.says("bea", "/idea a bench", chat=chat)
    for n in range(SHOWN):
        await here.says("bea", f"/idea a light at door {n}", chat="group0")
    sections = await here.house.home("fake", "tenant", "bea", chats)
    assert len({section.group for section in sections if section.group}) == GROUPS
    assert max(len(section.lines) for section in sections) == SHOWN + 1
    lines = await seen(here, "bea", *chats)
    assert "There are more. To see them all, type /ideas all." in lines
    assert "There are more. To see them all, type /mine in this group." in lines
    assert lines[-1] == "You are in more groups. To see yours there, type /mine in the group."


async def test_S_29_looking_writes_nothing(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    before = await here.reads(lambda store: len(store.outbox.rows()))  # type: ignore[attr-defined]
    here.fake.forget()
    await seen(here, "bea", "riverside")
    await here.house.deliver()
    assert here.fake.seen == []
    assert await here.reads(lambda store: len(store.outbox.rows())) == before  # type: ignore[attr-defined]


async def test_S_29_where_the_bot_is_no_more_nothing_is_shown(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.house.found_in("fake", "tenant", [])
    assert await seen(here, "bea", "riverside") == NOTHING


async def test_S_21_where_the_bot_is_no_more_nothing_is_said_and_all_waits_until_it_is_back(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    await here.house.found_in("fake", "tenant", [])
    await here.days(30)
    assert here.fake.seen == []
    await here.house.found_in("fake", "tenant", ["riverside"])
    await here.days(3)
    late = [text for text in here.to("riverside") + here.to("@ruth") if "1" in text and "bench" in text]
    assert late, "the idea is there, and its answer is asked for again"


async def test_S_19_where_nobody_agreed_to_outsiders_neither_they_nor_whoever_was_never_met_see_the_list(
    here: Room,
) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("olga", "/idea a pond", outsiders=frozenset({"T2"}))
    assert await seen(here, "olga", "riverside") == NOTHING
    assert await seen(here, "zoe", "riverside") == NOTHING
    assert any("bench" in line for line in await seen(here, "bea", "riverside"))
