"""The preview page: static files, the world's files, and a WebSocket line between the page and the stage."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiohttp import WSMsgType, web

from bot.preview.gestures import GESTURES
from bot.preview.person import NotThere
from bot.preview.stage import Stage

log = logging.getLogger(__name__)
STATIC = Path(__file__).with_name("static")
STAGE: web.AppKey[Stage] = web.AppKey("stage", Stage)
LARGEST = 16 * 1024 * 1024  # bytes of one word from the page: a file of 10 MB in base64
SHOWN = 300  # messages of the end of a chat
TOGETHER = 0.02  # seconds: changes that come closer go out as one
LOOK = 1.0  # seconds after which the page is looked at again without a change in the world


async def index(_request: web.Request) -> web.FileResponse:
    """The page itself."""
    return web.FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-cache"})


async def file(request: web.Request) -> web.Response:
    """A picture or document of the world, by its file id."""
    try:
        data, mime = request.app[STAGE].world.file(request.match_info["id"])
    except KeyError:
        raise web.HTTPNotFound from None
    return web.Response(body=data, content_type=mime, headers={"Cache-Control": "max-age=3600"})


async def line(request: web.Request) -> web.WebSocketResponse:
    """One open page: the state goes out at every change, the person's doings come in."""
    _same_origin(request)
    socket = web.WebSocketResponse(heartbeat=20, max_msg_size=LARGEST, compress=False)
    await socket.prepare(request)
    stage = request.app[STAGE]
    phone = Phone(stage, socket, _whose(stage, request.query.get("person", "")))
    telling = asyncio.create_task(phone.tell())
    try:
        async for word in socket:
            if word.type is WSMsgType.TEXT:
                await phone.hear(json.loads(word.data))
    finally:
        telling.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await telling
    return socket


class Phone:
    """One person's phone as one open page shows it."""

    def __init__(self, stage: Stage, socket: web.WebSocketResponse, person: int) -> None:
        self.stage = stage
        self.socket = socket
        self.person = person
        self.news = asyncio.Event()
        self.said = ""

    async def tell(self) -> None:
        """Send the state whenever it differs from what the page knows, without end."""
        stop = self.stage.listen(self.news.set)
        try:
            while True:
                await self._send()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self.news.wait(), LOOK)
                    await asyncio.sleep(TOGETHER)
                self.news.clear()
        except (ConnectionError, RuntimeError):
            log.debug("a preview page has gone")
        finally:
            stop()

    async def _send(self) -> None:
        view = self.stage.world.view(self.person)
        view.pop("now", None)
        view["messages"] = view["messages"][-SHOWN:]
        around = await self._around()
        state = {"kind": "state", "view": view, "stage": around}
        now = self.stage.clock.now()
        print_of_it = json.dumps([state, int(self.stage.clock.offset.total_seconds())], ensure_ascii=False)
        if print_of_it != self.said:
            self.said = print_of_it
            around["now"] = now.isoformat()
            await self.socket.send_str(json.dumps(state, ensure_ascii=False))

    async def _around(self) -> dict[str, Any]:
        glance = await self.stage.glance(self.person)
        coming = glance.next and {"kind": glance.next.kind, "at": glance.next.at.isoformat()}
        return {
            "zone": glance.zone,
            "next": coming,
            "taps": sum(who == self.person for who, _ in self.stage.world.queries.values()),
            "running": self.stage.running,
            "busy": self.stage.busy,
            "people": [_person(self.stage, number) for number in sorted(self.stage.world.people)],
        }

    async def hear(self, word: dict[str, Any]) -> None:
        """Do what the person did on the page; what cannot be done is said on the page."""
        do = GESTURES.get(str(word.get("do")))
        try:
            if do is None:
                raise ValueError(f"The page asked for something unknown: {word.get('do')}")
            self.person = await do(self.stage, self.person, word) or self.person
        except (NotThere, ValueError) as no:
            await self.socket.send_str(json.dumps({"kind": "refused", "why": str(no)}))
        except Exception as error:  # the page must say it: nobody looks at the terminal
            log.exception("the preview could not do %r", word.get("do"))
            await self.socket.send_str(
                json.dumps({"kind": "refused", "why": f"{type(error).__name__}: {error}"})
            )
        self.news.set()


def _person(stage: Stage, number: int) -> dict[str, Any]:
    user = stage.world.chats[number].user
    return {"id": number, "name": user["first_name"], "language_code": user.get("language_code", "")}


def _whose(stage: Stage, asked: str) -> int:
    known = stage.world.people
    return int(asked) if asked.isdigit() and int(asked) in known else min(known)


def _same_origin(request: web.Request) -> None:
    """A page of another site may not speak to the preview on this machine."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise web.HTTPForbidden(text="The preview speaks only to its own page.")


def application(stage: Stage) -> web.Application:
    """The page's routes around one stage."""
    app = web.Application()
    app[STAGE] = stage
    app.add_routes([web.get("/", index), web.get("/line", line), web.get("/files/{id}", file)])
    app.router.add_static("/static", STATIC)
    return app


@asynccontextmanager
async def serve(stage: Stage, port: int) -> AsyncIterator[str]:
    """Serve the page on this machine only; gives its address (port 0: any free one)."""
    runner = web.AppRunner(application(stage), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
