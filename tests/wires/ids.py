"""The names that tests give to people, chats and messages, and what a platform calls them, both ways."""

from collections.abc import Callable


class Ids:
    """One kind of thing: `make` gives the platform's id for a name that was not met before."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self._make = make
        self._there: dict[str, str] = {}
        self._back: dict[str, str] = {}

    def there(self, name: str) -> str:
        """The platform's id of what a test names so."""
        if name not in self._there:
            self.know(name, self._make(name))
        return self._there[name]

    def back(self, id_: str) -> str:
        """The name that a test gave it; what the platform alone knows keeps its id."""
        return self._back.get(id_, id_)

    def know(self, name: str, id_: str) -> None:
        """From now on, they are the same."""
        self._there[name], self._back[id_] = id_, name
