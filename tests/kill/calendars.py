"""Whom the reminder run is about, over which days, and what they are owed: worked out beside the bot's own chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.coach import calendar
from storage.records import Habits, Runner, Week

ZONES = (
    "Australia/Lord_Howe", "America/Santiago", "Australia/Sydney", "Europe/London", "America/New_York",
    "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Chatham", "Africa/Casablanca", "Asia/Gaza", "Africa/Cairo",
    "Pacific/Auckland", "America/St_Johns", "Atlantic/Azores", "Pacific/Apia", "America/Los_Angeles",
)  # fmt: skip
HOURS = (0, 30, 90, 120, 150, 180, 210, 375, 450, 720, 1080, 1260, 1290, 1410, 1435)  # minutes after midnight
WEEKS = ("RERERER", "RERHRRL", "EHEREER", "EEEEEEL", "RRERRRL", "HREHRRL", "ERERERE")
KINDS = {"R": "rest", "E": "easy", "H": "hard", "L": "long"}
FIRST, LAST = datetime(2026, 8, 1, tzinfo=UTC), datetime(2027, 7, 1, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def people(count: int) -> Iterator[tuple[Runner, Week]]:
    """So many people, spread over zones, hours and weeks; the later ones have picked three days by hand."""
    for n in range(count):
        runner = Runner(
            id=10_001 + n,
            name="Ada",
            zone=ZONES[n % len(ZONES)],
            hour=HOURS[(n // len(ZONES) + n) % len(HOURS)],
            screening="clear",
            created_at=FIRST,
            habits=Habits(novice=False, nudges=n % 2 == 0),
        )
        chosen = tuple(sorted({n % 7, (n + 2) % 7, (n + 4) % 7})) if n % 3 else None
        days = tuple(KINDS[c] for c in WEEKS[n % len(WEEKS)])
        yield runner, Week(runner_id=runner.id, days=days, wanted=3 if chosen else 2, chosen=chosen)


def changes(zone: str) -> list[datetime]:
    """The instants at which a zone's clocks change, to the hour."""
    there, found, moment = ZoneInfo(zone), [], FIRST
    while moment < LAST:
        if moment.astimezone(there).utcoffset() != (moment + HOUR).astimezone(there).utcoffset():
            found.append(moment + HOUR)
        moment += HOUR
    return found


def spans(around: timedelta) -> list[tuple[datetime, datetime]]:
    """The stretches of time around every clock change of every zone, those that touch made one."""
    found: list[tuple[datetime, datetime]] = []
    for moment in sorted({change for zone in ZONES for change in changes(zone)}):
        if found and moment - around <= found[-1][1]:
            found[-1] = found[-1][0], moment + around
        else:
            found.append((moment - around, moment + around))
    return found


def instant(zone: str, day: date, minutes: int) -> datetime:
    """A local time as an instant: the first of two, and past the gap where the clocks skip it."""
    there = datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=ZoneInfo(zone))
    moment = there.astimezone(UTC)
    return (
        moment if moment.astimezone(ZoneInfo(zone)).date() == day else there.replace(fold=1).astimezone(UTC)
    )


def owed(runner: Runner, week: Week, first: datetime, last: datetime) -> dict[date, datetime]:
    """Local day → instant of every reminder after `first` and up to `last`, as long as nobody trains."""
    found = {}
    day = (first - DAY).date()
    while day <= (last + DAY).date():
        moment = instant(runner.zone, day, runner.hour)
        if first < moment <= last and calendar.upcoming(runner, week, today=day, done=(), days=1):
            found[day] = moment
        day += DAY
    return found
