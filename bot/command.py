"""What a command is, and what it may see: a command is one file of `bot/commands/` that offers a `COMMAND`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.belonging import leading
from bot.domain.calendar import Calendar
from bot.domain.chat import About, Group, Incoming, Kind, Line, Person, Quote, Reply
from bot.domain.errors import UserError, WhichOne
from bot.domain.rights import Act, Owned, may, role_of
from bot.domain.settings import Periods
from bot.domain.things import Action, Change, Holder, Idea, Note, NoteKind, Role
from bot.domain.welsh import reply_in_english
from bot.grammar import Names, number
from bot.languages import words_for
from bot.listen import Noticed, Talk, listen, worries, worth_listening
from bot.listen.phrases import Phrases
from bot.ports import Meaning, Store
from bot.quota import may_write
from bot.words import Words, clean

LONGEST = 4000
SURE = 50
LAST = 99


@dataclass(frozen=True, slots=True)
class Request:
    """One call of a command: who asks, in which group, in what words, when; and the group's memory.

    `about` is the idea or action that the message replies to, or that was last spoken of in a private chat.
    """

    store: Store
    group: Group
    person: Person
    rest: str
    incoming: Incoming
    calendar: Calendar
    holders: Sequence[Holder]
    commands: "Commands"
    about: About | None = None

    @property
    def at(self) -> datetime:
        """When it was asked: aware, UTC."""
        return self.incoming.at

    @property
    def today(self) -> date:
        """The day it was asked, in the group's zone."""
        return self.calendar.local_day(self.at)

    @property
    def words(self) -> Words:
        """The language that the reader of a reply has, today."""
        reader = self.person.id if self.incoming.private else None
        return words_for(self.store, self.group, reader, self.today)

    @property
    def answerers(self) -> tuple[Person, ...]:
        """Who is asked to answer ideas here: the facilitator, then the manager; each once, nobody who is away."""
        people = {h.person.id: h.person for h in self.holders if h.serves and h.person}
        return tuple(people.values())

    @property
    def periods(self) -> Periods:
        """The periods in force in the group."""
        return Periods(self.store.settings.of(self.group.id))

    def may(self, act: Act, thing: Owned | None = None) -> bool:
        """May the person who asks do this?"""
        return may(self.person, act, self.holders, thing)

    @property
    def role(self) -> Role | None:
        """The role of the person who asks."""
        return role_of(self.person, self.holders)

    def within(self, about: About) -> "Request":
        """The same call, judged by the roles of the plan that a thing is tied to (charter commitment 3)."""
        return replace(self, holders=leading(self.store, self.group.id, self.holders, about, self.today))

    def change(
        self,
        about: About,
        what: str,
        old: object = None,
        new: object = None,
        why: str | None = None,
    ) -> int:
        """Write one line of the history; gives its number, which makes news of it unique."""
        line = self.store.groups.next_number(self.group.id, "change")
        may_write(self.store, self.group.id, line, self.person, self.at)
        self.store.history.add(
            self.group.id,
            Change(
                line,
                about.thing,
                about.number,
                self.at,
                self.person,
                what,
                None if old is None else str(old),
                None if new is None else str(new),
                why,
            ),
        )
        return line

    def note(self, about: About, kind: NoteKind, words: str) -> None:
        """Keep words that the person who asks says of it, beside it."""
        self.store.history.note(self.group.id, about.thing, about.number, Note(kind, self.person, self.at, words))

    def by(self, name: str, rest: str) -> Sequence[Reply]:
        """What another command makes of these words."""
        command = self.commands.get(name)
        assert command  # noqa: S101 - it is a file beside
        return command.do(replace(self, rest=rest))

    def settled(self, about: About) -> None:
        """Nothing more is asked about it: buttons that were shown for it go, and their words stay."""
        self.store.worn.settle(self.group.id, about)

    def idea(self, text: str | None = None) -> tuple[Idea, str]:
        """The idea that the words start with the number of (or the one replied to), and the words after it.

        Raises UserError if there is no number, or no such idea in this group.
        """
        found = self._number("idea", self.rest if text is None else text)
        if found is None:
            which = UserError if text else WhichOne
            raise which("Which idea do you mean? Nothing has changed.", "Please give its number, like 12.")
        idea = self.store.ideas.get(self.group.id, found[0])
        if idea is None:
            raise UserError(
                "Sorry, there is no idea {number} in this group. Nothing has changed.",
                "To see the list, type /ideas.",
                number=found[0],
            )
        return idea, found[1]

    def action(self, text: str | None = None) -> tuple[Action, str]:
        """The action that the words start with the number of (or the one replied to), and the words after it.

        Raises UserError if there is no number, or no such action in this group.
        """
        found = self._number("action", self.rest if text is None else text)
        if found is None:
            which = UserError if text else WhichOne
            raise which("Which action do you mean? Nothing has changed.", "Please give its number, like 5.")
        action = self.store.actions.get(self.group.id, found[0])
        if action is None:
            raise UserError(
                "Sorry, there is no action {number} in this group. Nothing has changed.",
                "To see the list, type /actions.",
                number=found[0],
            )
        return action, found[1]

    def _number(self, thing: str, text: str) -> tuple[int, str] | None:
        found = number(text)
        if found is None and self.about and self.about.thing == thing:
            return self.about.number, text.strip()
        return found


