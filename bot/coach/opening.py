"""What a workout consists of on the day it is opened: targets, kit, bans, and whatever makes today lighter."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.coach import easing, progression
from bot.coach.calendar import PlannedDay
from bot.coach.weeks_season import races_of
from content.library import Library
from content.model import Exercise
from storage.records import Runner, Slot, Target, Week, Workout

SHORT = 10  # minutes of the short version
RECENT = timedelta(weeks=8)  # how far back light weeks are looked for
BEFORE_TAPER = 21  # days before a race within which the taper is the light week
LIGHT_DAYS = ("why-day-taper", "why-day-after-race", "why-day-after-ill-1", "why-day-after-ill-2")


def slots(
    session: str,
    targets: Mapping[str, Target],
    runner: Runner,
    library: Library,
    *,
    planned: PlannedDay | None,
    today: date,
    banned: Collection[str] = (),
    day: easing.Day | None = None,
) -> tuple[Slot, ...]:
    """The slots of a session as they are today: each exercise from its target, eased where today calls for it."""
    template = library.sessions[session].exercises
    names = [replacement(name, runner, library, banned) for name in template]
    names += [name for name in runner.habits.addons if name in library.exercises and name not in banned]
    gap = days_off(targets, today)
    restarts = easing.restarts(gap)
    known = {} if restarts else targets
    plain = [slot_of(name, known, runner, library) for name in dict.fromkeys(names) if name is not None]
    instead = set(names).difference(template, runner.habits.addons)
    plain = [replace(s, why="why-banned") if s.exercise in instead and not s.why else s for s in plain]
    if restarts:
        plain = [replace(slot, why="why-restart") for slot in plain]
    day = replace(day or easing.Day(gentle=runner.habits.gentle), gap=None if restarts else gap)
    eased = easing.adjust(plain, day, library.exercises, weights=runner.habits.weights)
    return tuple(capped(slot, planned) for slot in eased)


def day_of(
    runner: Runner,
    week: Week,
    workouts: Sequence[Workout],
    today: date,
    *,
    soreness: int | None = None,
    minutes: int | None = None,
    light_week: bool = False,
) -> easing.Day:
    """What speaks for less today: illness, a race, hard weeks, soreness, little time. `workouts`: the last weeks'."""
    done = sorted({each.local_date for each in workouts if each.sets and each.local_date < today})
    races = races_of(week)
    cut = easing.race_cut(today, min((race for race in races if race >= today), default=None))
    taper = any(0 <= (race - today).days <= BEFORE_TAPER for race in races)
    last = max((race for race in races if race < today), default=None)
    after = last is not None and (today - last).days <= 14 and not any(day > last for day in done)
    return easing.Day(
        soreness=soreness,
        minutes=minutes,
        gentle=runner.habits.gentle,
        since_ill=_since_ill(week, done, today),
        race="light" if cut == "none" else cut,
        after_race=after,
        deload=light_week and not taper,
    )


def _since_ill(week: Week, done: Sequence[date], today: date) -> int | None:
    """Workouts done since the last illness; None where there was none in the last four weeks."""
    ends = [s.last for s in week.spans if s.why == "ill" and s.last is not None and s.last < today]
    last = max(ends, default=None)
    if last is None or (today - last).days > 28:
        return None
    return sum(day > last for day in done)


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
        kg=slot.kg, level=slot.level, closed=slot.closed, why=_cause(planned),
    )  # fmt: skip


def _cause(planned: PlannedDay | None) -> str:
    """The reason of a planned light day, where it is one that needs no facts."""
    causes = [say.phrase for say in planned.why if say.phrase in LIGHT_DAYS] if planned else []
    return causes[-1] if causes else "why-light"


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
