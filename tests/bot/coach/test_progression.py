"""Progression rule by rule (brief 4), as tables; a whole season is in test_season.py."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach import ladder
from bot.coach.easing import Day, adjust, deload_reason, race_cut, restarts, seconds_for
from bot.coach.ladder import heavier, lighter, nearest, start_weight
from bot.coach.progression import (
    after_exercise,
    first_target,
    headline,
    keep,
    one_at_a_time,
    pending,
    reason,
    recounted,
    slot_for,
)
from content.library import open_library
from storage.records import Habits, LoggedSet, Runner, Slot, Target

LIBRARY = open_library()
EXERCISES = LIBRARY.exercises
TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def runner(**habits):
    return Runner(id=1, name="Ada", created_at=NOON, habits=Habits(**habits))


def target(exercise, **fields):
    return replace(first_target(EXERCISES[exercise], runner()), **fields)


def trained(start, counts, effort="right", *, kg=None, weights=(), today=TODAY, slot=None):
    """The target after sets of these reps or seconds."""
    exercise = EXERCISES[start.exercise]
    key = "seconds" if exercise.unit == "seconds" else "reps"
    sets = [
        LoggedSet(slot=0, set=n, exercise=start.exercise, at=NOON, kg=kg or start.kg, **{key: count})
        for n, count in enumerate(counts, 1)
    ]
    return after_exercise(start, sets, effort, exercise=exercise, weights=weights, today=today, slot=slot)


def change(*args, **kwargs):
    return pending(trained(*args, **kwargs))


# ---- where it starts


@pytest.mark.parametrize(
    ("exercise", "low", "high", "kg"),
    [
        ("air_squat", 10, 12, None), ("plank", 30, 30, None), ("side_plank_weight", 5, 8, 1), ("deadlift", 10, 12, 4),
        ("push_up", 10, 12, None), ("weighted_hip_bridge", 10, 12, 6),
    ],
)  # fmt: skip
def test_first_targets_are_the_articles(exercise, low, high, kg):
    first = target(exercise)
    assert (first.level, first.sets, first.low, first.high, first.kg) == (1, 3, low, high, kg)


@pytest.mark.parametrize(
    ("exercise", "owned", "level", "kg"),
    [
        ("deadlift", (5.0, 10.0), 1, 5), ("deadlift", (2.0, 10.0), 1, 2), ("deadlift", (20.0,), 0, None),
        ("side_plank_weight", (5.0, 10.0), 0, None), ("weighted_squat_press", (1.0, 3.0), 1, 3),
    ],
)  # fmt: skip
def test_the_first_weight_is_cautious(exercise, owned, level, kg):
    first = first_target(EXERCISES[exercise], runner(weights=owned))
    assert (first.level, first.kg) == (level, kg)


def test_counting_per_side_is_the_same_work():
    first = first_target(EXERCISES["forward_lunge"], runner(per_side=True))
    assert (first.low, first.high) == (5, 6)
    back = recounted(first, EXERCISES["forward_lunge"], per_side=False)
    assert (back.low, back.high) == (10, 12)
    assert recounted(target("air_squat"), EXERCISES["air_squat"], per_side=True) == target("air_squat")


# ---- onward


@pytest.mark.parametrize(
    ("start", "counts", "effort", "kind", "low"),
    [
        (target("air_squat"), (10, 10, 10), "right", "reps", 11),
        (target("air_squat"), (10, 10, 10), None, "reps", 11),
        (target("air_squat"), (12, 11, 11), "easy", "reps", 12),
        (target("air_squat", low=11), (11, 11, 11), "right", "reps", 12),
        (target("plank"), (30, 30, 30), "right", "reps", 35),
        (target("plank", low=55, high=55), (55, 55, 55), "right", "reps", 60),
        (target("side_plank_weight"), (5, 5, 5), "right", "reps", 6),
        (target("air_squat"), (10, 10, 9), "right", None, None),
        (target("air_squat"), (10, 10), "right", None, None),
        (target("air_squat", low=12), (12, 12, 12), "right", None, None),
    ],
)
def test_double_progression(start, counts, effort, kind, low):
    found = change(start, counts, effort)
    assert (found and found.kind, found and found.to["low"]) == (kind, low)


def test_twice_at_the_top_is_the_next_level():
    once = trained(target("air_squat", low=12), (12, 12, 12))
    assert (pending(once), once.streak) == (None, 1)
    found = change(once, (12, 12, 12))
    assert (found.kind, found.to["level"], found.to["low"], found.to["streak"]) == ("level", 2, 10, 0)


def test_a_hard_session_breaks_the_streak():
    assert trained(target("air_squat", low=12, streak=1), (12, 12, 12), "hard").streak == 0
    assert trained(target("air_squat", low=12, streak=1), (12, 12, 11)).streak == 0


def test_two_gentle_sets_at_the_top_are_no_reason_for_a_harder_level():
    slot = Slot(exercise="air_squat", sets=2, low=12, high=12, rest=45, why="why-gentle")
    after = trained(target("air_squat", low=12, streak=1), (12, 12), slot=slot)
    assert (pending(after), after.streak) == (None, 1)


def test_after_sixty_seconds_a_harder_plank_at_thirty_fifteen_each_side():
    found = change(target("plank", low=60, high=60, streak=1), (60, 60, 60))
    assert (found.kind, found.to["level"], found.to["low"]) == ("level", 3, 15)


def test_two_sided_totals_are_counted_per_side_after_three_sessions():
    twice = target("forward_lunge", low=12, streak=1)
    assert change(twice, (12, 12, 12)) is None
    found = change(replace(twice, streak=2), (12, 12, 12))
    assert (found.kind, found.to["low"], found.to["high"]) == ("side", 6, 12)


def test_fewer_than_ten_push_ups_get_an_easier_kind():
    found = change(target("push_up"), (9, 8, 7))
    assert (found.kind, found.phrase) == ("easier", "change-exercise-push-up")
    assert (found.to["level"], found.to["low"], found.to["high"]) == (0, 8, 12)
    grown = change(target("push_up", level=0, low=12, high=12, streak=1), (12, 12, 12))
    assert (grown.to["level"], grown.to["low"]) == (1, 8)
    assert change(target("push_up", low=8), (9, 9, 9)).kind == "reps"


# ---- weights


@pytest.mark.parametrize(
    ("kg", "owned", "following"),
    [
        (8, (), 9), (10, (), 12), (9, (), 10), (8, (4.0, 8.0, 12.0), 12), (10, (10.0, 10.5, 11.0, 12.5), 11),
        (4, (4.0, 5.0, 6.0), 5), (20, (4.0, 20.0), None), (14, (14.0, 15.0, 16.0), 15),
    ],
)  # fmt: skip
def test_the_next_weight_is_the_next_one_owned(kg, owned, following):
    assert heavier(kg, owned) == following


@pytest.mark.parametrize(
    ("kg", "owned", "found"), [(8, (5.0, 10.0), 10), (7, (5.0, 10.0), 5), (7.5, (5.0, 10.0), 5), (7, (), 7)]
)
def test_the_nearest_dumbbell_owned(kg, owned, found):
    assert nearest(kg, owned) == found


def test_a_small_step_comes_after_two_sessions_at_the_top():
    found = change(target("deadlift", kg=14.0, low=12, streak=1), (12, 12, 12), weights=(14.0, 16.0))
    assert (found.kind, found.to["kg"], found.to["low"], found.to["sets"]) == ("weight", 16.0, 10, 3)


def test_a_big_step_waits_for_fifteen_reps():
    big = target("deadlift", kg=8.0, low=12, streak=1)
    found = change(big, (12, 12, 12), weights=(8.0, 12.0))
    assert (found.kind, found.phrase, found.to["low"]) == ("reps", "change-exercise-reps-first", 13)
    found = change(replace(big, low=15, high=15), (15, 15, 15), weights=(8.0, 12.0))
    assert (found.kind, found.to["kg"], found.to["low"], found.to["high"]) == ("weight", 12.0, 10, 12)


def test_a_big_step_with_small_counts_waits_for_a_fourth_set():
    small = target("side_plank_weight", kg=1.0, low=8, streak=1)
    found = change(small, (8, 8, 8), weights=(1.0, 2.0))
    assert (found.kind, found.to["sets"]) == ("sets", 4)
    found = change(replace(small, sets=4), (8, 8, 8, 8), weights=(1.0, 2.0))
    assert (found.kind, found.to["kg"], found.to["sets"]) == ("weight", 2.0, 3)


def test_without_a_heavier_dumbbell_the_variation_gets_harder():
    found = change(target("deadlift", kg=20.0, low=12, streak=1), (12, 12, 12), weights=(20.0,))
    assert (found.kind, found.to["level"], found.to["kg"]) == ("level", 2, 20.0)


def test_what_was_really_lifted_counts():
    assert trained(target("deadlift", kg=4.0), (10, 10, 10), kg=6.0).kg == 6.0


# ---- too hard, stalls


@pytest.mark.parametrize(
    ("start", "counts", "effort", "kind", "to"),
    [
        (target("air_squat"), (10, 9, 8), "right", "easier", {"level": 0}),
        (target("air_squat"), (10, 10, 10), "hard", "easier", {"sets": 2}),
        (target("deadlift"), (10, 9, 8), "hard", "easier", {"sets": 2}),
        (target("deadlift", sets=2, kg=10.0), (10, 8), "hard", "easier", {"kg": 9.0}),
        (target("air_squat", poor=1), (10, 10, 10), "hard", "deload", {"sets": 2, "low": 10}),
        (target("plank", low=45, high=45, poor=1), (45, 45, 40), "hard", "deload", {"sets": 2, "low": 30}),
    ],
)
def test_too_hard(start, counts, effort, kind, to):
    found = change(start, counts, effort)
    assert found.kind == kind
    assert {key: found.to[key] for key in to} == to


def test_a_set_comes_back_after_two_good_sessions_or_one_easy_one():
    fewer = target("air_squat", sets=2, facts={"since": TODAY.isoformat()})
    once = trained(fewer, (10, 10))
    assert pending(once) is None
    assert change(once, (10, 10)).to["sets"] == 3
    assert change(fewer, (10, 10), "easy").to["sets"] == 3


def test_three_weeks_without_a_step_change_the_variation_not_the_weight():
    old = {"since": (TODAY - timedelta(weeks=3)).isoformat()}
    found = change(target("deadlift", low=12, kg=8.0, facts=old), (12, 11, 11))
    assert (found.kind, found.to["level"], found.to["kg"]) == ("variation", 2, 8.0)
    assert found.to["low"] < 10
    new = {"since": (TODAY - timedelta(weeks=2)).isoformat()}
    assert change(target("deadlift", low=12, kg=8.0, facts=new), (12, 11, 11)) is None


def test_an_eased_workout_earns_and_costs_nothing():
    slot = Slot(exercise="air_squat", sets=2, low=10, high=12, rest=45, why="why-deload")
    start = target("air_squat", low=12, streak=1)
    assert trained(start, (12, 12), "hard", slot=slot) == replace(start, seen_on=TODAY)


# ---- one at a time, said


def test_only_one_exercise_grows_big_at_once():
    level = trained(target("air_squat", low=12, streak=1), (12, 12, 12))
    weight = trained(target("deadlift", kg=14.0, low=12, streak=1), (12, 12, 12))
    more = trained(target("hip_bridge"), (10, 10, 10))
    kept = one_at_a_time((weight, level, more))
    assert [c and c.kind for c in map(pending, kept)] == [None, "level", "reps"]
    assert headline(kept) == level
    assert kept[0].streak == 2  # so it is offered next time


def test_every_change_has_words():
    tongue = LIBRARY.tongue("en")
    starts = [
        (target("air_squat"), (10, 10, 10), "right"),
        (target("plank"), (30, 30, 30), "right"),
        (target("air_squat", low=12, streak=1), (12, 12, 12), "right"),
        (target("forward_lunge", low=12, streak=2), (12, 12, 12), "right"),
        (target("push_up"), (6, 6, 6), "right"),
        (target("air_squat"), (10, 10, 10), "hard"),
        (target("air_squat", poor=1), (10, 10, 10), "hard"),
        (target("deadlift", kg=4.0, low=12, streak=1), (12, 12, 12), "right"),
        (target("deadlift", kg=14.0, low=12, streak=1), (12, 12, 12), "right"),
        (target("side_plank_weight", low=8, streak=1), (8, 8, 8), "right"),
        (target("deadlift", sets=2, kg=10.0), (10, 8), "hard"),
    ]
    said = set()
    for start, counts, effort in starts:
        phrase, facts = reason(trained(start, counts, effort))
        assert tongue.phrase(phrase, **{key: str(value) for key, value in facts.items()})
        said.add(phrase)
    assert len(said) >= 10


# ---- days that are made easier


SQUAT = slot_for(target("air_squat"), EXERCISES["air_squat"])
LIFT = slot_for(target("deadlift", kg=10.0, low=11), EXERCISES["deadlift"])


@pytest.mark.parametrize(
    ("day", "sets", "why"),
    [
        (Day(), 3, ""),
        (Day(soreness=3), 3, ""),
        (Day(soreness=4), 2, "why-sore"),
        (Day(soreness=6), 2, "why-sore"),
        (Day(gap=7), 3, ""),
        (Day(gap=14), 2, "why-gap"),
        (Day(deload=True), 2, "why-deload"),
        (Day(gentle=True), 2, "why-gentle"),
        (Day(since_ill=0), 1, "why-ill"),
        (Day(since_ill=1), 2, "why-ill"),
        (Day(since_ill=2), 3, ""),
        (Day(race="two"), 2, "why-race"),
        (Day(after_race=True), 1, "why-after-race"),
        (Day(long_break=True), 1, "why-gap"),
        (Day(soreness=5, since_ill=0), 1, "why-ill"),
    ],
)
def test_how_many_sets_are_left(day, sets, why):
    (slot,) = adjust((SQUAT,), day, EXERCISES)
    assert (slot.sets, slot.why) == (sets, why)


@pytest.mark.parametrize("day", [Day(soreness=7), Day(soreness=2, limping=True), Day(race="none")])
def test_days_to_rest(day):
    assert adjust((SQUAT, LIFT), day, EXERCISES) == ()


def test_three_weeks_off_cost_a_fifth_of_the_weight_or_a_level():
    squat, lift = adjust((SQUAT, LIFT), Day(gap=24), EXERCISES, weights=(6.0, 8.0, 10.0))
    assert (squat.level, squat.sets) == (0, 2)
    assert (lift.kg, lift.low, lift.sets) == (8.0, 10, 2)
    assert [restarts(28), restarts(29), restarts(None)] == [False, True, False]


@pytest.mark.parametrize(
    ("days", "cut"),
    [(15, ""), (14, "two"), (8, "two"), (7, "light"), (4, "light"), (3, "none"), (0, "none"), (-1, "")],
)
def test_before_a_race(days, cut):
    assert race_cut(TODAY, TODAY + timedelta(days=days)) == cut


@pytest.mark.parametrize(
    ("circumstances", "phrase"),
    [
        ({"weeks": 6}, "why-deload-due"), ({"weeks": 5}, None), ({"weeks": 4, "poor_sessions": 1}, "why-deload-due"),
        ({"weeks": 1, "poor_sessions": 2}, "why-deload-two-hard"), ({"weeks": 1, "sore_after_72h": 5}, "why-deload-sore"),
        ({"weeks": 1, "ill": True}, "why-deload-tired"), ({"weeks": 1, "biggest_run_week": True}, "why-deload-big-week"),
    ],
)  # fmt: skip
def test_when_a_light_week_is_due(circumstances, phrase):
    assert deload_reason(**circumstances) == phrase


@pytest.mark.parametrize("session", ["bodyweight", "dumbbell"])
@pytest.mark.parametrize("minutes", [5, 10, 15, 20])
def test_the_short_version_fits_and_trains_new_muscles_first(session, minutes):
    names = LIBRARY.sessions[session].exercises
    slots = adjust([slot_for(target(n), EXERCISES[n]) for n in names], Day(minutes=minutes), EXERCISES)
    kept = [s for s in slots if not s.closed]
    assert sum(map(seconds_for, kept)) <= minutes * 60
    assert len(slots) == len(names)
    assert len({m for s in kept[:3] for m in EXERCISES[s.exercise].main}) >= min(2, len(kept))
    assert all(s.sets <= 2 for s in kept)


# ---- properties

SLOTS = st.sampled_from(sorted(EXERCISES)).map(lambda n: slot_for(target(n), EXERCISES[n]))
DAYS = st.builds(
    Day, soreness=st.none() | st.integers(0, 10), limping=st.booleans(), gap=st.none() | st.integers(0, 60),
    deload=st.booleans(), gentle=st.booleans(), since_ill=st.none() | st.integers(0, 3),
    race=st.sampled_from(["", "none", "light", "two"]), after_race=st.booleans(), minutes=st.none() | st.integers(1, 40),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(SLOTS, min_size=1, max_size=6, unique_by=lambda s: s.exercise), DAYS)
def test_an_eased_day_is_never_more_than_planned(slots, day):
    eased = adjust(slots, day, EXERCISES, weights=(2.0, 4.0, 6.0))
    for before, after in zip(slots, eased, strict=False):
        assert 1 <= after.sets <= before.sets
        assert (after.kg or 0) <= (before.kg or 0)
        assert after.level <= before.level
        assert after.low <= after.high
        assert after.why or after == before


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(sorted(EXERCISES)),
    st.lists(
        st.tuples(
            st.lists(st.integers(1, 90), min_size=1, max_size=4),
            st.sampled_from(["easy", "right", "hard", None]),
        ),
        max_size=12,
    ),
    st.sampled_from([(), (2.0,), (1.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0), (20.0,)]),
)
def test_whatever_is_done_the_next_target_is_sane(name, sessions, owned):
    exercise = EXERCISES[name]
    now: Target = first_target(exercise, runner(weights=owned))
    for week, (counts, effort) in enumerate(sessions):
        now = trained(now, counts, effort, weights=owned, today=TODAY + timedelta(weeks=week))
        kept = keep(now)
        assert 1 <= kept.sets <= 4
        assert 1 <= kept.low <= max(kept.high, exercise.top)
        assert ladder.rung(exercise, kept.level) is not None
        assert kept.kg is None or not owned or kept.kg in owned
        assert keep(kept) == kept


@given(st.floats(1, 60), st.lists(st.floats(1, 60), max_size=6))
def test_weights_stay_owned(kg, owned):
    above = heavier(kg, owned)
    assert above is None or above > kg
    assert not owned or (lighter(kg, owned) in owned and nearest(kg, owned) in owned)
    first = start_weight(EXERCISES["deadlift"], owned)
    assert first is None or not owned or first in owned
