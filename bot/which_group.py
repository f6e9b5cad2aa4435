"""Which of their groups somebody means in private: by its name, or with its number too where two have the same name."""

import re
from collections.abc import Sequence

from bot.domain.chat import Ask, Button, Group, Person, Quote, Reply
from bot.words import say


def called(groups: Sequence[Group]) -> list[str]:
    """What each of somebody's groups is called to them, in their order."""
    names = [group.name.casefold() for group in groups]
    return [
        group.name if names.count(name) == 1 else f"{group.name} ({group.id})"
        for group, name in zip(groups, names, strict=True)
    ]


def meant(groups: Sequence[Group], words: str | None) -> Group | None:
    """The one that these words (in small letters) name; None: none of theirs, or not which of two."""
    pairs = zip(groups, called(groups), strict=True)
    return next((group for group, name in pairs if words in (str(group.id), name.casefold())), None)


def named_in(groups: Sequence[Group], words: str) -> str | None:
    """What is named in a reply to "Which group?": "Riverside please" names Riverside, if no other name is in it."""
    said = words.casefold()
    if meant(groups, said.strip()):
        return words.strip()
    found = [name for name in called(groups) if re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", said)]
    return found[0] if len(found) == 1 else None


def which(groups: Sequence[Group], text: str, person: Person) -> Reply:
    """Ask somebody in several, or in another one than they named; or say that they are in none."""
    if not groups:
        return Reply(
            (
                say("Hello. I keep the list for a group. I have not seen you in one yet."),
                say("Nothing is saved. Please type /help in your group first."),
            )
        )
    names = called(groups)
    return Reply(
        (
            say("Which group is this for? I have kept your words."),
            say("Please reply with its name: {names}", names=Quote(", ".join(names))),
        ),
        ask=Ask("[{}] " + text, person),
        buttons=tuple(
            Button("{name}", f"[{group.id}] {text}", {"name": Quote(name)})
            for group, name in zip(groups, names, strict=True)
        ),
    )
