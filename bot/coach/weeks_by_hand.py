"""Strength days chosen by hand: they stand, and what that costs is said (brief 3.1, 3.2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from bot.coach import calendar, reasons
from bot.coach.planner import Plan, leaves_rest
from bot.coach.says import Say
from storage.records import Runner, Week

MOST = 3  # strength days a week


def consequence(runner: Runner, week: Week, chosen: Collection[int], *, today: date) -> tuple[Say, ...]:
    """A line for each chosen weekday (0 = Monday): why it is good, light or dear, or why it cannot stand."""
    if not chosen:
        return ()
    found = calendar.plan_of(runner, replace(week, chosen=tuple(sorted(chosen))), today=today)
    own = calendar.plan_of(runner, replace(week, chosen=None), today=today)
    lines = [line for day in sorted(chosen) for line in _day(found, day)]
    if "rest" in found.week and not leaves_rest(found.week, found.days):
        lines.append(Say(phrase="hand-no-rest"))
    if 6 in chosen and 0 in chosen:
        lines.append(Say(phrase="hand-weekend"))
    if own.days and set(own.days) != set(chosen):
        lines.append(Say(phrase="hand-ours", facts={"days": reasons.day_names(own.days)}))
    return tuple(lines)


def _day(found: Plan, day: int) -> tuple[Say, ...]:
    if day in found.days:
        return reasons.why(found, day)
    name = reasons.day_name(day)
    near = [other for other in found.days if abs(other - day) == 1]
    if near:
        return (Say(phrase="why-day-too-close", facts={"day": name, "other": reasons.day_names(near)}),)
    if found.week[day] == "race" or found.scores[day].points is None:
        return (Say(phrase=f"why-day-{found.scores[day].row}", facts={"day": name}),)
    return (Say(phrase="hand-too-many", facts={"day": name}),)
