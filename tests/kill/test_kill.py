"""kill -9 at random moments under load: nothing lost, nothing doubled, nothing out of order."""

from __future__ import annotations

import asyncio
import os
import socket

import pytest

from tests.kill.driver import Driver, Process
from tests.postgres import fresh_database

USUAL = 1.5  # seconds that a start takes on a machine with nothing else to do


async def run(driver: Driver, kills: int, **how) -> dict[str, int]:
    """Kill one after the other and start it again, until all kills are made and everything is pressed."""
    try:
        return await _run(driver, kills, **how)
    finally:
        await driver.close()


async def _run(driver, kills, *, bots: list[Process], pause: float, term=False):
    await driver.door.start()
    for bot in bots:
        await bot.start()
    await driver.until(driver.polled(), what="the first call")
    await driver.learn()
    pressing, slow = asyncio.create_task(driver.press(pause)), 1.0
    while driver.kills < kills:
        await asyncio.sleep(driver.dice.uniform(0.05, 0.6) * slow)
        bot = driver.dice.choice(bots)
        if term:
            driver.exits.append(await bot.terminate())
        else:
            await bot.kill()
        driver.kills += 1
        if driver.kills % 5 == 0:
            driver.world.updates.forgetful += 1  # Telegram loses a confirmation: it delivers again
        began = asyncio.get_running_loop().time()
        await bot.start(driver.polled() if len(bots) == 1 else None)
        slow = max(1.0, (asyncio.get_running_loop().time() - began) / USUAL)  # a busy machine: live longer
        if len(bots) > 1:
            await asyncio.sleep(1.5)
        if driver.kills % 20 == 0:
            print(f"{driver.kills} stops, {driver.pushed} sets pressed", flush=True)
    await pressing
    drained = await driver.drained()
    found = await driver.verdict()
    driver.exits.extend(await asyncio.gather(*(bot.terminate() for bot in bots)))
    print(
        f"{driver.kills} stops, {driver.pushed} sets, {found}, slowest exit {max(driver.exits):.1f} s, "
        f"the rest handled {drained:.0f} s after the last press"
    )
    return found


def hook(port: int) -> dict[str, str]:
    """Settings for webhooks on a port."""
    return {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook-8d1f0c",
        "WEBHOOK_SECRET": "only-telegram-knows",
        "PORT": str(port),
    }


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


CLEAN = {"lost": 0, "doubled": 0, "disordered": 0}


@pytest.mark.timeout(280)
async def test_twenty_five_kills_under_load(tmp_path):
    driver = Driver(tmp_path, f"sqlite:///{tmp_path}/a.db", people=30)
    assert await run(driver, 25, bots=[Process(driver)], pause=0.08) == CLEAN
    assert driver.pushed >= 300
    assert max(driver.exits) <= 5


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("variant", ["polling", "webhook", "two_instances", "postgresql", "sigterm"])
async def test_kills_at_length(tmp_path, variant):
    """KILLS (200) kills for each way of running; PEOPLE (300) people with a whole workout each."""
    kills, people = int(os.environ.get("KILLS", "200")), int(os.environ.get("PEOPLE", "300"))
    url = fresh_database() if variant == "postgresql" else f"sqlite:///{tmp_path}/a.db"
    driver = Driver(tmp_path, url, people=people, extra=hook(free_port()) if variant == "webhook" else {})
    driver.world.webhook.pause_unit = 0.1
    bots = [Process(driver) for _ in range({"two_instances": 2, "postgresql": 0}.get(variant, 1))]
    if variant == "postgresql":
        port = free_port()
        bots = [Process(driver, command=("web",), env=hook(port)) for _ in range(2)]
        bots += [Process(driver, command=("worker",), env=hook(port)) for _ in range(2)]
    pause = kills * 3.0 / (people * 18)
    assert await run(driver, kills, bots=bots, pause=pause, term=variant == "sigterm") == CLEAN
    assert max(driver.exits) <= 5
