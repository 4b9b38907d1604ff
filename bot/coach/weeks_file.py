"""The strength days as an iCalendar file (RFC 5545) that phone calendars import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from bot.coach import rhythm

LENGTH = timedelta(minutes=30)
FOLD = 74  # octets of a line before it is folded


def calendar_file(
    days: Sequence[tuple[date, str]],
    *,
    runner_id: int,
    zone: str,
    minutes: int,
    stamp: datetime,
    notes: str = "",
) -> bytes:
    """An event of half an hour at the person's hour for each (local date, title); `stamp` is now, aware.

    Importing a newer file replaces the events of the same dates.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Strongstride//EN", "CALSCALE:GREGORIAN"]
    for day, title in days:
        start = rhythm.instant(zone, day, minutes)
        if start is not None:
            lines += _event(f"{day.isoformat()}-{runner_id}", start, title, notes, stamp)
    folded = (piece for line in (*lines, "END:VCALENDAR") for piece in _folded(line))
    return "".join(f"{line}\r\n" for line in folded).encode()


def _event(name: str, start: datetime, title: str, notes: str, stamp: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{name}@strongstride",
        f"DTSTAMP:{_utc(stamp)}",
        f"DTSTART:{_utc(start)}",
        f"DTEND:{_utc(start + LENGTH)}",
        f"SUMMARY:{_escaped(title)}",
        *([f"DESCRIPTION:{_escaped(notes)}"] if notes else []),
        "END:VEVENT",
    ]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """Text as a value: backslash, semicolon, comma and line ends escaped."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, continued with a space, never inside a character."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > FOLD:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + width
    yield piece
