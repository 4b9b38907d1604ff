"""Wishes: bans, swaps for good and, with consent, pains; free text is encrypted before it comes here."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select

from storage.prepared import Prepared
from storage.records import Wish
from storage.tables import wishes
from storage.writing import upsert

_KNOWN = select(wishes.c.runner_id, wishes.c.kind, wishes.c.about, wishes.c.facts, wishes.c.at)
_OF = _KNOWN.where(wishes.c.runner_id == bindparam("runner")).order_by(wishes.c.at.desc())
OF, OF_KIND = Prepared(_OF), Prepared(_OF.where(wishes.c.kind == bindparam("what")))


class Wishes:
    """What a person wants or suffers."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def keep(self, wish: Wish, note: bytes | None = None) -> None:
        """Note a wish; `note` is encrypted free text."""
        upsert(
            self.db,
            wishes,
            {
                "runner_id": wish.runner_id,
                "kind": wish.kind,
                "about": wish.about,
                "facts": dict(wish.facts),
                "note": note,
                "at": wish.at,
            },
        )

    def of(self, runner_id: int, kind: str = "") -> tuple[Wish, ...]:
        """A person's wishes, of one kind where it is given, newest first."""
        query = OF_KIND if kind else OF
        return tuple(Wish(**row) for row in query.rows(self.db, {"runner": runner_id, "what": kind}))

    def sealed(
        self, kind: str, runner_id: int | None = None, most: int = 2_000
    ) -> tuple[tuple[Wish, bytes], ...]:
        """Wishes of a kind that hold encrypted text, of one person or everybody's, newest first."""
        query = (
            select(wishes)
            .where(wishes.c.kind == kind, wishes.c.note.is_not(None))
            .order_by(wishes.c.at.desc())
        )
        query = query if runner_id is None else query.where(wishes.c.runner_id == runner_id)
        rows = [dict(row) for row in self.db.execute(query.limit(most)).mappings()]
        return tuple((Wish(**row), note) for row in rows for note in [row.pop("note")])

    def prune(self, kind: str, before: datetime) -> int:
        """Erase the wishes of a kind that are older than an instant (aware); returns how many went."""
        return self.db.execute(delete(wishes).where(wishes.c.kind == kind, wishes.c.at < before)).rowcount

    def drop(self, runner_id: int, kind: str, about: str | None = None) -> int:
        """Take a wish back, or all of a kind; returns how many went."""
        query = delete(wishes).where(wishes.c.runner_id == runner_id, wishes.c.kind == kind)
        query = query if about is None else query.where(wishes.c.about == about)
        return self.db.execute(query).rowcount
