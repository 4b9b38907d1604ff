"""Outbox → Telegram. The only sender: rates, retries, order per chat, replies before reminders."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.asides import Asides
from bot.clock import Clock
from bot.envelopes import Draw, Envelope, FileIds, NoPicture, envelope, file_id_of, plain, poll_of
from bot.gate import Gate
from bot.transport import NotSent
from storage.notebook import Notebook, Page
from storage.outbox import EDITS, Parcel

log = logging.getLogger(__name__)
TRIES = 3
MARGIN = timedelta(seconds=15)  # a lease that ends sooner is given back instead of used
GONE = ("chat not found", "user is deactivated", "bot was blocked", "user not found", "peer_id_invalid")
NOT_THERE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier",
)
SCAN, IDLE = 0.5, 5.0
GOODBYE = "goodbye"  # about the last message to somebody who was erased: its row goes, too
OFFLINE = 8  # refused connections in a row


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one attempt: a final state, or `again` seconds until the next one."""

    state: str
    message_id: int | None = None
    error: str | None = None
    again: float | None = None
    tried: bool = True
    learned: tuple[str, str] | None = None  # digest, file id
    silence: float = 0.0  # seconds for which Telegram wants nothing at all
    offline: bool = False  # Telegram could not be reached at all
    gone: bool = False  # the person cannot be reached


def _error_outcome(error: TelegramError, parcel: Parcel) -> Outcome:
    """What was certainly not sent goes again, what is unknown only if it is harmless."""
    text = str(error)
    if isinstance(error, RetryAfter):
        seconds = error.retry_after
        pause = seconds.total_seconds() if isinstance(seconds, timedelta) else float(seconds)
        return Outcome(state="pending", error=text, again=pause, tried=False, silence=pause)
    if isinstance(error, Forbidden) or any(sign in text.lower() for sign in GONE):
        return Outcome(state="dead", error=text, gone=True)
    if isinstance(error, BadRequest):
        return Outcome(state="dead", error=text)
    if isinstance(error, NotSent):
        return Outcome(state="pending", error=text, again=1.0, tried=False, offline=True)
    harmless = parcel.policy == "retry" or (parcel.method in EDITS and parcel.target is not None)
    if harmless and parcel.attempts + 1 < TRIES:
        return Outcome(state="pending", error=text, again=float(2**parcel.attempts))
    return Outcome(state="unknown", error=text)


