"""The first look at ordinary talk lets pass all that would be noticed, and little else (rule 13)."""

from datetime import UTC, datetime

from bot.command import Understanding
from bot.domain.chat import Incoming, Sender
from bot.first_look import worth_a_look
from bot.listen import listen
from tests.listening.rows import Row, rows

ALONE = [row for row in rows() if row.talk.about is None and row.talk.replied_to is None]


def _passes(row: Row) -> bool:
    at = datetime(2026, 3, 4, 12, tzinfo=UTC)
    heard = Incoming(
        "fake",
        "tenant",
        "1",
        "message",
        "chat",
        private=False,
        at=at,
        sender=Sender("1", "Bea"),
        text=row.talk.text,
        mentions=tuple(row.talk.mentions),
        forwarded=row.talk.forwarded,
    )
    return worth_a_look(heard, Understanding())


def _loud(row: Row) -> bool:
    return any(one.command or one.kind == "harm" for one in listen(row.talk))


def test_rule_13_whatever_would_be_noticed_passes_the_first_look() -> None:
    loud = [row for row in ALONE if _loud(row)]
    assert len(loud) > 300
    assert [row.talk.text for row in loud if not _passes(row)] == []


def test_rule_13_most_small_talk_does_not() -> None:
    quiet = [row for row in ALONE if not _loud(row)]
    passing = [row for row in quiet if _passes(row)]
    # Nearly all of these were written as traps; of everyday talk far less passes.
    assert len(passing) / len(quiet) < 0.3
