"""A group whose chat gets a new id stays one group, in whatever order that is told, and loses nothing (T-05)."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import permutations

import pytest

from bot.domain.chat import Outgoing, Span
from bot.domain.errors import GroupMoved
from bot.ports import Store
from tests.house import Room, Seen
from tests.rules import disk, words

OLD, NEW = "riverside", "supergroup"


@pytest.fixture
def upgraded(here: Room, monkeypatch: pytest.MonkeyPatch) -> Room:
    """Give a room whose platform takes nothing for the old chat once `here.fake.closed` has it."""
    say = here.fake.say

    async def refusing(message: Outgoing) -> str:
        if message.chat in here.fake.closed:
            raise GroupMoved(OLD, NEW)
        return await say(message)

    monkeypatch.setattr(here.fake, "say", refusing)
    return here


async def told(here: Room) -> None:
    """Tell the core what both service messages of the platform come to."""
    await here.house.moved("fake", "tenant", OLD, NEW)
    await here.house.deliver()


async def speaks(here: Room) -> None:
    """Let somebody say something in the chat under its new id."""
    await here.says("tom", "/idea a ramp", chat=NEW)


async def refused(here: Room) -> None:
    """Let something be said to the old id, for a question that was asked there before and came late."""
    await here.says("amy", "/idea 1", chat=OLD)


SIGNALS: dict[str, Callable[[Room], Awaitable[None]]] = {
    "to": told,
    "from": told,
    "message": speaks,
    "refused": refused,
}


def groups(here: Room) -> int:
    """How many groups there are."""
    [(count,)] = disk(here, "SELECT count(*) FROM groups")
    assert isinstance(count, int)
    return count


@pytest.mark.parametrize("order", list(permutations(SIGNALS)), ids="-".join)
async def test_T_05_in_each_order_it_is_one_group_with_all_ideas_and_one_summary(
    upgraded: Room, order: tuple[str, ...]
) -> None:
    here = upgraded
    await here.says("bea", "/idea a bench")
    here.fake.forget()
    here.fake.closed.add(OLD)
    for signal in order:
        await SIGNALS[signal](here)
        if SIGNALS[signal] is told:
            await told(here)
    assert groups(here) == 1
    assert here.to(OLD) == []
    ideas = await here.reads(lambda s: [(i.number, i.text) for i in s.ideas.all(1)])
    assert ideas == [(1, "a bench"), (2, "a ramp")]
    # The late question was answered once, where the group is now.
    assert len([text for text in here.to(NEW) if "Idea 1, from Bea" in text]) == 1
    renumbered = [text for text in here.to(NEW) if "Idea 1 is now idea 2." in text]
    assert len(renumbered) == (1 if order[0] == "message" else 0)
    here.fake.forget()
    await here.days(8)
    summaries = [seen.to for seen in here.fake.seen if "this week" in seen.text]
    assert summaries == [NEW]
    assert "New ideas: 2." in here.to(NEW)[0]
    assert disk(here, "SELECT DISTINCT state FROM outbox") == [("sent",)]


async def early(here: Room) -> tuple[Seen, Seen]:
    """Let the group have a life under its new id before the move is known; two messages with buttons."""
    await here.facilitated()
    for text in ("/idea a bench", "/idea a tree", "/action @amy to paint the door by 29 May"):
        await here.says("bea", text)
    here.fake.forget()
    await here.says("bea", "", kind="added", chat=NEW)
    await here.says("sam", "/manager me", chat=NEW)
    await here.says("ruth", "/facilitator me", chat=NEW)
    await here.says("bea", "/idea a ramp", chat=NEW)
    await here.says("amy", "/back 1", chat=NEW)
    await here.says("tom", "/idea a lamp", chat=NEW)
    [_] = await here.says("ruth", "/answer 1 yes because it is right", chat=NEW)
    said = await here.says("bea", "/action from idea 1: Amy to buy wood by 5 June", chat=NEW)
    asked = await here.says("ruth", "/answer 2 no", chat=NEW)
    return said[-1], asked[-1]


async def test_T_05_what_was_said_too_early_comes_along_under_the_next_numbers(upgraded: Room) -> None:
    here = upgraded
    action, why = await early(here)
    here.fake.forget()
    await told(here)
    await told(here)
    [line] = here.to(NEW)
    assert line.split("\n") == [
        "This chat has moved, and your list has come too.",
        "Ideas 1 to 2 are now ideas 3 to 4.",
        "Action 1 is now action 2.",
    ]
    ideas = await here.reads(lambda s: {i.number: i for i in s.ideas.all(1)})
    assert [(n, i.text, i.state) for n, i in ideas.items()] == [
        (1, "a bench", "open"),
        (2, "a tree", "open"),
        (3, "a ramp", "answered"),
        (4, "a lamp", "open"),
    ]
    assert ideas[3].answer is not None
    assert ideas[3].answer.reason == "it is right"
    assert await here.reads(lambda s: [p.name for p in s.backers.of(1, 3)]) == ["Amy"]
    bought = await here.reads(lambda s: s.actions.get(1, 2))
    assert bought is not None
    assert (bought.idea, [owner.name for owner in bought.owners]) == (3, ["Amy"])
    holders = await here.reads(lambda s: s.roles.holders(1))
    assert [(h.role, h.person.name if h.person else None) for h in holders if h.accepted] == [
        ("facilitator", "Ruth"),
        ("manager", "Sam"),
    ]
    here.fake.forget()
    # A button of before means what it meant.
    await here.presses("amy", action, "Yes", private=False)
    assert "Action 2 is agreed." in here.to(NEW)[-1]
    # So does a question that waits for words.
    await here.says("ruth", "It is not safe so near the road.", chat=NEW, reply_to=why)
    assert await here.reads(lambda s: [i.number for i in s.ideas.all(1, ("answered",))]) == [3, 4]
    # And the next ones go on counting.
    [more] = await here.says("bea", "/idea a swing", chat=NEW)
    assert "Idea 5" in more.text
    [history] = await here.says("bea", "/history 3", chat=NEW)
    assert "Its number has changed. It was 1 before." in history.text
    assert "Amy backed it." in history.text


async def test_T_05_the_reminders_of_what_came_along_go_on(upgraded: Room) -> None:
    here = upgraded
    await early(here)
    await told(here)
    here.fake.forget()
    await here.days(9)
    [nudge, *_] = here.to("@ruth")
    for idea in ("Idea 1 ", "Idea 2 ", "Idea 4 "):
        assert idea in nudge
    assert "Idea 3" not in nudge


@pytest.mark.parametrize("how", ["press", "reply"])
async def test_T_05_a_private_reminder_of_before_means_what_it_meant(here: Room, how: str) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/facilitator me", chat=NEW)
    await here.says("ruth", "hello", kind="opened", private=True)
    await here.says("bea", "/idea a ramp", chat=NEW)
    await here.passes(days=9)
    [nudge] = [seen for seen in here.fake.seen if seen.to == "@ruth"]
    await told(here)
    if how == "press":
        await here.presses("ruth", nudge, "Yes", private=True)
    else:
        await here.says("ruth", "yes, because people asked for it", private=True, reply_to=nudge)
    assert [idea.text for idea in await here.reads(lambda s: s.ideas.all(1, ("answered",)))] == ["a ramp"]
    assert str(nudge.number) in here.fake.plain_now


async def test_T_05_being_put_out_of_the_old_chat_is_no_removal(upgraded: Room) -> None:
    here = upgraded
    await here.says("bea", "/idea a bench")
    await told(here)
    await here.says("bea", "", kind="removed", chat=OLD)
    await here.says("bea", "", kind="added", chat=OLD)
    assert await here.reads(lambda s: s.groups.chats(1)) == [("fake", "tenant", NEW)]
    here.fake.forget()
    await here.days(8)
    assert {seen.to for seen in here.fake.seen} == {NEW}


async def test_T_05_a_known_group_is_not_greeted_again_under_its_new_id(upgraded: Room) -> None:
    here = upgraded
    await here.says("bea", "", kind="added")
    await told(here)
    assert await here.says("bea", "", kind="added", chat=NEW) == []


async def test_T_05_a_chat_that_was_never_heard_of_may_move_too(here: Room) -> None:
    await told(here)
    assert groups(here) == 0
    await speaks(here)
    await told(here)
    await here.says("bea", "/idea from the old chat, late", chat=OLD)
    assert groups(here) == 1


async def test_T_05_another_tenants_chat_with_the_same_id_stays_where_it_is(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await speaks(here)
    await here.house.moved("fake", "elsewhere", OLD, NEW)
    await here.house.moved("other", "tenant", OLD, NEW)
    assert groups(here) == 2


async def test_T_05_a_move_in_the_middle_of_a_send_keeps_the_order_and_says_each_once(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    say = here.fake.say

    async def slow(message: Outgoing) -> str:
        begun.set()
        await go_on.wait()
        if message.chat == OLD:
            raise GroupMoved(OLD, NEW)
        return await say(message)

    monkeypatch.setattr(here.fake, "say", slow)

    await here.house.hear(words("/idea a bench", "1"))

    def put(store: Store) -> None:
        for key in ("2", "3"):
            store.outbox.put(key, ("fake", "tenant", OLD), (Span(key),), here.clock.now(), group=1)

    await here.reads(put)
    delivering = asyncio.create_task(here.house.deliver())
    await begun.wait()
    await here.house.moved("fake", "tenant", OLD, NEW)
    elsewhere = asyncio.create_task(here.house.deliver())
    await here.reads(lambda _: None)
    go_on.set()
    await asyncio.gather(delivering, elsewhere)
    await here.house.deliver()
    assert [text.split("\n")[-1] for text in here.to(NEW)][1:] == ["2", "3"]
    assert "a bench" in here.to(NEW)[0]
    assert len(here.fake.seen) == 3


async def test_T_05_what_arrived_in_the_old_chat_is_still_known_as_what_it_was_there(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    say = here.fake.say

    async def moves_meanwhile(message: Outgoing) -> str:
        await here.house.moved("fake", "tenant", OLD, NEW)
        return await say(message)

    monkeypatch.setattr(here.fake, "say", moves_meanwhile)
    [seen] = await here.says("bea", "/idea a bench")
    number = str(seen.number)
    # Ids of messages begin anew in the new chat: the same id there is another message.
    assert await here.reads(lambda s: s.outbox.said_as("fake", "tenant", NEW, number)) is None
    assert await here.reads(lambda s: s.outbox.said_as("fake", "tenant", OLD, number)) is not None


async def test_T_05_a_plan_and_what_is_tied_to_it_come_along_under_the_next_numbers(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/plan bus stops, draft")
    asked = await here.says("bea", "/plan letters, draft", chat=NEW)
    await here.says("bea", "/idea bigger print for plan 1", chat=NEW)
    await here.says("tom", "/plan 1 I like it", chat=NEW)
    here.fake.forget()
    await told(here)
    [line] = here.to(NEW)
    assert "Plan 1 is now plan 2." in line
    page = (await here.says("tom", "/plan 2", chat=NEW))[0].text
    assert page.startswith("Plan 2: letters.")
    assert "Tom said: I like it." in page
    assert "from Bea: bigger print." in page
    assert "It will be looked at again by Tuesday 11 May 2027." in page
    assert "said it is for plan 2." in (await here.says("tom", "/history 1", chat=NEW))[0].text
    await here.says("bea", "Amy to draw a letter by 29 May", chat=NEW, reply_to=asked[-1])
    assert await here.reads(lambda s: s.plans.tied(1, 2, "action")) == [1]
