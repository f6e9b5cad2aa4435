"""What was given to be read: a file, a folder or a zip of files, opened kindly."""

import json
import zipfile
from functools import cached_property
from pathlib import Path
from typing import Any

from adapters.transcript.errors import TranscriptError

# No export of words alone is as large; a small zip can hold a whole disk of nothing.
LARGEST = 300_000_000


class Source:
    """A file, folder or zip by its path. Raises TranscriptError with one sentence where it can't be opened."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name or str(path)

    @cached_property
    def content(self) -> bytes:
        """All of a file; nothing of a folder."""
        if self.path.is_dir():
            return b""
        try:
            if self.path.stat().st_size > LARGEST:
                raise TranscriptError(f"{self.name} is too large")
            return self.path.read_bytes()
        except OSError as error:
            why = (error.strerror or "no reason given").lower()
            raise TranscriptError(f"{self.name} can't be opened ({why})") from None

    @cached_property
    def text(self) -> str | None:
        """A file's text in whichever way it was written; None if it is none."""
        if b"\0" in self.content[:1000] and not self.content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return None
        encodings = ("utf-16",) if self.content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
        for encoding in encodings:
            try:
                return self.content.decode(encoding)
            except UnicodeDecodeError:
                continue
        return None

    @cached_property
    def json(self) -> Any:  # noqa: ANN401 - JSON
        """A file's JSON; None if it is none."""
        return read_json(self.content) if self.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else None

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The files in a folder or zip, by their paths in it; none in a plain file."""
        if self.path.is_dir():
            return tuple(sorted(f.relative_to(self.path).as_posix() for f in self.path.rglob("*") if f.is_file()))
        if not self.content.startswith(b"PK"):
            return ()
        try:
            with zipfile.ZipFile(self.path) as zipped:
                if sum(info.file_size for info in zipped.infolist()) > LARGEST:
                    raise TranscriptError(f"{self.name} is too large")
                return tuple(sorted(info.filename for info in zipped.infolist() if not info.is_dir()))
        except (zipfile.BadZipFile, OSError):
            raise TranscriptError(f"{self.name} is a zip that can't be opened") from None

    def member(self, name: str) -> bytes:
        """All of one file in a folder or zip."""
        try:
            if self.path.is_dir():
                return (self.path / name).read_bytes()
            with zipfile.ZipFile(self.path) as zipped:
                return zipped.read(name)
        except (zipfile.BadZipFile, OSError, RuntimeError):
            raise TranscriptError(f"{name} in {self.name} can't be opened") from None


def read_json(content: bytes) -> Any:  # noqa: ANN401 - JSON
    """JSON in UTF-8, with or without a mark in front; None if it is none."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