class Speech:
    """One task per chat that has something to hear; everything it decides is a row first."""

    def __init__(
        self,
        notebook: Notebook,
        request: BaseRequest,
        base_url: str,
        clock: Clock,
        gate: Gate,
        *,
        name: str,
        alone: bool = True,
        draw: Draw | None = None,
        moot: Callable[[Page, Parcel, datetime], bool] | None = None,
        late: Callable[[Page, Parcel, datetime], Parcel] | None = None,
        expired: Callable[[Page, int, str | None], None] | None = None,
        dead: Callable[[Page, Parcel, str], None] | None = None,
    ) -> None:
        self.notebook, self.request, self.base_url, self.clock, self.gate = (
            notebook,
            request,
            base_url,
            clock,
            gate,
        )
        self.asides = Asides(notebook, request, base_url, gate)
        self.files = FileIds(notebook)
        self.name, self.alone, self.draw, self.moot, self.dead = name, alone, draw, moot, dead
        self.late, self.expired = late, expired
        self.carrying: set[int] = set()  # chats
        self.tasks: set[asyncio.Task[None]] = set()
        self.woken = asyncio.Event()
        self.refused = asyncio.Event()  # the token is not valid (any more): the bot has to stop
        self.behind = True
        self.offline = 0
        self.stopping = False
        self.runner: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Pick up what the last process left, then look for work."""
        now = self.clock.now()
        await self.notebook.turn(lambda page: page.outbox.recover(now, TRIES, own=self.alone))
        self.runner = asyncio.create_task(self._scan(), name="speech")

    async def stop(self, grace: float = 2.0) -> None:
        """Let what is on its way arrive for `grace` seconds; the rest stays in the outbox."""
        self.stopping = True
        if self.runner:
            self.runner.cancel()
            await asyncio.gather(self.runner, return_exceptions=True)
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=grace)
        await self.asides.stop(grace / 2)
        await self.abandon()

    async def abandon(self) -> None:
        """Drop everything as a kill would."""
        self.stopping = True
        left = [task for task in (self.runner, *self.tasks) if task]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await self.asides.abandon()

    def wake(self, parcels: Iterable[Parcel] = (), more: bool = True) -> None:
        """Carry what was claimed when it was written; look for more."""
        for parcel in parcels:
            self.asides.forget(parcel.chat_id, parcel.about)
            self._start(parcel)
        if more:
            self.gate.look_again()
            self.behind = True
            self.woken.set()

    @property
    def busy(self) -> bool:
        """Whether something is on its way at this moment."""
        return bool(self.tasks)

    def _start(self, parcel: Parcel) -> None:
        if self.stopping:
            return
        self.carrying.add(parcel.chat_id)
        task = asyncio.create_task(self._carry(parcel))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _scan(self) -> None:
        while True:
            try:
                await self._claim()
            except Exception:
                log.exception("looking for messages to send failed; trying again")
                await asyncio.sleep(1)
            pause = SCAN if self.behind or not self.alone else IDLE
            with suppress(TimeoutError):
                await asyncio.wait_for(self.woken.wait(), pause)
            self.woken.clear()

    async def _claim(self) -> None:
        room = self.gate.room
        if not room:
            self.behind = True
            return
        now = self.clock.now()

        def claim(page: Page) -> tuple[list[Parcel], bool]:
            if not self.alone:
                page.outbox.recover(now, TRIES, own=False)
            found = page.outbox.claim(now, self.name, limit=room)
            return self._wanted(page, found, now), len(found) == room or page.outbox.next_at() is not None

        parcels, self.behind = await self.notebook.turn(claim)
        for parcel in parcels:
            self._start(parcel)

    def _wanted(self, page: Page, parcels: list[Parcel], now: datetime) -> list[Parcel]:
        """What is still to be sent; what came too late or is moot ends here, before anything leaves."""
        wanted = []
        for parcel in parcels:
            if parcel.expires_at is not None and parcel.expires_at < now:
                page.outbox.finish(parcel.id, "expired")
                self._too_late(page, parcel)
            elif self.moot is not None and parcel.priority > 0 and self.moot(page, parcel, now):
                page.outbox.finish(parcel.id, "moot")
            else:
                wanted.append(self.late(page, parcel, now) if self.late and parcel.priority > 0 else parcel)
        return wanted

    def _too_late(self, page: Page, parcel: Parcel) -> None:
        page.ledger.count("expired")
        if self.expired is not None:
            self.expired(page, parcel.chat_id, parcel.about)

    async def _carry(self, parcel: Parcel) -> None:
        current: Parcel | None = parcel
        try:
            while current is not None:
                await self.gate.chat(current.chat_id)
                await self.gate.slot(current.priority)
                current = await self._deliver(current)
        except asyncio.CancelledError:
            raise
        except Exception:
            log.exception("a message could not be carried; it is as if its sender had died")
            if current is not None:
                await self._turn(partial(_died, current.id, self.clock.now()))
                self.wake()
        finally:
            self.carrying.discard(parcel.chat_id)

    async def _deliver(self, parcel: Parcel) -> Parcel | None:
        now = self.clock.now()
        if self.stopping or parcel.lease_until - now < MARGIN:
            await self._turn(lambda page: page.outbox.put_back(parcel.id, None, None, tried=False))
            self.wake()
            return None
        if parcel.expires_at is not None and parcel.expires_at < now:
            outcome = Outcome(state="expired")
        else:
            outcome = await self._attempt(parcel)
        if outcome.silence:
            self.gate.close(outcome.silence)
        self.offline = self.offline + 1 if outcome.offline else 0
        if self.offline > OFFLINE:  # an outage, no hiccup: not a thousand attempts a second
            self.gate.close(min(15.0, 0.5 * 2 ** min(self.offline - OFFLINE, 5)))
        following: Parcel | None
        following, stale = await self._turn(
            lambda page: self._settle(page, parcel, outcome, self.clock.now())
        )
        if parcel.about == GOODBYE and outcome.again is None:
            await self.notebook.wipe()
        if stale:
            self.asides.delete(parcel.chat_id, stale)
        if outcome.again is not None:
            self.wake()
        return following

    async def _turn(self, fn: Callable[[Page], Any]) -> Any:
        """A turn that must happen: the disk may be full or the database away for a while."""
        pause = 0.1
        while True:
            try:
                return await self.notebook.turn(fn)
            except Exception:
                log.exception("an outcome could not be written; trying again in %.1f s", pause)
                await asyncio.sleep(pause)
                pause = min(5.0, pause * 2)

    def _settle(
        self, page: Page, parcel: Parcel, outcome: Outcome, now: datetime
    ) -> tuple[Parcel | None, list[int]]:
        stale: list[int] = []
        if outcome.again is not None:
            page.outbox.put_back(
                parcel.id, now + timedelta(seconds=outcome.again), outcome.error, outcome.tried
            )
            return None, stale
        page.outbox.finish(parcel.id, outcome.state, outcome.message_id, outcome.error)
        if parcel.about == GOODBYE:
            page.outbox.drop(parcel.id)
        if outcome.learned:
            page.uploads.keep(*outcome.learned, now)
        if outcome.gone:
            self._leave_alone(page, parcel.chat_id, outcome.error or "unreachable")
        elif outcome.state == "expired":
            self._too_late(page, parcel)
        elif outcome.state in ("dead", "unknown"):
            page.ledger.count(outcome.state)
            if outcome.state == "dead" and self.dead is not None:
                self.dead(page, parcel, outcome.error or "")  # writes to the owner
                self.behind = True
        if outcome.state == "sent" and parcel.retires:
            stale = page.outbox.retire(parcel.chat_id, parcel.retires, parcel.id)
        following = self._wanted(page, page.outbox.claim(now, self.name, 1, parcel.chat_id), now)
        return (following[0] if following else None), stale

    def _leave_alone(self, page: Page, chat_id: int, error: str) -> None:
        runner = page.runners.get(chat_id)
        if runner is not None and runner.reachable:
            page.runners.keep(replace(runner, reachable=False))
        page.outbox.silence(chat_id, error)
        page.ledger.count("unreachable")

    async def _attempt(self, parcel: Parcel) -> Outcome:
        if parcel.method == "deleteMessage" and parcel.about:
            return await self._erase(parcel)
        try:
            letter = await envelope(parcel, self.files, self.draw)
        except NoPicture:
            letter = plain(parcel)
        except Exception as error:
            log.exception("a message could not be made ready")
            return Outcome(state="dead", error=repr(error)[:200])
        if letter is None:
            return Outcome(state="sent", error="nothing to edit")
        return await self._post(parcel, letter)

    async def _post(self, parcel: Parcel, letter: Envelope) -> Outcome:
        try:
            result = await self.request.post(f"{self.base_url}/{letter.method}", letter.data())
        except InvalidToken as error:
            self.refused.set()
            return Outcome(state="pending", error=type(error).__name__, again=30.0, tried=False)
        except BadRequest as error:
            return await self._second_form(parcel, letter, error)
        except TelegramError as error:
            return _error_outcome(error, parcel)
        number = result.get("message_id") if isinstance(result, dict) else None
        learned = file_id_of(letter, result) or poll_of(parcel, result)
        return Outcome(state="sent", message_id=number or letter.target, learned=learned)

    async def _second_form(self, parcel: Parcel, letter: Envelope, error: BadRequest) -> Outcome:
        """What Telegram refuses gets another form: a new message for an edit, or plain words."""
        text = str(error).lower()
        if "message is not modified" in text:
            return Outcome(state="sent", message_id=letter.target)
        if any(sign in text for sign in GONE):
            return _error_outcome(error, parcel)
        if letter.forgets:
            self.files.forget(letter.forgets)
            await self._turn(lambda page: page.uploads.drop(letter.forgets))
        other = letter.anew() if any(sign in text for sign in NOT_THERE) else letter.simpler()
        if other is None:
            log.warning("%s was refused: %s", letter.method, error)
            return _error_outcome(error, parcel)
        return await self._post(parcel, other)

    async def _erase(self, parcel: Parcel) -> Outcome:
        """Delete the delivered messages about something; what is gone already is no mistake."""
        numbers = await self._turn(
            lambda page: page.outbox.retire(parcel.chat_id, parcel.about or "", parcel.id)
        )
        if numbers:
            self.asides.delete(parcel.chat_id, numbers)
        return Outcome(state="sent")


def _died(number: int, now: datetime, page: Page) -> None:
    page.outbox.recover(now, TRIES, own=True, number=number)
