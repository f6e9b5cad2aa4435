"""What every platform promises, as one suite: a platform gives a `Party`, and runs it under its own name.

`Contract` holds for all. `WireContract` holds for those with a network between the bot and the people.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

import pytest

from bot.domain.chat import Incoming, Outgoing, Section, Span
from bot.domain.errors import Later, Uncertain, Undeliverable
from bot.edges import Adapter, Ears
from bot.process.house import House

Trouble = Literal["refused", "closed", "later", "never left", "uncertain"]

IDEAS = ("/idea a bench", "!idea a bench", "#idea a bench", "idea: a bench", "Idea: a bench", "@bot idea a bench")
NASTY = (
    "<b>bold</b> & <script>",
    "<!channel> @here <@U123ABC> <!subteam^S1>",
    "*bold* _under_ `code` ~gone~ [a](http://b.c)",
    "&amp; &lt; &gt;",
    "\u202ebackwards \U0001f469\u200d\U0001f467 e\u0301",
    "=HYPERLINK(1) 12. a <https://x.y|z>",
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One message as people see it: their words, without any mark; `private`: to one person alone."""

    private: bool
    text: str
    buttons: tuple[str, ...] = ()


class Overhearing(Ears):
    """The house, and what was told to it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.heard: list[Incoming] = []

    async def hear(self, incoming: Incoming, within: float | None = None) -> str | None:
        """Hear one thing."""
        self.heard.append(incoming)
        return await self.house.hear(incoming, within)

    async def unreadable(self, platform: str, tenant: str, id_: str, payload: object, error: str) -> None:
        """Nothing that a platform documents may be unreadable."""
        raise AssertionError((platform, tenant, id_, payload, error))

    async def moved(self, platform: str, tenant: str, old: str, new: str) -> None:
        """A group's chat has a new id."""
        await self.house.moved(platform, tenant, old, new)

    async def found_in(self, platform: str, tenant: str, chats: Collection[str]) -> None:
        """Pass it on."""
        await self.house.found_in(platform, tenant, chats)

    async def seen_in(self, platform: str, tenant: str, user: str, chats: Collection[str]) -> None:
        """Pass it on."""
        await self.house.seen_in(platform, tenant, user, chats)

    async def home(self, platform: str, tenant: str, user: str, chats: Collection[str]) -> Sequence[Section]:
        """Pass it on."""
        return await self.house.home(platform, tenant, user, chats)

    async def language(self, platform: str, tenant: str, user: str, chat: str) -> str:
        """Pass it on."""
        return await self.house.language(platform, tenant, user, chat)


class Party(ABC):
    """A platform with the house behind it: one group with Ruth in it, who acts; and what people see."""

    adapter: Adapter
    ears: Overhearing

    @property
    @abstractmethod
    def shown(self) -> Sequence[Shown]:
        """All that people saw of the bot, in order."""

    @abstractmethod
    def outgoing(self, *spans: Span, private: bool = False, buttons: tuple[str, ...] = ()) -> Outgoing:
        """A message to the group, or to Ruth alone; its row is 77."""

    @abstractmethod
    async def says(self, text: str, *, private: bool = False) -> None:
        """Ruth says something; it was heard when this returns. `@bot` is the bot, as the platform names it."""

    @abstractmethod
    async def presses(self, choice: int) -> None:
        """Ruth presses a button under the group's last message, of row 77."""

    async def ideas(self) -> list[str]:
        """The texts on all groups' lists."""
        await self.ears.house.deliver()
        groups = await self.ears.house.transact(lambda s: [s.groups.find(*where) for where in sorted(self.places())])
        number = next(group.id for group in groups if group)
        return [idea.text for idea in await self.ears.house.transact(lambda s: s.ideas.all(number))]

    def places(self) -> set[tuple[str, str, str]]:
        """Where something was heard in a group."""
        return {(i.platform, i.tenant, i.chat) for i in self.ears.heard if not i.private}


class WireParty(Party):
    """A platform with a network between the bot and the people: each documented payload can come at any time."""

    @abstractmethod
    async def says_twice(self, text: str) -> None:
        """The platform delivers the same message twice."""

    @abstractmethod
    async def edits(self, text: str) -> None:
        """Ruth changes a message of hers into this."""

    @abstractmethod
    async def passes_on(self, text: str) -> None:
        """Ruth passes on a message that somebody wrote elsewhere."""

    @abstractmethod
    async def robot_says(self, text: str) -> None:
        """Another bot says something."""

    @abstractmethod
    async def moves(self) -> None:
        """The group's chat gets a new id; what Ruth says from now on comes from there."""

    @abstractmethod
    def fails(self, trouble: Trouble) -> None:
        """Let the next message fail so."""

    @abstractmethod
    def calls(self) -> int:
        """How often the bot tried to say something."""

    @abstractmethod
    async def closes(self) -> None:
        """Stop the bot, and wait until it listens no more."""


