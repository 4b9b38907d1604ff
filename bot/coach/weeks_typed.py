"""Typed weeks: `R E R H R R L`, alone or with what is wanted (`R E R E R E R;2;novice`)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.coach.planner import Plan, plan
from storage.records import DayKind

LETTERS: Mapping[str, DayKind] = {"R": "rest", "E": "easy", "H": "hard", "L": "long", "X": "race"}
SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")  # for the command line
_APART = re.compile(r"[\s,;:·.|/\-–—>→]+")


class NotAWeek(ValueError):  # noqa: N818 (it is an answer, not a failure)
    """A typed week that cannot be read; `phrase` and `facts` say what to answer."""

    def __init__(self, phrase: str, **facts: str) -> None:
        super().__init__(f"{phrase} {facts}")
        self.phrase, self.facts = phrase, facts


def parse_week(text: str) -> tuple[DayKind, ...]:
    """Seven letters R E H L X, Monday first, apart or together, any case; raises NotAWeek."""
    letters = _APART.sub("", text).upper()
    if not letters or set(letters) - set(LETTERS):
        raise NotAWeek("plan-typed-letters")
    if len(letters) != 7:
        raise NotAWeek("plan-typed-count", count=str(len(letters)))
    return tuple(LETTERS[letter] for letter in letters)


def parse_plan_line(text: str) -> tuple[tuple[DayKind, ...], int, bool]:
    """A line `week[;wanted[;novice]]` -> week, wanted (2 if not said), novice; raises NotAWeek."""
    week, *rest = (part.strip() for part in text.split(";"))
    novice = any(part.lower() == "novice" for part in rest)
    wanted = [part for part in rest if part and part.lower() != "novice"]
    if wanted and wanted[0] not in ("1", "2", "3"):
        raise NotAWeek("plan-typed-wanted")
    return parse_week(week), int(wanted[0]) if wanted else 2, novice


def letters_of(week: tuple[DayKind, ...]) -> str:
    """The week as it would be typed."""
    by_kind = {kind: letter for letter, kind in LETTERS.items()}
    return " ".join(by_kind[kind] for kind in week)


def answer_line(line: str) -> str:
    """The command line's answer to one line: `Tue Sat`, or `none`; raises NotAWeek."""
    week, wanted, novice = parse_plan_line(line)
    return days_line(plan(week, wanted, novice=novice))


def days_line(found: Plan) -> str:
    """The chosen days as the command line prints them."""
    return " ".join(SHORT[day] for day in found.days) or "none"
