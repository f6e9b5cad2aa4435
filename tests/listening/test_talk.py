"""How well ordinary talk is understood, on all the labelled messages; `python -m tests.listening` tells it by part."""

import pytest

from bot.domain.chat import About
from bot.domain.dates import Said
from bot.domain.whens import read_whens
from bot.grammar import Names, number, read
from bot.listen import Kind, Noticed, listen, worth_listening
from tests.listening.measure import Measured, measure
from tests.listening.rows import PARTS, PEOPLE, SOCIAL, WORKING, rows, said

_COMMANDS = ("action", "idea", "answer", "stuck", "move", "done", "handover", "owner", "agree")
_EXPLICIT = 0.99


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(rows())


def test_what_is_said_to_be_logged_is_noticed(measured: Measured) -> None:
    assert measured.explicit.recall >= _EXPLICIT


def test_what_is_offered_is_right_and_little_is_missed(measured: Measured) -> None:
    assert measured.offered.precision >= 0.95
    assert measured.offered.recall >= 0.85


def test_owners_and_dates_are_those_that_were_said(measured: Measured) -> None:
    assert measured.people.recall >= 0.97
    assert measured.dates.recall >= 0.98


def test_small_talk_is_left_alone(measured: Measured) -> None:
    assert measured.false_alarms / measured.traps <= 0.01


def test_C6_4_no_holding_reply_is_an_answer_and_no_chase_is_movement(measured: Measured) -> None:
    assert measured.holding_taken_for_answer == 0
    assert measured.chase_taken_for_movement == 0


def test_messages_never_looked_at_are_understood_nearly_as_well() -> None:
    held_out = measure([row for row in rows() if row.part == "never read"])
    assert held_out.offered.precision >= 0.95
    assert held_out.offered.recall >= 0.85
    assert held_out.people.recall >= 0.97
    assert held_out.dates.recall >= 0.98


def test_the_parts_hold_enough_messages_and_enough_of_them_are_nothing() -> None:
    assert len(rows()) >= 400
    assert sum(row.trap for row in rows()) >= len(rows()) / 4
    assert {row.part for row in rows()} == set(PARTS)


def _everything() -> list[tuple[str, Noticed]]:
    return [(row.talk.text, one) for row in rows() for one in listen(row.talk)]


def test_what_is_offered_is_a_sentence_that_a_person_could_type() -> None:
    for text, one in _everything():
        if one.kind in SOCIAL:
            assert one.command == "", text
            continue
        call = read(one.command, Names(_COMMANDS, ()))
        assert call, one.command
        assert call.known, one.command
        assert call.rest, one.command
        # "Idea 2: …" is a new one where there is no idea 2, so its sentence has no number.
        if one.number is not None and one.kind != "idea":
            found = number(call.rest)
            assert found, one.command
            assert found[0] == one.number, one.command


def test_the_day_of_an_offer_is_read_back_as_the_day_that_was_noticed() -> None:
    for text, one in _everything():
        if one.kind == "action" and isinstance(one.finish, Said):
            again = read_whens(one.command.removeprefix("/action "), said(text).today, working=WORKING)
            assert isinstance(again.finish, Said), one.command
            assert again.finish.day == one.finish.day, one.command


def test_what_is_noticed_stands_on_words_of_the_message() -> None:
    for text, one in _everything():
        assert one.words.strip(), text
        assert 0 < one.sure <= 1


def test_what_is_not_worth_listening_to_holds_nothing() -> None:
    for row in rows():
        if not worth_listening(row.talk.text):
            assert not row.labels, row.talk.text


@pytest.mark.parametrize("text", ["I'll ring the library by Friday", "ACTION – Tom to ring the library by Friday"])
def test_words_passed_on_from_elsewhere_are_nobodys_promise(text: str) -> None:
    talk = said(text)
    assert listen(talk)
    forwarded = type(talk)(talk.text, talk.speaker, talk.today, talk.working, talk.people, forwarded=True)
    assert listen(forwarded) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Tom's dad is hitting him. I'll ring the police tonight", "harm"), ("idea: I want to kill myself", "harm")],
)
def test_harm_to_a_person_is_nothing_else(text: str, kind: Kind) -> None:
    assert [one.kind for one in listen(said(text))] == [kind]


def test_several_things_to_do_are_several_offers() -> None:
    talk = said("I'll book the hall, print the posters and ring the paper by Friday")
    assert [one.command for one in listen(talk)] == [
        "/action I will book the hall by 06/03/2026",
        "/action I will print the posters by 06/03/2026",
        "/action I will ring the paper by 06/03/2026",
    ]


def test_only_a_facilitator_or_manager_answers() -> None:
    words = "Sorry but no, the lease does not allow it"
    about = About("idea", 7)
    of = said(words)
    for role, kinds in ((None, []), ("facilitator", ["answer"])):
        talk = type(of)(words, PEOPLE["ruth"], of.today, of.working, of.people, about=about, role=role)  # type: ignore[arg-type] # the two roles, spelled out
        assert [one.kind for one in listen(talk)] == kinds
