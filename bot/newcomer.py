"""Somebody seen in the group for the first time: what was given to their name before then is theirs now.

Telegram does not say who is in a group. Pat, or "@pat", is only a word until Pat writes, and would never be reminded.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.doing import handle_of, right, who_and_when, yes_button
from bot.domain.chat import About, Person, Quote, Reply
from bot.domain.owners import forms_of
from bot.domain.things import Owner
from bot.ports import Store
from bot.words import say


def arrives(store: Store, group: int, person: Person) -> list[int]:
    """They have these open actions now."""
    names = {*(form.casefold() for form in forms_of(person.name)), handle_of(person)}

    def known(owner: Owner) -> Owner:
        theirs = owner.person is None and owner.name.casefold() in names
        return replace(owner, name=person.name, person=person) if theirs else owner

    given = []
    for action in store.actions.all(group, ("open",)):
        owners = tuple(map(known, action.owners))
        if owners != action.owners:
            store.actions.set_owners(group, action.number, owners)
            given.append(action.number)
    return given


def is_it_right(store: Store, group: int, person: Person, given: Sequence[int]) -> Sequence[Reply]:
    """They are asked, unless they have just spoken of it themself: somebody else of that name may have been meant."""
    actions = (action for number in given if (action := store.actions.get(group, number)))
    return [
        Reply(
            (say("Action {n}: {what}", n=action.number, what=Quote(action.what)), who_and_when(action), *right(action)),
            key=f"arrived:action {action.number}:person {person.id}",
            about=About("action", action.number),
            buttons=yes_button(action),
        )
        for action in actions
        if action.state == "open" and any(o.person == person and not o.agreed for o in action.owners)
    ]
