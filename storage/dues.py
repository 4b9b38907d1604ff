"""Dues: what happens by itself at its time, one of each kind per person."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select

from storage.prepared import Prepared
from storage.records import Due
from storage.tables import dues
from storage.writing import upsert

WAITING = select(dues).where(dues.c.at <= bindparam("now")).order_by(dues.c.at).limit(bindparam("most"))
NEXT = select(func.min(dues.c.at))
ONE = Prepared(delete(dues).where(dues.c.runner_id == bindparam("runner"), dues.c.kind == bindparam("what")))
OF = Prepared(select(dues).where(dues.c.runner_id == bindparam("runner")).order_by(dues.c.at))


class Dues:
    """The rows of the future."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def keep(self, due: Due) -> None:
        """Set the time of a kind; an earlier one of the same kind is replaced."""
        upsert(
            self.db,
            dues,
            {"runner_id": due.runner_id, "kind": due.kind, "at": due.at, "facts": dict(due.facts)},
        )

    def drop(self, runner_id: int, *kinds: str) -> None:
        """Take the kinds off the table; those that are not there do no harm."""
        for kind in kinds:
            ONE.count(self.db, {"runner": runner_id, "what": kind})

    def of(self, runner_id: int, kinds: Collection[str] = ()) -> tuple[Due, ...]:
        """What waits for one person, soonest first."""
        rows = OF.rows(self.db, {"runner": runner_id})
        return tuple(Due(**row) for row in rows if not kinds or row["kind"] in kinds)

    def claim(self, now: datetime, limit: int = 200, without: Collection[str] = ()) -> tuple[Due, ...]:
        """Take what is due by now, oldest first, off the table: whoever claims it acts on it in the same page."""
        query = WAITING if self.db.dialect.name == "sqlite" else WAITING.with_for_update(skip_locked=True)
        query = query.where(dues.c.kind.not_in(without)) if without else query
        found = [Due(**row) for row in self.db.execute(query, {"now": now, "most": limit}).mappings()]
        for due in found:
            ONE.count(self.db, {"runner": due.runner_id, "what": due.kind})
        return tuple(found)

    def next_at(self) -> datetime | None:
        """When the next thing is due, over everybody."""
        return self.db.execute(NEXT).scalar()
