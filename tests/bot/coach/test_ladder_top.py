"""At the top of a ladder what comes next is said; a plateau is one, also across light weeks (brief 4)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.coach.progression import is_told, keep, pending
from tests.bot.coach.test_progression import TODAY, change, target, trained


@pytest.mark.parametrize(
    ("start", "counts", "phrase"),
    [
        (target("air_squat", level=3, low=12, high=12, streak=1), (12, 12, 12), "change-exercise-top"),
        (target("plank", level=3, low=30, high=30, streak=1), (30, 30, 30), "change-exercise-top-hold"),
        (
            target("side_plank_weight", level=3, low=8, high=8, kg=2, sets=4, streak=1),
            (8, 8, 8, 8),
            "change-exercise-top-weight",
        ),
    ],
)
def test_the_top_of_a_ladder_says_what_comes_next_and_leaves_the_aim(start, counts, phrase):
    told = trained(start, counts, weights=(1, 2), kg=start.kg)
    found = pending(told)
    assert (found.kind, found.phrase) == ("top", phrase)
    assert is_told(told)
    kept = keep(told)
    assert (kept.level, kept.low, kept.sets, kept.kg) == (start.level, start.low, start.sets, start.kg)


def test_it_is_said_again_after_eight_weeks_only():
    told = keep(trained(target("air_squat", level=3, low=12, high=12, streak=1), (12, 12, 12)))
    for days, said in ((7, False), (50, False), (57, True)):
        later = trained(
            keep(trained(told, (12, 12, 12), today=TODAY + timedelta(days=days - 1))),
            (12, 12, 12),
            today=TODAY + timedelta(days=days),
        )
        assert (pending(later) is not None) == said, days


def test_climbing_back_after_a_light_week_is_no_progress():
    """Three weeks at the same mark: another variation, although reps fell and rose in between."""
    old = (TODAY - timedelta(days=25)).isoformat()
    start = target("air_squat", low=11, high=12, facts={"since": old, "mark": 12})
    risen = trained(start, (11, 11, 11))
    assert keep(risen).facts["since"] == old
    found = change(keep(risen), (11, 11, 11), "hard", today=TODAY + timedelta(days=2))
    assert found.kind == "variation"


def test_a_first_hard_set_within_the_range_takes_a_set_off_not_a_level():
    found = change(target("air_squat", low=12, high=12), (11, 11, 11), "hard")
    assert (found.kind, found.to["sets"]) == ("easier", 2)
    assert "level" not in found.to
