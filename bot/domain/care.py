"""Who cares for a group's list: who answers for what it keeps, and a person to call with a worry (DOMAIN 5f, 5g)."""

from dataclasses import dataclass

LONGEST = 100
# Goes up with each change of what /privacy says, so that each group is told of it once.
NOTE = 1


@dataclass(frozen=True, slots=True)
class Care:
    """In the group's own words: the controller ("keeper"), and a name and number to call; None: not said so far.

    `note`: the version of the privacy note that the group was told of last.
    """

    keeper: str | None = None
    contact: str | None = None
    note: int = 0
