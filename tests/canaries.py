"""Listens to every log at DEBUG while a test runs: no member's words and no secret may be in it (X-08)."""

import logging
import re
from typing import Self

from bot.domain.chat import Incoming
from bot.process.logbook import lines

# What the tests' tokens and secrets look like; each opens nothing.
SECRETS = re.compile(
    r"\d{5,}:[\w-]*canary|xox[a-z]-\w|xapp-\w|hooks\.slack\.com/\w|(signing|client|metrics)-(secret|canary)|k{32}"
)
# The root, and those whose level the command line sets.
OURS = ("", "__main__", "bot", "adapters", "reminders", "storage")
# Shorter words could stand in a log by chance.
SHORTEST = 8

_heard: set[str] = set()
_make = Incoming.__init__


def _listening(self: Incoming, *args: object, **kwargs: object) -> None:
    _make(self, *args, **kwargs)  # type: ignore[arg-type]
    _heard.add(self.text)


# Whatever platform it comes by, what a member says is one of these.
Incoming.__init__ = _listening  # type: ignore[method-assign]


class Canaries(logging.Handler):
    """Keeps what was logged, as the running bot would write it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(lines())
        self.logged: list[str] = []
        _heard.clear()

    def __enter__(self) -> Self:
        # First, so that it meets a record before the filters that other tests have left.
        logging.getLogger().handlers.insert(0, self)
        for name in OURS:
            logging.getLogger(name).setLevel(logging.DEBUG)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)
        logging.getLogger().setLevel(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        # The fake platforms' own servers write there; the bot's door keeps no such log.
        if record.name != "aiohttp.access":
            self.logged.append(self.format(record))

    def leaks(self) -> list[str]:
        """Give the lines that tell what they must not."""
        words = {_own_words(text) for text in _heard}
        said = {text for text in words if len(text) >= SHORTEST and " " in text}
        return [line for line in self.logged if SECRETS.search(line) or any(text in line for text in said)]


def _own_words(text: str) -> str:
    """What somebody said beside a command: a log may name that."""
    return text.split(maxsplit=1)[-1].strip() if text.startswith(("/", "!", "#")) else text.strip()
