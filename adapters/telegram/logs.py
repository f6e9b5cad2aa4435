"""Keeps the token and what members write out of the logs, whatever level somebody sets."""

import logging
from typing import Final

HIDDEN: Final = "[token]"
# At INFO httpx writes each address, which holds the token; at DEBUG the library writes each body.
_TALKATIVE: Final = ("httpx", "httpcore", "telegram")


class Redaction(logging.Filter):
    """Takes one token out of each record that passes."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Let it pass, without the token: in its words, and in the traceback it brings."""
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            message = f"{record.msg} {record.args}"
        if self._token in message:
            record.msg, record.args = message.replace(self._token, HIDDEN), ()
        if record.exc_info and not record.exc_text:
            traceback = logging.Formatter().formatException(record.exc_info)
            if self._token in traceback:
                record.exc_info, record.exc_text = None, traceback
        if record.exc_text:
            record.exc_text = record.exc_text.replace(self._token, HIDDEN)
        return True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Redaction) and other._token == self._token

    def __hash__(self) -> int:
        return hash(self._token)


def keep_quiet(token: str) -> None:
    """Do both, for every handler of the root logger there is by now. Doing it again changes nothing."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    for handler in logging.getLogger().handlers:
        # A handler takes an equal filter once.
        handler.addFilter(Redaction(token))
