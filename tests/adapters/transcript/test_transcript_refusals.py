"""A file that can't be played is refused before anything is played, in one sentence that says what to mend."""

import json
from pathlib import Path

import pytest

from adapters.transcript.errors import TranscriptError
from adapters.transcript.play import load
from adapters.transcript.reading import read
from tests.adapters.transcript.stage import BEA, BENCH, Json, transcript

GOOD = transcript(BENCH)


def without(key: str) -> Json:
    return {k: v for k, v in GOOD.items() if k != key}


def one_person(**fields: object) -> Json:
    return {**GOOD, "people": [{k: v for k, v in {**BEA, **fields}.items() if v != "gone"}]}


def one_message(**fields: object) -> Json:
    return {**GOOD, "messages": [{k: v for k, v in {**BENCH, **fields}.items() if v != "gone"}]}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ([], "the file is [], and has to be an object with keys"),
        (without("group"), 'the file has no "group"'),
        (without("today"), 'the file has no "today"'),
        (without("people"), 'the file has no "people"'),
        (without("messages"), 'the file has no "messages"'),
        ({**GOOD, "group": 5}, '"group" is 5'),
        ({**GOOD, "today": "soon"}, '"today" is "soon"'),
        ({**GOOD, "today": None}, '"today" is null'),
        ({**GOOD, "today": "9999-12-31"}, '"today" is "9999-12-31"'),
        ({**GOOD, "timezone": "Mars/Base"}, '"timezone" is "Mars/Base"'),
        ({**GOOD, "timezone": "/etc/passwd"}, '"timezone" is "/etc/passwd"'),
        ({**GOOD, "timezone": 1}, '"timezone" is 1'),
        ({**GOOD, "nation": "France"}, '"nation" is "France"'),
        ({**GOOD, "people": {}}, '"people" is {}, and has to be a list'),
        ({**GOOD, "people": ["bea"]}, 'person 1 is "bea"'),
        ({**GOOD, "people": [BEA, BEA]}, 'two people have the id "bea"'),
        (one_person(id="gone"), 'person 1 has no "id"'),
        (one_person(name="gone"), 'person 1 has no "name"'),
        (one_person(id=True), 'the "id" of person 1 is true'),
        (one_person(id="\ud800"), 'the "id" of person 1'),
        (one_person(role=3), 'the "role" of person 1 is 3'),
        (one_message(id="gone"), 'message 1 has no "id"'),
        (one_message(at="gone"), 'message 1 has no "at"'),
        (one_message(**{"from": "gone"}), 'message 1 has no "from"'),
        (one_message(at="2026-13-01T12:00"), 'the "at" of message 1 is "2026-13-01T12:00"'),
        (one_message(at=1_778_500_000), 'the "at" of message 1 is 1778500000'),
        (one_message(text=["x" * 500]), 'the "text" of message 1'),
        (one_message(reply_to={}), 'the "reply_to" of message 1 is {}'),
        ({**GOOD, "messages": [BENCH, {**BENCH, "text": "other"}]}, 'two messages have the id "m1"'),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(data: object, why: str) -> None:
    with pytest.raises(TranscriptError) as refused:
        read(data)
    sentence = str(refused.value)
    assert sentence.startswith(f"I can't play this transcript: {why}")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 200


@pytest.mark.parametrize("content", [b"", b"hello", b'{"group": "A",\n', b"\xff\xfe\xfd\xfa", b"[" * 100_000])
def test_a_file_that_is_not_json_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "chat.json"
    file.write_bytes(content)
    with pytest.raises(TranscriptError, match=r"^I can't play this transcript: chat\.json is not JSON[^\n]*\.$"):
        load(file)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match=r"none\.json can't be opened \(no such file or directory\)\.$"):
        load(tmp_path / "none.json")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_may_begin_with_the_mark_that_windows_writes(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "chat.json"
    file.write_text(json.dumps(GOOD), encoding=encoding)
    assert load(file).group == "Riverside Voices"


def test_half_an_emoji_in_a_text_does_no_harm() -> None:
    assert read(one_message(text="/idea a bench \ud83d")).messages[0].text == "/idea a bench ?"
