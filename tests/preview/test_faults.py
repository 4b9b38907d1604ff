"""Faults on demand and the speed limits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.clock import SetClock
from bot.preview.http_door import HttpDoor
from bot.preview.world import World
from bot.transport import MaybeSent, NotSent, Transport


@pytest.fixture
def me(world: World) -> int:
    world.person().send("/start")
    return world.person().id


def said(world: World, me: int) -> list[str]:
    return [shown["plain"] for shown in world.view(me)["messages"] if shown["from"] == "bot"]


@pytest.mark.parametrize(
    ("fault", "error", "delivered"),
    [
        ({"status": 429, "retry_after": 7}, RetryAfter, False),
        ({"status": 403}, Forbidden, False),
        ({"status": 400}, BadRequest, False),
        ({"status": 502}, NetworkError, False),
        ({"status": 502, "delivered": True}, NetworkError, True),
        ({"drop": True}, MaybeSent, False),
        ({"drop": True, "delivered": True}, MaybeSent, True),
        ({"refuse": True}, NotSent, False),
    ],
)
async def test_each_fault_once(
    world: World, bot: Bot, me: int, fault: dict[str, object], error: type[Exception], delivered: bool
) -> None:
    world.faults.add(method="sendMessage", **fault)
    with pytest.raises(error):
        await bot.send_message(me, "one")
    assert said(world, me) == (["one"] if delivered else [])
    await bot.send_message(me, "two")
    assert said(world, me)[-1] == "two"
    assert world.refusals() == [], "an ordered fault is no refusal"


async def test_faults_can_wait_last_and_choose(world: World, bot: Bot, me: int) -> None:
    world.person(2, "Ben").send("/start")
    world.faults.add(method="sendMessage", skip=1, times=2, status=500, chat=me)
    await bot.send_message(me, "first")
    await bot.send_message(2, "another chat")
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(me, "no")
    await bot.send_message(me, "again")


async def test_drops_over_http_with_our_own_client(world: World, me: int) -> None:
    door = await HttpDoor(world).start()
    async with Bot(world.token, base_url=f"{door.address}/bot", request=Transport()) as bot:
        world.faults.add(method="sendMessage", drop=True, delivered=True)
        with pytest.raises(MaybeSent):
            await bot.send_message(me, "one")
        world.faults.add(method="sendMessage", status=429, retry_after=7)
        with pytest.raises(RetryAfter) as wait:
            await bot.send_message(me, "two")
        assert wait.value.retry_after in (7, timedelta(seconds=7))
    assert said(world, me) == ["one"]
    await door.stop()


async def test_thirty_a_second_and_one_a_second_in_a_chat(world: World, bot: Bot, clock: SetClock) -> None:
    people = [world.person(n, f"P{n}") for n in range(1, 41)]
    for person in people:
        person.send("/start")
    world.limits.on = True
    for person in people[:30]:
        await bot.send_message(person.id, "hi")
    with pytest.raises(RetryAfter):
        await bot.send_message(people[30].id, "hi")
    clock.jump(timedelta(seconds=1))
    for _ in range(world.limits.burst):
        await bot.send_message(people[35].id, "burst")
    with pytest.raises(RetryAfter):
        await bot.send_message(people[35].id, "too much")
    clock.jump(timedelta(seconds=1))
    await bot.send_message(people[35].id, "fine again")


async def test_slow_answers_take_real_time(world: World, bot: Bot, me: int) -> None:
    world.faults.add(method="sendMessage", slow=0.05)
    start = world.monotonic()
    await bot.send_message(me, "slow")
    assert world.monotonic() - start >= 0.05
