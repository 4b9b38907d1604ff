"""The strength days ahead as an iCalendar file (RFC 5545) that phone calendars import; words come as arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Strongstride//strength days//EN"
UNTIMED = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A strength day: its local date, its session, its title and reason in words, and how long it takes."""

    day: date
    session: str
    title: str
    why: str
    minutes: int


def calendar_file(
    entries: Iterable[Entry], *, runner_id: int, zone: str | None, minutes: int, now: datetime, name: str
) -> bytes:
    """One event a day, at `minutes` after local midnight; all day where the zone is not known.

    An event's id follows from person and date: importing a newer file mends the older one. `now` is aware.
    """
    from icalendar import Calendar  # eighty modules that most days need nobody

    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    whole.add("x-wr-calname", name)
    for entry in entries:
        whole.add_component(_event(entry, runner_id, _start(zone, minutes), now))
    return bytes(whole.to_ical())


def _start(zone: str | None, minutes: int) -> Callable[[date], datetime | date]:
    if zone is None:
        return lambda day: day
    place, hour = ZoneInfo(zone), time(minutes // 60 % 24, minutes % 60)
    return lambda day: datetime.combine(day, hour, place).astimezone(ZoneInfo("UTC"))


def _event(entry: Entry, runner_id: int, start: Callable[[date], datetime | date], now: datetime) -> Event:
    from icalendar import Event

    begins = start(entry.day)
    event = Event()
    event.add("uid", f"{entry.day:%Y%m%d}-{runner_id}@strongstride")
    event.add("dtstamp", now)
    event.add("dtstart", begins)
    length = timedelta(minutes=entry.minutes) if isinstance(begins, datetime) else UNTIMED
    event.add("dtend", begins + length)
    event.add("summary", entry.title)
    event.add("description", entry.why)
    event.add("transp", "OPAQUE" if isinstance(begins, datetime) else "TRANSPARENT")
    return event
