"""Puts Slack together from the settings: one workspace by its token, or all that install the bot by themselves."""

from collections.abc import Mapping

from adapters.slack.adapter import Slack
from adapters.slack.client import Client
from adapters.slack.installed import Installed
from adapters.slack.installing import BACK, INSTALL, Distribution, Installing
from adapters.slack.leaving import TOLD_BY, Leaving
from adapters.slack.menu import UMBRELLA
from adapters.slack.tokens import OneWorkspace
from adapters.slack.ways import Way
from bot.edges import Setup


def assemble(settings: Mapping[str, str], setup: Setup) -> Slack:
    """Make the adapter. A bot's token in the settings comes first: then it is for that workspace alone."""
    client = Client(settings["API_URL"])
    umbrella = settings["COMMANDS"].strip("/") or UMBRELLA
    way = Way(settings["APP_TOKEN"], settings["SIGNING_SECRET"], settings["BOT_TOKEN"], umbrella, setup.door)
    also = dict.fromkeys(TOLD_BY, Leaving(setup.installations, setup.clock).take)
    if settings["BOT_TOKEN"]:
        one = OneWorkspace(settings["BOT_TOKEN"], client)
        return Slack(client, one, way, setup.clock, also=also)
    public_url = setup.environment.get("PUBLIC_URL", "").strip()
    distribution = Distribution(settings["CLIENT_ID"], settings["CLIENT_SECRET"], public_url, client.url)
    installing = Installing(distribution, setup.installations, client, setup.clock)
    setup.door.add("GET", INSTALL, installing.begin)
    setup.door.add("GET", BACK, installing.back)
    tokens = Installed(setup.installations, setup.clock)
    return Slack(client, tokens, way, setup.clock, also=also, installing=installing)
