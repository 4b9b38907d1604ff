"""Reminders that were queued: the key makes each the only one of its kind that local day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, bindparam, select, update

from storage.prepared import Prepared
from storage.records import Reminder
from storage.tables import reminders
from storage.writing import insert

_OF = select(reminders).where(reminders.c.runner_id == bindparam("runner"))
ON = Prepared(_OF.where(reminders.c.local_date == bindparam("day")))
SINCE = Prepared(_OF.where(reminders.c.local_date >= bindparam("day")))
DROPPED = Prepared(_OF.where(reminders.c.local_date >= bindparam("day"), reminders.c.outcome == "expired"))


class Reminders:
    """The log of reminders."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def queue(self, reminder: Reminder) -> bool:
        """Note the reminder; False if that day already had one of this kind, and then none may be sent."""
        done = self.db.execute(
            insert(self.db.dialect.name, reminders)
            .values(
                runner_id=reminder.runner_id,
                local_date=reminder.local_date,
                kind=reminder.kind,
                n=reminder.n,
                due_at=reminder.due_at,
                outcome=reminder.outcome,
            )
            .on_conflict_do_nothing()
            .returning(reminders.c.runner_id)
        )
        return done.first() is not None  # a count of inserted rows is not to be had from every database

    def on(self, runner_id: int, day: date) -> tuple[Reminder, ...]:
        """What was queued for a local day."""
        return tuple(Reminder(**row) for row in ON.rows(self.db, {"runner": runner_id, "day": day}))

    def since(self, runner_id: int, day: date) -> tuple[Reminder, ...]:
        """What was queued from a local day on."""
        return tuple(Reminder(**row) for row in SINCE.rows(self.db, {"runner": runner_id, "day": day}))

    def dropped_since(self, runner_id: int, day: date) -> tuple[Reminder, ...]:
        """Reminders too late to send since a local day, to be said at the next contact."""
        return tuple(Reminder(**row) for row in DROPPED.rows(self.db, {"runner": runner_id, "day": day}))

    def settle(self, runner_id: int, day: date, outcome: str) -> None:
        """Note how that day's reminders ended (seen, told)."""
        self.db.execute(
            update(reminders)
            .where(reminders.c.runner_id == runner_id, reminders.c.local_date == day)
            .values(outcome=outcome)
        )
