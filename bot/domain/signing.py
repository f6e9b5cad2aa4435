"""Reads a signature out of ordinary words: "I sign for the Sight Group, and we bring 4 hours a month"."""

import re
from dataclasses import dataclass

_SIGN = re.compile(
    r"\s*(?:yes[\s,.!]*)?(?:(?:i|we)(?:['’]d like to|\s+will|\s+want to|\s+would like to)?\s+)?(?:sign(?:ed)?|agree)\b"
    r"(?:\s+(?:it|this|the\s+charter))?[\s,.]*",
    re.IGNORECASE,
)
_BRINGS = re.compile(
    r"[\s,.;]*(?:\b(?:and|with)\s+)?(?:(?:we|i)(?:['’]ll|\s+will|\s+can)?\s+)?"
    r"\b(?:bring(?:s|ing)?|giv(?:e|es|ing)|offer(?:s|ing)?)\b[\s:]*(?P<brings>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_FOR = re.compile(r"\s*(?:also\s+)?(?:for|on behalf of)\s+(?P<whom>.+)\Z", re.IGNORECASE | re.DOTALL)
_SELF = re.compile(r"(?:myself|me|just me|my own self)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signing:
    """What was said: a name (on paper), an organisation, and what is brought."""

    name: str | None
    organisation: str | None
    brings: str | None


def read_signing(text: str) -> Signing | None:
    """A signature of the speaker; None if the words do not say that they sign."""
    sign = _SIGN.match(text)
    rest = text[sign.end() :] if sign else text
    rest, brings = _split(rest)
    whom = _FOR.match(rest)
    if not sign and not whom:
        return None
    if whom is None and rest.strip(" .,!;") not in ("", "thanks", "thank you", "please"):
        return None
    return Signing(None, _organisation(whom), brings)


def read_paper(text: str) -> Signing | None:
    """Somebody else's signature on paper: "Pat Smith for Age Concern, bringing a room"; None without a name."""
    rest, brings = _split(text)
    name, *after = re.split(r"\s+for\s+", rest.strip(" .,;"), maxsplit=1, flags=re.IGNORECASE)
    if not any(c.isalpha() for c in name):
        return None
    return Signing(name.strip(), after[0].strip(" .,;") if after else None, brings)


def _split(text: str) -> tuple[str, str | None]:
    match = _BRINGS.search(text)
    return (text[: match.start()], match["brings"].strip(" .")) if match else (text, None)


def _organisation(match: re.Match[str] | None) -> str | None:
    whom = match["whom"].strip(" .,;!") if match else ""
    return None if not whom or _SELF.match(whom) else whom