class Contract:
    """What holds for all platforms. A subclass gives the fixture `party`."""

    @pytest.mark.parametrize("text", IDEAS)
    async def test_each_way_of_saying_an_idea_is_heard(self, party: Party, text: str) -> None:
        await party.says(text)
        assert await party.ideas() == ["a bench"]
        assert any("Idea 1: a bench" in shown.text for shown in party.shown if not shown.private)

    async def test_an_idea_is_its_sayers(self, party: Party) -> None:
        await party.says("/idea a bench")
        await party.ideas()
        assert party.shown[-1].text.startswith("Thank you, Ruth.")

    async def test_small_talk_is_none_of_ours(self, party: Party) -> None:
        await party.says("/ideas")
        await party.ears.house.deliver()
        before = len(party.shown)
        await party.says("Good morning everybody")
        await party.ears.house.deliver()
        assert len(party.shown) == before

    async def test_a_private_word_is_answered_privately(self, party: Party) -> None:
        await party.says("/ideas")
        await party.says("help", private=True)
        await party.ears.house.deliver()
        assert party.shown[-1].private
        assert "999" in party.shown[-1].text

    async def test_what_is_said_comes_to_its_place(self, party: Party) -> None:
        assert await party.adapter.say(party.outgoing(Span("To all.")))
        assert await party.adapter.dm(party.outgoing(Span("To you."), private=True))
        assert [(shown.private, shown.text) for shown in party.shown] == [(False, "To all."), (True, "To you.")]

    @pytest.mark.parametrize("nasty", NASTY)
    async def test_X_06_a_members_words_are_shown_as_they_are(self, party: Party, nasty: str) -> None:
        await party.adapter.say(party.outgoing(Span("Idea 1: "), Span(nasty, quoted=True), Span(".")))
        assert party.shown[-1].text == f"Idea 1: {nasty}."

    async def test_S_08_nothing_of_a_long_text_is_lost(self, party: Party) -> None:
        lines = [f"Line {number} of a long list." for number in range(500)]
        await party.adapter.say(party.outgoing(Span("\n".join(lines))))
        said = "\n".join(shown.text for shown in party.shown)
        assert [line for line in said.split("\n") if line] == lines

    async def test_a_button_says_which_row_and_choice(self, party: Party) -> None:
        await party.adapter.say(party.outgoing(Span("Is it?"), buttons=("Yes", "No")))
        assert party.shown[-1].buttons == ("Yes", "No")
        await party.presses(1)
        press = party.ears.heard[-1].press
        assert press
        assert (press.row, press.choice) == (77, 1)

    async def test_times_are_aware_and_places_are_named(self, party: Party) -> None:
        await party.says("/idea a bench")
        heard = party.ears.heard[-1]
        assert heard.at.utcoffset() is not None
        assert (heard.platform, bool(heard.tenant), bool(heard.chat), bool(heard.title)) == (
            party.adapter.platform, True, True, True,
        )  # fmt: skip


class WireContract(Contract):
    """What holds where a network lies between the bot and the people."""

    async def test_X_04_what_is_delivered_twice_is_heard_once(self, party: WireParty) -> None:
        await party.says_twice("idea: a bench")
        assert await party.ideas() == ["a bench"]
        assert len(party.shown) == 1

    async def test_an_edit_changes_nothing_and_says_so(self, party: WireParty) -> None:
        await party.says("idea: a bench")
        await party.edits("idea: a big bench")
        assert await party.ideas() == ["a bench"]
        assert party.shown[-1].text.startswith("You changed a message.")

    async def test_what_is_passed_on_is_nobodys_idea_here(self, party: WireParty) -> None:
        await party.says("/ideas")
        await party.passes_on("/idea a bench")
        assert await party.ideas() == []

    async def test_another_bot_is_not_heard(self, party: WireParty) -> None:
        await party.says("/ideas")
        heard = len(party.ears.heard)
        await party.robot_says("idea: a bench")
        assert len(party.ears.heard) == heard
        assert await party.ideas() == []

    async def test_T_05_S_14_a_chat_with_a_new_id_is_the_same_group(self, party: WireParty) -> None:
        await party.says("idea: a bench")
        await party.moves()
        await party.says("idea: a swing")
        assert await party.ideas() == ["a bench", "a swing"]
        assert "Idea 2: a swing" in party.shown[-1].text
        assert len(party.places()) == 2

    async def test_T_03_S_12_what_is_refused_is_not_tried_again(self, party: WireParty) -> None:
        party.fails("refused")
        with pytest.raises(Undeliverable) as raised:
            await party.adapter.say(party.outgoing(Span("To all.")))
        assert raised.value.permanent
        party.fails("closed")
        with pytest.raises(Undeliverable) as raised:
            await party.adapter.dm(party.outgoing(Span("To you."), private=True))
        assert raised.value.closed
        assert (list(party.shown), party.calls()) == ([], 2)

    @pytest.mark.parametrize("trouble", ["later", "never left"])
    async def test_what_did_not_leave_may_be_sent_later(self, party: WireParty, trouble: Trouble) -> None:
        party.fails(trouble)
        with pytest.raises(Later) as raised:
            await party.adapter.say(party.outgoing(Span("To all.")))
        assert raised.value.seconds > 0
        assert list(party.shown) == []

    async def test_X_02_what_may_have_arrived_is_never_sent_again(self, party: WireParty) -> None:
        party.fails("uncertain")
        with pytest.raises(Uncertain):
            await party.adapter.say(party.outgoing(Span("To all.")))
        assert party.calls() == 1

    async def test_P_30_it_stops_at_once_and_then_begins_nothing(self, party: WireParty) -> None:
        await party.says("/idea a bench")
        await party.ears.house.deliver()
        said = len(party.shown)
        async with asyncio.timeout(15):
            await party.closes()
        with pytest.raises(Later):
            await party.adapter.say(party.outgoing(Span("To all.")))
        assert len(party.shown) == said
