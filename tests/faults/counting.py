"""A platform for the fault harness: it counts what was said in which chat, and brings each update to every web."""

import asyncio
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import ClientError, ClientSession, web

SLOWEST: Final = 0.03
AT_ONCE: Final = 8
_ANSWERS: Final = {
    "getMe": {"id": 4242, "is_bot": True, "first_name": "Said", "username": "saidbot", "can_join_groups": True},
    "getMyCommands": [],
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
}


@dataclass
class Platform:
    """What was said by now: how often each late idea, and each reply, by chat and number."""

    webs: list[str]
    updates: list[dict[str, Any]]
    late: Counter[str] = field(default_factory=Counter)
    replies: Counter[str] = field(default_factory=Counter)
    taken: int = 0
    secret: str = "s"  # noqa: S105 - of nothing but this harness

    def serve(self, port: int) -> None:
        """Serve until the process is ended."""
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._answer)
        app.router.add_get("/said", self._tell)
        app.on_startup.append(self._begin)
        web.run_app(app, host="127.0.0.1", port=port, print=None, handle_signals=False)

    async def _begin(self, app: web.Application) -> None:
        app["bringing"] = asyncio.create_task(self._bring_all())

    async def _answer(self, request: web.Request) -> web.Response:
        method, form = request.match_info["method"], await request.post()
        result: object = _ANSWERS.get(method, True)
        if method == "sendMessage":
            chat, text = str(form["chat_id"]), str(form["text"])
            self.taken += 1
            if found := re.search(r"Idea (\d+) still has no answer", text):
                self.late[f"{chat} {found[1]}"] += 1
            if found := re.search(r"Idea \d+: wish(\d+)", text):
                self.replies[found[1]] += 1
            result = {"message_id": self.taken, "date": 1, "chat": {"id": int(chat), "type": "group"}, "text": text}
            # It is taken before it is answered: whoever is killed meanwhile can't know.
            await asyncio.sleep(random.uniform(0, SLOWEST))  # noqa: S311 - no secret
        return web.json_response({"ok": True, "result": result})

    async def _tell(self, _: web.Request) -> web.Response:
        return web.json_response({"late": self.late, "replies": self.replies, "left": len(self.updates)})

    async def _bring_all(self) -> None:
        async with ClientSession(headers={"X-Telegram-Bot-Api-Secret-Token": self.secret}) as session:
            while self.updates:
                some, self.updates = self.updates[:AT_ONCE], self.updates[AT_ONCE:]
                await asyncio.gather(*(self._bring(session, url, each) for each in some for url in self.webs))

    async def _bring(self, session: ClientSession, url: str, update: dict[str, Any]) -> None:
        """Bring it again until it is acknowledged, as Telegram does."""
        while True:
            try:
                async with session.post(url, json=update) as answer:
                    if answer.status == 200:
                        return
            except ClientError:
                pass
            await asyncio.sleep(0.2)
