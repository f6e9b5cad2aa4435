"""The table of commitments tells a pass from a fail and from what is missing, and asks for each row once."""

import pytest

from tests.commitments.__main__ import Row, ids_of, rows, table

ASKED = [Row("C1.1", "M", "be open"), Row("P4.8", "C", "say what you gain")]


def test_each_row_is_asked_for_once_and_has_its_priority() -> None:
    ids = [row.id for row in rows()]
    assert len(ids) == len(set(ids)) == 132
    assert {row.priority for row in rows()} == {"M", "S", "C"}


@pytest.mark.parametrize(
    ("test", "ids"),
    [
        ("tests/a.py::test_C6_4_a_no_needs_a_reason", ["C6.4"]),
        ("tests/a.py::test_C10_1_signed[1-test_C6_4_x]", ["C10.1"]),
        ("tests/a.py::test_C5_3_and_C4_1_over_the_wire", ["C5.3", "C4.1"]),
        ("tests/a.py::test_C4_first_dates_stay", []),
        ("tests/a.py::test_P41_no_day_is_past", []),
        ("tests/a.py::test_S0_22_and_S2_3_past_work", ["S0.22", "S2.3"]),
        ("tests/a.py::test_S_18_two_workspaces", []),
        ("tests/a.py::test_T_03_closed", []),
    ],
)
def test_a_test_speaks_of_the_rows_in_its_name(test: str, ids: list[str]) -> None:
    assert ids_of(test) == ids


def test_a_row_passes_only_if_each_of_its_tests_does() -> None:
    well, ill = {"a::test_C1_1_one": True}, {"a::test_C1_1_one[1]": True, "a::test_C1_1_one[2]": False}
    assert table(ASKED, well) == (["C1.1   M pass    test_C1_1_one", "P4.8   C missing say what you gain"], True)
    assert table(ASKED, ill) == (["C1.1   M fail    test_C1_1_one", "P4.8   C missing say what you gain"], False)
    lines, whole = table(ASKED, {})
    assert lines[0] == "C1.1   M missing be open"
    assert not whole
