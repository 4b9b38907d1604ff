"""The one place that reads the clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Wall time and steady time of this machine."""

    def now(self) -> datetime:
        """The present instant, aware, UTC."""
        return datetime.now(UTC)  # noqa: TID251 - here and nowhere else

    def steady(self) -> float:
        """Seconds that only ever go forward; for waiting, never for dates."""
        return time.monotonic()


class ShiftedClock(Clock):
    """The machine's clock moved by an offset: the preview and tests jump with it."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def now(self) -> datetime:
        """The present instant as shifted, aware, UTC."""
        return super().now() + self.offset

    def jump(self, by: timedelta) -> None:
        """Move the clock forward (or backward, with a negative span)."""
        self.offset += by

    def jump_to(self, instant: datetime) -> None:
        """Move the clock so that it is now `instant` (aware)."""
        self.offset = instant - super().now()


class SetClock(Clock):
    """A clock that stands still until it is moved; steady time moves with it."""

    def __init__(self, start: datetime) -> None:
        self.instant = start.astimezone(UTC)
        self.ran = 0.0

    def now(self) -> datetime:
        """The set instant, aware, UTC."""
        return self.instant

    def steady(self) -> float:
        """Seconds moved forward so far."""
        return self.ran

    def jump(self, by: timedelta) -> None:
        """Let time pass (backward jumps move only the wall)."""
        self.instant += by
        self.ran += max(0.0, by.total_seconds())
