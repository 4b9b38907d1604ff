"""Runners: one row a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from storage.prepared import Recalled
from storage.records import Habits, Runner
from storage.tables import runners
from storage.writing import upsert

HABITS = {field.name: field for field in fields(Habits)}
TUPLES = {"weights", "rest_off", "quiet", "kit_today", "addons"}
DEFAULTS = Habits()

KEPT = 1_000  # people whose record is kept, as long as their row stays the same


def habits_from(stored: dict[str, Any]) -> Habits:
    """Stored JSON to habits; what an older or newer version wrote and we do not know is left out."""
    known: dict[str, Any] = {
        name: tuple(value) if name in TUPLES else value for name, value in stored.items() if name in HABITS
    }
    return Habits(**known)


def habits_to(habits: Habits) -> dict[str, Any]:
    """Habits to JSON: only what differs from the defaults."""
    return {name: value for name, value in asdict(habits).items() if value != getattr(DEFAULTS, name)}


def runner_from(row: Mapping[Any, Any]) -> Runner:
    """A row of the runners table as a record."""
    return Runner(
        id=row["id"],
        name=row["name"],
        language=row["language"],
        zone=row["zone"],
        hour=row["hour"],
        kit=row["kit"],
        screening=row["screening"],
        reachable=bool(row["reachable"]),
        paused_until=row["paused_until"],
        started_on=row["started_on"],
        created_at=row["created_at"],
        habits=habits_from(row["habits"]),
    )


BY_ID = Recalled(select(runners).where(runners.c.id == bindparam("runner_id")), runner_from, KEPT)


class Runners:
    """The people the coach knows."""

    def __init__(self, db: Connection) -> None:
        self.db = db
        self._read: dict[int, Runner | None] = {}  # within this page nobody else writes

    def get(self, runner_id: int) -> Runner | None:
        """The runner, or None if they never came."""
        if runner_id not in self._read:
            self._read[runner_id] = BY_ID.one(self.db, {"runner_id": runner_id})
        return self._read[runner_id]

    def keep(self, runner: Runner) -> None:
        """Write the runner as they are now."""
        self._read[runner.id] = runner
        upsert(
            self.db,
            runners,
            {
                "id": runner.id,
                "name": runner.name,
                "language": runner.language,
                "zone": runner.zone,
                "hour": runner.hour,
                "kit": runner.kit,
                "screening": runner.screening,
                "reachable": int(runner.reachable),
                "paused_until": runner.paused_until,
                "started_on": runner.started_on,
                "created_at": runner.created_at,
                "habits": habits_to(runner.habits),
            },
        )

    def reach(self, runner_id: int, *, reachable: bool) -> None:
        """Note whether the person can be reached (they blocked the bot, or came back)."""
        self._read.pop(runner_id, None)
        self.db.execute(update(runners).where(runners.c.id == runner_id).values(reachable=int(reachable)))

    def forget(self, runner_id: int) -> None:
        """Delete the runner and, by the foreign keys, everything that is theirs."""
        self._read.pop(runner_id, None)
        self.db.execute(delete(runners).where(runners.c.id == runner_id))
