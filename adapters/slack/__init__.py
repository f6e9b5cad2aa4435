"""Slack, as one of the platforms: where it connects, and what it takes from the environment."""

from collections.abc import Sequence

from bot.ports import Adapter, Setup


def connect(setup: Setup) -> Adapter | None:
    """Give the bot of Slack, or None: it is not made yet."""
    del setup
    return None


def manifest(commands: Sequence[tuple[str, str, str]], address: str | None, *, quiet: bool) -> str:
    """Give the app's manifest, to be pasted where Slack makes apps. Raises Unusable."""
    # Here and not above: whoever has no Slack need not load the library.
    from adapters.slack.app_manifest import manifest as made  # noqa: PLC0415

    return made(commands, address, quiet=quiet)
