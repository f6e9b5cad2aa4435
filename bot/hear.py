"""Hears one message: finds its group and what it asks for, runs that one command, and writes down the replies."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.arriving import met_in, new_group, went
from bot.choose import choose, who_is_it
from bot.command import Commands, Request
from bot.context import Context, context_of, within
from bot.domain.absences import standing
from bot.domain.answers import read_answer
from bot.domain.calendar import CalendarOf
from bot.domain.chat import Ask, Group, Incoming, Line, Person, Reply, Sender
from bot.domain.errors import Cancelled, UserError, WhichOne
from bot.domain.things import Holder
from bot.filled import asks_back
from bot.first_look import worth_a_look
from bot.grammar import group_first, read
from bot.languages import glance
from bot.listen import Noticed
from bot.newcomer import is_it_right
from bot.offering import notice, talk_of
from bot.outsiders import closed_to, done_early, not_agreed, not_open_to_them, place_of, until_agreed
from bot.pointing import pointed
from bot.ports import Store
from bot.privately import Privately
from bot.say import write
from bot.unnamed import heard_without_trace, leaves_no_trace
from bot.words import say
from bot.worry import is_worry, unquoted, where_to_turn

Replies = Sequence[Reply]


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of it: was it for us, and a few words for whoever pressed a button."""

    ours: bool
    toast: str | None = None


class SmallTalk(Exception):  # noqa: N818
    """It was not for us after all: what was written of it must be taken back."""


