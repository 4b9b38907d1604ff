"""Choices: each decision with its reason, so that "why?" has an answer."""

from __future__ import annotations

from sqlalchemy import Connection, String, bindparam, func, select

from storage.prepared import Prepared
from storage.records import Choice
from storage.tables import choices
from storage.writing import upsert

_OF = select(choices).where(choices.c.runner_id == bindparam("runner")).order_by(choices.c.at.desc())
OF = Prepared(_OF)
BEGINNING = Prepared(
    _OF.where(func.substr(choices.c.about, 1, bindparam("length")) == bindparam("start", type_=String))
)


class Choices:
    """The newest decision about each thing."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def keep(self, choice: Choice) -> None:
        """Note a decision; an older one about the same thing is replaced."""
        upsert(
            self.db,
            choices,
            {
                "runner_id": choice.runner_id,
                "about": choice.about,
                "phrase": choice.phrase,
                "facts": dict(choice.facts),
                "at": choice.at,
            },
        )

    def of(self, runner_id: int, about: str = "") -> tuple[Choice, ...]:
        """A person's decisions, newest first; only those about things beginning with `about` where it is given."""
        query = BEGINNING if about else OF
        facts = {"runner": runner_id, "start": about, "length": len(about)}
        return tuple(Choice(**row) for row in query.rows(self.db, facts))
