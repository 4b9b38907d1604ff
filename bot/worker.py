"""Inbox → handlers: in order per chat, chats side by side, fair between chats."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from telegram import Update

from bot.context import Handling, Services, handling
from bot.mishaps import Mishaps
from bot.updates import Reader
from storage.notebook import Page
from storage.records import Letter

if TYPE_CHECKING:
    from bot.dispatch import Coach

log = logging.getLogger(__name__)
TRIES = 5
PAUSES = (1.0, 5.0, 30.0, 120.0, 300.0)  # seconds before the next try: five within ten minutes
SLOTS = 64
KEPT = 5_000  # letters held in memory; the rest waits in the inbox
MANY, SPAN = 20, timedelta(seconds=10)  # more letters than this of one chat in this time are a flood
MOST = 500  # letters of one chat that may wait; beyond, only what may log a set is heard
LOGS = re.compile(r"\d|done|✅|👍|💪|stop|hecho|undo", re.IGNORECASE)


class Worker:
    """The turn of the chat comes first, a slot second: who floods waits behind everybody else."""

    def __init__(self, services: Services, coach: Coach, mishaps: Mishaps, *, slots: int = SLOTS) -> None:
        self.services, self.coach, self.mishaps, self.slots = services, coach, mishaps, slots
        self.reader = Reader(coach.bot)
        self.chats: dict[int, deque[Letter]] = {}
        self.ready: deque[int] = deque()
        self.running: set[asyncio.Task[None]] = set()
        self.held = 0
        self.loaded = 0  # the last letter that came into memory
        self.overflow = True  # letters wait in the inbox that are not in memory
        self.pauses: set[asyncio.TimerHandle] = set()
        self.loading: asyncio.Task[None] | None = None
        self.stopping = False
        self.errors = 0
        self.recent: dict[int, deque[datetime]] = {}  # when the last letters of a chat came

    async def start(self) -> None:
        """Load what the last process left."""
        await self._load()

    def hear(self, letters: Iterable[Letter]) -> None:
        """New letters, committed a moment ago, in order of arrival."""
        if self.overflow or self.stopping:
            self.overflow = True
            self._more()
            return
        for letter in letters:
            if self.held >= KEPT:
                self.overflow = True
                break
            self._hold(letter)
        self._pump()

    async def stop(self, grace: float = 3.0) -> None:
        """Let running pages end; what waits stays in the inbox."""
        self.stopping = True
        for timer in self.pauses:
            timer.cancel()
        if self.loading:
            self.loading.cancel()
        if self.running:
            await asyncio.wait(self.running, timeout=grace)
        await self.abandon()

    async def abandon(self) -> None:
        """Drop everything as a kill would."""
        self.stopping = True
        left = [*self.running, *([self.loading] if self.loading else [])]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    @property
    def idle(self) -> bool:
        """Whether nothing is held, running or left in the inbox as far as we know."""
        return not self.held and not self.running and not self.overflow

    def _hold(self, letter: Letter) -> None:
        self.loaded = max(self.loaded, letter.seq)
        self.held += 1
        queue = self.chats.get(letter.chat_id)
        if queue is None:
            self.chats[letter.chat_id] = deque((letter,))
            self.ready.append(letter.chat_id)
        else:
            queue.append(letter)

    def _more(self) -> None:
        if (
            not self.stopping
            and self.overflow
            and self.held < KEPT // 2
            and (self.loading is None or self.loading.done())
        ):
            self.loading = asyncio.create_task(self._load())

    async def _load(self) -> None:
        while not self.stopping:
            try:
                room = KEPT - self.held
                letters = await self.services.notebook.turn(partial(_waiting, self.loaded, room))
                break
            except Exception:
                log.exception("the inbox could not be read; trying again")
                await asyncio.sleep(1)
        else:
            return
        self.overflow = len(letters) >= room
        for letter in letters:
            self._hold(letter)
        self._pump()

    def _pump(self) -> None:
        while self.ready and len(self.running) < self.slots and not self.stopping:
            chat = self.ready.popleft()
            task = asyncio.create_task(self._one(chat))
            self.running.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self.running.discard(task)
        if self.stopping or task.cancelled():
            return
        if task.exception() is not None:
            log.error("a letter could not be set aside", exc_info=task.exception())
        self._more()
        self._pump()

    async def _one(self, chat: int) -> None:
        """Handle the first letter of the chat; put the chat back in line, or to sleep after a failure."""
        queue = self.chats[chat]
        letter = queue[0]
        pause = await self._handle(letter)
        if pause is not None:
            self._sleep(chat, pause)
            return
        queue.popleft()
        self.held -= 1
        if queue:
            self.ready.append(chat)
        else:
            del self.chats[chat]

    def _sleep(self, chat: int, pause: float) -> None:
        def wake() -> None:
            self.pauses.discard(timer)
            self.ready.append(chat)
            self._pump()

        timer = asyncio.get_running_loop().call_later(pause, wake)
        self.pauses.add(timer)

    async def _handle(self, letter: Letter) -> float | None:
        """None when the letter has ended, else seconds until the next try."""
        try:
            update = self.reader.read(letter.raw)
        except Exception as error:
            log.warning("letter %s cannot be read: %s", letter.seq, type(error).__name__)
            await self._set_aside(letter, "dead", f"unreadable: {type(error).__name__}")
            return None
        flooding = self._flooding(letter)
        if flooding and not may_log(update) and await self._behind(letter) > MOST:
            await self._must(lambda page: self.mishaps.too_many(page, letter))
            return None
        hand = Handling(letter, update, flooding=flooding)
        token = handling.set(hand)
        try:
            await self.coach.process_update(update)
        except Exception as error:
            self.errors += 1
            log.exception("letter %s (try %s) failed", letter.seq, letter.attempts + 1)
            return await self._failed(letter, hand, error)
        finally:
            handling.reset(token)
        if not hand.taken:
            await self._set_aside(letter, "ignored", None)
        return None

    def _flooding(self, letter: Letter) -> bool:
        """Whether the chat sent more than MANY letters within SPAN without waiting for the answers."""
        times = self.recent.get(letter.chat_id)
        if times is None:
            if len(self.recent) >= KEPT:
                self.recent.clear()
            times = self.recent[letter.chat_id] = deque(maxlen=MANY + 1)
        if not letter.attempts and self._impatient(letter.chat_id):
            times.append(letter.received_at)
        return len(times) > MANY and letter.received_at - times[0] <= SPAN

    def _impatient(self, chat: int) -> bool:
        """Whether more of this chat waits behind this letter, or answers wait behind others."""
        return len(self.chats.get(chat, ())) > 1 or self.services.crowded(chat)

    async def _behind(self, letter: Letter) -> int:
        """How many letters of this chat wait."""
        return len(self.chats.get(letter.chat_id, ()))

    async def _set_aside(self, letter: Letter, status: str, error: str | None) -> None:
        await self._must(lambda page: page.inbox.set_aside(letter.seq, status, error))

    async def _failed(self, letter: Letter, hand: Handling, error: Exception) -> float | None:
        if hand.taken:  # the page is committed; only something best effort after it broke
            return None
        fresh = Letter(**{**vars(letter), "attempts": letter.attempts + 1})
        if fresh.attempts >= TRIES:
            self.services.speak(await self._must(lambda page: self.mishaps.give_up(page, fresh, error)))
            return None
        pause = PAUSES[letter.attempts]
        again = self.services.clock.now() + timedelta(seconds=pause)
        self.services.speak(await self._must(lambda page: self.mishaps.try_again(page, letter, error, again)))
        return self._later(fresh, pause)

    def _later(self, letter: Letter, pause: float) -> float | None:
        """The chat sleeps, the letter stays its first."""
        self.chats[letter.chat_id][0] = letter
        return pause

    async def _must(self, fn: Callable[[Any], Any]) -> Any:
        """A turn that has to happen before the chat goes on: the database may be away for a while."""
        pause = 0.2
        while True:
            try:
                return await self.services.notebook.turn(fn)
            except Exception:
                log.exception("the notebook did not take a page; trying again in %.1f s", pause)
                await asyncio.sleep(pause)
                pause = min(10.0, pause * 2)


def _waiting(after: int, room: int, page: Page) -> list[Letter]:
    return page.inbox.waiting(after, room)


def may_log(update: Update) -> bool:
    """Whether a set may be lost with this update: then it is always heard."""
    message = update.message or update.edited_message
    return message is not None and bool(LOGS.search(message.text or message.caption or ""))
