"""Ports for those who listen in a test: nobody else gets one of them before, between or after."""

import socket
from typing import Final

_HELD: Final[list[socket.socket]] = []


def free_port() -> str:
    """A port on which nobody listens, for this process alone.

    It is held as long as the process lives: one that was let go is soon given to any program that connects somewhere.
    """
    held = socket.socket()
    # Whoever asks for it by its number may listen there beside it; who asks for any port is given another.
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    _HELD.append(held)
    return str(held.getsockname()[1])
