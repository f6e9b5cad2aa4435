"""Opens whatever file of the past is given: its format is found by looking, and never has to be named."""

from pathlib import Path

from adapters.transcript.errors import TranscriptError
from adapters.transcript.explicit import actions_said, explicit
from adapters.transcript.formats import find_formats
from adapters.transcript.reading import parse, read
from adapters.transcript.source import Source
from adapters.transcript.transcript import Transcript
from bot.domain.past import OldIdea
from bot.grammar import Names


def load(path: Path) -> Transcript:
    """Read a chat: a transcript or a platform's export. Raises TranscriptError with one sentence."""
    found = _open(path)
    if isinstance(found, Transcript):
        return found
    raise TranscriptError(f"{path.name} is a list of ideas and no chat; to take it in, use import")


def old_ideas(path: Path, names: Names) -> tuple[tuple[OldIdea, ...], int]:
    """Read the ideas in a list of old ones, or those said in a chat to be one; and how many actions a chat has.

    Raises TranscriptError.
    """
    found = _open(path)
    if isinstance(found, Transcript):
        return explicit(found, names), actions_said(found, names)
    return found, 0


def _open(path: Path) -> Transcript | tuple[OldIdea, ...]:
    source = Source(path)
    for format_ in find_formats():
        found = format_(source)
        if found is not None:
            return found if isinstance(found, tuple) else read(found)
    if path.is_dir() or source.members:
        raise TranscriptError(f"I find no chat in {source.name}")
    if source.content.lstrip()[:1] in (b"{", b"[") or source.name.casefold().endswith(".json"):
        return read(parse(source.name, source.content))
    raise TranscriptError(
        f"I can't tell what {source.name} is; I read chats of Telegram, Slack and WhatsApp, CSV files and spreadsheets"
    )
