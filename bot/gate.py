"""The gate: how fast messages may leave, over all and per chat, and never while Telegram says wait."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable
from itertools import count

BURST_CHAT = 3.0


class Bucket:
    """A token bucket: `rate` a second, `burst` at once; rate 0 lets everything through."""

    __slots__ = ("at", "burst", "rate", "tokens")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self.rate, self.burst, self.tokens, self.at = rate, burst, burst, now

    def wait(self, now: float) -> float:
        """Seconds until a token is there (0: now)."""
        if not self.rate:
            return 0.0
        self.tokens = min(self.burst, self.tokens + max(0.0, now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.tokens >= 1 - 1e-9 else (1 - self.tokens) / self.rate

    def take(self) -> None:
        """Use a token; may be called only after `wait` gave 0."""
        if self.rate:
            self.tokens -= 1


class Gate:
    """Chat first, then the common slot, in which replies pass reminders."""

    def __init__(self, rate: float, chat_rate: float, steady: Callable[[], float]) -> None:
        self.rate, self.chat_rate, self.steady = rate, chat_rate, steady
        self.all = Bucket(rate, max(1.0, min(rate, 30.0) / 5), steady())
        self.chats: dict[int, Bucket] = {}
        self.closed_until = 0.0
        self.queue: list[tuple[int, int, asyncio.Future[None]]] = []
        self.numbers = count()
        self.timer: asyncio.TimerHandle | None = None

    def close(self, seconds: float) -> None:
        """Telegram said wait: nothing leaves for so many seconds."""
        self.closed_until = max(self.closed_until, self.steady() + seconds)

    @property
    def room(self) -> int:
        """How many more messages it makes sense to claim now."""
        if self.closed_for():
            return 0
        return 200 if not self.rate else max(0, int(max(self.rate, 1)) - len(self.queue))

    def closed_for(self) -> float:
        """Seconds for which Telegram wants silence."""
        return max(0.0, self.closed_until - self.steady())

    async def chat(self, chat_id: int) -> None:
        """Wait for the chat's own turn."""
        if not self.chat_rate:
            return
        bucket = self.chats.get(chat_id)
        if bucket is None:
            self._forget_idle()
            bucket = self.chats[chat_id] = Bucket(self.chat_rate, BURST_CHAT, self.steady())
        while (pause := bucket.wait(self.steady())) > 0:  # noqa: ASYNC110 - nothing happens but time
            await asyncio.sleep(pause)
        bucket.take()

    def spare(self, chat_id: int) -> bool:
        """Whether this chat could take something optional (a countdown edit) without delaying a reply."""
        bucket = self.chats.get(chat_id)
        if self.closed_for() or self.queue:
            return False
        return bucket is None or not bucket.rate or (bucket.wait(self.steady()) == 0 and bucket.tokens >= 2)

    async def slot(self, priority: int) -> None:
        """Wait for the common slot: lower priorities first, first come first served among equals."""
        if not self.queue and not self.closed_for() and self.all.wait(self.steady()) == 0:
            self.all.take()
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self.queue, (priority, next(self.numbers), turn))
        self._plan()
        await turn

    def _plan(self) -> None:
        if self.queue and self.timer is None:
            pause = max(self.closed_for(), self.all.wait(self.steady()), 0.001)
            self.timer = asyncio.get_running_loop().call_later(pause, self._open)

    def look_again(self) -> None:
        """The clock may have been moved: let through what may go now."""
        if self.timer is not None:
            self.timer.cancel()
            self._open()

    def _open(self) -> None:
        self.timer = None
        while self.queue and not self.closed_for() and self.all.wait(self.steady()) == 0:
            _, _, turn = heapq.heappop(self.queue)
            if not turn.done():
                self.all.take()
                turn.set_result(None)
        self._plan()

    def _forget_idle(self) -> None:
        if len(self.chats) >= 10_000:
            now = self.steady()
            self.chats = {
                chat: one for chat, one in self.chats.items() if one.wait(now) or one.tokens < one.burst
            }
