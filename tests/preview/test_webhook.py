"""Webhook delivery: secret header, retries, order within a queue, other queues going on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web

from bot.preview.webhook import SECRET_HEADER
from bot.preview.world import World


class Receiver:
    """A bot's webhook that answers as told."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, Any], str]] = []
        self.answers: list[int] = []
        self.hold: dict[int, asyncio.Event] = {}

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        chat = (update.get("message") or update["callback_query"])["from"]["id"]
        if chat in self.hold:
            await self.hold[chat].wait()
        self.got.append((update, request.headers.get(SECRET_HEADER, "")))
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update, _ in self.got if "message" in update]


Serve = Callable[[World], Awaitable[Receiver]]


@pytest.fixture
async def receiver(world: World) -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    world.webhook.pause_unit = 0.005
    url = f"http://127.0.0.1:{port}/hook"
    answer = await world.call("setWebhook", {"url": url, "secret_token": "s3cret"})
    assert answer.status == 200
    yield receiver
    await world.webhook.close()
    await runner.cleanup()


async def until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not done():  # noqa: ASYNC110 - the other side is a server
            await asyncio.sleep(0.005)


async def test_posts_with_the_secret_in_order(world: World, receiver: Receiver) -> None:
    for text in "abc":
        world.person().send(text)
    await until(lambda: not world.updates.pending)
    assert receiver.texts() == ["a", "b", "c"]
    assert {secret for _, secret in receiver.got} == {"s3cret"}


async def test_retries_until_it_is_taken(world: World, receiver: Receiver) -> None:
    receiver.answers = [500, 503, 404]
    world.person().send("a")
    world.person().send("b")
    await until(lambda: not world.updates.pending)
    assert receiver.texts() == ["a", "a", "a", "a", "b"]
    info = (await world.call("getWebhookInfo", {})).body["result"]
    assert "Wrong response from the webhook: 404" in info["last_error_message"]


async def test_a_stuck_chat_does_not_stop_others(world: World, receiver: Receiver) -> None:
    receiver.hold[1] = asyncio.Event()
    world.person(1, "Slow").send("slow")
    world.person(2, "Fast").send("fast")
    await until(lambda: receiver.texts() == ["fast"])
    receiver.hold[1].set()
    await until(lambda: not world.updates.pending)


async def test_a_tap_has_its_own_queue(world: World, receiver: Receiver) -> None:
    me = world.person()
    me.send("/start")
    await until(lambda: not world.updates.pending)
    me.tap((999, "x"))
    me.send("typed")
    await until(lambda: not world.updates.pending)
    assert len(receiver.got) == 3


async def test_what_waits_is_posted_when_a_webhook_is_set(world: World, receiver: Receiver) -> None:
    url = world.webhook.url
    await world.call("deleteWebhook", {})
    world.person().send("waiting")
    await asyncio.sleep(0.02)
    assert receiver.texts() == []
    await world.call("setWebhook", {"url": url})
    await until(lambda: receiver.texts() == ["waiting"])
