"""P5: two instances on one PostgreSQL, their steps in random order, one of them stopped or frozen now and then."""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter
from datetime import timedelta
from random import Random  # noqa: TID251 - seeded

import pytest
from sqlalchemy import text as sql

from bot import sharing, speech
from bot.coach.says import Say
from bot.hearing import ingest
from storage.inbox import Inbox
from storage.notebook import Notebook
from storage.outbox import Outbox
from storage.records import Due, Runner
from storage.tables import metadata
from tests.bot.engine import NOON, Engine, Talk
from tests.postgres import fresh_database

PEOPLE, TEXTS = (1001, 1002, 1003), ("1", "2", "3")
LEASES = timedelta(seconds=70)  # longer than any lease


def heard(page, context, text):
    """Each message leaves its mark behind those before it."""
    key = f"order of {context.person}"
    page.ledger.keep(key, (page.ledger.get(key) or "") + text)
    return [Say(phrase=f"did {text}"), Say(phrase=f"card {text}")]


def reminder(_page, due, _now):
    return [Say(phrase="train!", once=True, priority=1, key=f"rem:{due.runner_id}:2026-11-23:day:0")]


class Order:
    """Everybody who wants to take a step waits here; whose turn it is is a matter of chance."""

    def __init__(self, seed: int, clock) -> None:
        self.dice, self.clock = Random(seed), clock
        self.waiting: list[asyncio.Future[None]] = []
        self.frozen: list[tuple[int, asyncio.Future[None]]] = []
        self.steps = self.freezes = 0

    async def step(self) -> None:
        mine = asyncio.get_running_loop().create_future()
        self.waiting.append(mine)
        await mine

    async def run(self) -> None:
        while True:
            await asyncio.sleep(0 if self.waiting else 0.001)
            self.frozen, thawed = (
                [one for one in self.frozen if one[0] > self.steps],
                [one for upto, one in self.frozen if upto <= self.steps],
            )
            for one in thawed:
                self._go(one)
            if not self.waiting:
                self.steps += 1
                continue
            one = self.waiting.pop(self.dice.randrange(len(self.waiting)))
            self.steps += 1
            if self.dice.random() < 0.01 and self.freezes < 3:
                self.freezes += 1
                self.frozen.append((self.steps + 40, one))
                self.clock.jump(LEASES)
            else:
                self._go(one)

    @staticmethod
    def _go(one) -> None:
        if not one.done():
            one.set_result(None)


