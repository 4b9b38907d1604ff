"""The calendar file, read back by a library that knows the format."""

from datetime import UTC, date, datetime

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.weeks_file import calendar_file

STAMP = datetime(2026, 11, 24, 12, tzinfo=UTC)


def file(days, notes=""):
    return calendar_file(days, runner_id=7, zone="Europe/Berlin", minutes=18 * 60, stamp=STAMP, notes=notes)


def test_the_days_come_at_the_local_hour_in_summer_and_winter():
    found = icalendar.Calendar.from_ical(file([(date(2026, 3, 28), "A"), (date(2026, 3, 29), "B")]))
    events = list(found.walk("VEVENT"))
    assert [event.decoded("DTSTART") for event in events] == [
        datetime(2026, 3, 28, 17, tzinfo=UTC),
        datetime(2026, 3, 29, 16, tzinfo=UTC),
    ]
    assert [str(event["SUMMARY"]) for event in events] == ["A", "B"]
    assert events[0]["UID"] != events[1]["UID"]


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=200))
def test_any_text_survives(text):
    data = file([(date(2026, 11, 24), text)], notes="one\ntwo; three, four")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    event = icalendar.Calendar.from_ical(data).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == text
    assert str(event["DESCRIPTION"]) == "one\ntwo; three, four"


def test_no_days_is_still_a_calendar():
    assert icalendar.Calendar.from_ical(file([])).walk("VEVENT") == []
