"""The calendar file: what a phone imports is what the plan says, at the person's hour, in every zone."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from bot.coach.calendar_file import Entry, calendar_file
from tests.bot.conversations.test_training import ready
from tests.dialogue import Me, Stage

NOW = datetime(2026, 10, 20, 12, tzinfo=UTC)


def entry(day: date) -> Entry:
    return Entry(
        day=day, session="bodyweight", title="Strength: Bodyweight, é; a,b", why="a reason", minutes=25
    )


def events(data: bytes) -> list:
    return list(Calendar.from_ical(data).walk("VEVENT"))


@pytest.mark.parametrize(
    ("zone", "day", "utc_hour"),
    [("Europe/Berlin", date(2026, 10, 24), 16), ("Europe/Berlin", date(2026, 10, 25), 17),
     ("Pacific/Auckland", date(2026, 10, 24), 5), ("America/New_York", date(2026, 11, 1), 23)],
)  # fmt: skip
def test_the_hour_is_local_across_the_change_of_clocks(zone: str, day: date, utc_hour: int):
    data = calendar_file([entry(day)], runner_id=1, zone=zone, minutes=18 * 60, now=NOW, name="S")
    start = events(data)[0].decoded("dtstart")
    assert (start.hour, start.minute, start.utcoffset().total_seconds()) == (utc_hour, 0, 0)


def test_without_a_zone_it_lasts_the_whole_day_and_blocks_nothing():
    (event,) = events(
        calendar_file([entry(date(2026, 10, 24))], runner_id=1, zone=None, minutes=0, now=NOW, name="S")
    )
    assert event.decoded("dtstart") == date(2026, 10, 24)
    assert event["transp"] == "TRANSPARENT"


def test_a_newer_file_mends_the_older_one():
    made = [
        calendar_file([entry(date(2026, 10, 24))], runner_id=1, zone=None, minutes=m, now=NOW, name="S")
        for m in (0, 60)
    ]
    assert len({str(events(data)[0]["uid"]) for data in made}) == 1


def test_lines_are_short_and_commas_escaped():
    data = calendar_file(
        [entry(date(2026, 10, 24))], runner_id=1, zone=None, minutes=0, now=NOW, name="S" * 200
    )
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert str(events(data)[0]["summary"]) == "Strength: Bodyweight, é; a,b"


async def planned(me: Me) -> None:
    await ready(me)
    await me.taps("Just me")
    await me.says("R E R H R R L")
    await me.says("19:00")
    await me.says("Berlin")


def ics(me: Me, stage: Stage, words: str) -> list:
    document = me.hears(words)["media"]
    data, _ = stage.world.file(document["url"].rsplit("/", 1)[-1])
    return events(data)


async def test_week_and_export_hand_out_the_plan(me: Me, stage: Stage):
    await planned(me)
    await me.says("/week")
    await me.taps("Calendar file")
    found = ics(me, stage, "for your phone's calendar")
    assert len(found) in (7, 8)
    assert {event.decoded("dtstart").hour for event in found} == {18}
    assert "Strength" in found[0]["summary"]
    assert "<" not in str(found[0]["description"])
    await me.says("/export")
    assert len(ics(me, stage, "for your phone's calendar")) == len(found)


async def test_before_a_week_is_told_there_is_none(me: Me):
    await ready(me)
    await me.says("/export")
    me.hears("Everything I keep")
    me.hears_not("for your phone's calendar")