class Two:
    """Two instances before one Telegram."""

    def __init__(self, url: str, seed: int) -> None:
        self.bots = [Engine(url, talk=Talk(turn=heard, dues={"reminder": reminder})) for _ in range(2)]
        self.bots[1].world, self.bots[1].clock = self.bots[0].world, self.bots[0].clock
        self.world, self.order = self.bots[0].world, Order(seed, self.bots[0].clock)
        self.dice, self.crashed = Random(seed + 1), False

    async def begin(self, bot: Engine) -> None:
        self.starting = bot
        await bot.start(parts=("work", "speak", "tick"))
        turn = bot.app.notebook.turn

        async def stepped(fn):
            await self.order.step()
            return await turn(fn)

        bot.app.notebook.turn, self.starting = stepped, None

    async def play(self) -> list[str]:
        await self._set_up()
        call = type(self.world).call

        async def called(*facts):
            await self.order.step()
            answer = await call(self.world, *facts)
            await self.order.step()
            return answer

        for bot in self.bots:
            await self.begin(bot)
        self.world.call = called
        running = asyncio.create_task(self.order.run())
        try:
            await asyncio.gather(self._arrivals(), self._ticks(), self._crash())
            await self._quiet()
            return await self._judge()
        finally:
            running.cancel()
            self.world.call = lambda *facts: call(self.world, *facts)
            await asyncio.gather(*(bot.app.crash() for bot in self.bots))

    async def _set_up(self) -> None:
        book = Notebook.open(self.bots[0].url)

        def page_of(page) -> None:
            names = ", ".join(one.name for one in metadata.sorted_tables)
            page.db.execute(sql(f"TRUNCATE {names}"))
            for person in PEOPLE:
                self.world.person(person).chat.started = True
                page.runners.keep(Runner(id=person, name="R", created_at=NOON))
                page.dues.keep(Due(runner_id=person, kind="reminder", at=NOON))

        await book.turn(page_of)
        await book.close()

    async def _arrivals(self) -> None:
        """Every message comes to one of the two, some to both; a chat's messages in their order."""
        for text in TEXTS:
            for person in PEOPLE:
                self.world.person(person).send(text)
        updates = self.world.updates.batch(100)
        while updates:
            size = self.dice.randint(1, 4)
            batch, updates = updates[:size], updates[size:]
            there = [bot for bot in self.bots if bot is not self.starting]
            for bot in self.dice.sample(there, self.dice.randint(1, len(there))):
                bot.app.worker.hear(await ingest(self.bots[0].app.services, batch))

    async def _ticks(self) -> None:
        for _ in range(3):
            other = asyncio.create_task(self.bots[1].app.tick.once())
            await self.bots[0].app.tick.once()
            await asyncio.wait({other}, timeout=0.05)
            other.cancel()  # it may have been stopped in the middle
            await asyncio.gather(other, return_exceptions=True)

    async def _crash(self) -> None:
        if self.dice.random() < 0.3:
            await asyncio.sleep(self.dice.uniform(0, 0.05))
            self.crashed, self.starting = True, self.bots[1]
            await self.bots[1].app.crash()
            await self.begin(self.bots[1])

    async def _quiet(self) -> None:
        """Nothing is left; time passes, so that what a crash left behind is taken over."""
        began, last, calm = time.monotonic(), None, 0
        while any(now := await self._look(_left)):
            assert time.monotonic() - began < 60, f"it does not come to rest: {now}"
            await asyncio.sleep(0.01)
            last, calm = now, calm + 1 if now == last else 0
            if calm >= 5:
                calm = 0
                await self.bots[0].app.tick.once()  # whoever was just being talked to is reminded now
                self.bots[0].clock.jump(timedelta(seconds=20))

    async def _look(self, fn):
        return await self.bots[0].app.notebook.look(fn)

    async def _judge(self) -> list[str]:
        wrong = []
        states = await self._look(lambda page: page.outbox.states())
        for person in PEOPLE:
            marks = await self._look(lambda page, person=person: page.ledger.get(f"order of {person}"))
            if marks != "".join(TEXTS):
                wrong.append(f"{person} had the effects {marks}")
            times = Counter(self.bots[0].texts(person))
            if times["train!"] > 1 or not (times["train!"] or states.get("unknown")):
                wrong.append(f"{person} was reminded {times['train!']} times, {states}")
            told = [times[f"did {one}"] for one in TEXTS]
            if not all(told) and not states.get("unknown"):
                wrong.append(f"{person} was told {told}, {states}")
            if max(told) > 1 and not self.order.freezes and not self.crashed:
                wrong.append(f"{person} was told twice without any reason: {told}")
        return wrong


def _left(page) -> tuple[int, int, bool]:
    return page.inbox.count("new"), page.outbox.waiting(), page.dues.next_at() is not None


def quick(patch) -> None:
    """Nobody waits for real time."""
    patch.setattr(sharing, "LOOK", 0.005)
    patch.setattr(speech, "SCAN", 0.005)


@pytest.fixture(scope="module")
def url():
    return fresh_database()


async def rounds(url: str, seeds) -> tuple[int, int, int]:
    steps = freezes = count = 0
    for seed in seeds:
        two = Two(url, seed)
        assert await two.play() == [], f"seed {seed}"
        steps, freezes, count = steps + two.order.steps, freezes + two.order.freezes, count + 1
        if count % 50 == 0:
            print(f"{count} interleavings", flush=True)
    return count, steps, freezes


async def test_some_interleavings(url, monkeypatch, caplog):
    caplog.set_level("CRITICAL")
    quick(monkeypatch)
    await rounds(url, range(6))


@pytest.mark.soak
@pytest.mark.timeout(3600)
async def test_five_hundred_interleavings(url, monkeypatch, caplog):
    caplog.set_level("CRITICAL")
    quick(monkeypatch)
    count, steps, freezes = await rounds(url, range(100, 100 + int(os.environ.get("ROUNDS", "500"))))
    print(f"{count} interleavings, {steps} steps, {freezes} freezes, 0 violations")


@pytest.mark.soak
@pytest.mark.parametrize("fault", ["taken twice", "resent"])
async def test_planted_faults_are_caught(url, monkeypatch, caplog, fault):
    caplog.set_level("CRITICAL")
    quick(monkeypatch)
    if fault == "taken twice":
        monkeypatch.setattr(Inbox, "take", lambda _self, _seq: True)
    else:
        recover = Outbox.recover

        def resend(self, now, tries, own, number=None):
            self.db.execute(sql("UPDATE outbox SET policy = 'retry'"))
            return recover(self, now, 99, own, number)

        monkeypatch.setattr(Outbox, "recover", resend)
    with pytest.raises(AssertionError):
        await rounds(url, range(500, 560))
