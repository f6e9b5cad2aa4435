"""Slack, as one of the platforms: where it connects, and what it takes from the environment."""

from bot.edges import Adapter, Setup


def connect(setup: Setup) -> Adapter | None:
    """Give the bot whose token stands in SLACK_BOT_TOKEN. SLACK_API_URL: another Slack, such as GovSlack.

    With SLACK_APP_TOKEN it opens a socket to Slack; with SLACK_SIGNING_SECRET alone, Slack brings requests to
    PUBLIC_URL/slack/events. SLACK_COMMANDS: what the slash command /said is called in that workspace.
    """
    settings = {
        name: setup.environment.get(f"SLACK_{name}", "").strip()
        for name in ("BOT_TOKEN", "APP_TOKEN", "SIGNING_SECRET", "API_URL", "COMMANDS")
    }
    if not settings["BOT_TOKEN"]:
        return None
    # Here and not above: whoever has no token need not load the library.
    from adapters.slack.adapter import Slack  # noqa: PLC0415
    from adapters.slack.client import Client  # noqa: PLC0415
    from adapters.slack.menu import UMBRELLA  # noqa: PLC0415
    from adapters.slack.tokens import OneWorkspace  # noqa: PLC0415
    from adapters.slack.ways import Way  # noqa: PLC0415

    client = Client(settings["API_URL"])
    umbrella = settings["COMMANDS"].strip("/") or UMBRELLA
    way = Way(settings["APP_TOKEN"], settings["SIGNING_SECRET"], settings["BOT_TOKEN"], umbrella, setup.door)
    return Slack(client, OneWorkspace(settings["BOT_TOKEN"], client), way, setup.clock)
