"""The poller: nothing is confirmed before it is committed, and no update blocks the others."""

from __future__ import annotations

import asyncio

import pytest

from bot.hearing import arrival
from tests.bot.engine import Engine, engine


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/a.db"


async def test_a_batch_that_cannot_be_stored_is_not_confirmed(url, monkeypatch):
    """The disk is full for a while: Telegram keeps everything, and nothing is doubled afterwards."""
    bot = Engine(url)
    await bot.start(polling=False)
    turn, full = bot.app.notebook.turn, True

    async def no_room(fn):
        if full:
            raise OSError("disk full")
        return await turn(fn)

    monkeypatch.setattr(bot.app.notebook, "turn", no_room)
    person = bot.world.person(1001)
    for n in range(3):
        person.send(f"{n}")
    bot.app.poller.start()
    await asyncio.sleep(0.2)
    assert len(bot.world.updates.pending) == 3
    full = False
    await bot.settled()
    assert bot.texts(1001) == ["heard 0", "heard 1", "heard 2"]
    await bot.app.stop()


async def test_what_telegram_delivers_again_has_one_effect(url):
    async with engine(url) as bot:
        bot.world.updates.forgetful = 3
        person = bot.world.person(1001)
        for n in range(10):
            person.send(f"{n}")
        await bot.settled()
        assert bot.texts(1001) == [f"heard {n}" for n in range(10)]


@pytest.mark.parametrize("status", [409, 429, 500, 502])
async def test_trouble_while_listening_passes(url, status):
    async with engine(url) as bot:
        bot.world.faults.add(method="getUpdates", status=status, retry_after=1, times=1)
        bot.world.person(1001).send("hello")
        await bot.settled()
        assert bot.texts(1001) == ["heard hello"]


async def test_pending_updates_are_kept_and_the_webhook_is_taken_away(url):
    async with engine(url) as bot:
        bot.world.person(1001).send("hello")
        await bot.settled()
        made = bot.calls("deleteWebhook", "getUpdates")
        assert made[0].method == "deleteWebhook"
        assert made[0].values["drop_pending_updates"] == "false"
        assert "poll_answer" in made[1].values["allowed_updates"]


@pytest.mark.parametrize(
    ("update", "chat", "status"),
    [
        ({"message": {"chat": {"id": 5}}}, 5, "new"),
        ({"edited_message": {"chat": {"id": -7}}}, -7, "new"),
        ({"callback_query": {"from": {"id": 5}, "message": {"chat": {"id": 6}}}}, 6, "new"),
        ({"callback_query": {"from": {"id": 5}}}, 5, "new"),
        ({"poll_answer": {"user": {"id": 5}}}, 5, "new"),
        ({"my_chat_member": {"chat": {"id": 5}, "from": {"id": 9}}}, 5, "new"),
        ({"message": {"chat": {"id": "x"}}}, 0, "dead"),
        ({"message": "nothing"}, 0, "ignored"),
        ({"business_message": {"chat": {"id": 5}}}, 0, "ignored"),
    ],
)
def test_whose_turn_an_update_takes(update, chat, status):
    found = arrival({"update_id": 1, **update})
    assert (found.chat_id, found.status) == (chat, status)


def test_an_update_without_a_number_is_nothing():
    assert arrival({"message": {}}) is None
