"""What a workout consists of on the day it is opened: targets, kit, bans, and whatever makes today lighter."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from bot.coach import easing, progression
from bot.coach.calendar import PlannedDay
from content.library import Library
from content.model import Exercise
from storage.records import Runner, Slot, Target

SHORT = 10  # minutes of the short version


def slots(
    session: str,
    targets: Mapping[str, Target],
    runner: Runner,
    library: Library,
    *,
    planned: PlannedDay | None,
    today: date,
    banned: Collection[str] = (),
    short: bool = False,
) -> tuple[Slot, ...]:
    """The slots of a session as they are today: each exercise from its target, eased where today calls for it."""
    names = [replacement(name, runner, library, banned) for name in library.sessions[session].exercises]
    gap = days_off(targets, today)
    known = {} if easing.restarts(gap) else targets
    plain = [slot_of(name, known, runner, library) for name in dict.fromkeys(names) if name is not None]
    day = easing.Day(gap=gap, gentle=runner.habits.gentle, minutes=SHORT if short else None)
    eased = easing.adjust(plain, day, library.exercises, weights=runner.habits.weights)
    return tuple(capped(slot, planned) for slot in eased)


def slot_of(name: str, known: Mapping[str, Target], runner: Runner, library: Library) -> Slot:
    """An exercise as its target stands, counted the way the person counts now."""
    exercise = library.exercises[name]
    target = known.get(name) or progression.first_target(exercise, runner)
    per_side = runner.habits.per_side
    return progression.slot_for(
        progression.recounted(progression.keep(target), exercise, per_side=per_side), exercise
    )


def capped(slot: Slot, planned: PlannedDay | None) -> Slot:
    """At most as many sets as the planned day allows (light days, race weeks, after illness)."""
    most = planned.most_sets if planned else None
    if most is None or slot.sets <= most:
        return slot
    return Slot(
        exercise=slot.exercise, sets=most, low=slot.low, high=slot.high, rest=slot.rest,
        kg=slot.kg, level=slot.level, closed=slot.closed, why="why-light",
    )  # fmt: skip


def days_off(targets: Mapping[str, Target], today: date) -> int | None:
    """Days since anything was trained; None before the first time."""
    seen = [target.seen_on for target in targets.values() if target.seen_on]
    return (today - max(seen)).days if seen else None


def replacement(name: str, runner: Runner, library: Library, banned: Collection[str]) -> str | None:
    """The exercise itself, or, where it is banned, the first swap that is not; None where nothing is left."""
    if name not in banned:
        return name
    return next((other for other in swaps(name, runner, library, banned)), None)


def swaps(name: str, runner: Runner, library: Library, banned: Collection[str] = ()) -> tuple[str, ...]:
    """Exercises with the same muscles that fit the kit, best first: the content's list, then shared main muscles."""
    exercise = library.exercises[name]
    listed = [library.exercises[other] for other in exercise.swaps]
    alike = [
        other for other in library.exercises.values()
        if other.id != name and other not in listed and set(other.main) & set(exercise.main)
    ]  # fmt: skip
    return tuple(
        each.id
        for each in (*listed, *alike)
        if fits(each, runner) and each.id not in banned and each.id != name
    )


def fits(exercise: Exercise, runner: Runner) -> bool:
    """Whether the person has what the exercise needs."""
    return exercise.kit == "none" or runner.kit == "dumbbells"
