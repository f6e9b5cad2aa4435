"""Keeps tokens and what members write out of the logs, whatever level somebody sets."""

import logging
import re
from typing import Final

HIDDEN: Final = "[token]"
# Slack's tokens by their shape (all workspaces' are known by it), tickets of the socket, and one-time answer addresses.
_SECRET: Final = re.compile(r"xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=ticket=)[\w-]+|(?<=hooks\.slack\.com/)[\w/-]+")
# These write whole bodies: at DEBUG each, at INFO those with a bad signature, as warnings those nobody wanted.
_TALKATIVE: Final = ("slack_bolt", "slack_sdk")


class Redaction(logging.Filter):
    """Takes what is secret out of each record that passes: by its shape, and the secrets it was given."""

    def __init__(self, *secrets: str) -> None:
        super().__init__()
        self._secrets = tuple(sorted({secret for secret in secrets if len(secret) > 7}))

    def filter(self, record: logging.LogRecord) -> bool:
        """Let it pass, without secrets: in its words, and in the traceback it brings."""
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            message = f"{record.msg} {record.args}"
        if (told := self._without(message)) != message:
            record.msg, record.args = told, ()
        if record.exc_info and not record.exc_text:
            traceback = logging.Formatter().formatException(record.exc_info)
            if self._without(traceback) != traceback:
                record.exc_info, record.exc_text = None, traceback
        if record.exc_text:
            record.exc_text = self._without(record.exc_text)
        return True

    def _without(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return _SECRET.sub(HIDDEN, text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Redaction) and other._secrets == self._secrets

    def __hash__(self) -> int:
        return hash(self._secrets)


def keep_quiet(*secrets: str) -> None:
    """Do both, for every handler of the root logger there is by now. Doing it again changes nothing."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    for handler in logging.getLogger().handlers:
        # A handler takes an equal filter once.
        handler.addFilter(Redaction(*secrets))


def libraries_log() -> logging.Logger:
    """Give the log that Slack's libraries write to: nothing below what ends the process comes through it."""
    log = logging.getLogger(_TALKATIVE[0])
    log.setLevel(logging.CRITICAL)
    return log
