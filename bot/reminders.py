"""The tick: once a second, what is due is claimed and acted upon; hearing only the time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.coach.says import Saying
from bot.context import Services, Written
from storage.notebook import Page
from storage.records import Due

log = logging.getLogger(__name__)
DueHandler = Callable[[Page, Due, datetime], Iterable[Saying]]
LIMIT = 200
RETRY, TRIES = timedelta(seconds=60), 5
OVERDUE = 5.0  # steady seconds without a tick: the wall clock was set back, and the scheduler waits by it
REMINDING = ("reminder", "eve", "snooze", "nudge", "promise")  # what waits while the clock cannot be trusted


class Tick:
    """One APScheduler job over an indexed table. Handlers are named by the kind of due thing."""

    def __init__(
        self,
        services: Services,
        handlers: Mapping[str, DueHandler],
        distrusted: Callable[[], bool] = lambda: False,
    ) -> None:
        self.services, self.handlers, self.distrusted = services, handlers, distrusted
        self.scheduler: AsyncIOScheduler | None = None
        self.job: Job | None = None
        self.guard: asyncio.Task[None] | None = None
        self.ticked = services.clock.steady()

    def start(self) -> None:
        """Tick every second, never twice at once, late rather than never."""
        self.scheduler = AsyncIOScheduler(timezone="UTC")
        self.ticked = self.services.clock.steady()
        self.job = self.scheduler.add_job(
            self.safely, "interval", seconds=1, coalesce=True, max_instances=1, misfire_grace_time=None
        )
        self.scheduler.start()
        self.guard = asyncio.create_task(self._guard(), name="guard of the tick")

    async def _guard(self) -> None:
        """APScheduler waits by the wall clock; when that is set back, no tick would come for as long."""
        while True:
            await asyncio.sleep(1)
            self.catch_up()

    def catch_up(self) -> bool:
        """Tick at once where none came for too long by steady time; whether that was so."""
        if self.job is None or self.services.clock.steady() - self.ticked <= OVERDUE:
            return False
        log.warning("no tick for %.0f s: this machine was busy or asleep, or its clock was set back", OVERDUE)
        self.ticked = self.services.clock.steady()
        with suppress(Exception):
            self.job.modify(next_run_time=Clock().now())  # the scheduler knows only the machine's clock
        return True

    def stop(self) -> None:
        """No more ticks."""
        if self.guard is not None:
            self.guard.cancel()
            self.guard = None
        if self.scheduler is not None:
            self.scheduler.shutdown(wait=False)
            self.scheduler = self.job = None

    async def safely(self) -> None:
        """One tick; whatever breaks, the next one comes."""
        self.ticked = self.services.clock.steady()
        try:
            while await self.once() == LIMIT:
                self.ticked = self.services.clock.steady()
        except asyncio.CancelledError:
            if self.scheduler is not None:  # else this is the end, which the scheduler would tell as an error
                raise
        except Exception:
            log.exception("a tick failed; the next one comes in a second")

    async def once(self) -> int:
        """Claim what is due now and act on it, in one page; returns how many."""
        now = self.services.clock.now()
        count, written = await self.services.notebook.turn(lambda page: self._page(page, now))
        if count:
            self.services.speak(written)
        return count

    def _page(self, page: Page, now: datetime) -> tuple[int, Written]:
        dues = page.dues.claim(now, limit=LIMIT, without=REMINDING if self.distrusted() else ())
        written = Written()
        for due in dues:
            if not page.hold(due.runner_id, wait=False):  # somebody is just talking to them: next second
                page.dues.keep(due)
                continue
            try:
                with page.apart():
                    part = self._act(page, due, now)
                written.add(part)
            except Exception:
                log.exception("what was due (%s of %s) failed", due.kind, due.runner_id)
                self._again(page, due, now)
        return len(dues), written

    def _act(self, page: Page, due: Due, now: datetime) -> Written:
        handler = self.handlers.get(due.kind)
        if handler is None:
            log.warning("nobody knows what to do when %r is due", due.kind)
            return Written()
        says = handler(page, due, now)
        key = f"due:{due.runner_id}:{due.kind}:{int(due.at.timestamp() * 1000)}"
        return self.services.write(page, says, chat_id=due.runner_id, key=key, now=now)

    def _again(self, page: Page, due: Due, now: datetime) -> None:
        tries = int(due.facts.get("tries", 0)) + 1
        page.ledger.count("due failures")
        if tries < TRIES:
            page.dues.keep(replace(due, at=now + RETRY, facts={**due.facts, "tries": tries}))
