"""Finds out what ideas mean, where the extra `meaning` is installed: words as numbers, from a file, on this machine.

The static embedding model stands inside wordllama's own wheel. Nothing is downloaded, and no word leaves the machine.
"""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bot.ports import Meaning

# A group of ten thousand ideas is looked through without reading any of them twice.
REMEMBERED = 20_000


def find_meaning() -> Meaning | None:
    """The model, if the extra is installed; it takes a second or two to load, so once, at the start."""
    return StaticModel() if find_spec("wordllama") else None


class StaticModel:
    """Texts as vectors: the mean of their words', which know no order and no "not"."""

    def __init__(self) -> None:
        package = import_module("wordllama")
        folder = Path(str(package.__file__)).parent
        self._model = package.WordLlama.load(cache_dir=folder, disable_download=True)
        self._stack = import_module("numpy").stack
        self._vectors: dict[str, Any] = {}

    def nearness(self, text: str, others: Sequence[str]) -> list[float]:
        """How near each of the others is in what it means: 1 is the same, 0 has nothing to do with it."""
        if not others:
            return []
        rows = self._rows([text, *others])
        near: list[float] = (rows[1:] @ rows[0]).tolist()
        return near

    def _rows(self, texts: list[str]) -> Any:  # noqa: ANN401 - a matrix of a library that may not be here
        if len(self._vectors) + len(texts) > REMEMBERED:
            self._vectors.clear()
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            # A text without words is the model's zero, and no number at all once it is divided by its length.
            vectors = self._model.embed([text or "." for text in new], norm=True)
            self._vectors.update(zip(new, vectors, strict=True))
        return self._stack([self._vectors[text] for text in texts])
