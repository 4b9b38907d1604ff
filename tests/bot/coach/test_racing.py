"""A race's length, and the days after it that stay free of strength (brief 3.6)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.coach.racing import HALF, MARATHON, free_after, length
from bot.coach.weeks_season import closed
from storage.records import Runner, Week
from storage.weeks import week_from, week_to

RACE = date(2026, 11, 15)


@pytest.mark.parametrize(
    ("said", "km"),
    [
        ("half marathon on sunday", HALF), ("my half on 14 march", HALF), ("marathon on 3 may", MARATHON),
        ("ultra on saturday", 50.0), ("10k race on sunday", 10.0), ("race on 14 march, 12 km", 12.0),
        ("10 mile race", 16.09), ("media maratón el domingo", HALF), ("maratón el 3 de mayo", MARATHON),
        ("race on 14 march", None), ("race on sunday at 10", None),
    ],
)  # fmt: skip
def test_how_long_a_race_is(said: str, km: float | None) -> None:
    found = length(said.split())
    assert found == pytest.approx(km) if km else found is None


@pytest.mark.parametrize(("km", "days"), [(None, 2), (5, 2), (10, 2), (HALF, 5), (MARATHON, 7), (50, 7)])
def test_the_days_after_it_are_free_by_its_length(km: float | None, days: int) -> None:
    assert free_after(km) == days
    runner = Runner(id=1, name="Ada", created_at=datetime(2026, 1, 1, tzinfo=UTC))
    week = Week(runner_id=1, days=("easy",) * 7, race_on=RACE, race_km=km)
    shut = [n for n in range(-5, 10) if closed(runner, week, RACE + timedelta(days=n)) == "race"]
    assert shut == list(range(-3, days + 1))


def test_the_length_is_kept() -> None:
    week = Week(runner_id=1, days=("easy",) * 7, race_on=RACE, race_km=HALF)
    assert week_from(1, week_to(week)) == week
