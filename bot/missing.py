"""Asks once, in one short message, for what an action lacks: a name, a date, or which day or person was meant."""

from bot.asking import doubt_lines, guesses
from bot.command import Request
from bot.doing import Who, i_will, theirs
from bot.domain.chat import Ask, Button, Person, Quote, Reply
from bot.domain.dates import Said, Unclear
from bot.domain.things import Action
from bot.words import say

NOTHING = Reply(())


def question(request: Request, action: Action, who: Who, finish: Said | Unclear | None) -> Reply:
    """What is to be asked about an action, with the command that the answer fills; no lines if all is known.

    The first line thanks and asks; the action itself is shown after it.
    """
    n, me = action.number, request.person
    by_name, by_day = Ask(f"/owner {n} {{}}", None), Ask(f"/when {n} {{}}", None)
    if who.unsure:
        return _which(action, *who.unsure[0])
    if action.due is None and isinstance(finish, Unclear):
        lines = [say("Thank you, {who}. I am not sure of the date.", who=me), *doubt_lines(finish)]
        buttons = guesses(finish, by_day.command)
        if action.owners:
            return Reply(tuple(lines), ask=by_day, buttons=buttons)
        return Reply((*lines, say("And who will do it?")), ask=by_name, buttons=buttons)
    if not action.owners and action.due is None:
        example = say('You can say it like this: "Amy, by Friday".')
        return Reply((say("Thank you, {who}. Who will do this, and when by?", who=me), example), ask=by_name)
    if not action.owners:
        lines = [say("Thank you, {who}. Who will do this?", who=me), say('Reply "I will", or give a name.')]
        return Reply(tuple(lines), ask=by_name, buttons=i_will(action))
    if action.due is None:
        example = say('You can say it your own way, like "by Friday" or "30 June".')
        alone = len(action.owners) == 1 and theirs(action, me)
        asked = (
            say("Thank you, {who}. When will you do this by?", who=me)
            if alone
            else say("Thank you, {who}. When will this be done by?", who=me)
        )
        return Reply((asked, example), ask=by_day)
    return NOTHING


def question_after(request: Request, action: Action) -> Reply:
    """What is still to be asked once somebody has said yes."""
    return question(request, action, Who(), None)


def _which(action: Action, name: str, people: tuple[Person, ...]) -> Reply:
    sentence = f"/owner {action.number} also" if action.owners else f"/owner {action.number}"
    names = [_called(person, people) for person in people]
    buttons = tuple(Button("{name}", f"{sentence} {one}", {"name": Quote(one)}) for one in names)
    line = say("There is more than one {name} here. Which one do you mean?", name=Quote(name))
    return Reply((line,), ask=Ask(f"{sentence} {{}}", None), buttons=buttons)


def _called(person: Person, others: tuple[Person, ...]) -> str:
    """A name that tells one person from others of nearly the same."""
    same = [other for other in others if other.name.casefold() == person.name.casefold()]
    return f"@{person.username}" if len(same) > 1 and person.username else person.name
