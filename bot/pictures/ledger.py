"""From workouts as remembered to the data that the charts draw. Dates are the person's local days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from storage.records import LoggedSet, Workout

Data = dict[str, Any]


def counted(workout: Workout) -> dict[tuple[int, int], list[LoggedSet]]:
    """The sets of a workout, its parts and sides together: one entry for each set that was done."""
    out: dict[tuple[int, int], list[LoggedSet]] = {}
    for done in workout.sets:
        out.setdefault((done.slot, done.set), []).append(done)
    return out


def amount(parts: Sequence[LoggedSet]) -> int:
    """What a set came to: its reps, both sides together, or its longest hold in seconds."""
    reps = sum(part.reps or 0 for part in parts)
    return reps or max((part.seconds or 0 for part in parts), default=0)


def exercise(workouts: Iterable[Workout], about: str, name: str) -> Data:
    """Data of `progress:exercise`: the best set of each day, with its load and level."""
    points: dict[date, Data] = {}
    unit = "reps"
    for workout in sorted(workouts, key=lambda w: (w.local_date, w.opened_at)):
        for (slot, _), parts in counted(workout).items():
            if parts[0].exercise != about or not amount(parts):
                continue
            unit = "reps" if any(part.reps for part in parts) else "seconds"
            point = {"on": workout.local_date.isoformat(), "value": amount(parts), "kg": parts[0].kg}
            point["level"] = workout.slots[slot].level if slot < len(workout.slots) else 1
            best = points.get(workout.local_date)
            if best is None or point["value"] > best["value"]:
                points[workout.local_date] = point
    return {"name": name, "unit": unit, "points": list(points.values())}


def weekly(workouts: Iterable[Workout], today: date, goal: int | None) -> Data:
    """Data of `progress:sets`: every week from the first workout to this one, empty weeks too."""
    done: dict[date, int] = {}
    for workout in workouts:
        monday = workout.local_date - timedelta(days=workout.local_date.weekday())
        done[monday] = done.get(monday, 0) + len(counted(workout))
    weeks, monday = [], min(done, default=today)
    while done and monday <= today:
        weeks.append({"on": monday.isoformat(), "sets": done.get(monday, 0)})
        monday += timedelta(weeks=1)
    return {"weeks": weeks, "goal": goal}


def calendar(workouts: Iterable[Workout], today: date) -> Data:
    """Data of `progress:calendar`: the sets of each day."""
    done: dict[str, int] = {}
    for workout in workouts:
        on = workout.local_date.isoformat()
        done[on] = done.get(on, 0) + len(counted(workout))
    return {
        "days": [{"on": on, "sets": count} for on, count in sorted(done.items())],
        "until": today.isoformat(),
    }


def summary(workout: Workout, *, title: str, names: Mapping[str, str], muscles: Mapping[str, int]) -> Data:
    """Data of `summary`: `names` of the exercises, `muscles` with their sets (as the body map)."""
    sets = counted(workout)
    rows: dict[str, list[str]] = {}
    for parts in sets.values():
        if amount(parts):
            rows.setdefault(parts[0].exercise, []).append(said(parts))
    ended = workout.closed_at or max((done.at for done in workout.sets), default=workout.opened_at)
    return {
        "title": title,
        "on": workout.local_date.isoformat(),
        "sets": len(sets),
        "reps": sum(done.reps or 0 for done in workout.sets),
        "minutes": round((ended - workout.opened_at).total_seconds() / 60),
        "kg": round(sum((done.kg or 0) * (done.reps or 0) for done in workout.sets)),
        "muscles": dict(muscles),
        "rows": [{"name": names.get(about, about), "text": " · ".join(told)} for about, told in rows.items()],
    }


def said(parts: Sequence[LoggedSet]) -> str:
    """A set in signs that need no language: 10, 30 s, 10 × 8 kg."""
    text = str(amount(parts)) if any(part.reps for part in parts) else f"{amount(parts)} s"
    return f"{text} × {parts[0].kg:g} kg" if parts[0].kg else text
