"""When a workout is made easier: soreness, breaks, illness, races, little time (brief 3.5-3.7 and 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from bot.coach.ladder import easier, lighter
from content.model import Exercise
from storage.records import Slot

Cut = Literal["", "none", "light", "two"]
SECONDS_A_REP = 3.5
FROM_THE_START = ("why-deload", "why-ill", "why-after-race")


@dataclass(frozen=True, kw_only=True)
class Day:
    """What speaks for less than planned today. Soreness 0-10; gap in days since the last workout."""

    soreness: int | None = None
    limping: bool = False  # soreness that changes how the person walks
    gap: int | None = None
    deload: bool = False
    gentle: bool = False  # the two-set start in weeks 1 and 2
    since_ill: int | None = None  # workouts done since an illness: 0 is the first one back
    race: Cut = ""
    after_race: bool = False  # the first workout after a race
    long_break: bool = False  # 65 and over, or back after a long break: one set
    minutes: int | None = None  # the time there is


def is_rest(day: Day) -> bool:
    """Whether there should be no training: very sore, walking differently, or a race within three days."""
    return day.limping or (day.soreness or 0) >= 7 or day.race == "none"


def adjust(
    slots: Sequence[Slot],
    day: Day,
    exercises: Mapping[str, Exercise],
    *,
    weights: Sequence[float] = (),
) -> tuple[Slot, ...]:
    """The slots as they should be today: never more than planned, each with the phrase id of its reason.

    Empty when the day is one to rest. The reason that cuts most is the one told.
    """
    if is_rest(day):
        return ()
    eased = tuple(_eased(slot, day, exercises[slot.exercise], weights) for slot in slots)
    return short(eased, day.minutes, exercises) if day.minutes is not None else eased


def _eased(slot: Slot, day: Day, exercise: Exercise, weights: Sequence[float]) -> Slot:
    limits = _limits(slot, day)
    sets, why = min(limits, key=lambda limit: limit[0], default=(slot.sets, slot.why))
    slot = replace(slot, sets=sets, why=why) if sets < slot.sets else slot
    if why in FROM_THE_START:  # plenty left at the end of each set: from the start of the range
        low = min(slot.low, exercise.rung(slot.level).low)
        slot = replace(slot, low=low, high=low if exercise.unit == "seconds" else slot.high)
    if day.since_ill == 0 or day.race == "light":
        return _without_weight(slot, exercise, "why-ill" if day.since_ill == 0 else "why-race")
    if day.gap is not None and day.gap >= 21:
        return _stepped_back(slot, exercise, weights, "why-gap")
    return slot


def _limits(slot: Slot, day: Day) -> list[tuple[int, str]]:
    """How many sets each circumstance leaves, with its reason."""
    found: list[tuple[int, str]] = []
    if day.since_ill in (0, 1):
        found.append((day.since_ill + 1, "why-ill"))
    if day.after_race or day.long_break:
        found.append((1, "why-after-race" if day.after_race else "why-gap"))
    if day.race in ("light", "two"):
        found.append((2, "why-race"))
    if day.deload:
        found.append((2, "why-deload"))
    if day.gap is not None and day.gap > 10:
        found.append((2, "why-gap"))
    if 4 <= (day.soreness or 0) <= 6:
        found.append((max(1, slot.sets - 1), "why-sore"))
    if day.gentle:
        found.append((2, "why-gentle"))
    return [(min(sets, slot.sets), why) for sets, why in found]


def _without_weight(slot: Slot, exercise: Exercise, why: str) -> Slot:
    """The easier variation without weight where there is one; nothing new and nothing heavy."""
    found = easier(exercise, 1) if slot.kg is not None else None
    if found is None or found.loaded:
        return slot
    return replace(slot, level=found.level, low=found.low, high=max(found.low, found.high), kg=None, why=why)


def _stepped_back(slot: Slot, exercise: Exercise, weights: Sequence[float], why: str) -> Slot:
    """After three weeks or more: a fifth less weight, or one level down (brief 3.5)."""
    if slot.kg is not None:
        kg = min(slot.kg, lighter(slot.kg, weights))
        return replace(slot, kg=kg, low=min(slot.low, exercise.low), why=why)
    found = easier(exercise, slot.level)
    low = min(slot.low, exercise.low if found is None else found.low)
    high = low if exercise.unit == "seconds" else max(low, slot.high)
    return replace(slot, level=slot.level if found is None else found.level, low=low, high=high, why=why)


def restarts(gap: int | None) -> bool:
    """Whether a break was so long (over four weeks) that targets begin again as in week 1 (brief 3.5)."""
    return gap is not None and gap > 28


def race_cut(today: date, race_on: date | None) -> Cut:
    """What the days before a race leave: nothing in the last three, light, or two sets (brief 3.6)."""
    if race_on is None or not 0 <= (days := (race_on - today).days) <= 14:
        return ""
    return "none" if days <= 3 else "light" if days <= 7 else "two"


def deload_reason(
    *,
    weeks: int,
    poor_sessions: int = 0,
    sore_after_72h: int = 0,
    ill: bool = False,
    poor_sleep: bool = False,
    biggest_run_week: bool = False,
) -> str | None:
    """The phrase id of why a light week is due, `weeks` after the last one; None when it is not (brief 4)."""
    if poor_sessions >= 2:
        return "why-deload-two-hard"
    if sore_after_72h >= 5:
        return "why-deload-sore"
    if ill or poor_sleep:
        return "why-deload-tired"
    if biggest_run_week:
        return "why-deload-big-week"
    return "why-deload-due" if weeks >= 6 or (weeks >= 4 and poor_sessions > 0) else None


def seconds_for(slot: Slot) -> int:
    """About how long a slot takes with its rests, in seconds."""
    per_set = slot.high if slot.low >= 15 and slot.high >= 20 else slot.high * SECONDS_A_REP
    return round(slot.sets * (per_set + slot.rest))


def short(slots: Sequence[Slot], minutes: int, exercises: Mapping[str, Exercise]) -> tuple[Slot, ...]:
    """The most useful part that fits into `minutes`: two sets each, muscles not yet trained first.

    At least one exercise stays; what is left out is closed, not gone, so that the card can say so.
    """
    cut = [replace(s, sets=min(2, s.sets), why="why-short" if s.sets > 2 else s.why) for s in slots]
    order = _by_use(cut, exercises)
    budget, kept = minutes * 60, {order[0]} if order else set()
    budget -= seconds_for(cut[order[0]]) if order else 0
    for i in order[1:]:
        if seconds_for(cut[i]) <= budget:
            budget -= seconds_for(cut[i])
            kept.add(i)
    return tuple(s if i in kept else replace(s, closed=True, why="why-short") for i, s in enumerate(cut))


def _by_use(slots: Sequence[Slot], exercises: Mapping[str, Exercise]) -> list[int]:
    """The open slots, each time the one whose main muscles are newest; the session's order on ties."""
    left = [i for i, s in enumerate(slots) if not s.closed]
    order: list[int] = []
    trained: set[str] = set()
    while left:
        best = max(left, key=lambda i: (len(set(exercises[slots[i].exercise].main) - trained), -i))
        order.append(best)
        left.remove(best)
        trained |= set(exercises[slots[best].exercise].main)
    return order
