"""The languages the bot speaks, how people name them, and whose is asked for: a person's own, or both of a group."""

import re
from typing import Literal, get_args

Language = Literal["en", "cy", "cy+en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
# Each by itself, English first: it is what all others are told in.
TONGUES = tuple(dict.fromkeys(tongue for language in LANGUAGES for tongue in language.split("+")))

# As the history keeps it, and as it is said.
NAMES: dict[Language, str] = {"en": "English", "cy": "Welsh", "cy+en": "Welsh and English"}

_WELSH = re.compile(r"\b(?:welsh|[cg]ymraeg|nghymraeg|cy)\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:english|saesneg|en)\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:both|bilingual|dwyieithog|ddwyieithog|dwy iaith|ddwy iaith|y ddwy)\b", re.IGNORECASE)


def read_language(text: str) -> Language | None:
    """The language that the words name, in English or Welsh: "Cymraeg", "both"; None if they name none."""
    welsh, english = _WELSH.search(text), _ENGLISH.search(text)
    if _BOTH.search(text) or (welsh and english):
        return "cy+en"
    return "cy" if welsh else "en" if english else None


def known(language: str) -> Language:
    """A language as it is stored, if the bot speaks it; else English."""
    return next((one for one in LANGUAGES if one == language), "en")


def language_kept(name: str) -> Language:
    """The language that the history calls so; English for a name it does not know."""
    return next((language for language, its_name in NAMES.items() if its_name == name), "en")


def prefers_welsh(setting: str | None) -> bool:
    """Is somebody's app set to Welsh? It is a guess, to be offered and never acted on (T-28)."""
    return (setting or "").lower().replace("_", "-").split("-")[0] == "cy"
