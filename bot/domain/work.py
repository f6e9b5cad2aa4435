"""What a group may call the work it does together (seed 002): a few words of its own, or the usual ones again."""

import unicodedata
from collections.abc import Sequence

from bot.domain.charter import WORK, Amendment, own_words, version_of

LONGEST = 40

PLAIN = "working together"
"""What it is called where a group has not said: words of the catalogue, so that each language has its own."""

_PLAIN_AGAIN = frozenset(
    (PLAIN, "off", "none", "plain words", "usual", "default", "cydweithio", "gweithio gyda'n gilydd", "geiriau plaen")
)
_AROUND = ' .!"“”'
_BESIDE = frozenset(" -–&'’")


def read_work(text: str) -> str | None:
    """The name as it was typed, without what stands around it; `PLAIN` for the usual words; None: it can't be one.

    Only letters, numbers and what joins them: nothing that a platform could take for a link, a person or a command.
    """
    name = " ".join(text.split()).strip(_AROUND)
    if name.casefold().replace("’", "'") in _PLAIN_AGAIN:
        return PLAIN
    fits = len(name) <= LONGEST and name[:1].isalnum() and any(c.isalpha() for c in name)
    return name if fits and all(c in _BESIDE or unicodedata.category(c)[0] in "LMN" for c in name) else None


def work_in(amendments: Sequence[Amendment], version: int | None = None) -> str:
    """What the charter calls it in a version, the newest if none is given; `PLAIN` where nothing else was agreed."""
    return own_words(amendments, version or version_of(amendments)).get(WORK, PLAIN)
