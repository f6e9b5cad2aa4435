"""A secret that is being changed is written in the same way wherever there is one: with commas between (X-09, S-22)."""

import pytest

from adapters.door import Door
from adapters.slack.ways import Way
from adapters.telegram.endpoint import endpoint
from bot.domain.errors import Unusable
from bot.edges import Setup
from reminders.clock import MovedClock
from storage.sealing import Seal, seal_for_people
from storage.vault import Vault
from tests.house import START

NEW, OLD = "n" * 32, "o" * 32
CLOCK = MovedClock(START)


def _telegram(setting: str) -> tuple[str, ...] | None:
    settings = {"PUBLIC_URL": "https://a.example", "TELEGRAM_WEBHOOK_SECRET": setting}
    found = endpoint(Setup(settings, CLOCK, Door({}), Vault({})))
    if found is None:
        return None
    found.check()
    return found.secrets


@pytest.mark.parametrize(
    "setting", ["{new},{old}", "{new},,{old}", " {new} , {old} ", "{new},{old},{new}", ",{new},{old},"]
)
def test_commas_and_blanks_mean_the_same_for_each_secret(setting: str) -> None:
    written = setting.format(new=NEW, old=OLD)
    assert _telegram(written) == Way(signing_secret=written).signing_secrets == (NEW, OLD)
    both = Seal(written)
    assert [both.open(Seal(key).seal("a token")) for key in (NEW, OLD)] == ["a token"] * 2
    assert Seal(NEW).open(both.seal("a token")) == "a token"


@pytest.mark.parametrize("setting", ["", " ", ",", " , ", ",\t,\n"])
def test_a_setting_that_is_all_blank_is_as_if_it_was_not_set(setting: str) -> None:
    assert _telegram(setting) is None
    assert seal_for_people(setting) is None
    with pytest.raises(Unusable, match="SECRET_KEY is not set"):
        Seal(setting)
    with pytest.raises(Unusable, match="Slack has no way to reach me"):
        Way(signing_secret=setting).check()
    Way("xapp-1", setting).check()
