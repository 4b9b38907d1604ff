"""The queue of what the bot has not confirmed yet: ids, offsets, retention, conflicts as at Telegram."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.preview.refusals import conflict

MAX_BATCH = 100
MAX_BYTES = 1 << 22
MAX_QUEUE = 100_000
LONG_POLL = 50
KEPT = timedelta(hours=24)
TAP_KEPT = timedelta(seconds=150)
WEEK = timedelta(days=7)
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
POLLING_WHILE_WEBHOOK = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(frozen=True, kw_only=True)
class Pending:
    """One update that waits; `queue` is the webhook queue that keeps its order."""

    id: int
    kind: str
    payload: dict[str, Any]
    expires: datetime
    queue: tuple[str, int]

    def as_update(self) -> dict[str, Any]:
        """The Bot API Update."""
        return {"update_id": self.id, self.kind: self.payload}


@dataclass
class Updates:
    """All pending updates of the bot, in arrival order; `clock` gives their ages."""

    clock: Callable[[], datetime]
    next_id: int = 482_915_001
    pending: list[Pending] = field(default_factory=list)
    allowed: frozenset[str] | None = None
    forgetful: int = 0  # so many confirmations are lost: the same updates come again
    dropped: int = 0  # never seen by the bot: expired or over the cap
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _poller: asyncio.Future[None] | None = None
    _last_push: datetime | None = None
    _first_expiry: datetime | None = None
    _last_offset: int = 0
    _last_poll: float = -1e9

    def push(self, kind: str, payload: dict[str, Any], queue: tuple[str, int]) -> Pending | None:
        """A new update; None when the bot did not ask for this kind or the queue is full."""
        wanted = kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT
        if not wanted or len(self.pending) >= MAX_QUEUE:
            self.dropped += wanted
            return None
        now = self.clock()
        if self._last_push and now - self._last_push >= WEEK:
            self.next_id = self.next_id * 2_654_435_761 % 2**30  # after an idle week ids start anywhere
        kept = TAP_KEPT if kind == "callback_query" else KEPT
        update = Pending(id=self.next_id, kind=kind, payload=payload, expires=now + kept, queue=queue)
        self.next_id, self._last_push = self.next_id + 1, now
        self.pending.append(update)
        self._first_expiry = min(self._first_expiry or update.expires, update.expires)
        self._news.set()
        return update

    def expire(self) -> None:
        """Forget what is too old (150 s for taps, 24 h for the rest)."""
        now = self.clock()
        if self._first_expiry is None or now < self._first_expiry:
            return
        left = [update for update in self.pending if update.expires > now]
        self.dropped += len(self.pending) - len(left)
        self.pending = left
        self._first_expiry = min((update.expires for update in left), default=None)

    def forget(self, ids: Iterable[int]) -> None:
        """Updates that a webhook took."""
        gone = set(ids)
        self.pending = [update for update in self.pending if update.id not in gone]

    def confirm(self, offset: int) -> None:
        """What an offset of getUpdates does: forget what is below; a negative one keeps the newest."""
        if offset < 0:
            self.pending = self.pending[offset:]
            return
        if not self.pending or offset == 0:
            return
        head, tail = self.pending[0].id, self.next_id
        if offset > tail + 10 or offset < head - MAX_QUEUE:
            return  # nonsense falls back to the head
        if self.forgetful and offset > head:
            self.forgetful -= 1
            return
        gone = sum(1 for _ in itertools.takewhile(lambda update: update.id < offset, self.pending))
        del self.pending[:gone]

    def batch(self, limit: int) -> list[dict[str, Any]]:
        """The oldest pending updates, at most `limit` and 4 MiB."""
        self.expire()
        result: list[dict[str, Any]] = []
        size = 0
        for update in self.pending[:limit]:
            size += len(json.dumps(update.payload)) if limit > 1 else 0
            if result and size > MAX_BYTES:
                break
            result.append(update.as_update())
        return result

    def allow(self, kinds: Any) -> None:
        """`allowed_updates`: sticky; an empty list is the default set; does not touch what is queued."""
        if isinstance(kinds, list):
            self.allowed = frozenset(str(kind) for kind in kinds) or None

    async def poll(self, *, offset: int, limit: int, seconds: int, now: float) -> list[dict[str, Any]]:
        """One getUpdates: waits up to `seconds` of real time; an older one gets 409. `now` is monotonic."""
        self._end_older()
        limit = min(max(limit, 1), MAX_BATCH)
        if offset == self._last_offset and self.pending:
            limit = 1 if now < self._last_poll + 0.5 else limit
        if offset == self._last_offset and now < self._last_poll + 3:
            seconds = max(seconds, 3)
        self._last_offset, self._last_poll = offset, now
        self.confirm(offset)
        found = self.batch(limit)
        return found or await self._wait(min(seconds, LONG_POLL), limit)

    def _end_older(self) -> None:
        if self._poller and not self._poller.done():
            self._poller.set_exception(conflict(TERMINATED))

    def stop_polling(self) -> None:
        """A webhook was set: whoever polls is turned away."""
        if self._poller and not self._poller.done():
            self._poller.set_exception(conflict("terminated by setWebhook request"))

    def release(self) -> None:
        """The server goes down: whoever polls gets an empty answer."""
        if self._poller and not self._poller.done():
            self._poller.set_result(None)

    async def _wait(self, seconds: int, limit: int) -> list[dict[str, Any]]:
        if seconds <= 0:
            return []
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poller = mine
        self._news.clear()
        news = asyncio.ensure_future(self._news.wait())
        both: set[asyncio.Future[Any]] = {mine, news}
        try:
            await asyncio.wait(both, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if mine.done():
                mine.result()
            return self.batch(limit)
        finally:
            news.cancel()
            if not mine.done():
                mine.cancel()
