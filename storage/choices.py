"""Choices: each decision with its reason, so that "why?" has an answer."""

from __future__ import annotations

from sqlalchemy import Connection, select

from storage.records import Choice
from storage.tables import choices
from storage.writing import upsert


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
        query = select(choices).where(choices.c.runner_id == runner_id).order_by(choices.c.at.desc())
        query = query.where(choices.c.about.startswith(about, autoescape=True)) if about else query
        return tuple(Choice(**row) for row in self.db.execute(query).mappings())
