"""Brings messages over loopback on sixteen connections that stay open: a process of its own, as a platform is."""

import asyncio
from collections.abc import Iterator, Sequence

CONNECTIONS = 16


def send(port: int, path: str, secret: str, messages: Sequence[bytes]) -> None:
    """Bring them all; each must be answered 200."""
    asyncio.run(_send(port, path, secret, iter(messages)))


async def _send(port: int, path: str, secret: str, waiting: Iterator[bytes]) -> None:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: "
    ).encode()

    async def connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for message in waiting:
            writer.write(head + str(len(message)).encode() + b"\r\n\r\n" + message)
            answer = await reader.readuntil(b"\r\n\r\n")
            assert answer.startswith(b"HTTP/1.1 200"), answer
            length = answer.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
            await reader.readexactly(int(length or 0))
        writer.close()

    await asyncio.gather(*(connection() for _ in range(CONNECTIONS)))
