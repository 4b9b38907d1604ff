"""Telegram → inbox: the poller and the webhook. Nothing is acknowledged before it is committed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import orjson
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.context import Services
from storage.inbox import Arrival
from storage.records import Letter

log = logging.getLogger(__name__)
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", "poll_answer"]
POLL = 30


def arrival(update: Mapping[str, Any]) -> Arrival | None:
    """An update as it is stored; None where it has no number (nothing that Telegram sends)."""
    number = update.get("update_id")
    if not isinstance(number, int):
        return None
    raw = dump(update)
    kind = next((name for name in ALLOWED if isinstance(update.get(name), Mapping)), None)
    if kind is None:
        return Arrival(update_id=number, chat_id=0, raw=raw, status="ignored")
    chat = chat_of(update[kind])
    if chat is None:
        return Arrival(update_id=number, chat_id=0, raw=raw, status="dead")
    return Arrival(update_id=number, chat_id=chat, raw=raw)


def chat_of(content: Mapping[str, Any]) -> int | None:
    """The chat in whose order this belongs: the message's, else the person's."""
    message = content.get("message")
    for holder in (message if isinstance(message, Mapping) else {}, content):
        chat = holder.get("chat")
        if isinstance(chat, Mapping) and isinstance(chat.get("id"), int):
            return int(chat["id"])
    for name in ("from", "user"):
        person = content.get(name)
        if isinstance(person, Mapping) and isinstance(person.get("id"), int):
            return int(person["id"])
    return None


def dump(update: Mapping[str, Any]) -> bytes:
    """JSON as it is stored; lone surrogates, which no database takes, become question marks."""
    try:
        return orjson.dumps(update)
    except TypeError:
        return orjson.dumps(_clean(update))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {_clean(key): _clean(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, int) and abs(value) >= 2**63:
        return str(value)
    return value


async def ingest(services: Services, updates: Iterable[Mapping[str, Any]]) -> list[Letter]:
    """Store a batch in one page; returns the new letters after the commit."""
    arrivals = [one for update in updates if (one := arrival(update)) is not None]
    now = services.clock.now()
    return await services.notebook.turn(lambda page: page.inbox.add(arrivals, now))


class Poller:
    """getUpdates in a loop: the next call confirms the batch, so it comes only after the commit."""

    def __init__(
        self, services: Services, request: BaseRequest, base_url: str, hear: Callable[[list[Letter]], None]
    ) -> None:
        self.services, self.request, self.base_url, self.hear = services, request, base_url, hear
        self.task: asyncio.Task[None] | None = None
        self.refused = asyncio.Event()
        self.offset = 0
        self.timeout = POLL
        self.heard = services.clock.steady()  # of the last answer

    def start(self) -> None:
        """Begin to listen."""
        self.task = asyncio.create_task(self._run(), name="poller")

    async def stop(self) -> None:
        """Stop listening at once; a batch that is not committed was not confirmed either."""
        if self.task:
            self.task.cancel()
            await asyncio.gather(self.task, return_exceptions=True)

    async def _run(self) -> None:
        pause = 0.0
        await self.insist("deleteWebhook", {"drop_pending_updates": False})
        while True:
            try:
                await self._once()
                pause = 0.0
            except InvalidToken:
                self.refused.set()
                return
            except Exception as error:
                pause = self._pause(error, pause)
                await asyncio.sleep(pause)

    def _pause(self, error: Exception, last: float) -> float:
        if isinstance(error, RetryAfter):
            seconds = error.retry_after
            return float(seconds if isinstance(seconds, (int, float)) else seconds.total_seconds())
        if isinstance(error, Conflict):
            log.warning("another process is listening too (409); both may go on, nothing is doubled")
        elif isinstance(error, TelegramError):
            log.warning("listening failed: %s", type(error).__name__)
        else:
            log.exception("a batch could not be stored; Telegram keeps it")
        return min(30.0, max(0.5, last * 2))

    async def insist(self, method: str, params: Mapping[str, Any]) -> None:
        """Call until Telegram says yes; without a valid token, wait for the end."""
        pause = 0.5
        while True:
            try:
                await self._call(method, params, 10)
                return
            except InvalidToken:
                self.refused.set()
                await asyncio.Event().wait()
            except TelegramError as error:
                log.warning("%s failed: %s; trying again", method, type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(30.0, pause * 2)

    async def _once(self) -> None:
        params = {"offset": self.offset, "timeout": self.timeout, "limit": 100, "allowed_updates": ALLOWED}
        updates = await self._call("getUpdates", params, self.timeout + 10)
        self.heard = self.services.clock.steady()
        if not updates:
            return
        letters = await ingest(self.services, updates)
        self.offset = max(int(update["update_id"]) for update in updates) + 1
        self.hear(letters)

    async def _call(self, method: str, params: Mapping[str, Any], seconds: float) -> Any:
        data = RequestData([RequestParameter(name, value, None) for name, value in params.items()])
        return await self.request.post(f"{self.base_url}/{method}", data, read_timeout=seconds)
