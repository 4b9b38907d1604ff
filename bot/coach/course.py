"""Where a workout stands, from its slots and sets alone: which set is due, what was done, how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.coach.meaning import Said, Sided
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
    return workout.made.get(slot, 0)


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
    return sum(workout.made.values())


def total(workout: Workout) -> int:
    """Sets planned, with closed slots counting only what was done."""
    return sum(
        made(workout, number) if slot.closed else max(slot.sets, made(workout, number))
        for number, slot in enumerate(workout.slots)
    )


def counts(workout: Workout) -> bool:
    """Whether a workout counts as done: it went to its end, or at least half of its planned sets are logged."""
    planned = sum(slot.sets for slot in workout.slots)
    whole = workout.status == "done" and workout.closed_at is not None
    return bool(workout.sets) and (whole or 2 * done_count(workout) >= planned)


def last_set(workout: Workout) -> tuple[LoggedSet, ...]:
    """The rows of the set logged last (two where it has sides), or nothing."""
    if not workout.sets:
        return ()
    newest = max(
        workout.sets, key=lambda done: (done.at, done.message_id or 0, done.part, done.slot, done.set)
    )
    return tuple(each for each in workout.sets if (each.slot, each.set) == (newest.slot, newest.set))


def sided(slot: Slot, library: Library, *, per_side: bool) -> Sided:
    """How a slot counts: both at once, both sides as a total, or per side (also where the person counts so)."""
    found = library.exercises[slot.exercise].rung(slot.level).sided
    return "per_side" if found == "total" and per_side else found


def counts_per_side(workout: Workout) -> bool:
    """Whether the person counted per side when the workout was opened."""
    return bool(workout.note.get("per_side"))


def rows_for(
    place: DueSet,
    said: Sequence[Said],
    library: Library,
    *,
    at: datetime,
    message_id: int | None,
    part: int = 0,
    per_side: bool = False,
) -> tuple[LoggedSet, ...]:
    """One done set as rows: left and right where sides count or were named, one row otherwise.

    `said` is what was said of the set: once, or once for each side. What is not said is as planned.
    """
    counts = sided(place.plan, library, per_side=per_side)
    timed = library.exercises[place.plan.exercise].rung(place.plan.level).unit == "seconds"
    named = [each for each in said if each.side] if counts != "both" else []
    planned = place.plan.low if counts == "per_side" else max(1, place.plan.low // 2)
    first = said[0] if said else Said()
    each: dict[Side, Said] = {"": first}
    if named or counts == "per_side":
        rest = Said(reps=planned, seconds=planned, kg=first.kg)
        whole = first if not first.side else rest
        each = {side: _for_side(named, side, whole) for side in ("left", "right")}
        place = replace(place, plan=replace(place.plan, low=planned))
    return tuple(
        LoggedSet(
            slot=place.slot,
            set=place.set,
            side=side,
            exercise=place.plan.exercise,
            reps=None if timed else (place.plan.low if one.reps is None else one.reps),
            seconds=(place.plan.low if one.seconds is None else one.seconds) if timed else None,
            kg=place.plan.kg if one.kg is None else one.kg,
            at=at,
            message_id=message_id,
            part=part * 2 + offset,
        )
        for offset, (side, one) in enumerate(each.items())
    )


def _for_side(named: Sequence[Said], side: Side, rest: Said) -> Said:
    return next((one for one in named if one.side in (side, "each")), rest)


def by_set(said: Sequence[Said]) -> list[tuple[Said, ...]]:
    """What was said, set by set: left and right after one another are one set."""
    found: list[tuple[Said, ...]] = []
    for one in said:
        last = found[-1] if found else ()
        if len(last) == 1 and {last[0].side, one.side} == {"left", "right"}:
            found[-1] = (*last, one)
        else:
            found.append((one,))
    return found


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
