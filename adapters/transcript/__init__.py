"""A transcript, as one of the platforms: a chat of the past in a file, played by `python -m bot replay`."""

from collections.abc import Mapping

from bot.ports import Adapter, Clock


def connect(environment: Mapping[str, str], clock: Clock) -> Adapter | None:  # noqa: ARG001
    """Give nothing: a transcript is over, so the running bot has nothing to listen to."""
    return None
