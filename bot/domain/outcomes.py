"""What came of an action that was done: whether it works for those who wanted it, and what changed."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

# "asked": its raiser and backers were asked, and none has said so far. "not checked": none did in time.
Check = Literal["asked", "works", "not checked"]

_THIS = r"(?:(?:it|that|this) )?"
_FOR_US = r"(?: for (?:me|us))?"
_YES = re.compile(
    rf"\s*(?:(?:yes|yep|yeah|yup|ok|okay|fine|great|perfect|lovely|brilliant|it does|{_THIS}works?{_FOR_US}"
    r"|all good|sorted|thanks|thank you|👍|✅)(?![\w'’])[\s,.!;:–-]*)+",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\s*(?:sorry[\s,.!]+)?(?:no|nope|not (?:really|for me|yet|quite)|still (?:not|broken|the same)"
    rf"|{_THIS}(?:does ?n['’]?t|does not|is ?n['’]?t|is not)(?: (?:work(?:ing)?|right|done|fixed))?{_FOR_US})"
    r"(?![\w'’])[\s,.!;:–-]*",
    re.IGNORECASE,
)
_NOT_A_NO = re.compile(r"\s*no (?:problem|worries|need|news|idea|reply|bother)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one action. `check` is empty where there was nobody to ask but those who did it.

    `saved`: time or money, if somebody said so.
    """

    action: int
    check: Check | None
    changed: str | None = None
    changed_at: datetime | None = None
    saved: str | None = None


def read_check(text: str) -> tuple[bool, str] | None:
    """Does it work for them (yes or no), and the words after that; None if neither was said."""
    if (no := _NO.match(text)) and not _NOT_A_NO.match(text):
        return False, text[no.end() :].strip() if no[0].strip().casefold().startswith(("no", "sorry")) else text.strip()
    if yes := _YES.match(text):
        return True, text[yes.end() :].strip()
    return None
