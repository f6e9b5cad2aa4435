"""The house keeps its shape: imports run downwards, time comes from one place, files are small and named well."""

import ast
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "adapters", "storage", "reminders")
SHORTEST, LONGEST = 30, 300

# A file of these folders is one command, reminder, part of the summary or step of the schema, however little it takes.
SMALL_FOLDERS = ("bot/commands", "reminders", "reminders/parts", "storage/migrations/versions")
SMALL = {
    "adapters/terminal/sayings.py": "the words of a room, apart from what moves in it",
    "adapters/transcript/errors.py": "errors are raised by files that do not know one another",
    "bot/broken.py": "what is done when our own code broke, apart from what may break",
    "bot/events.py": "a line that a command, a reminder and the summary share",
    "bot/languages.py": "one question, asked wherever something is said",
    "bot/nation.py": "a rule that two commands share",
    "storage/migrations/env.py": "Alembic asks for it by its name",
    "storage/store.py": "finds the subjects, and is none",
    "storage/tables.py": "finds the tables, and would import itself from any of their files",
}

# Where all rooms meet: the command line, and the process that it starts.
TOP = ("bot/__main__.py", "bot/process/")

# What adapters wait for of a store that is synchronous.
ASYNC_EDGES = {"storage/writer.py", "storage/vault.py", "storage/bell.py"}

CLOCKS = {
    *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime"),
    *("sqlalchemy.func.now", "sqlalchemy.func.current_timestamp", "sqlalchemy.func.current_date"),
}
ENVIRONMENT = {"os.environ", "os.getenv", "os.environb"}
# What the core may not know. Time and asyncio live at the edges too.
EDGES = {"telegram", "slack_bolt", "slack_sdk", "aiohttp", "httpx", "sqlalchemy", "alembic", "apscheduler"}
NOT_IN_THE_CORE = {*EDGES, "asyncio", "threading", "time", "html", "adapters", "storage", "reminders"}
MARKUP = ("<b>", "</", "<a ", "<i>", "&amp;", "&lt;", "<!channel", "<@", "parse_mode", "mrkdwn")
DROSS = ("utils", "util", "helpers", "helper", "common", "misc")
VAGUE = ("Manager", "Service", "Handler", "Helper")


@cache
def _sources() -> dict[str, str]:
    """Every source file of the rooms, by its path in the house."""
    files = sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}


@cache
def _tree(source: str) -> ast.Module:
    return ast.parse(source)


def _names(tree: ast.AST) -> dict[str, str]:
    """What each imported name stands for, in full."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {
                a.asname or a.name.split(".")[0]: a.name if a.asname else a.name.split(".")[0] for a in node.names
            }
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
    return names


def _full(node: ast.AST, names: dict[str, str]) -> str | None:
    """The full dotted name that a name or attribute stands for, if it begins with an import."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute) and (before := _full(node.value, names)):
        return f"{before}.{node.attr}"
    return None


def _uses(source: str, of: set[str]) -> list[str]:
    tree = _tree(source)
    names = _names(tree)
    found = {full for node in ast.walk(tree) if (full := _full(node, names)) in of}
    return sorted(found)


def _imports(source: str) -> set[str]:
    """The packages that a file takes from, as top-level names."""
    found = set()
    for node in ast.walk(_tree(source)):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def _no_clock(path: str, source: str) -> list[str]:
    return [] if path == "reminders/clock.py" else _uses(source, CLOCKS)


def _no_environment(path: str, source: str) -> list[str]:
    return [] if path == "bot/__main__.py" else _uses(source, ENVIRONMENT)


def _core_knows_no_edge(path: str, source: str) -> list[str]:
    if not path.startswith("bot/") or path.startswith(TOP):
        return []
    return sorted(_imports(source) & NOT_IN_THE_CORE)


def _domain_is_standard(path: str, source: str) -> list[str]:
    if not path.startswith("bot/domain/"):
        return []
    others = {
        node.module
        for node in ast.walk(_tree(source))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("bot.")
    }
    foreign = _imports(source) - sys.stdlib_module_names - {"bot"}
    return sorted(foreign | {other for other in others if not other.startswith("bot.domain")})


def _no_markup(path: str, source: str) -> list[str]:
    if not path.startswith(("bot/", "reminders/")):
        return []
    tree = _tree(source)
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    keywords = [node.arg or "" for node in ast.walk(tree) if isinstance(node, ast.keyword)]
    return sorted({mark for mark in MARKUP for text in (*texts, *keywords) if mark in text})


def _no_await(path: str, source: str) -> list[str]:
    """The core and the store are synchronous (rule 13): only the ports name what the edges do."""
    if not path.startswith(("bot/", "storage/")) or path.startswith((*TOP, "bot/edges.py", *ASYNC_EDGES)):
        return []
    kinds = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)
    return [f"line {node.lineno}" for node in ast.walk(_tree(source)) if isinstance(node, kinds)]


def _says_what_it_is(path: str, source: str) -> list[str]:
    del path
    first = (ast.get_docstring(_tree(source)) or "").split("\n\n")[0].strip()
    return [] if first.endswith(".") else [f"its first words are {first!r}"]


