"""The terminal, as one of the platforms: a chat to try things in, which never runs beside the others."""

from bot.edges import Adapter, Setup


def connect(setup: Setup) -> Adapter | None:  # noqa: ARG001 - a platform's shape
    """Give nothing: no token stands for a terminal. It is opened by `play` of `adapters/terminal/play.py`."""
    return None
