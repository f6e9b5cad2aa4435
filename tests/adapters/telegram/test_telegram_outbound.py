"""What is said must arrive as it was typed, whole and in order, whatever a member wrote into it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import ForceReply, InlineKeyboardMarkup

from adapters.telegram.outbound import Part, render
from bot.domain.chat import Span
from tests.adapters.telegram.people import Json, spoken

NASTY = (
    "<b>bold</b> </a> &amp; *stars* _lines_ `code` [link](http://x.example)",
    "<!channel> <@U1> @everyone \\ ~ | {} =HYPERLINK(1)",
    "zero\u200bwidth \u202eback\u202c \u0301 👨‍👩‍👧‍👦 🇬🇧",
    "\n✅ #12 Done — Sam\n",
)


def cut(part: Part, entity: Json) -> str:
    """Cut out what an entity is about, as Telegram's clients do."""
    units = part.text.encode("utf-16-le")
    start = 2 * entity["offset"]
    return units[start : start + 2 * entity["length"]].decode("utf-16-le")


def marked(part: Part) -> list[tuple[str, str]]:
    """List what is marked in a part."""
    return [(entity["type"], cut(part, entity)) for entity in (each.to_dict() for each in part.entities)]


def labels(part: Part) -> list[list[str]]:
    """List the rows of buttons under a part."""
    assert isinstance(part.markup, InlineKeyboardMarkup)
    return [[button.text for button in row] for row in part.markup.inline_keyboard]


@pytest.mark.parametrize("words", NASTY)
def test_X_06_members_words_arrive_as_typed_and_as_theirs(words: str) -> None:
    (part,) = render(spoken("👍 Idea 12: ", Span(words, quoted=True), " Thank you."), None)
    assert part.text == f"👍 Idea 12: {words} Thank you."
    assert marked(part) == [("italic", words)]


def test_T_10_a_person_is_pinged_by_id_behind_any_emoji() -> None:
    said = spoken("👨‍👩‍👧‍👦 Thank you, ", Span("Zoë 🌻", person=3), ".", people={3: "12"})
    (part,) = render(said, None)
    assert marked(part) == [("text_mention", "Zoë 🌻")]
    assert part.entities[0].user is not None
    assert part.entities[0].user.id == 12


def test_T_15_who_has_no_account_is_only_named() -> None:
    said = spoken(Span("Admin", person=3), " and ", Span("Sam", person=4), people={3: "chat:-500"})
    (part,) = render(said, None)
    assert (part.text, part.entities) == ("Admin and Sam", ())


def test_T_12_long_texts_are_cut_between_lines() -> None:
    lines = [f"{number}. {'🌻' * 40}" for number in range(500)]
    parts = render(spoken("\n".join(lines), buttons=("Yes",)), None)
    assert "\n".join(part.text for part in parts).split("\n") == lines
    assert [part.markup is not None for part in parts] == [False] * (len(parts) - 1) + [True]
    assert max(units(part.text) for part in parts) <= 4096
    assert len(parts) == 11


def test_T_12_what_stands_together_is_not_torn_apart_where_a_part_can_end_before_it() -> None:
    things = [f"Idea {number}: a bench.\n" + "It is late.\n" * 20 + "Please answer." for number in range(40)]
    parts = render(spoken("\n\n".join(things)), None)
    assert len(parts) > 1
    assert all(part.text.startswith("Idea ") and part.text.endswith("Please answer.") for part in parts)
    assert "\n\n".join(part.text for part in parts).split("\n\n") == things


def units(text: str) -> int:
    """Count as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("grapheme", ["👨‍👩‍👧‍👦", "🇬🇧", "👍🏽", "e\u0301", "🌻", "a"])
def test_T_12_an_endless_line_is_cut_between_characters(grapheme: str) -> None:
    text = "x" + grapheme * 3000
    parts = render(spoken(Span(text, quoted=True)), None)
    assert "".join(part.text for part in parts) == text
    assert max(units(part.text) for part in parts) <= 4096
    assert parts[0].text.removeprefix("x").replace(grapheme, "") == ""
    assert [marked(part) for part in parts] == [[("italic", part.text)] for part in parts]


def test_T_12_further_than_a_hundred_entities_telegram_forgets_them() -> None:
    spans = [span for n in range(250) for span in (f"\n{n}: ", Span(f"idea {n}", quoted=True))]
    parts = render(spoken(*spans), None)
    assert [len(part.entities) for part in parts] == [100, 100, 50]
    assert parts[1].text.startswith("100: idea 100\n")


@given(st.lists(st.tuples(st.text(max_size=3000), st.booleans()), max_size=6))
def test_T_12_no_text_whatever_is_lost_or_too_long(pieces: list[tuple[str, bool]]) -> None:
    parts = render(spoken(*(Span(text, quoted=quoted) for text, quoted in pieces)), None)
    whole = "".join(text for text, _ in pieces)
    assert "".join("".join(part.text for part in parts).split()) == "".join(whole.split())
    for part in parts:
        assert part.text == part.text.strip()
        assert 1 <= units(part.text) <= 4096
        for entity in part.entities:
            assert entity.offset + entity.length <= units(part.text)
            assert cut(part, entity.to_dict()) in whole


def test_nothing_to_say_is_no_message() -> None:
    assert render(spoken("  \n "), None) == ()


def test_T_12_buttons_carry_row_and_choice() -> None:
    said = spoken("?", row=9_007_199_254_740_993, buttons=("Yes", "No", "Not yet", "Ask me", "x" * 21, "OK"))
    (part,) = render(said, None)
    assert labels(part) == [["Yes", "No", "Not yet"], ["Ask me"], ["x" * 21], ["OK"]]
    assert isinstance(part.markup, InlineKeyboardMarkup)
    data = [str(button.callback_data) for row in part.markup.inline_keyboard for button in row]
    assert data == [f"9007199254740993:{choice}" for choice in range(6)]
    assert max(len(each.encode()) for each in data) <= 64


def test_T_03_the_way_into_a_private_chat_is_a_button() -> None:
    (part,) = render(spoken("Hello", start="word", force_reply=True, buttons=("Yes",)), "doneBot")
    assert labels(part) == [["Yes"], ["Message me privately"]]
    assert isinstance(part.markup, InlineKeyboardMarkup)
    assert part.markup.inline_keyboard[1][0].url == "https://t.me/doneBot?start=word"


def test_T_02_a_question_without_buttons_opens_the_reply_box_of_one() -> None:
    (part,) = render(spoken("Why?", force_reply=True), None)
    assert part.markup == ForceReply(selective=True)
    assert isinstance(part.markup, ForceReply)
    assert part.markup.selective
    assert render(spoken("Noted."), None)[0].markup is None
