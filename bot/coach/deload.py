"""Light weeks: when one is due and why, from the workouts, the running week and what was decided (brief 4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.coach import easing
from bot.coach.weeks_season import kinds_of, monday_of
from storage.records import Choice, Week, Workout

ABOUT = "deload:"  # decisions about a week are kept under this and its Monday
LATER = "deload-later"  # the phrase of a refusal
WAITS = timedelta(weeks=2)  # for so long after a refusal none is proposed
WEEK = timedelta(weeks=1)
TOLD = ("why-deload-tired", "why-deload-big-week", "why-deload-sore")  # causes that people tell
RESTFUL = ("why-deload", "why-race", "why-ill", "why-after-race", "why-day-taper", "why-day-after")
LOAD = {"rest": 0, "easy": 1, "hard": 2, "long": 2, "race": 3}
LOOKED_BACK, MUCH_MORE = 6, 2  # running weeks compared, and how much more than any of them is a jump


def about(today: date) -> str:
    """What a decision about the week of that day is about."""
    return f"{ABOUT}{monday_of(today)}"


def reason(workouts: Sequence[Workout], week: Week, decided: Sequence[Choice], today: date) -> str:
    """The phrase of why this is a light week; empty where it is none.

    `workouts` are those of the last weeks, `decided` the choices about light weeks. What was decided for this
    week stands; a refusal lasts two weeks.
    """
    here = next((choice.phrase for choice in decided if choice.about == about(today)), "")
    if here:
        return "" if here == LATER else here
    if _began_light(workouts, today):
        return "why-deload"
    if any(choice.phrase == LATER and _monday(choice) >= monday_of(today) - WAITS for choice in decided):
        return ""
    found = easing.deload_reason(
        weeks=steady_weeks(workouts, today),
        poor_sessions=hard_in_a_row(workouts),
        biggest_run_week=is_biggest(week, today),
    )
    return found or ""


def _monday(choice: Choice) -> date:
    return date.fromisoformat(choice.about.removeprefix(ABOUT))


def _began_light(workouts: Sequence[Workout], today: date) -> bool:
    monday = monday_of(today)
    return any(
        slot.why == "why-deload"
        for each in workouts
        if each.sets and monday_of(each.local_date) == monday
        for slot in each.slots
    )


def steady_weeks(workouts: Sequence[Workout], today: date) -> int:
    """Weeks of training in a row before this one, back to the last that was light on purpose."""
    by_week: dict[date, list[Workout]] = {}
    for each in workouts:
        if each.sets:
            by_week.setdefault(monday_of(each.local_date), []).append(each)
    weeks, before = 0, monday_of(today) - WEEK
    while before in by_week and not any(_was_light(each) for each in by_week[before]):
        weeks, before = weeks + 1, before - WEEK
    return weeks


def _was_light(workout: Workout) -> bool:
    """Whether a workout was light on purpose: a light week, a race near, after an illness."""
    return any(slot.why.startswith(RESTFUL) for slot in workout.slots)


def hard_in_a_row(workouts: Sequence[Workout]) -> int:
    """The newest workouts in which half of the exercises or more were too hard."""
    count = 0
    for each in sorted((w for w in workouts if w.closed_at), key=lambda w: w.opened_at, reverse=True):
        efforts = list(each.note.get("effort", {}).values())
        if not efforts or 2 * efforts.count("hard") < max(len(efforts), 2):
            break
        count += 1
    return count


def load(week: Week, monday: date) -> int:
    """How much running a week holds: easy days count one, hard and long ones two, a race three."""
    return sum(LOAD[kind] for kind in kinds_of(week, monday))


def is_biggest(week: Week, today: date) -> bool:
    """Whether this week holds clearly more running than each of the six before: a hard or long run more."""
    monday = monday_of(today)
    before = max(load(week, monday - n * WEEK) for n in range(1, LOOKED_BACK + 1))
    return load(week, monday) >= before + MUCH_MORE
