"""Prints how long a new idea waits for the search among 10,000 past ones: `python -m tests.benchmarks.past_ideas`."""

import random
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from bot.alike import alike
from bot.domain.chat import Group
from bot.domain.past import OldIdea
from bot.domain.things import Past
from bot.meaning import find_meaning
from bot.process.house import calendar_of
from bot.taking_in import take_in
from storage.database import Database
from storage.migrate import migrate
from storage.store import SqlStore
from tests.alike.corpus import again, in_other_words, unlike

IDEAS, QUESTIONS = 10_000, 100
NOW = datetime(2026, 5, 11, 12, tzinfo=UTC)
DICE = random.Random(1)  # noqa: S311 - the same ideas each time


def _texts() -> list[str]:
    """Ten thousand ideas in the vocabulary of the corpus, each of a few words to a few sentences."""
    words = sorted({word for row in again() for word in row.past.split()} | {w for u in unlike() for w in u.split()})
    return [" ".join(DICE.choices(words, k=DICE.choice((4, 6, 8, 12, 30)))) for _ in range(IDEAS)]


def _group(store: SqlStore, texts: list[str]) -> Group:
    group: Group = store.groups.add("fake", "tenant", "chat", "Riverside")
    old = [OldIdea(text, ("notes", str(n)), past=Past(on=date(2020, 1, 1))) for n, text in enumerate(texts)]
    take_in(store, group, old, NOW, calendar_of(group))
    return group


def _line(name: str, seconds: list[float]) -> str:
    return f"{name}: median {median(seconds) * 1000:.1f} ms, p95 {quantiles(seconds, n=20)[-1] * 1000:.1f} ms\n"


def main() -> None:
    """The first search, which reads every idea once; then what each further one takes."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'benchmark.db'}")
        migrate(database)
        texts = _texts()
        group = database.write(lambda store: _group(store, texts))
        meaning = find_meaning()
        searches = {"by words": alike} | ({"by meaning": in_other_words(meaning)} if meaning else {})
        for name, search in searches.items():
            taken, reading = [], []
            for _ in range(QUESTIONS):
                words = DICE.choice(texts).split()
                asked = " ".join(DICE.sample(words, min(len(words), 8)))
                started = perf_counter()
                others = database.write(lambda store: store.repeats.words(group.id))
                reading.append(perf_counter() - started)
                search(asked, others)
                taken.append(perf_counter() - started)
            sys.stdout.write(f"{name}, {IDEAS} past ideas, the first time: {taken[0] * 1000:.0f} ms\n")
            sys.stdout.write(_line(f"{name}, {IDEAS} past ideas", taken[1:]))
            sys.stdout.write(_line("  of that, reading them from the database", reading[1:]))
        database.close()


if __name__ == "__main__":
    main()
