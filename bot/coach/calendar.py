"""The strength days on real dates: what is planned, on which session, how light, and why.

All of it follows from the person's records, the day and the days done: the same question, the same answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.coach import reasons, rhythm
from bot.coach.planner import Plan, sessions_for
from bot.coach.says import Say
from bot.coach.weeks_season import (
    DAY,
    closed,
    is_novice,
    kind_on,
    monday_of,
    most_sets,
    races_of,
    weeks_so_far,
)
from bot.coach.weeks_settled import Settled, settle
from storage.records import DayKind, Runner, Week

RECENT = 35  # days back within which sessions done count for what is planned
LOOK_AHEAD = 42  # days within which the next reminder is looked for

Day = date  # a local day; the fields called `date` hide the type
Status = Literal["planned", "done", "missed", "skipped", "moved"]


@dataclass(frozen=True, kw_only=True)
class PlannedDay:
    """A strength day. `most_sets` caps an exercise's sets (None: as planned), `why` are its reasons."""

    date: Day
    kind: DayKind
    session: str
    flags: tuple[str, ...] = ()  # light, same_day_hard, uses_rest_day
    most_sets: int | None = None
    origin: Day | None = None  # the day it was moved from, or the missed day it stands for
    why: tuple[Say, ...] = ()

    @property
    def light(self) -> bool:
        """Two sets, three to four reps in reserve, fewer leg exercises (brief 3.2 step 4)."""
        return "light" in self.flags


@dataclass(frozen=True, kw_only=True)
class DayView:
    """One date of the week as it is shown: the run, and what is or was with strength."""

    date: Day
    kind: DayKind
    closed: str | None  # paused, away, ill, just-well, race
    status: Status | None  # None: no strength
    strength: PlannedDay | None = None


def upcoming(
    runner: Runner, week: Week, *, today: date, done: Collection[date], days: int = 14
) -> tuple[PlannedDay, ...]:
    """The strength days from today on, within so many days. `done` are the local dates of finished workouts.

    Nothing is planned for someone to whom the safety screen applies. Days done already are left out.
    """
    return tuple(_ahead(runner, week, today, done, today + (days - 1) * DAY))


def _ahead(
    runner: Runner, week: Week, today: date, done: Collection[date], last: date
) -> Iterator[PlannedDay]:
    """The strength days from today to `last`, week by week as they are asked for."""
    if runner.screening == "applies":
        return
    earlier = [day for day in done if day >= today - RECENT * DAY]
    for settled in _weeks(runner, week, today, earlier[:], last):
        for day in _planned_days(runner, week, settled, earlier):
            if day.date <= last:
                yield day
        earlier += settled.planned


def next_due(
    runner: Runner, week: Week, *, now: datetime, done: Collection[date], sent: Collection[date] = ()
) -> tuple[PlannedDay, datetime] | None:
    """The next strength day whose reminder is to come, with its instant (UTC); None without zone or days.

    `sent` are local dates that had their reminder: they get no second one, whatever became of hour or zone.
    Once today's hour is over, the answer is what comes if nothing is done today; ask again when something is.
    """
    if runner.zone is None:
        return None
    today = rhythm.local(now, runner.zone).date()
    hour = rhythm.instant(runner.zone, today, runner.hour)
    if today not in done and (today in sent or hour is None or hour <= now):
        today += DAY
    for day in _ahead(runner, week, today, done, today + LOOK_AHEAD * DAY):
        moment = rhythm.instant(runner.zone, day.date, runner.hour)
        if moment is not None and moment > now and day.date not in sent:
            return day, moment
    return None


def week_view(
    runner: Runner, week: Week, *, monday: date, today: date, done: Collection[date]
) -> tuple[DayView, ...]:
    """A whole week, past days too: runs, rest, strength planned, done, moved, skipped or missed."""
    weeks = _weeks(runner, week, min(monday, today), done, monday + 6 * DAY, as_of=today)
    settled = next(each for each in weeks if each.monday == monday)
    before = [day for day in done if day < monday]
    strength = {each.date: each for each in _planned_days(runner, week, settled, before)}
    return tuple(
        _view(runner, week, settled, day, strength.get(day)) for day in (monday + n * DAY for n in range(7))
    )


