"""The long way into the world: a server that speaks the Bot API, for kill tests, benchmarks, other clients.

`python -m bot.preview.http_door --port 8081` runs it alone, with a control API under `/control/` for drivers.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import time
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.preview.arguments import Upload, as_strings
from bot.preview.refusals import Dropped
from bot.preview.world import TOKEN, Answer, World

JSON_HEADERS = {"Content-Type": "application/json"}
MAX_BODY = 60 * 1024 * 1024


class HttpDoor:
    """The server of one world; `port` is known after `start` (0 takes a free one)."""

    def __init__(
        self, world: World, *, host: str = "127.0.0.1", port: int = 0, control: bool = False
    ) -> None:
        self.world, self.host, self.port = world, host, port
        self._control = Control(self) if control else None
        self._runner: web.ServerRunner | None = None
        self._prefix = f"/bot{world.token}/"
        self._file_prefix = f"/file/bot{world.token}/"

    @property
    def address(self) -> str:
        """What `TELEGRAM_API_URL` is set to."""
        return f"http://{self.host}:{self.port}"

    async def start(self) -> HttpDoor:
        """Listen."""
        self._runner = web.ServerRunner(web.Server(self._handle, access_log=None), shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port, backlog=1024)
        await site.start()
        server: Any = site._server
        self.port = server.sockets[0].getsockname()[1]
        return self

    async def stop(self) -> None:
        """Stop listening; whoever still polls is cut off."""
        await self.world.webhook.close()
        self.world.updates.release()
        if self._runner:
            await self._runner.cleanup()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith(self._prefix):
            return await self._method(request, path[len(self._prefix) :])
        if path.startswith(self._file_prefix):
            return self._file(path[len(self._file_prefix) :])
        if self._control and path.startswith("/control/"):
            return await self._control.handle(request, path.removeprefix("/control/"))
        known_form = path.startswith("/bot") and ":" in path
        return _refusal(401, "Unauthorized") if known_form else _refusal(404, "Not Found")

    async def _method(self, request: web.BaseRequest, name: str) -> web.StreamResponse:
        try:
            values, files = await _read(request)
            answer = await self.world.call(name, values, files)
        except ValueError:
            return _refusal(400, "Bad Request: can't parse JSON object")
        except Dropped:
            if request.transport:
                request.transport.close()
            raise
        headers = dict(JSON_HEADERS)
        if retry := answer.body.get("parameters", {}).get("retry_after"):
            headers["Retry-After"] = str(retry)
        return web.Response(body=answer.encoded, status=answer.status, headers=headers)

    def _file(self, path: str) -> web.StreamResponse:
        kept = self.world.files.by_path.get(path)
        if kept is None:
            return _refusal(404, "Not Found")
        return web.Response(body=kept.data, headers={"Content-Type": "application/octet-stream"})


def _refusal(code: int, description: str) -> web.Response:
    answer = Answer(status=code, body={"ok": False, "error_code": code, "description": description})
    return web.Response(body=answer.encoded, status=code, headers=JSON_HEADERS)


async def _read(request: web.BaseRequest) -> tuple[dict[str, str], dict[str, Upload]]:
    """The parameters of a request: query string, form, multipart or JSON."""
    values = dict(request.query) if request.query_string else {}
    if request.content_type.startswith("multipart/"):
        return await _read_multipart(request, values)
    body = await request.read()
    if not body:
        return values, {}
    if request.content_type == "application/json":
        given = json.loads(body)
        return values | as_strings(given), {}
    return values | dict(parse_qsl(body.decode(), keep_blank_values=True)), {}


async def _read_multipart(
    request: web.BaseRequest, values: dict[str, str]
) -> tuple[dict[str, str], dict[str, Upload]]:
    files: dict[str, Upload] = {}
    reader: Any = await request.multipart()
    async for part in reader:
        data = bytes(await part.read(decode=True))
        if part.filename is None:
            values[part.name] = data.decode()
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = Upload(name=part.filename, data=data, mime=mime)
    return values, files


class Control:
    """For drivers in other processes: POST JSON to `/control/<action>`, get JSON back."""

    def __init__(self, door: HttpDoor) -> None:
        self.door = door
        self.shift = timedelta()

    async def handle(self, request: web.BaseRequest, action: str) -> web.Response:
        """One order."""
        body = await request.read()
        given: dict[str, Any] = json.loads(body) if body else {}
        act: Callable[[dict[str, Any]], Any] | None = getattr(self, f"do_{action}", None)
        if act is None:
            return _refusal(404, "Not Found: no such control")
        try:
            result = act(given)
        except Exception as mishap:
            return web.json_response({"error": f"{type(mishap).__name__}: {mishap}"}, status=400)
        return web.json_response({"result": result})

    def do_person(self, given: dict[str, Any]) -> Any:
        """`{"person": 1001, "do": "send", "args": ["/start"]}`: any action of `Person`."""
        person = self.door.world.person(given["person"])
        return getattr(person, given["do"])(*given.get("args", []), **given.get("more", {}))

    def do_push(self, given: dict[str, Any]) -> Any:
        """`{"people": [ids], "text": "done"}`: the same text from many people; the message ids."""
        return [self.door.world.person(one).send(given["text"]) for one in given["people"]]

    def do_view(self, given: dict[str, Any]) -> Any:
        """`{"person": 1001}`: what the phone shows."""
        return self.door.world.view(given["person"])

    def do_fault(self, given: dict[str, Any]) -> Any:
        """A `Fault` by its fields; `{"clear": true}` ends all; `{"forgetful": n}` loses n confirmations."""
        if given.pop("clear", False):
            self.door.world.faults.clear()
        if lost := given.pop("forgetful", 0):
            self.door.world.updates.forgetful += lost
        if given:
            self.door.world.faults.add(**given)
        return len(self.door.world.faults.waiting)

    def do_limits(self, given: dict[str, Any]) -> Any:
        """`{"on": true}`: the speed limits."""
        self.door.world.limits.on = bool(given["on"])
        return self.door.world.limits.on

    def do_clock(self, given: dict[str, Any]) -> Any:
        """`{"forward": seconds}`: move the world's clock (not the bot's)."""
        self.shift += timedelta(seconds=given["forward"])
        return self.door.world.clock().isoformat()

    def do_stats(self, given: dict[str, Any]) -> Any:
        """Counts: requests, refused, pending updates, dropped updates, webhook posts, messages of the bot."""
        world = self.door.world
        said = sum(letter.by_bot for chat in world.chats.values() for letter in chat.letters.values())
        refusals = [f"{made.method}: {made.description}" for made in world.refusals()][-50:]
        return {
            **world.counts, "pending": len(world.updates.pending), "dropped": world.updates.dropped,
            "posted": world.webhook.posted, "bot_messages": said, "faults": world.faults.done,
            "rate_refused": world.limits.refused, "refusals": refusals, "people": len(world.people), **given,
        }  # fmt: skip


async def serve(port: int, token: str, *, remember: int = 10_000) -> None:
    """Run a world of its own until cancelled."""
    shift: list[Control] = []

    def clock() -> datetime:
        return datetime.fromtimestamp(time(), UTC) + (shift[0].shift if shift else timedelta())

    door = HttpDoor(World(clock=clock, token=token, remember=remember), port=port, control=True)
    assert door._control
    shift.append(door._control)
    await door.start()
    print(door.address, flush=True)
    await asyncio.Event().wait()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--remember", type=int, default=10_000, help="requests kept for /control/stats")
    options = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(options.port, options.token, remember=options.remember))


if __name__ == "__main__":
    main()
