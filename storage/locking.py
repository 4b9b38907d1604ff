"""A lock beside the database file: one process writes, the next waits and takes over."""

from __future__ import annotations

import fcntl
import logging
from pathlib import Path
from typing import IO

from storage.engines import address

log = logging.getLogger(__name__)


class Lock:
    """A lock file beside the database: one process at a time, the next waits and takes over."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file: IO[str] | None = None

    def acquire_now(self) -> bool:
        """Take the lock if nobody has it."""
        return self._flock(fcntl.LOCK_EX | fcntl.LOCK_NB)

    def acquire(self) -> None:
        """Wait until the lock is ours (blocking)."""
        if not self.acquire_now():
            log.warning("another process has %s; waiting until it stops", self.path)
            self._flock(fcntl.LOCK_EX)

    def _flock(self, how: int) -> bool:
        file = self.path.open("a+")
        try:
            fcntl.flock(file, how)
        except BlockingIOError:
            file.close()
            return False
        self.file = file
        return True

    def release(self) -> None:
        """Let the next process have it."""
        if self.file:
            self.file.close()
            self.file = None


def lock_beside(url: str) -> Lock | None:
    """The lock that belongs to a SQLite file; None for PostgreSQL and for memory."""
    parsed = address(url)
    if not parsed.drivername.startswith("sqlite") or parsed.database in (None, "", ":memory:"):
        return None
    return Lock(Path(f"{parsed.database}.lock"))
