"""A change of the week as data, and a week with it applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from bot.coach.says import Fact
from bot.coach.weeks_season import DAY, kind_on
from storage.records import DayKind, Span, Week

KEPT = 60  # days for which single changes of the past are kept

Kind = Literal[
    "set",
    "swap",
    "pattern",
    "wanted",
    "away",
    "ill",
    "back",
    "well",
    "race",
    "no-race",
    "days",
    "move",
    "skip",
    "reset",
]


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a person wants changed; which fields count depends on `kind`. Dates are local.

    set: `kinds` on dates and `weekdays` for good · swap: the runs of `day` and `other`, for good where `lasting` ·
    pattern: `week` and `alternate`, `race_on` · wanted: `wanted` · away, ill: `first` to `last` (None: open) ·
    back, well: `day`, the first one again · race: `day`, `race_km` · days: strength on `chosen` weekdays (None: the coach
    picks) · move: strength from `day` to `other` · skip: strength on `days` · reset: changes from `on` are undone.
    """

    kind: Kind
    on: date  # the day it was said
    kinds: Mapping[date, DayKind] = field(default_factory=dict)
    weekdays: Mapping[int, DayKind] = field(default_factory=dict)
    day: date | None = None
    other: date | None = None
    days: tuple[date, ...] = ()
    first: date | None = None
    last: date | None = None
    lasting: bool = False
    wanted: int = 0
    week: tuple[DayKind, ...] = ()
    alternate: tuple[DayKind, ...] | None = None
    chosen: tuple[int, ...] | None = None
    race_on: date | None = None
    race_km: float | None = None


@dataclass(frozen=True, kw_only=True)
class Ask:
    """A question back: which phrase, and the changes to choose from (one: yes or no), best first."""

    phrase: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    options: tuple[Change, ...] = ()


def apply(week: Week, change: Change) -> Week:
    """The week with the change; the week before it, kept by the caller, takes it back."""
    return _pruned(_APPLY[change.kind](week, change), change.on - KEPT * DAY)


def _pruned(week: Week, since: date) -> Week:
    """Without single days and spans that are long over."""
    return replace(
        week,
        changes={day: kind for day, kind in week.changes.items() if day >= since},
        moved={day: there for day, there in week.moved.items() if max(day, there or day) >= since},
        spans=tuple(span for span in week.spans if span.last is None or span.last >= since),
    )


def _set(week: Week, change: Change) -> Week:
    days, alternate = list(week.days), list(week.alternate) if week.alternate else None
    changes = dict(week.changes)
    for weekday, kind in change.weekdays.items():
        days[weekday] = kind
        if alternate:
            alternate[weekday] = kind
        changes = {day: each for day, each in changes.items() if day < change.on or day.weekday() != weekday}
    changes.update(change.kinds)
    return replace(week, days=tuple(days), alternate=tuple(alternate) if alternate else None, changes=changes)


def _swap(week: Week, change: Change) -> Week:
    one, other = change.day, change.other
    if one is None or other is None:
        return week
    if not change.lasting:
        changes = {**week.changes, one: kind_on(week, other), other: kind_on(week, one)}
        race = {one: other, other: one}.get(week.race_on, week.race_on) if week.race_on else None
        return replace(week, changes=changes, race_on=race)
    return replace(
        week,
        days=_exchanged(week.days, one.weekday(), other.weekday()),
        alternate=_exchanged(week.alternate, one.weekday(), other.weekday()) if week.alternate else None,
    )


def _exchanged(days: tuple[DayKind, ...], one: int, other: int) -> tuple[DayKind, ...]:
    new = list(days)
    new[one], new[other] = days[other], days[one]
    return tuple(new)


def _pattern(week: Week, change: Change) -> Week:
    fresh = _cleared(week, change)
    race = change.race_on or week.race_on
    km = week.race_km if race == week.race_on else None
    return replace(fresh, days=change.week, alternate=change.alternate, chosen=None, race_on=race, race_km=km)


def _cleared(week: Week, change: Change) -> Week:
    """Without single changes and moves from the day on which it was said."""
    changes = {day: kind for day, kind in week.changes.items() if day < change.on}
    moved = {day: there for day, there in week.moved.items() if day < change.on}
    return replace(week, changes=changes, moved=moved)


def _wanted(week: Week, change: Change) -> Week:
    return replace(week, wanted=change.wanted, chosen=None)


def _span(week: Week, change: Change) -> Week:
    """Away or ill: added, in place of what it overlaps of its kind."""
    why: Literal["away", "ill"] = "ill" if change.kind == "ill" else "away"
    new = Span(first=change.first or change.on, last=change.last, why=why)
    kept = [span for span in week.spans if span.why != why or not _overlap(span, new)]
    return replace(week, spans=tuple(sorted((*kept, new), key=lambda span: span.first)))


def _overlap(one: Span, other: Span) -> bool:
    return (one.last is None or other.first <= one.last) and (other.last is None or one.first <= other.last)


def _over(week: Week, change: Change) -> Week:
    """Back or well again: spans that still run end the day before."""
    why, end = ("ill" if change.kind == "well" else "away"), (change.day or change.on) - DAY
    return replace(week, spans=tuple(_ended(week.spans, why, end)))


def _ended(spans: Iterable[Span], why: str, end: date) -> Iterable[Span]:
    for span in spans:
        if span.why != why or (span.last is not None and span.last <= end):
            yield span
        elif span.first <= end:
            yield replace(span, last=end)


def _race(week: Week, change: Change) -> Week:
    return replace(week, race_on=change.day, race_km=change.race_km if change.day else None)


def _days(week: Week, change: Change) -> Week:
    moved = {day: there for day, there in week.moved.items() if day < change.on}
    wanted = len(change.chosen) if change.chosen else week.wanted
    return replace(week, chosen=change.chosen, wanted=wanted, moved=moved)


def _move(week: Week, change: Change) -> Week:
    if change.day is None or change.other is None:
        return week
    return replace(week, moved=_sent(week.moved, change.day, change.other))


def _sent(moved: Mapping[date, date | None], day: date, there: date | None) -> dict[date, date | None]:
    """Moves with one more; a day that was moved there before is moved on from where it was planned."""
    origin = next((source for source, place in moved.items() if place == day), day)
    new = {**moved, origin: there}
    if origin == there:
        del new[origin]
    return new


def _skip(week: Week, change: Change) -> Week:
    moved = dict(week.moved)
    for day in change.days:
        moved = _sent(moved, day, None)
    return replace(week, moved=moved)


_APPLY = {
    "set": _set,
    "swap": _swap,
    "pattern": _pattern,
    "wanted": _wanted,
    "away": _span,
    "ill": _span,
    "back": _over,
    "well": _over,
    "race": _race,
    "no-race": _race,
    "days": _days,
    "move": _move,
    "skip": _skip,
    "reset": _cleared,
}
