"""Hold the words British people use for days, in English and Welsh, and fold their spellings together.

`fold` turns a word as typed into the one spelling the grammar knows, so "wensday", "weds" and "Wednesday" are one word,
and so are "erbyn" and "by". Welsh words whose place in the sentence differs from English keep their own spelling.
"""

from collections.abc import Iterable


def listed(words: str) -> tuple[str, ...]:
    """Give the words of a list typed with spaces between them."""
    return tuple(words.split())


WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
"""Names of weekdays, Monday 0 as in `date.weekday`."""

WELSH_WEEKDAYS = {
    word: number
    for number, names in enumerate(
        ("llun lun", "mawrth fawrth", "mercher fercher", "iau", "gwener wener", "sadwrn", "sul")
    )
    for word in names.split()
}
"""Welsh weekdays; each needs "dydd" or a part of the day before it, for "Mawrth" is also March."""

_MONTHS = (
    ("january", "jan ionawr"),
    ("february", "feb febr chwefror"),
    ("march", "mar"),
    ("april", "apr ebrill"),
    ("may", "mai fai"),
    ("june", "jun mehefin fehefin"),
    ("july", "jul gorffennaf orffennaf"),
    ("august", "aug awst"),
    ("september", "sep sept medi fedi"),
    ("october", "oct hydref"),
    ("november", "nov tachwedd dachwedd"),
    ("december", "dec rhagfyr ragfyr"),
)
MONTHS = {name: number for number, (name, _) in enumerate(_MONTHS, 1)} | {"mawrth": 3, "fawrth": 3}
"""Names of months, 1 to 12. "Mawrth" keeps its spelling, being Tuesday after "dydd"."""

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
NUMBERS = {word: number for number, word in enumerate(listed(_UNITS), 1)}
NUMBERS |= {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
NUMBERS |= {"a": 1, "an": 1, "couple": 2}
NUMBERS |= {
    word: number
    for number, words in enumerate(
        (
            "un",
            "dau dwy ddau ddwy",
            "tri tair dri dair",
            "pedwar pedair bedwar bedair",
            "pum pump bum",
            "chwe chwech",
            "saith",
            "wyth",
            "naw",
            "deg deng ddeg ddeng",
        ),
        1,
    )
    for word in words.split()
}
"""Counts in words, up to ninety."""

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
ORDINALS = {word: number for number, word in enumerate(listed(_ORDINALS), 1)}
ORDINALS |= {
    word: number
    for number, word in enumerate(listed("fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"), 15)
}
ORDINALS |= {"thirtieth": 30}
ORDINALS |= {
    word: number
    for number, words in enumerate(
        (
            "ail",
            "trydydd drydydd trydedd",
            "pedwerydd bedwerydd",
            "pumed bumed",
            "chweched",
            "seithfed",
            "wythfed",
            "nawfed",
            "degfed ddegfed",
        ),
        2,
    )
    for word in words.split()
}
ORDINALS |= {"deuddegfed": 12, "pymthegfed": 15, "bymthegfed": 15, "deunawfed": 18, "ugeinfed": 20}
"""Days of the month in words."""

ORDINAL_ENDINGS = frozenset(["st", "nd", "rd", "th", "af", "il", "ydd", "ed", "fed", "eg", "ain"])
TENS = {"twenty": 20, "thirty": 30}

_SPELLINGS = {
    "monday": "mon mondy munday",
    "tuesday": "tue tues tuesd tusday teusday",
    "wednesday": "wed weds wensday wendsday wensdy wedensday wednesdy wedsnesday",
    "thursday": "thu thur thurs thirsday thursdy thersday",
    "friday": "fri fryday frieday",
    "saturday": "sat saterday satuday satday",
    "sunday": "sun sundy",
    "today": "2day tday heddiw",
    "tonight": "tonite 2nite 2night heno",
    "tomorrow": "tommorow tommorrow tomoro tomorro tomorow tmrw tmw tmrow tomoz 2moro 2morrow yfory fory",
    "yesterday": "yday ddoe",
    "january": "janurary janury januray",
    "february": "febuary feburary febuary febrary",
    "april": "aprill apirl",
    "august": "agust",
    "september": "septmber setpember",
    "december": "decemeber",
    "fortnight": "fortnite fornight forthnight pythefnos bythefnos",
    "couple": "coupla cople",
    "week": "wk wythnos",
    "weeks": "wks wythnosau",
    "month": "mth mis fis",
    "months": "mths misoedd",
    "year": "blwyddyn flwyddyn",
    "years": "yrs",
    "day": "diwrnod ddiwrnod niwrnod",
    "days": "dyddiau ddyddiau diwrnodau",
    "hour": "hr",
    "hours": "hrs",
    "working": "gwaith business workin",
    "next": "nxt nesaf",
    "this": "hwn hon yma",
    "last": "olaf",
    "first": "cyntaf gyntaf",
    "end": "diwedd ddiwedd",
    "middle": "canol ganol",
    "start": "dechrau ddechrau",
    "the": "y yr",
    "o": "o'r",
    "by": "erbyn",
    "before": "cyn b4",
    "until": "untill til till tan",
    "on": "ar",
    "in": "mewn ymhen",
    "morning": "bore",
    "afternoon": "prynhawn pnawn",
    "evening": "noswaith",
    "night": "nos nite",
    "easter": "pasg basg",
    "christmas": "xmas nadolig",
    "weekend": "wkend wkd penwythnos",
    "holidays": "hols gwyliau",
    "summer": "haf",
    "please": "pls plz plse",
    "possible": "poss",
    "around": "round",
}

WELL_KNOWN_LONG_WORDS = (*WEEKDAYS, *(name for name, _ in _MONTHS), "tomorrow", "fortnight", "weekend")
_SHORTEST_TYPO = 6

DOUBTFUL = frozenset({"sat", "sun", "wed"})
"""Short weekdays that are ordinary words too."""

VERBLIKE = frozenset({"may", "march", "mar"})
"""Months that are ordinary words too, when not written with a capital."""


def _slips(word: str) -> Iterable[str]:
    """Give the commonest slips of the finger: a letter lost, doubled or swapped, but for the first and last."""
    for i in range(1, len(word) - 1):
        yield word[:i] + word[i + 1 :]
        yield word[: i + 1] + word[i:]
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _folds() -> dict[str, str]:
    folds = {slip: word for word in WELL_KNOWN_LONG_WORDS if len(word) >= _SHORTEST_TYPO for slip in _slips(word)}
    folds |= {short: name for name, shorts in _MONTHS for short in shorts.split()}
    folds |= {typed: word for word, spellings in _SPELLINGS.items() for typed in spellings.split()}
    return folds | {word: word for word in (*WEEKDAYS, *MONTHS, *_SPELLINGS)}


_FOLDS = _folds()


def fold(word: str) -> str:
    """Give the spelling the grammar knows for a word as typed; an unknown word comes back in lower case."""
    word = word.casefold().replace("’", "'")
    owner = word.removesuffix("'s")
    return owner if owner in WEEKDAYS else _FOLDS.get(word, word)
