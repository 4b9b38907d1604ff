"""The inbox: every update from Telegram, committed before Telegram is told that it arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import (
    Connection,
    RowMapping,
    bindparam,
    delete,
    exists,
    func,
    literal_column,
    or_,
    select,
    update,
)

from storage.prepared import Prepared
from storage.records import Letter
from storage.tables import inbox
from storage.writing import insert

PRUNED = 2_000  # letters deleted in one page, so that nobody waits long

# written out, not bound: SQLite takes a partial index only where it reads the index's own condition in the statement
_new = inbox.c.status == literal_column("'new'")
WAITING = (
    select(
        inbox.c.seq, inbox.c.update_id, inbox.c.chat_id, inbox.c.raw, inbox.c.received_at, inbox.c.attempts
    )
    .where(inbox.c.seq.in_(select(inbox.c.seq).where(_new)), inbox.c.seq > bindparam("after"))
    .order_by(inbox.c.seq)
    .limit(bindparam("top"))
)
_earlier = inbox.alias("earlier")
HEADS = (
    select(
        inbox.c.seq, inbox.c.update_id, inbox.c.chat_id, inbox.c.raw, inbox.c.received_at, inbox.c.attempts
    )
    .where(
        _new,
        or_(
            inbox.c.not_before.is_(None),
            inbox.c.not_before <= bindparam("now", type_=inbox.c.received_at.type),
        ),
        ~exists().where(
            _earlier.c.chat_id == inbox.c.chat_id,
            _earlier.c.status == literal_column("'new'"),
            _earlier.c.seq < inbox.c.seq,
        ),
    )
    .order_by(inbox.c.seq)
    .limit(bindparam("top"))
)
TAKE = Prepared(
    update(inbox).where(inbox.c.seq == bindparam("number"), inbox.c.status == "new").values(status="done")
)


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """One update as it came in. What nobody listens to is stored as ignored; what cannot be read as dead."""

    update_id: int
    chat_id: int
    raw: bytes
    status: str = "new"


def letter_from(row: RowMapping) -> Letter:
    """A row of the inbox as a record."""
    return Letter(
        seq=row["seq"],
        update_id=row["update_id"],
        chat_id=row["chat_id"],
        raw=row["raw"] or b"",
        received_at=row["received_at"],
        attempts=row["attempts"],
    )


class Inbox:
    """Updates in order of arrival, each taken exactly once."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def add(self, arrivals: Sequence[Arrival], at: datetime) -> list[Letter]:
        """Store a whole batch; returns the letters that are new and wait to be handled, oldest first."""
        rows = [
            {
                "update_id": one.update_id,
                "chat_id": one.chat_id,
                "raw": one.raw,
                "received_at": at,
                "status": one.status,
                "attempts": 0,
            }
            for one in arrivals
        ]
        if not rows:
            return []
        written = self.db.execute(
            insert(self.db.dialect.name, inbox)
            .on_conflict_do_nothing()
            .returning(inbox.c.seq, inbox.c.update_id),
            rows,
        ).all()
        new = {one.update_id: one for one in arrivals if one.status == "new"}
        return sorted(
            (
                Letter(seq=seq, update_id=number, chat_id=one.chat_id, raw=one.raw, received_at=at)
                for seq, number in written
                if (one := new.get(number))
            ),
            key=lambda letter: letter.seq,
        )

    def claim(self, now: datetime, until: datetime, limit: int) -> list[Letter]:
        """The first waiting letter of each chat that nobody has in hand, ours until `until` (PostgreSQL)."""
        query = HEADS if self.db.dialect.name == "sqlite" else HEADS.with_for_update(skip_locked=True)
        letters = [letter_from(row) for row in self.db.execute(query, {"now": now, "top": limit}).mappings()]
        if letters:
            mine = inbox.c.seq.in_([letter.seq for letter in letters])
            self.db.execute(update(inbox).where(mine).values(not_before=until))
        return letters

    def take(self, seq: int) -> bool:
        """Mark the letter as done in the same unit as its effects; False where it was taken before."""
        return TAKE.count(self.db, {"number": seq}) == 1

    def set_aside(self, seq: int, status: str, error: str | None = None) -> bool:
        """End a letter without effects: ignored, or dead after too many tries."""
        done = update(inbox).where(inbox.c.seq == seq, inbox.c.status == "new")
        return self.db.execute(done.values(status=status, error=error)).rowcount == 1

    def failed(self, seq: int, error: str, not_before: datetime) -> None:
        """Count a failed try; the letter stays where it is and blocks only its own chat."""
        again = update(inbox).where(inbox.c.seq == seq, inbox.c.status == "new")
        self.db.execute(again.values(attempts=inbox.c.attempts + 1, error=error, not_before=not_before))

    def waiting(self, after: int = 0, limit: int = 1000) -> list[Letter]:
        """Letters not handled yet, by arrival, from after `after`."""
        rows = self.db.execute(WAITING, {"after": after, "top": limit}).mappings()
        return [letter_from(row) for row in rows]

    def count(self, status: Literal["new", "dead"] = "new") -> int:
        """How many letters have this status; those that wait and those that died have an index."""
        here = inbox.c.status == literal_column(f"'{status}'")
        return self.db.scalar(select(func.count()).select_from(inbox).where(here)) or 0

    def waiting_of(self, chat_id: int) -> int:
        """How many letters of one chat wait."""
        here = select(func.count()).where(inbox.c.chat_id == chat_id, _new)
        return self.db.scalar(here) or 0

    def prune(self, before: datetime) -> int:
        """Delete handled letters received before `before`, of the oldest few thousand (no others are read).

        Telegram delivers nothing older than a day again; and after an idle week it starts its numbers anew, so an
        old number that stayed could swallow a new letter.
        """
        oldest = select(inbox.c.seq).order_by(inbox.c.seq).limit(PRUNED).subquery()
        query = delete(inbox).where(
            inbox.c.seq.in_(select(oldest.c.seq)), inbox.c.received_at < before, inbox.c.status != "new"
        )
        return self.db.execute(query).rowcount

    def forget(self, chat_id: int) -> None:
        """Erase what a person wrote; the bare update numbers stay so that nothing is handled twice."""
        self.db.execute(
            update(inbox).where(inbox.c.chat_id == chat_id).values(chat_id=0, raw=None, error=None)
        )
