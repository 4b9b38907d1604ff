"""What a second costs: one tick over the indexed table of dues, beside a scheduler with a job for each person.

`python -m tests.bench.tick [people ...]`; CPU time of the whole process, medians.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import insert

from bot.clock import Clock
from bot.context import Services
from bot.reminders import Tick
from bot.wording import Wording
from content.library import open_library
from storage.notebook import Notebook, Page
from storage.records import Due
from storage.tables import dues, runners
from storage.upgrade import upgrade

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


class Frozen(Clock):
    """A clock that stands where it is put."""

    at = NOON

    def now(self) -> datetime:
        """The time it was put to."""
        return self.at


async def timed(fn: Callable[[], Awaitable[object]]) -> tuple[float, float]:
    """Milliseconds of CPU and of wall time."""
    cpu, wall = time.process_time(), time.perf_counter()
    await fn()
    return 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)


def fill(page: Page, people: int) -> None:
    """So many people, each with a reminder within the coming day, none of them due yet."""
    who = [
        {
            "id": n,
            "name": "",
            "language": "en",
            "hour": 18,
            "kit": "none",
            "reachable": 1,
            "created_at": NOON,
            "habits": {},
        }
        for n in range(1, people + 1)
    ]
    later = [
        {"runner_id": n, "kind": "reminder", "at": NOON + timedelta(seconds=3600 + n % 86_000), "facts": {}}
        for n in range(1, people + 1)
    ]
    for first in range(0, people, 50_000):
        page.db.execute(insert(runners), who[first : first + 50_000])
        page.db.execute(insert(dues), later[first : first + 50_000])


async def ours(people: int) -> None:
    """Empty ticks, and ticks that find 200 due things (handlers say nothing: the tick alone is measured)."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/tick.db"
        upgrade(url)
        book, clock, library = Notebook.open(url), Frozen(), open_library()
        await book.turn(lambda page: fill(page, people))
        services = Services(
            notebook=book, clock=clock, library=library, wording=Wording(library), name="bench"
        )
        tick = Tick(services, {"reminder": lambda _page, _due, _now: []})
        await tick.once()
        empty = [await timed(tick.once) for _ in range(60)]
        full = []
        for _ in range(9):
            await book.turn(
                lambda page: [
                    page.dues.keep(Due(runner_id=n, kind="reminder", at=clock.at)) for n in range(1, 201)
                ]
            )
            full.append(await timed(tick.once))
        await book.close()
        cells = [statistics.median(one[k] for one in rows) for rows in (empty, full) for k in (0, 1)]
        print(
            f"tick, {people:>9,} people: none due {cells[0]:6.2f} ms CPU ({cells[1]:6.2f} ms), "
            f"200 due {cells[2]:6.1f} ms CPU ({cells[3]:6.1f} ms)",
            flush=True,
        )


async def theirs(people: int) -> None:
    """APScheduler with a cron job for each person: what it costs to have them all in memory."""

    async def say_nothing() -> None:
        """A reminder."""

    async def build() -> None:
        for n in range(people):
            scheduler.add_job(say_nothing, "cron", hour=n % 24, minute=n % 60)
        scheduler.start()

    scheduler = AsyncIOScheduler(timezone="UTC")
    cpu, wall = await timed(build)
    scheduler.shutdown(wait=False)
    print(f"a job each, {people:>7,} people: {cpu:8.0f} ms CPU ({wall:.0f} ms) until it runs", flush=True)


async def main() -> None:
    """The sizes named, or ten thousand and a million."""
    sizes = [int(one) for one in sys.argv[1:]] or [10_000, 1_000_000]
    for people in sizes:
        await ours(people)
    await theirs(10_000)


if __name__ == "__main__":
    asyncio.run(main())
