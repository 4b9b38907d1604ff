"""The bot as a process of its own on a clock that the test moves: `python -m tests.kill.jumped [command]`.

The file named by CLOCK_FILE holds the present instant as a double (seconds since 1970); the tick comes twenty times
a second instead of once. Everything else is the bot as it is.
"""

from __future__ import annotations

import mmap
import os
import struct
import sys
from datetime import UTC, datetime
from pathlib import Path

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import clock, commands, reminders


class Shared:
    """Eight bytes that two processes look at."""

    def __init__(self, file: Path) -> None:
        with file.open("r+b") as opened:
            self.bytes = mmap.mmap(opened.fileno(), 8)

    def now(self) -> datetime:
        return datetime.fromtimestamp(struct.unpack("d", self.bytes[:8])[0], UTC)

    def set(self, instant: datetime) -> None:
        self.bytes[:8] = struct.pack("d", instant.timestamp())


class Quick(AsyncIOScheduler):
    """Ticks as often as the moved clock needs it; the scheduler itself lives by the machine's clock."""

    def add_job(self, *args, **more):
        return super().add_job(*args, **{**more, "seconds": 0.05})


def main(arguments: list[str]) -> int:
    shared = Shared(Path(os.environ["CLOCK_FILE"]))
    machine = type("Machine", (clock.Clock,), {"now": clock.Clock.now})
    clock.Clock.now = lambda _self: shared.now()
    reminders.Clock = machine
    reminders.AsyncIOScheduler = Quick
    return commands.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
