"""Updates of this very minute, for a process that lives by the machine's clock.

An older one would be late at once: on some days of the week the bot would speak of the weeks between.
"""

from datetime import UTC, datetime

from tests.adapters.telegram import people
from tests.adapters.telegram.people import Json


def message(number: int, text: str = "/idea a bench") -> Json:
    """Make an update with a message in the group, sent now."""
    return people.message(number, text, date=int(datetime.now(UTC).timestamp()))
