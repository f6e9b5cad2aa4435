"""The one address of this process that platforms can call: each adds its paths, and then it is opened."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from bot.domain.errors import Unusable

if TYPE_CHECKING:
    from aiohttp.web import AppRunner

USUAL_PORT: Final = "8080"
LARGEST: Final = 2**20
LAST_WORDS: Final = 5.0

Take = Callable[[Any], Awaitable[Any]]


class Door:
    """What is brought to this process over HTTP. Without a path it is never opened, and no web server is loaded."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.port = environment.get("PORT", "").strip() or USUAL_PORT
        self._paths: list[tuple[str, str, Take]] = []
        self._beside: list[tuple[str, str, Take]] = []
        self._runner: AppRunner | None = None

    def add(self, method: str, path: str, take: Take) -> None:
        """Let requests to this path be taken by an aiohttp handler, once the door is open."""
        self._paths.append((method, path, take))

    def beside(self, method: str, path: str, take: Take) -> None:
        """Let this path be taken too, if the door is opened for another."""
        self._beside.append((method, path, take))

    def check(self) -> None:
        """Raise Unusable if the setting can't work."""
        if not self.port.isdecimal() or int(self.port) > 65535:
            raise Unusable("PORT must be a number, such as 8080.")

    async def open(self) -> None:
        """Take requests from now on. Raises Unusable if the port can't be had."""
        if not self._paths:
            return
        self.check()
        # Here and not above: whoever fetches by itself need not load a web server.
        from aiohttp import web  # noqa: PLC0415

        app = web.Application(client_max_size=LARGEST)
        for method, path, take in (*self._paths, *self._beside):
            app.router.add_route(method, path, take)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=LAST_WORDS)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, port=int(self.port)).start()
        except OSError as error:
            raise Unusable(f"Port {self.port} can't be had ({error.strerror}). Set PORT to another number.") from error

    async def close(self) -> None:
        """Take no more requests; what is being answered is finished, but not for long."""
        if self._runner:
            await self._runner.cleanup()
