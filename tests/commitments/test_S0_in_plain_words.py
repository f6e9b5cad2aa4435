"""Seed 000: anybody can begin at once, in plain words; hard words are explained, and what is said is easy to read."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from bot.domain.chat import Button, Span
from bot.domain.meanings import key_of, read_meaning
from bot.glossary import WORDS, every, hard_words, meaning_of
from bot.pages.easy import easy, suited
from bot.words import Words, plain, say
from tests.commitments.files import files_of
from tests.house import Room
from tests.reading import hard_to_read

JARGON = re.compile(
    r"co-?pro|stakeholder|participat|engag|consult|outcome|service user|commission|governance", re.IGNORECASE
)


async def test_S0_2_a_newcomers_first_message_can_be_an_idea_and_they_can_back_and_comment(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("olive", "/idea a bench")
    assert said.text.startswith("Thank you, Olive. Your idea is on the list.\nIdea 1: a bench.")
    [backed] = await here.says("pat", "/back 1")
    assert "Thank you, Pat. You back idea 1" in backed.text
    [kept] = await here.says("quinn", "I would use it each day", reply_to=said)
    assert "I have saved that as a comment on idea 1." in kept.text


async def test_S0_17_a_yes_is_asked_for_a_who_a_what_and_a_when_until_it_has_them(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [yes] = await here.says("ruth", "/answer 1 yes")
    assert yes.text.endswith("Who will do what, and by when? To say it, type /action.")
    assert "Next: Ruth or Sam will say who does what, and by when." in (await here.says("tom", "/idea 1"))[0].text
    [asked] = await here.says("tom", "/action from idea 1: order the bench")
    assert "Who will do this, and when by?" in asked.text
    [filled] = await here.says("tom", "Amy, by 29 May", reply_to=asked)
    assert "Who: Amy. Start: Monday 11 May. Finish: Friday 29 May." in filled.text
    here.fake.forget()


async def test_S0_25_the_first_screens_have_no_fancy_words_and_commands_are_one_word(here: Room) -> None:
    await here.says("bea", "", kind="added")
    [shown] = await here.says("bea", "/help")
    for text in (*here.to("riverside"), shown.text):
        assert JARGON.search(text) is None
    lines = [line for line in shown.text.split("\n") if line.startswith("/")]
    assert len(lines) == 8
    assert all(re.match(r"/[a-z]+: ", line) for line in lines)


async def test_S0_34_members_and_officers_promises_are_told_in_the_same_words(here: Room) -> None:
    await here.facilitated()
    await here.says("sam", "/sign I sign for the Council")
    for who in ("bea", "sam"):
        await here.says(who, "hello", kind="opened", private=True)
        await here.says(who, "/action I will ring the shop by 15 May")
    here.fake.forget()
    await here.until(datetime(2026, 5, 26, 12, tzinfo=UTC))
    said = {who: [re.sub(rf"\b{name}\b|action \d", "X", text, flags=re.IGNORECASE) for text in here.to(f"@{who}")]
            for who, name in (("bea", "Bea"), ("sam", "Sam"))}  # fmt: skip
    assert said["bea"]
    assert said["bea"] == said["sam"]
    states = (await here.says("tom", "/actions all"))[0].text
    assert states.count("Late: it was due on Friday 15 May.") == 2


async def test_S1_2_small_wins_are_marked_with_thanks_by_name(here: Room) -> None:
    await here.facilitated()
    [raised] = await here.says("bea", "/idea bigger letters")
    [backed] = await here.says("tom", "/back 1")
    [yes] = await here.says("ruth", "/answer 1 yes")
    await here.says("amy", "/action from idea 1: I will print them by 30 June")
    [done] = await here.says("amy", "/done 1")
    assert ["Thank you, Bea." in raised.text, "Thank you, Tom." in backed.text] == [True, True]
    assert yes.text.startswith("Good news. Idea 1 has an answer.")
    assert "Thank you, Amy.\nIt came from idea 1, from Bea.\nBacked by Tom." in done.text


async def test_S0_14_a_hard_word_is_explained_in_plain_words(here: Room) -> None:
    await here.facilitated()
    [said] = await here.says("bea", "/explain RAG")
    assert said.text == "What RAG means:\nRed, amber and green. Red is late. Amber is due soon. Green is on time."
    [near] = await here.says("bea", "/explain comissioning")
    [found] = await here.presses("bea", near, "commissioning")
    assert "How a council plans and buys help for people." in found.text
    [unknown] = await here.says("bea", "/explain SNPG")
    assert "Can somebody here explain it?" in unknown.text


async def test_S0_14_the_groups_own_meaning_comes_first_and_can_be_taken_back(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/explain RAG means the red and green list on our wall")
    [said] = await here.says("tom", "/explain what is the RAG?")
    assert said.text.split("\n") == [
        "In this group, RAG means this:",
        "the red and green list on our wall.",
        "Bea said so on Monday 11 May.",
    ]
    await here.says("tom", "/explain rag = the old list")
    assert "the old list." in (await here.says("bea", "/explain RAG"))[0].text
    await here.says("tom", "/undo")
    assert "the red and green list" in (await here.says("bea", "/explain RAG"))[0].text
    await here.says("amy", "/explain forget RAG")
    assert "Red is late." in (await here.says("bea", "/explain RAG"))[0].text
    await here.says("olive", "/idea a lamp", chat="elsewhere")
    await here.says("bea", "/explain SNPG means our swing group")
    assert "our swing group" not in (await here.says("olive", "/explain SNPG", chat="elsewhere"))[0].text


async def test_S0_14_a_hard_word_in_an_answer_is_offered_to_be_explained_and_nobody_has_to(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/idea a bin")
    [said] = await here.says("ruth", "/answer 1 no, its RAG rating is red for the ICB")
    assert "Is a word hard? To see what it means, type /explain RAG." in said.text
    [plain_one] = await here.says("ruth", "/answer 2 no, the path is too narrow")
    assert "Is a word hard?" not in plain_one.text


@pytest.mark.parametrize(("names", "meaning"), WORDS)
def test_S0_14_each_meaning_is_easier_than_its_word(names: tuple[str, ...], meaning: str) -> None:
    assert hard_to_read(Words("en", datetime(2026, 5, 11, tzinfo=UTC).date()).text([say(meaning)])) == ()
    assert all(meaning_of(f"What is the {name}?") == say(meaning) for name in names)


def test_S0_14_hard_words_are_found_and_plain_ones_are_left_alone() -> None:
    assert hard_words("Stakeholders will see the RAG rating, and KPIs.") == ["stakeholder", "RAG", "KPI"]
    assert hard_words("It is a pilot with an impact on every carer, and good ideas.") == []
    assert [key_of(word) for word in ("The RAG-rating?", '"FOI"', "what does SAR mean")] == ["rag rating", "foi", "sar"]
    assert read_meaning("RAG means red: and green") == ("RAG", "red: and green")
    assert read_meaning("what is RAG") is None
    assert len(every()) == len(WORDS)


async def test_S0_15_you_said_we_did_is_a_page_in_easy_read_with_room_for_pictures(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea bigger letters")
    await here.says("tom", "/idea open the hub on Saturdays. It's shut then. I can't go on Fridays")
    await here.says("ruth", "/answer 1 yes")
    await here.says("ruth", "/answer 2 no, there is nobody to open it")
    await here.says("amy", "/action from idea 1: I will print them by 30 June")
    await here.says("amy", "/done 1")
    await here.says("bea", "hello", kind="opened", private=True)
    [file] = files_of(await here.says("bea", "/yousaid easy"))
    assert file.media == "text/html"
    lines = [unescape(text) for text in re.findall(r"<p>(.*?)</p>", file.text)]
    assert "We did: print them." in lines
    assert "Done on Monday 11 May." in lines
    assert "You said: open the hub on Saturdays. It's shut then. I can't go on Fridays." in lines
    ours = [line for line in lines if not line.startswith(("You said:", "Why:"))]
    assert [line for line in ours if re.search(r"[.!?]\s+[A-Z]", line)] == []
    assert [line for line in ours if re.search(r"n['’]t\b|['’](?:ll|re|ve)\b", line)] == []
    captions = [unescape(text) for text in re.findall(r"<figcaption>(.*?)</figcaption>", file.text)]
    assert captions == [f"Room for a picture. It shows this: {line}" for line in lines if line.startswith("You said:")]


def test_S0_15_easy_read_is_one_sentence_a_line_in_full_words_and_leaves_members_words() -> None:
    text = (Span("I can't do it. Don’t worry! You said: "), Span("I can't. Really.", quoted=True), Span(" Thank you."))
    assert plain(easy(text)) == "I cannot do it.\nDo not worry!\nYou said: I can't. Really.\nThank you."
    assert suited(text, [Button("Yes", "/agree 1")], ()) == (text, (Button("Yes", "/agree 1"),))
    assert suited(text, [Button("Yes", "/agree 1")], frozenset({"plain text"})) == (text, ())


async def test_S1_6_help_on_answers_says_how_to_say_yes_partly_and_no_in_under_100_words(here: Room) -> None:
    [said] = await here.says("ruth", "/help answer")
    assert len(said.text.split()) < 100
    for start in ("Yes: ", "Partly: ", "No: say why.", "A kind no "):
        assert f"\n{start}" in said.text


async def test_S0_24_and_S1_9_and_S2_6_a_text_to_share_is_short_names_nobody_and_says_how_to_join(here: Room) -> None:
    await here.facilitated()
    for n, (idea, what) in enumerate(
        (
            ("bigger letters " * 20, "print them " * 20),
            ("Tom has a bad leg", "a chair for Tom"),
            ("ring 01234 567890", "x"),
        ),
        1,
    ):
        await here.says("tom", f"/idea {idea}")
        await here.says("ruth", f"/answer {n} yes")
        await here.says("amy", f"/action from idea {n}: I will {what} by 30 June")
        await here.says("amy", f"/done {n}")
    await here.says("bea", "/changed 1 forty people can read their letters")
    here.fake.forget()
    [said] = await here.says("bea", "/share")
    assert len(said.text) < 500
    assert "bigger letters" in said.text
    assert "What changed: forty people can read their letters." in said.text
    assert said.text.endswith("To join, ask whoever sent you this to add you to our chat.")
    for private in ("Tom", "Bea", "Amy", "Ruth", "leg", "01234"):
        assert private not in said.text


async def test_S0_24_what_is_held_back_is_not_shared(here: Room) -> None:
    await here.facilitated()
    await here.says("amy", "/action I will bake by 30 June")
    await here.says("amy", "/done 1")
    assert "We did: bake." in (await here.says("bea", "/share"))[0].text
    await here.says("ruth", "/hold action 1 private details")
    assert "We did" not in (await here.says("bea", "/share"))[0].text


async def test_S0_33_and_S3_11_mine_shows_what_came_of_what_somebody_said_backed_and_did(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/idea bigger letters")
    await here.says("bea", "/back 1")
    await here.says("ruth", "/answer 1 yes")
    await here.says("amy", "/action from idea 1: I will print them by 30 June")
    await here.says("amy", "/done 1")
    await here.says("amy", "/changed 1 forty people can read their letters")
    for who in ("tom", "bea", "amy"):
        [said] = await here.says(who, "/mine")
        assert f"What came of it. Thank you, {who.capitalize()}:" in said.text
        assert "We did: print them. What changed: forty people can read their letters." in said.text
    assert "What came of it" not in (await here.says("sam", "/mine"))[0].text


async def test_S2_14_a_member_sets_it_up_and_runs_it_with_no_officer_and_no_fee(here: Room) -> None:
    await here.says("bea", "", kind="added")
    await here.says("bea", "/facilitator me")
    await here.says("tom", "/idea a swap shelf")
    [answer] = await here.says("bea", "/answer 1 yes")
    assert "Answered by Bea, facilitator" in answer.text
    await here.says("tom", "/action from idea 1: I will find a shelf by 29 May")
    await here.says("tom", "/done 1")
    assert "Done: 1." in (await here.says("amy", "/yousaid"))[0].text
    said = " ".join(seen.text for seen in here.fake.seen).casefold()
    assert not re.search(r"\b(?:officer|council|pay|paid|fee|licence|price)\b", said.replace("your local council", ""))
