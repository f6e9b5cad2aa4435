"""What people say of an idea in reply: "I back this" backs it, thanks are only thanks, what else they say is kept."""

import pytest

from bot.domain.answers import is_thanks
from bot.domain.chat import Original, Sender
from tests.house import Room, Seen


async def _bench(here: Room) -> Seen:
    await here.facilitated()
    [said] = await here.says("bea", "/idea a bench", message="m50")
    return said


async def _backers(here: Room) -> list[str]:
    return [person.name for person in await here.reads(lambda s: s.backers.of(1, 1))]


async def _comments(here: Room) -> list[str]:
    return [note.text for note in await here.reads(lambda s: s.history.notes(1, "idea", 1))]


@pytest.mark.parametrize(
    "words",
    [
        *("I back this", "back", "+1", "me too!", "Great idea, I support this", "We'd back that idea 👍"),
        *("i'm backing it", "Seconded.", "cefnogi", "Dw i'n cefnogi hyn", "Fi hefyd"),
    ],
)
async def test_P4_1_one_word_in_reply_backs_an_idea(here: Room, words: str) -> None:
    bench = await _bench(here)
    [said] = await here.says("tom", words, reply_to=bench)
    assert said.text.startswith("Thank you, Tom. You back idea 1: a bench.")
    assert await _backers(here) == ["Tom"]
    assert await _comments(here) == []


async def test_P4_1_why_somebody_backs_it_is_kept_as_a_comment(here: Room) -> None:
    bench = await _bench(here)
    [said] = await here.says("tom", "I support this because my mum can't stand for long", reply_to=bench)
    assert said.text == (
        "Thank you, Tom. You back idea 1: a bench.\n"
        "I have saved what you say as a comment.\n"
        "I will tell you when there is an answer."
    )
    assert await _comments(here) == ["because my mum can't stand for long"]
    [more] = await here.says("tom", "/back 1 and so can't my gran")
    assert more.text == "Thank you, Tom. I have saved that as a comment on idea 1."
    assert await _backers(here) == ["Tom"]
    assert await _comments(here) == ["because my mum can't stand for long", "and so can't my gran"]


@pytest.mark.parametrize(
    "words", ["I don't support this", "I support it but only if it is cheap", "back it up with numbers", "me too tired"]
)
async def test_P4_1_what_backs_it_on_a_condition_or_not_at_all_is_a_comment(here: Room, words: str) -> None:
    bench = await _bench(here)
    await here.says("tom", words, reply_to=bench)
    assert await _backers(here) == []
    assert await _comments(here) == [words]


async def test_C6_3_an_answer_or_a_promise_to_look_is_no_backing(here: Room) -> None:
    bench = await _bench(here)
    await here.says("ruth", "I support this, we'll look into it", reply_to=bench)
    assert await _backers(here) == []
    [told] = await here.says("ruth", "yes, I support this", reply_to=bench)
    assert "The answer is yes." in told.text


async def test_P4_1_said_to_whoever_had_the_idea_it_backs_it_too_and_says_so_once(here: Room) -> None:
    await _bench(here)
    original = Original("m50", Sender("bea", "Bea"), "/idea a bench", ours=False)
    [said] = await here.says("tom", "+1", original=original)
    assert said.text.startswith("Thank you, Tom. You back idea 1: a bench.")
    assert await here.says("tom", "+1", original=original) == []
    assert await here.says("bea", "me too", original=original) == []


@pytest.mark.parametrize(
    "words", ["thank you", "ok thank you", "thanks ❤️", "👍", "Great idea", "diolch", "brilliant 🙂"]
)
async def test_P4_1_thanks_for_an_idea_are_not_kept_nor_answered(here: Room, words: str) -> None:
    bench = await _bench(here)
    assert await here.says("tom", words, reply_to=bench) == []
    assert await _comments(here) == []


@pytest.mark.parametrize("words", ["👍", "🎉", "thanks all 👏"])
async def test_P4_5_once_it_is_answered_thanks_from_those_who_answer_need_no_answer_either(
    here: Room, words: str
) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a swing")
    news = (await here.says("ruth", "/answer 1 yes"))[-1]
    assert await here.says("ruth", words, reply_to=news) == []
    (history,) = await here.says("ruth", "/history 1")
    assert "update" not in history.text


async def test_P4_5_from_those_who_answer_thanks_are_no_answer_and_they_hear_so(here: Room) -> None:
    bench = await _bench(here)
    [said] = await here.says("ruth", "Great idea", reply_to=bench)
    assert "Idea 1 still needs a yes, a partly or a no." in said.text


@pytest.mark.parametrize(
    "words", ["great for my mum", "brilliant with a roof", "thanks but too late", "lovely, if safe", "thanks?"]
)
def test_what_says_more_than_thanks_is_not_thanks(words: str) -> None:
    assert not is_thanks(words)


async def test_C5_2_whoever_had_the_idea_hears_how_to_change_its_words(here: Room) -> None:
    bench = await _bench(here)
    [said] = await here.says("bea", "no wait, I meant by the library", reply_to=bench)
    assert said.text == (
        "Thank you, Bea. I have saved that as a comment on idea 1.\nTo put it in other words, type /reword 1."
    )
