"""Says a report in plain words, one item a line, so that it can be read aloud: no tables, no signs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from adapters.transcript.times import day_of
from adapters.transcript.transcript import Id, Transcript
from bot.domain.chat import Cost
from bot.words import Words

Row = Mapping[str, Any]


def aloud(transcript: Transcript, parts: Mapping[str, Sequence[Row]]) -> str:
    """Say the whole report: headings with counts, and under each its items. A part by its name in the JSON."""
    end = max([transcript.end, *(message.at for message in transcript.messages)])
    today = day_of(end, transcript.zone)
    speaker = _Speaker(transcript, Words("en", today))
    headings: dict[str, tuple[str, Callable[[Row], str]]] = {
        "ideas": ("Ideas", speaker.idea),
        "answers": ("Answers", speaker.answer),
        "actions": ("Actions", speaker.action),
        "offered": ("Offered, if the person says yes", speaker.offer),
        "sent": ("Messages from the bot", speaker.sent),
    }
    first = [f"{_line(transcript.group)}, up to {speaker.words.day(today)} {today.year}."]
    said = [_part(heading, map(tell, parts.get(name, ()))) for name, (heading, tell) in headings.items()]
    return "\n\n".join("\n".join(part) for part in (first, *said))


def _part(heading: str, items: Iterable[str]) -> list[str]:
    found = list(items)
    return [f"{heading}: {len(found)}.", *found] if found else [f"{heading}: none."]


class _Speaker:
    """Says one item, with people by their names and days in full."""

    def __init__(self, transcript: Transcript, words: Words) -> None:
        self.words = words
        self._names: dict[Id, str] = {m.id: m.sender.name for m in transcript.people.values()}

    def idea(self, row: Row) -> str:
        on_behalf = f", for {self._name(row['on_behalf_of'])}" if row["on_behalf_of"] is not None else ""
        who = f"{self._name(row['raised_by'])}{on_behalf}"
        return " ".join(
            [
                f"Idea {row['number']}, from {who}, {self._day(row['raised_on'])}:",
                _sentence(row["text"]),
                f"{row['status'].capitalize()}.",
                *([f"Answer due by {self._day(row['answer_due'])}."] if row["status"] == "open" else []),
                f"From message {row['message']}.",
            ]
        )

    def answer(self, row: Row) -> str:
        in_time = "in time" if row["in_time"] else "late"
        return " ".join(
            [
                f"Idea {row['idea']}: {row['decision']},",
                f"from {self._name(row['by'])}, {self._day(row['on'])}, {in_time}.",
                *([f"Why: {_sentence(row['reason'])}"] if row["reason"] else []),
                *([f"The cost: {self._cost(row['cost'])}."] if row["cost"] else []),
                f"From message {row['message']}.",
            ]
        )

    def action(self, row: Row) -> str:
        return " ".join(self._action(row))

    def _action(self, row: Row) -> Iterator[str]:
        yield f"Action {row['number']}: {_sentence(row['what'])}"
        if row["owners"]:
            yield f"Who: {', '.join(map(self._name, row['owners']))}."
        if row["due"]:
            yield f"Finish: {self._day(row['due'])}."
        if row["first_due"] != row["due"]:
            yield f"First date: {self._day(row['first_due'])}." if row["first_due"] else "First date: none."
        done = f" on {self._day(row['done_on'])}" if row["done_on"] else ""
        yield f"{row['status'].capitalize()}{done}."
        if row["idea"] is not None:
            yield f"From idea {row['idea']}."
        yield f"From message {row['message']}."

    def offer(self, row: Row) -> str:
        return " ".join(self._offer(row))

    def _offer(self, row: Row) -> Iterator[str]:
        kind = f"{row['kind'].capitalize()} {row['number']}" if row["number"] else row["kind"].capitalize()
        yield f"{kind}, from {self._name(row['by'])}, {self._day(row['on'])}:"
        yield _sentence(row.get("what") or row.get("text") or row["decision"] or "yes")
        if row["owners"]:
            yield f"Who: {', '.join(map(self._name, row['owners']))}."
        if row["due"]:
            yield f"Finish: {self._day(row['due'])}."
        if not row["asked"]:
            yield "Not asked: there were enough that day."
        yield f"From message {row['message']}."

    def sent(self, row: Row) -> str:
        at = datetime.fromisoformat(row["at"])
        said = " ".join(_sentence(line) for line in row["text"].splitlines())
        to = "the group" if row["to"] == "group" else self._name(row["to"])
        return f"{self.words.day(at.date())}, {_hour(at)}, to {to}: {said}"

    def _name(self, who: Id) -> str:
        return _line(self._names.get(who, str(who)))

    def _day(self, iso: str) -> str:
        return self.words.day(date.fromisoformat(iso))

    def _cost(self, cost: Row) -> str:
        return self.words.money(Cost(round(cost["amount"] * 100), cost["per"]))


def _hour(at: datetime) -> str:
    """Say a time as people say it: 9am, 3.30pm."""
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'pm' if at.hour >= 12 else 'am'}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _sentence(text: str) -> str:
    line = _line(text)
    return line if line.endswith((".", "!", "?", "…", ":")) else f"{line}."
