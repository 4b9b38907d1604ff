"""Prometheus metrics on METRICS_PORT of this machine only: counts and the loop's lag, nobody's data."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from aiohttp import web

from bot.context import Services
from storage.notebook import Page

Samples = Mapping[str, Mapping[str, float]]  # metric → label's value ("" for none) → number
STEP = 0.5  # seconds between two looks at the loop
WEEK = timedelta(days=7)
KEPT = 120  # looks remembered: a minute
SHARE = 100  # a census is as good as new for so many times as long as it took
HELP: Mapping[str, tuple[str, str, str]] = {  # metric → kind, label, what it says
    "strongstride_people": ("gauge", "state", "People known, reachable, and active within a week"),
    "strongstride_workouts_total": ("counter", "", "Workouts ever opened"),
    "strongstride_sets_total": ("counter", "", "Rows of sets ever logged"),
    "strongstride_inbox": ("gauge", "state", "Updates waiting or set aside"),
    "strongstride_outbox": ("gauge", "state", "Messages of the last 48 hours by what became of them"),
    "strongstride_reminders": ("gauge", "outcome", "Reminders of the last week by outcome"),
    "strongstride_events_total": ("counter", "what", "What was counted: unknown and dead sends, dead letters …"),
    "strongstride_loop_lag_seconds": ("gauge", "window", "How late the event loop was, newest and worst of a minute"),
}  # fmt: skip


def queues(page: Page) -> Samples:
    """What changes from second to second, found by indexes."""
    return {
        "strongstride_inbox": {"waiting": page.inbox.count("new"), "dead": page.inbox.count("dead")},
        "strongstride_outbox": {"waiting": page.outbox.waiting()},
        "strongstride_events_total": page.ledger.counted(),
    }


def census(page: Page, now: datetime) -> Samples:
    """What is counted by looking at everybody: seconds, with a hundred thousand people."""
    all_ = page.census
    people = {"known": all_.people(), "reachable": all_.reachable(), "active": all_.active(now - WEEK)}
    return {
        "strongstride_people": people,
        "strongstride_workouts_total": {"": all_.workouts()},
        "strongstride_sets_total": {"": all_.sets()},
        "strongstride_outbox": page.outbox.states(),
        "strongstride_reminders": all_.reminders(now - WEEK),
    }


def text(samples: Samples) -> str:
    """The samples in Prometheus's text format."""
    return "\n".join(line for name, rows in samples.items() for line in _lines(name, rows)) + "\n"


def _lines(name: str, rows: Mapping[str, float]) -> Iterable[str]:
    kind, label, what = HELP[name]
    yield f"# HELP {name} {what}"
    yield f"# TYPE {name} {kind}"
    for value, number in sorted(rows.items()):
        safe = value.replace("\\", "").replace('"', "").replace("\n", " ")
        yield f'{name}{{{label}="{safe}"}} {number:g}' if label else f"{name} {number:g}"


class Metrics:
    """The little server, and the look at the loop."""

    def __init__(self, services: Services, port: int) -> None:
        self.services, self.port = services, port
        self.lags: list[float] = []
        self.counted: Samples = {}
        self.stale = 0.0  # when to count everybody anew, by the steady clock
        self.runner: web.AppRunner | None = None
        self.looking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listen on 127.0.0.1."""
        app = web.Application()
        app.router.add_get("/metrics", self._metrics)
        self.runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=1.0)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", self.port).start()
        self.looking = asyncio.create_task(self._look(), name="loop lag")

    async def stop(self) -> None:
        """Stop listening."""
        if self.looking is not None:
            self.looking.cancel()
            await asyncio.gather(self.looking, return_exceptions=True)
        if self.runner is not None:
            await self.runner.cleanup()
            self.runner = None

    async def _look(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(STEP)
            self.lags = [*self.lags[1 - KEPT :], max(0.0, time.perf_counter() - before - STEP)]

    async def _census(self) -> Samples:
        """The last one, unless it is too old: counting takes a hundredth of the time, however many people there are."""
        now, began = self.services.clock.now(), time.perf_counter()
        if began >= self.stale:
            self.counted = await self.services.notebook.look(lambda page: census(page, now))
            ended = time.perf_counter()
            self.stale = ended + SHARE * (ended - began)
        return self.counted

    async def _metrics(self, _request: web.Request) -> web.Response:
        everybody = await self._census()
        found = await self.services.notebook.look(queues)
        outbox = {**everybody["strongstride_outbox"], **found["strongstride_outbox"]}
        lag = {"now": self.lags[-1], "minute": max(self.lags)} if self.lags else {"now": 0.0}
        whole = text(
            {**everybody, **found, "strongstride_outbox": outbox, "strongstride_loop_lag_seconds": lag}
        )
        return web.Response(text=whole, content_type="text/plain", charset="utf-8")
