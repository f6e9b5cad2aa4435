"""The formats that can be read, one file each; a new file here is a new format.

Each offers `read(source)`: our own transcript's JSON for a chat, a tuple of old ideas for a list, None if the source is
none of its own. It raises TranscriptError for one that is, and can't be read.
"""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from adapters.transcript.source import Source
from bot.domain.past import OldIdea

Json = dict[str, Any]
Format = Callable[[Source], Json | tuple[OldIdea, ...] | None]


def find_formats() -> list[Format]:
    """Every `read` of the files in this folder."""
    return [import_module(f"{__name__}.{module.name}").read for module in iter_modules(__path__)]