class Refused(Exception):  # noqa: N818
    """A form can't be kept as it is, and stays open: nothing of it is written, so that it can be sent again."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def worth_hearing(incoming: Incoming, commands: Commands) -> bool:
    """Could this be for us? Small talk stops here, and opens no transaction. A reply may answer what was asked."""
    if incoming.kind != "message" or incoming.private:
        return True
    if incoming.reply_to is not None or read(incoming.text, commands.names, incoming.bot) is not None:
        return True
    return worth_a_look(incoming, commands.understanding)


def hear(store: Store, incoming: Incoming, commands: Commands, calendar_of: CalendarOf) -> Heard:
    """Hear one thing, within the transaction of `store`. A redelivery changes nothing and says nothing.

    Raises SmallTalk if it was not for us after all, or Refused for a form to be mended, so that nothing of it stays.
    """
    group = None if incoming.private else store.groups.find(incoming.platform, incoming.tenant, incoming.chat)
    if not store.heard.first_time(incoming.platform, incoming.tenant, incoming.id, incoming.at):
        return Heard(ours=False)
    if incoming.sender is None:
        return Heard(ours=True)
    if leaves_no_trace(incoming, commands):
        heard_without_trace(store, incoming, commands, calendar_of, incoming.sender)
        return Heard(ours=True)
    if went(store, group, incoming, incoming.sender):
        return Heard(ours=True)
    person = store.people.meet(incoming.platform, incoming.tenant, incoming.sender)
    _reached(store, person, incoming, incoming.sender)
    if group is None and not incoming.private:
        group = new_group(store, incoming, calendar_of, person)
        if group is None:
            return Heard(ours=True)
    given = met_in(store, group, incoming, calendar_of, person) if group else ()
    if incoming.kind in ("added", "removed", "opened", "shared"):
        return Heard(ours=True)
    # From here on they are locked, as the group of a chat is since it was found (rule 5).
    theirs = store.groups.lock(store.people.groups_of(person.id)) if incoming.private else ()
    heard = _Hearing(store, incoming, commands, calendar_of, person, theirs).run(group)
    if group and given:
        write(store, group, incoming, is_it_right(store, group.id, person, given), calendar_of(group))
    return heard


def _reached(store: Store, person: Person, incoming: Incoming, sender: Sender) -> None:
    """Whoever writes privately can be written to so; on some platforms everybody can, until it is refused."""
    if incoming.private or (incoming.reachable and store.people.private(person.id) == "unknown"):
        store.people.set_private(incoming.platform, incoming.tenant, sender.id, "open")


@dataclass(frozen=True, slots=True)
class _Hearing:
    """One message being heard, once its sender is known. `holders`: who has which role in a group, asked once.

    `theirs`: of what is said in private, the groups that they are in.
    """

    store: Store
    incoming: Incoming
    commands: Commands
    calendar_of: CalendarOf
    person: Person
    theirs: Sequence[int]
    holders: dict[int, Sequence[Holder]] = field(default_factory=dict)

    @property
    def _private(self) -> Privately:
        return Privately(self.store, self.incoming, self.commands, self.calendar_of, self.person, self.theirs)

    def run(self, group: Group | None) -> Heard:
        bare = read(group_first(self.incoming.text)[1], self.commands.names, self.incoming.bot) is None
        context = context_of(self.store, self.incoming, group.id if group else None, self.theirs, bare=bare)
        text = context.sentence if self.incoming.press else self.incoming.text
        if text is None:
            return Heard(ours=True, toast=self._glance(group, say("Sorry, that button does not work any more.")))
        hole, theirs = self._question(context)
        if hole and not theirs and not context.abouts:
            # What others say beside a question to one person is said among them, where it tells of nothing else.
            context = replace(context, ours=False)
        noticed = self._noticed(group, text, context, asked=hole is not None and theirs)
        if is_worry(noticed):
            here = group or Group(0, "")
            reply = where_to_turn(self._request(here, "", context))
            write(self.store, here, unquoted(self.incoming), [reply], self.calendar_of(here), self.person)
            return Heard(ours=True)
        return self._answer(group, text, context, (hole, theirs), noticed)

    def _answer(
        self,
        group: Group | None,
        text: str,
        context: Context,
        question: tuple[str | None, bool],
        noticed: Sequence[Noticed],
    ) -> Heard:
        hole, theirs = question
        if self.incoming.press and not theirs:
            return Heard(ours=True, toast=self._glance(group, say("Sorry, that question is for somebody else.")))
        if hole and theirs and hole.startswith("[{}]"):
            text, hole, context = self._private.with_group(text, hole, context)
            group = Group(0, "") if hole else None
        group = group or self._private.about_themselves(text, bare=hole is None)
        group, text = (group, text) if group else self._private.group_of(context, text, hole)
        if group is None:
            return Heard(ours=True)
        if self.incoming.private:
            context = within(self.store, context, group.id)
        try:
            replies = self._do(group, text, context, hole if theirs else None, noticed)
        except UserError as error:
            if isinstance(error, WhichOne) and hole and self._private.overtakes(text):
                return self._answer(group, text, replace(context, question=None), (None, True), noticed)
            replies = [self._sorry(error, hole if theirs else None, context)]
            if self.incoming.kind == "form":
                # A question's other lines say how to reply in a chat; a form has its field for that.
                raise Refused(self._glance(group, *replies[0].lines[: 1 if error.ask else None])) from error
            if self.incoming.press and error.ask is None:
                return Heard(ours=True, toast=self._glance(group, *replies[0].lines))
        beside = hole is not None and asks_back(hole, text, self.commands) is not None
        if theirs and context.question is not None and context.group is not None and not beside:
            self.store.questions.close(context.group, context.question)
            self.store.worn.close(context.group, context.question)
        write(self.store, group, self.incoming, replies, self.calendar_of(group), self.person)
        return Heard(ours=True)

    def _glance(self, group: Group | None, *lines: Line) -> str:
        here = group or Group(0, "")
        return glance(self.store, here, self.person.id, lines, self.calendar_of(here).local_day(self.incoming.at))

    def _noticed(self, group: Group | None, text: str, context: Context, *, asked: bool) -> Sequence[Noticed]:
        """What was noticed in words to the bot, of a command harm alone; and in ordinary talk, where that is wanted."""
        heard, call = self.incoming, read(text, self.commands.names, self.incoming.bot)
        if heard.kind not in ("message", "form"):
            return ()
        if call and not call.rest and heard.reply_to and not heard.reply_to.ours:
            text = heard.reply_to.text
        text = call.rest if call and call.rest else text
        if call or not self.commands.understanding.worth(text):
            return self.commands.understanding.worries(text) if call else ()
        request = self._request(group or Group(0, ""), text, context)
        to_us = heard.private or context.ours or asked
        passing = heard.forwarded or (heard.sender is not None and heard.sender.shared)
        if not to_us and (passing or not request.periods.days("listening")):
            return ()
        return self.commands.understanding.listen(talk_of(request))

    def _do(self, group: Group, text: str, context: Context, hole: str | None, noticed: Sequence[Noticed]) -> Replies:
        heard = self.incoming
        if hole is None and (heard.private or context.ours) and heard.kind in ("message", "press"):
            context, text = pointed(self._request(group, text, context), text, context)
        # What is said to be logged is put on the list of a group, and of none else.
        chosen = choose(self.incoming, text, context, hole, self.commands, noticed if group.id else ())
        request = self._request(group, chosen.rest if chosen else text, context)
        waits = not self.incoming.private and self.store.outsiders.waits(group.id, *place_of(self.incoming))
        if chosen is None or (chosen.overheard and not chosen.meant(request)):
            with self.store.attempt():
                offered = [] if waits or self.incoming.private else notice(request, noticed, judged=chosen is not None)
            if offered:
                return offered
            # Most talk answers no question, and is not read as an answer.
            if context.question is not None and not context.ours:
                answer = read_answer(text)
                if answer.decision and answer.reason:
                    raise self._of_another(context)
            raise SmallTalk
        if self.incoming.sender and self.incoming.sender.shared and not chosen.command.anyone:
            raise who_is_it(chosen)
        if waits and not done_early(chosen.command, request):
            raise not_agreed()
        if self.incoming.private and not chosen.command.personal and closed_to(self.store, group.id, self.person):
            raise not_open_to_them()
        with self.store.attempt():
            replies = chosen.run(request, asked=hole is not None)
        return until_agreed(self.store, group.id, self.incoming, replies) if waits else replies

    def _request(self, group: Group, rest: str, context: Context) -> Request:
        calendar = self.calendar_of(group)
        if group.id not in self.holders:
            today, away = calendar.local_day(self.incoming.at), self.store.absences.of(group.id)
            self.holders[group.id] = standing(self.store.roles.holders(group.id), away, today)
        return Request(
            self.store,
            group,
            self.person,
            rest,
            self.incoming,
            calendar,
            self.holders[group.id],
            self.commands,
            context.abouts[0] if len(context.abouts) == 1 and context.group in (None, group.id) else None,
        )

    def _question(self, context: Context) -> tuple[str | None, bool]:
        """The command whose hole waits, and whether it is this person's to fill; it stays theirs once it is over."""
        if context.question is None or context.group is None:
            return None, True
        asked, command, still_open = self.store.questions.get(context.group, context.question)
        return (command if still_open else None), asked in (None, self.person.id)

    def _of_another(self, context: Context) -> UserError:
        """What is said to whoever plainly answers a question of ours to another: only that one may (rule 8)."""
        asked = self.store.questions.get(context.group or 0, context.question or 0)[0]
        who = self.store.people.get(asked) if asked else self.person
        return UserError("That is for {who} to say. Nothing has changed.", who=who)

    def _asks_all(self, context: Context) -> bool:
        """Was it asked of everybody? Then it stays so: who is not understood takes it from nobody."""
        if context.question is None or context.group is None:
            return False
        return self.store.questions.get(context.group, context.question)[0] is None

    def _sorry(self, error: UserError, hole: str | None, context: Context) -> Reply:
        """What they can mend; if it was the answer to a question, the question is asked again."""
        lines = tuple(say(key, **error.values) for key in error.keys)
        person = None if hole and self._asks_all(context) else self.person
        ask = error.ask and replace(error.ask, person=error.ask.person or person)
        if hole and not ask and not isinstance(error, Cancelled):
            ask = Ask(hole, person)
        about = context.abouts[0] if len(context.abouts) == 1 else None if ask else error.about
        return Reply(lines, ask=ask, buttons=error.buttons, about=about)
