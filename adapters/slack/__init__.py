"""Slack, as one of the platforms: where it connects, and what it takes from the environment."""

from collections.abc import Mapping, Sequence

from bot.edges import Adapter, Setup

_SETTINGS = ("BOT_TOKEN", "APP_TOKEN", "SIGNING_SECRET", "API_URL", "COMMANDS", "CLIENT_ID", "CLIENT_SECRET")


def connect(setup: Setup) -> Adapter | None:
    """Give the bot whose token stands in SLACK_BOT_TOKEN. SLACK_API_URL: another Slack, such as GovSlack.

    With SLACK_APP_TOKEN it opens a socket to Slack; with SLACK_SIGNING_SECRET alone, Slack brings requests to
    PUBLIC_URL/slack/events. With SLACK_CLIENT_ID in place of the bot's token, workspaces install it by themselves, at
    PUBLIC_URL/slack/install. SLACK_COMMANDS: what the slash command /said is called there.
    """
    settings = {name: setup.environment.get(f"SLACK_{name}", "").strip() for name in _SETTINGS}
    if not settings["BOT_TOKEN"] and not settings["CLIENT_ID"]:
        return None
    # Here and not above: whoever has no token need not load the library.
    from adapters.slack.assembly import assemble  # noqa: PLC0415

    return assemble(settings, setup)


def manifest(
    environment: Mapping[str, str], commands: Sequence[tuple[str, str, str]], address: str | None, *, quiet: bool
) -> str:
    """Give the app's manifest, to be pasted where Slack makes apps. Raises Unusable."""
    from adapters.slack.app_manifest import manifest as made  # noqa: PLC0415

    return made(commands, environment.get("SLACK_COMMANDS", "").strip().strip("/"), address, quiet=quiet)
