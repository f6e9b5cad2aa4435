"""What is written in a chat's name may come from several people: it is kept, but gives nobody a role or a task."""

import pytest

from bot.domain.chat import Incoming, Original, Sender
from bot.ports import Store
from tests.house import Room, Seen
from tests.rules import disk

ADMIN = Sender("chat:riverside", "Admin", shared=True)


async def says(here: Room, text: str, sender: Sender = ADMIN, chat: str = "riverside", **fields: object) -> list[Seen]:
    """Somebody says it in the name of the chat."""
    before, number = len(here.fake.seen), f"a{here.fake.taken}-{hash(text)}"
    heard = Incoming(
        "fake", "tenant", number, "message", chat, private=False, at=here.clock.now(), sender=sender, text=text,
        message=number, title=chat.capitalize(), **fields,  # type: ignore[arg-type]
    )  # fmt: skip
    await here.house.hear(heard)
    await here.house.deliver()
    return here.fake.seen[before:]


async def test_T_15_an_idea_in_the_chats_name_is_an_idea(here: Room) -> None:
    [said] = await says(here, "/idea a bench")
    assert "Idea 1" in said.text
    for text in ("/ideas", "/idea 1", "/help", "/actions", "/who", "/history 1"):
        [seen] = await says(here, text)
        assert "in the name of a chat" not in seen.text


@pytest.mark.parametrize("text", ["/facilitator me", "/manager me", "/facilitator @ruth", "/setup facilitator me"])
async def test_T_15_no_role_is_given_in_the_chats_name_but_to_whoever_presses(here: Room, text: str) -> None:
    [asked] = await says(here, text)
    assert asked.text.startswith("You wrote in the name of a chat, so I can't see who you are.")
    assert disk(here, "SELECT * FROM roles") == []
    await here.presses("ruth", asked, "It is me")
    holders = await here.reads(lambda s: s.roles.holders(1))
    assert {(h.person and h.person.name) or h.username for h in holders} == {"Ruth"}


async def test_T_15_whoever_presses_has_only_their_own_rights(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [asked] = await says(here, "/answer 1 yes because it is right")
    await here.presses("tom", asked, "It is me")
    assert await here.reads(lambda s: s.ideas.get(1, 1).answer) is None  # type: ignore[union-attr]
    await here.presses("ruth", asked, "It is me")
    answer = await here.reads(lambda s: s.ideas.get(1, 1).answer)  # type: ignore[union-attr]
    assert answer is not None
    assert answer.by.name == "Ruth"


async def test_T_15_nobody_takes_an_action_or_backs_in_the_chats_name(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/action paint the door by 29 May")
    for text in ("/agree 1 I will", "/back 1", "/done 1", "/action I will sweep by Friday", "/undo"):
        [asked] = await says(here, text)
        assert asked.outgoing.buttons == ("It is me",)
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action is not None
    assert (action.owners, action.state) == ((), "open")
    assert disk(here, "SELECT * FROM backers") == []
    assert disk(here, "SELECT count(*) FROM actions") == [(1,)]


async def test_T_15_a_question_for_all_that_is_filled_in_the_chats_name_waits_for_a_press(here: Room) -> None:
    _, nation = await here.says("bea", "", kind="added")
    original = Original(str(nation.number), None, nation.text, ours=True)
    [asked] = await says(here, "Wales", reply_to=original)
    assert asked.outgoing.buttons == ("It is me",)
    assert not asked.outgoing.force_reply
    await here.presses("bea", asked, "It is me")
    assert await here.reads(lambda s: s.groups.get(1).nation) == "wales"


async def test_T_15_who_has_no_name_is_nobody_to_be_given_anything(here: Room) -> None:
    await here.facilitated()
    await says(here, "/idea a bench")
    assert "Admin" not in await here.reads(lambda s: [p.name for p in s.people.of_group(1)])
    original = Original("m7", ADMIN, "a ramp", ours=False)
    await here.says("bea", "/idea", original=original)
    assert "Admin" not in await here.reads(lambda s: [p.name for p in s.people.of_group(1)])
    await here.says("bea", "/action Admin to paint the door by 29 May")
    action = await here.reads(lambda s: s.actions.get(1, 1))
    assert action is not None
    assert [owner.person for owner in action.owners] == [None]


async def test_T_15_talk_between_members_in_the_chats_name_is_let_be(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/action @amy to paint the door by 29 May", message="m99")
    original = Original("m99", Sender("bea", "Bea"), "…", ours=False)
    assert await says(here, "yes", reply_to=original) == []


async def test_T_15_two_groups_have_two_nobodies(here: Room) -> None:
    await says(here, "/idea a bench")
    await says(here, "/idea a bench", Sender("chat:hillside", "Admin", shared=True), chat="hillside")

    def raisers(store: Store) -> set[int]:
        return {idea.raiser.id for group in (1, 2) for idea in store.ideas.all(group)}

    assert len(await here.reads(raisers)) == 2
