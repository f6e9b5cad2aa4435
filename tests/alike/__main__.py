"""Prints how well old ideas are found: `python -m tests.alike`."""

import sys
from collections.abc import Iterator

from bot.alike import alike
from tests.alike.corpus import again, false_alarms, missed, past, unlike


def _told() -> Iterator[str]:
    """A line for each kind of change, one for the unlike, and what went wrong."""
    rows, lost = again(), missed(alike)
    for kind in dict.fromkeys(row.kind for row in rows):
        of_kind = [row for row in rows if row.kind == kind]
        yield f"{kind}: {len(of_kind) - sum(row.kind == kind for row in lost)} of {len(of_kind)} found"
    yield f"all: {len(rows) - len(lost)} of {len(rows)} found, among {len(past())} past ideas"
    alarms = false_alarms(alike)
    yield f"unlike: {len(alarms)} of {len(unlike())} called alike"
    yield from (f"not found: {row.past!r}, said again as {row.said!r}" for row in lost)
    yield from (f"called alike: {said!r}" for said in alarms)


if __name__ == "__main__":
    sys.stdout.write("\n".join(_told()) + "\n")
