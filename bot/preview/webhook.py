"""Webhook delivery: POSTs with the secret header, serial per queue, retried ever slower until they expire."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import aiohttp

if TYPE_CHECKING:
    from bot.preview.updates import Pending
    from bot.preview.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
TIMEOUT = 60
LONGEST_PAUSE = 60.0
Queue = tuple[str, int]


@dataclass
class Webhook:
    """Where updates are posted to, and the tasks that post them (real time; one task per queue)."""

    world: World
    url: str = ""
    secret: str = ""
    connections: int = 40
    last_error: tuple[int, str] | None = None
    posted: int = 0
    pause_unit: float = 1.0  # seconds; tests make it short
    _tasks: dict[Queue, asyncio.Task[None]] = field(default_factory=dict)
    _session: aiohttp.ClientSession | None = None
    _slots: asyncio.Semaphore | None = None

    def set(self, url: str, secret: str, connections: int) -> None:
        """Another address, or none."""
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self.url, self.secret, self.connections = url, secret, connections
        self._slots = asyncio.Semaphore(connections) if url else None
        self.nudge(*(update.queue for update in self.world.updates.pending))

    def nudge(self, *queues: Queue) -> None:
        """Something is pending in these queues: start the tasks of those that have none."""
        for queue in queues if self.url else ():
            if queue not in self._tasks:
                self._tasks[queue] = asyncio.get_running_loop().create_task(self._drain(queue))

    async def close(self) -> None:
        """Stop posting and close the connections."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._tasks.clear()
        if self._session:
            await self._session.close()
            self._session = None

    def _next(self, queue: Queue) -> Pending | None:
        self.world.updates.expire()
        return next((update for update in self.world.updates.pending if update.queue == queue), None)

    async def _drain(self, queue: Queue) -> None:
        tries = 0
        while update := self._next(queue):
            pause = await self._post(update)
            if pause is None:
                self.world.updates.forget([update.id])
                tries = 0
                continue
            tries += 1
            await asyncio.sleep(pause or self._pause(tries))
        self._tasks.pop(queue, None)

    def _pause(self, tries: int) -> float:
        """First retry at once, then 2, 4, 8 … seconds."""
        return 0.0 if tries == 1 else min(2.0 ** (tries - 1), LONGEST_PAUSE) * self.pause_unit

    async def _post(self, update: Pending) -> float | None:
        """None when it was taken; else the pause that the receiver asked for (0: ours)."""
        self._session = self._session or aiohttp.ClientSession()
        headers = {SECRET_HEADER: self.secret} if self.secret else {}
        assert self._slots
        try:
            async with (
                self._slots,
                self._session.post(
                    self.url,
                    json=update.as_update(),
                    headers=headers,
                    timeout=aiohttp.ClientTimeout(total=TIMEOUT),
                ) as answer,
            ):
                await answer.read()
                self.posted += 1
                if 200 <= answer.status < 300:
                    return None
                self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                return min(float(answer.headers.get("Retry-After", 0) or 0), 3600.0) * self.pause_unit
        except (aiohttp.ClientError, TimeoutError) as mishap:
            self._failed(f"Connection failed: {mishap}")
            return 0.0

    def _failed(self, message: str) -> None:
        self.last_error = (int(self.world.clock().timestamp()), message)
