"""Weeks: each person's running week and what was changed about it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select

from storage.prepared import Prepared
from storage.records import Span, Week
from storage.tables import weeks
from storage.writing import upsert

LETTERS = {"R": "rest", "E": "easy", "H": "hard", "L": "long", "X": "race"}
WORDS = {word: letter for letter, word in LETTERS.items()}
PLAN = Prepared(select(weeks.c.plan).where(weeks.c.runner_id == bindparam("runner")))


def _days_to(days: tuple[str, ...]) -> str:
    return "".join(WORDS[day] for day in days)


def _days_from(letters: str) -> tuple[Any, ...]:
    return tuple(LETTERS[letter] for letter in letters)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def week_to(week: Week) -> dict[str, Any]:
    """A week as JSON: letters for the days, ISO dates for the changes."""
    plan: dict[str, Any] = {"days": _days_to(week.days), "wanted": week.wanted}
    if week.alternate:
        plan["alternate"] = _days_to(week.alternate)
    if week.changes:
        plan["changes"] = {day.isoformat(): WORDS[kind] for day, kind in week.changes.items()}
    if week.chosen is not None:
        plan["chosen"] = list(week.chosen)
    if week.moved:
        plan["moved"] = {day.isoformat(): _iso(to) for day, to in week.moved.items()}
    if week.spans:
        plan["spans"] = [[span.first.isoformat(), _iso(span.last), span.why] for span in week.spans]
    if week.race_on:
        plan["race_on"] = week.race_on.isoformat()
    if week.race_km:
        plan["race_km"] = week.race_km
    return plan


def week_from(runner_id: int, plan: dict[str, Any]) -> Week:
    """JSON to a week."""
    spans = [
        Span(first=date.fromisoformat(first), last=_day(last), why=why)
        for first, last, why in plan.get("spans", [])
    ]
    return Week(
        runner_id=runner_id,
        days=_days_from(plan["days"]),
        wanted=plan["wanted"],
        alternate=_days_from(plan["alternate"]) if "alternate" in plan else None,
        changes={
            date.fromisoformat(day): _days_from(kind)[0] for day, kind in plan.get("changes", {}).items()
        },
        chosen=tuple(plan["chosen"]) if "chosen" in plan else None,
        moved={date.fromisoformat(day): _day(to) for day, to in plan.get("moved", {}).items()},
        spans=tuple(spans),
        race_on=_day(plan.get("race_on")),
        race_km=plan.get("race_km"),
    )


class Weeks:
    """The running weeks."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def get(self, runner_id: int) -> Week | None:
        """The runner's week, or None before they told it."""
        row = PLAN.first(self.db, {"runner": runner_id})
        return week_from(runner_id, row["plan"]) if row else None

    def keep(self, week: Week) -> None:
        """Write the week as it is now."""
        upsert(self.db, weeks, {"runner_id": week.runner_id, "plan": week_to(week)})
