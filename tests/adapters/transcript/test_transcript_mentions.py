"""An @ and an id point at a person, whatever signs the id has; texts come back as they were written."""

import pytest

from adapters.transcript.handles import Handles
from tests.adapters.transcript.stage import BEA, RUTH, heard, played, transcript


@pytest.mark.parametrize("id_", ["bea", "bea-1", "bea.jones", 12, "Zoë", "U-7.x_9", "bea jones"])
def test_whoever_is_named_by_an_at_and_their_id_can_accept_the_role(id_: int | str) -> None:
    people = [{"id": id_, "name": "Bea Jones"}, {**RUTH, "role": "member"}, {"id": "bea-12", "name": "Other"}]
    messages = (
        heard(1, "2026-05-11T12:00:00", "ruth", f"/facilitator @{id_}"),
        heard(2, "2026-05-11T12:01:00", "bea-12", "/accept"),
        heard(3, "2026-05-11T12:02:00", id_, "/accept"),
        heard(4, "2026-05-11T12:03:00", "ruth", "/idea a bench"),
        heard(5, "2026-05-11T12:04:00", id_, "/answer 1 yes"),
    )
    assert [a["by"] for a in played(transcript(*messages, people=people))["answers"]] == [id_]


def test_a_text_keeps_its_mentions_as_they_were_written() -> None:
    people = [{**BEA, "id": "bea-1"}, RUTH]
    text = "a bench, ask @bea-1 and @RUTH, not @bea_1 or bea@bea-1.org"
    found = played(transcript(heard(1, "2026-05-11T12:00:00", "bea-1", f"/idea {text}"), people=people))
    assert found["ideas"][0]["text"] == text
    assert f"Idea 1: {text}" in found["sent"][0]["text"]


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("@bea-1 will", ["bea-1"]),
        ("ask @bea-1.", ["bea-1"]),
        ("(@bea, @bea-1's)", ["bea", "bea-1"]),
        ("@bea-12 and @beatrice and x@bea", []),
        ("@Bea", ["bea"]),
        ("@bea @bea", ["bea"]),
    ],
)
def test_a_mention_is_the_whole_id_and_nothing_but_the_id(text: str, mentioned: list[str]) -> None:
    words, mentions = Handles(["bea", "bea-1"], [text]).into(text)
    assert [mention.id for mention in mentions] == mentioned
    assert all(mention.words in words for mention in mentions)


def test_ids_that_differ_only_in_case_or_signs_are_two_people() -> None:
    handles = Handles(["a-b", "a_b", "A.B", "Bea", "bea"], [])
    assert len({handles.of(key).casefold() for key in ("a-b", "a_b", "A.B", "Bea", "bea")}) == 5
    assert [m.id for m in handles.into("@a-b @a_b @A.B @Bea @bea")[1]] == ["a-b", "a_b", "A.B", "Bea", "bea"]


def test_a_letter_that_only_looks_like_another_is_no_mention() -> None:
    handles = Handles(["ian", "i-n"], [])
    assert handles.into("@İan") == ("@İan", ())
    assert handles.out_of("@İ_n @i_n") == "@İ_n @i-n"


def test_nobody_to_mention_does_no_harm() -> None:
    assert Handles([], []).into("@bea") == ("@bea", ())
    assert Handles([], []).out_of("@bea") == "@bea"
