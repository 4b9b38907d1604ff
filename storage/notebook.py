"""The notebook: `turn` writes one page, one atomic unit; `look` reads beside the writer."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError

from storage.census import Census
from storage.choices import Choices
from storage.dues import Dues
from storage.engines import address, reading_engine, writing_engine
from storage.inbox import Inbox
from storage.ledger import Ledger
from storage.outbox import Outbox
from storage.reminders import Reminders
from storage.runners import Runners
from storage.talks import Talks
from storage.targets import Targets
from storage.uploads import Uploads
from storage.weeks import Weeks
from storage.wishes import Wishes
from storage.workouts import Workouts

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

log = logging.getLogger(__name__)
T = TypeVar("T")
HOLD = text("SELECT pg_advisory_xact_lock(:chat)")
TRY_HOLD = text("SELECT pg_try_advisory_xact_lock(:chat)")
BROKEN = (OperationalError, sqlite3.OperationalError)
TOGETHER = 32  # pages that may share one commit


class Page:
    """One atomic unit: a connection inside a transaction, and a repository for each kind of record."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    @cached_property
    def runners(self) -> Runners:
        """The people."""
        return Runners(self.db)

    @cached_property
    def weeks(self) -> Weeks:
        """Their running weeks."""
        return Weeks(self.db)

    @cached_property
    def workouts(self) -> Workouts:
        """Their workouts and sets."""
        return Workouts(self.db)

    @cached_property
    def talks(self) -> Talks:
        """Where each dialogue stands."""
        return Talks(self.db)

    @cached_property
    def dues(self) -> Dues:
        """What happens by itself at its time."""
        return Dues(self.db)

    @cached_property
    def reminders(self) -> Reminders:
        """Which reminders were queued."""
        return Reminders(self.db)

    @cached_property
    def targets(self) -> Targets:
        """What is aimed at next."""
        return Targets(self.db)

    @cached_property
    def choices(self) -> Choices:
        """Decisions with their reasons."""
        return Choices(self.db)

    @cached_property
    def wishes(self) -> Wishes:
        """Bans, swaps, pains."""
        return Wishes(self.db)

    @cached_property
    def inbox(self) -> Inbox:
        """Updates that came in."""
        return Inbox(self.db)

    @cached_property
    def outbox(self) -> Outbox:
        """Messages on their way out."""
        return Outbox(self.db)

    @cached_property
    def uploads(self) -> Uploads:
        """Pictures that Telegram keeps."""
        return Uploads(self.db)

    @cached_property
    def ledger(self) -> Ledger:
        """The bot's own small facts."""
        return Ledger(self.db)

    @cached_property
    def census(self) -> Census:
        """Counts over everybody, for operators."""
        return Census(self.db)

    def hold(self, chat_id: int, *, wait: bool = True) -> bool:
        """Be the only page about this chat until the commit; False where another is and we do not wait.

        SQLite has one writer: there it is always so.
        """
        if self.db.dialect.name == "sqlite":
            return True
        if wait:
            self.db.execute(HOLD, {"chat": chat_id})
            return True
        return bool(self.db.scalar(TRY_HOLD, {"chat": chat_id}))

    def pack(self, before: datetime) -> int:
        """Pack workouts that ended before an instant (aware), but for people who are spoken with right now."""
        found = [one for one in self.workouts.packable(before) if self.hold(one[0], wait=False)]
        for runner_id, workout_id in found:
            self.workouts.pack(runner_id, workout_id)
        return len(found)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """A part of the page that may fail alone: its writes are undone, the error goes on to the caller."""
        try:
            with self.db.begin_nested():
                yield
        except BaseException:
            for room in (
                "runners",
                "dues",
                "workouts",
            ):  # what it remembers of this page may have been undone
                self.__dict__.pop(room, None)
            raise


@dataclass(slots=True)
class _Wait:
    """A page that waits for its turn, and whom to tell."""

    fn: Callable[[Page], Any]
    told: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop
    result: Any = None
    error: BaseException | None = None


