"""Who is in the room: three members and a facilitator at first, and whoever joins by speaking."""

import re

from bot.domain.chat import Sender

MEMBERS = ("Bea", "Tom", "Amy")
FACILITATOR = "Ruth"


class Company:
    """The people by their names. A name is the person: who has the same one after a restart is the same."""

    def __init__(self) -> None:
        self._senders: dict[str, Sender] = {}
        for name in (*MEMBERS, FACILITATOR):
            self.meet(name)

    @property
    def known(self) -> frozenset[str]:
        """The names in small letters."""
        return frozenset(self._senders)

    @property
    def names(self) -> list[str]:
        """The names as they are written, in the order people came."""
        return [sender.name for sender in self._senders.values()]

    def has(self, name: str) -> bool:
        """Is somebody of that name here?"""
        return name.casefold() in self._senders

    def meet(self, name: str) -> Sender:
        """The person of that name, who joins if need be."""
        id_ = name.casefold()
        if id_ not in self._senders:
            written = name if name[:1].isupper() else name.title()
            self._senders[id_] = Sender(id_, written, re.sub(r"\W", "", id_) or None)
        return self._senders[id_]

    def name_of(self, user: str) -> str:
        """How the person with that id is called."""
        sender = self._senders.get(user)
        return sender.name if sender else user
