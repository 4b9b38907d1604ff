"""Outbox → Telegram. The only sender: rates, retries, order per chat, replies before reminders."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.asides import Asides
from bot.clock import Clock
from bot.envelopes import Draw, Envelope, FileIds, NoPicture, envelope, file_id_of, plain, poll_of
from bot.gate import Gate
from bot.outcomes import AT_FIRST, GONE, TRIES, Outcome, of_error
from storage.notebook import Notebook, Page
from storage.parcels import Parcel

log = logging.getLogger(__name__)
MARGIN = timedelta(seconds=15)  # a lease that ends sooner is given back instead of used
NOT_THERE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier",
)
SCAN, IDLE = 0.5, 5.0
GOODBYE = "goodbye"  # about the last message to somebody who was erased: its row goes, too
OFFLINE = 8  # refused connections in a row
TOGETHER = 64  # outcomes that are written in one page
LAG = 32  # pages that may be written before the first of their messages is seen to be in hand


@dataclass(slots=True)
class _Ended:
    """An attempt that ended, the message that is next in its chat, and old messages nobody needs any more."""

    parcel: Parcel
    outcome: Outcome
    look: bool  # whether something may wait in the chat
    told: asyncio.Future[Parcel | None]
    following: Parcel | None = None
    stale: list[int] = field(default_factory=list)


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
        self.carrying: dict[int, asyncio.Task[None]] = {}  # by chat
        self.held: dict[int, Parcel] = {}  # by number: claimed, waiting for the gate
        self.proven = 0  # requests that ended since the start
        self.starved = False  # the last look found more than there was room for
        self.queued: set[int] = set()  # chats in which something was written behind what is on its way
        self.ended: list[_Ended] = []  # outcomes that wait to be written, together
        self.writing: asyncio.Task[None] | None = None
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
        if self.held:
            await self.notebook.turn(partial(_untried, list(self.held.values())))

    async def abandon(self) -> None:
        """Drop everything as a kill would."""
        self.stopping = True
        left = [task for task in (self.runner, self.writing, *self.tasks) if task]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await self.asides.abandon()

    def wake(self, parcels: Iterable[Parcel] = (), waiting: Iterable[int] | None = None) -> None:
        """Carry what was claimed when it was written; look for what else waits, in these chats or anywhere."""
        for parcel in parcels:
            self.asides.forget(parcel.chat_id, parcel.about)
            self._start(parcel)
        if waiting is not None:
            behind = set(waiting)
            self.queued |= behind & self.carrying.keys()
            if not behind - self.carrying.keys():  # whoever carries looks again
                return
        self.gate.look_again()
        self.behind = True
        self.woken.set()

    @property
    def busy(self) -> bool:
        """Whether something is on its way at this moment."""
        return bool(self.tasks)

    @property
    def room(self) -> int:
        """How many more messages to take in hand now: few after a start, more with each request that ends.

        A sender that dies uses a try of all that it holds, whether it left or not; so one that dies young holds few.
        """
        return max(0, min(self.gate.room, self._trust))

    def quick(self) -> bool:
        """Whether replies may be claimed when they are written; asked while others are being written."""
        return self._trust > LAG and self.gate.room > 0

    @property
    def _trust(self) -> int:
        return AT_FIRST + 2 * self.proven - len(self.carrying)

    def _start(self, parcel: Parcel) -> None:
        if self.stopping:
            return
        task = asyncio.create_task(self._carry(parcel))
        self.carrying[parcel.chat_id] = task
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
        room = self.room
        if not room:
            self.behind = self.starved = True
            return
        now = self.clock.now()

        def claim(page: Page) -> tuple[list[Parcel], bool]:
            if not self.alone:
                page.outbox.recover(now, TRIES, own=False)
            found = page.outbox.claim(now, self.name, limit=room)
            return self._wanted(page, found, now), len(found) == room or page.outbox.next_at() is not None

        parcels, self.behind = await self.notebook.turn(claim)
        self.starved = len(parcels) == room
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
                self.held[current.id] = current
                await self.gate.chat(current.chat_id)
                await self.gate.slot(current.priority)
                del self.held[current.id]
                current = await self._deliver(current)
        except asyncio.CancelledError:
            raise
        except Exception:
            log.exception("a message could not be carried; it is as if its sender had died")
            if current is not None:
                await self._turn(partial(_died, current.id, self.clock.now()))
                self.wake()
        finally:
            if self.carrying.get(parcel.chat_id) is asyncio.current_task():
                del self.carrying[parcel.chat_id]
            if parcel.chat_id in self.queued:  # written while the last outcome was
                self.queued.discard(parcel.chat_id)
                self.wake()

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
        self.proven += not outcome.offline
        if outcome.silence:
            self.gate.close(outcome.silence)
        self.offline = self.offline + 1 if outcome.offline else 0
        if self.offline > OFFLINE:  # an outage, no hiccup: not a thousand attempts a second
            self.gate.close(min(15.0, 0.5 * 2 ** min(self.offline - OFFLINE, 5)))
        following = await self._end(parcel, outcome)
        if parcel.about == GOODBYE and outcome.again is None:
            await self.notebook.wipe()
        if outcome.again is not None:
            self.wake()
        return following

    def _end(self, parcel: Parcel, outcome: Outcome) -> asyncio.Future[Parcel | None]:
        """Have the outcome written, with those of others that end meanwhile; gives what is next in the chat."""
        told: asyncio.Future[Parcel | None] = asyncio.get_running_loop().create_future()
        look = not parcel.fresh or parcel.chat_id in self.queued or not self.alone
        self.queued.discard(parcel.chat_id)
        self.ended.append(_Ended(parcel, outcome, look, told))
        if self.writing is None or self.writing.done():
            self.writing = asyncio.create_task(self._write(), name="outcomes")
        return told

    async def _write(self) -> None:
        while self.ended:
            batch, self.ended = self.ended[:TOGETHER], self.ended[TOGETHER:]
            try:
                await self.notebook.turn(partial(self._settle, batch))
            except Exception:
                log.exception("%d outcomes could not be written together; each by itself then", len(batch))
                for one in batch:
                    task = asyncio.create_task(self._write_alone(one))
                    self.tasks.add(task)
                    task.add_done_callback(self.tasks.discard)
                continue
            for one in batch:
                self._tell(one)
            if self.starved and 2 * len(self.carrying) <= self.room:
                self.woken.set()

    async def _write_alone(self, one: _Ended) -> None:
        await self._turn(partial(self._settle, [one]))
        self._tell(one)

    def _tell(self, one: _Ended) -> None:
        if one.stale:
            self.asides.delete(one.parcel.chat_id, one.stale)
        if not one.told.done():
            one.told.set_result(one.following)

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

    def _settle(self, ended: list[_Ended], page: Page) -> None:
        now = self.clock.now()
        final = [one for one in ended if one.outcome.again is None]
        page.outbox.finish_all((one.parcel.id, one.outcome) for one in final)
        for one in ended:
            self._settle_one(page, one, now)
        sent = [one.parcel for one in final if one.outcome.state == "sent" and one.parcel.retires]
        stale = page.outbox.retired_by([parcel.id for parcel in sent])
        looked = [one.parcel.chat_id for one in final if one.look]
        found = self._wanted(page, page.outbox.claim(now, self.name, chats=looked), now)
        following = {parcel.chat_id: parcel for parcel in found}
        for one in ended:
            one.stale = stale.pop(one.parcel.chat_id, [])
            one.following = following.pop(one.parcel.chat_id, None)

    def _settle_one(self, page: Page, one: _Ended, now: datetime) -> None:
        """What an outcome brings besides its row, and besides what is next in the chat."""
        parcel, outcome = one.parcel, one.outcome
        if outcome.again is not None:
            later = now + timedelta(seconds=outcome.again)
            page.outbox.put_back(parcel.id, later, outcome.error, outcome.tried)
            return
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
        try:
            return await self._post(parcel, letter)
        finally:
            if letter.digest is not None:
                self.files.settle(letter.digest)

    async def _post(self, parcel: Parcel, letter: Envelope) -> Outcome:
        try:
            result = await self.request.post(f"{self.base_url}/{letter.method}", letter.data())
        except InvalidToken as error:
            self.refused.set()
            return Outcome(state="pending", error=type(error).__name__, again=30.0, tried=False)
        except BadRequest as error:
            return await self._second_form(parcel, letter, error)
        except TelegramError as error:
            return of_error(error, parcel)
        number = result.get("message_id") if isinstance(result, dict) else None
        if picture := file_id_of(letter, result):
            self.files.settle(*picture)
        learned = picture or poll_of(parcel, result)
        return Outcome(state="sent", message_id=number or letter.target, learned=learned)

    async def _second_form(self, parcel: Parcel, letter: Envelope, error: BadRequest) -> Outcome:
        """What Telegram refuses gets another form: a new message for an edit, or plain words."""
        text = str(error).lower()
        if "message is not modified" in text:
            return Outcome(state="sent", message_id=letter.target)
        if any(sign in text for sign in GONE):
            return of_error(error, parcel)
        if letter.forgets:
            self.files.forget(letter.forgets)
            await self._turn(lambda page: page.uploads.drop(letter.forgets))
        other = letter.anew() if any(sign in text for sign in NOT_THERE) else letter.simpler()
        if other is None:
            log.warning("%s was refused: %s", letter.method, error)
            return of_error(error, parcel)
        return await self._post(parcel, other)

    async def _erase(self, parcel: Parcel) -> Outcome:
        """Delete the delivered messages about something; what is gone already is no mistake."""
        numbers = await self._turn(
            lambda page: page.outbox.retire(parcel.chat_id, parcel.about or "", parcel.id)
        )
        if numbers:
            self.asides.delete(parcel.chat_id, numbers)
        return Outcome(state="sent")


def _untried(parcels: list[Parcel], page: Page) -> None:
    for parcel in parcels:
        page.outbox.put_back(parcel.id, None, None, tried=False)


def _died(number: int, now: datetime, page: Page) -> None:
    page.outbox.recover(now, TRIES, own=True, number=number)
