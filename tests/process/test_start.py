"""What a command loads: no platform's library without that platform's token (issue 8, f)."""

import json
import subprocess
import sys

from tests.benchmarks.start import SDKS, modules

_CONNECTS = """
import json, sys
from adapters.door import Door
from bot.edges import Setup
from bot.process.running import connect
from reminders.clock import SystemClock
from storage.vault import Vault
for environment in json.loads(sys.argv[1]):
    connect(Setup(environment, SystemClock(), Door(environment), Vault(environment)))
    print(json.dumps(list(sys.modules)))
"""


def _loaded(*environments: dict[str, str]) -> list[set[str]]:
    """The platforms' libraries that are there after each of these was connected, one after the other."""
    command = [sys.executable, "-c", _CONNECTS, json.dumps(environments)]
    told = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - our own words
    return [set(json.loads(line)) & SDKS for line in told.stdout.splitlines()]


def test_trying_it_loads_no_library_of_a_platform() -> None:
    loaded = {name.partition(".")[0] for name in modules()}
    assert {"bot", "sqlalchemy"} <= loaded
    assert loaded & SDKS == set()


def test_without_its_token_no_platforms_library_is_loaded() -> None:
    nothing, telegram = _loaded({}, {"TELEGRAM_TOKEN": "1:none"})
    assert nothing == set()
    assert telegram == {"telegram", "httpx"}


def test_with_slacks_token_alone_telegrams_library_is_not_loaded() -> None:
    token = {"SLACK_BOT_TOKEN": "xoxb-none"}
    _, slack = _loaded(token | {"SLACK_APP_TOKEN": "xapp-none"}, token | {"SLACK_SIGNING_SECRET": "none"})
    assert "slack_sdk" in slack
    assert not slack & {"telegram", "httpx"}
