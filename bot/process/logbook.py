"""How a running bot writes its log: a line a thing that happened, in fields, with numbers and no member's words."""

import logging
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import structlog

from bot.domain.errors import Away

_HOUSE = Path(__file__).parents[2]


def keep_log() -> None:
    """Write what goes to the log from now on in such lines, unless a log is kept already."""
    handler = logging.StreamHandler()
    handler.setFormatter(lines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def lines() -> logging.Formatter:
    """Make each record a line: `at=… level=… logger=… event=…` and what else is known of it."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.ExtraAdder(),
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper("iso", utc=True, key="at"),
        ],
        processors=[
            without_words,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.LogfmtRenderer(key_order=["at", "level", "logger", "event"], drop_missing=True),
        ],
    )


def without_words(_: object, __: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Tell of an exception what kind it is and where it was raised: what it says may quote a member.

    A database that is away quotes nobody.
    """
    raised = fields.pop("exc_info", None)
    if raised and raised[0]:
        frames = reversed(traceback.extract_tb(raised[2])[-5:])
        fields["error"] = raised[0].__name__
        if isinstance(raised[1], Away):
            fields["why"] = str(raised[1])
        fields["where"] = " < ".join(f"{_short(frame.filename)}:{frame.lineno}" for frame in frames)
    return fields


def _short(file: str) -> str:
    path = Path(file)
    return path.relative_to(_HOUSE).as_posix() if path.is_relative_to(_HOUSE) else path.name
