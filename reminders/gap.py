"""After the bot was away for longer than platforms keep what is said, each group hears of it once (X-03)."""

from datetime import datetime, timedelta
from typing import Final

from bot.ports import Store
from bot.words import say
from reminders.reminder import Outcome, Public, Reminder, Sight

# Telegram keeps what was not fetched for a day; Slack tries again for six minutes only.
LONG: Final = timedelta(days=1)


def wake(store: Store, now: datetime) -> bool:
    """The bot has just been started: True if it was away for long, and each group will hear so in its hours."""
    last = store.beats.last()
    store.beats.keep(now)
    if last is None or now - last < LONG:
        return False
    for group in store.groups.every():
        store.promises.arm(group.id, "gap", 0, last.date(), now)
    return True


def look(sight: Sight) -> Outcome:
    """Say it once. `due`: the day on which it was awake last."""
    lines = (
        say("I was switched off from {since} to {until}.", since=sight.promise.due, until=sight.today),
        say("I may not have heard what you told me in that time."),
        say("Please look at the list: type /ideas. If something is not there, send it again."),
    )
    return Outcome(1, None, public=(Public(lines),))


REMINDER = Reminder("gap", look)
