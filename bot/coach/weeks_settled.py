"""One week on dates: the plan and what became of it: done, missed, moved, skipped, replaced (brief 3.5).

A missed day is never doubled up. It gets another place in the same week only where a day scores at least 35,
lies two days or more from every done or planned session and leaves a rest day free; else it is skipped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import combinations, pairwise

from bot.coach import rhythm
from bot.coach.planner import Case, Plan, leaves_rest, score_days, solve
from bot.coach.weeks_season import DAY, closed, free_of, is_novice, kind_on, kinds_of, monday_of
from storage.records import Runner, Week

REPLACES_FROM = 35  # the least a day must score to take over a missed session


@dataclass(frozen=True, kw_only=True)
class Settled:
    """A week that begins on `monday`: the plan and the dates that follow from it."""

    monday: date
    plan: Plan
    planned: tuple[date, ...]  # strength days still to come, today included
    done: tuple[date, ...]
    missed: tuple[date, ...]  # planned, past, not done and not replaced by another done day
    skipped: tuple[date, ...]
    origins: dict[date, date] = field(default_factory=dict)  # moved: where it went -> where it was planned
    replaces: dict[date, date] = field(default_factory=dict)  # new place -> the missed or displaced day

    @property
    def sessions(self) -> tuple[date, ...]:
        """Every strength day of the week, done or to come, in order."""
        return tuple(sorted({*self.done, *self.planned}))


def week_plan(runner: Runner, week: Week, monday: date, taken: Collection[date] = ()) -> Plan:
    """The plan of one real week: its own kinds, the real neighbours, and the dates on which nothing may come.

    `taken` are strength days of the week before. Days chosen by hand stand where hard limits let them.
    """
    kinds = kinds_of(week, monday)
    race_week = "race" in kinds
    dates = [monday + n * DAY for n in range(7)]
    shut = {n: why for n, day in enumerate(dates) if (why := closed(runner, week, day))}
    sick = {n for n, why in shut.items() if why in ("ill", "just-well")}
    near = {n for n, day in enumerate(dates) if not free_of(day, taken)}
    case = Case(
        week=kinds,
        wanted=min(max(week.wanted, 1), 3),
        novice=is_novice(runner, monday),
        before=None if race_week else kind_on(week, monday - DAY),
        after=None if race_week else kind_on(week, monday + 7 * DAY),
        blocked=frozenset((shut.keys() - sick) | near),
    )
    found = solve(case) if week.chosen is None else _by_hand(case, week.chosen)
    return _without(found, sick) if sick else found


def _without(found: Plan, sick: Collection[int]) -> Plan:
    """A week with illness keeps its other days; nothing is crowded into what is left (brief 3.7)."""
    days = tuple(day for day in found.days if day not in sick)
    scores = tuple(
        replace(score, row="blocked", base=None, off=()) if score.day in sick else score
        for score in found.scores
    )
    return replace(found, days=days, scores=scores, wanted=len(days), suggestion=None)


def _by_hand(case: Case, chosen: Collection[int]) -> Plan:
    """The days a person chose, without those that are closed or follow another one directly."""
    days: list[int] = []
    for day in sorted(set(chosen)):
        if day not in case.blocked and not (days and day - days[-1] < 2) and case.week[day] != "race":
            days.append(day)
    days = days[: 1 if "race" in case.week else 3]
    return Plan(
        week=case.week,
        wanted=len(days),
        novice=case.novice,
        days=tuple(days),
        scores=score_days(case),
        total=0,
    )


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What a week is settled from; every date local to the person."""

    runner: Runner
    week: Week
    monday: date
    today: date
    done: frozenset[date]
    taken: frozenset[date]  # strength days of the week before
    plan: Plan

    def here(self, days: Iterable[date]) -> tuple[date, ...]:
        """Those of the days that lie in this week, in order."""
        last = self.monday + 6 * DAY
        return tuple(sorted(day for day in days if self.monday <= day <= last))

    @cached_property
    def base(self) -> tuple[date, ...]:
        """The planned dates before anything became of them."""
        return tuple(self.monday + n * DAY for n in self.plan.days)

    @cached_property
    def left(self) -> frozenset[date]:
        """Days from which strength was moved away or skipped."""
        return frozenset(self.here(self.week.moved))


