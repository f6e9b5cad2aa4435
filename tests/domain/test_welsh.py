"""Short Welsh replies are read as the English ones, and nothing else that people write is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import no_figure_yet, read_answer, read_cost, speaks_of_money
from bot.domain.chat import Cost
from bot.domain.languages import NAMES, language_kept, prefers_welsh, read_language
from bot.domain.welsh import and_before, answer_in_english, reply_in_english
from bot.grammar import number


@pytest.mark.parametrize(
    ("welsh", "english"),
    [
        ("Iawn", "yes"),
        ("Ie!", "yes!"),
        ("Byddaf, diolch", "yes, diolch"),
        ("Na", "no"),
        ("Nac ydy.", "no."),
        ("Dim diolch", "no"),
        ("wedi'i wneud", "done"),
        ("Wedi ei wneud.", "done."),
        ("Mi wnaf", "I will"),
        ("fi", "me"),
        ("ychwanegu 4", "add 4"),
        ("hepgor", "skip"),
        ("i gyd", "all"),
        ("rwy’n llofnodi", "I sign"),
        ("Na, oherwydd mae'n hwyr", "no, because mae'n hwyr"),
    ],
)
def test_a_short_reply_is_read(welsh: str, english: str) -> None:
    assert reply_in_english(welsh) == english


@pytest.mark.parametrize(
    "words",
    [
        *(
            "do you mean action 5?",
            "Do it by Friday",
            "the bench",
            "Amy, by Friday",
            "na fydd neb yn aros",
            "No worries",
        ),
        *("me too", "new bench", "all of them", "Neb yn y neuadd eto", "newydd ddod", "iawn felly beth am fory"),
        *("", "5", "👍", "Wedi'i wneuthur"),
    ],
)
def test_whatever_only_begins_like_one_stays_as_it_is(words: str) -> None:
    assert reply_in_english(words) == words
    assert answer_in_english(words) == words


@given(st.text())
def test_words_after_the_beginning_are_never_lost(words: str) -> None:
    assert reply_in_english(f"Byddwn ni'n gwneud hyn. {words}").endswith(words)
    assert answer_in_english(words + "x")[-1] == "x"


def test_a_question_that_waits_for_words_keeps_them_whole() -> None:
    said = "Na, oherwydd mae'r llwybr yn rhy gul"
    assert reply_in_english(said, whole=True) == said
    assert reply_in_english("hepgor", whole=True) == "skip"


@pytest.mark.parametrize(
    ("words", "decision", "reason"),
    [
        ("Byddwn ni'n gwneud hyn", "yes", ""),
        ("Byddwn ni'n gwneud rhan o hyn, y blaen yn unig", "partly", "y blaen yn unig"),
        ("Allwn ni ddim gwneud hyn, oherwydd mae'n rhy gul", "no", "mae'n rhy gul"),
        ("Allwn ni ddim", "no", ""),
        ("Iawn", None, "Iawn"),
        ("Diolch, byddwn ni'n edrych ar hyn", None, "Diolch, byddwn ni'n edrych ar hyn"),
    ],
)
def test_C6_3_an_answer_takes_the_whole_phrase(words: str, decision: str | None, reason: str) -> None:
    read = read_answer(words)
    assert (read.decision, read.reason) == (decision, reason)


def test_C6_5_money_is_heard_in_welsh() -> None:
    assert speaks_of_money("mae'n rhy ddrud")
    assert speaks_of_money("does dim arian ar ôl")
    assert read_cost("mae'n costio £9,600 y flwyddyn") == Cost(960_000, "year")
    assert read_cost("£50 yr wythnos") == Cost(5_000, "week")
    assert read_cost("£500 unwaith") == Cost(50_000, "once")
    assert no_figure_yet("dim ffigur eto")


@pytest.mark.parametrize("text", ["syniad 12", "Syniad 12:", "cam gweithredu 12", "cam 12", "rhif 12"])
def test_a_number_may_have_its_welsh_word(text: str) -> None:
    assert number(text) == (12, "")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Cymraeg", "cy"),
        ("yn Gymraeg", "cy"),
        ("welsh", "cy"),
        ("Saesneg", "en"),
        ("English please", "en"),
        ("both", "cy+en"),
        ("dwyieithog", "cy+en"),
        ("Welsh and English", "cy+en"),
        ("French", None),
        ("", None),
    ],
)
def test_a_language_is_named_in_either(text: str, language: str | None) -> None:
    assert read_language(text) == language


def test_each_language_comes_back_from_the_history() -> None:
    assert [language_kept(name) for name in NAMES.values()] == list(NAMES)


def test_T_28_only_welsh_is_taken_for_welsh() -> None:
    assert [prefers_welsh(setting) for setting in ("cy", "cy-GB", "CY_gb", "cyr", "en", "", None)] == [
        *(True, True, True),
        *(False, False, False, False),
    ]


@pytest.mark.parametrize(
    ("name", "joined"), [("Eleri", "ac"), ("Tom", "a"), ("Ynyr", "ac"), ("Yusuf", "a"), ("Iolo", "ac"), ("Wyn", "a")]
)
def test_the_welsh_and_goes_by_the_name_after_it(name: str, joined: str) -> None:
    assert and_before(name) == joined
