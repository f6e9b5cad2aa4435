"""Makes every id of a transcript a name that an @ can lead to, since the core's @names are one plain word.

`@bea-1` becomes `@bea_1` on its way in and `@bea-1` again on its way out.
"""

import re
from collections.abc import Collection, Iterable

from bot.domain.chat import Mention

_PLAIN = re.compile(r"[A-Za-z0-9_]+\Z")


class Handles:
    """The @names of people by their ids (as text), and texts with one or with the other."""

    def __init__(self, keys: Iterable[str], texts: Collection[str]) -> None:
        self._handles: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        written = "\n".join(texts).casefold()
        keys = sorted(keys, key=lambda key: not _PLAIN.match(key))
        taken: set[str] = set()
        for key in keys:
            handle = re.sub(r"[^A-Za-z0-9_]", "_", key) or "_"
            while handle.casefold() in taken or (handle != key and f"@{handle}".casefold() in written):
                handle += "_"
            taken.add(handle.casefold())
            self._handles[key] = handle
            self._folded.setdefault(key.casefold(), key)
        self._to_core = _any_of(self._handles)
        self._changed = {handle.casefold(): key for key, handle in self._handles.items() if handle != key}
        self._from_core = _any_of(self._changed)

    def of(self, key: str) -> str:
        """Give the @name of a person, without the @."""
        return self._handles[key]

    def taken(self, name: str) -> bool:
        """Say whether somebody is called this."""
        return name in self._handles.values()

    def into(self, text: str) -> tuple[str, tuple[Mention, ...]]:
        """Give a text as the core reads it, and whom it mentions."""
        mentions: list[Mention] = []

        def rename(match: re.Match[str]) -> str:
            who = match["who"]
            key = who if who in self._handles else self._folded.get(who.casefold())
            # A few letters are the same to a pattern that ignores case, and not to casefold.
            if key is None:
                return match[0]
            as_typed = who.casefold() == self._handles[key].casefold()
            mentions.append(Mention(f"@{who if as_typed else self._handles[key]}", key))
            return mentions[-1].words

        return self._to_core.sub(rename, text), tuple(dict.fromkeys(mentions))

    def out_of(self, text: str) -> str:
        """Give a text of the core as people write it."""
        return self._from_core.sub(lambda match: f"@{self._changed.get(match['who'].casefold(), match['who'])}", text)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Match an @ and one of the words, the longest that fits; not in "bea@example.org"."""
    longest = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])@(?P<who>{longest or '(?!)'})(?!\w|[-.]\w)", re.IGNORECASE)
