"""Targets: what each person aims at next time, exercise by exercise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from storage.prepared import Prepared
from storage.records import Target
from storage.tables import targets
from storage.weights import grams, kilograms
from storage.writing import upsert

OF = Prepared(select(targets).where(targets.c.runner_id == bindparam("runner")))


def target_from(row: Mapping[Any, Any]) -> Target:
    """A row as a record."""
    values = {key: value for key, value in row.items() if key != "grams"}
    return Target(kg=kilograms(row["grams"]), **values)


class Targets:
    """The aims."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def of(self, runner_id: int) -> dict[str, Target]:
        """All of a person's targets, by exercise."""
        rows = OF.rows(self.db, {"runner": runner_id})
        return {row["exercise"]: target_from(row) for row in rows}

    def drop(self, runner_id: int, *exercises: str) -> None:
        """Forget what was aimed at for these exercises."""
        if exercises:
            query = delete(targets).where(targets.c.runner_id == runner_id)
            self.db.execute(query.where(targets.c.exercise.in_(exercises)))

    def keep(self, target: Target) -> None:
        """Write the target as it is now."""
        upsert(
            self.db,
            targets,
            {
                "runner_id": target.runner_id,
                "exercise": target.exercise,
                "level": target.level,
                "low": target.low,
                "high": target.high,
                "sets": target.sets,
                "grams": grams(target.kg),
                "streak": target.streak,
                "poor": target.poor,
                "seen_on": target.seen_on,
                "facts": dict(target.facts),
            },
        )
