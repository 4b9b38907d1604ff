"""Tallies: what several workouts came to, by muscle group and by week."""

from __future__ import annotations

from collections.abc import Iterable

from content.library import Library
from storage.records import Workout


def muscle_sets(workouts: Iterable[Workout], library: Library) -> dict[str, int]:
    """Sets by muscle group: a main target counts one, a helper a third (rounded)."""
    points = dict.fromkeys(library.muscles, 0.0)
    for workout in workouts:
        for slot, _ in {(done.slot, done.set) for done in workout.sets}:
            exercise = library.exercises[workout.slots[slot].exercise]
            for muscle in exercise.main:
                if muscle in points:
                    points[muscle] += 1
            for muscle in exercise.helper:
                if muscle in points:
                    points[muscle] += 1 / 3
    return {muscle: round(count) for muscle, count in points.items()}


def trained(workouts: Iterable[Workout], library: Library) -> tuple[str, ...]:
    """The muscle groups trained, the most sets first; only main targets, unless there were none."""
    sets = muscle_sets(workouts, library)
    return tuple(sorted((muscle for muscle in sets if sets[muscle]), key=lambda muscle: -sets[muscle]))
