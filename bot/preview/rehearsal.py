"""A rehearsal: the whole bot on a throw-away database before the stand-in Telegram, with a clock to move.

Nothing happens in it by the time of day: whoever rehearses says when time passes. Dialogue tests and the
script player are built on it; the preview page, whose clock runs, has its own stage.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
import time
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from bot.app import App, build
from bot.clock import SetClock
from bot.preview.http_door import HttpDoor
from bot.preview.request_door import RequestDoor
from bot.preview.sketches import Sketches
from bot.preview.world import World
from bot.settings import Settings, read_settings
from storage.notebook import Page
from storage.upgrade import upgrade

Door = Literal["request", "http"]
PATIENCE = 20.0  # real seconds until a bot that does not settle is given up
STEPS = 5_000  # due instants in one stretch of time; more would be things that make each other due


class NotSettled(Exception):  # noqa: N818 - reads better
    """The bot did not come to rest in time."""


class Rehearsal:
    """One bot, one world, one clock. `watch` may raise to end the waiting early (a handler failed)."""

    def __init__(self, folder: Path, start: datetime, *, door: Door = "request", **world: Any) -> None:
        self.clock = SetClock(start)
        self.world = World(clock=self.clock.now, **world)
        self.door = HttpDoor(self.world) if door == "http" else None
        self.database_url = f"sqlite:///{folder / 'rehearsal.db'}"
        self.app: App | None = None
        self.more: dict[str, Any] = {"draw": Sketches()}  # what else `build` is told
        self.env: dict[str, Any] = {}

    async def start(self, **settings: Any) -> None:
        """Let the bot begin with the database as it is; speed limits of our own are off."""
        if self.door and not self.door.port:
            await self.door.start()
        self.env |= settings
        await asyncio.to_thread(upgrade, self.database_url)
        request = None if self.door else RequestDoor(self.world)
        self.app = build(self._settings(), clock=self.clock, request=request, ticking=False, **self.more)
        await self.app.start()
        await self.settled()

    def _settings(self) -> Settings:
        given: dict[str, Any] = {
            "bot_token": self.world.token,
            "database_url": self.database_url,
            "telegram_api_url": self.door.address if self.door else "http://localhost",
            "send_rate": 0,
            "send_rate_chat": 0,
            "webhook_url": None,
            "port": None,
            "metrics_port": None,
            **self.env,
        }
        return read_settings(_env_file=None, **given)

    async def stop(self) -> None:
        """Stop the bot in good order; the world stays."""
        app, self.app = self.app, None
        if app:
            await app.stop()

    async def kill(self) -> None:
        """Take the bot away as `kill -9` would."""
        app, self.app = self.app, None
        if app:
            await app.crash()

    async def restart(self) -> None:
        """Stop in good order and begin anew."""
        await self.stop()
        await self.start()

    async def close(self) -> None:
        """The end: bot and door."""
        await self.stop()
        if self.door:
            await self.door.stop()

    def check(self) -> None:
        """Raise when something went wrong; called all the time while we wait. For subclasses."""

    async def settled(self) -> None:
        """Wait until the bot heard everything, did what was due and said what it had to say."""
        give_up = time.monotonic() + PATIENCE
        while self.app:
            self.check()
            if time.monotonic() > give_up:
                raise NotSettled(f"{len(self.world.updates.pending)} updates unheard, or something unsaid")
            if self.world.updates.pending:
                await asyncio.sleep(0.001)
                continue
            if await self._quiet(self.app):
                break
        self.check()

    async def _quiet(self, app: App) -> bool:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0.5):
                await app.settled()
            return not self.world.updates.pending and not await app.tick.once()
        return False

    async def forward(self, **span: float) -> None:
        """Let time pass (`minutes=45`), stopping wherever something is due or waits to be sent."""
        await self.until(self.clock.now() + timedelta(**span))

    async def until(self, target: datetime) -> None:
        """Go to an instant, stopping wherever something is due or waits to be sent."""
        for _ in range(STEPS):
            due = await self._next()
            if due is None or due > target:
                break
            await self._at(max(due, self.clock.now()))
        else:
            raise NotSettled(f"more than {STEPS} things were due before {target}")
        await self._at(target)

    async def _at(self, instant: datetime) -> None:
        self.clock.jump(instant - self.clock.now())
        if self.app:
            self.app.speech.wake()
        await self.settled()

    async def _next(self) -> datetime | None:
        def look(page: Page) -> datetime | None:
            now = self.clock.now()
            sends = page.outbox.next_at()
            found = [page.dues.next_at(), sends if sends and sends > now else None]
            return min((at for at in found if at is not None), default=None)

        return await self.app.notebook.turn(look) if self.app else None


@contextlib.asynccontextmanager
async def rehearsing(start: datetime, *, door: Door = "request", **world: Any) -> AsyncIterator[Rehearsal]:
    """A rehearsal in a folder of its own, started, and closed at the end."""
    with tempfile.TemporaryDirectory(prefix="strongstride-rehearsal-") as folder:
        rehearsal = Rehearsal(Path(folder), start, door=door, **world)
        try:
            await rehearsal.start()
            yield rehearsal
        finally:
            await rehearsal.close()
