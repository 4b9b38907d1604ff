"""What goes beside the messages and may be lost: toasts, reactions, countdown edits, deletions."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.envelopes import Envelope
from bot.gate import Gate
from storage.notebook import Notebook
from storage.records import Message

log = logging.getLogger(__name__)
GAP = 1.0  # seconds between two rounds of asides to one chat; the newest edit of each kind goes
LATEST = (
    4.0  # seconds that a round waits at most while its chat goes on talking: what is new overtakes what waits
)
LEAST = 0.1  # seconds that are worth waiting for
LOOK = 0.3  # seconds until we look again for rate to spare
TRIES = 100
KEPT = 5_000  # chats whose last edit is remembered


@dataclass(frozen=True, kw_only=True)
class Edit:
    """An edit that only counts until the next one, worded when it goes: most are overtaken before.

    `target` None: the message was still on its way.
    """

    chat_id: int
    about: str
    word: Callable[[], Message]
    target: int | None = None


@dataclass(slots=True)
class _Chat:
    """What waits for one chat."""

    edits: dict[str, Edit] = field(default_factory=dict)
    stale: list[int] = field(default_factory=list)
    timer: asyncio.TimerHandle | None = None
    tries: int = 0
    since: float = 0.0  # when the oldest of it came, by the loop's clock
    touched: float = 0.0  # when the newest came


class Asides:
    """Best effort, never in the way: no rows, no retries, only where the chat has rate to spare."""

    def __init__(self, notebook: Notebook, request: BaseRequest, base_url: str, gate: Gate) -> None:
        self.notebook, self.request, self.base_url, self.gate = notebook, request, base_url, gate
        self.tasks: set[asyncio.Task[None]] = set()
        self.chats: dict[int, _Chat] = {}
        self.shown: dict[tuple[int, str], int] = {}  # chat and subject: a hash of which message, and its look
        self.stopping = False

    @property
    def busy(self) -> bool:
        """Whether something is on its way or waits."""
        return bool(self.tasks) or any(chat.edits or chat.stale for chat in self.chats.values())

    def fire(self, method: str, params: Mapping[str, Any]) -> None:
        """Send at once; nobody waits for it."""
        if not self.stopping:
            self._task(self.call(method, params))

    def edit(self, edit: Edit) -> None:
        """Edit soon; a newer edit of the same takes its place."""
        self._chat(edit.chat_id).edits[edit.about] = edit
        self._plan(edit.chat_id)

    def forget(self, chat_id: int, about: str | None) -> None:
        """A real message about this is on its way: older edits of it no longer matter."""
        if about is not None:
            self.shown.pop((chat_id, about), None)
            if (chat := self.chats.get(chat_id)) is not None:
                chat.edits.pop(about, None)

    def delete(self, chat_id: int, messages: list[int]) -> None:
        """Delete messages soon."""
        self._chat(chat_id).stale.extend(messages)
        self._plan(chat_id)

    def hurry(self) -> None:
        """Send what waits now (tests, a clean stop)."""
        for number, chat in list(self.chats.items()):
            if chat.edits or chat.stale:
                self._send(number, chat)

    async def stop(self, grace: float) -> None:
        """Give what is on its way a moment, then drop the rest."""
        self.hurry()
        self.stopping = True
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=grace)
        await self.abandon()

    async def abandon(self) -> None:
        """Drop everything."""
        self.stopping = True
        for chat in self.chats.values():
            if chat.timer:
                chat.timer.cancel()
        self.chats.clear()
        left = list(self.tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def call(self, method: str, params: Mapping[str, Any]) -> None:
        """One request that may fail."""
        if self.gate.closed_for():
            return
        try:
            await self.request.post(
                f"{self.base_url}/{method}", Envelope(method=method, params=params).data()
            )
        except RetryAfter as error:
            pause = error.retry_after
            self.gate.close(pause.total_seconds() if isinstance(pause, timedelta) else float(pause))
        except InvalidToken:
            log.error("Telegram does not accept the token")
        except TelegramError as error:
            log.debug("%s did not work: %s", method, type(error).__name__)

    def _chat(self, number: int) -> _Chat:
        """What waits for a chat; something new is about to be added."""
        chat = self.chats.setdefault(number, _Chat())
        chat.touched = asyncio.get_running_loop().time()
        chat.since = chat.since or chat.touched
        return chat

    def _plan(self, number: int) -> None:
        """The first round goes at once, later ones a gap apart."""
        chat = self.chats[number]
        if chat.timer is None and not self.stopping:
            self._flush(number)

    def _flush(self, number: int) -> None:
        chat = self.chats.get(number)
        if chat is None:
            return
        talking = chat.timer is not None
        chat.timer = None
        if not chat.edits and not chat.stale:
            del self.chats[number]
            return
        loop = asyncio.get_running_loop()
        pause, now = GAP, loop.time()
        if talking and (left := min(chat.touched + GAP, chat.since + LATEST) - now) > LEAST:
            pause = left
        elif self.gate.spare(number) or chat.tries >= TRIES:
            self._send(number, chat)
        else:
            chat.tries += 1
            pause = LOOK
        chat.timer = loop.call_later(pause, self._flush, number)

    def _send(self, number: int, chat: _Chat) -> None:
        chat.tries, chat.since = 0, 0.0
        for edit in chat.edits.values():
            self._task(self._edit(edit))
        if chat.stale:
            self._task(self.call("deleteMessages", {"chat_id": number, "message_ids": chat.stale[-100:]}))
        chat.edits, chat.stale = {}, []

    async def _edit(self, edit: Edit) -> None:
        target = edit.target
        if target is None:
            target = await self.notebook.look(lambda page: page.outbox.last_about(edit.chat_id, edit.about))
        if target is not None:
            worded = edit.word()
            look = hash((target, repr(worded.params)))
            if self.shown.get((edit.chat_id, edit.about)) == look:
                return  # Telegram would say that nothing is modified
            if len(self.shown) >= KEPT:
                self.shown.clear()
            self.shown[edit.chat_id, edit.about] = look
            await self.call(worded.method, {**worded.params, "chat_id": edit.chat_id, "message_id": target})

    def _task(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("something beside the messages failed", exc_info=task.exception())
