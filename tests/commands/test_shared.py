"""A chat that is shared with other organisations is a safe mode, until its facilitator agrees (S-19)."""

import pytest

from bot.domain.chat import Mention
from tests.house import Room
from tests.rules import disk

OTHERS, MORE, NOBODY = frozenset({"T2"}), frozenset({"T2", "T3"}), frozenset[str]()

OURS = "Sorry, only people of our own can do that. Nothing has changed."


async def _shared(here: Room, outsiders: frozenset[str] = OTHERS) -> list[str]:
    """The platform tells with whom the chat is shared now; what is said of it."""
    return [seen.text for seen in await here.says("somebody", "", kind="shared", outsiders=outsiders)]


async def _agreed(here: Room) -> None:
    await here.facilitated()
    await _shared(here)
    await here.says("ruth", "/shared agree")
    here.fake.forget()


async def test_S_19_a_chat_that_is_shared_later_is_told_so_and_asked_once(here: Room) -> None:
    await here.facilitated()
    [said] = await _shared(here)
    assert said.startswith("This chat is shared with people from other organisations.")
    assert "I stay quiet here until our facilitator agrees." in said
    assert await _shared(here) == []
    assert await here.says("bea", "how are you", outsiders=OTHERS) == []


async def test_S_19_nothing_unasked_is_said_there_until_it_is_agreed_and_then_nothing_is_lost(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await _shared(here)
    here.fake.forget()
    await here.days(25)
    assert here.fake.seen == []
    [thanks] = await here.says("ruth", "/shared agree")
    assert "Please let only one organisation bring me here. Two of me would keep two lists." in thanks.text
    assert thanks.text.startswith("Thank you, Ruth. I write in this chat from now on.")
    said = [seen.text for seen in await here.days(4)]
    assert len([text for text in said if "idea 1" in text.casefold() and "Ruth" in text]) >= 1
    assert [seen for seen in here.fake.seen if seen.to == "riverside" and "this week" in seen.text]


async def test_S_19_news_made_in_private_rests_and_is_said_in_the_chat_once_it_is_agreed(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await _shared(here)
    here.fake.forget()
    await here.says("ruth", "/answer 1 yes", private=True)
    assert here.to("riverside") == []
    await here.says("ruth", "/shared agree")
    news, thanks = here.to("riverside")
    assert "Answered by Ruth, facilitator" in news
    assert thanks.startswith("Thank you, Ruth.")
    await here.tick()
    assert len(here.to("riverside")) == 2


async def test_S_19_an_idea_is_kept_all_the_same_and_whoever_raised_it_knows_its_number(here: Room) -> None:
    await here.facilitated()
    await _shared(here)
    await here.says("tom", "/idea a bench for the park")
    [kept] = await here.says("olga", "/idea a bench", outsiders=OTHERS)
    assert kept.text.startswith("Thank you. It is on our list, as idea 2.")
    assert "park" not in kept.text
    assert 'I write nothing else here until the facilitator types "/shared agree".' in kept.text
    assert disk(here, "SELECT number FROM ideas") == [(1,), (2,)]
    *rested, thanks = await here.says("ruth", "/shared agree")
    assert ["Idea 1: a bench for the park" in rested[0].text, "Idea 2: a bench" in rested[1].text] == [True, True]
    assert thanks.text.startswith("Thank you, Ruth.")


@pytest.mark.parametrize(
    "text", ["/ideas", "/idea 1", "/idea 1: no, because of money", "/action mow by Friday", "/mine"]
)
async def test_S_19_whatever_else_is_asked_shows_nothing_of_the_list_and_changes_nothing(here: Room, text: str) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await _shared(here)
    before = disk(here, "SELECT * FROM changes")
    [said] = await here.says("olga", text, outsiders=OTHERS)
    assert said.text.startswith("This chat is shared with people from other organisations.")
    assert "Nothing is saved." in said.text
    assert "bench" not in said.text
    assert disk(here, "SELECT * FROM changes") == before


async def test_S_19_only_a_facilitator_agrees_also_by_the_button(here: Room) -> None:
    await here.facilitated()
    [asked] = await here.says("somebody", "", kind="shared", outsiders=OTHERS)
    for who in ("tom", "sam", "olga"):
        assert await here.presses(who, asked, "I agree") == []
        assert here.toast is not None
        assert here.toast.startswith("Only a facilitator of this group can agree to that.")
    [thanks] = await here.presses("ruth", asked, "I agree")
    assert thanks.text.startswith("Thank you, Ruth.")
    [listed] = await here.says("tom", "/ideas", outsiders=OTHERS)
    assert "shared" not in listed.text


async def test_S_19_a_new_group_among_outsiders_hears_what_the_bot_is_and_names_a_facilitator_first(here: Room) -> None:
    hello, asked = await here.says("bea", "", kind="added", outsiders=OTHERS)
    assert "I am a computer, not a person." in hello.text
    assert 'Type "/facilitator me" first.' in asked.text
    taken, still = await here.says("bea", "/facilitator me")
    assert still.text == 'I write nothing else here until the facilitator types "/shared agree".'
    assert "You are the facilitator now" in taken.text
    [thanks] = await here.says("bea", "/shared agree")
    assert "For my first questions, type /setup." in thanks.text
    [nation] = await here.says("bea", "/setup")
    assert nation.outgoing.buttons


async def test_S_19_it_is_asked_anew_when_one_more_organisation_comes_and_not_when_one_goes(here: Room) -> None:
    await _agreed(here)
    [asked] = await _shared(here, MORE)
    assert "stay quiet" in asked
    [refused] = await here.says("bea", "/ideas")
    assert "Nothing is saved." in refused.text
    await here.says("ruth", "/shared agree")
    assert await _shared(here, OTHERS) == []
    [listed] = await here.says("bea", "/ideas")
    assert "Nothing is saved." not in listed.text


async def test_S_19_it_goes_on_as_before_once_it_is_not_shared_any_more(here: Room) -> None:
    await here.facilitated()
    await _shared(here)
    [over] = await _shared(here, NOBODY)
    assert over == "This chat is not shared with other organisations any more.\nI go on as before."
    [asked] = await _shared(here)
    assert "stay quiet" in asked


async def test_S_19_agreement_can_be_taken_back_and_stands_in_the_history(here: Room) -> None:
    await _agreed(here)
    [refused] = await here.says("tom", "/shared stop")
    assert refused.text.startswith("Only a facilitator or manager")
    [stopped, *_] = await here.says("sam", "/shared stop")
    assert "I stay quiet in this chat from now on." in stopped.text
    assert (await here.says("tom", "/ideas"))[0].text.endswith('Type "/facilitator me" first.')
    await here.says("ruth", "/shared agree")
    [undone] = await here.says("ruth", "/undo")
    assert "I stay quiet in this chat again" in undone.text
    await here.says("ruth", "/shared agree")
    [history] = await here.says("tom", "/history settings")
    told = ("was shared with other organisations", "Ruth agreed", "Sam asked me to stay quiet", "took their last")
    assert all(words in history.text for words in told)


async def test_S_19_shared_tells_how_it_is(here: Room) -> None:
    await here.facilitated()
    [none] = await here.says("tom", "/shared")
    assert none.text == "This chat is not shared with other organisations. Nothing has changed."
    await _shared(here)
    waits, still = await here.says("tom", "/shared")
    assert "Nobody said yes to that so far." in waits.text
    assert "until the facilitator types" in still.text
    await here.says("ruth", "/shared agree")
    [agreed] = await here.says("tom", "/shared")
    assert "Your facilitator agreed" in agreed.text
    [unclear] = await here.says("ruth", "/shared perhaps")
    assert "Nothing has changed." in unclear.text
    [private] = await here.says("ruth", "/shared stop", private=True)
    assert "in the group's chat" in private.text


@pytest.mark.parametrize("role", ["facilitator", "manager", "lead 1 facilitator"])
async def test_S_19_an_outsider_holds_no_role_however_it_is_tried(here: Room, role: str) -> None:
    await _agreed(here)
    await here.says("olga", "hello", outsiders=OTHERS)
    await here.says("olga", "/help")
    await here.says("bea", "/plan letters, draft")
    tries = [
        await here.says("olga", f"/{role} me"),
        await here.says("olga", f"/{role} @tom"),
        await here.says("bea", f"/{role} @olga"),
        await here.says("bea", f"/{role} Olga"),
        await here.says("bea", f"/{role} @Olga", mentions=[Mention("@Olga", "olga", outside=True)]),
    ]
    assert all(said.text.startswith(OURS) for [said] in tries)
    assert disk(here, "SELECT count(*) FROM roles") == [(2,)]
    assert disk(here, "SELECT count(*) FROM leads") == [(0,)]


async def test_S_19_who_was_named_before_it_was_known_can_not_accept(here: Room) -> None:
    await _agreed(here)
    [asked] = await here.says("bea", "/manager @olga")
    assert await here.presses("olga", asked, "I accept") == []
    assert here.toast is not None
    assert here.toast.startswith(OURS)


async def test_S_19_an_outsider_does_not_stand_in(here: Room) -> None:
    await _agreed(here)
    await here.says("olga", "/help")
    await here.says("ruth", "/away 18 May to 22 May, Olga stands in")
    [said] = await here.says("olga", "/standin yes")
    assert said.text.startswith(OURS)


async def test_S_19_an_outsider_raises_backs_and_does_things(here: Room) -> None:
    await _agreed(here)
    await here.says("bea", "/idea a bench")
    [backed] = await here.says("olga", "/back 1", outsiders=OTHERS)
    assert "Thank you, Olga. You back idea 1" in backed.text
    await here.says("olga", "/action I will paint the bench by 19 May", outsiders=OTHERS)
    [done] = await here.says("olga", "/done 1", outsiders=OTHERS)
    assert "Olga" in done.text
    [comment] = await here.says("olga", "/answer 1 no, because I say so", outsiders=OTHERS)
    assert disk(here, "SELECT count(*) FROM answers") == [(0,)]
    assert "Olga" in comment.text


async def test_S_19_an_outsider_is_reminded_in_the_group_and_not_told_to_open_a_private_chat(here: Room) -> None:
    await _agreed(here)
    await here.says("olga", "/action I will paint the bench by 19 May", outsiders=OTHERS)
    here.fake.forget()
    await here.days(12)
    assert here.to("@olga") == []
    reminded = [seen for seen in here.fake.seen if seen.to == "riverside" and "paint the bench" in seen.text]
    assert reminded[0].text.startswith("Olga, this is for you.")
    assert not any(seen.outgoing.start or "press Start" in seen.text for seen in reminded)


async def test_S_19_what_is_not_known_just_now_changes_nothing(here: Room) -> None:
    await here.facilitated()
    await _shared(here)
    [refused] = await here.says("tom", "/ideas", outsiders=None)
    assert "Nothing is saved." in refused.text
    await here.says("ruth", "/shared agree")
    [listed] = await here.says("tom", "/ideas", outsiders=None)
    assert "Nothing is saved." not in listed.text


async def test_S_19_that_somebody_left_is_kept_and_told_once_it_is_agreed(here: Room) -> None:
    await here.facilitated()
    await _shared(here)
    assert await here.says("sam", "", kind="left") == []
    left, thanks = await here.says("ruth", "/shared agree")
    assert left.text.startswith("Sam has left.")
    assert thanks.text.startswith("Thank you, Ruth.")


async def test_S_19_another_chat_is_not_quiet_because_one_is_shared(here: Room) -> None:
    await here.facilitated()
    await _shared(here)
    await here.says("bea", "/idea a swing", chat="hillside")
    [listed] = await here.says("bea", "/ideas", chat="hillside")
    assert "a swing" in listed.text


async def test_S_14_a_chat_keeps_its_outsiders_and_what_was_agreed_under_a_new_id(here: Room) -> None:
    await here.facilitated()
    await _shared(here)
    await here.house.moved("fake", "tenant", "riverside", "riverbank")
    [refused] = await here.says("tom", "/ideas", chat="riverbank")
    assert "Nothing is saved." in refused.text
    await here.says("ruth", "/shared agree", chat="riverbank")
    await here.house.moved("fake", "tenant", "riverbank", "riverhead")
    assert await here.says("olga", "", kind="shared", chat="riverhead", outsiders=OTHERS) == []


async def test_S_19_a_channel_of_others_is_no_group_of_ours_until_the_bot_is_in_it(here: Room) -> None:
    assert await here.says("somebody", "", kind="shared", chat="elsewhere", outsiders=OTHERS) == []
    await here.days(8)
    assert here.fake.seen == []


async def test_C1_3_what_rests_and_is_held_back_meanwhile_is_not_said_once_it_is_agreed(here: Room) -> None:
    await here.facilitated()
    await _shared(here)
    await here.says("bea", "/idea a ramp for Mrs Quill at number 5")
    await here.says("bea", "/action ring Mrs Quill about the ramp by 20 May", private=True)
    await here.says("ruth", '/hold 1 "Mrs Quill" private details', private=True)
    await here.says("ruth", "/hold action 1 private details", private=True)
    here.fake.forget()
    await here.says("ruth", "/shared agree")
    said = "\n".join(here.to("riverside"))
    assert "Idea 1: a ramp for [held back: private details] at number 5." in said
    assert "Quill" not in said


async def test_S_19_before_anybody_agreed_an_outsider_reads_nothing_of_the_list_in_private_either(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a cobalt bench")
    await _shared(here)
    await here.says("olga", "/idea a pond", outsiders=OTHERS)
    here.fake.forget()
    for asked in ("/ideas", "/export", "/history 1", "/idea a cobalt seat", "/anon a cobalt seat"):
        await here.says("olga", asked, private=True)
    said = here.to("@olga")
    assert len(said) == 5
    assert all("Its facilitator did not agree to that so far." in text for text in said)
    assert disk(here, "SELECT count(*) FROM ideas") == [(2,)]
    await here.says("olga", "/mydata", private=True)
    await here.says("bea", "/ideas", private=True)
    assert ["Olga" in here.to("@olga")[-1], "cobalt" in here.to("@bea")[-1]] == [True, True]
    await here.says("ruth", "/shared agree")
    [agreed] = await here.says("olga", "/ideas", private=True)
    assert "cobalt" in agreed.text
