"""The border between a platform and the core: what was heard and what is said, as values that never change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal, NamedTuple, TypeAlias

Kind = Literal["message", "edit", "press", "form", "added", "removed", "opened", "closed", "left", "shared", "wordless"]

# What the lane of a private message begins with if nobody may read in the database to whom it goes.
SEALED = "~"


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody as their platform knows them; `id` is the platform's own, `name` what they call themselves.

    An empty name is not known just now: the last one stays. `shared`: several people may be behind it, such as all who
    write in a chat's name. It has no rights. `outside`: they are of another organisation than the group's; None is not
    known just now. `language`: what their app is set to ("cy", "en-GB"), which is a guess at what they like to read.
    """

    id: str
    name: str
    username: str | None = None
    shared: bool = False
    outside: bool | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words in a text that point at a person: `@ruth` (username known, id not) or a name with its id.

    `outside` is as a sender's.
    """

    words: str
    id: str | None = None
    outside: bool | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The message that a message replies to. `ours`: the bot itself said it. No sender: it may be anybody's."""

    message: str
    sender: Sender | None
    text: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: the outbox row it stood in, and which of its buttons (from 0)."""

    row: int
    choice: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing heard. `(platform, tenant, id)` is the same for each delivery of it; `at` is aware and UTC.

    `kind`: "added"/"removed" tell of the bot's own place in a group, "opened"/"closed" whether a person can be
    messaged privately, "left" that the sender left the group, "shared" with whom the chat is shared now, "wordless"
    that they sent the bot a voice note or a picture; a "form" is a command with its holes filled. An "edit" without
    words is a message that was deleted.

    `bot` is the bot's own username. `hears_all`: plain messages of the group reach the bot too. `reachable`: the
    platform lets the bot write privately to somebody who never wrote to it. `outsiders`: the other organisations that
    the chat is shared with, by the platform's ids; None is not known just now. `ordinal`: which of several things in
    one message is meant, from 0.
    """

    platform: str
    tenant: str
    id: str
    kind: Kind
    chat: str
    private: bool
    at: datetime
    sender: Sender | None
    text: str = ""
    message: str | None = None
    thread: str | None = None
    title: str = ""
    bot: str | None = None
    reply_to: Original | None = None
    mentions: tuple[Mention, ...] = ()
    press: Press | None = None
    forwarded: bool = False
    hears_all: bool = True
    reachable: bool = False
    outsiders: frozenset[str] | None = None
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One of the people; `id` is ours, for all groups and platforms; `username` is that of the last seen.

    `outside`: they are of another organisation than the group's that was asked about.
    """

    id: int
    name: str
    username: str | None = None
    outside: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """One group: its name, nation (whose bank holidays count), IANA zone and language ("en", "cy", both: "cy+en")."""

    id: int
    name: str
    nation: str = "england"
    zone: str = "Europe/London"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Place:
    """A chat where the bot should be, and the name of its group."""

    tenant: str
    chat: str
    name: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a member, to be shown as theirs. `full`: not cut short."""

    text: str
    full: bool = False


@dataclass(frozen=True, slots=True)
class Ping:
    """A person to be named so that their phone tells them, where the platform can."""

    person: Person


@dataclass(frozen=True, slots=True)
class Cost:
    """A figure given with a reason (charter commitment 6): pence, and how often they are paid, if that was said."""

    pence: int
    per: Literal["once", "year", "month", "week"] | None


Value: TypeAlias = "int | date | time | Person | Ping | Quote | Cost | Line | tuple[Person | Ping | Line, ...] | None"


@dataclass(frozen=True, slots=True)
class Line:
    """One line to say: whole sentences of the catalogue, and what their holes hold.

    `many` is the same for other counts than one; the count is the value `n`. A line may itself stand in a hole, where
    it names a thing: "idea 9", "Monday".
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    many: str | None = None


class Span(NamedTuple):
    """A piece of a rendered text: our words, a member's (`quoted`), or a person to ping (`person` id)."""

    text: str
    quoted: bool = False
    person: int | None = None


Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page of somebody's own: the name of the group it is about, a head, and the lines under it."""

    group: str
    head: Text
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Button:
    """A sentence you did not have to type: what it shows, and the command it stands for.

    The label is of the catalogue ("Yes", "{name}"); `values` are what its holes hold.
    """

    label: str
    sentence: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class About:
    """What a message is about, so that a reply to it needs no number: ("idea", 12), ("action", 5)."""

    thing: str
    number: int


@dataclass(frozen=True, slots=True)
class Ask:
    """A question: a command with one hole, `{}`, and who may fill it (nobody named: any member)."""

    command: str
    person: Person | None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that goes with a message: its name, its media type ("text/csv"), and what stands in it."""

    name: str
    media: str
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """Something to say. `to`: "here" (where it was asked), "group", or a person (privately).

    `on`: the platform and tenant to say it to a person on; without it, where they can best be reached.

    `key`: what makes it unique in its group, for news that must be said once, and in each chat of the group; without
    it, it is the reply to the message being heard, said there alone. `open_dm`: whom to show how to let the bot write
    privately. `rests`: among outsiders it waits until that is agreed to, though somebody asked for it. `language`: what
    it is said in, if that is not the reader's own or the group's.
    """

    lines: tuple[Line, ...]
    to: Literal["here", "group"] | Person = "here"
    on: tuple[str, str] | None = None
    key: str | None = None
    buttons: tuple[Button, ...] = ()
    ask: Ask | None = None
    about: About | None = None
    open_dm: Person | None = None
    file: Document | None = None
    rests: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message on its way: what an adapter needs to say it. `row` is the outbox row that its buttons carry.

    `file` goes with it; its words come with it or before it, and the id given back is the last message's.

    `user` is set when it is private (the platform's user id), `chat` when it is not. `force_reply`: the platform
    should open its reply box, for `reply_to`'s author alone. `people` maps our ids in `text` to the platform's.
    `start`: show a link that opens a private chat and brings this word there; it is good for one press.
    """

    row: int
    platform: str
    tenant: str
    chat: str | None
    user: str | None
    thread: str | None
    reply_to: str | None
    text: Text
    buttons: tuple[str, ...]
    people: Mapping[int, str]
    force_reply: bool = False
    start: str | None = None
    silent: bool = False
    file: Document | None = None
