"""The webhook and /healthz: 200 only after the commit; from whoever lacks the secret nothing is read."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import orjson
from aiohttp import web

from bot.context import Services
from bot.hearing import ingest
from bot.settings import Settings
from storage.inbox import Arrival
from storage.records import Letter

log = logging.getLogger(__name__)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
MOST = 1 << 20  # bytes


class Door:
    """The HTTP server of one process: `/healthz` always, Telegram's posts where WEBHOOK_URL is set."""

    def __init__(
        self,
        services: Services,
        settings: Settings,
        hear: Callable[[list[Letter]], None],
        health: Callable[[], Awaitable[Mapping[str, Any]]],
        *,
        posts: bool,
    ) -> None:
        self.services, self.settings, self.hear, self.health, self.posts = (
            services,
            settings,
            hear,
            health,
            posts,
        )
        self.runner: web.AppRunner | None = None
        self.port = settings.port or 0

    async def start(self) -> None:
        """Listen on PORT."""
        app = web.Application(client_max_size=MOST)
        app.router.add_get("/healthz", self._healthz)
        if self.posts and self.settings.webhook_url:
            path = urlsplit(self.settings.webhook_url).path or "/"
            app.router.add_route("*", path, self._post)
        self.runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=1.0)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "0.0.0.0", self.port, backlog=1024, reuse_port=True)  # noqa: S104 - the platform's router
        await site.start()

    async def stop(self) -> None:
        """Stop listening; what was not answered Telegram sends again."""
        if self.runner is not None:
            await self.runner.cleanup()
            self.runner = None

    async def _healthz(self, _request: web.Request) -> web.Response:
        try:
            found = await asyncio.wait_for(self.health(), 5)
        except Exception as error:
            return web.json_response({"ok": False, "error": type(error).__name__}, status=503)
        return web.json_response(found, status=200 if found.get("ok") else 503)

    async def _post(self, request: web.Request) -> web.Response:
        if request.method != "POST":
            return web.Response(status=405, headers={"Allow": "POST"})
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, (self.settings.webhook_secret or "").encode()):
            return web.Response(status=403)
        if request.content_type != "application/json" or request.headers.get("Content-Encoding"):
            return web.Response(status=415)
        if (request.content_length or 0) > MOST:
            return web.Response(status=413)
        body = await request.read()  # raises 413 beyond the limit
        try:
            await self._store(body)
        except Exception:
            log.exception("an update could not be stored; Telegram will send it again")
            return web.Response(status=503, headers={"Retry-After": "2"})
        return web.Response()

    async def _store(self, body: bytes) -> None:
        update = parse(body)
        if update is None:
            await self._bury(body)
        elif letters := await ingest(self.services, [update]):
            self.hear(letters)

    async def _bury(self, body: bytes) -> None:
        """What cannot be read is kept as dead and accepted: else it would block its chat for a day."""
        number = -(int.from_bytes(hashlib.sha256(body).digest()[:7]) + 1)
        dead = Arrival(update_id=number, chat_id=0, raw=body, status="dead")
        now = self.services.clock.now()
        await self.services.notebook.turn(lambda page: page.inbox.add([dead], now))
        log.warning("an update without sense was set aside")


def parse(body: bytes) -> Mapping[str, Any] | None:
    """The update in a request body, or None where there is none."""
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        try:
            found = json.loads(body.decode("utf-8", "replace"))  # lone surrogates, which orjson refuses
        except (ValueError, RecursionError):
            return None
    return found if isinstance(found, Mapping) and isinstance(found.get("update_id"), int) else None


class Closed:
    """What answers while the database cannot be trusted: 503 to everybody, so that Telegram keeps its updates."""

    def __init__(self, port: int | None) -> None:
        self.port = port
        self.runner: web.ServerRunner | None = None

    async def start(self) -> None:
        """Listen, where PORT is set."""
        if self.port is None:
            return
        self.runner = web.ServerRunner(web.Server(self._refuse, access_log=None))
        await self.runner.setup()
        await web.TCPSite(self.runner, "0.0.0.0", self.port).start()  # noqa: S104 - the platform's router

    async def stop(self) -> None:
        """Stop listening."""
        if self.runner is not None:
            await self.runner.cleanup()

    async def _refuse(self, _request: web.BaseRequest) -> web.StreamResponse:
        return web.json_response({"ok": False, "error": "maintenance"}, status=503)
