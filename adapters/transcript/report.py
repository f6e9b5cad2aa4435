"""Gathers what came of a transcript, so that people can hear it read aloud and machines can compare it."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from adapters.transcript.aloud import aloud
from adapters.transcript.notebook import TENANT, Notebook, Said
from adapters.transcript.times import day_of
from adapters.transcript.transcript import Id, Transcript
from bot.domain.chat import Cost, Person
from bot.domain.hunches import A_DAY, Hunch, Thing, spared
from bot.domain.things import Action, Answer, Idea, Owner
from bot.ports import Store

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """What is on the group's list at the end, and what the bot said on the way, in rows ready to be JSON."""

    transcript: Transcript
    ideas: Sequence[Row]
    actions: Sequence[Row]
    answers: Sequence[Row]
    sent: Sequence[Row]
    offered: Sequence[Row]

    def as_json(self) -> str:
        """Give it for machines."""
        return json.dumps(self._parts(), indent=2)

    def as_text(self) -> str:
        """Give it for people."""
        return aloud(self.transcript, self._parts())

    def _parts(self) -> dict[str, list[Row]]:
        return {part: list(getattr(self, part)) for part in ("ideas", "actions", "answers", "offered", "sent")}


def make_report(
    store: Store, group: int, transcript: Transcript, said: Sequence[Said], offered: Sequence[Hunch]
) -> Report:
    """Read the group's list, within the transaction of `store`."""
    users = store.people.users(Notebook.platform, TENANT, [person.id for person in store.people.of_group(group)])
    messages = {message.key: message.id for message in transcript.messages}
    rows = _Rows(transcript, messages, lambda person: transcript.people[users[person.id]].id)
    left_out = spared(offered, A_DAY)
    return Report(
        transcript,
        [rows.idea(idea, store.ideas.source(group, idea.number)) for idea in store.ideas.all(group)],
        [rows.action(a, store.actions.source(group, a.number)) for a in store.actions.all(group)],
        [rows.answer(*answered) for answered in store.ideas.answer_record(group)],
        [rows.sent(message) for message in said if message.reply_to not in left_out],
        [
            rows.offer(hunch, thing, asked=hunch.message not in left_out)
            for hunch in offered
            for thing in hunch.things
            if thing
        ],
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the core holds, in the words and ids of the file."""

    transcript: Transcript
    messages: Mapping[str, Id]
    id_of: Callable[[Person], Id]

    def idea(self, idea: Idea, message: str) -> Row:
        return {
            "number": idea.number,
            "message": self._message(message),
            "raised_by": self.id_of(idea.raiser),
            "on_behalf_of": self._named(idea.on_behalf_of),
            "raised_on": day_of(idea.raised_at, self.transcript.zone).isoformat(),
            "text": self._written(idea.text),
            "answer_due": idea.due.isoformat(),
            "status": idea.state,
        }

    def action(self, action: Action, message: str) -> Row:
        return {
            "number": action.number,
            "message": self._message(message),
            "what": self._written(action.what),
            "owners": [self._owner(owner) for owner in action.owners],
            "first_due": _day(action.first_due),
            "due": _day(action.due),
            "status": _status(action),
            "done_on": _day(action.done_on),
            "idea": action.idea,
        }

    def answer(self, idea: int, message: str | None, answer: Answer) -> Row:
        return {
            "idea": idea,
            "message": None if message is None else self._message(message),
            "by": self.id_of(answer.by),
            "on": day_of(answer.at, self.transcript.zone).isoformat(),
            "decision": answer.decision,
            "reason": self._written(answer.reason),
            "cost": _cost(answer.cost),
            "in_time": answer.in_time,
        }

    def offer(self, hunch: Hunch, thing: Thing, *, asked: bool) -> Row:
        return {
            "message": self._message(hunch.message),
            "by": self.id_of(hunch.person),
            "on": day_of(hunch.at, self.transcript.zone).isoformat(),
            "kind": thing.kind,
            "what" if thing.kind == "action" else "text": self._written(thing.what),
            "owners": [self.id_of(o) if isinstance(o, Person) else self._named(o) for o in thing.owners],
            "due": _day(thing.due),
            "number": thing.number,
            "decision": thing.decision,
            "asked": asked,
        }

    def sent(self, said: Said) -> Row:
        return {
            "at": said.at.astimezone(self.transcript.zone).isoformat(),
            "to": "group" if said.user is None else self.transcript.people[said.user].id,
            "text": self._written(said.text),
        }

    def _message(self, key: str) -> Id:
        return self.messages.get(key, key)

    def _owner(self, owner: Owner) -> Id | None:
        return self.id_of(owner.person) if owner.person else self._named(owner.name)

    def _named(self, name: str | None) -> Id | None:
        """Give the id of the one person called that; other names stay as they were written."""
        if name is None:
            return None
        written = self._written(name)
        found = [
            member.id
            for key, member in self.transcript.people.items()
            if written.casefold() in (member.sender.name.casefold(), f"@{key}".casefold())
        ]
        return found[0] if len(found) == 1 else written

    def _written(self, text: str) -> str:
        return self.transcript.handles.out_of(text)


def _status(action: Action) -> str:
    if action.state != "open":
        return action.state
    if not action.owners:
        return "nobody yet"
    if action.due is None:
        return "needs a date"
    return "agreed" if action.agreed else "not yet agreed"


def _cost(cost: Cost | None) -> Row | None:
    if cost is None:
        return None
    return {"amount": cost.pence / 100 if cost.pence % 100 else cost.pence // 100, "per": cost.per}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
