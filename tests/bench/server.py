"""A small, fast Bot API server with people in it: each sends the next message when the last one is answered.

Only for benchmarks: it checks nothing. People either chat (echo bots) or train (our bot: the numbered buttons).
Statistics are printed as one JSON line when the time is over. Bots that call `setWebhook` get their updates posted.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import time
from collections import deque
from datetime import timedelta
from typing import Any

import orjson
from aiohttp import web
from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import RequestError

TOKEN = "700000001:bench"
USED_TO_IT = 40  # sets: the first two workouts show a picture with each exercise, later ones do not
LONGEST = 120  # seconds to wait for that
POSTS = 40  # webhook posts at a time, Telegram's default


class Person:
    """Someone who waits for an answer and then says the next thing."""

    def __init__(self, number: int, bench: Bench) -> None:
        self.number, self.bench = number, bench
        self.message = 0
        self.asked = 0.0
        self.waiting = ""
        self.sets = 0

    def says(self, text: str, wait: str) -> None:
        """A message; `wait` is what kind of answer counts."""
        self.message += 1
        self.waiting = wait
        who = {"id": self.number, "is_bot": False, "first_name": f"P{self.number}", "language_code": "en"}
        chat = {"id": self.number, "type": "private", "first_name": who["first_name"]}
        body = {"message_id": self.message, "date": int(time.time()), "from": who, "chat": chat, "text": text}
        if text.startswith("/"):
            body["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        self.bench.push(self, "message", body)

    def taps(self, message_id: int, data: str, wait: str) -> None:
        """A tap on an inline button."""
        self.waiting = wait
        who = {"id": self.number, "is_bot": False, "first_name": f"P{self.number}"}
        chat = {"id": self.number, "type": "private", "first_name": who["first_name"]}
        message = {"message_id": message_id, "date": int(time.time()), "chat": chat, "text": "x"}
        body = {
            "id": str(self.bench.next),
            "from": who,
            "message": message,
            "chat_instance": "1",
            "data": data,
        }
        self.bench.push(self, "callback_query", body)

    def heard(self, message_id: int, markup: dict[str, Any] | None) -> None:
        """An answer came; go on."""
        if self.bench.echo:
            self.bench.answered(self, counts=True)
            self.says("done", "any")
            return
        inline = [b for row in (markup or {}).get("inline_keyboard", []) for b in row]
        keys = [b["text"] for row in (markup or {}).get("keyboard", []) for b in row]
        if self.waiting == "start":
            start = next((b for b in inline if b["text"].startswith("Start")), None)
            none = next((b for b in inline if b["callback_data"] == "v1:safe:none"), None)
            if none:
                self.taps(message_id, none["callback_data"], "safe")
            elif start:
                self.taps(message_id, start["callback_data"], "key")
        elif self.waiting == "safe":
            self.says("/today", "start")
        elif self.waiting in ("key", "set"):
            done = next((text for text in keys if text.startswith("✅")), None)
            over = (markup or {}).get("remove_keyboard")
            if done or over:
                if self.waiting == "set":
                    self.sets += 1
                    self.bench.answered(self, counts=True)
                self.says(done, "set") if done else self.says("/today", "start")


class Bench:
    """The server's state and what is measured."""

    def __init__(self, *, people: int, latency: float, echo: bool, warm: float, seconds: float) -> None:
        self.echo, self.latency, self.warm, self.seconds = echo, latency, warm, seconds
        self.people = {number: Person(number, self) for number in range(1000, 1000 + people)}
        self.queue: deque[dict[str, Any]] = deque()
        self.owner: dict[int, Person] = {}
        self.ready = asyncio.Event()
        self.next, self.sent = 1, 0
        self.first_poll = 0.0
        self.began = self.window = 0.0
        self.times: list[float] = []
        self.calls: dict[str, int] = {}
        self.over = asyncio.Event()
        self.posting: list[asyncio.Task[None]] = []
        self.unposted: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    def push(self, person: Person, kind: str, body: dict[str, Any]) -> None:
        """An update for the bot."""
        update = {"update_id": self.next, kind: body}
        self.owner[self.next] = person
        self.next += 1
        if self.posting:
            self.unposted.put_nowait(update)
        else:
            self.queue.append(update)
            self.ready.set()

    def hook(self, url: str, secret: str) -> None:
        """Post from now on; the first call counts as the first poll."""
        if not self.posting:
            self.first_poll = self.first_poll or time.time()
            client = ClientBuilder().no_proxy().timeout(timedelta(seconds=30)).build()
            self.posting = [asyncio.create_task(self.post(client, url, secret)) for _ in range(POSTS)]

    async def post(self, client: Client, url: str, secret: str) -> None:
        """One of those who post: an update goes again until it is accepted."""
        headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret}
        while True:
            update = await self.unposted.get()
            self.owner[update["update_id"]].asked = time.perf_counter()
            body, status = orjson.dumps(update), 0
            while status != 200:
                try:
                    status = (await client.post(url).headers(headers).body_bytes(body).build().send()).status
                except RequestError:
                    await asyncio.sleep(0.2)

    def answered(self, person: Person, *, counts: bool) -> None:
        """Count an answer inside the measured window."""
        now = time.perf_counter()
        if self.window and now < self.window + self.seconds and counts and person.asked:
            self.times.append(now - person.asked)
        elif self.window and now >= self.window + self.seconds:
            self.over.set()

    async def updates(self, data: dict[str, Any]) -> list[dict[str, Any]]:
        """Long poll: forget what is confirmed, hand out up to a hundred."""
        if not self.first_poll:
            self.first_poll = time.time()
        offset = int(data.get("offset") or 0)
        while self.queue and self.queue[0]["update_id"] < offset:
            self.queue.popleft()
        if not self.queue:
            self.ready.clear()
            try:
                await asyncio.wait_for(self.ready.wait(), min(float(data.get("timeout") or 0), 10))
            except TimeoutError:
                return []
        found = [self.queue[n] for n in range(min(100, len(self.queue)))]
        now = time.perf_counter()
        for update in found:
            self.owner[update["update_id"]].asked = now
        return found


