"""Where a workout stands, from its slots and sets alone: which set is due, what was done, how far it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from bot.coach.meaning import Said
from content.library import Library
from storage.records import LoggedSet, Side, Slot, Workout


@dataclass(frozen=True, kw_only=True)
class DueSet:
    """The set that comes next: slot number, set number from 1, and the slot itself."""

    slot: int
    set: int
    plan: Slot


def made(workout: Workout, slot: int) -> int:
    """How many sets of a slot are logged (both sides count as one)."""
    return len({done.set for done in workout.sets if done.slot == slot})


def due(workout: Workout) -> DueSet | None:
    """The set that is due now, or None when all is done."""
    for number, slot in enumerate(workout.slots):
        count = made(workout, number)
        if not slot.closed and count < slot.sets:
            return DueSet(slot=number, set=count + 1, plan=slot)
    return None


def after(workout: Workout, place: DueSet) -> DueSet | None:
    """The set that will be due once `place` is done."""
    if place.set < place.plan.sets:
        return replace(place, set=place.set + 1)
    rest = [each for each in range(place.slot + 1, len(workout.slots)) if waits(workout, each)]
    return DueSet(slot=rest[0], set=made(workout, rest[0]) + 1, plan=workout.slots[rest[0]]) if rest else None


def waits(workout: Workout, slot: int) -> bool:
    """Whether a slot still has sets to come."""
    return not workout.slots[slot].closed and made(workout, slot) < workout.slots[slot].sets


def done_count(workout: Workout) -> int:
    """Sets done, both sides of a set counted once."""
    return len({(each.slot, each.set) for each in workout.sets})


def total(workout: Workout) -> int:
    """Sets planned, with closed slots counting only what was done."""
    return sum(
        made(workout, number) if slot.closed else max(slot.sets, made(workout, number))
        for number, slot in enumerate(workout.slots)
    )


def last_set(workout: Workout) -> tuple[LoggedSet, ...]:
    """The rows of the set logged last (two where it has sides), or nothing."""
    if not workout.sets:
        return ()
    newest = max(
        workout.sets, key=lambda done: (done.at, done.message_id or 0, done.part, done.slot, done.set)
    )
    return tuple(each for each in workout.sets if (each.slot, each.set) == (newest.slot, newest.set))


def rows_for(
    place: DueSet, said: Said, library: Library, *, at: datetime, message_id: int | None, part: int = 0
) -> tuple[LoggedSet, ...]:
    """One done set as rows: left and right where each side counts, one row otherwise. What is not said is as planned."""
    rung = library.exercises[place.plan.exercise].rung(place.plan.level)
    timed = rung.unit == "seconds"
    both = said.side == "each" or (rung.sided == "per_side" and not said.side)
    sides: tuple[Side, ...] = ("left", "right") if both else (cast(Side, said.side),)
    return tuple(
        LoggedSet(
            slot=place.slot,
            set=place.set,
            side=side,
            exercise=place.plan.exercise,
            reps=None if timed else (place.plan.low if said.reps is None else said.reps),
            seconds=(place.plan.low if said.seconds is None else said.seconds) if timed else None,
            kg=place.plan.kg if said.kg is None else said.kg,
            at=at,
            message_id=message_id,
            part=part * 2 + offset,
        )
        for offset, side in enumerate(sides)
    )


def with_sets(workout: Workout, rows: tuple[LoggedSet, ...]) -> Workout:
    """The workout with these rows added."""
    return replace(workout, sets=(*workout.sets, *rows))


def without(workout: Workout, slot: int, number: int) -> Workout:
    """The workout without one set; later sets of the slot move up, so that none is missing."""
    kept = tuple(
        replace(done, set=done.set - 1) if done.slot == slot and done.set > number else done
        for done in workout.sets
        if (done.slot, done.set) != (slot, number)
    )
    return replace(workout, sets=kept)


def close_slot(workout: Workout, slot: int, why: str = "") -> Workout:
    """The workout with no more sets to come in a slot."""
    slots = list(workout.slots)
    slots[slot] = replace(slots[slot], closed=True, why=why or slots[slot].why)
    return replace(workout, slots=tuple(slots))


def honest_end(workout: Workout, now: datetime) -> datetime:
    """When the workout really ended: a minute after its last set, at most now; its opening where there is none."""
    newest = max((done.at for done in workout.sets), default=workout.opened_at)
    return min(newest, now) if workout.sets else workout.opened_at
