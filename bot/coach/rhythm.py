"""When a reminder comes: local times to instants, quiet hours and lateness.

A reminder belongs to a local date (its slot); an instant is UTC. In the repeated hour of a clock change the
first pass counts. In the skipped hour it comes later by the skip, or earlier by it where later would be the next
date (Nuuk skips the last hour of a Saturday). A date that a zone skipped has none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

LATE_AFTER = timedelta(minutes=5)  # later than this it comes with an apology
EXPIRES_AFTER = timedelta(hours=2)  # later than this it does not come at all
NUDGE_AFTER = timedelta(minutes=45)  # a differently worded second word, where nothing was answered

Lateness = Literal["early", "prompt", "late", "expired"]


@lru_cache(maxsize=1024)
def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name or of a fixed offset such as `Etc/GMT-3`; raises ZoneInfoNotFoundError."""
    return ZoneInfo(name)


def local(moment: datetime, zone: str) -> datetime:
    """An aware moment on the person's own clock."""
    return moment.astimezone(zone_of(zone))


def instant(zone: str, day: date, minutes: int) -> datetime | None:
    """The UTC instant of so many minutes after local midnight; None where the zone skipped that date."""
    if not exists(zone, day):
        return None
    clock = datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=zone_of(zone))
    moment = clock.astimezone(UTC)
    return moment if local(moment, zone).date() == day else clock.replace(fold=1).astimezone(UTC)


def exists(zone: str, day: date) -> bool:
    """Whether the zone had that date: Samoa had no 30 December 2011."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone_of(zone))
    return noon.astimezone(UTC).astimezone(zone_of(zone)).date() == day


def shifted(zone: str, day: date, minutes: int) -> int | None:
    """The minutes at which it really comes where the clock skips that time of day, else None (to be said)."""
    moment = instant(zone, day, minutes)
    if moment is None:
        return None
    there = local(moment, zone)
    really = there.hour * 60 + there.minute
    return None if really == minutes else really


def next_reminder(
    zone: str, minutes: int, days: Iterable[date], *, now: datetime, ahead: int = 0
) -> tuple[date, datetime] | None:
    """The first of the days whose reminder is to come, with its instant; `ahead` days before (eve: 1)."""
    for day in sorted(days):
        moment = instant(zone, day - timedelta(days=ahead), minutes)
        if moment is not None and moment > now:
            return day, moment
    return None


def lateness(due: datetime, now: datetime) -> Lateness:
    """How late a reminder is: `late` is sent with an apology, `expired` dropped and said later on."""
    if now < due:
        return "early"
    if now - due <= LATE_AFTER:
        return "prompt"
    return "late" if now - due <= EXPIRES_AFTER else "expired"


def is_quiet(minutes: int, quiet: tuple[int, int]) -> bool:
    """Whether a local time of day lies in the quiet hours, which may run over midnight; equal ends: none."""
    start, end = quiet
    return start <= minutes < end if start <= end else minutes >= start or minutes < end


def after_quiet(moment: datetime, zone: str, quiet: tuple[int, int]) -> datetime:
    """The same instant, or the end of the quiet hours it falls into (UTC)."""
    there = local(moment, zone)
    if not is_quiet(there.hour * 60 + there.minute, quiet):
        return moment.astimezone(UTC)
    over = there.hour * 60 + there.minute >= quiet[1]
    end = instant(zone, there.date() + timedelta(days=1 if over else 0), quiet[1])
    return end if end is not None else moment.astimezone(UTC)


def nudge_at(due: datetime, zone: str, quiet: tuple[int, int]) -> datetime | None:
    """When the one nudge after an unanswered reminder comes; None in quiet hours or on a new day."""
    moment = due.astimezone(UTC) + NUDGE_AFTER
    there = local(moment, zone)
    if there.date() != local(due, zone).date() or is_quiet(there.hour * 60 + there.minute, quiet):
        return None
    return moment
