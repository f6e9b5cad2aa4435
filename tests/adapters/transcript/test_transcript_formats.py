"""Past work is taken from what people have: exports of chats, CSV files and spreadsheets (S0.22, S2.3)."""

import json
import shutil
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.transcript.errors import TranscriptError
from adapters.transcript.formats import find_formats
from adapters.transcript.opening import load, old_ideas
from bot.commands import find_commands
from bot.domain.past import OldIdea, old_answer, old_day
from tests.adapters.transcript.stage import report

EXPORTS = Path(__file__).parent / "exports"
NAMES = find_commands().names


def ideas(file: Path | str) -> list[OldIdea]:
    return list(old_ideas(EXPORTS / file, NAMES)[0])


def told(file: Path | str) -> list[tuple[str, str | None, date | None]]:
    return [(one.text, one.name, one.past.on) for one in ideas(file)]


def test_each_format_is_found_by_its_file() -> None:
    assert len(find_formats()) == len(list((EXPORTS.parents[3] / "adapters/transcript/formats").glob("[a-z]*.py")))


def test_telegrams_export_says_what_was_said_to_be_an_idea_and_nothing_else() -> None:
    assert told("telegram.json") == [
        ("a bench at the bus stop", "Bea Jones", date(2024, 3, 4)),
        ("letters in large print", "Tom \u202eLee", date(2024, 6, 30)),
        ("the ramp is too steep", "Somebody", date(2024, 7, 1)),
    ]


def test_actions_in_a_chat_are_counted() -> None:
    assert [old_ideas(EXPORTS / file, NAMES)[1] for file in ("telegram.json", "android.txt", "box.csv")] == [1, 0, 0]


def test_telegrams_ids_are_those_that_the_bot_hears_so_nothing_is_on_the_list_twice() -> None:
    assert [one.key for one in ideas("telegram.json")] == [("-1001234567890", m) for m in ("3", "5", "6")]
    assert ideas("telegram.json")[0].at == datetime(2024, 3, 4, 9, 7, tzinfo=UTC)


def test_slacks_export_is_read_as_a_folder_and_as_a_zip(tmp_path: Path) -> None:
    zipped = Path(shutil.make_archive(str(tmp_path / "export"), "zip", EXPORTS / "slack"))
    for export in (EXPORTS / "slack", EXPORTS / "slack" / "riverside", zipped):
        assert told(export) == [
            ("tea & coffee at meetings, ask @Ruth Moss or see the price list", "Bea", date(2024, 3, 4)),
            ("a hearing loop in the hall", "Ruth Moss", date(2024, 3, 5)),
            ("a sign on the door", "Ruth Moss", date(2024, 3, 5)),
        ]
        assert ideas(export)[0].key == ("C7", "1709543100.000200")


def test_slacks_export_of_several_channels_asks_for_one(tmp_path: Path) -> None:
    shutil.copytree(EXPORTS / "slack", tmp_path / "slack")
    (tmp_path / "slack" / "general" / "2024-03-05.json").write_text(
        json.dumps([{"type": "message", "user": "U1", "text": "hello", "ts": "1709629500.000100"}])
    )
    with pytest.raises(TranscriptError, match=r"several channels \(general, riverside\); please unpack it and give"):
        ideas(tmp_path / "slack")


@pytest.mark.parametrize(("file", "second"), [("android.txt", "Somebody 1"), ("iphone.txt", "Tom")])
def test_whatsapps_text_of_either_kind_is_read_and_no_telephone_number_is_kept(file: str, second: str) -> None:
    assert told(file) == [
        ("a bench at the bus stop\nso that my mum can sit\n\nand rest", "Bea Jones", date(2024, 3, 4)),
        ("letters in large print", second, date(2024, 3, 4)),
    ]


def test_the_same_whatsapp_chat_from_two_telephones_is_one() -> None:
    assert [one.key for one in ideas("android.txt")] == [one.key for one in ideas("iphone.txt")]


def test_whatsapps_zip_is_read_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "chat.zip", "w") as zipped:
        zipped.write(EXPORTS / "iphone.txt", "_chat.txt")
        zipped.writestr("photo.jpg", b"\xff\xd8")
    assert told(tmp_path / "chat.zip") == told("iphone.txt")


def test_a_csv_of_semicolons_with_a_title_above_is_read_and_no_date_is_made_up() -> None:
    found = ideas("box.csv")
    assert [(o.text, o.name, o.past.on, o.past.when) for o in found] == [
        ("More seats in town", "Pat Green", date(2019, 3, 4), ""),
        ("A ramp at the side door;\nand a rail", "Lee, from the hub", date(2020, 3, 5), ""),
        ("Bus times in large print", None, None, "Spring 2021"),
        ("A piano in the hall", "Jo", None, "31/02/2021"),
        ("Later opening", None, date(2021, 1, 1), ""),
    ]
    assert [(o.past.decision, o.past.reason) for o in found] == [
        ("no", "no money left"),
        ("yes", ""),
        (None, "waiting for a price"),
        ("partly", "in the small hall"),
        ("yes", ""),
    ]


def test_a_spreadsheet_is_read_with_its_dates_and_without_its_hidden_sheets() -> None:
    assert [(o.text, o.name, o.past.on, o.past.decision, o.past.reason) for o in ideas("list.xlsx")] == [
        ("More seats in town", "Pat Green", date(2019, 3, 4), "no", "no money left"),
        ("A quiet room", "Lee", date(2020, 3, 5), "yes", ""),
        ("A map of ramps", None, date(2021, 1, 1), None, "in progress"),
    ]


