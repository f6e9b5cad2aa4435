"""What the tests of this room may ask for."""

import pytest

from tests.adapters.terminal.opened import Houses


@pytest.fixture
def terminal() -> Houses:
    """A terminal on a fresh database that stays for the test."""
    return Houses()
