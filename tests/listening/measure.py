"""Measures what is noticed against the labels: precision and recall by kind, owners, dates, and false alarms."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.listen import Noticed, listen, worth_listening
from tests.listening.rows import SOCIAL, Label, Row, label_of

_WITH_PEOPLE = ("action", "agreement")


@dataclass(slots=True)
class Count:
    """How many were to be noticed, were noticed, and were both."""

    wanted: int = 0
    noticed: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The share of what was noticed that is right."""
        return self.right / self.noticed if self.noticed else 1.0

    @property
    def recall(self) -> float:
        """The share of what was to be noticed that was."""
        return self.right / self.wanted if self.wanted else 1.0


@dataclass(slots=True)
class Measured:
    """What came of a set of messages. `wrong` tells of each message that was not understood in full."""

    messages: int = 0
    traps: int = 0
    false_alarms: int = 0
    by_kind: dict[str, Count] = field(default_factory=dict)
    explicit: Count = field(default_factory=Count)
    offered: Count = field(default_factory=Count)
    people: Count = field(default_factory=Count)
    dates: Count = field(default_factory=Count)
    holding_taken_for_answer: int = 0
    chase_taken_for_movement: int = 0
    wrong: list[tuple[Row, tuple[Label, ...]]] = field(default_factory=list)


def measure(rows: Sequence[Row]) -> Measured:
    """Listen to each message and count."""
    measured = Measured()
    for row in rows:
        _count(measured, row, listen(row.talk) if worth_listening(row.talk.text) else ())
    return measured


def _count(measured: Measured, row: Row, noticed: Sequence[Noticed]) -> None:
    got = [label_of(one) for one in noticed]
    pairs = _pairs(list(row.labels), got)
    measured.messages += 1
    measured.traps += row.trap
    # Whatever has a command would be logged or offered, and harm is answered.
    loud = [one for one in noticed if one.command or one.kind == "harm"]
    measured.false_alarms += row.trap and bool(loud)
    for kind, wanted in Counter(label.kind for label in row.labels).items():
        measured.by_kind.setdefault(kind, Count()).wanted += wanted
    for label in got:
        measured.by_kind.setdefault(label.kind, Count()).noticed += 1
    for label, one in pairs:
        measured.by_kind[label.kind].right += 1
        _details(measured, label, one)
    _ways(measured, row, noticed, pairs)
    kinds = {label.kind for label in got}
    holding = any(label.kind == "update" for label in row.labels) or row.trap
    measured.holding_taken_for_answer += holding and "answer" in kinds
    chase = {label.kind for label in row.labels} == {"chase"}
    measured.chase_taken_for_movement += chase and bool(kinds - SOCIAL)
    if len(pairs) < max(len(row.labels), len(got)) or any(label != one for label, one in pairs):
        measured.wrong.append((row, tuple(got)))


def _ways(measured: Measured, row: Row, noticed: Sequence[Noticed], pairs: Sequence[tuple[Label, Label]]) -> None:
    """Count what was said to be logged apart from what is to be offered."""
    measured.explicit.wanted += sum(label.explicit for label in row.labels)
    measured.explicit.noticed += sum(one.explicit for one in noticed)
    measured.explicit.right += sum(label.explicit and one.explicit for label, one in pairs)
    measured.offered.wanted += sum(label.kind not in SOCIAL and not label.explicit for label in row.labels)
    measured.offered.noticed += sum(bool(one.command) and not one.explicit for one in noticed)
    measured.offered.right += sum(
        label.kind not in SOCIAL and not label.explicit and not one.explicit for label, one in pairs
    )


def _details(measured: Measured, label: Label, one: Label) -> None:
    if label.kind in _WITH_PEOPLE:
        measured.people.wanted += 1
        measured.people.right += set(label.who) == set(one.who)
    if any((label.start, label.finish, one.start, one.finish)):
        measured.dates.wanted += 1
        measured.dates.right += (label.start, label.finish) == (one.start, one.finish)


def _pairs(wanted: list[Label], got: Sequence[Label]) -> list[tuple[Label, Label]]:
    """Each label with what was noticed of its kind, the likest first."""
    pairs = []
    left = list(wanted)
    for one in got:
        same = [label for label in left if label.kind == one.kind and label.number in {None, one.number}]
        same = [label for label in same if label.decision in {None, one.decision}]
        if same:
            best = max(same, key=lambda label: (label == one, set(label.who) == set(one.who)))
            left.remove(best)
            pairs.append((best, one))
    return pairs
