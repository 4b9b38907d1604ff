"""The ledger: the bot's own small facts: counters, whether it stopped cleanly, when it was last heard of."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Integer, cast, delete, select

from storage.tables import ledger
from storage.writing import insert, upsert

CLEAN = "clean stop"
ALIVE = "last alive"


class Ledger:
    """Keys and values that belong to nobody in particular."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def get(self, key: str) -> str | None:
        """The value, or None."""
        return self.db.scalar(select(ledger.c.value).where(ledger.c.key == key))

    def keep(self, key: str, value: str) -> None:
        """Write a value."""
        upsert(self.db, ledger, {"key": key, "value": value})

    def drop(self, key: str) -> None:
        """Forget a value."""
        self.db.execute(delete(ledger).where(ledger.c.key == key))

    def count(self, key: str, by: int = 1) -> None:
        """Add to a counter."""
        write = insert(self.db.dialect.name, ledger).values(key=f"count:{key}", value=str(by))
        more = cast(cast(ledger.c.value, Integer) + by, ledger.c.value.type)
        self.db.execute(write.on_conflict_do_update(index_elements=["key"], set_={"value": more}))

    def counted(self) -> dict[str, int]:
        """All counters."""
        rows = self.db.execute(select(ledger).where(ledger.c.key.startswith("count:"))).all()
        return {key.removeprefix("count:"): int(value) for key, value in rows}

    def alive(self, now: datetime) -> None:
        """Note that the bot was alive at `now` (aware)."""
        self.keep(ALIVE, now.isoformat())

    def last_sign(self) -> datetime | None:
        """The last sign of life, noted every minute and at a clean stop, or None on a fresh notebook."""
        found = [datetime.fromisoformat(value) for key in (ALIVE, CLEAN) if (value := self.get(key))]
        return max(found, default=None)

    def last_alive(self) -> datetime | None:
        """When the bot was last known to be alive, or None on a fresh notebook."""
        value = self.get(ALIVE)
        return datetime.fromisoformat(value) if value else None
