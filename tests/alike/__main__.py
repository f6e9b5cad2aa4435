"""Prints how well old ideas are found: `python -m tests.alike`."""

import sys
from collections.abc import Iterator

from bot.alike import WORTH_A_LOOK, alike
from bot.meaning import find_meaning
from tests.alike.corpus import IN_OTHER_WORDS, Search, again, false_alarms, in_other_words, missed, past, unlike


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
    yield f"in other words: {_figures(alike)}"
    meaning = find_meaning()
    if meaning is None:
        yield "in other words, with the extra meaning: it is not installed here"
        return
    yield f"in other words, with the extra meaning: {_figures(in_other_words(meaning))}"
    wanted = again(IN_OTHER_WORDS)
    searched = missed(in_other_words(meaning, least=WORTH_A_LOOK, shared=1), IN_OTHER_WORDS)
    found = len(wanted) - len(searched)
    yield f"the same, where somebody searches: {found} of {len(wanted)} among the nearest three"


def _figures(search: Search) -> str:
    rows = again(IN_OTHER_WORDS)
    found = len(rows) - len(missed(search, IN_OTHER_WORDS))
    alarms = len(false_alarms(search, IN_OTHER_WORDS))
    return f"{found} of {len(rows)} found, {alarms} of {len(unlike())} unlike called alike"


if __name__ == "__main__":
    sys.stdout.write("\n".join(_told()) + "\n")
