"""Prints how well ordinary talk is understood: `python -m tests.listening`; with `--wrong` also where it is not."""

import sys

from tests.listening.measure import Count, Measured, measure
from tests.listening.rows import PARTS, rows


def _percent(value: float) -> str:
    return f"{100 * value:5.1f} %"


def _line(name: str, count: Count) -> str:
    return (
        f"  {name:<12} precision {_percent(count.precision)}  recall {_percent(count.recall)}"
        f"  ({count.wanted} to notice, {count.noticed} noticed, {count.right} right)"
    )


def _told(title: str, m: Measured) -> list[str]:
    return [
        f"{title}: {m.messages} messages, {m.traps} of them traps",
        *(_line(kind, m.by_kind[kind]) for kind in sorted(m.by_kind)),
        f"  explicit     recall {_percent(m.explicit.recall)}  ({m.explicit.wanted})",
        f"  offered      precision {_percent(m.offered.precision)}  recall {_percent(m.offered.recall)}",
        f"  owners       {_percent(m.people.recall)}  ({m.people.wanted})",
        f"  dates        {_percent(m.dates.recall)}  ({m.dates.wanted})",
        f"  false alarms {_percent(m.false_alarms / m.traps if m.traps else 0)}  ({m.false_alarms} of {m.traps} traps)",
        f"  holding replies taken for an answer: {m.holding_taken_for_answer}",
        f"  chases taken for movement: {m.chase_taken_for_movement}",
        "",
    ]


def main(arguments: list[str]) -> None:
    """Print the figures for each part of the messages, and for all of them."""
    for part in (*PARTS, "all"):
        measured = measure([row for row in rows() if part in {row.part, "all"}])
        sys.stdout.write("\n".join(_told(part.capitalize(), measured)) + "\n")
        if "--wrong" in arguments and part.startswith("looked"):
            for row, got in measured.wrong:
                sys.stdout.write(f"{row.theme}: {row.talk.text!r}\n  want {row.labels}\n  got  {got}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
