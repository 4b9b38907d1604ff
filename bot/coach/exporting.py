"""Everything the coach remembers of a person, as JSON and CSV. Times are ISO with the person's zone."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from typing import Any

from bot.coach.heard import local
from bot.coach.says import Fact, Kg, Ref
from storage.records import LoggedSet, Runner, Workout

COLUMNS = ("workout", "session", "exercise", "set", "side", "reps", "seconds", "kg", "time")


def rows(runner: Runner, workouts: Iterable[Workout]) -> list[dict[str, Any]]:
    """One row a set (two where both sides count), oldest first; empty values are None."""
    return [_row(runner, workout, done) for workout in workouts for done in sorted(workout.sets, key=_order)]


def _order(done: LoggedSet) -> tuple[datetime, int, int, str]:
    return done.at, done.slot, done.set, done.side


def _row(runner: Runner, workout: Workout, done: LoggedSet) -> dict[str, Any]:
    return {
        "workout": workout.id,
        "session": workout.session,
        "exercise": done.exercise,
        "set": done.set,
        "side": done.side or None,
        "reps": done.reps,
        "seconds": done.seconds,
        "kg": done.kg,
        "time": local(done.at, runner).isoformat(),
    }


def packed(facts: Mapping[str, Fact]) -> dict[str, Any]:
    """Facts as JSON: a weight as {"kg": 8}, a reference as {"ref": "exercise.plank.name"}."""
    plain: dict[str, Any] = {}
    for name, fact in facts.items():
        if isinstance(fact, Kg):
            plain[name] = {"kg": fact.kg}
        elif isinstance(fact, Ref):
            plain[name] = {"ref": fact.path}
        elif isinstance(fact, str | int | float):
            plain[name] = fact
    return plain


def unpacked(facts: Mapping[str, Any]) -> dict[str, Fact]:
    """The JSON back to facts."""
    return {name: _fact(value) for name, value in facts.items()}


def _fact(value: Any) -> Fact:
    if isinstance(value, Mapping):
        return Kg(float(value["kg"])) if "kg" in value else Ref(str(value["ref"]))
    return value if isinstance(value, str | int | float) else str(value)


def as_json(runner: Runner, workouts: Iterable[Workout], rest: Mapping[str, Any]) -> bytes:
    """The sets first, then everything else that is kept."""
    whole = {"sets": rows(runner, workouts), "runner": runner, **rest}
    return json.dumps(whole, default=plain, ensure_ascii=False, indent=1).encode()


def plain(value: Any) -> Any:
    """Records, times and days as JSON has them."""
    if is_dataclass(value) and not isinstance(value, type):
        return {key: _keyed(item) for key, item in asdict(value).items()}
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"not for the export: {value!r}")


def _keyed(value: Any) -> Any:
    return {str(key): item for key, item in value.items()} if isinstance(value, Mapping) else value


def as_csv(runner: Runner, workouts: Iterable[Workout]) -> bytes:
    """The sets as CSV with a header; no cell can start a formula in a spreadsheet (all are ids, numbers or times)."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows(runner, workouts))
    return out.getvalue().encode()
