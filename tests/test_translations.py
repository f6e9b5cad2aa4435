"""The Welsh catalogue: nothing that the bot can say is missing from it, nothing is left over, and nothing is glued."""

import re
import string
from datetime import date, time

import pytest
from babel.messages.catalog import Message
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import find_commands
from bot.domain.chat import About, Button, Cost, Line, Person, Quote, Span
from bot.domain.welsh import reply_in_english
from bot.words import Words, called, plain, say, say_count
from tests.translations import FILE, ROOMS, ROOT, catalogue, holes, keys, lacking, left_over

TODAY = date(2026, 5, 11)
WELSH = catalogue()
MESSAGES = [message for message in WELSH if message.id]
# A label is a word or two on a button or before a colon; all else is a sentence.
ENDS = re.compile(r"[.?!:]\"?\Z|\{[^}]*\}\Z")
FORMS = ("zero", "one", "two", "few", "many", "other")


def english(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, (list, tuple)) else (message.id,)


def welsh(message: Message) -> tuple[str, ...]:
    said = message.string or ""
    return tuple(said) if isinstance(said, (list, tuple)) else (said,)


def said(language: str, *lines: Line) -> str:
    return plain(Words(language, TODAY).text(lines))


def test_no_sentence_lacks_its_translation_and_none_is_left_over() -> None:
    assert len(keys()) > 1300
    assert lacking(WELSH) == []
    assert left_over(WELSH) == []


def test_the_comparison_can_find_something() -> None:
    less = catalogue()
    less.delete("Thank you, {who}.")
    less.add("Nobody says this.", "Does neb yn dweud hyn.")
    counting = less.get("{n} idea waits for an answer.")
    assert counting
    counting.string = ("Mae {n}.",) * 5
    assert lacking(less) == ["Thank you, {who}.", ("{n} idea waits for an answer.", "{n} ideas wait for an answer.")]
    assert left_over(less) == ["Nobody says this."]


def test_each_translation_has_the_holes_of_its_sentence() -> None:
    # The count may be told in words, but nothing else is left out, and nothing is made up.
    for message in MESSAGES:
        wanted = set(holes(english(message)[-1]))
        for form in welsh(message):
            missing = wanted - set(holes(form)) - ({"n"} if len(welsh(message)) > 1 else set())
            assert (form, missing, set(holes(form)) - wanted) == (form, set(), set())


def test_a_hole_is_filled_in_a_way_that_words_know() -> None:
    styles = {
        (hole, style)
        for message in MESSAGES
        for form in (*english(message), *welsh(message))
        for _, hole, style, _ in string.Formatter().parse(form)
        if style
    }
    assert {style for _, style in styles} == {"or", "row", "soft"}
    # Only a date has a first letter that changes; no name or word of a member ever does.
    assert {hole for hole, style in styles if style == "soft"} <= {
        *("day", "due", "old", "first", "last", "until", "since", "today", "other", "off")
    }


def test_P_43_what_counts_has_six_forms_in_welsh() -> None:
    assert WELSH.num_plurals == 6
    for message in MESSAGES:
        if len(english(message)) == 2:
            assert len(welsh(message)) == len(FORMS)
            assert all(welsh(message))


@pytest.mark.parametrize(
    ("n", "one", "other"),
    [
        (0, "Mae 0 cam gweithredu i'w wneud.", "Mae 0 person wedi llofnodi nawr."),
        (1, "Mae 1 cam gweithredu i'w wneud.", "Mae 1 person wedi llofnodi nawr."),
        (2, "Mae 2 gam gweithredu i'w wneud.", "Mae 2 berson wedi llofnodi nawr."),
        (3, "Mae 3 cham gweithredu i'w wneud.", "Mae 3 pherson wedi llofnodi nawr."),
        (5, "Mae 5 cam gweithredu i'w wneud.", "Mae 5 person wedi llofnodi nawr."),
        (6, "Mae 6 cham gweithredu i'w wneud.", "Mae 6 pherson wedi llofnodi nawr."),
        (11, "Mae 11 cam gweithredu i'w wneud.", "Mae 11 person wedi llofnodi nawr."),
        (100, "Mae 100 cam gweithredu i'w wneud.", "Mae 100 person wedi llofnodi nawr."),
    ],
)
def test_P_43_a_welsh_word_changes_after_its_number(n: int, one: str, other: str) -> None:
    assert said("cy", say_count("There is {n} action to do.", "There are {n} actions to do.", n)) == one
    signed = say_count("{n} person has now signed.", "{n} people have now signed.", n)
    assert said("cy", signed) == other


