"""Try every rule for a day at one place in a message, and keep the one that reads furthest."""

from bot.domain import daynames, dayspans, dayvague
from bot.domain.dayreading import Read, Rule
from bot.domain.daytokens import Scan

_RULES: tuple[Rule, ...] = (
    daynames.near_day,
    daynames.feast,
    daynames.weekday,
    daynames.dated,
    dayspans.duration,
    dayspans.beside,
    dayspans.nth,
    dayspans.ending,
    dayspans.opening,
    dayvague.soon,
    dayvague.rough,
    dayvague.stretch,
    dayvague.occasion,
    dayvague.around,
    dayvague.bank_holiday,
    dayvague.several,
    dayvague.unplaced,
)


def day_phrases(scan: Scan, i: int) -> list[Read]:
    """Give every reading of a day phrase that starts at token `i`, the longest first; equals in order of sureness."""
    found = (rule(scan, i) for rule in _RULES)
    return sorted((read for read in found if read), key=lambda read: -read.end)
