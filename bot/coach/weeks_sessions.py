"""Which session comes on which strength day (brief 3.2 step 4): `bodyweight` (A) or `dumbbell` (B)."""

from __future__ import annotations

from bot.coach.planner import Plan

FIRST_WEEKS = 2  # weeks in which a novice gets the bodyweight session only


def deal(count: int, number: int, *, novice_weeks: int | None, dumbbells: bool) -> tuple[str, ...]:
    """The sessions of a week with so many strength days, in order.

    `number` is the week's number, for alternating a single day; `novice_weeks` a novice's weeks of strength
    so far (None: no novice). Without dumbbells every session is bodyweight.
    """
    if not dumbbells or (novice_weeks is not None and novice_weeks < FIRST_WEEKS):
        return ("bodyweight",) * count
    pattern = {1: "AB"[number % 2], 2: "AB"}.get(count, "BAB" * count)
    return tuple("bodyweight" if letter == "A" else "dumbbell" for letter in pattern[:count])


def sessions_for(
    found: Plan, number: int, *, novice_weeks: int | None = None, dumbbells: bool = True
) -> tuple[str, ...]:
    """The session of each chosen day of a plan; a light day gets the bodyweight session."""
    dealt = deal(len(found.days), number, novice_weeks=novice_weeks, dumbbells=dumbbells)
    marked = zip(found.chosen, dealt, strict=True)
    return tuple("bodyweight" if mark.light else session for mark, session in marked)
