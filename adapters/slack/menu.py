"""What people can start in Slack itself: its slash commands, and its shortcuts with the forms that they open."""

import re
from dataclasses import dataclass
from typing import Final

# Each is a slash command of its own; all others come behind the umbrella, like "/said mine".
NATIVE: Final = ("idea", "answer", "action", "ideas", "help")
UMBRELLA: Final = "said"

SAVE_IDEA: Final = "save_idea"
SAVE_ACTION: Final = "save_action"
NEW_IDEA: Final = "new_idea"

# Slack's names for what people see in its menus: at most 24 letters each.
MESSAGE_SHORTCUTS: Final = {SAVE_IDEA: "Save as an idea", SAVE_ACTION: "Save as an action"}
GLOBAL_SHORTCUTS: Final = {NEW_IDEA: "New idea"}

# What a button is called to Slack; its row and choice stand in its value.
BUTTON: Final = "said"


# Elsewhere a command may carry the bot's name ("/idea@bot"); here Slack itself knows whose it is.
_CALLED: Final = re.compile(r"(?<![\w/])/(?P<name>[a-z]+)\b(?:@\w+)?")


@dataclass(frozen=True, slots=True)
class Menu:
    """The commands there are, and the slash command that leads to those which have none of their own."""

    names: frozenset[str] = frozenset()
    umbrella: str = UMBRELLA

    def shown(self, text: str) -> str:
        """Our words as they can be typed here: Slack itself refuses "/undo", so they say "/said undo"."""
        return _CALLED.sub(self._shown, text)

    def _shown(self, called: re.Match[str]) -> str:
        name = called["name"]
        if name in NATIVE:
            return f"/{name}"
        return f"/{self.umbrella} {name}" if name in self.names else called[0]


def typed(command: str, text: str) -> str:
    """What somebody typed as a slash command, as one of ours: "/idea a bench", "/said idea a bench", "/riverside-idea".

    Slack's names are not ours alone, so a group may have registered them with something in front.
    Whatever is none of the native ones is the umbrella, by what name ever.
    """
    name = command.lstrip("/").rpartition("-")[2].casefold()
    words = text.strip()
    if name in NATIVE:
        return f"/{name} {words}".strip()
    return "/" + (words.lstrip("/!#").strip() or "help")
