"""Prints what became of each thing that the charter asks for: its id, pass, fail or missing, and the tests that say so.

`python -m tests.commitments` runs the tests whose names carry such an id (`test_C6_4_…`) once. It ends with 1 unless
each row that must or should be there passes.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = Path(__file__).parent / "rows.txt"

_ROW = re.compile(r"(?P<id>[CPS]\d+\.\d+) (?P<priority>[MSC]) (?P<what>.+)\Z")
_NAMED = re.compile(r"test_(?P<first>[CPS]\d+_\d+)(?=_)(?P<more>(?:_and_[CPS]\d+_\d+)*)")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is asked for. `priority`: M must, S should, C could."""

    id: str
    priority: str
    what: str


def rows() -> list[Row]:
    """All rows, in their order."""
    found = (_ROW.match(line) for line in ROWS.read_text(encoding="utf-8").splitlines())
    return [Row(match["id"], match["priority"], match["what"]) for match in found if match]


def ids_of(test: str) -> list[str]:
    """The rows that a test speaks of: `test_C1_2_and_P4_6_…` of two."""
    match = _NAMED.search(test.rpartition("::")[2])
    if match is None:
        return []
    return [
        one.replace("_", ".") for one in [match["first"], *match["more"].removeprefix("_and_").split("_and_")] if one
    ]


class Outcomes:
    """What came of each test, gathered while pytest runs."""

    def __init__(self) -> None:
        self.passed: dict[str, bool] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test passes if nothing of it fails, and it was not left out."""
        well = report.passed and not hasattr(report, "wasxfail")
        self.passed[report.nodeid] = self.passed.get(report.nodeid, True) and well


def table(asked: Sequence[Row], passed: Mapping[str, bool]) -> tuple[list[str], bool]:
    """A line a row; and whether all that must and should be there is."""
    tests: dict[str, dict[str, bool]] = defaultdict(dict)
    for test, well in passed.items():
        name = test.rpartition("::")[2].partition("[")[0]
        for id_ in ids_of(test):
            tests[id_][name] = tests[id_].get(name, True) and well
    lines, whole = [], True
    for row in asked:
        mine = tests.get(row.id, {})
        state = "missing" if not mine else "pass" if all(mine.values()) else "fail"
        whole = whole and (state == "pass" or row.priority == "C")
        shown = sorted(mine) if state != "fail" else [name for name, well in mine.items() if not well]
        more = f" and {len(shown) - 1} more" if len(shown) > 1 else ""
        lines.append(f"{row.id:6} {row.priority} {state:8}{shown[0] + more if shown else row.what}")
    return lines, whole


def main() -> int:
    """Run them, and print the table."""
    outcomes, asked = Outcomes(), rows()
    named = " or ".join(f"_{row.id.replace('.', '_')}_" for row in asked)
    with redirect_stdout(sys.stderr):
        pytest.main(["-q", "--no-header", "-p", "no:cacheprovider", "-k", named, str(ROOT / "tests")], [outcomes])
    lines, whole = table(asked, outcomes.passed)
    states = [line[9:17].strip() for line in lines]
    counts = ", ".join(f"{states.count(state)} {state}" for state in ("pass", "fail", "missing"))
    sys.stdout.write("\n".join([*lines, "", f"{len(lines)} rows: {counts}."]) + "\n")
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
