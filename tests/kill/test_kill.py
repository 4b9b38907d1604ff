"""kill -9 at random moments under load: nothing lost, nothing doubled, nothing out of order."""

from __future__ import annotations

import asyncio

import pytest

from tests.kill.driver import Driver, Process


async def run(driver: Driver, kills: int, *, pause: float, signals=("kill",)) -> dict[str, int]:
    """Start, kill, start again, until all kills are made and everything is pressed; then compare with /export."""
    await driver.door.start()
    bot = Process(driver)
    await bot.start(driver.polled())
    await driver.learn()
    pressing = asyncio.create_task(driver.press(pause))
    while driver.kills < kills:
        await asyncio.sleep(driver.dice.uniform(0.05, 0.6))
        if signals[driver.kills % len(signals)] == "kill":
            await bot.kill()
        else:
            driver.exits.append(await bot.terminate())
        driver.kills += 1
        if driver.kills % 5 == 0:
            driver.world.updates.forgetful += 1  # Telegram loses a confirmation: it delivers again
        await bot.start(driver.polled())
    await pressing
    found = await driver.verdict()
    driver.exits.append(await bot.terminate())
    await driver.close()
    return found


@pytest.mark.timeout(280)
async def test_twenty_five_kills_under_load(tmp_path):
    driver = Driver(tmp_path, f"sqlite:///{tmp_path}/a.db", people=30)
    found = await run(driver, 25, pause=0.08)
    assert driver.pushed >= 300
    assert found == {"lost": 0, "doubled": 0, "disordered": 0}
    assert max(driver.exits) <= 5