def test_what_ends_in_english_with_a_stop_ends_in_welsh_with_one() -> None:
    """A whole sentence stays one; a label stays a label."""
    for message in MESSAGES:
        key = english(message)[-1]
        for form in welsh(message):
            if not key.startswith("/"):
                assert (form, bool(ENDS.search(form))) == (form, bool(ENDS.search(key)))
                assert (form, form[-1] == "?") == (form, key[-1] == "?") or key.endswith('"')


def test_no_sentence_is_glued_from_parts() -> None:
    """No piece of a sentence is in the catalogue: each begins as one, or is a label that stands alone."""
    for key in keys():
        text = key if isinstance(key, str) else key[-1]
        if ENDS.search(text) and " " in text and not text.startswith("/"):
            assert re.match(r"[A-Z{]|(?:idea|action|plan|review) \{n\}|fewer than \{n\}|(?:\w+, )+\w+\.\Z", text), text


def test_words_of_ours_are_never_shown_as_a_members_own() -> None:
    """What is quoted is not translated: that is for members' words, and for what is typed."""
    quoted = [
        (file.name, text)
        for room in ROOMS
        for file in (ROOT / room).glob("*.py")
        for text in re.findall(r"""Quote\(f?"([^"]*)\"""", file.read_text(encoding="utf-8"))
    ]
    assert len(quoted) > 20
    assert [one for one in quoted if not re.match(r"[/@]|, \Z|\Z|\[\{.*\] /", one[1])] == []


def test_each_command_that_welsh_names_is_there() -> None:
    names = find_commands().names.all
    for message in MESSAGES:
        for form in (*english(message), *welsh(message)):
            assert [name for name in re.findall(r"(?:^|[\s\"(])[/!]([a-z]+)", form) if name not in names] == []


def test_what_welsh_asks_to_be_typed_is_understood() -> None:
    """Where English says reply "yes", Welsh says a word that is read as a yes."""
    words = {"yes", "no", "done", "add", "I will", "me", "skip", "all", "nobody", "none", "change", "undo", "I sign"}
    for message in MESSAGES:
        asked = [word for word in re.findall(r'"([^"{}/]+)"', english(message)[0]) if word in words]
        given_ = [reply_in_english(word) for word in re.findall(r'"([^"{}/]+)"', welsh(message)[0])]
        assert (english(message)[0], [word for word in asked if word not in given_]) == (english(message)[0], [])


def test_no_welsh_sentence_is_long() -> None:
    """English has 15 words at most. Welsh has more small ones; it gets 20."""
    said_ = [re.sub(r"\{[^}]*\}", "Bea", form) for message in MESSAGES for form in welsh(message)]
    sentences = {sentence for form in said_ for sentence in re.split(r"(?<=[.!?:])\s+", form)}
    assert [sentence for sentence in sentences if len(re.findall(r"[\w'’/£@-]+", sentence)) > 20] == []


def test_the_catalogue_says_that_it_awaits_a_native_reader() -> None:
    assert "AWAITING A NATIVE READER" in FILE.read_text(encoding="utf-8").split("msgid")[0]


