"""Workouts and sets as they lie in the database: short lists and small integers, and back to records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from content.library import open_library
from storage import packing
from storage.records import LoggedSet, Side, Slot, Workout
from storage.weights import grams, kilograms

SIDES: tuple[Side, ...] = ("", "left", "right")


@cache
def numbers() -> dict[str, int]:
    """Exercise id to the small number it is stored under."""
    return {exercise.id: exercise.number for exercise in open_library().exercises.values()}


@cache
def names() -> dict[int, str]:
    """The stored number back to the exercise id."""
    return {number: name for name, number in numbers().items()}


def slot_to(slot: Slot) -> list[Any]:
    """A slot as a short JSON list; trailing defaults are left out."""
    values = [
        numbers()[slot.exercise], slot.sets, slot.low, slot.high, slot.rest,
        grams(slot.kg), slot.level, int(slot.closed), slot.why,
    ]  # fmt: skip
    defaults = [None, 1, 0, ""]
    while len(values) > 5 and values[-1] == defaults[len(values) - 6]:
        values.pop()
    return values


def slot_from(values: list[Any]) -> Slot:
    """The short JSON list back to a slot."""
    exercise, count, low, high, rest, weight, level, closed, why = (
        values + [None, 1, 0, ""][len(values) - 5 :]
    )
    return Slot(
        exercise=names()[exercise], sets=count, low=low, high=high, rest=rest,
        kg=kilograms(weight), level=level, closed=bool(closed), why=why,
    )  # fmt: skip


def set_from(row: Mapping[Any, Any]) -> LoggedSet:
    """A row of the sets table as a record."""
    return LoggedSet(
        slot=row["slot"],
        set=row["set"],
        side=SIDES[row["side"]],
        exercise=names()[row["exercise"]],
        reps=row["reps"],
        seconds=row["seconds"],
        kg=kilograms(row["grams"]),
        at=row["at"],
        message_id=row["message_id"],
        part=row["part"],
    )


def set_to(workout: Workout, done: LoggedSet) -> dict[str, Any]:
    """A logged set as a row."""
    return {
        "workout_id": workout.id,
        "slot": done.slot,
        "set": done.set,
        "side": SIDES.index(done.side),
        "runner_id": workout.runner_id,
        "exercise": numbers()[done.exercise],
        "reps": done.reps,
        "seconds": done.seconds,
        "grams": grams(done.kg),
        "at": done.at,
        "message_id": done.message_id,
        "part": done.part,
    }


def workout_from(row: Mapping[Any, Any], logged: Iterable[LoggedSet]) -> Workout:
    """A row of the workouts table and its sets as a record; a packed one brings its own."""
    slots, rows = packing.unpack(row["packed"]) if row["packed"] else (row["slots"], None)
    return Workout(
        id=row["id"],
        runner_id=row["runner_id"],
        session=row["session"],
        local_date=row["local_date"],
        status=row["status"],
        opened_at=row["opened_at"],
        closed_at=row["closed_at"],
        slots=tuple(slot_from(values) for values in slots),
        sets=tuple(logged) if rows is None else tuple(set_from(each) for each in rows),
        note=row["note"],
    )


def workout_to(workout: Workout) -> dict[str, Any]:
    """The workout's own row, without whose it is and without its sets."""
    return {
        "session": workout.session,
        "local_date": workout.local_date,
        "status": workout.status,
        "opened_at": workout.opened_at,
        "closed_at": workout.closed_at,
        "slots": [slot_to(slot) for slot in workout.slots],
        "note": dict(workout.note),
    }


def packed(workout: Workout) -> bytes:
    """Slots and sets together, a sixth of what they take as rows."""
    return packing.pack(
        [slot_to(slot) for slot in workout.slots], [set_to(workout, done) for done in workout.sets]
    )
