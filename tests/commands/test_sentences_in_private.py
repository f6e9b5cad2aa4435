"""A sentence said in private is a sentence, also where its first word is the name of a command (rule 8, S2.10)."""

import pytest

from tests.house import Room, Seen

WISHES = ("more trees", "a bench at the bus stop")
SENTENCES = (
    "waiting for the highways people to get back to me",
    "still waiting for a price",
    "hold on, I wait for the costs",
    "back next week, I will look then",
    "leaving this to Sam",
    "plan for now is to wait for the vote",
    "ask the council, not us",
    "step by step, give me a week",
    "why would anybody want that there",
    "same as last year I think",
    "share this with the board first",
    "when the budget is set in March",
)


async def _nudged(here: Room, ideas: int = 1) -> Seen:
    """Ruth is asked in private for the answers to some ideas."""
    await here.facilitated()
    for number in range(ideas):
        await here.says("bea", f"/idea {WISHES[number]}")
    await here.passes(days=9)
    return [seen for seen in here.fake.seen if seen.to == "@ruth"][-1]


@pytest.mark.parametrize("sentence", SENTENCES)
async def test_S2_10_a_reply_that_begins_with_the_name_of_a_command_is_a_reply(here: Room, sentence: str) -> None:
    nudge = await _nudged(here)
    [said] = await here.says("ruth", sentence, private=True, reply_to=nudge)
    assert said.text.startswith("Thank you, Ruth. I have saved that as an update.")
    assert await here.reads(lambda s: s.plans.all(1)) == []
    assert await here.reads(lambda s: s.actions.all(1)) == []
    assert [h.person.name for h in await here.reads(lambda s: s.roles.holders(1)) if h.person] == ["Ruth", "Sam"]


async def test_S2_10_a_no_in_an_officers_word_is_a_no(here: Room) -> None:
    nudge = await _nudged(here)
    [asked] = await here.says("ruth", "decline - no budget", private=True, reply_to=nudge)
    assert asked.text.startswith("How much money is it?")


@pytest.mark.parametrize("sentence", SENTENCES)
async def test_8_without_a_reply_it_is_asked_which_is_meant_and_no_word_is_lost(here: Room, sentence: str) -> None:
    await _nudged(here)
    word = sentence.split(maxsplit=1)[0]
    [asked] = await here.says("ruth", sentence, private=True)
    assert asked.text == (
        f"Which one do you mean? I have kept your words.\nPlease reply with one of these: idea 1, {word}."
    )
    [said] = await here.says("ruth", "idea 1", private=True)
    assert said.text.startswith("Thank you, Ruth. I have saved that as an update.")
    notes = await here.reads(lambda s: s.history.notes(1, "idea", 1))
    assert [note.text for note in notes] == [sentence]


async def test_8_the_command_is_one_word_or_one_press_away(here: Room) -> None:
    await _nudged(here)
    [asked] = await here.says("ruth", "search trees", private=True)
    assert asked.outgoing.buttons == ("Idea 1", "/search")
    [typed] = await here.says("ruth", "search", private=True)
    assert typed.text.startswith("1 idea is like trees.")
    await here.says("bea", "/idea a bench", private=False)
    [pressed] = await here.presses("ruth", asked, "/search", private=True)
    assert pressed.text.startswith("1 idea is like trees.")


async def test_8_of_several_it_is_asked_which(here: Room) -> None:
    nudge = await _nudged(here, ideas=2)
    [asked] = await here.says("ruth", "waiting for the highways team", private=True, reply_to=nudge)
    assert "Please reply with one of these: idea 1, idea 2" in asked.text
    [said] = await here.says("ruth", "2: waiting for the highways team", private=True, reply_to=nudge)
    assert said.text.startswith("Thank you, Ruth. I have saved that as an update.\nIdea 2")


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("mine", "Waiting for an answer from you:"),
        ("help", "/idea: "),
        ("idea a tree", "Thank you, Ruth. Your idea is on the list."),
        ("extend 1 to 29 May because we wait for a price", "Thank you, Ruth. I have told the group."),
        ("language Cymraeg", "Diolch, Ruth."),
        ("needs plain text", "Thank you, Ruth."),
        ("done", "Which action do you mean?"),
    ],
)
async def test_what_is_plainly_a_command_needs_no_slash(here: Room, typed: str, begins: str) -> None:
    await _nudged(here)
    said = await here.says("ruth", typed, private=True)
    assert said[0].text.startswith(begins)


@pytest.mark.parametrize(
    ("kept", "reply", "decision"),
    [
        ("yes", "2", "yes"),
        ("yes", "idea 2", "yes"),
        ("yes", "2 please", "yes"),
        ("yes", "2 yes", "yes"),
        ("yes", "2 no, because the path is too narrow", "no"),
        ("no", "2 because the path is too narrow", "no"),
    ],
)
async def test_8_which_one_may_be_answered_with_words_beside_the_number(
    here: Room, kept: str, reply: str, decision: str
) -> None:
    await _nudged(here, ideas=2)
    [asked] = await here.says("ruth", kept, private=True)
    assert asked.text.endswith("Please reply with one of these: idea 1, idea 2.")
    await here.says("ruth", reply, private=True)
    one, two = await here.reads(lambda s: s.ideas.all(1))
    assert one.answer is None
    assert two.answer
    assert two.answer.decision == decision
    assert two.answer.reason in ("", "the path is too narrow")


@pytest.mark.parametrize(("reply", "meant"), [("2", 2), ("action 1", 1)])
async def test_8_of_several_actions_a_bare_number_is_an_action(here: Room, reply: str, meant: int) -> None:
    await here.facilitated()
    for number in (1, 2):
        await here.says("bea", f"/idea {WISHES[number - 1]}")
        await here.says("ruth", f"/action I will ring shop {number} by 15 May")
    await here.passes(days=3)
    [asked] = await here.says("ruth", "done", private=True)
    assert asked.text.endswith("Please reply with one of these: action 1, action 2.")
    await here.says("ruth", reply, private=True)
    done = await here.reads(lambda s: s.actions.all(1, ("done",)))
    assert [action.number for action in done] == [meant]


@pytest.mark.parametrize(
    "words", ["needs planning permission first", "stop the bus at the hub instead", "start in March"]
)
async def test_8_in_a_reply_what_may_be_about_the_person_is_asked(here: Room, words: str) -> None:
    nudge = await _nudged(here)
    [asked] = await here.says("ruth", words, private=True, reply_to=nudge)
    assert asked.text.startswith("Which one do you mean? I have kept your words.")
    [kept] = await here.says("ruth", "idea 1", private=True)
    assert kept.text.startswith("Thank you, Ruth. I have saved that as an update.")
