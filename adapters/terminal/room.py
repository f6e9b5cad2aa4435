"""Does what a typed line asks for: a person speaks or presses a button, or time goes by, morning by morning."""

from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from adapters.terminal.adapter import Terminal
from adapters.terminal.company import MEMBERS
from adapters.terminal.inbound import CHAT, PLATFORM, TENANT, arrival, lane_of, press, words
from adapters.terminal.lines import Asked, Moved, Pressed, Said, Typed, Unclear, parse
from adapters.terminal.lookup import answered, choice_of, last_with, seen
from adapters.terminal.outbound import as_typed
from adapters.terminal.sayings import HELP
from adapters.terminal.times import end_of, in_words, mornings, next_morning, start_of_scene
from bot.commands import find_commands
from bot.domain.calendar import Calendar
from bot.domain.chat import Group, Incoming, Person, Press, Sender
from bot.domain.errors import Away
from bot.edges import MovableClock, Stage
from bot.holidays import days_off
from bot.ports import Store
from bot.words import SHORT, clean

_LONGEST_WAIT = 60


class Room:
    """One group's chat, and its people's private ones.

    The time that was moved is kept as its distance from the real time at the start, so that it never goes back on
    the same database: the next start is as far ahead of its own real time.
    """

    def __init__(self, stage: Stage, clock: MovableClock, terminal: Terminal) -> None:
        self._stage = stage
        self._clock = clock
        self._terminal = terminal
        self._screen = terminal.screen
        self._real = clock.now()
        self._commands = find_commands().names.all
        self._last_words: dict[str, str] = {}
        self.speaker = terminal.company.meet(MEMBERS[0])

    async def is_new(self) -> bool:
        """Is there no group yet?"""
        return await self._find() is None

    async def open(self) -> None:
        """Begin a new chat: the bot is added to the group, and everybody is there."""
        self._clock.move(start_of_scene(self._real, _calendar_of(Group(0, ""))))
        await self._say_time()
        await self._hear(arrival("added", self._clock.now(), self.speaker))
        for name in self._terminal.company.names:
            await self._arrive(self._terminal.company.meet(name))
        await self._keep_time()

    async def go_on(self) -> None:
        """Go on with a chat that was kept: its people are here, and its time goes on."""
        group = await self._group()

        def look_back(store: Store) -> tuple[timedelta, list[Person]]:
            # What a killed process was showing may have been seen: it is not shown again.
            store.outbox.abandon()
            return store.rehearsal.furthest(), store.people.of_group(group.id)

        ahead, people = await self._stage.transact(look_back)
        for person in people:
            self._terminal.company.meet(person.name)
        await self._until(self._real + ahead)
        self._screen.tell_time()

    def begin_anew(self) -> None:
        """Give the keyboard back to the first member."""
        self.speaker = self._terminal.company.meet(MEMBERS[0])

    def read(self, line: str) -> Typed:
        """Understand a line, without doing it."""
        return parse(line, self._terminal.company.known, self._commands)

    async def do(self, line: str) -> bool:
        """Do what a line says; False if it was to leave."""
        typed = self.read(line)
        try:
            match typed:
                case Asked("quit"):
                    return False
                case Asked("help"):
                    self._screen.note("", *HELP)
                case Asked("people"):
                    self._screen.note("", f"Here are {', '.join(self._terminal.company.names)}.")
                case Unclear(why):
                    self._screen.note("", f'You typed "{clean(line, SHORT)}".', why)
                case Said():
                    await self._say(typed)
                case Pressed():
                    await self._press(typed)
                case Moved():
                    await self._move(typed)
        except Away:
            self._screen.note("", "Sorry, I can't save anything just now. Please type that again.")
        return True

    async def wait_for(self, lane: str) -> None:
        """Let mornings go by until something is said in one chat."""
        before = self._terminal.said[lane]
        for _ in range(_LONGEST_WAIT):
            await self._until(next_morning(self._clock.now(), _calendar_of(await self._group())))
            if self._terminal.said[lane] > before:
                break

    async def _say(self, said: Said) -> None:
        sender = await self._turn_to(said.who)
        if not said.words:
            self._screen.note("", f"You type as {sender.name} now.")
            return
        private, answers, to = said.private, None, ""
        box = None if private else self._terminal.box(self._last_words.get(sender.id, ""))
        if (reply := box if said.reply is None else said.reply) is not None:
            row = await answered(self._stage, reply, sender, private=said.private)
            if row is None:
                self._screen.note("", "There is no such message to reply to. Nothing was said.")
                return
            private, answers, to = row.lane != CHAT, row.id, f", to message {row.id}"
            self._terminal.answered(row.id)
        heard = words(_new_id(), self._clock.now(), sender, said.words, private=private, answers=answers)
        self._screen.message(lane_of(sender, private=private), sender.name, f"{sender.name}{to}:", as_typed(said.words))
        if not private:
            self._last_words[sender.id] = heard.id
        await self._hear(heard)

    async def _press(self, pressed: Pressed) -> None:
        sender = await self._turn_to(pressed.who)
        if pressed.message is None:
            row = await last_with(self._stage, pressed.label, sender)
            if row is None:
                self._screen.note("", f"{sender.name} sees no button like that.")
                return
        else:
            row = await seen(self._stage, pressed.message, sender)
            if row is None or not row.buttons:
                self._screen.note("", f"{sender.name} sees no buttons under message {pressed.message}.")
                return
        choice = choice_of(row, pressed.label)
        if choice is None:
            labels = ", ".join(button.label for button in row.buttons)
            self._screen.note("", f"The buttons under message {row.id} are: {labels}.")
            return
        private, label = row.lane != CHAT, row.buttons[choice].label
        self._screen.message(row.lane, sender.name, f"{sender.name} presses {label}, under message {row.id}.", [])
        await self._hear(press(_new_id(), self._clock.now(), sender, Press(row.id, choice), private=private))

    async def _move(self, move: Moved) -> None:
        calendar = _calendar_of(await self._group())
        before = self._terminal.said.total()
        end = end_of(move, self._clock.now(), calendar)
        for morning in mornings(self._clock.now(), end, calendar):
            await self._until(morning)
        await self._until(end)
        self._screen.tell_time()
        if self._terminal.said.total() == before:
            self._screen.note("Nothing was said in this time.")

    async def _until(self, instant: datetime) -> None:
        self._clock.move(instant)
        await self._keep_time()
        await self._say_time()
        await self._look_around()

    async def _turn_to(self, name: str | None) -> Sender:
        company = self._terminal.company
        if name is not None:
            new = not company.has(name)
            self.speaker = company.meet(name)
            if new:
                self._screen.narrate(f"{self.speaker.name} joins the group.")
                await self._arrive(self.speaker)
        return self.speaker

    async def _arrive(self, sender: Sender) -> None:
        group = await self._group()
        await self._stage.transact(lambda s: s.people.joins(group.id, s.people.meet(PLATFORM, TENANT, sender).id))
        await self._stage.hear(arrival("opened", self._clock.now(), sender))

    async def _hear(self, incoming: Incoming) -> None:
        before = self._terminal.said.total()
        toast = await self._stage.hear(incoming)
        await self._stage.deliver()
        if toast and incoming.sender:
            self._screen.note(f"{incoming.sender.name} sees for a moment: {toast}")
        elif self._terminal.said.total() == before:
            self._screen.note("The bot says nothing to that.")
        await self._look_around()

    async def _look_around(self) -> None:
        """What falls due by now is said, as it would be within a minute."""
        await self._stage.tick()
        await self._stage.deliver()

    async def _keep_time(self) -> None:
        # Whole seconds are kept: rounded up, or the clock would go back by a part of one.
        ahead = timedelta(seconds=-(-(self._clock.now() - self._real) // timedelta(seconds=1)))
        await self._stage.transact(lambda s: s.rehearsal.keep(max(ahead, s.rehearsal.furthest())))

    async def _say_time(self) -> None:
        group = await self._group()
        self._screen.time(in_words(self._clock.now(), _calendar_of(group), group.language))

    async def _find(self) -> Group | None:
        return await self._stage.transact(lambda s: s.groups.find(PLATFORM, TENANT, CHAT))

    async def _group(self) -> Group:
        return await self._find() or Group(0, "")


def _calendar_of(group: Group) -> Calendar:
    return Calendar(days_off(group.nation), ZoneInfo(group.zone))


def _new_id() -> str:
    return uuid4().hex