@pytest.mark.parametrize(
    ("day", "in_a_sentence", "first", "soft"),
    [
        (date(2026, 6, 5), "dydd Gwener 5 Mehefin", "Dydd Gwener 5 Mehefin", "ddydd Gwener 5 Mehefin"),
        (date(2027, 3, 2), "dydd Mawrth 2 Mawrth 2027", "Dydd Mawrth 2 Mawrth 2027", "ddydd Mawrth 2 Mawrth 2027"),
    ],
)
def test_welsh_dates_are_said_as_people_write_them(day: date, in_a_sentence: str, first: str, soft: str) -> None:
    bea = Person(1, "Bea")
    assert said("cy", say("Finish: {due}.", due=day)) == f"Gorffen: {in_a_sentence}."
    assert said("cy", say("{day}: {who} backed it.", day=day, who=bea)) == f"{first}: Cefnogodd Bea hwn."
    assert said("cy", say("Done on {day}.", day=day)) == f"Wedi'i wneud ar {soft}."


def test_times_and_money_are_said_in_welsh() -> None:
    hours = say("I will not remind you privately from {first} to {last}.", first=time(9), last=time(12))
    assert said("cy", hours) == "Fydda i ddim yn eich atgoffa'n breifat o 9yb tan hanner dydd."
    summary = say("Summary: {day} at {hour}.", day=say("Monday"), hour=time(14))
    assert said("cy", summary) == "Crynodeb: dydd Llun am 2yh."
    assert said("en", summary) == "Summary: Monday at 2pm."
    assert said("cy", say("The cost: {cost}.", cost=Cost(960_000, "year"))) == "Y gost: £9,600 y flwyddyn."


def test_people_are_listed_with_the_right_and() -> None:
    bea, tom, eleri = (Person(n, name) for n, name in enumerate(("Bea", "Tom", "Eleri")))
    thanks = "Thank you to {people}."
    assert said("cy", say(thanks, people=(bea, eleri, tom))) == "Diolch i Bea, Eleri a Tom."
    assert said("cy", say(thanks, people=(tom, eleri))) == "Diolch i Tom ac Eleri."
    assert said("cy", say("{people:or} will answer ideas now.", people=(bea, tom))) == (
        "Bea neu Tom fydd yn ateb syniadau nawr."
    )


def test_what_people_wrote_never_changes() -> None:
    line = say("Idea {n}, from {who}.", n=3, who=Person(1, "Carys"))
    quoted = say("Idea {n}: {text}", n=3, text=Quote("Pont newydd"))
    assert said("cy", line, quoted) == "Syniad 3, gan Carys.\nSyniad 3: Pont newydd."


def test_both_languages_are_said_in_one_message_welsh_first() -> None:
    line = say("Thank you, {who}.", who=Person(1, "Bea"))
    assert Words("cy+en", TODAY).text([line, line]) == (
        Span("Diolch, Bea.\nDiolch, Bea.\n\nThank you, Bea.\nThank you, Bea."),
    )
    # What is the same in both is said once.
    assert said("cy+en", say("{text}", text=Quote("Pont"))) == "Pont."


def test_buttons_are_in_both_languages() -> None:
    friday, group = {"day": date(2026, 6, 5)}, {"name": Quote("Riverside {x}")}
    buttons = (Button("No", "/x no"), Button("{day}", "/x", friday), Button("{name}", "/y", group))
    assert [button.label for button in Words("cy+en", TODAY).buttons(buttons)] == [
        "Na / No",
        "Dydd Gwener 5 Mehefin / Friday 5 June",
        "Riverside {x}",
    ]
    assert [button.sentence for button in Words("cy", TODAY).buttons(buttons)] == ["/x no", "/x", "/y"]


def test_T_28_a_language_nobody_translated_is_said_in_english() -> None:
    assert said("en", called(About("idea", 9))) == "idea 9"
    assert said("cy", called(About("action", 9))) == "cam gweithredu 9"
    assert said("cy", say("Nobody translated this.")) == "Nobody translated this."


@given(st.integers(0, 5000), st.sampled_from(("cy", "en", "cy+en")))
def test_any_number_can_be_said_in_any_language(n: int, language: str) -> None:
    counted = say_count("{n} idea waits for an answer.", "{n} ideas wait for an answer.", n)
    assert str(n) in said(language, counted)
