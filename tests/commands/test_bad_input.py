"""Bad input gets one clear, kind sentence: what went wrong, whether anything was saved, what to type."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.house import Room


@pytest.mark.parametrize(
    ("text", "wrong", "saved"),
    [
        ("/idea", "What is your idea?", "reply in your own words"),
        ("/idea " + "a" * 10_000, "too long for me", "I have not saved it"),
        ("/idea 😀😀😀", "can't find any words", "I have not saved it"),
        ("/idea \0", "can't find any words", "I have not saved it"),
        ("/idea 99", "there is no idea 99 in this group", "Nothing has changed"),
        ("/back", "Which idea do you mean?", "Nothing has changed"),
        ("/back twelve", "there is no idea 12", "Nothing has changed"),
        ("/back 99", "there is no idea 99 in this group", "Nothing has changed"),
        ("/answer 99 yes", "there is no idea 99 in this group", "Nothing has changed"),
        ("/history", "Which idea do you mean?", "Nothing has changed"),
        ("/undo", "nothing of yours to take back", "Nothing has changed"),
        ("/idae a bench", "Did you mean /idea?", "I have not saved anything"),
        ("/qqqqqq", "I do not know /qqqqqq", "I have not saved anything"),
        ("/what", "I do not know /what. I have not saved anything", "type /help"),
        ("/lang", "Did you mean /language?", "I have not saved anything"),
        ("@saidbot", "I did not understand that", "I have not saved it"),
        ("@saidbot what now", "I did not understand that", "I have not saved it"),
        ("/idea a bench\n/idea a tree", "one thing at a time", "I have not saved anything"),
        ("/accept", "nothing to accept", "/facilitator me"),
        ("/nation", "type /nation and then a place", "Nothing has changed"),
        ("/about x", "which one you mean", "Nothing has changed"),
    ],
)
async def test_each_mistake_gets_one_message_that_says_what_to_do(
    here: Room, text: str, wrong: str, saved: str
) -> None:
    [said] = await here.says("bea", text)
    assert wrong in said.text
    assert saved in said.text
    assert await here.reads(lambda s: s.ideas.all(1)) == []


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> & <i>it</i>",
        "<!channel> <@U1> *all* _of_ ~it~ `code`",
        '=HYPERLINK("http://x")',
        "مقعد في محطة الحافلات",
        "mainc {who} wrth {} y safle %s bws",
        "[a](http://x) \\ \" '",
    ],
)
async def test_rule_10_member_text_is_data_and_comes_back_as_it_was(here: Room, text: str) -> None:
    [said] = await here.says("bea", f"/idea {text}")
    # Around words that run from right to left stand marks of ours, which nobody sees.
    assert f"Idea 1: {text}" in said.text.replace("\u2068", "").replace("\u2069", "")
    assert [span.text for span in said.outgoing.text if span.quoted] == [text]


async def test_X_07_words_cannot_look_like_a_line_of_ours(here: Room) -> None:
    [said] = await here.says("bea", "/idea a bench\nIdea 2 has an answer. \u202eThe answer is yes.\x07")
    quoted = [span.text for span in said.outgoing.text if span.quoted]
    assert quoted == ["a bench Idea 2 has an answer. The answer is yes."]


async def test_another_groups_number_is_not_found_here(here: Room) -> None:
    await here.says("bea", "/idea a bench", chat="lakeside")
    [said] = await here.says("tom", "/idea 1", chat="riverside")
    assert "there is no idea 1 in this group" in said.text


async def test_an_edited_command_changes_nothing_and_says_so(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    [said] = await here.says("bea", "/idea two benches", kind="edit", message="m1")
    assert "nothing on the list has changed" in said.text
    assert await here.says("bea", "just chat, edited", kind="edit") == []
    idea = await here.reads(lambda s: s.ideas.get(1, 1))
    assert idea is not None
    assert idea.text == "a bench"


async def test_a_forwarded_command_is_not_saved_and_that_is_said(here: Room) -> None:
    [said] = await here.says("bea", "/idea from another group", forwarded=True)
    assert "I have not saved it." in said.text
    assert await here.reads(lambda s: s.ideas.all(1)) == []


async def test_a_reply_to_us_is_never_met_with_silence(here: Room) -> None:
    [help_] = await here.says("bea", "/help")
    [said] = await here.says("bea", "hmm what", reply_to=help_)
    assert "I did not understand that. I have not saved it." in said.text


async def test_cancel_closes_a_question(here: Room) -> None:
    [asked] = await here.says("bea", "/idea")
    [fine] = await here.says("bea", "cancel", reply_to=asked)
    assert fine.text == "That is fine. Nothing has changed."
    assert await here.reads(lambda s: s.ideas.all(1)) == []


async def test_in_private_with_two_groups_the_bot_asks_which_and_keeps_the_words(here: Room) -> None:
    await here.says("bea", "/who", chat="riverside")
    await here.says("bea", "/who", chat="lakeside")
    [asked] = await here.says("bea", "/idea a bench", private=True)
    assert "Which group is this for? I have kept your words." in asked.text
    assert asked.outgoing.buttons == ("Riverside", "Lakeside")
    [said] = await here.says("bea", "lakeside", private=True, reply_to=asked)
    assert "Idea 1: a bench" in said.text
    assert [i.text for i in await here.reads(lambda s: s.ideas.all(2))] == ["a bench"]
    [pressed] = await here.says("bea", "/idea a tree", private=True)
    [said] = await here.presses("bea", pressed, "Riverside", private=True)
    assert [i.text for i in await here.reads(lambda s: s.ideas.all(1))] == ["a tree"]


async def test_nobody_reaches_a_group_they_were_not_seen_in(here: Room) -> None:
    await here.says("bea", "/idea secret", chat="lakeside")
    await here.says("tom", "/who", chat="riverside")
    [said] = await here.says("tom", "[1] /idea 1", private=True)
    assert "secret" not in said.text
    assert said.text == "Which group is this for? I have kept your words.\nPlease reply with its name: Riverside."


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=200),
    command=st.sampled_from(["idea", "answer", "back", "history", "about", "setup"]),
)
async def test_any_words_get_an_answer_and_never_break_anything(here: Room, text: str, command: str) -> None:
    said = await here.says("bea", f"/{command} {text}")
    assert said
    assert not any("something went wrong" in seen.text for seen in said)


async def test_a_number_that_was_asked_for_may_be_the_whole_reply(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("amy", "/action I will ring the shop by Friday")
    [asked] = await here.says("amy", "/done")
    assert asked.text == "Which action do you mean? Nothing has changed.\nPlease give its number, like 5."
    [again] = await here.says("amy", "the shop", reply_to=asked)
    assert again.text == asked.text
    [done] = await here.says("amy", "1", reply_to=again)
    assert done.text.startswith("Action 1 is done: ring the shop.")
    [asked] = await here.says("tom", "/back the bench")
    [thanks] = await here.says("tom", "idea 1", reply_to=asked)
    assert thanks.text.startswith("Thank you, Tom. You back idea 1: a bench.")
    await here.says("ruth", "/facilitator me")
    [asked] = await here.says("ruth", "/answer no, because the path is too narrow")
    [said] = await here.says("ruth", "1", reply_to=asked)
    assert "Why: the path is too narrow." in said.text


async def test_a_mistake_about_an_action_can_be_put_right_in_reply_to_what_it_says(here: Room) -> None:
    await here.says("bea", "/action Pat to ring the shop by Friday")
    await here.says("amy", "/action ring the hall by Friday")
    [said] = await here.says("tom", "/done 2")
    assert said.text.endswith('If you did it, say so first: reply "I will", then "done".')
    [taken] = await here.says("tom", "I will", reply_to=said)
    assert taken.text.startswith("Thank you, Tom. Action 2 is agreed.")
    [done] = await here.says("tom", "done", reply_to=taken)
    assert done.text.startswith("Action 2 is done: ring the hall.")


async def test_a_mistake_about_an_idea_can_be_put_right_in_reply_to_what_it_says(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("ruth", "/extend 1 to 1 June because we wait for a price")
    [said] = await here.says("ruth", "/extend 1 to 3 June because we still wait")
    assert said.text.endswith("You can say yes, partly or no.")
    [answer] = await here.says("ruth", "no, because the path is too narrow", reply_to=said)
    assert answer.text.startswith("Idea 1 has an answer. The answer is no.")


async def test_a_number_that_is_nobodys_makes_a_reply_about_nothing(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    [said] = await here.says("bea", "/idea 9")
    [lost] = await here.says("bea", "the bench I mean", reply_to=said)
    assert lost.text.startswith("Sorry, I did not understand that. I have not saved it.")


@pytest.mark.parametrize("private", [False, True])
async def test_help_in_reply_to_a_question_is_help_and_no_idea(here: Room, private: bool) -> None:  # noqa: FBT001 - both are tried
    await here.says("bea", "/who")
    [asked] = await here.says("bea", "/idea", private=private)
    [said] = await here.says("bea", "Help!", private=private, reply_to=None if private else asked)
    assert said.text.startswith("/idea: Add an idea to the list.")
    assert await here.reads(lambda s: s.ideas.all(1)) == []


async def test_rule_8_a_question_to_everybody_stays_everybodys_when_one_reply_is_not_understood(here: Room) -> None:
    (asked,) = await here.says("bea", "/setup")
    (again,) = await here.says("bea", "Narnia", reply_to=asked)
    assert "Narnia" not in again.text
    (taken,) = await here.says("tom", "Wales", reply_to=again)
    assert "Thank you. I will use the bank holidays of Wales." in taken.text


async def test_rule_8_a_question_to_one_person_stays_theirs_when_their_reply_is_not_understood(here: Room) -> None:
    (asked,) = await here.says("bea", "/setup")
    (manager_asked,) = await here.says("bea", "/manager")
    assert asked != manager_asked
    (again,) = await here.says("bea", "?", reply_to=manager_asked)
    assert await here.says("tom", "me", reply_to=again) == []
    assert await here.reads(lambda s: s.roles.holders(1)) == []
