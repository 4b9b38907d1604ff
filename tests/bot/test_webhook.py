"""The webhook: 200 only after the commit; whoever lacks the secret gets nothing read and nothing stored."""

from __future__ import annotations

import io
import json
import socket

import aiohttp
import pytest

from tests.bot.engine import Engine

SECRET = "only-telegram-knows"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
async def hooked(tmp_path):
    port = free_port()
    hook = f"http://127.0.0.1:{port}/hook-1f3c"
    bot = Engine(
        f"sqlite:///{tmp_path}/a.db", settings={"webhook_url": hook, "webhook_secret": SECRET, "port": port}
    )
    await bot.start()
    async with aiohttp.ClientSession() as session:
        yield bot, session, hook
    await bot.app.crash()
    await bot.world.webhook.close()


def update(number=1, **content):
    chat = {"id": 1001, "type": "private", "first_name": "Ada"}
    message = {
        "message_id": number,
        "date": 1,
        "chat": chat,
        "from": {"id": 1001, "is_bot": False, "first_name": "Ada"},
    }
    return {"update_id": number, "message": {**message, "text": "done", **content}}


GOOD = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("method", "headers", "body", "status", "stored"),
    [
        ("POST", GOOD, update(), 200, {"new": 1}),
        ("GET", GOOD, None, 405, {}),
        ("POST", {**GOOD, "X-Telegram-Bot-Api-Secret-Token": "wrong"}, update(), 403, {}),
        ("POST", {"Content-Type": "application/json"}, update(), 403, {}),
        ("POST", {**GOOD, "Content-Type": "text/plain"}, update(), 415, {}),
        ("POST", {**GOOD, "Content-Encoding": "gzip"}, b"\x1f\x8b", 415, {}),
        ("POST", GOOD, b"x" * (2 << 20), 413, {}),
        ("POST", GOOD, b"{not json", 200, {"dead": 1}),
        ("POST", GOOD, b"[" * 100_000, 200, {"dead": 1}),
        ("POST", GOOD, b'{"no": "number"}', 200, {"dead": 1}),
        ("POST", GOOD, b'{"update_id": 9, "message": {"text": "\\ud800"}}', 200, {"dead": 1}),
    ],
)
async def test_who_knocks(hooked, method, headers, body, status, stored):
    bot, session, hook = hooked
    bot.app.worker.stopping = True  # what is stored stays as it is
    data = json.dumps(body).encode() if isinstance(body, dict) else body
    data = io.BytesIO(data) if data is not None else None
    async with session.request(
        method, hook, data=data, headers=headers, skip_auto_headers=["User-Agent"]
    ) as answer:
        assert answer.status == status
    rows = await bot.look(
        lambda page: page.db.exec_driver_sql("SELECT status, count(*) FROM inbox GROUP BY 1").all()
    )
    assert {status: count for status, count in rows} == stored  # noqa: C416


async def test_the_same_post_again_is_one_message(hooked):
    bot, session, hook = hooked
    bot.world.person(1001).chat.started = True
    for _ in range(4):
        async with session.post(hook, json=update(), headers=GOOD) as answer:
            assert answer.status == 200
    await bot.app.settled()
    assert bot.texts(1001) == ["heard done"]


async def test_without_the_database_telegram_keeps_it(hooked):
    bot, session, hook = hooked

    async def broken(_fn):
        raise OSError("disk full")

    bot.app.notebook.turn, turn = broken, bot.app.notebook.turn
    async with session.post(hook, json=update(), headers=GOOD) as answer:
        assert answer.status == 503
    bot.app.notebook.turn = turn


async def test_health_is_told_to_the_platform(hooked):
    _, session, hook = hooked
    async with session.get(hook.rsplit("/", 1)[0] + "/healthz") as answer:
        assert answer.status == 200
        assert (await answer.json())["ok"] is True
    async with session.get(hook.rsplit("/", 1)[0] + "/elsewhere") as answer:
        assert answer.status == 404
