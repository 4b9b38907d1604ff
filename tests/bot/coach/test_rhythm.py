"""Local times to instants: tables for the known traps, properties over every zone and both clock changes."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import rhythm

ZONES = sorted(
    name for name in available_timezones() if not name.startswith(("posix", "right")) and name != "localtime"
)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "minutes", "utc"),
    [
        ("Europe/Berlin", date(2026, 11, 24), 18 * 60, "2026-11-24T17:00"),
        ("Europe/Berlin", date(2026, 3, 29), 150, "2026-03-29T01:30"),  # no 02:30: 03:30 summer time
        ("Europe/Berlin", date(2026, 10, 25), 150, "2026-10-25T00:30"),  # 02:30 twice: the first
        ("America/New_York", date(2026, 11, 1), 90, "2026-11-01T05:30"),
        ("Africa/Cairo", date(2026, 4, 24), 30, "2026-04-23T22:30"),  # 00:30 skipped: 01:30
        ("America/Scoresbysund", date(2026, 3, 29), 30, "2026-03-29T01:30"),
        ("Asia/Kathmandu", date(2026, 1, 1), 0, "2025-12-31T18:15"),
        (
            "America/Nuuk",
            date(2026, 3, 28),
            23 * 60 + 30,
            "2026-03-29T00:30",
        ),  # later would be the next day: 22:30
    ],
)
def test_instant(zone, day, minutes, utc):
    assert rhythm.instant(zone, day, minutes) == at(utc)


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Apia", date(2011, 12, 30)), ("Pacific/Kwajalein", date(1993, 8, 21))]
)
def test_a_date_that_was_skipped_has_no_reminder(zone, day):
    assert rhythm.instant(zone, day, 600) is None
    assert rhythm.instant(zone, day - timedelta(days=1), 600) is not None
    assert rhythm.instant(zone, day + timedelta(days=1), 600) is not None


def test_a_time_in_the_gap_is_announced():
    assert rhythm.shifted("Europe/Berlin", date(2026, 3, 29), 150) == 210
    assert rhythm.shifted("Europe/Berlin", date(2026, 3, 28), 150) is None


@cache
def changes(zone):
    """Local dates of 2026 on which the zone's offset differs from the day before."""
    info, days = ZoneInfo(zone), []
    for n in range(365):
        day = date(2026, 1, 1) + timedelta(days=n)
        noon = datetime(day.year, day.month, day.day, 12)
        if (
            noon.replace(tzinfo=info).utcoffset()
            != (noon - timedelta(days=1)).replace(tzinfo=info).utcoffset()
        ):
            days.append(day)
    return days or [date(2026, 3, 29)]


@st.composite
def slots(draw):
    zone = draw(st.sampled_from(ZONES))
    day = draw(st.sampled_from(changes(zone))) + timedelta(days=draw(st.integers(-2, 2)))
    return zone, day, draw(st.integers(0, 1439))


def holds(slot):
    zone, day, minutes = slot
    moment = rhythm.instant(zone, day, minutes)
    following = rhythm.instant(zone, day + timedelta(days=1), minutes)
    assert moment is not None
    assert following is not None
    assert moment < following  # one after the other, never two on a date
    there = moment.astimezone(ZoneInfo(zone))
    wall = datetime(day.year, day.month, day.day, minutes // 60, minutes % 60)
    if there.replace(tzinfo=None) != wall:  # only in a gap, and then later
        round_trip = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))
        assert round_trip.replace(tzinfo=None) != wall
        assert timedelta(0) < abs(there.replace(tzinfo=None) - wall) <= timedelta(hours=3)
        assert there.replace(tzinfo=None) > wall or round_trip.date() > day
    assert there.date() == day
    assert there.fold == 0  # never the second pass


@given(slots())
@settings(max_examples=300, deadline=None)
def test_every_zone_round_its_clock_changes(slot):
    holds(slot)


@pytest.mark.soak
@given(slots())
@settings(max_examples=20_000, deadline=None)
def test_every_zone_round_its_clock_changes_at_length(slot):
    holds(slot)


def test_next_reminder_is_the_first_still_to_come():
    days = [date(2026, 11, 28), date(2026, 11, 24)]
    now = at("2026-11-24T16:59")
    assert rhythm.next_reminder("Europe/Berlin", 1080, days, now=now) == (days[1], at("2026-11-24T17:00"))
    later = rhythm.next_reminder("Europe/Berlin", 1080, days, now=at("2026-11-24T17:00"))
    assert later == (days[0], at("2026-11-28T17:00"))
    assert rhythm.next_reminder("Europe/Berlin", 1080, days, now=now, ahead=1) == (
        days[0],
        at("2026-11-27T17:00"),
    )
    assert rhythm.next_reminder("Europe/Berlin", 1080, [], now=now) is None


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(-1, "early"), (0, "prompt"), (5, "prompt"), (6, "late"), (120, "late"), (121, "expired")],
)
def test_lateness(minutes, expected):
    due = at("2026-11-24T17:00")
    assert rhythm.lateness(due, due + timedelta(minutes=minutes)) == expected


@pytest.mark.parametrize(
    ("minutes", "quiet", "expected"),
    [
        (1320, (1320, 360), True),
        (359, (1320, 360), True),
        (360, (1320, 360), False),
        (1319, (1320, 360), False),
        (800, (780, 840), True),
        (840, (780, 840), False),
        (0, (0, 0), False),
    ],
)
def test_quiet_hours(minutes, quiet, expected):
    assert rhythm.is_quiet(minutes, quiet) is expected


def test_quiet_hours_put_off_to_their_end():
    night = (1320, 360)
    berlin = "Europe/Berlin"
    assert rhythm.after_quiet(at("2026-11-24T22:30"), berlin, night) == at("2026-11-25T05:00")
    assert rhythm.after_quiet(at("2026-11-25T03:00"), berlin, night) == at("2026-11-25T05:00")
    assert rhythm.after_quiet(at("2026-11-25T12:00"), berlin, night) == at("2026-11-25T12:00")
    assert rhythm.nudge_at(at("2026-11-24T17:00"), berlin, night) == at("2026-11-24T17:45")
    assert rhythm.nudge_at(at("2026-11-24T20:30"), berlin, night) is None
