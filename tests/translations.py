"""What the bot can say, found in its own source, beside the Welsh catalogue: `python -m tests.translations` compares.

It lists what lacks a translation. With `--update` it writes the catalogue anew: new keys without a translation, keys
that nothing says any more gone, all in the order of the source.
"""

import ast
import re
import string
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from bot.catalogue import file_of
from bot.commands import find_commands
from bot.commands.help import GROUPS, OTHERS
from bot.commands.rights import IN_LAW
from bot.domain.credit import A_MEMBER, CHOICES
from bot.domain.decided import WHERES
from bot.domain.holds import WHYS
from bot.domain.languages import NAMES
from bot.domain.plans import LABELS, STAGES
from bot.domain.review import KEPT_WORDS
from bot.domain.settings import WEEKDAYS
from bot.domain.things import Decision, Role
from bot.setup import NATIONS

ROOT = Path(__file__).parents[1]
FILE = file_of("cy")
ROOMS = ("bot", "bot/domain", "bot/commands", "bot/pages", "reminders", "reminders/parts")
# What platforms show by themselves, in their own files.
SHOWN = ("adapters/slack/forms.py",)
# Whoever runs the bot reads it, and not the group.
NOT_SAID = "bot/__main__.py"
THINGS = ("idea", "action", "plan", "review")

Key = str | tuple[str, str]

# Whole words and labels that stand in a hole, on a button, or after a colon; each with where the code has them.
LABELS_SAID: tuple[Key, ...] = (
    *WEEKDAYS,
    *NATIONS.values(),
    *NAMES.values(),
    *get_args(Decision),
    *get_args(Role),
    *(word.capitalize() for word in (*WHYS, *STAGES, *CHOICES, *KEPT_WORDS)),
    *WHYS,
    *STAGES,
    *LABELS,
    "not said",
    *WHERES,
    *(word.capitalize() for word in (*WHERES, *IN_LAW)),
    (A_MEMBER, "{n} members"),
    *(group.capitalize() for group in (*GROUPS, OTHERS)),
    *KEPT_WORDS,
    *("Yes", "Partly", "No"),
    *(f"{thing} {{n}}" for thing in THINGS),
    *(f"{thing.capitalize()} {{n}}" for thing in THINGS),
    *("12 noon", "12 midnight", "{hour}am", "{hour}pm"),
    *("{amount} once", "{amount} a year", "{amount} a month", "{amount} a week"),
)
_NOTHING_TO_SAY = re.compile(r"(?:\{[^}]*\}|[\W\d_])*")


@cache
def keys() -> tuple[Key, ...]:
    """All keys of the catalogue, in the order of the source, each once; a pair is one that counts."""
    found: dict[Key, None] = {}
    for room in ROOMS:
        for file in sorted((ROOT / room).glob("*.py")):
            if file.relative_to(ROOT).as_posix() != NOT_SAID:
                found |= dict.fromkeys(_keys_of(ast.parse(file.read_text(encoding="utf-8"))))
    for shown in SHOWN:
        found |= dict.fromkeys(_keys_of(ast.parse((ROOT / shown).read_text(encoding="utf-8"))))
    for command in find_commands().all:
        found |= dict.fromkeys((f"/{command.name}: {command.does}", *([command.shows] if " " in command.shows else [])))
    found |= dict.fromkeys(LABELS_SAID)
    counting = {one for pair in found if isinstance(pair, tuple) for one in pair}
    return tuple(key for key in found if key not in counting and not nothing_to_say(key))


def nothing_to_say(key: Key) -> bool:
    """Is it the same in any language: only holes and marks?"""
    return _NOTHING_TO_SAY.fullmatch("".join(key)) is not None


def catalogue() -> Catalog:
    """The Welsh catalogue as it is on the disk."""
    with FILE.open("rb") as po:
        return read_po(po, locale="cy")


