"""After the bot was away for longer than platforms keep what is said, each group hears of it once (X-03)."""

from datetime import date, datetime, timedelta
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
        store.promises.arm(group.id, "gap", 0, last.date(), now, start=now.toordinal())
    return True


def look(sight: Sight) -> Outcome:
    """Say it once. `due`: the day on which it was awake last; `step`: the day (an ordinal) on which it was again."""
    # One that still waits from an earlier version has none.
    until = date.fromordinal(sight.promise.step) if sight.promise.step else sight.today
    lines = (
        say("I was switched off from {since} to {until}.", since=sight.promise.due, until=until),
        say("I may not have heard what you told me in that time."),
        say("Please look at the list: type /ideas. If something is not there, send it again."),
    )
    return Outcome(sight.promise.step, None, public=(Public(lines),))


REMINDER = Reminder("gap", look)