def settle(
    runner: Runner,
    week: Week,
    monday: date,
    *,
    today: date,
    done: Collection[date],
    taken: Collection[date] = (),
) -> Settled:
    """What a week holds as of `today`; `taken` are the strength days of the week before."""
    found = week_plan(runner, week, monday, taken)
    scene = Scene(
        runner=runner,
        week=week,
        monday=monday,
        today=today,
        done=frozenset(done),
        taken=frozenset(taken),
        plan=found,
    )
    origins, refused = _arrivals(scene)
    fixed = {*scene.done, *taken, *origins}
    keep = [day for day in scene.base if day >= today and day not in scene.left | scene.done]
    stay = _without_surplus(scene, [day for day in keep if free_of(day, fixed)], origins)
    missed = _missed(scene, origins)
    lost = [*missed, *(day for day in keep if not free_of(day, fixed)), *refused]
    places = _places(scene, _still_lost(scene, lost, origins), {*fixed, *stay})
    return Settled(
        monday=monday,
        plan=found,
        planned=tuple(sorted({*stay, *places, *(day for day in origins if day not in scene.done)})),
        done=scene.here(scene.done),
        missed=tuple(missed),
        skipped=tuple(day for day in sorted(scene.left) if week.moved[day] is None and day not in scene.done),
        origins=origins,
        replaces=dict(zip(places, lost, strict=False)),
    )


def _arrivals(scene: Scene) -> tuple[dict[date, date], list[date]]:
    """Moved days that come to this week, and this week's own that found no place where they were sent."""
    origins: dict[date, date] = {}
    refused: list[date] = []
    went = [
        (there, day) for day, there in scene.week.moved.items() if there and monday_of(there) == scene.monday
    ]
    for there, day in sorted(went):
        if there in scene.done or (there >= scene.today and _may_come(scene, there, origins)):
            origins[there] = day
        elif there >= scene.today and day in scene.here([day]):
            refused.append(day)
    return origins, refused


def _may_come(scene: Scene, there: date, origins: Collection[date]) -> bool:
    others = {*scene.done, *scene.taken, *origins}
    room = len(origins) + len(scene.here(scene.done)) < (1 if scene.plan.race_week else 3)
    return room and not closed(scene.runner, scene.week, there) and free_of(there, others)


def _missed(scene: Scene, origins: Iterable[date]) -> list[date]:
    """Planned days in the past without a session; days before the person came do not count."""
    came = rhythm.local(scene.runner.created_at, scene.runner.zone or "UTC").date()
    over = [day for day in scene.base if came <= day < scene.today and day not in scene.left | scene.done]
    gone = [
        day
        for day in scene.left
        if (there := scene.week.moved[day])
        and there < scene.today
        and there not in scene.done
        and there not in origins
    ]
    return sorted([*over, *gone])


def _still_lost(scene: Scene, lost: Sequence[date], origins: dict[date, date]) -> int:
    """How many lost days may be replaced: other sessions done, moved or skipped stand for some of them."""
    others = [day for day in scene.here(scene.done) if day not in scene.base and day not in origins]
    stand_ins = [day for day in scene.left if day not in scene.base and day not in lost]
    return max(0, len(lost) - len(others) - len(stand_ins))


def _without_surplus(scene: Scene, days: list[date], origins: dict[date, date]) -> list[date]:
    """Days beyond the week's number, where more was done than planned, fall away: the nearest first."""
    guests = sum(monday_of(day) != scene.monday for day in origins.values())
    most = 1 if scene.plan.race_week else min(3, len(scene.base) + guests)
    others = {*scene.here(scene.done), *origins}
    return days[max(0, len(others) + len(days) - most) :]


def _places(scene: Scene, count: int, fixed: Collection[date]) -> tuple[date, ...]:
    """The best new dates for at most `count` lost days."""
    if count == 0:
        return ()
    coming = week_plan(scene.runner, scene.week, scene.monday + 7 * DAY).days
    around = {*fixed, *(scene.monday + (7 + n) * DAY for n in coming), *_next_arrivals(scene)}
    open_days = [
        day
        for n in range(7)
        if (day := scene.monday + n * DAY) >= scene.today
        and day not in scene.left | scene.done
        and (scene.plan.scores[n].points or 0) >= REPLACES_FROM
        and free_of(day, around - {day})
        and day not in around
    ]
    taken = [day.weekday() for day in scene.here(fixed)]
    for k in range(min(count, 3 - len(taken)), 0, -1):
        fitting = [days for days in combinations(open_days, k) if _together(scene, days, taken)]
        if fitting:
            return min(fitting, key=lambda days: (-_worth(scene, days), days))
    return ()


def _next_arrivals(scene: Scene) -> set[date]:
    return {day for day in scene.week.moved.values() if day and monday_of(day) == scene.monday + 7 * DAY}


def _together(scene: Scene, days: tuple[date, ...], taken: Sequence[int]) -> bool:
    spaced = all((after - day).days >= 2 for day, after in pairwise(days))
    return spaced and leaves_rest(scene.plan.week, [*taken, *(day.weekday() for day in days)])


def _worth(scene: Scene, days: Iterable[date]) -> int:
    return sum(scene.plan.scores[day.weekday()].points or 0 for day in days)