async def handle(request: web.Request) -> web.Response:
    """Any method."""
    bench: Bench = request.app["bench"]
    method = request.match_info["method"].lower()
    if request.content_type == "application/json":
        data = await request.json()
    else:
        data = dict(await request.post()) if request.can_read_body else dict(request.query)
    bench.calls[method] = bench.calls.get(method, 0) + 1
    result: Any = True
    if method == "getme":
        result = {"id": 700000001, "is_bot": True, "first_name": "Bench", "username": "BenchBot",
                  "can_join_groups": False, "can_read_all_group_messages": False, "supports_inline_queries": False}  # fmt: skip
    elif method == "setwebhook":
        bench.hook(data["url"], data.get("secret_token", ""))
    elif method == "getupdates":
        result = await bench.updates(data)
    elif method.startswith("send") and method != "sendchataction":
        bench.sent += 1
        chat = int(data["chat_id"])
        message_id = 1_000_000 + bench.sent
        result = {
            "message_id": message_id,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private"},
            "text": "ok",
        }
        if method == "sendanimation":
            result["animation"] = {
                "file_id": "a",
                "file_unique_id": "a",
                "width": 9,
                "height": 9,
                "duration": 1,
            }
        markup = data.get("reply_markup")
        markup = orjson.loads(markup) if isinstance(markup, str | bytes) and markup else markup
        if bench.latency:
            await asyncio.sleep(bench.latency)
        asyncio.get_running_loop().call_soon(bench.people[chat].heard, message_id, markup)
        return web.Response(
            body=orjson.dumps({"ok": True, "result": result}), content_type="application/json"
        )
    elif method.startswith("getmy") or method == "getchatmenubutton":
        result = [] if method == "getmycommands" else {"type": "default"} if "menu" in method else {}
    elif method == "edit":
        result = True
    if bench.latency:
        await asyncio.sleep(bench.latency)
    return web.Response(body=orjson.dumps({"ok": True, "result": result}), content_type="application/json")


async def served(request: web.Request) -> web.Response:
    """How many updates people have sent so far."""
    return web.json_response(request.app["bench"].next - 1)


async def main() -> None:
    """Serve, begin when told on standard input, print what was measured."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--people", type=int, default=1)
    parser.add_argument("--latency", type=float, default=0.0)
    parser.add_argument("--echo", action="store_true")
    parser.add_argument("--warm", type=float, default=3.0)
    parser.add_argument("--seconds", type=float, default=6.0)
    given = parser.parse_args()
    bench = Bench(
        people=given.people, latency=given.latency, echo=given.echo, warm=given.warm, seconds=given.seconds
    )
    app = web.Application(client_max_size=64 * 2**20)
    app["bench"] = bench
    app.router.add_route("*", "/bot{token}/{method}", handle)
    app.router.add_get("/served", served)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", given.port).start()
    print("ready", flush=True)
    while not bench.first_poll:
        await asyncio.sleep(0.01)
    print(json.dumps({"first_poll": bench.first_poll}), flush=True)
    for person in bench.people.values():
        person.says("hi" if given.echo else "/start", "any" if given.echo else "start")
    await asyncio.sleep(bench.warm)
    for _ in range(LONGEST if bench.people and not given.echo else 0):
        if statistics.median(person.sets for person in bench.people.values()) >= USED_TO_IT:
            break
        await asyncio.sleep(1)
    bench.calls.clear()
    cpu, bench.window = time.process_time(), time.perf_counter()
    print("window", flush=True)
    await asyncio.sleep(bench.seconds)
    cpu = time.process_time() - cpu
    print("closed", flush=True)
    times = sorted(bench.times)
    at = lambda share: times[min(len(times) - 1, int(share * len(times)))] * 1000 if times else 0  # noqa: E731
    found = {
        "answers": len(times), "per_second": len(times) / bench.seconds, "p50_ms": at(0.5), "p95_ms": at(0.95),
        "server_cpu": cpu / bench.seconds, "calls": bench.calls,
    }  # fmt: skip
    print(json.dumps(found), flush=True)
    await runner.cleanup()
    os._exit(0)


if __name__ == "__main__":
    asyncio.run(main())
