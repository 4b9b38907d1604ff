"""P13: one poison update, one flood, delays nobody else; what is typed in a flood is logged in order (inputs row 36)."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot import worker as workers
from bot.clock import Clock
from bot.coach.says import Say
from bot.hearing import ingest
from tests.bot.engine import Engine, Talk, engine

CHAT = {"id": 1001, "type": "private"}
FROM = {"id": 1001, "is_bot": False, "first_name": "x"}
POISON = [
    {"message": {"message_id": 1, "date": 0, "chat": CHAT, "sticker": {"file_id": 5}}},
    {"message": {"message_id": "x", "chat": CHAT, "from": 17}},
    {"unknown_kind": {"a": 1}},
    {"message": {"text": "no chat"}},
    {"message": {"message_id": 2, "date": 0, "chat": CHAT, "from": FROM, "text": "lone \ud800 here"}},
    {"message": {"message_id": 2**70, "date": 2**70, "chat": CHAT, "from": FROM, "text": "big"}},
    {"message": {"message_id": 3, "date": -1, "chat": CHAT, "from": FROM, "text": "x" * 500_000}},
    {"message": {"message_id": 4, "date": 0, "chat": CHAT, "from": FROM, "entities": [{"type": 7}]}},
    {"callback_query": {"id": 5}},
    {"callback_query": {"id": "5", "from": FROM, "chat_instance": "1", "message": {"date": 0}}},
    {"my_chat_member": {"chat": CHAT, "from": FROM, "date": 0}},
    {"poll_answer": {"poll_id": "1", "user": FROM}},
    {"message": None, "edited_message": 17},
    {},
]


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/a.db"


async def answered(bot, people, within):
    async with asyncio.timeout(within):
        while not all(one.id in bot.world.chats and bot.texts(one.id) for one in people):  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def hello(bot, people) -> float:
    """How long it takes these people to get their answer when nothing is wrong."""
    began = time.monotonic()
    for person in people:
        person.send("hello")
    await answered(bot, people, 60)
    return time.monotonic() - began


async def test_poison_between_the_updates_of_a_hundred_people(url):
    async with engine(url, clock=Clock()) as bot:
        usual = await hello(bot, [bot.world.person(3000 + n) for n in range(100)])
        people = [bot.world.person(2000 + n) for n in range(100)]
        for person in people:
            person.chat  # noqa: B018 - there before the first answer
        began = time.monotonic()
        number = 5_000_000
        for n, person in enumerate(people):
            poison = {"update_id": number + n, **POISON[n % len(POISON)]}
            bot.app.worker.hear(await ingest(bot.app.services, [poison]))
            person.send(f"hello {n}")
        await answered(bot, people, 10)
        took = time.monotonic() - began
        await bot.settled()
        assert all(bot.texts(person.id) == [f"heard hello {n}"] for n, person in enumerate(people))
        assert took < 5  # beside a hundred poisoned ones, half a megabyte some; stock: for ever
        assert took - usual < 1  # and nobody waits a second longer for them


async def test_a_hundred_messages_in_a_second_are_all_heard_in_order_and_delay_nobody(url):
    async with engine(url, clock=Clock(), settings={"send_rate": 25, "send_rate_chat": 1}) as bot:
        usual = await hello(bot, [bot.world.person(3000 + n) for n in range(5)])
        flood, others = bot.world.person(1001), [bot.world.person(2000 + n) for n in range(5)]
        for n in range(100):
            flood.send(f"{n}")
        began = time.monotonic()
        for other in others:
            other.send("hello")
        await answered(bot, others, 5)
        took = time.monotonic() - began
        assert took < 1.5
        assert took - usual < 1
        async with asyncio.timeout(10):
            while len(bot.talk.heard) < 110:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
        assert [text for who, text in bot.talk.heard if who == 1001] == [f"{n}" for n in range(100)]
        async with asyncio.timeout(15):
            while await bot.look(lambda page: page.outbox.waiting()):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        texts = bot.texts(1001)
        assert texts.count("flood-notice") == 1
        assert texts[-1] == "heard 99"
        assert len(texts) < 30  # coalesced


async def test_what_is_said_for_safety_is_never_replaced(url):
    turn = lambda _p, _c, text: [Say(phrase="safety-chest" if text == "5" else f"heard {text}")]  # noqa: E731
    async with engine(url, talk=Talk(turn=turn), clock=Clock()) as bot:
        flood = bot.world.person(1001)
        for n in range(60):
            flood.send(f"{n}")
        await bot.settled()
        assert bot.texts(1001).count("safety-chest") == 1


async def test_beyond_five_hundred_only_what_may_be_a_set_is_heard(url, monkeypatch):
    monkeypatch.setattr(workers, "MOST", 50)  # here
    bot = Engine(url, clock=Clock())
    await bot.start(parts=("hear",))
    flood = bot.world.person(1001)
    for n in range(40):
        flood.send("bla bla")
        flood.send(f"✅ Done · squat {n}")
    while bot.world.updates.pending:  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    await bot.app.crash()
    await bot.start()
    await bot.settled()
    heard = [text for _, text in bot.talk.heard]
    assert [text for text in heard if text != "bla bla"] == [f"✅ Done · squat {n}" for n in range(40)]
    dropped = (await bot.counted())["flood dropped"]
    assert 2 <= dropped < 10  # of the thirty that came while more than fifty waited, twenty were no flood yet
    assert heard.count("bla bla") == 40 - dropped
    await bot.app.stop()