def words_of(text: str, command: str) -> str:
    """A member's words fit to keep: cleaned, with real letters in them, and not too long.

    `command` is what they could type again. Raises UserError.
    """
    kept = clean(text)
    if len(kept) > LONGEST:
        raise UserError(
            "Sorry, that is too long for me. I have not saved it.",
            "I can keep up to {limit} letters. Please say the main part first, like this:",
            "{example}",
            limit=LONGEST,
            example=Quote(command),
        )
    if not any(c.isalnum() for c in kept):
        raise UserError(
            "Sorry, I can't find any words in that. I have not saved it.",
            "Please say it in words, like this:",
            "{example}",
            example=Quote(command),
        )
    return kept


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it does, and how it is shown.

    `does` is its line of help, `shows` an example; `first` is its place on help's first screen (eight at most).
    `label`: "idea: …" at the start of a line calls it too. `reads` makes the command's words out of a reply about an
    idea or action ("Yes, because…"), or None; the lowest `turn` is asked first, and one below `SURE` also before a
    bare word in private is taken for a command. `keeps` does so with words that none of these read, as they were
    written. `overhears` says whether a reply between members, to the message that the thing came from, is surely meant
    so. `on`: what happens in a group and calls it without words.
    `phrases`: how people ask for it in other words, without its own (see `Phrases`).
    `undoes` takes back a change it made. `anyone`: it needs no name, so it may be called in a chat's name too.
    `personal`: in private it is about the person, so it is not asked which group it is for (0: they are in none).
    `act`: what whoever calls it must be allowed to do at least; the command itself asks for what more it does.
    `unnamed`: whether in private, by the words after its name, nothing may be kept of who said it.
    `tips`: a few lines more for `/help` and its name.
    `early`: whether it is done also in a chat that is shared with outsiders, before anybody has agreed to that.
    """

    name: str
    run: Callable[[Request], Reply | Sequence[Reply]]
    does: str
    shows: str
    first: int | None = None
    aliases: tuple[str, ...] = ()
    label: bool = False
    reads: Callable[[str, About], str | None] | None = None
    turn: int = SURE
    keeps: Callable[[str, About], str | None] | None = None
    overhears: Callable[[Request], bool] | None = None
    on: Kind | None = None
    anyone: bool = False
    personal: bool = False
    tips: tuple[Line, ...] = ()
    early: Callable[[Request], bool] | None = None
    act: Act = "see"
    unnamed: Callable[[str], bool] | None = None
    phrases: tuple[str, ...] = ()
    undoes: Mapping[str, Callable[[Request, Change], Sequence[Reply]]] = field(default_factory=dict)

    def do(self, request: Request) -> Sequence[Reply]:
        """Do it for whoever may, and give what is said of it. Raises UserError."""
        if not request.may(self.act):
            raise UserError("Sorry, you can't do that here. Nothing has changed.", "To see the rules, type /rules.")
        said = self.run(request)
        return [said] if isinstance(said, Reply) else said


@dataclass(frozen=True, slots=True)
class Understanding:
    """How talk is understood: what was noticed in it, the cheap look at every message, and what looks like harm."""

    listen: Callable[[Talk], Sequence[Noticed]] = listen
    worth: Callable[[str], bool] = worth_listening
    worries: Callable[[str], Sequence[Noticed]] = worries


class Commands:
    """All commands, found once by their files; and what they may ask: of talk, and of meaning, if that is installed."""

    def __init__(
        self,
        commands: Sequence[Command],
        meaning: Meaning | None = None,
        understanding: Understanding | None = None,
    ) -> None:
        self.meaning = meaning
        self.understanding = understanding or Understanding()
        self.all = tuple(sorted(commands, key=lambda c: (c.first or 99, c.name)))
        self._named = {name: c for c in commands for name in (c.name, *c.aliases)}
        self._on = {c.on: c for c in commands if c.on}
        readers = [(c.turn, c, c.reads) for c in commands if c.reads]
        readers += [(LAST, c, c.keeps) for c in commands if c.keeps]
        self._readers = sorted(readers, key=lambda reader: reader[0])
        self.phrases = Phrases({c.name: c.phrases for c in commands})
        self._undoes = {what: undo for c in commands for what, undo in c.undoes.items()}
        self.names = Names(
            frozenset(self._named), frozenset(n for c in commands if c.label for n in (c.name, *c.aliases))
        )

    def get(self, name: str) -> Command | None:
        """The command of that name or alias."""
        return self._named.get(name)

    def on(self, kind: Kind) -> Command | None:
        """The command that something which happened calls."""
        return self._on.get(kind)

    def read_reply(
        self, text: str, about: About, *, surely: bool = False, after: Command | None = None
    ) -> tuple[Command, str] | None:
        """The command that a reply about a thing stands for, and its words; `surely`: only by those that are sure.

        `after`: only by those that are asked after this one, which found that it is not for itself.
        """
        # Those that are not sure keep what was said in its own words.
        sure = reply_in_english(text)
        for turn, command, reads in self._readers:
            if (surely and turn >= SURE) or (after and turn <= after.turn):
                continue
            rest = reads(sure if turn < SURE else text, about)
            if rest is not None:
                return command, rest
        return None

    def undo_of(self, what: str) -> Callable[[Request, Change], Sequence[Reply]] | None:
        """How a kind of change is taken back."""
        return self._undoes.get(what)
