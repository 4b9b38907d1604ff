"""The stage: the whole coach in this process, a stand-in Telegram around it, and a clock that can be moved.

Everything is forgotten when the stage closes: the database is a file in a folder of its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from pydantic_settings import SettingsConfigDict

from bot.app import App, build
from bot.clock import ShiftedClock
from bot.preview.request_door import RequestDoor
from bot.preview.world import World
from bot.settings import Settings
from storage.notebook import Page
from storage.records import Due, Runner
from storage.upgrade import upgrade

SETTLE = 20.0  # seconds after which a jump goes on although the coach is still at work
STEPS = 200  # due instants in one jump; more would be a loop of things that make each other due


Build = Callable[["Stage"], Awaitable[App]]


@dataclass(frozen=True, kw_only=True)
class Glance:
    """What the page shows around one phone; `zone` is None until the coach knows it."""

    zone: str | None = None
    next: Due | None = None


@dataclass(kw_only=True)
class Stage:
    """The coach on its stage; `builder` makes a new coach for this stage's database, clock and world."""

    builder: Build
    folder: Path
    clock: ShiftedClock = field(default_factory=ShiftedClock)
    coach: App | None = None
    busy: bool = False
    glances: dict[int, Glance] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.world = World(clock=self.clock.now)
        self.world.person()
        self._listeners: set[Callable[[], None]] = set()
        self._turn = asyncio.Lock()
        self.world.listen(lambda _chat: self.changed())

    @property
    def database_url(self) -> str:
        """The preview's own database."""
        return f"sqlite:///{self.folder / 'preview.db'}"

    @property
    def running(self) -> bool:
        """Whether the coach is there."""
        return self.coach is not None

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard()` at every change of the world or the stage; returns the way to stop it."""
        self._listeners.add(heard)
        return lambda: self._listeners.discard(heard)

    def changed(self) -> None:
        """Tell every page that something changed."""
        for heard in tuple(self._listeners):
            heard()

    # the coach's life

    async def start(self) -> None:
        """Let a new coach begin with the database as it is."""
        async with self._turn:
            if self.coach is None:
                coach = await self.builder(self)
                await coach.start()
                await coach.introduce()
                self.coach = coach
        self.changed()

    async def kill(self) -> None:
        """Take the coach away at once: nothing is finished, nothing is said."""
        async with self._turn:
            coach, self.coach = self.coach, None
            if coach:
                await coach.crash()
        self.changed()

    async def restart(self) -> None:
        """Stop the coach in good order, if it is there, and begin anew."""
        await self.close()
        await self.start()

    async def close(self) -> None:
        """Stop the coach in good order."""
        async with self._turn:
            coach, self.coach = self.coach, None
            if coach:
                await coach.stop()
        self.changed()

    # time

    async def glance(self, person_id: int) -> Glance:
        """The person's zone and what comes next for them, as last seen while the coach was there."""
        coach = self.coach
        if coach is not None:
            with contextlib.suppress(
                Exception
            ):  # a coach that dies while it is looked at: what was seen last
                runner, dues = await coach.notebook.look(
                    lambda page: (page.runners.get(person_id), page.dues.of(person_id))
                )
                self.glances[person_id] = _glance(runner, dues)
        return self.glances.get(person_id, Glance())

    async def pass_time(self, span: timedelta) -> None:
        """Let time pass, stopping at each instant at which something is due."""
        await self.go_to(self.clock.now() + span)

    async def go_to(self, target: datetime) -> None:
        """Go to an instant, stopping where something is due; an earlier one only sets the clock back."""
        async with self._turn:
            self.busy = True
            self.changed()
            try:
                await self._walk(target)
            finally:
                self.busy = False
        self.changed()

    async def go_to_next(self, person_id: int) -> bool:
        """Go from due to due until the coach says something to this person; False: nothing is due."""
        seen = self._newest(person_id)
        for _ in range(STEPS):
            coming = (await self.glance(person_id)).next
            if coming is None:
                return False
            await self.go_to(max(coming.at, self.clock.now()))
            if self._newest(person_id) != seen:
                break
        return True

    def _newest(self, person_id: int) -> int:
        return max(
            (letter.id for letter in self.world.chats[person_id].letters.values() if letter.by_bot), default=0
        )

    async def _walk(self, target: datetime) -> None:
        await self._settle()
        for _ in range(STEPS):
            due = await self._next_due()
            if due is None or due > target:
                break
            await self._reach(due)
        await self._reach(target)

    async def _reach(self, instant: datetime) -> None:
        if instant > self.clock.now():
            self.clock.jump_to(instant)
        if self.coach:
            self.coach.speech.wake()
        await self._settle()

    async def _settle(self) -> None:
        """Wait until everything is heard, what is due is done, and all is said."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SETTLE):
                while True:
                    if self.coach is None or await self._quiet(self.coach):
                        break
                    await asyncio.sleep(0.005)

    async def _quiet(self, coach: App) -> bool:
        await coach.settled()
        return not self.world.updates.pending and not await coach.tick.once()

    async def _next_due(self) -> datetime | None:
        """When something is due or waits to be sent; None without a coach."""

        def look(page: Page) -> datetime | None:
            now, sends = self.clock.now(), page.outbox.next_at()
            found = [page.dues.next_at(), sends if sends and sends > now else None]
            return min((at for at in found if at is not None), default=None)

        return await self.coach.notebook.look(look) if self.coach else None


def _glance(runner: Runner | None, dues: tuple[Due, ...]) -> Glance:
    return Glance(zone=runner.zone if runner else None, next=dues[0] if dues else None)


class Alone(Settings):
    """Settings that no `.env` changes: the preview meets neither the world outside nor the real database."""

    model_config = SettingsConfigDict(env_file=None)


async def with_the_bot(stage: Stage) -> App:
    """The coach as `python -m bot` runs it, but speaking to the stage's world."""
    settings = Alone(
        bot_token=stage.world.token,
        database_url=stage.database_url,
        port=None,
        metrics_port=None,
        webhook_url=None,
        owner_chat_id=None,
    )
    await asyncio.to_thread(upgrade, settings.database_url)
    return build(
        settings, clock=stage.clock, request=RequestDoor(stage.world), listen=RequestDoor(stage.world)
    )


async def run(port: int, builder: Build = with_the_bot) -> None:
    """Show the page on this port of this machine until Ctrl+C or SIGTERM; OSError where the port is taken."""
    from bot.preview.page import serve  # the page is built around a stage

    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    with tempfile.TemporaryDirectory(prefix="strongstride-preview-") as folder:
        stage = Stage(builder=builder, folder=Path(folder))
        try:
            async with serve(stage, port) as address:
                await stage.start()
                print(f"The preview is on {address} (Ctrl+C ends it)", flush=True)
                await ended.wait()
        finally:
            await stage.close()


def main(port: int = 8080) -> int:
    """`python -m bot preview`: the exit code."""
    try:
        asyncio.run(run(port))
    except OSError as error:
        print(f"The preview cannot start: {error.strerror or error}. Another port: --port N", file=sys.stderr)
        return 1
    return 0
