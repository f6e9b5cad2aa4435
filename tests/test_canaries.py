"""The canaries sing: a log that tells a member's words or a secret fails the test that made it (X-08)."""

import logging

import pytest

from bot.command import Command, Commands, Request
from bot.domain.chat import Reply
from tests.canaries import Canaries
from tests.house import Room

log = logging.getLogger("bot.somewhere")


async def test_X_08_words_that_were_heard_are_found_in_any_log_at_any_level(here: Room, canaries: Canaries) -> None:
    await here.says("bea", "/idea a cobalt bench")
    assert canaries.leaks() == []
    log.debug("heard a cobalt bench")
    log.info("heard", extra={"text": "a cobalt bench"})
    [first, second] = canaries.leaks()
    assert "level=debug" in first
    assert "cobalt" in second
    canaries.logged.clear()


@pytest.mark.parametrize("secret", ["123456:canary-token_AAExyz", "xoxb-1-a", "xapp-1-a", "signing-secret", "k" * 32])
def test_X_08_secrets_are_found_by_their_shape(secret: str, canaries: Canaries) -> None:
    log.warning("the token is %s", secret)
    assert len(canaries.leaks()) == 1
    canaries.logged.clear()


async def test_X_08_what_breaks_over_a_members_words_does_not_tell_them(here: Room, canaries: Canaries) -> None:
    def breaks(request: Request) -> Reply:
        raise KeyError(request.rest)

    here.house.commands = Commands([*here.house.commands.all, Command("boom", breaks, "Break.", "/boom")])
    await here.says("bea", "/boom a cobalt bench")
    assert any("KeyError" in line for line in canaries.logged)
    assert canaries.leaks() == []
