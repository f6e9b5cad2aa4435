"""An idea that came in private, where the group did not see it: whoever answers ideas is told of it (charter 6)."""

from bot.domain.chat import About, Button, Quote
from bot.words import say
from reminders.reminder import Outcome, Private, Reminder, Sight


def look(sight: Sight) -> Outcome:
    """Say it once, if it waits for an answer still."""
    return Outcome(1, None, private=privately(sight) if sight.promise.step == 0 else ())


def privately(sight: Sight) -> tuple[Private, ...]:
    """What those who hear first of an answer that is owed are told; not of an idea of their own."""
    idea = sight.store.ideas.get(sight.group.id, sight.promise.number)
    if idea is None or idea.state != "open":
        return ()
    about = About("idea", idea.number)
    lines = (
        say("Idea {n} is new. It came to me in private.", n=idea.number),
        say("{raiser}'s idea: {text}", raiser=idea.raiser, text=Quote(idea.text)),
        say("Idea {n} needs an answer by {due}.", n=idea.number, due=idea.due),
        say("You can say yes, partly or no. If you say partly or no, please say why."),
        say("To answer, reply to this message."),
    )
    buttons = tuple(Button(label, f"/answer {idea.number} {label.lower()}") for label in ("Yes", "Partly", "No"))
    people = (person for person in sight.within(about).facilitators if person.id != idea.raiser.id)
    return tuple(Private(person, lines, about, buttons) for person in people)


REMINDER = Reminder("unseen", look, privately)
