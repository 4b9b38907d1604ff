"""Strength days on real dates: the brief's missed-session examples, races, illness, changes by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.coach import calendar
from storage.records import Habits, Runner, Span, Week

LETTERS = {"R": "rest", "E": "easy", "H": "hard", "L": "long", "X": "race"}
MON = date(2026, 11, 23)  # ISO week 48
VETERAN = Runner(
    id=1,
    name="Ada",
    zone="Europe/Berlin",
    kit="dumbbells",
    screening="clear",
    started_on=date(2026, 1, 5),
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
    habits=Habits(novice=False),
)


def day(n):
    return MON + timedelta(days=n)


def week(text, **more):
    return Week(runner_id=1, days=tuple(LETTERS[letter] for letter in text), **more)


def ahead(a_week, today=0, done=(), days=7, runner=VETERAN):
    found = calendar.upcoming(runner, a_week, today=day(today), done=[day(n) for n in done], days=days)
    return [(each.date - MON).days for each in found]


@pytest.mark.parametrize(
    ("pattern", "today", "done", "then"),
    [
        ("RERERER", 2, [], [3, 5]),  # A: Tue missed -> Thu + Sat
        ("RERHRRL", 2, [], [4]),  # B: only Fri, Thu clashes
        ("RERHRRL", 5, [1], []),  # C: Sat scores 30 -> skip
        ("RHREREL", 4, [1], [4]),  # D: Fri, a single run-free day; two rest days remain
    ],
)
def test_missed_sessions(pattern, today, done, then):
    a_week = week(pattern)
    assert ahead(a_week, today, done, days=7 - today) == then


def test_the_replacement_says_what_it_stands_for():
    found = calendar.upcoming(VETERAN, week("RERERER"), today=day(2), done=[], days=5)
    assert [each.origin for each in found] == [day(1), None]
    assert [say.phrase for say in found[0].why] == ["why-day-instead"]


def test_two_weeks_ahead_with_sessions_dealt_in_order():
    found = calendar.upcoming(VETERAN, week("RERERER"), today=day(0), done=[])
    assert [(each.date - MON).days for each in found] == [1, 5, 8, 12]
    assert [each.session for each in found] == ["bodyweight", "dumbbell"] * 2


def test_one_a_week_alternates():
    found = calendar.upcoming(VETERAN, week("RERERER", wanted=1), today=day(0), done=[], days=28)
    assert len({each.session for each in found[:2]}) == 2
    assert found[0].session == found[2].session


def test_a_novice_gets_the_bodyweight_session_for_two_weeks_and_no_hard_days_for_four():
    new = replace(VETERAN, started_on=MON, habits=Habits())
    found = calendar.upcoming(new, week("RERERER"), today=day(0), done=[], days=21)
    assert [each.session for each in found] == ["bodyweight"] * 4 + ["bodyweight", "dumbbell"]
    assert ahead(week("RHEHREL"), days=35, runner=new) == [5, 12, 19, 26, 29, 31]


def test_done_days_are_not_planned_again_and_count():
    assert ahead(week("RERERER"), 1, [1]) == [5]
    assert ahead(week("RERERER"), 3, [0, 2], days=4) == []  # two done already, on other days
    assert ahead(week("RERERER"), 1, [0], days=6) == [5]  # Monday's stands for Tuesday's


def test_days_before_the_person_came_are_not_missed():
    new = replace(VETERAN, created_at=datetime(2026, 11, 25, 8, tzinfo=UTC))
    assert ahead(week("RERERER"), 2, days=5, runner=new) == [5]


def test_alternate_weeks():
    a_week = week("RERERER", alternate=tuple(LETTERS[letter] for letter in "REHRERL"))
    assert ahead(a_week, days=14) == [1, 5, 7, 11]  # week 49 is odd; its Monday follows a rest day


def test_alternate_weeks_never_meet_at_the_weekend():
    a_week = week("EEELERR", alternate=tuple(LETTERS[letter] for letter in "ERERHLH"))
    days = ahead(a_week, days=42)
    assert min(b - a for a, b in pairwise(days)) >= 2


def test_a_changed_day_re_plans_its_week_only():
    a_week = week("RERERER", changes={day(6): "long", day(5): "rest"})
    assert ahead(a_week, days=14) == [1, 4, 8, 12]


def test_moved_and_skipped_days():
    assert ahead(week("RERERER", moved={day(1): day(2)})) == [2, 5]
    assert ahead(week("RERERER", moved={day(1): None})) == [5]
    assert ahead(week("RERERER", moved={day(1): day(4)})) == [4, 6]  # Saturday gives way to Sunday
    assert ahead(week("RERERER", moved={day(5): day(7)}), days=14) == [1, 7, 10, 12]


def test_days_chosen_by_hand():
    assert ahead(week("RERERER", chosen=(0, 3))) == [0, 3]
    assert ahead(week("RERERER", chosen=(0, 1, 3))) == [0, 3]  # never two in a row
    assert ahead(week("RERERER", chosen=(2, 6), race_on=day(6)), days=9) == [2]


def test_away_and_ill():
    assert ahead(week("RERERER", spans=(Span(first=day(1), last=day(4)),)), days=14) == [0, 5, 8, 12]
    ill = week("RERERER", spans=(Span(first=day(0), last=day(2), why="ill"),))
    found = calendar.upcoming(VETERAN, ill, today=day(0), done=[], days=14)
    assert [(each.date - MON).days for each in found] == [5, 8, 12]  # Thursday, just well, stays free
    assert [each.most_sets for each in found] == [1, 2, None]
    assert [each.session for each in found][:2] == ["bodyweight", "bodyweight"]
    assert ahead(week("RERERER", spans=(Span(first=day(0), why="ill"),)), days=40) == []


def test_the_way_back_counts_done_sessions():
    ill = week("RERERER", spans=(Span(first=day(-3), last=day(-1), why="ill"),))
    found = calendar.upcoming(VETERAN, ill, today=day(2), done=[day(1)], days=5)
    assert [each.most_sets for each in found] == [2]


def test_a_pause_ends_on_its_day():
    paused = replace(VETERAN, paused_until=day(5))
    assert ahead(week("RERERER"), runner=paused, days=9) == [5, 8]
    assert ahead(week("RERERER"), runner=replace(VETERAN, screening="applies")) == []


def test_a_race():
    a_week = week("RERERER", race_on=day(13))
    found = calendar.upcoming(VETERAN, a_week, today=day(0), done=[], days=28)
    assert [(each.date - MON).days for each in found] == [1, 5, 8, 17, 20, 22, 26]
    assert [each.most_sets for each in found][:4] == [2, 2, 2, 1]
    assert found[2].light
    assert found[2].session == "bodyweight"
    assert found[3].light


def test_a_race_on_monday_keeps_the_weekend_free():
    assert ahead(week("RERERER", race_on=day(7)), days=14) == [1, 3, 10]


def test_next_due():
    found = calendar.next_due(VETERAN, week("RERERER"), now=datetime(2026, 11, 24, 16, tzinfo=UTC), done=[])
    assert found[0].date == day(1)
    assert found[1] == datetime(2026, 11, 24, 17, tzinfo=UTC)
    later = calendar.next_due(VETERAN, week("RERERER"), now=found[1], done=[day(1)])
    assert later[0].date == day(5)
    no_zone = replace(VETERAN, zone=None)
    assert calendar.next_due(no_zone, week("RERERER"), now=found[1], done=[]) is None


def test_next_due_once_a_local_date():
    """A zone changed from Tokyo to Honolulu after today's reminder: no second one on that date."""
    tokyo = replace(VETERAN, zone="Asia/Tokyo")
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)  # 18:00 in Tokyo
    honolulu = replace(tokyo, zone="Pacific/Honolulu")  # 23:00 on the 23rd
    again = calendar.next_due(honolulu, week("RERERER"), now=now, done=[], sent=[day(1)])
    assert again[0].date > day(1)


