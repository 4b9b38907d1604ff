"""Telegram's speed limits: 30 messages a second over all, one a second a chat, bursts tolerated (bot FAQ)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.preview.refusals import Refused


@dataclass
class Limits:
    """Counts sends when switched on; a chat may burst `burst` messages and regains one a second."""

    clock: Callable[[], datetime]
    on: bool = False
    overall: int = 30
    burst: int = 5
    retry_after: int = 3
    _all: deque[datetime] = field(default_factory=deque)
    _chats: dict[int, tuple[float, datetime]] = field(default_factory=dict)
    refused: int = 0

    def count(self, chat: int) -> None:
        """One message to a chat; 429 with `retry_after` when it is too fast."""
        if not self.on:
            return
        now = self.clock()
        while self._all and now - self._all[0] >= timedelta(seconds=1):
            self._all.popleft()
        left, since = self._chats.get(chat, (float(self.burst), now))
        left = min(float(self.burst), left + (now - since).total_seconds())
        if len(self._all) >= self.overall or left < 1:
            self.refused += 1
            raise too_many(self.retry_after)
        self._all.append(now)
        self._chats[chat] = (left - 1, now)


def too_many(seconds: int) -> Refused:
    """The 429 that asks to wait."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
