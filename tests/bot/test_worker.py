"""Inbox → handlers: in order, once, fair, and what happens when a handler breaks."""

from __future__ import annotations

import asyncio

import pytest

from bot import worker as workers
from bot.clock import Clock
from bot.coach.says import Say
from tests.bot.engine import Engine, Talk, engine
from tests.postgres import fresh_database


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    return f"sqlite:///{tmp_path}/a.db" if request.param == "sqlite" else fresh_database()


async def test_each_message_is_heard_once_and_in_order(url):
    async with engine(url) as bot:
        people = [bot.world.person(n) for n in range(1001, 1011)]
        for n in range(20):
            for person in people:
                person.send(f"set {n}")
        await bot.settled()
        for person in people:
            assert [text for who, text in bot.talk.heard if who == person.id] == [
                f"set {n}" for n in range(20)
            ]
            assert bot.texts(person.id) == [f"heard set {n}" for n in range(20)]


async def test_the_same_update_again_does_nothing(url):
    async with engine(url) as bot:
        bot.world.person(1001).send("done")
        await bot.settled()
        raw = await bot.look(lambda page: page.inbox.db.exec_driver_sql("SELECT raw FROM inbox").scalar())
        from bot.hearing import ingest
        from bot.webhook import parse

        assert await ingest(bot.app.services, [parse(raw)] * 4) == []
        await bot.settled()
        assert await bot.counted() == {"1001:done": 1}


async def test_a_letter_handled_twice_has_one_effect(url):
    """Even when two workers hold the same letter, only one page takes it."""
    async with engine(url, talk=Talk()) as bot:
        bot.world.person(1001).send("done")
        await bot.settled()
        letter = await bot.look(
            lambda page: page.db.exec_driver_sql("UPDATE inbox SET status = status RETURNING seq").scalar()
        )
        from storage.records import Letter

        raw = await bot.look(lambda page: page.db.exec_driver_sql("SELECT raw FROM inbox").scalar())
        again = Letter(seq=letter, update_id=1, chat_id=1001, raw=raw, received_at=bot.clock.now())
        bot.app.worker.hear([again])
        await bot.settled()
        assert await bot.counted() == {"1001:done": 1}
        assert bot.texts(1001) == ["heard done"]


async def test_a_failing_handler_rolls_back_is_retried_and_delays_nobody(url, monkeypatch):
    monkeypatch.setattr(workers, "PAUSES", (0.4,) * 5)
    tries = []

    def turn(page, context, text):
        page.ledger.count(f"said by {context.person}")
        if text == "bad" and len(tries) < 3:
            tries.append(text)
            raise RuntimeError("not today")
        return [Say(phrase=f"heard {text}")]

    async with engine(url, talk=Talk(turn=turn), clock=Clock()) as bot:
        poisoned, other = bot.world.person(1001), bot.world.person(1002)
        poisoned.send("bad")
        poisoned.send("next")
        other.send("hello")
        async with asyncio.timeout(1):
            while not bot.world.chats[1002].letters or bot.texts(1002) != ["heard hello"]:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
        assert bot.texts(1001) == []
        await bot.settled()
        assert bot.texts(1001) == ["heard bad", "heard next"]
        assert (await bot.counted())["said by 1001"] == 2
        assert len(tries) == 3


async def test_a_letter_that_never_works_is_set_aside_with_an_apology_and_a_word_to_the_owner(
    url, monkeypatch
):
    monkeypatch.setattr(workers, "PAUSES", (0.001,) * 5)

    def turn(_page, _context, text):
        if text == "bad":
            raise RuntimeError("never")
        return [Say(phrase=f"heard {text}")]

    async with engine(url, talk=Talk(turn=turn), settings={"owner_chat_id": 99}, clock=Clock()) as bot:
        bot.world.person(99).send("hello")
        await bot.settled()
        person = bot.world.person(1001)
        person.send("bad")
        person.send("next")
        await bot.settled()
        assert bot.texts(1001) == ["mishap", "heard next"]
        assert bot.texts(99) == ["heard hello", "owner-error", "owner-letter-dead"]
        assert await bot.look(lambda page: page.inbox.count("dead")) == 1


async def test_one_who_floods_waits_behind_everybody_else(url):
    async with engine(url) as bot:
        bot.app.worker.slots = 1
        flood, quiet = bot.world.person(1001), bot.world.person(1002)
        for n in range(100):
            flood.send(f"{n}")
        quiet.send("hello")
        await bot.settled()
        assert bot.talk.heard.index((1002, "hello")) <= 2


async def test_more_than_fits_into_memory_is_read_from_the_inbox_in_order(url, monkeypatch):
    monkeypatch.setattr(workers, "KEPT", 10)
    async with engine(url) as bot:
        person = bot.world.person(1001)
        for n in range(95):
            person.send(f"{n}")
        await bot.settled()
        assert [text for _, text in bot.talk.heard] == [f"{n}" for n in range(95)]


async def test_what_waits_is_handled_after_a_kill(url):
    bot = Engine(url)
    await bot.start(parts=("hear",))
    person = bot.world.person(1001)
    for n in range(5):
        person.send(f"{n}")
    while bot.world.updates.pending:  # noqa: ASYNC110
        await asyncio.sleep(0.001)
    await bot.app.crash()
    await bot.start()
    await bot.settled()
    assert bot.texts(1001) == [f"heard {n}" for n in range(5)]
    await bot.app.stop()


async def test_what_nobody_handles_is_ignored_and_what_cannot_be_read_is_dead(url):
    async with engine(url) as bot:
        from bot.hearing import ingest

        chat = {"id": 1001, "type": "private"}
        updates = [
            {
                "update_id": 501,
                "message": {"message_id": 1, "date": 0, "chat": chat, "sticker": {"file_id": 5}},
            },
            {"update_id": 502, "message": {"message_id": "x", "chat": chat, "from": 17}},
            {"update_id": 503, "unknown_kind": {"a": 1}},
            {"update_id": 504, "message": {"text": "no chat"}},
            {
                "update_id": 505,
                "message": {
                    "message_id": 2,
                    "date": 0,
                    "chat": chat,
                    "from": {"id": 1001, "is_bot": False, "first_name": "x"},
                    "text": "lone \ud800 here",
                },
            },
        ]
        letters = await ingest(bot.app.services, updates)
        bot.app.worker.hear(letters)
        await bot.settled()
        rows = await bot.look(
            lambda page: page.db.exec_driver_sql("SELECT update_id, status FROM inbox ORDER BY 1").all()
        )
        assert dict(rows) == {501: "dead", 502: "dead", 503: "ignored", 504: "dead", 505: "done"}
