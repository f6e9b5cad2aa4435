"""A form is a command with its holes filled: the same path, the same authority; what is wrong is told, and not kept."""

from bot.domain.chat import Incoming, Original, Sender
from tests.house import CAST, Room, Seen


async def sends(here: Room, who: str, text: str, id_: str = "V1", original: Original | None = None) -> list[Seen]:
    """Somebody sends a form off."""
    return await here.says(
        who, text, kind="form", id_=id_, message=original.message if original else "", original=original
    )


async def test_C6_4_a_form_with_a_no_needs_a_reason_and_keeps_nothing(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    assert await sends(here, "ruth", "/answer 1 no") == []
    assert here.toast == "Please say why it is a no. Idea 1 is still open."
    idea = await here.reads(lambda store: store.ideas.get(1, 1))
    assert idea
    assert idea.state == "open"
    [said] = await sends(here, "ruth", "/answer 1 no the road is shut")
    assert here.toast is None
    assert "The answer is no" in said.text


async def test_S_07_a_form_sent_twice_makes_one_thing(here: Room) -> None:
    await here.facilitated()
    [said] = await sends(here, "bea", "/idea a bench")
    assert "Idea 1: a bench" in said.text
    assert await sends(here, "bea", "/idea a bench") == []
    assert here.toast is None
    assert len(await here.reads(lambda store: store.ideas.all(1))) == 1


async def test_X_05_a_form_gives_no_rights(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [said] = await sends(here, "tom", "/answer 1 yes")
    assert "comment" in said.text
    idea = await here.reads(lambda store: store.ideas.get(1, 1))
    assert idea
    assert idea.answer is None


async def test_S_30_a_message_becomes_its_writers_idea_once(here: Room) -> None:
    await here.facilitated()
    original = Original("m77", CAST["tom"], "a swing", ours=False)
    [said] = await sends(here, "bea", "/idea", original=original)
    assert "The words of Tom are on the list." in said.text
    assert await sends(here, "amy", "/idea", "V2", original) == []
    assert here.toast
    assert here.toast.startswith("That message is on the list already.")


async def test_a_question_asked_in_a_thread_is_answered_in_it(here: Room) -> None:
    await here.facilitated()
    top = Original("m1", None, "", ours=False)
    await here.says("bea", "idea: a bench", message="m1")
    asked = await hears_in_thread(here, "ruth", "/answer 1 no", top, "m5")
    assert asked[0].text.startswith("Please say why it is a no.")
    [said] = await hears_in_thread(here, "ruth", "The road is shut.", top, "m6")
    assert "The answer is no" in said.text


async def test_a_question_asked_later_in_a_thread_of_ours_is_its_one_persons(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [asked] = await here.says("bea", "/why 1")
    top = Original(str(asked.number), None, "", ours=True)
    await hears_in_thread(here, "tom", "I will", top, "m5")
    [kept] = await hears_in_thread(here, "bea", "we wait for the shop", top, "m6")
    assert "what is in the way" in kept.text
    [step] = await hears_in_thread(here, "tom", "ring the shop by Friday", top, "m7")
    assert "Action 1: ring the shop." in step.text


async def hears_in_thread(here: Room, who: str, text: str, top: Original, message: str) -> list[Seen]:
    """Somebody writes in a thread."""
    before = len(here.fake.seen)
    incoming = Incoming(
        "fake", "tenant", f"id-{message}", "message", "riverside", private=False, at=here.clock.now(),
        sender=CAST[who], text=text, message=message, thread=top.message, title="Riverside", reply_to=top,
    )  # fmt: skip
    await here.house.hear(incoming)
    await here.house.deliver()
    return here.fake.seen[before:]


async def test_where_everybody_can_be_reached_nobody_is_asked_to_press_start(here: Room) -> None:
    incoming = Incoming(
        "fake", "tenant", "1", "message", "riverside", private=False, at=here.clock.now(),
        sender=CAST["ruth"], text="/facilitator me", message="1", title="Riverside", reachable=True,
    )  # fmt: skip
    await here.house.hear(incoming)
    await here.house.deliver()
    [said] = here.fake.seen
    assert "Thank you, Ruth. You are the facilitator now." in said.text
    assert "Start" not in said.text


async def test_a_name_that_is_not_known_just_now_changes_nothing(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    nameless = Sender("bea", "")
    incoming = Incoming(
        "fake", "tenant", "99", "message", "riverside", private=False, at=here.clock.now(),
        sender=nameless, text="/idea a swing", message="99", title="Riverside",
    )  # fmt: skip
    await here.house.hear(incoming)
    await here.house.deliver()
    assert here.fake.seen[-1].text.startswith("Thank you, Bea.")
