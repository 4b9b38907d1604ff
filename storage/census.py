"""The census: how many people there are and how much they do, for operators; counts only, nobody's data."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.tables import reminders, runners, sets, workouts


class Census:
    """Counts over everybody."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def people(self) -> int:
        """Everybody who ever wrote and was not erased."""
        return self._count(select(func.count()).select_from(runners))

    def reachable(self) -> int:
        """Those who have not blocked the bot."""
        return self._count(select(func.count()).select_from(runners).where(runners.c.reachable == 1))

    def active(self, since: datetime) -> int:
        """People who opened a workout since an instant (aware)."""
        return self._count(
            select(func.count(func.distinct(workouts.c.runner_id))).where(workouts.c.opened_at >= since)
        )

    def workouts(self, since: datetime | None = None) -> int:
        """Workouts opened since an instant, or ever."""
        query = select(func.count()).select_from(workouts)
        return self._count(query if since is None else query.where(workouts.c.opened_at >= since))

    def sets(self, since: datetime | None = None) -> int:
        """Rows of sets since an instant, or ever; a set done left and right is two.

        Of packed workouts those count that were opened since.
        """
        rows, packed = select(func.count()).select_from(sets), select(func.sum(workouts.c.packed_sets))
        if since is not None:
            rows, packed = rows.where(sets.c.at >= since), packed.where(workouts.c.opened_at >= since)
        return self._count(rows) + self._count(packed)

    def reminders(self, since: datetime | None = None) -> dict[str, int]:
        """Reminders that were due since an instant, or ever, by outcome."""
        query = select(reminders.c.outcome, func.count()).group_by(reminders.c.outcome)
        query = query if since is None else query.where(reminders.c.due_at >= since)
        return {str(outcome): int(count) for outcome, count in self.db.execute(query)}

    def after(self, runner_id: int, most: int) -> list[int]:
        """The next people who can be reached, by id."""
        query = (
            select(runners.c.id).where(runners.c.id > runner_id, runners.c.reachable == 1)
            .order_by(runners.c.id).limit(most)
        )  # fmt: skip
        return [int(number) for number in self.db.scalars(query)]

    def _count(self, query: object) -> int:
        return int(self.db.scalar(query) or 0)  # type: ignore[call-overload]
