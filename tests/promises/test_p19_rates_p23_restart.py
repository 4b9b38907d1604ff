"""P19: many due at once before a Telegram that enforces its limits. P23: restart and a backlog, timed."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import timedelta

import pytest

from bot.clock import Clock
from bot.coach.says import Say
from tests.bot.engine import Engine, Talk

DUE = int(os.environ.get("DUE", "150"))
BACKLOG = int(os.environ.get("BACKLOG", "300"))


async def at_once(tmp_path, count: int) -> None:
    """`count` reminders due now; replies asked for meanwhile."""
    talk = Talk(dues={"reminder": lambda *_: [Say(phrase="train!", once=True, priority=1, expires_in=7200)]})
    bot = Engine(
        f"sqlite:///{tmp_path}/a.db",
        talk=talk,
        clock=Clock(),
        settings={"send_rate": 25, "send_rate_chat": 1},
    )
    await bot.start()
    gate = bot.app.gate
    rate, gate.all.rate, gate.rate, gate.chat_rate = gate.rate, 0, 0, 0
    now = Clock().now()
    for n in range(count):
        bot.world.person(10_000 + n).send("hello")
    await bot.app.settled(900)
    for n in range(count):
        await bot.due(10_000 + n, "reminder", now)
    gate.rate, gate.all.rate, gate.chat_rate = rate, rate, 1
    bot.world.limits.on = True
    began = time.monotonic()
    await bot.app.tick.safely()
    waits = []
    asker = bot.world.person(1)
    while True:
        await asyncio.sleep(1.1)
        asked, before = time.monotonic(), len(bot.texts(1)) if 1 in bot.world.chats else 0
        asker.send(f"q{asked}")
        while len(bot.texts(1)) <= before:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        waits.append(time.monotonic() - asked)
        if not await bot.look(lambda page: page.outbox.waiting()):
            break
    took = time.monotonic() - began
    sent = sum(bot.texts(10_000 + n).count("train!") for n in range(count))
    waits.sort()
    p95 = waits[int(len(waits) * 0.95)]
    refused = bot.world.limits.refused
    print(
        f"{sent} of {count} in {took:.0f} s = {sent / took:.1f}/s, {refused} refused, reply p95 {p95:.2f} s"
    )
    assert sent == count
    assert bot.world.limits.refused == 0
    assert p95 < 2
    assert took < count / 20 + 5
    await bot.app.stop()


async def test_many_due_at_once(tmp_path):
    await at_once(tmp_path, DUE)


@pytest.mark.soak
@pytest.mark.timeout(3600)
async def test_ten_thousand_due_at_once(tmp_path):
    await at_once(tmp_path, int(os.environ.get("DUE", "10000")))


async def backlog(tmp_path, count: int) -> None:
    """`count` updates wait when the bot starts: the first answer, and all handled."""
    bot = Engine(f"sqlite:///{tmp_path}/a.db", clock=Clock())
    people = [bot.world.person(1000 + n) for n in range(max(10, count // 20))]
    for n in range(count):
        people[n % len(people)].send(f"{n}")
    began = time.monotonic()
    await bot.start()
    while not any(bot.texts(one.id) for one in people):  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    first = time.monotonic() - began
    while len(bot.talk.heard) < count or await bot.look(lambda page: page.inbox.count("new")):  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    took = time.monotonic() - began
    print(f"first answer {first:.2f} s, {count} handled in {took:.1f} s = {count / took:.0f}/s")
    assert first < 5
    assert took < max(10, count * 60 / 10_000)
    await bot.app.stop()


async def test_a_backlog_after_a_restart(tmp_path):
    await backlog(tmp_path, BACKLOG)


@pytest.mark.soak
@pytest.mark.timeout(600)
async def test_ten_thousand_updates_wait(tmp_path):
    await backlog(tmp_path, 10_000)


async def test_after_an_outage_people_in_a_workout_hear_of_it(stage, me):
    """Rule 10 of the receiving design: taps of more than 150 seconds ago are gone."""
    from tests.bot.conversations.test_training import begun

    await begun(me)
    await me.says("12")
    idle = stage.person(77, "Bob")
    await idle.says("/start")
    await stage.kill()
    stage.clock.jump(timedelta(minutes=8))
    me.begin()
    idle.begin()
    await stage.start()
    me.hears("I was offline", "Air squat 1: 12")
    idle.hears_nothing()
    await stage.restart()
    assert sum("I was offline" in shown["plain"] for shown in me.view["messages"]) == 1
