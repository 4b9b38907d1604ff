"""What dates hold: the running week with its changes, and what keeps strength away or small on a date.

Race and taper after brief 3.6, illness and the way back after 3.7.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Literal

from bot.coach import racing
from storage.records import DayKind, Runner, Span, Week

Closed = Literal["paused", "away", "ill", "just-well", "race"]

DAY = timedelta(days=1)
BEFORE_RACE = 3  # days without strength
TAPER = 14  # days before a race from which two sets are enough
NOVICE_DAYS = 28
ODD = 1  # so that the weeks of 2026 are odd and even as on the calendar


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def kind_on(week: Week, day: date) -> DayKind:
    """What a date holds: the race, a single change, or the pattern (the alternate in odd weeks)."""
    if day == week.race_on:
        return "race"
    if day in week.changes:
        return week.changes[day]
    return (week.alternate if week.alternate and is_odd(day) else week.days)[day.weekday()]


def is_odd(day: date) -> bool:
    """Whether a date lies in an odd week, counted through: after a calendar week 53 comes an even one."""
    return monday_of(day).toordinal() // 7 % 2 == ODD


def kinds_of(week: Week, monday: date) -> tuple[DayKind, ...]:
    """The seven days of the week that begins on that Monday."""
    return tuple(kind_on(week, monday + n * DAY) for n in range(7))


def races_of(week: Week) -> tuple[date, ...]:
    """Every known race date."""
    marked = {day for day, kind in week.changes.items() if kind == "race"}
    return tuple(sorted(marked | ({week.race_on} if week.race_on else set())))


def covers(span: Span, day: date) -> bool:
    """Whether a date lies in the span, both ends included."""
    return span.first <= day and (span.last is None or day <= span.last)


def closed(runner: Runner, week: Week, day: date) -> Closed | None:
    """Why no strength may come on a date, whatever the week says; None where it may.

    A pause ends on `paused_until`: that day is open again. The day after an illness is kept free (3.7).
    """
    if runner.paused_until is not None and day < runner.paused_until:
        return "paused"
    for span in week.spans:
        if covers(span, day):
            return span.why
    if any(span.why == "ill" and span.last is not None and day == span.last + DAY for span in week.spans):
        return "just-well"
    near = any(-_free_after(week, race) <= (race - day).days <= BEFORE_RACE for race in races_of(week))
    return "race" if near else None


def _free_after(week: Week, race: date) -> int:
    """Days without strength after a race; its length is known of the goal race only."""
    return racing.free_after(week.race_km if race == week.race_on else None)


def is_novice(runner: Runner, on: date) -> bool:
    """Whether the person counts as a novice that day: as they said, else for the first four weeks."""
    if runner.habits.novice is not None:
        return runner.habits.novice
    return runner.started_on is None or (on - runner.started_on).days < NOVICE_DAYS


def weeks_so_far(runner: Runner, on: date) -> int:
    """Whole weeks of strength before the week of that day; 0 where none was begun."""
    if runner.started_on is None:
        return 0
    return max(0, (monday_of(on) - monday_of(runner.started_on)).days // 7)


def most_sets(week: Week, day: date, sessions: Iterable[date]) -> tuple[int | None, str]:
    """The most sets an exercise gets that day and the phrase that says why; (None, "") where none.

    `sessions` are the strength days before it, done or planned.
    """
    earlier = [other for other in sessions if other < day]
    for span in week.spans:
        if span.why == "ill" and span.last is not None and span.last < day:
            back = sum(other > span.last for other in earlier)
            if back < 2:
                return back + 1, f"why-day-after-ill-{back + 1}"
    for race in races_of(week):
        if race < day and not any(race < other for other in earlier) and (day - race).days <= TAPER:
            return 1, "why-day-after-race"
        if 0 < (race - day).days <= TAPER:
            return 2, "why-day-taper"
    return None, ""


def free_of(day: date, others: Collection[date]) -> bool:
    """Whether at least one day lies between this day and every other one."""
    return all(abs((day - other).days) >= 2 for other in others if other != day)
