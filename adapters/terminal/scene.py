"""The short scene that plays first: an idea is raised, its answer slips, and the group is told once."""

from dataclasses import dataclass

from adapters.terminal.company import FACILITATOR


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a sentence of the story, then a line as anybody could type it.

    `until`: instead of a line, mornings go by until something is said in this chat, which alone is shown.
    What is not `shown` is only told, so that the scene stays short.
    """

    tells: str
    line: str = ""
    until: str | None = None
    shown: bool = True


_RUTH = f"@{FACILITATOR.casefold()}"

OPENING = (
    Step("Bea says where the group is.", "Bea: press England"),
    Step("Ruth says that she will answer.", "Ruth: > me"),
    Step("They need no manager for now.", "Amy: > skip"),
)
BEFORE = "Bea, Tom and Amy are members of Riverside Voices. Ruth is their facilitator."
STORY = (
    Step("Bea has an idea.", "Bea: /idea a bench at the bus stop"),
    Step("Tom backs it. He types /back 1.", "Tom: /back 1", shown=False),
    Step("Days go by. The bot reminds Ruth in good time, but she is busy.", until=_RUTH, shown=False),
    Step("More days go by. Now the answer is late.", until=_RUTH),
    Step("Ruth answers in her own words.", "Ruth (dm): yes, because there is room beside the shelter"),
    Step("Amy takes it on.", "Amy: /action I will choose a bench in 2 weeks, from idea 1"),
)
LEFT_OUT = "Left out here: the bot's hello, its Monday news, and its first words to Ruth."
