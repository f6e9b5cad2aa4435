"""What the core asks of the store, by subject.

What each question means stands with its table in `storage/`. Every question takes the group first. Those that can't,
because they are about what belongs to no group, are named in `CROSS_GROUP`, and nowhere else.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from bot.ports.actions import Actions, Holds, Outcomes, Plans
from bot.ports.charter import Charter, Events, Meanings, Reviews, Signatures, Yearly
from bot.ports.forgetting import Forgetting, Mydata, Retaining
from bot.ports.groups import Caring, Code, Codes, Groups, Links, Moves, Outsiders, Settings
from bot.ports.ideas import Backers, Hunches, Ideas, OldNotes, Repeats, Unnamed, Waiting
from bot.ports.people import Absences, Credits, Hours, Needs, Offers, People, Roles, Starts
from bot.ports.promises import History, Promises, Questions
from bot.ports.running import Beats, Failures, Heard, KeptInstallations, Leases, Rehearsal, Watch
from bot.ports.saying import Message, Nudge, Nudges, Outbox, Worn

__all__ = ["CROSS_GROUP", "Code", "Meaning", "Message", "Nudge", "Store"]

CROSS_GROUP = {
    "groups": {"find", "lock", "hold", "add", "born", "every", "places", "found_in", "of_chats"},
    "moves": {"follow"},
    "links": {"one_person", "places", "alone", "one_group", "part"},
    "codes": {"show", "find", "use", "missed", "too_many"},
    "worn": {"take"},
    "people": {"meet", "get", "address", "users", "private", "set_private", "groups_of", "groups_seen"},
    "heard": {"first_time", "failed", "count"},
    "failures": {"all", "settle"},
    "watch": {"now", "try_to_write"},
    "promises": {"due_now", "next_look"},
    "nudges": {"waiting", "merged", "returned", "of_row", "set_state", "stale"},
    "starts": {"find", "use"},
    "needs": {"of", "of_user", "keep", "told"},
    "outbox": {
        *("put", "get", "said_as", "last_said", "waiting_lanes", "claim", "release", "rewrite"),
        *("sent", "end", "postpone", "rest", "rested", "move", "redirect", "abandon", "rows", "settle"),
    },
    "rehearsal": {"furthest", "keep"},
    "beats": {"last", "keep"},
    "installations": {"keep", "of", "all", "dead", "end", "begin", "began"},
    "hunches": {"forget"},
    "leases": {"hold", "let_go"},
    "forgetting": {"groups", "traces", "forget", "over"},
    "mydata": {"of"},
    "retention": {"due", "step"},
    "unnamed": {"sealed", "opened", "knows", "stand_in", "lost", "fits", "seal_anew", "forget"},
}


class Store(Protocol):
    """All questions, within one transaction."""

    groups: Groups
    outsiders: Outsiders
    moves: Moves
    links: Links
    codes: Codes
    people: People
    roles: Roles
    heard: Heard
    failures: Failures
    watch: Watch
    ideas: Ideas
    backers: Backers
    actions: Actions
    plans: Plans
    holds: Holds
    promises: Promises
    history: History
    questions: Questions
    outbox: Outbox
    worn: Worn
    nudges: Nudges
    leases: Leases
    rehearsal: Rehearsal
    beats: Beats
    absences: Absences
    starts: Starts
    needs: Needs
    repeats: Repeats
    waiting: Waiting
    unnamed: Unnamed
    events: Events
    past: OldNotes
    settings: Settings
    installations: KeptInstallations
    outcomes: Outcomes
    credits: Credits
    charter: Charter
    signatures: Signatures
    reviews: Reviews
    yearly: Yearly
    hunches: Hunches
    care: Caring
    forgetting: Forgetting
    retention: Retaining
    mydata: Mydata
    hours: Hours
    offers: Offers
    meanings: Meanings

    def attempt(self) -> AbstractContextManager[object]:
        """Within it, an exception takes back what was written, and nothing before it."""
        ...


class Meaning(Protocol):
    """Tells what texts mean, where something is installed that can."""

    def nearness(self, text: str, others: Sequence[str]) -> list[float]: ...
