"""The short way into the world: python-telegram-bot's request object, without a network."""

from __future__ import annotations

import json
from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.preview.arguments import Upload
from bot.preview.refusals import Dropped
from bot.preview.world import World
from bot.transport import MaybeSent, NotSent


class RequestDoor(BaseRequest):
    """Every request of a `telegram.Bot` goes through here to the world; build the bot with `request=` and
    `get_updates_request=` set to doors of the same world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.open = True

    @property
    def read_timeout(self) -> float | None:
        """No network, no timeout."""
        return None

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """Answer as the HTTP server would, status and body."""
        base, _slash, name = url.rpartition("/")
        if "/file/bot" in url:
            return self._file(url)
        if f"/bot{self.world.token}" not in base + "/":
            return 401, json.dumps({"ok": False, "error_code": 401, "description": "Unauthorized"}).encode()
        values = request_data.json_parameters if request_data else {}
        try:
            answer = await self.world.call(name, values, _uploads(request_data))
        except Dropped as dropped:
            raise (NotSent("connection refused") if dropped.before_sending else MaybeSent()) from dropped
        return answer.status, answer.encoded

    def _file(self, url: str) -> tuple[int, bytes]:
        path = url.partition(f"/file/bot{self.world.token}/")[2]
        kept = self.world.files.by_path.get(path)
        return (200, kept.data) if kept else (404, b'{"ok":false,"error_code":404,"description":"Not Found"}')


def _uploads(request_data: RequestData | None) -> dict[str, Upload]:
    if not request_data or not request_data.contains_files:
        return {}
    uploads: dict[str, Upload] = {}
    for name, (filename, content, mime) in request_data.multipart_data.items():
        data = content if isinstance(content, bytes) else content.read()
        uploads[name] = Upload(name=filename, data=data, mime=mime)
    return uploads
