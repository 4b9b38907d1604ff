"""Dues: what happens by itself at its time, one of each kind per person."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select

from storage.prepared import Prepared, Recalled
from storage.records import Due
from storage.tables import dues
from storage.writing import upsert

KEPT = 2_000  # rows kept as records, as long as they stay the same
WAITING = select(dues).where(dues.c.at <= bindparam("now")).order_by(dues.c.at).limit(bindparam("most"))
NEXT = select(func.min(dues.c.at))
ONE = Prepared(delete(dues).where(dues.c.runner_id == bindparam("runner"), dues.c.kind == bindparam("what")))
_OF = select(dues).where(dues.c.runner_id == bindparam("runner"))
OF = Recalled(_OF, lambda row: Due(**row), KEPT)


class Dues:
    """The rows of the future."""

    def __init__(self, db: Connection) -> None:
        self.db = db
        self._read: dict[int, dict[str, Due]] = {}  # within this page nobody else writes about these people

    def keep(self, due: Due) -> None:
        """Set the time of a kind; an earlier one of the same kind is replaced."""
        upsert(
            self.db,
            dues,
            {"runner_id": due.runner_id, "kind": due.kind, "at": due.at, "facts": dict(due.facts)},
        )
        if due.runner_id in self._read:
            self._read[due.runner_id][due.kind] = due

    def drop(self, runner_id: int, *kinds: str) -> None:
        """Take the kinds off the table; those that are not there do no harm."""
        known = self._known(runner_id)
        for kind in kinds:
            if known.pop(kind, None) is not None:
                ONE.count(self.db, {"runner": runner_id, "what": kind})

    def of(self, runner_id: int, kinds: Collection[str] = ()) -> tuple[Due, ...]:
        """What waits for one person, soonest first."""
        found = self._known(runner_id).values()
        return tuple(sorted((due for due in found if not kinds or due.kind in kinds), key=lambda due: due.at))

    def claim(self, now: datetime, limit: int = 200, without: Collection[str] = ()) -> tuple[Due, ...]:
        """Take what is due by now, oldest first, off the table: whoever claims it acts on it in the same page."""
        query = WAITING if self.db.dialect.name == "sqlite" else WAITING.with_for_update(skip_locked=True)
        query = query.where(dues.c.kind.not_in(without)) if without else query
        found = [Due(**row) for row in self.db.execute(query, {"now": now, "most": limit}).mappings()]
        for due in found:
            ONE.count(self.db, {"runner": due.runner_id, "what": due.kind})
            self._read.pop(due.runner_id, None)
        return tuple(found)

    def next_at(self) -> datetime | None:
        """When the next thing is due, over everybody."""
        return self.db.execute(NEXT).scalar()

    def _known(self, runner_id: int) -> dict[str, Due]:
        """What waits for one person, by kind, read once a page."""
        if runner_id not in self._read:
            self._read[runner_id] = {due.kind: due for due in OF.all(self.db, {"runner": runner_id})}
        return self._read[runner_id]
