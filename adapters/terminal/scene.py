"""The short scene that plays first: an idea is raised, its answer slips, and the group is told once."""

from dataclasses import dataclass

from adapters.terminal.company import FACILITATOR


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a sentence of the story, then a line as anybody could type it.

    `until`: instead of a line, mornings go by until something is said in this chat, which alone is shown, if it is.
    """

    tells: str
    line: str = ""
    until: str | None = None
    shown: bool = True


_RUTH = f"@{FACILITATOR.casefold()}"

OPENING = (
    Step("Bea says where the group is.", "Bea: press England"),
    Step("Ruth will answer ideas.", "Ruth: > me"),
    Step("Nobody is needed beside her.", "Amy: > skip"),
)
BEFORE = "Bea, Tom and Amy are members of Riverside Voices. Ruth is their facilitator."
STORY = (
    Step("Bea has an idea.", "Bea: /idea a bench at the bus stop"),
    Step("Tom likes it.", "Tom: /back 1"),
    Step("Days go by. The bot reminds Ruth in good time, but she is busy.", until=_RUTH, shown=False),
    Step("More days go by. Now the answer is late.", until=_RUTH),
    Step("Ruth answers in her own words.", "Ruth (dm): yes, because there is room beside the shelter"),
)
LEFT_OUT = "Left out here: the bot's hello, Monday's summary, and the first reminder."
