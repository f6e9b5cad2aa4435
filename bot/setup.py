"""The three questions of a new group, each of which can be skipped: nation, facilitator, manager."""

from bot.domain.chat import Ask, Button, Line, Reply
from bot.words import say

NATIONS = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
    "uk-any": "All of the UK",
}


def ask_nation(*before: Line) -> Reply:
    """Whose bank holidays count."""
    return Reply(
        (
            *before,
            say("First, where is this group? I need to know the bank holidays."),
            say('Reply England, Wales, Scotland or Northern Ireland. Or reply "skip".'),
        ),
        ask=Ask("/setup nation {}", None),
        buttons=(
            *(Button(NATIONS[n], f"/setup nation {n}") for n in list(NATIONS)[:4]),
            Button("Skip", "/setup nation skip"),
        ),
    )


def ask_facilitator(*before: Line) -> Reply:
    """Who answers ideas."""
    return Reply(
        (
            *before,
            say("Who will answer the ideas? This person is called the facilitator."),
            say('Reply with their @name, or "me". Or reply "skip".'),
        ),
        ask=Ask("/setup facilitator {}", None),
    )


def ask_manager(*before: Line) -> Reply:
    """Who decides when the facilitator can't."""
    return Reply(
        (
            *before,
            say("Last, who can decide when the facilitator can't? This person is called the manager."),
            say('Reply with their @name, or "me". Or reply "skip".'),
        ),
        ask=Ask("/setup manager {}", None),
    )
