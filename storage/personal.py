"""What a column that holds a person means to them: what is theirs to see, and what is left once they are forgotten.

Each table says it in its own file, beside the column. A new one that says nothing fails a test, and forgets nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from sqlalchemy import BigInteger, Column, ForeignKey, Text

from storage.schema import Json

Leaves = Literal["member", "nobody", "nothing"]

# The row stays, as that of "a member"; or it stays, and names nobody any more; or it goes.
MEMBER: Final = "member"
NOBODY: Final = "nobody"
NOTHING: Final = "nothing"

# Short words of people's own: a name may stand in them, as in every long text and everything kept as JSON.
WORDS: Final[dict[Any, Any]] = {"words": True}
# Words that a row is found by: one that names somebody goes with them, for without the name two may be alike.
FOUND_BY: Final[dict[Any, Any]] = {**WORDS, "goes": True}


@dataclass(frozen=True, slots=True)
class Personal:
    """What is left of a row once its person is forgotten, its `title` in their own file, and the columns shown there.

    `then`: what such a row holds from then on. `beside`: their words in a table of its own, where nothing else tells
    whose they are.
    """

    leaves: Leaves
    title: str
    shows: tuple[str, ...]
    then: Mapping[str, Any] = field(default_factory=dict)
    beside: Column[str] | None = None


def of_somebody(
    name: str,
    leaves: Leaves,
    title: str,
    shows: str,
    *,
    then: Mapping[str, Any] | None = None,
    beside: Column[str] | None = None,
    nullable: bool = True,
    primary_key: bool = False,
    index: bool | None = None,
) -> Column[int]:
    """A column that holds a person, and says what it means to them."""
    return Column(
        name,
        BigInteger,
        ForeignKey("people.id"),
        nullable=nullable and not primary_key,
        primary_key=primary_key,
        index=index,
        info={"personal": Personal(leaves, title, tuple(shows.split()), then or {}, beside)},
    )


def personal(column: Column[Any]) -> Personal:
    """What the column says. Raises LookupError if it says nothing: whoever made it has to."""
    said: Personal | None = column.info.get("personal")
    if said is None:
        raise LookupError(f"{column} holds a person, and does not say what is left once they are forgotten")
    return said


def has_words(column: Column[Any]) -> bool:
    """Are these words of people, in which a name may stand?"""
    return isinstance(column.type, Text | Json) or "words" in column.info