def _right_size(path: str, source: str) -> list[str]:
    lines = source.count("\n")
    folder, _, name = path.rpartition("/")
    shortest = 0 if name == "__init__.py" or folder in SMALL_FOLDERS or path in SMALL else SHORTEST
    # A migration is as long as the schema was.
    longest = sys.maxsize if folder == "storage/migrations/versions" else LONGEST
    return [] if shortest <= lines <= longest else [f"{lines} lines"]


def _telling_names(path: str, source: str) -> list[str]:
    classes = [node.name for node in ast.walk(_tree(source)) if isinstance(node, ast.ClassDef)]
    vague = [name for name in classes if name.endswith(VAGUE)]
    return vague + [part for part in path.removesuffix(".py").split("/") if part in DROSS]


Check = Callable[[str, str], list[str]]
CHECKS: dict[str, Check] = {
    check.__name__: check
    for check in (
        _no_clock,
        _no_environment,
        _core_knows_no_edge,
        _domain_is_standard,
        _no_markup,
        _no_await,
        _says_what_it_is,
        _right_size,
        _telling_names,
    )
}


def _wrongs(check: Check) -> Iterator[str]:
    for path, source in _sources().items():
        for wrong in check(path, source):
            yield f"{path}: {wrong}"


@pytest.mark.parametrize("check", CHECKS)
def test_the_house_is_in_order(check: str) -> None:
    assert list(_wrongs(CHECKS[check])) == []


def test_all_rooms_are_looked_at() -> None:
    assert {path.split("/")[0] for path in _sources()} == set(ROOMS)
    assert len(_sources()) > 80


def test_the_exceptions_are_there_and_needed() -> None:
    assert SMALL.keys() <= _sources().keys()
    assert _uses(_sources()["reminders/clock.py"], CLOCKS) == ["datetime.datetime.now"]
    assert _uses(_sources()["bot/__main__.py"], ENVIRONMENT) == ["os.environ"]


def test_imports_run_downwards(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])
    # It would switch off every logger there is by then, and tests after this one look into the log.
    monkeypatch.setattr("logging.config.dictConfig", lambda _: None)
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


DOC = '"""Something."""\n'
LONG = DOC + "\n" * 29
BAD = [
    ("_no_clock", "bot/x.py", "from datetime import datetime as dt\ndt.now()"),
    ("_no_clock", "storage/x.py", "import datetime\ndatetime.date.today()"),
    ("_no_clock", "adapters/x.py", "from time import time\nstart = time"),
    ("_no_clock", "reminders/x.py", "import time as t\nt.time()"),
    ("_no_clock", "storage/x.py", "from sqlalchemy import func\nfunc.now()"),
    ("_no_environment", "adapters/x.py", "import os\nos.environ.get('A')"),
    ("_no_environment", "bot/hear.py", "from os import getenv\ngetenv('A')"),
    ("_core_knows_no_edge", "bot/commands/x.py", "import asyncio"),
    ("_core_knows_no_edge", "bot/x.py", "from sqlalchemy.sql import text"),
    ("_core_knows_no_edge", "bot/x.py", "def f():\n    import telegram"),
    ("_domain_is_standard", "bot/domain/x.py", "import rapidfuzz"),
    ("_domain_is_standard", "bot/domain/x.py", "from bot.words import say"),
    ("_no_markup", "bot/x.py", "text = f'<b>{name}</b>'"),
    ("_no_markup", "reminders/x.py", "send(parse_mode='x')"),
    ("_no_await", "bot/x.py", "async def f(): ..."),
    ("_says_what_it_is", "bot/x.py", "import os"),
    ("_says_what_it_is", "bot/x.py", '"""Something"""'),
    ("_says_what_it_is", "bot/x.py", '"""Something\n\nMore."""'),
    ("_right_size", "bot/x.py", "\n" * 29),
    ("_right_size", "bot/x.py", "\n" * 301),
    ("_right_size", "bot/commands/x.py", "\n" * 301),
    ("_telling_names", "bot/utils.py", ""),
    ("_telling_names", "storage/helpers/x.py", ""),
    ("_telling_names", "bot/x.py", "class IdeaManager: ..."),
]
GOOD = [
    ("_no_clock", "adapters/x.py", "loop.time(); clock.now(); request.today"),
    ("_no_clock", "reminders/clock.py", "from datetime import datetime\ndatetime.now()"),
    ("_no_environment", "bot/__main__.py", "import os\nos.environ"),
    ("_core_knows_no_edge", "adapters/x.py", "import telegram, asyncio"),
    ("_domain_is_standard", "bot/domain/x.py", "import re\nfrom bot.domain.chat import Person"),
    ("_no_markup", "adapters/x.py", "send(parse_mode='HTML')"),
    ("_no_await", "storage/writer.py", "async def f(): ..."),
    ("_says_what_it_is", "bot/x.py", DOC),
    ("_right_size", "bot/x.py", LONG),
    ("_right_size", "bot/commands/x.py", DOC),
    ("_telling_names", "bot/commands/manager.py", "class Holder: ..."),
]


@pytest.mark.parametrize(("check", "path", "source"), BAD)
def test_a_check_sees_what_is_wrong(check: str, path: str, source: str) -> None:
    assert CHECKS[check](path, source)


@pytest.mark.parametrize(("check", "path", "source"), GOOD)
def test_a_check_lets_pass_what_is_right(check: str, path: str, source: str) -> None:
    assert CHECKS[check](path, source) == []