def test_once_todays_reminder_is_out_a_missed_day_finds_its_new_place():
    now = datetime(2026, 11, 24, 18, tzinfo=UTC)
    assert calendar.next_due(VETERAN, week("RERERER"), now=now, done=[], sent=[day(1)])[0].date == day(3)
    assert calendar.next_due(VETERAN, week("RERERER"), now=now, done=[day(1)], sent=[day(1)])[0].date == day(
        5
    )


def test_week_view():
    a_week = week("RERERER", moved={day(5): day(6)})
    view = calendar.week_view(VETERAN, a_week, monday=MON, today=day(3), done=[day(1)])
    assert [each.status for each in view] == [None, "done", None, None, None, "moved", "planned"]
    view = calendar.week_view(VETERAN, week("RERHRRL"), monday=MON, today=day(3), done=[])
    assert [each.status for each in view] == [None, "missed", None, None, "planned", None, None]
    view = calendar.week_view(VETERAN, week("RERERER"), monday=day(-7), today=day(3), done=[day(-6)])
    assert [each.status for each in view] == [None, "done", None, None, None, "missed", None]


def test_why():
    a_week = week("RERERER", spans=(Span(first=day(7), last=day(9)),))
    phrases = lambda n: [say.phrase for say in calendar.why(VETERAN, a_week, day(n), today=day(0), done=[])]  # noqa: E731
    assert phrases(1) == ["why-day-easy-rest-tomorrow"]
    assert phrases(3) == ["why-day-good-too"]
    assert phrases(8) == ["why-day-closed-away"]
    assert phrases(2) == ["why-day-too-close"]
