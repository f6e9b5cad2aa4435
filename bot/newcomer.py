"""Somebody seen in the group for the first time: what was given to their @name before then is theirs now.

Telegram does not say who "@pat" is until Pat writes; without this Pat would never be reminded.
"""

from collections.abc import Sequence

from bot.doing import right, who_and_when, yes_button
from bot.domain.chat import About, Person, Quote, Reply
from bot.ports import Store
from bot.words import say


def arrives(store: Store, group: int, person: Person) -> Sequence[Reply]:
    """They have these actions now, and are asked if that is right."""
    replies = []
    for number in store.actions.claim(group, person):
        action = store.actions.get(group, number)
        if action is None or action.state != "open":
            continue
        head = say("Action {n}: {what}", n=number, what=Quote(action.what))
        replies.append(
            Reply(
                (head, who_and_when(action), *right(action)),
                key=f"arrived:action {number}:person {person.id}",
                about=About("action", number),
                buttons=yes_button(action),
            )
        )
    return replies
