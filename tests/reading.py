"""How hard a message of the bot is to read: what every message that any test causes is held to."""

import re
from collections.abc import Collection
from functools import cache

import textstat

from bot.domain.chat import Span, Text

GRADE = 6.0
LONGEST_SENTENCE = 15
FORBIDDEN = re.compile(
    r"\b(?:failed|overdue|non-compliant|escalat\w*|breach\w*|you have not|you must|submission|ticket|assignee|deadline"
    r"|stakeholder|stalled|blocked|deliverable|upvote|service user)\b",
    re.IGNORECASE,
)


def without(text: Text, patterns: Collection[str]) -> Text:
    """A message without its lines that were said by these patterns of the catalogue, each with holes filled somehow."""
    if not patterns:
        return text
    said = re.compile("|".join(re.sub(r"\\{[^}]*\\}", ".*", re.escape(pattern)) for pattern in patterns if pattern))
    lines: list[list[Span]] = [[]]
    for span in text:
        first, *others = span.text.split("\n")
        lines[-1].append(span._replace(text=first))
        lines += [[span._replace(text=line)] for line in others]
    kept = [line for line in lines if not said.fullmatch("".join(span.text for span in line))]
    return tuple(span for line in kept for span in (*line, Span("\n")))


@cache
def hard_to_read(text: Text) -> tuple[str, ...]:
    """What is wrong with a message, in our own words: members' words count as a few plain ones."""
    ours = "".join("a bench" if span.quoted else span.text for span in text)
    # The two roles are named in each message that needs them; they count as words of two syllables.
    plain = re.sub(r"\b(?:facilitator|manager)\b", "leader", ours, flags=re.IGNORECASE)
    found = [f"not our word: {word}" for word in FORBIDDEN.findall(ours)]
    sentences = [s for line in plain.split("\n") for s in re.split(r"(?<=[.!?:])\s+", line) if s.strip()]
    found += [f"too long: {s}" for s in sentences if len(re.findall(r"[\w'’/£@-]+", s)) > LONGEST_SENTENCE]
    grade = textstat.flesch_kincaid_grade(plain)
    if grade > GRADE:
        found.append(f"grade {grade:.1f}: {ours}")
    return tuple(found)
