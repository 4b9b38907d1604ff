"""Several workers on one PostgreSQL: each claims the first letter of chats that nobody else has in hand."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta

from bot.worker import Worker
from storage.records import Letter

log = logging.getLogger(__name__)
LEASE = timedelta(
    seconds=30
)  # a worker that takes longer loses the letter to another; only one page takes it
LOOK = 0.2  # seconds between two looks into an empty inbox


class SharedWorker(Worker):
    """Takes heads of chats by lease; memory holds one letter per chat, the inbox keeps the order."""

    async def start(self) -> None:
        """Look for letters until stopped."""
        self.overflow = False
        self.woken = asyncio.Event()
        self.loading = asyncio.create_task(self._look())

    def hear(self, letters: Iterable[Letter]) -> None:
        """New letters are there: look now."""
        if letters:
            self.woken.set()

    def _more(self) -> None:
        self.woken.set()

    async def _look(self) -> None:
        while not self.stopping:
            room = 2 * self.slots - self.held
            found = await self._claim(room) if room > 0 else 0
            if found and found == room:
                await asyncio.sleep(0)
                continue
            with suppress(TimeoutError):
                await asyncio.wait_for(self.woken.wait(), LOOK)
            self.woken.clear()

    async def _claim(self, room: int) -> int:
        now = self.services.clock.now()
        try:
            letters = await self.services.notebook.turn(lambda page: page.inbox.claim(now, now + LEASE, room))
        except Exception:
            log.exception("the inbox could not be read; trying again")
            await asyncio.sleep(1)
            return 0
        for letter in letters:
            self._hold(letter)
        self._pump()
        return len(letters)

    def _impatient(self, chat: int) -> bool:  # noqa: ARG002
        """Memory holds one letter of each chat: every one counts."""
        return True

    async def _behind(self, letter: Letter) -> int:
        """How many letters of this chat wait in the inbox."""
        return await self.services.notebook.look(lambda page: page.inbox.waiting_of(letter.chat_id))

    def _later(self, letter: Letter, pause: float) -> float | None:  # noqa: ARG002
        """The letter goes back to the inbox; whoever is free takes it when its pause is over."""
        return None