@cache
def _translated() -> frozenset[str]:
    return frozenset(_first(message.id) for message in catalogue() if message.id)


def known(key: str) -> bool:
    """Is this, which the bot has just said, a key that the comparison finds in the source?"""
    return key in _translated() or nothing_to_say(key) or key in {_first(one) for one in keys()}


def _first(key: str | Sequence[str]) -> str:
    return key if isinstance(key, str) else key[0]


def lacking(welsh: Catalog) -> list[Key]:
    """What can be said and has no translation, or not each of the six forms of what counts."""
    return [key for key in keys() if not _whole(welsh.get(key[0] if isinstance(key, tuple) else key), key)]


def left_over(welsh: Catalog) -> list[Key]:
    """What is translated, and nothing says it."""
    wanted = set(keys())
    return [key for message in welsh if message.id and (key := _key(message)) not in wanted]


def holes(text: str) -> list[str]:
    """The names of the holes of a text, in the order of the alphabet."""
    return sorted({hole for _, hole, _, _ in string.Formatter().parse(text) if hole is not None})


def update() -> None:
    """Write the catalogue anew, from the source and from the translations there are."""
    old = catalogue()
    new = Catalog(locale="cy", header_comment=old.header_comment, fuzzy=False)
    new.mime_headers = [(name, value) for name, value in old.mime_headers if name in _KEPT]
    for key in keys():
        message = old.get(key[0] if isinstance(key, tuple) else key)
        whole = message is not None and _key(message) == key
        new.add(key, message.string if message and whole else "")
    written = BytesIO()
    write_po(written, new, width=120, no_location=True)
    # Who asked for it and at what minute would change at each run, and says nothing.
    lines = [line for line in written.getvalue().decode().splitlines(keepends=True) if not _EMPTY_HEADER.match(line)]
    FILE.write_text("".join(lines), encoding="utf-8")


_KEPT = ("Project-Id-Version", "Language", "Language-Team", "Plural-Forms", "Content-Type")
_EMPTY_HEADER = re.compile(r'"(?:Report-|POT-|PO-Revision|Last-Translator|MIME|Generated|Content-Transfer)')


def _key(message: Message) -> Key:
    return tuple(message.id) if isinstance(message.id, (list, tuple)) else message.id  # type: ignore[return-value]


def _whole(message: Message | None, key: Key) -> bool:
    if message is None or _key(message) != key or message.fuzzy:
        return False
    said = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    return all(said) and (not isinstance(key, tuple) or len(said) == 6)


def _keys_of(tree: ast.Module) -> Iterator[Key]:
    """What is given to `say` and its kin, and every other sentence that is no docstring: many stand in a table."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    alone |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    # What a command does is said behind its name.
    alone |= {id(part) for node in ast.walk(tree) if _called(node) == "Command" for part in node.args}  # type: ignore[attr-defined]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _given(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            text = node.value
            if " " in text and re.match(r"[A-Z{]", text) and re.search(r"[.?!:}]$|[.?!] [A-Z]", text):
                yield text


def _called(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def _given(call: ast.Call) -> Iterator[Key]:
    name, texts = _called(call), [part for argument in call.args for part in _texts(argument)]
    if name in ("say_count", "_one", "Line") and len(texts) == 2:
        yield texts[0], texts[1]
    elif name in ("say", "Button"):
        yield from texts[:1] if call.args and _texts(call.args[0]) else ()
    elif name in ("UserError", "Cancelled"):
        yield from texts


def _texts(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def main() -> int:
    """Compare, or update; 1 if something is lacking or left over."""
    if "--update" in sys.argv:
        update()
    welsh = catalogue()
    wrong = [("lacks a translation", key) for key in lacking(welsh)]
    wrong += [("is not said", key) for key in left_over(welsh)]
    for what, key in wrong:
        sys.stdout.write(f"{what}: {key}\n")
    sys.stdout.write(f"{len(keys())} keys, {len(lacking(welsh))} lack a translation.\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
