"""Where lines come from: keys with a prompt on a terminal, else a file or pipe read to its end."""

import io
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession


class Keyboard(Protocol):
    """Lines as they are typed. `live`: somebody sits there and reads along."""

    live: bool

    def lines(self, speaker: Callable[[], str]) -> AsyncIterator[str]:
        """Give each line; `speaker` says who speaks if the line names nobody."""
        ...


class Prompted:
    """Keys on a terminal. The line vanishes when it is done: the chat shows it where it was said."""

    live = True

    def __init__(self, session: "PromptSession[str]") -> None:
        self._session = session

    async def lines(self, speaker: Callable[[], str]) -> AsyncIterator[str]:
        """Ask for a line until Ctrl-D or Ctrl-C; the prompt says who speaks if no name is typed."""
        while True:
            try:
                yield await self._session.prompt_async(f"\n{speaker()} > ")
            except (EOFError, KeyboardInterrupt):
                return


class Piped:
    """A file or a pipe; None is a standard input that was closed."""

    live = False

    def __init__(self, stdin: TextIO | None) -> None:
        if isinstance(stdin, io.TextIOWrapper):
            # Whatever the terminal speaks, files are in UTF-8; what is none is shown as "\ufffd", and ends nothing.
            stdin.reconfigure(encoding="utf-8", errors="replace")
        self._stdin = stdin

    async def lines(self, speaker: Callable[[], str]) -> AsyncIterator[str]:  # noqa: ARG002 - no prompt
        """Give each line to the end."""
        for line in self._stdin or ():
            yield line.rstrip("\n")


def open_keyboard(stdin: TextIO | None) -> Keyboard:
    """The keyboard behind a standard input."""
    if stdin is None or not stdin.isatty():
        return Piped(stdin)
    # Here and not above: a pipe need not wait until this library is loaded.
    from prompt_toolkit import PromptSession  # noqa: PLC0415
    from prompt_toolkit.input import create_input  # noqa: PLC0415

    return Prompted(PromptSession(input=create_input(stdin), erase_when_done=True, reserve_space_for_menu=0))
