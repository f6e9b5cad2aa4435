"""A form is a command with its holes filled."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from adapters.slack.asking import form_for_command, form_for_shortcut
from adapters.slack.forms import Origin, action_form, answer_form, idea_form, submitted
from adapters.slack.inbound import Profile
from adapters.slack.menu import GLOBAL_SHORTCUTS, MESSAGE_SHORTCUTS
from bot.domain.chat import Mention, Original, Sender, Span
from bot.domain.languages import TONGUES
from tests.adapters.slack.people import BOT, CLOCK, KNOWN, RUTH, TOM, Json, command, sent_form
from tests.reading import hard_to_read

HERE = Origin("C1")
SHORTCUT: Json = {"type": "message_action", "team": {"id": "T0TEAM"}, "user": {"id": RUTH}, "channel": {"id": "C1"}}
WRITTEN: Json = {"user": TOM, "text": "a <@UTOM> &amp; bench", "ts": "17.5", "thread_ts": "17.1"}


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"decision": "yes"}, "/answer 12 yes"),
        ({"decision": "no", "reason": "the road is shut"}, "/answer 12 no the road is shut"),
        (
            {"decision": "no", "reason": "Too dear.", "cost": "£500 a year"},
            "/answer 12 no Too dear. The cost: £500 a year",
        ),
        (
            {"decision": "partly", "reason": "The seat.", "instead": "a wall"},
            "/answer 12 partly The seat. Instead: a wall",
        ),
        ({"decision": "no", "instead": "a wall"}, "/answer 12 no Instead: a wall"),
    ],
)
def test_C6_an_answer_is_what_could_have_been_typed(fields: Json, text: str) -> None:
    found = submitted(sent_form(answer_form(HERE, "12"), **fields), KNOWN, CLOCK)
    assert (found.kind, found.text, found.chat, found.id) == ("form", text, "C1", "V1")


def test_C6_4_an_emoji_in_a_field_is_a_face_and_no_word() -> None:
    found = submitted(sent_form(answer_form(HERE, "12"), decision="no", reason=":pensive:"), KNOWN, CLOCK)
    assert found.text == "/answer 12 no \U0001f614"
    saved = idea_form(Origin("C1", "17.5", None, TOM), "a \U0001f6b2 rack")
    as_it_was = submitted(sent_form(saved, what="a :bike: rack"), KNOWN, CLOCK)
    assert as_it_was.reply_to == Original("17.5", Sender(TOM, "Tom & Co"), "a \U0001f6b2 rack", ours=False)


def test_an_action_is_what_could_have_been_typed() -> None:
    form = action_form(HERE)
    whole = sent_form(form, what="Book the hall.", who=TOM, start="2026-06-01", finish="2026-06-12")
    found = submitted(whole, KNOWN, CLOCK)
    assert found.text == "/action @Tom & Co to Book the hall from 01/06/2026 to 12/06/2026"
    assert found.mentions == (Mention("@Tom & Co", TOM),)
    assert submitted(sent_form(form, what="Book it", finish="2026-06-12"), KNOWN, CLOCK).text == (
        "/action Book it by 12/06/2026"
    )
    assert submitted(sent_form(form, what="Book it"), KNOWN, CLOCK).text == "/action Book it"


@pytest.mark.parametrize("program", [BOT, "UROBOT"])
def test_S_20_a_bot_that_is_chosen_is_nobody(program: str) -> None:
    known = replace(KNOWN, people={**KNOWN.people, "UROBOT": Profile("Robot", human=False)})
    found = submitted(sent_form(action_form(HERE), what="Book it", who=program), known, CLOCK)
    assert (found.text, found.mentions) == ("/action Book it", ())


@pytest.mark.parametrize(
    ("typed", "text", "callback"),
    [
        ("/idea", "", "form:idea"),
        ("/action", " ", "form:action"),
        ("/answer", "", "form:answer"),
        ("/answer", "12", "form:answer"),
        ("/said", "answer #12", "form:answer"),
        ("/answer", "12 yes", None),
        ("/action", "5", None),
        ("/idea", "12", None),
        ("/idea", "a bench", None),
        ("/ideas", "", None),
    ],
)
def test_a_command_without_its_words_opens_a_form(typed: str, text: str, callback: str | None) -> None:
    form = form_for_command(command(typed, text))
    assert (form and form()["callback_id"]) == callback


def test_the_number_that_was_typed_stands_in_the_form() -> None:
    form = form_for_command(command("/answer", "12"))
    assert form
    assert form()["blocks"][0]["element"]["initial_value"] == "12"


def test_S_30_the_words_of_a_message_are_its_writers_unless_they_were_changed() -> None:
    asked = form_for_shortcut({**SHORTCUT, "callback_id": "save_idea", "message": WRITTEN}, KNOWN)
    assert asked
    form = asked()
    assert form["blocks"][0]["element"]["initial_value"] == "a @Tom & Co & bench"
    same = submitted(sent_form(form), KNOWN, CLOCK)
    assert (same.text, same.message, same.thread) == ("/idea", "17.5", "17.1")
    assert same.reply_to == Original("17.5", Sender(TOM, "Tom & Co"), "a @Tom & Co & bench", ours=False)
    other = submitted(sent_form(form, what="a better bench"), KNOWN, CLOCK)
    assert (other.text, other.message, other.reply_to) == ("/idea a better bench", "17.5", None)


def test_a_message_that_is_too_long_for_a_field_shows_that_it_goes_on() -> None:
    long = {**SHORTCUT, "callback_id": "save_idea", "message": {**WRITTEN, "text": "words " * 600}}
    form = form_for_shortcut(long, KNOWN)
    assert form
    shown = form()["blocks"][0]["element"]["initial_value"]
    assert (len(shown) <= 3000, shown[-8:]) == (True, "s words…")


def test_a_message_becomes_an_action_and_a_new_idea_asks_for_its_channel() -> None:
    form = form_for_shortcut({**SHORTCUT, "callback_id": "save_action", "message": WRITTEN}, KNOWN)
    assert form
    assert submitted(sent_form(form()), KNOWN, CLOCK).text == "/action a @Tom & Co & bench"
    new = form_for_shortcut({"type": "shortcut", "callback_id": "new_idea"}, KNOWN)
    assert new
    found = submitted(sent_form(new(), channel="C7", what="a swing"), KNOWN, CLOCK)
    assert (found.chat, found.text) == ("C7", "/idea a swing")
    assert form_for_shortcut({**SHORTCUT, "callback_id": "somebody_elses"}, KNOWN) is None


def test_P5_an_idea_whose_name_is_kept_out_is_as_private_as_a_direct_message() -> None:
    unnamed = submitted(sent_form(idea_form(HERE), what="a bench", unnamed="yes"), KNOWN, CLOCK)
    assert (unnamed.text, unnamed.private, unnamed.chat) == ("/anon a bench", True, "C1")
    named = submitted(sent_form(idea_form(HERE), what="a bench"), KNOWN, CLOCK)
    assert (named.text, named.private) == ("/idea a bench", False)
    asked = [block["block_id"] for block in idea_form(Origin("C1", "17.5"), "what all have seen")["blocks"]]
    assert asked == ["what"]


Form = Mapping[str, Any]

FORMS: tuple[Callable[[str], Form], ...] = (
    lambda language: idea_form(Origin(), language=language),
    lambda language: idea_form(HERE, "x" * 9000, language),
    lambda language: action_form(HERE, language=language),
    lambda language: answer_form(HERE, language=language),
)


def shown(form: Form) -> list[str]:
    """All that somebody reads in a form."""
    texts = [form["title"], form["submit"], form["close"]]
    for block in form["blocks"]:
        texts += [block["label"], *(option["text"] for option in block["element"].get("options", ()))]
    return [text["text"] for text in texts]


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("made", FORMS)
def test_S_07_forms_stay_within_the_limits_in_each_language(made: Callable[[str], Form], language: str) -> None:
    form = made(language)
    for name in (form["title"], form["submit"], form["close"]):
        assert 1 <= len(name["text"]) <= 24
    assert len(form["private_metadata"]) < 300
    assert len(form["blocks"]) <= 100
    for block in form["blocks"]:
        assert 1 <= len(block["label"]["text"]) <= 2000
        assert len(block["element"].get("initial_value") or "") <= 3000
        assert all(1 <= len(option["text"]["text"]) <= 75 for option in block["element"].get("options", ()))


def test_S_07_shortcuts_stay_within_the_limits() -> None:
    assert all(len(name) <= 24 for name in (*MESSAGE_SHORTCUTS.values(), *GLOBAL_SHORTCUTS.values()))


@pytest.mark.parametrize("made", FORMS)
def test_a_form_in_welsh_has_no_english_left_and_sends_back_the_same(made: Callable[[str], Form]) -> None:
    english, welsh = made("en"), made("cy")
    assert [here for here, there in zip(shown(english), shown(welsh), strict=True) if here == there] == []
    assert hard_to_read((Span("\n".join(shown(english))),)) == ()
    assert sent_back(welsh) == sent_back(english)


def sent_back(form: Form) -> Form:
    """A form without the words that are shown: what Slack sends back of it is the same, whatever these are."""
    blocks = [{**block, "label": None, "element": {**block["element"]}} for block in form["blocks"]]
    for block in blocks:
        if "options" in block["element"]:
            block["element"]["options"] = [option["value"] for option in block["element"]["options"]]
    return {**form, "title": None, "submit": None, "close": None, "blocks": blocks}
