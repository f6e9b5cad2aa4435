"""One-time codes that link a person, or a group, over two platforms: each is shown once, and kept only as a hash."""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, String, Table, delete, func, select, update

from storage.personal import NOBODY, NOTHING, of_somebody
from storage.schema import Key, UtcDateTime, metadata

LASTS: Final = timedelta(minutes=10)
# After so many wrong codes within the time, none is looked at any more: 8 of 32 signs are 40 bits.
MISSES: Final = 5
MISSED_WITHIN: Final = timedelta(hours=1)
# No I, L, O or U: read as 1, 1, 0 and V, they mean the same when they are typed.
_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE: Final = str.maketrans("ILOU", "110V")
_LENGTH: Final = 8

codes = Table(
    "codes",
    metadata,
    Column("hash", String, primary_key=True),
    of_somebody("person_id", NOTHING, "Codes you were shown", "platform until used_at", nullable=False),
    # Empty: it links a person, and not a group.
    Column("group_id", BigInteger, ForeignKey("groups.id")),
    Column("platform", String, nullable=False),
    Column("tenant", String, nullable=False),
    Column("until", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    of_somebody("used_by_id", NOBODY, "Codes you used", "platform used_at"),
)

misses = Table(
    "misses",
    metadata,
    Column("id", Key, primary_key=True),
    of_somebody("person_id", NOTHING, "Codes you typed that were wrong", "at", nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was shown: by whom and where, for which group (None: for the person), and until when it counts."""

    person: int
    group: int | None
    platform: str
    tenant: str
    until: datetime
    used: bool


def _hash(typed: str) -> str:
    signs = re.sub(r"[^0-9A-Z]", "", typed.upper()).translate(_ALIKE)
    return hashlib.sha256(signs.encode()).hexdigest()


class Codes:
    """Questions about codes. Whoever types one is not in the group yet, so they are asked before any group is known."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def show(self, person: int, platform: str, tenant: str, now: datetime, for_group: int | None = None) -> str:
        """A new code, as it is to be typed; an earlier one of the same kind does not count any more."""
        earlier = codes.c.person_id == person, codes.c.group_id.is_not_distinct_from(for_group)
        self._db.execute(
            update(codes).where(*earlier, codes.c.used_at.is_(None), codes.c.until > now).values(until=now)
        )
        code = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
        self._db.execute(
            codes.insert().values(
                hash=_hash(code), person_id=person, group_id=for_group, platform=platform, tenant=tenant,
                until=now + LASTS,
            )
        )  # fmt: skip
        return f"{code[:4]}-{code[4:]}"

    def find(self, typed: str) -> Code | None:
        """The code that these words are, however its letters and dashes are typed; also one that is over."""
        row = self._db.execute(select(codes).where(codes.c.hash == _hash(typed))).one_or_none()
        if row is None:
            return None
        return Code(row.person_id, row.group_id, row.platform, row.tenant, row.until, row.used_at is not None)

    def use(self, typed: str, person: int, now: datetime) -> bool:
        """It counts for this person, now; False if it was used or is over."""
        this = update(codes).where(codes.c.hash == _hash(typed), codes.c.used_at.is_(None), codes.c.until > now)
        return self._db.execute(this.values(used_at=now, used_by_id=person)).rowcount == 1

    def missed(self, person: int, now: datetime) -> None:
        """They typed a code that there is not."""
        self._db.execute(delete(misses).where(misses.c.at <= now - MISSED_WITHIN))
        self._db.execute(misses.insert().values(person_id=person, at=now))

    def too_many(self, person: int, now: datetime) -> bool:
        """They typed so many wrong codes of late that no other is looked at."""
        of_late = select(func.count()).where(misses.c.person_id == person, misses.c.at > now - MISSED_WITHIN)
        return self._db.execute(of_late).scalar_one() >= MISSES
