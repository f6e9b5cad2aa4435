"""Finds the group that words in private are for: the one named or answered, their only one, or the person is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.command import Commands
from bot.context import NOTHING, Context
from bot.domain.answers import is_thanks
from bot.domain.calendar import CalendarOf
from bot.domain.chat import Group, Incoming, Person
from bot.filled import is_cancel
from bot.grammar import group_first, read
from bot.pointing import points
from bot.ports import Store
from bot.say import write
from bot.several import kept
from bot.which_group import meant, named_in, which


@dataclass(frozen=True, slots=True)
class Privately:
    """One message that a person wrote or pressed in private; they are in these groups."""

    store: Store
    incoming: Incoming
    commands: Commands
    calendar_of: CalendarOf
    person: Person
    theirs: Sequence[int]

    def group_of(self, context: Context, text: str, hole: str | None) -> tuple[Group | None, str]:
        """Give the group of what is answered, else the person's only one, and the words; None if they are asked.

        Words that would mean nothing in any group are not kept to ask which.
        """
        groups = {n: self.store.groups.get(n) for n in self.theirs}
        named, rest = group_first(text)
        if named and (group := meant(list(groups.values()), named)):
            return group, rest
        call = read(rest, self.commands.names, self.incoming.bot, private=True)
        # One that is named and none of theirs is no reason to take another.
        if named is None or not (call or self.incoming.press):
            if context.group in groups:
                return groups[context.group], text
            if len(groups) == 1:
                return next(iter(groups.values())), text
            asks = call or hole or self.commands.phrases.read(rest)
            replies = points(rest) or (context.abouts and not is_thanks(rest))
            if groups and not (asks or replies or self.commands.on(self.incoming.kind)):
                return Group(0, ""), rest
        theirs = list(groups.values())
        reply = which(theirs, kept(self.incoming, rest, context, self.commands), self.person)
        asker = theirs[0] if theirs else Group(0, "")
        write(self.store, asker, self.incoming, [reply], self.calendar_of(asker), self.person)
        return None, text

    def with_group(self, text: str, hole: str, context: Context) -> tuple[str, str | None, Context]:
        """Words that wait for their group, once it is named; a command that names none is no answer to the question."""
        if self.incoming.press:
            return text, None, context
        if is_cancel(text):
            return text, hole, context
        groups = [self.store.groups.get(n) for n in self.theirs]
        named = named_in(groups, text)
        if named is None and self.overtakes(text):
            return text, None, NOTHING
        return hole.replace("{}", named or text.strip(), 1), None, context

    def overtakes(self, text: str) -> bool:
        """Is it a command, though a question waits for words? In private its bare name is enough."""
        return read(text, self.commands.names, self.incoming.bot, private=self.incoming.private) is not None

    def about_themselves(self, text: str, *, bare: bool) -> Group | None:
        """The group of a command that a person gives without one: their first, or none at all."""
        call = read(text, self.commands.names, self.incoming.bot, private=bare)
        replies = self.incoming.reply_to is not None
        found = self.commands.phrases.read(text, about=replies) if bare else None
        name = found[0] if found else call.name if call else ""
        command = self.commands.on(self.incoming.kind) or self.commands.get(name)
        if command is None or not command.personal:
            return None
        return self.store.groups.get(self.theirs[0]) if self.theirs else Group(0, "")
