"""No secret lies in the house: every file that is kept is looked through for what tokens and keys look like (X-08)."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHAPES = re.compile(
    r"""
      (?<!\d)\d{8,10}:[A-Za-z0-9_-]{35}(?![\w-])            # Telegram's tokens
    | xox[abeoprs]-\d{8,}-[\w-]{20,}                        # Slack's
    | xapp-\d-[A-Z0-9]{8,}-\d{8,}-[0-9a-f]{32,}
    | hooks\.slack\.com/services/T\w{8,}/B\w{8,}/\w{20,}
    | -----BEGIN\ (?:[A-Z]+\ )?PRIVATE\ KEY-----
    | postgres(?:ql)?(?:\+\w+)?://[^:/\s{]+:[^@\s{]{8,}@(?!127\.0\.0\.1|localhost|example)
    | gh[pousr]_[A-Za-z0-9]{36} | AKIA[0-9A-Z]{16}
    """,
    re.VERBOSE,
)


def _kept() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)  # noqa: S607
    if listed.returncode:  # not a checkout: a copy that somebody was given
        return [
            file for room in ("bot", "adapters", "storage", "reminders", "tests") for file in (ROOT / room).rglob("*.*")
        ]
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def test_X_08_no_secret_is_kept_with_the_code() -> None:
    texts = {file: file.read_text("utf-8", "replace") for file in _kept() if file.is_file()}
    assert len(texts) > 300
    assert {file.name: found[0] for file, text in texts.items() if (found := SHAPES.search(text))} == {}


# Put together here, so that they are not found in this very file.
LIKE = [
    "12345678" + "90:" + "A" * 35,
    "xoxb-" + "1234567890-" + "a" * 24,
    "-----BEGIN " + "PRIVATE KEY-----",
    "postgresql://bot:" + "correcthorse@db.example.org/bot",
    "AKIA" + "A1B2C3D4E5F6G7H8",
]


@pytest.mark.parametrize("secret", LIKE)
def test_a_secret_is_seen_by_its_shape(secret: str) -> None:
    assert SHAPES.search(f"TOKEN={secret}")
