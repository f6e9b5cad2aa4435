"""The bot does what a plain model of it does, whatever people do and however time passes: over weekends, holidays,
clock changes, nights and long silences; with what is sent twice, and restarts in between.

`pytest tests/model --hypothesis-profile=model` looks at a thousand runs.
"""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.care import HEARD
from bot.ports import Store
from tests.house import CAST, Room, Seen
from tests.model.plain import CODES, Plain
from tests.shelf import fresh

# Each some days before something odd: both clock changes, Easter, a bank holiday, Christmas.
STARTS = ("2026-03-19", "2026-03-27", "2026-05-11", "2026-08-24", "2026-10-19", "2026-12-14")
ZONES = ("Europe/London", "Europe/London", "Europe/Dublin", "Pacific/Auckland", "America/St_Johns")
MEMBERS = ("bea", "tom", "amy")
# No longer: after a month other reminders speak too.
LONGEST = timedelta(days=40)
STEPS = (
    (re.compile(r"Idea (\d+) needs an answer"), 1),
    (re.compile(r"The answer to idea (\d+) was due"), 2),
    (re.compile(r"Idea (\d+) is \d+ working days late"), 3),
)
STILL = re.compile(r"Idea (\d+) still has no answer")


class Loop(RuleBasedStateMachine):
    """People raise, back and answer ideas, and time passes."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.heard = 0
        self.last: tuple[str, str, str] | None = None
        self.last_at = datetime.min.replace(tzinfo=UTC)

    def does(self, work: Any) -> Any:  # noqa: ANN401 - whatever it gives
        """Let something be done."""
        return self.runner.run(work)

    @initialize(
        start=st.sampled_from(STARTS),
        hour=st.integers(0, 23),
        nation=st.sampled_from(sorted(CODES)),
        zone=st.sampled_from(ZONES),
    )
    def begins(self, start: str, hour: int, nation: str, zone: str) -> None:
        """A group begins somewhere, on some day, at some hour."""
        self.start = datetime.fromisoformat(start).replace(hour=hour, tzinfo=UTC)
        self.room = Room(fresh(), self.start)
        self.plain = Plain(nation, zone)

        def settle(store: Store) -> None:
            store.groups.settle(1, nation=nation, zone=zone)
            ruth = store.people.meet("fake", "tenant", CAST["ruth"])
            store.people.joins(1, ruth.id)
            store.roles.accept(1, "facilitator", ruth, self.start)
            store.people.set_private("fake", "tenant", "ruth", "open")

        self.says("bea", "/who")
        self.does(self.room.reads(settle))

    def says(self, who: str, text: str) -> list[Seen]:
        """Somebody says something in the group."""
        self.heard += 1
        self.last, self.last_at = (who, text, f"h{self.heard}"), self.room.clock.now()
        return list(self.does(self.room.says(who, text, id_=f"h{self.heard}", message=f"n{self.heard}")))

    @rule(who=st.sampled_from(MEMBERS), thing=st.sampled_from(["bench", "ramp", "lamp", "tap"]))
    def raises(self, who: str, thing: str) -> None:
        """Somebody has an idea."""
        text = f"a {thing} number {len(self.plain.ideas) + 1}"
        number = self.plain.raises(who, f"{text}.", self.room.clock.now())
        [said] = self.says(who, f"/idea {text}.")
        assert f"Idea {number}: {text}" in said.text

    @precondition(lambda self: len(self.plain.open()) > 1)
    @rule(pick=st.randoms(use_true_random=False))
    def answers(self, pick: Any) -> None:  # noqa: ANN401 - hypothesis's own random
        """Ruth answers one."""
        number = pick.choice(self.plain.open())
        self.plain.answers(number)
        self.says("ruth", f"/answer {number} no because the path is too narrow there")

    @precondition(lambda self: self.plain.ideas)
    @rule(who=st.sampled_from(MEMBERS), pick=st.randoms(use_true_random=False))
    def backs(self, who: str, pick: Any) -> None:  # noqa: ANN401 - the same
        """Somebody backs one, perhaps again."""
        number = pick.choice(sorted(self.plain.ideas))
        if not self.plain.ideas[number].answered and self.plain.ideas[number].raiser != who:
            self.plain.ideas[number].backers.add(who)
            self.says(who, f"/back {number}")

    @precondition(lambda self: self.last and self.room.clock.now() - self.last_at < HEARD)
    @rule()
    def comes_again(self) -> None:
        """The platform brings the last one again: for as long as ids are kept, and none does so after a day."""
        assert self.last
        who, text, id_ = self.last
        assert self.does(self.room.says(who, text, id_=id_, message="again")) == []

    @precondition(lambda self: self.room.clock.now() - self.start < LONGEST)
    @rule(hours=st.integers(1, 30), minutes=st.integers(0, 59))
    def passes(self, hours: int, minutes: int) -> None:
        """Some time passes, and the clock ticks."""
        self.later(timedelta(hours=hours, minutes=minutes))

    @precondition(lambda self: self.room.clock.now() - self.start < LONGEST - timedelta(days=20))
    @rule(days=st.integers(2, 20))
    def silent(self, days: int) -> None:
        """Nobody is there for days, not even the bot."""
        self.later(timedelta(days=days))

    @precondition(lambda self: self.room.clock.now() - self.start < LONGEST - timedelta(days=7))
    @rule()
    def week(self) -> None:
        """A week passes, with a tick now in and now out of working hours."""
        for _ in range(16):
            self.later(timedelta(hours=10, minutes=30))

    @rule()
    def starts_anew(self) -> None:
        """The bot is stopped and started."""
        old = self.room
        self.room = Room(old.database, old.clock.now())
        self.room.fake.seen, self.room.fake.taken = old.fake.seen, old.fake.taken
        old.house._writer.close()  # noqa: SLF001 - the file stays

    def later(self, time: timedelta) -> None:
        """Let time pass, and tick."""
        self.room.clock.move(self.room.clock.now() + time)
        self.does(self.room.tick())
        self.plain.ticks(self.room.clock.now())

    @invariant()
    def the_list_is_the_same(self) -> None:
        """What is on the list, with its dates, answers and backers."""
        if not self.heard:
            return
        ideas = self.does(self.room.reads(lambda s: s.ideas.all(1)))
        backers = self.does(self.room.reads(lambda s: {i.number: s.backers.of(1, i.number) for i in ideas}))
        assert {i.number: (i.text, i.raiser.name.lower(), i.due, i.state == "answered") for i in ideas} == {
            number: (idea.text, idea.raiser, idea.due, idea.answered) for number, idea in self.plain.ideas.items()
        }
        assert {n: {p.name.lower() for p in them} for n, them in backers.items()} == {
            number: idea.backers for number, idea in self.plain.ideas.items()
        }

    @invariant()
    def the_same_was_said_on_the_same_days(self) -> None:
        """To Ruth in private, once a day; and in the group at the end of the ladder."""
        if not self.heard:
            return
        seen = self.room.fake.seen
        private = [(self.day(one), _steps(one.text)) for one in seen if one.to == "@ruth"]
        public = [(self.day(one), int(found[1])) for one in seen if (found := STILL.match(one.text))]
        assert private == self.plain.private
        assert sorted(public) == sorted(self.plain.public)

    def day(self, seen: Seen) -> Any:  # noqa: ANN401 - a date
        """Tell on which day of the group something was seen."""
        return self.plain.local(seen.at).date()

    def teardown(self) -> None:
        """Let go of all."""
        if self.heard:
            self.room.house.close()
        self.runner.close()


def _steps(text: str) -> frozenset[tuple[int, int]]:
    return frozenset((int(found), step) for sentence, step in STEPS for found in sentence.findall(text))


_runs = settings().max_examples
TestLoop = Loop.TestCase
TestLoop.settings = settings(
    # A run takes half a second; whoever wants many asks for them.
    max_examples=_runs if _runs >= 100 else 4,
    stateful_step_count=30,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize(("start", "zone"), [("2026-03-19", "Europe/London"), ("2026-10-19", "America/St_Johns")])
def test_the_whole_ladder_is_the_same_over_a_clock_change(start: str, zone: str) -> None:
    loop = Loop()
    loop.begins(start, 12, "scotland", zone)
    loop.raises("bea", "bench")
    for _ in range(5):
        loop.week()
        loop.raises("tom", "ramp")
        loop.the_list_is_the_same()
        loop.the_same_was_said_on_the_same_days()
    assert {step for _, steps in loop.plain.private for _, step in steps} == {1, 2, 3}
    assert loop.plain.public
    loop.teardown()
