"""Half a year of training, simulated week by week; `pytest -s` prints it for a coach to read."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.coach import easing
from bot.coach.easing import Day, adjust
from bot.coach.ladder import is_big, rung
from bot.coach.progression import after_exercise, first_target, keep, one_at_a_time, pending, slot_for
from content.library import open_library
from storage.records import Habits, LoggedSet, Runner

LIBRARY = open_library()
EXERCISES = LIBRARY.exercises
OWNED = (2.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 14.0, 16.0, 20.0)
RUNNER = Runner(id=1, name="Ada", created_at=datetime(2026, 1, 1, tzinfo=UTC), habits=Habits(weights=OWNED))
MONDAY = date(2026, 1, 5)
BASE = {"push_up": 9.0, "plank": 45.0, "side_plank_weight": 8.0}  # most reps or seconds in week 1
RACE = MONDAY + timedelta(weeks=24, days=6)


class Athlete:
    """Someone who does what the card says, as far as the body lets them; fitness grows week by week."""

    def __init__(self, growth, plateau=range(0)):
        self.growth, self.plateau, self.fitness = growth, plateau, 1.0

    def week(self, n):
        self.fitness += 0 if n in self.plateau else self.growth * (1 - n / 40)

    def most(self, slot):
        exercise = EXERCISES[slot.exercise]
        here = rung(exercise, slot.level)
        most = BASE.get(slot.exercise, 15.0) * self.fitness * 0.78 ** (slot.level - 1)
        if slot.kg and exercise.start_kg:
            most *= (exercise.start_kg[0] / slot.kg) ** 0.7 * 1.15
        return most * (0.6 if here.sided == "per_side" and exercise.sided != "per_side" else 1)

    def do(self, slot, number, at):
        """The sets as logged, and how the last felt."""
        seconds = rung(EXERCISES[slot.exercise], slot.level).unit == "seconds"
        most = [self.most(slot) * (1 - 0.04 * n) for n in range(slot.sets)]
        counts = [int(max(1, min(slot.low, m))) for m in most]
        spare = (most[-1] - counts[-1]) / (4 if seconds else 1)
        effort = "easy" if spare >= 4 else "right" if spare >= 1.5 else "hard"
        return [
            LoggedSet(
                slot=number, set=n, exercise=slot.exercise, at=at, kg=slot.kg,
                reps=None if seconds else count, seconds=count if seconds else None,
            )
            for n, count in enumerate(counts, 1)
        ], effort  # fmt: skip


def season(athlete, *, ill=(), race=None):
    """Every workout of 26 weeks: (day, slots as planned, targets after)."""
    targets, log, since_ill, last = {}, [], None, None
    for week in range(26):
        athlete.week(week)
        for n, weekday in enumerate((1, 4)):
            day = MONDAY + timedelta(weeks=week, days=weekday)
            if week in ill:
                since_ill = 0
                continue
            cut = easing.race_cut(day, race)
            name = "dumbbell" if n and week >= 2 else "bodyweight"
            plain = [
                slot_for(targets.get(e) or first_target(EXERCISES[e], RUNNER), EXERCISES[e])
                for e in LIBRARY.sessions[name].exercises
            ]
            gap = (day - last).days if last else None
            today = Day(gap=gap, since_ill=since_ill, race=cut, deload=week % 6 == 5, gentle=week < 2)
            slots = adjust(plain, today, EXERCISES, weights=OWNED)
            if not slots:
                log.append((day, (), dict(targets)))
                continue
            fresh = []
            for number, slot in enumerate(slots):
                sets, effort = athlete.do(slot, number, datetime.combine(day, time(18), UTC))
                exercise = EXERCISES[slot.exercise]
                before = targets.get(slot.exercise) or first_target(exercise, RUNNER)
                fresh.append(
                    after_exercise(
                        before, sets, effort, exercise=exercise, weights=OWNED, today=day, slot=slot
                    )
                )
            targets |= {t.exercise: t for t in one_at_a_time(fresh)}
            since_ill, last = None if since_ill in (None, 1) else since_ill + 1, day
            log.append((day, slots, dict(targets)))
    return log


SEASONS = {
    "novice": lambda: season(Athlete(0.04)),
    "plateau": lambda: season(Athlete(0.05, plateau=range(8, 18))),
    "illness": lambda: season(Athlete(0.04), ill=(10, 11)),
    "race": lambda: season(Athlete(0.04), race=RACE),
}


def told(name, log):
    print(f"\n== {name}")
    for day, slots, targets in log:
        week = (day - MONDAY).days // 7 + 1
        if not slots:
            print(f"{week:>2} {day:%a %d %b}  rest")
        for slot in slots:
            change = pending(targets[slot.exercise])
            weight = f" {slot.kg:g} kg" if slot.kg else ""
            then = f"{change.kind}: {change.phrase} {dict(change.facts)}" if change else ""
            print(
                f"{week:>2} {day:%a %d %b}  {slot.exercise:<22} L{slot.level} {slot.sets}×{slot.low}{weight:<7}"
                f" [{slot.why}]  → {then}"
            )


@pytest.fixture(scope="module", params=SEASONS)
def played(request):
    log = SEASONS[request.param]()
    told(request.param, log)
    return request.param, log


MOVES = {
    "reps": {"low", "high"}, "weight": {"kg", "low", "high", "sets"}, "level": {"level", "low", "high", "kg", "sets"},
    "side": {"level", "low", "high", "sets"}, "sets": {"sets"}, "easier": {"level", "low", "high", "kg", "sets"},
    "deload": {"sets", "low", "high"}, "variation": {"level", "low", "high", "kg", "sets"},
}  # fmt: skip


def test_one_thing_changes_at_a_time(played):
    _, log = played
    for _, _, targets in log:
        for target in targets.values():
            if change := pending(target):
                after = keep(target)
                moved = {
                    f
                    for f in ("level", "low", "high", "sets", "kg")
                    if getattr(after, f) != getattr(target, f)
                }
                assert moved <= MOVES[change.kind], change
                assert moved, change


def test_at_most_one_exercise_grows_by_more_than_a_rep(played):
    _, log = played
    for _, slots, targets in log:
        kinds = [c.kind for s in slots if (c := pending(targets[s.exercise]))]
        assert len([k for k in kinds if k in ("weight", "level", "side", "variation")]) <= 1


def test_what_is_planned_stays_sane(played):
    _, log = played
    for _, slots, _ in log:
        for slot in slots:
            exercise = EXERCISES[slot.exercise]
            assert 1 <= slot.sets <= 4
            assert slot.low <= slot.high
            assert slot.low <= (60 if exercise.unit == "seconds" else 15)
            assert slot.kg is None or slot.kg in OWNED
            assert rung(exercise, slot.level) is not None


def test_a_big_weight_step_comes_after_more_reps_or_sets(played):
    _, log = played
    for _, slots, targets in log:
        for slot in slots:
            change = pending(targets[slot.exercise])
            if change and change.kind == "weight" and is_big(targets[slot.exercise].kg, change.to["kg"]):
                assert slot.low >= 15 or slot.sets == 4


def test_a_season_makes_people_stronger(played):
    _, log = played
    first = {s.exercise: s for _, slots, _ in reversed(log) for s in slots}
    final = log[-1][2]
    grown = [
        e
        for e, s in first.items()
        if (final[e].level, final[e].kg or 0, final[e].low) > (s.level, s.kg or 0, s.low)
    ]
    assert len(grown) >= 8, sorted(set(first) - set(grown))


def test_a_plateau_brings_another_variation_not_more_weight():
    kinds = [c.kind for _, slots, t in SEASONS["plateau"]() for s in slots if (c := pending(t[s.exercise]))]
    assert {"variation", "easier"} & set(kinds)


def test_after_an_illness_it_starts_with_one_set_without_weights():
    log = [(day, slots) for day, slots, _ in SEASONS["illness"]() if day >= MONDAY + timedelta(weeks=12)]
    assert {s.sets for s in log[0][1]} == {1}
    assert {s.sets for s in log[1][1]} == {2}
    assert max(s.sets for s in log[2][1]) == 3


def test_before_a_race_it_gets_less_and_then_nothing():
    log = {day: slots for day, slots, _ in SEASONS["race"]()}
    near = {(RACE - day).days: slots for day, slots in log.items() if 0 <= (RACE - day).days <= 14}
    assert {days: bool(slots) for days, slots in near.items()} == {12: True, 9: True, 5: True, 2: False}
    assert all(s.sets <= 2 for slots in near.values() for s in slots)
    assert all(
        s.kg is None
        for s in near[5]
        if rung(EXERCISES[s.exercise], 0) and not rung(EXERCISES[s.exercise], 0).loaded
    )


def test_a_refused_change_is_not_asked_again_for_two_weeks():
    from bot.coach.progression import later

    target = replace(first_target(EXERCISES["air_squat"], RUNNER), facts={"since": MONDAY.isoformat()})
    sets = [
        LoggedSet(slot=0, set=n, exercise="air_squat", reps=10, at=datetime(2026, 1, 5, tzinfo=UTC))
        for n in (1, 2, 3)
    ]

    def again(t, day):
        return pending(after_exercise(t, sets, "right", exercise=EXERCISES["air_squat"], today=day))

    offered = after_exercise(target, sets, "right", exercise=EXERCISES["air_squat"], today=MONDAY)
    assert pending(offered).kind == "reps"
    refused = later(offered, MONDAY)
    assert (pending(refused), keep(refused).low) == (None, 10)
    assert again(refused, MONDAY + timedelta(days=7)) is None
    assert again(refused, MONDAY + timedelta(days=14)).kind == "reps"
