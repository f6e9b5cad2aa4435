"""The whole loop in plain Python: what there should be on the list, and who should be told what on which day.

It shares no code with the bot: it counts working days by itself, day by day, and knows nothing of databases or ticks
that are missed. Where the two differ, one of them is wrong.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from holidays import country_holidays

CODES = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}
OPENS, CLOSES = time(9), time(18)
ANSWER_IN = 10
RUNGS = (-3, 1, 5, 10)


@dataclass
class PlainIdea:
    """One idea: who raised it, when its answer is due, who backs it, and how far the reminders have come."""

    text: str
    raiser: str
    due: date
    backers: set[str] = field(default_factory=set)
    answered: bool = False
    step: int = 0
    not_before: date = date.min


@dataclass
class Plain:
    """One group with one facilitator, in one nation and time zone."""

    nation: str
    zone: str
    ideas: dict[int, PlainIdea] = field(default_factory=dict)
    waiting: list[tuple[int, int]] = field(default_factory=list)
    private: list[tuple[date, frozenset[tuple[int, int]]]] = field(default_factory=list)
    public: list[tuple[date, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._off = country_holidays("GB", subdiv=CODES[self.nation], years=range(2025, 2029))

    def working(self, day: date) -> bool:
        """Say whether people work that day."""
        return day.isoweekday() < 6 and day not in self._off

    def count(self, day: date, working_days: int) -> date:
        """Count so many working days on from a day, or back."""
        step = timedelta(days=1 if working_days > 0 else -1)
        while working_days:
            day += step
            if self.working(day):
                working_days -= 1 if working_days > 0 else -1
        return day

    def local(self, now: datetime) -> datetime:
        """Tell what the group's clocks show."""
        return now.astimezone(UTC).astimezone(ZoneInfo(self.zone))

    def raises(self, who: str, text: str, now: datetime) -> int:
        """Put an idea on the list."""
        number = len(self.ideas) + 1
        self.ideas[number] = PlainIdea(text, who, self.count(self.local(now).date(), ANSWER_IN))
        return number

    def answers(self, number: int) -> None:
        """Take an answer: nothing more is said of it."""
        self.ideas[number].answered = True

    def open(self) -> list[int]:
        """Which ideas have no answer yet."""
        return [number for number, idea in self.ideas.items() if not idea.answered]

    def ticks(self, now: datetime) -> None:
        """Look at all that is owed, and say what is to be said, if anybody may be disturbed now."""
        local = self.local(now)
        today = local.date()
        if not self.working(today) or not OPENS <= local.time() < CLOSES:
            return
        for number in self.open():
            self._looks(number, today)
        fresh = {number: step for number, step in self.waiting if not self.ideas[number].answered}
        told = bool(self.private) and self.private[-1][0] == today
        if fresh and not told:
            self.private.append((today, frozenset(fresh.items())))
            self.waiting.clear()

    def _looks(self, number: int, today: date) -> None:
        idea = self.ideas[number]
        reached = max((n for n, rung in enumerate(RUNGS, 1) if self.count(idea.due, rung) <= today), default=0)
        if reached <= idea.step or today < idea.not_before:
            return
        if reached == 4 and idea.step >= 2:
            idea.step = 4
            self.public.append((today, number))
            return
        if reached == 4:
            # After a long silence it is said privately first, and in the group a working day later.
            reached, idea.not_before = 3, self.count(today, 1)
        idea.step = reached
        self.waiting.append((number, reached))
