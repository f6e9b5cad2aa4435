"""Catalogues that note what was asked of them, so that a test's room can tell what its bot said in which language."""

from gettext import NullTranslations

from bot.catalogue import catalogue


class Asked(NullTranslations):
    """English, which writes down what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: set[str] = set()

    def gettext(self, message: str) -> str:
        self.keys.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.keys.add(msgid1)
        return msgid1 if n == 1 else msgid2


class Welsh(NullTranslations):
    """Welsh, which writes down what it said: a line of it is not read as English."""

    def __init__(self) -> None:
        super().__init__()
        self.said: set[str] = set()

    def gettext(self, message: str) -> str:
        return self._noted(catalogue("cy").gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._noted(catalogue("cy").ngettext(msgid1, msgid2, n))

    def _noted(self, said: str) -> str:
        self.said.add(said)
        return said
