"""A transcript, as one of the platforms: a chat of the past in a file, played by `python -m bot replay`."""

from bot.edges import Adapter, Setup


def connect(setup: Setup) -> Adapter | None:  # noqa: ARG001 - a platform's shape
    """Give nothing: a transcript is over, so the running bot has nothing to listen to."""
    return None
