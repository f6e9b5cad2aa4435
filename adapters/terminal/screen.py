"""Shows what each chat sees, private words apart from the group's; readable without colours and in a pipe."""

import io
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.text import Text as Styled

from adapters.terminal.inbound import CHAT
from bot.domain.chat import Span, Text

_NARROWEST = 30


class Screen:
    """Where the chats are shown. On a terminal lines are wrapped under their indent; else they stay whole."""

    def __init__(self, out: TextIO) -> None:
        if isinstance(out, io.TextIOWrapper):
            # A terminal that lacks a letter shows "?" rather than breaking off.
            out.reconfigure(errors="replace")
        self._console = Console(
            file=out, force_terminal=out.isatty(), markup=False, emoji=False, highlight=False, soft_wrap=True
        )
        self._place: str | None = None
        self._headed = False
        self._time = self._told = ""
        self._shown: Collection[str] | None = None

    def narrate(self, sentence: str) -> None:
        """A line of the story."""
        self._place = None
        self._put(())
        self._put((Span(sentence),), style="bold")
        self._headed = True

    def note(self, *sentences: str) -> None:
        """Words of the terminal itself."""
        self._place = None
        self._headed = False
        for sentence in sentences:
            self._put((Span(sentence),))

    def time(self, now: str) -> None:
        """The time from here on; it is shown above the next message."""
        self._time = now

    def tell_time(self) -> None:
        """Show the time now, if it was not shown yet."""
        if self._told != self._time:
            self._told = self._time
            self.narrate(f"{self._time}.")

    def message(self, lane: str, name: str, head: str, lines: Sequence[Text]) -> None:
        """One message in its chat. `name` is whose private chat it is; `head` says who speaks."""
        if self._shown is not None and lane not in self._shown:
            return
        self.tell_time()
        if self._place != lane:
            if not self._headed:
                self._put(())
            self._place, self._headed = lane, False
            where = "In the group:" if lane == CHAT else f"Privately, for {name} alone:"
            self._put((Span(where),), indent=self._indent(lane))
        first, *others = lines or [()]
        self._put((Span(head), *((Span(" "), *first) if first else ())), indent=self._indent(lane) + 2)
        for line in others:
            self._put(line, indent=self._indent(lane) + 4)

    @contextmanager
    def showing(self, lanes: Collection[str] | None) -> Iterator[None]:
        """Within it, only these chats are shown; all, if none are named."""
        before, self._shown = self._shown, lanes
        try:
            yield
        finally:
            self._shown = before

    def _indent(self, lane: str) -> int:
        return 0 if lane == CHAT else 6

    def _put(self, line: Text, indent: int = 0, style: str = "") -> None:
        styled = Styled(style=style)
        for span in line:
            styled.append(span.text, "italic" if span.quoted else "bold" if span.person else None)
        front = Styled(" " * indent)
        if not self._console.is_terminal:
            self._console.print(front + styled)
            return
        parts = styled.wrap(self._console, max(_NARROWEST, self._console.width - indent - 2)) or [Styled()]
        for number, part in enumerate(parts):
            self._console.print(front + (" " * 2 if number else "") + part)