def test_the_same_line_in_a_csv_and_in_a_spreadsheet_is_one_idea() -> None:
    assert ideas("list.xlsx")[0].key == ideas("box.csv")[0].key


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        ("Idea,Date\na café,1/2/20", "utf-8"),
        ("Idea\tDate\na café\t1/2/20", "utf-16"),
        ("sep=;\nIdea;Date\na café;1/2/20", "cp1252"),
        ("What people said,When\r\na café,1 Feb 2020", "utf-8-sig"),
    ],
)
def test_a_csv_of_any_spreadsheet_is_read(tmp_path: Path, written: str, encoding: str) -> None:
    (tmp_path / "list.csv").write_bytes(written.encode(encoding))
    assert told(tmp_path / "list.csv") == [("a café", None, date(2020, 2, 1))]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        *((w, date(2020, 3, 4)) for w in ("04/03/2020", "4.3.20", "2020-03-04", "Wed 4th March 2020", "4 Mar 20")),
        *((w, date(2020, 3, 4)) for w in ("4/3/2020 14:30", "2020-03-04T09:00:00Z", "March 4, 2020", 43894, "43894.5")),
        *((w, None) for w in ("March 2020", "2020", "soon", "31/2/2020", "4 March", "", 12, "99999999")),
    ],
)
def test_a_day_is_read_as_british_people_write_it_and_never_guessed(written: str | float, day: date | None) -> None:
    assert old_day(written) == (day, "" if day else str(written))


@pytest.mark.parametrize(
    ("answer", "reason", "read"),
    [
        ("No", "", ("no", "")),
        ("Not agreed: too dear", "", ("no", "too dear")),
        ("Rejected (the land is not ours)", "", ("no", "the land is not ours")),
        ("Yes, because it is cheap", "", ("yes", "it is cheap")),
        ("N", "there is no room", ("no", "there is no room")),
        ("Partially", "only in summer", ("partly", "only in summer")),
        ("no news yet", "", (None, "no news yet")),
        ("Nobody knows", "", (None, "Nobody knows")),
        ("we will look into it", "", (None, "we will look into it")),
        ("", "", (None, "")),
    ],
)
def test_C6_3_an_answer_is_read_only_where_it_is_one(answer: str, reason: str, read: tuple[str | None, str]) -> None:
    assert old_answer(answer, reason) == read


@pytest.mark.parametrize("file", ["telegram.json", "slack", "android.txt", "iphone.txt"])
def test_replay_plays_the_same_chats(file: str) -> None:
    transcript = load(EXPORTS / file)
    played: dict[str, Any] = json.loads(report(transcript).as_json())
    first = ideas(file)[0]
    assert (played["ideas"][0]["text"], played["ideas"][0]["message"]) == (
        first.text,
        int(first.key[1]) if file == "telegram.json" else first.key[1],
    )


def test_an_export_of_telegram_that_only_shows_a_clock_is_read_by_the_groups_clock(tmp_path: Path) -> None:
    said = {"type": "message", "from": "Bea", "from_id": "user1"}
    chat = {
        "name": "Riverside", "type": "private_group", "id": 1,
        "messages": [
            {**said, "id": 1, "date": "2024-06-03T12:01:00", "text": "/idea a bench"},
            {**said, "id": 2, "date": "2024-06-05T00:30:00", "text": "/idea a tree"},
        ],
    }  # fmt: skip
    (tmp_path / "result.json").write_text(json.dumps(chat), encoding="utf-8")
    played: dict[str, Any] = json.loads(report(load(tmp_path / "result.json")).as_json())
    # The last one, after midnight, is played too.
    assert [idea["raised_on"] for idea in played["ideas"]] == ["2024-06-03", "2024-06-05"]
    assert played["sent"][0]["at"] == "2024-06-03T12:01:00+01:00"


def test_replay_says_that_a_list_is_no_chat() -> None:
    with pytest.raises(TranscriptError, match=r"box\.csv is a list of ideas and no chat; to take it in, use import"):
        load(EXPORTS / "box.csv")


BAD = {
    "notes.txt": b"These are some notes.",
    "empty.csv": b"",
    "nothing.csv": b"colour,size\nred,5",
    "broken.xlsx": b"PK\x03\x04 and then nothing",
    "old.xls": b"\xd0\xcf\x11\xe0 and then nothing",
    "broken.zip": b"PK\x03\x04 and then nothing",
    "photo.jpg": b"\xff\xd8\xff\x00\x10JFIF",
    "result.json": b'{"name": "A", "type": "private_group", "id": 1, "messages": []}',
    "all.json": b'{"chats": {"list": [{"type": "private_group"}, {"type": "private_supergroup"}]}}',
    "time.json": b'{"type": "private_group", "messages": [{"id": 1, "type": "message", "from_id": "u1"}]}',
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_kind_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    for read in (load, lambda path: old_ideas(path, NAMES)):
        with pytest.raises(TranscriptError) as refused:
            read(tmp_path / name)
        assert "\n" not in refused.value.why
        assert len(refused.value.why) < 200


def test_an_empty_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.csv"):
        with pytest.raises(TranscriptError):
            load(path)