def why(runner: Runner, week: Week, day: date, *, today: date, done: Collection[date]) -> tuple[Say, ...]:
    """Why strength is on a date, or why it is not."""
    shut = closed(runner, week, day)
    if shut:
        return (Say(phrase=f"why-day-closed-{shut}", facts={"day": reasons.day_name(day.weekday())}),)
    *_, settled = _weeks(runner, week, min(today, day), done, day, as_of=today)
    if day in settled.planned:
        earlier = [other for other in done if other < day]
        return next(each.why for each in _planned_days(runner, week, settled, earlier) if each.date == day)
    return reasons.why(settled.plan, day.weekday())


def plan_of(runner: Runner, week: Week, *, today: date, done: Collection[date] = ()) -> Plan:
    """The plan of the week that holds `today`, with all scores: for "which days?" and the week's card."""
    return next(iter(_weeks(runner, week, today, done, today))).plan


def _weeks(
    runner: Runner, week: Week, first: date, done: Collection[date], last: date, as_of: date | None = None
) -> Iterator[Settled]:
    """The settled weeks from that of `first` to that of `last`, each knowing the one before."""
    monday = monday_of(first)
    taken = frozenset(day for day in done if monday - 7 * DAY <= day < monday)
    while monday <= last:
        settled = settle(runner, week, monday, today=as_of or first, done=done, taken=taken)
        yield settled
        taken, monday = frozenset(settled.sessions), monday + 7 * DAY


def _planned_days(
    runner: Runner, week: Week, settled: Settled, earlier: Collection[date]
) -> Iterator[PlannedDay]:
    """The days still to come of a settled week, with sessions dealt out in order."""
    letters = _sessions(runner, settled)
    sessions = settled.sessions
    for day in settled.planned:
        score = settled.plan.scores[day.weekday()]
        before = [*earlier, *(other for other in sessions if other < day)]
        sets, cause = most_sets(week, day, dict.fromkeys(before))
        light = score.light or sets == 1
        small = light or cause.startswith("why-day-after")
        yield PlannedDay(
            date=day,
            kind=kind_on(week, day),
            session="bodyweight" if small else letters[sessions.index(day)],
            flags=tuple(dict.fromkeys((*(("light",) if light else ()), *score.flags))),
            most_sets=min(sets or 2, 2) if light else sets,
            origin=settled.origins.get(day) or settled.replaces.get(day),
            why=_why(settled, day, cause),
        )


def _sessions(runner: Runner, settled: Settled) -> tuple[str, ...]:
    """The session of each strength day of the week, in order, whichever date it fell on."""
    weeks = weeks_so_far(runner, settled.monday) if is_novice(runner, settled.monday) else None
    number = settled.monday.toordinal() // 7
    count = max(len(settled.sessions), len(settled.plan.days))
    return sessions_for(count, number, novice_weeks=weeks, dumbbells=runner.kit == "dumbbells")


def _why(settled: Settled, day: date, cause: str) -> tuple[Say, ...]:
    name = reasons.day_name(day.weekday())
    if day in settled.origins:
        other = reasons.day_name(settled.origins[day].weekday())
        says: tuple[Say, ...] = (Say(phrase="why-day-moved", facts={"day": name, "other": other}),)
    elif day in settled.replaces:
        other = reasons.day_name(settled.replaces[day].weekday())
        says = (Say(phrase="why-day-instead", facts={"day": name, "other": other}),)
    else:
        says = reasons.why(settled.plan, day.weekday())[:1]
    more = (Say(phrase=cause),) if cause else ()
    return (*says, *reasons.light(settled.plan, day.weekday()), *more)


def _view(runner: Runner, week: Week, settled: Settled, day: date, strength: PlannedDay | None) -> DayView:
    went = {source for source, there in week.moved.items() if there}
    status: Status | None = None
    if day in settled.done:
        status = "done"
    elif day in settled.planned:
        status = "planned"
    elif day in settled.skipped:
        status = "skipped"
    elif day in went and day.weekday() in settled.plan.days:
        status = "moved"
    elif day in settled.missed:
        status = "missed"
    return DayView(
        date=day, kind=kind_on(week, day), closed=closed(runner, week, day), status=status, strength=strength
    )


def days_to_race(week: Week, today: date) -> int | None:
    """Days until the next known race; None where there is none."""
    coming = [race for race in races_of(week) if race >= today]
    return (coming[0] - today).days if coming else None