class Notebook:
    """Writes on threads of its own (SQLite: exactly one), reads beside them."""

    def __init__(self, url: URL, writers: int = 4) -> None:
        self.url = url
        self.sqlite = url.get_backend_name() == "sqlite"
        self.waiting: SimpleQueue[_Wait | None] = SimpleQueue()
        self.writer = writing_engine(url, writers)
        self.together = TOGETHER if self.sqlite else 1
        self.wiping = False  # what was deleted has to leave the file, too
        self.failing: str | None = None  # why the last unit could not be written: disk full, locked, away
        self.threads = [
            threading.Thread(target=self._write, name=f"writer-{n}", daemon=True)
            for n in range(1 if self.sqlite else writers)
        ]
        for thread in self.threads:
            thread.start()

    @classmethod
    def open(cls, url: str, *, writers: int = 4) -> Notebook:
        """Open the notebook; the tables must be there (see storage.migrations)."""
        return cls(address(url), writers)

    @cached_property
    def reader(self) -> AsyncEngine:
        """The engine for reads; SQLAlchemy's asynchronous half is loaded when somebody first reads, not at the start."""
        return reading_engine(self.url)

    async def turn(self, fn: Callable[[Page], T]) -> T:
        """Run `fn(page)` on a writer thread; returns after the commit, or raises after the rollback."""
        loop = asyncio.get_running_loop()
        told: asyncio.Future[T] = loop.create_future()
        self.waiting.put(_Wait(fn, told, loop))
        return await told

    async def wipe(self) -> None:
        """Let nothing that was deleted remain in the file beside the database (SQLite's write-ahead log)."""
        self.wiping = self.sqlite
        await self.turn(lambda _page: None)

    async def look(self, fn: Callable[[Page], T]) -> T:
        """Run `fn(page)` on a reading connection, beside the writer; writing there fails."""
        async with self.reader.connect() as db:
            return await db.run_sync(lambda plain: fn(Page(plain)))

    async def close(self) -> None:
        """Let the running pages end, then close every connection."""
        for _ in self.threads:
            self.waiting.put(None)
        for thread in self.threads:
            await asyncio.to_thread(thread.join)
        if "reader" in self.__dict__:
            await self.reader.dispose()
        self.writer.dispose()

    def _batch(self) -> list[_Wait] | None:
        first = self.waiting.get()
        if first is None:
            return None
        batch = [first]
        while len(batch) < self.together and not self.waiting.empty():
            another = self.waiting.get()
            if another is None:
                self.waiting.put(None)
                break
            batch.append(another)
        return batch

    def _write(self) -> None:
        while (batch := self._batch()) is not None:
            try:
                self._commit(batch)
                if self.wiping:
                    self._truncate()
            except BaseException as error:
                for wait in batch:
                    wait.error = wait.error or error
            self.failing = next((str(wait.error) for wait in batch if isinstance(wait.error, BROKEN)), None)
            try:
                batch[0].loop.call_soon_threadsafe(_tell, batch)
            except RuntimeError:
                log.debug("the loop was closed before a page could be reported")

    def _truncate(self) -> None:
        """Only the writer checkpoints; while somebody reads it cannot, and the next commit tries again."""
        raw = self.writer.raw_connection()
        try:
            found = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self.wiping = bool(found[0])
        finally:
            raw.close()

    def _commit(self, batch: list[_Wait]) -> None:
        with self.writer.connect() as db, db.begin() as whole:
            if len(batch) == 1:
                wait = batch[0]
                try:
                    wait.result = wait.fn(Page(db))
                except BaseException as error:
                    wait.error = error
                    whole.rollback()
                return
            for wait in batch:
                _among_others(db, wait)


def _among_others(db: Connection, wait: _Wait) -> None:
    """One page of several in a commit: undone alone when it fails. A savepoint by hand, forty times cheaper."""
    driver = db.connection.cursor()
    driver.execute("SAVEPOINT page")
    try:
        wait.result = wait.fn(Page(db))
    except BaseException as error:
        wait.error = error
        driver.execute("ROLLBACK TO page")
    driver.execute("RELEASE page")
    driver.close()


def _tell(batch: list[_Wait]) -> None:
    for wait in batch:
        if wait.told.done():
            continue
        if wait.error is not None:
            wait.told.set_exception(wait.error)
        else:
            wait.told.set_result(wait.result)
