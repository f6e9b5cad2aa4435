"""Slack, as one of the platforms: where it connects, and what it takes from the environment."""

from bot.ports import Adapter, Setup


def connect(setup: Setup) -> Adapter | None:
    """Nothing yet: the tokens come first."""
    del setup
    return None
