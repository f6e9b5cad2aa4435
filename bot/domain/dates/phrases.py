"""Try every rule for a day at one place in a message, and keep the one that reads furthest."""

from bot.domain.dates import names, spans, vague
from bot.domain.dates.reading import Read, Rule
from bot.domain.dates.tokens import Scan

_RULES: tuple[Rule, ...] = (
    names.near_day,
    names.feast,
    names.weekday,
    names.dated,
    spans.duration,
    spans.beside,
    spans.nth,
    spans.ending,
    spans.opening,
    vague.soon,
    vague.rough,
    vague.stretch,
    vague.occasion,
    vague.around,
    vague.bank_holiday,
    vague.several,
    vague.unplaced,
)


def day_phrases(scan: Scan, i: int) -> list[Read]:
    """Give every reading of a day phrase that starts at token `i`, the longest first; equals in order of sureness."""
    found: list[Read] | None = scan.memory.get(i)
    if found is None:
        reads = [read for rule in _RULES if (read := rule(scan, i))]
        found = scan.memory[i] = sorted(reads, key=lambda read: -read.end)
    return found
