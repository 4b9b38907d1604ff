"""What workouts teach: the targets after one of them, or after all of them, always the same from the same history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.coach import course, easing, progression
from bot.coach.steps import counts_total
from content.library import Library
from storage.records import LoggedSet, Runner, Target, Workout


def replayed(workouts: Iterable[Workout], runner: Runner, library: Library) -> dict[str, Target]:
    """The targets that follow from a whole history, refusals included; open workouts teach nothing yet."""
    known: dict[str, Target] = {}
    closed = [each for each in workouts if each.closed_at is not None and each.sets]
    for workout in sorted(closed, key=lambda each: (each.local_date, each.closed_at, each.id or 0)):
        known |= {target.exercise: target for target in learned(known, workout, runner, library)}
        for name, day in workout.note.get("later", {}).items():
            if name in known:
                known[name] = progression.later(known[name], date.fromisoformat(day))
    return known


def learned(
    known: Mapping[str, Target], workout: Workout, runner: Runner, library: Library
) -> tuple[Target, ...]:
    """What each exercise of a workout aims at next time; one change at a time, each with its reason."""
    efforts = workout.note.get("effort", {})
    fresh: dict[str, Target] = {}
    for number, slot in enumerate(workout.slots):
        if any(done.slot == number for done in workout.sets):
            effort = efforts.get(str(number))
            fresh[slot.exercise] = _learned({**known, **fresh}, workout, number, effort, runner, library)
    return progression.one_at_a_time(tuple(fresh.values()))


def _learned(
    known: Mapping[str, Target],
    workout: Workout,
    number: int,
    effort: str | None,
    runner: Runner,
    library: Library,
) -> Target:
    slot = workout.slots[number]
    exercise = library.exercises[slot.exercise]
    per_side = course.counts_per_side(workout)
    target = known.get(slot.exercise)
    gap = (workout.local_date - target.seen_on).days if target and target.seen_on else None
    if target is None or easing.restarts(gap):
        target = progression.first_target(exercise, runner)
    target = progression.recounted(progression.keep(target), exercise, per_side=per_side)
    sets = [done for done in workout.sets if done.slot == number]
    counted = sets if per_side or not counts_total(exercise, slot.level) else _together(sets)
    after = progression.after_exercise(
        target, counted, effort or None,  # type: ignore[arg-type]
        exercise=exercise, weights=runner.habits.weights, today=workout.local_date, slot=slot,
    )  # fmt: skip
    return replace(after, facts={**after.facts, "done": numbers(sets)})


def _together(sets: Sequence[LoggedSet]) -> list[LoggedSet]:
    """Left and right of a set as one, where the target is a total of both sides."""
    found: dict[int, LoggedSet] = {}
    for done in sets:
        other = found.get(done.set)
        reps = (done.reps or 0) + (other.reps or 0 if other else 0)
        found[done.set] = replace(done, side="", reps=reps) if done.reps is not None else done
    return list(found.values())


def numbers(sets: Sequence[LoggedSet]) -> str:
    """The counts of an exercise's sets as a row: 10/10/11."""
    by_set: dict[int, int] = {}
    for done in sets:
        count = done.seconds if done.seconds is not None else done.reps
        by_set[done.set] = by_set.get(done.set, 0) + (count or 0)
    return "/".join(str(count) for _, count in sorted(by_set.items()))
