"""Talks: where each person's dialogue stands."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from storage.prepared import Prepared
from storage.records import Talk
from storage.tables import talks
from storage.writing import upsert

BY_RUNNER = Prepared(select(talks).where(talks.c.runner_id == bindparam("runner")))


class Talks:
    """The open question and the last topic of each person."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def get(self, runner_id: int) -> Talk | None:
        """The talk, or None where nothing was said yet."""
        row = BY_RUNNER.first(self.db, {"runner": runner_id})
        return Talk(**row) if row else None

    def keep(self, talk: Talk) -> None:
        """Write where the dialogue stands."""
        upsert(
            self.db,
            talks,
            {
                "runner_id": talk.runner_id,
                "asked": talk.asked,
                "facts": dict(talk.facts),
                "topic": talk.topic,
                "at": talk.at,
            },
        )
