"""What the tests of this room may ask for."""

from pathlib import Path

import pytest

from tests.adapters.terminal.opened import Houses


@pytest.fixture
def terminal(tmp_path: Path, template_folder: Path) -> Houses:
    """A terminal on a fresh database that stays for the test."""
    return Houses(tmp_path, template_folder)
