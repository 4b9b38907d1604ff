"""P15 with a real process: the disk is full (RLIMIT_FSIZE), the database is locked: nothing is lost or claimed falsely."""

from __future__ import annotations

import asyncio
import os
import resource
import sqlite3

import aiohttp
import pytest

from tests.kill.driver import Driver, Process
from tests.kill.test_kill import CLEAN, free_port

NO_LIMIT = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


class Full(Driver):
    """A driver whose bot tells how it is on /healthz."""

    async def health(self) -> int:
        address = f"http://127.0.0.1:{self.extra['PORT']}/healthz"
        async with aiohttp.ClientSession() as session, session.get(address) as answer:
            return answer.status

    async def until_health(self, wanted: int, seconds: float = 60.0) -> None:
        async with asyncio.timeout(seconds):
            while await self.health() != wanted:  # noqa: ASYNC110
                await asyncio.sleep(0.1)

    def stored(self) -> dict[int, int]:
        """How many sets of each person are in the file."""
        with sqlite3.connect(f"file:{self.folder}/a.db?mode=ro", uri=True) as db:
            rows = db.execute(
                'SELECT runner_id, count(DISTINCT slot * 100 + "set") FROM sets GROUP BY 1'
            ).fetchall()
        db.close()
        return dict(rows)

    def claimed(self, n: int) -> int:
        """How many sets the bot has told a person that it has: the next button says it."""
        key = self.next_key(self.person(n))
        return self.labels.index(key) if key in self.labels else len(self.labels)

    def false_claims(self) -> list[int]:
        stored = self.stored()
        return [n for n in self.pressed if self.claimed(n) > stored.get(self.person(n).id, 0)]

    def limit(self, bot: Process, more: int | None) -> None:
        """No file of the process may grow by more than so many bytes; None: as it likes."""
        biggest = max(file.stat().st_size for file in self.folder.glob("a.db*"))
        size = NO_LIMIT if more is None else (biggest + more, resource.RLIM_INFINITY)
        resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, size)


async def ready(folder, people: int) -> tuple[Full, Process]:
    """A bot, and people in the middle of a workout."""
    driver = Full(folder, f"sqlite:///{folder}/a.db", people=people, extra={"PORT": str(free_port())})
    bot = Process(driver)
    await driver.door.start()
    await bot.start()
    await driver.until(driver.polled(), what="the first call")
    await driver.learn()
    return driver, bot


async def full_disk(folder, people: int, ends: str) -> None:
    driver, bot = await ready(folder, people)
    try:
        driver.limit(bot, 30_000)
        await driver.press(0.01)
        await driver.until_health(503)
        assert bot.process.returncode is None
        assert driver.false_claims() == []
        assert driver.world.updates.pending  # Telegram keeps what could not be stored
        if ends == "killed":
            await bot.kill()
            await bot.start(driver.polled())
        else:
            driver.limit(bot, None)
        await driver.drained()
        assert await driver.verdict() == CLEAN
        await driver.until_health(200)
        assert await bot.terminate() <= 5
    finally:
        await driver.close()


@pytest.mark.timeout(120)
async def test_a_full_disk(tmp_path):
    await full_disk(tmp_path, 4, "room again")


@pytest.mark.soak
@pytest.mark.timeout(600)
@pytest.mark.parametrize("ends", ["room again", "killed"])
async def test_a_full_disk_at_length(tmp_path, ends):
    await full_disk(tmp_path, 30, ends)


@pytest.mark.soak
@pytest.mark.timeout(600)
async def test_locked_by_another_process(tmp_path):
    """For LOCKED (30) seconds; everything is handled afterwards, and /healthz was red meanwhile."""
    driver, _ = await ready(tmp_path, 20)
    try:
        with sqlite3.connect(tmp_path / "a.db", isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            before = driver.stored()
            await driver.press(0.01)
            await driver.until_health(503, 20)
            await asyncio.sleep(float(os.environ.get("LOCKED", "30")))
            assert driver.stored() == before
            assert driver.false_claims() == []
            other.execute("ROLLBACK")
        other.close()
        took = await driver.drained()
        assert await driver.verdict() == CLEAN
        await driver.until_health(200)
        print(f"{driver.pushed} sets pressed while locked, all handled {took:.0f} s after")
    finally:
        await driver.close()
