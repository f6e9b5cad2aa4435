"""Every sentence of the catalogue, one by one: short, plain, and with the words of the glossary.

Whole messages are held to the same by `tests/reading.py`, each time a test makes the bot say one.
"""

import ast
import re
from datetime import date
from pathlib import Path

from bot.domain.chat import Cost, Person, Ping, Quote, Span
from bot.words import Words, clean, plain, say, say_count
from tests.reading import FORBIDDEN, LONGEST_SENTENCE

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 5, 11)


def sentences_of_the_catalogue() -> list[str]:
    """Every string of the rooms that speak, if it is a sentence and no docstring."""
    found = set()
    rooms = ("bot", "bot/commands", "bot/pages", "bot/process", "reminders", "reminders/parts")
    for file in [file for room in rooms for file in ROOT.glob(f"{room}/*.py")]:
        tree = ast.parse(file.read_text())
        alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
                text = node.value
                if " " in text and re.match(r"[A-Z{]", text) and re.search(r"[.?!:]$|[.?!] [A-Z]", text):
                    found.add(text)
    return sorted(found)


def hard(text: str) -> bool:
    """Is a sentence of it too long, or a word of it not ours?"""
    # A date takes the place of three words, a name of one.
    said = re.sub(r"\{(\w*due|day|new|old|first|last|until)\}", "Monday 11 May", text)
    said = re.sub(r"\{[^}]*\}", "Bea", said)
    sentences = re.split(r"(?<=[.!?:])\s+|\n", said)
    too_long = any(len(re.findall(r"[\w'’/£@-]+", sentence)) > LONGEST_SENTENCE for sentence in sentences)
    return too_long or FORBIDDEN.search(said) is not None


def test_each_sentence_of_the_catalogue_is_short_and_plain() -> None:
    sentences = sentences_of_the_catalogue()
    assert len(sentences) > 200
    assert [text for text in sentences if hard(text)] == []


def test_the_check_can_find_something() -> None:
    assert hard("You have not met the deadline.")
    assert hard("This sentence goes on and on and on, " * 3 + "as no sentence of ours may.")


def text(*lines: object) -> str:
    """Lines as somebody would read them on 11 May 2026."""
    return plain(Words("en", TODAY).text(lines))  # type: ignore[arg-type]


def test_a_date_is_said_with_its_weekday_and_the_year_only_if_it_is_another() -> None:
    assert text(say("By {day}.", day=date(2026, 5, 26))) == "By Tuesday 26 May."
    assert text(say("By {day}.", day=date(2027, 1, 6))) == "By Wednesday 6 January 2027."


def test_money_is_said_as_people_say_it() -> None:
    said = [text(say("{cost}", cost=Cost(*cost))) for cost in ((960_000, "year"), (1_250, "week"), (50_000, None))]
    assert said == ["£9,600 a year", "£12.50 a week", "£500"]


def test_X_07_words_that_run_from_right_to_left_turn_none_of_ours_around() -> None:
    lines = say(
        "{who} and {whom}: {what} {n}", who=Person(1, "محمد"), whom=Ping(Person(2, "שרה לוי")), what=Quote("עץ"), n=3
    )
    assert text(lines) == "\u2068محمد\u2069 and \u2068שרה לוי\u2069: \u2068עץ\u2069 3"
    assert text(say("{what} Thank you.", what=Quote("עץ."))) == "\u2068עץ.\u2069 Thank you."
    assert text(say("{what} Thank you.", what=Quote("עץ"))) == "\u2068עץ\u2069. Thank you."
    assert plain(Words("cy+en", TODAY).text([say("Yes"), say("{what}", what=Quote("עץ"))])).count("\u2068") == 2
    assert text(say("{who}", who=Person(1, "Zoë Łukasz"))) == "Zoë Łukasz"


def test_people_are_listed_as_a_sentence() -> None:
    bea, tom, amy = (Person(n, name) for n, name in enumerate(("Bea", "Tom", "Amy")))
    assert text(say("{who}", who=(bea, tom, amy))) == "Bea, Tom and Amy"
    assert text(say("{who:or}", who=(bea, tom))) == "Bea or Tom"


def test_counts_have_their_own_words() -> None:
    said = [text(say_count("{n} idea.", "{n} ideas.", n)) for n in (0, 1, 2)]
    assert said == ["0 ideas.", "1 idea.", "2 ideas."]


def test_only_a_ping_rings() -> None:
    bea = Person(7, "Bea")
    assert Words("en", TODAY).text([say("{a}, {b}", a=bea, b=Ping(bea))]) == (Span("Bea, "), Span("Bea", person=7))


def test_X_07_a_quote_is_one_line_without_marks_that_turn_it_and_ends_in_a_stop() -> None:
    shown = Words("en", TODAY).text([say("Idea {n}: {text}", n=1, text=Quote("a\nb\u202e c\x00"))])
    assert shown == (Span("Idea 1: "), Span("a b c", quoted=True), Span("."))


def test_T_10_emoji_of_several_parts_stay_whole() -> None:
    family = "👨\u200d👩\u200d👧"
    assert clean(f"{family} home") == f"{family} home"


def test_long_words_are_cut_where_they_are_listed_and_whole_where_they_are_shown() -> None:
    words = "word " * 200
    assert text(say("{q}", q=Quote(words))).endswith("…")
    assert text(say("{q}", q=Quote(words, full=True))) == words.strip() + "."


def test_whoever_has_no_name_is_written_small_within_a_sentence_and_large_at_its_start_in_each_language() -> None:
    english, welsh = Words("en", date(2026, 5, 11)), Words("cy", date(2026, 5, 11))
    for name in ("a member", "A member"):
        nobody = Person(7, name)
        start = say("{raiser}'s idea: {text}", raiser=nobody, text=Quote("a bench"))
        assert plain(english.text([start])) == "A member's idea: a bench."
        within = say("It is from {who}.", who=nobody)
        assert plain(english.text([within])) == "It is from a member."
        assert "member" not in plain(welsh.text([within]))
