"""A hold that counts each side: left first, then right; what the left one held waits in the workout's note."""

from __future__ import annotations

from dataclasses import replace

from bot.coach.course import DueSet, counts_per_side, sided
from bot.coach.meaning import Said
from content.library import Library
from storage.records import Workout


def by_sides(workout: Workout, place: DueSet, library: Library) -> bool:
    """Whether the set is a hold with a time for each side."""
    timed = library.exercises[place.plan.exercise].rung(place.plan.level).unit == "seconds"
    return timed and sided(place.plan, library, per_side=counts_per_side(workout)) == "per_side"


def half(workout: Workout, place: DueSet) -> int | None:
    """Seconds that the left side of this very set was held, while the right one is still to come."""
    found = workout.note.get("half")
    return found[3] if found and found[:3] == _key(place) else None


def with_half(workout: Workout, place: DueSet, seconds: int) -> Workout:
    """The workout with its left side held."""
    return replace(workout, note={**workout.note, "half": [*_key(place), seconds]})


def without_half(workout: Workout) -> Workout:
    """The workout with no side held."""
    return replace(workout, note={key: value for key, value in workout.note.items() if key != "half"})


def whole(workout: Workout, place: DueSet, right: int) -> tuple[Said, ...]:
    """Both sides of the set, once the right one was held for so many seconds."""
    left = half(workout, place)
    return (Said(seconds=right if left is None else left, side="left"), Said(seconds=right, side="right"))


def _key(place: DueSet) -> list[int]:
    return [place.slot, place.set, place.plan.level]
