"""The single steps of progression: each takes a target as trained and proposes one change (brief 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from bot.coach.ladder import LIGHT, easier, harder, heavier, is_big, lighter, rung, start_weight, top_of
from content.model import Exercise, Rung
from storage.records import LoggedSet, Target

Kind = Literal["reps", "weight", "level", "side", "sets", "easier", "deload", "variation", "top"]
STALL = timedelta(weeks=3)
SAID_AGAIN = timedelta(weeks=8)  # between two words about the top of a ladder
MISSED = 2  # reps under the range that make a session too hard
MISSED_SECONDS = 10
BEFORE_BIG_STEP = 15  # reps to reach before a weight step above 15 %
COMFORTABLE = 2  # sessions in a row at the top before the next step
COMFORTABLE_TOTAL = 3  # the same before counting per side


@dataclass(frozen=True, kw_only=True)
class Change:
    """A proposed change: the phrase and plain facts of its reason, and the fields of the target it sets."""

    kind: Kind
    phrase: str
    facts: Mapping[str, Any]
    to: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What was done of one exercise: sets, least and most in a set (reps or seconds), lightest kg."""

    sets: int
    least: int
    most: int
    kg: float | None


def outcome(exercise: Exercise, sets: Sequence[LoggedSet]) -> Outcome | None:
    """Sum up the sets of `exercise`; None where nothing with a number was done."""
    mine = [s for s in sets if s.exercise == exercise.id]
    counts = [c for s in mine if (c := s.seconds if exercise.unit == "seconds" else s.reps) is not None]
    if not counts:
        return None
    weights = [s.kg for s in mine if s.kg is not None]
    return Outcome(
        sets=len({(s.slot, s.set) for s in mine}),
        least=min(counts),
        most=max(counts),
        kg=min(weights, default=None),
    )


def bottom(target: Target, exercise: Exercise) -> int:
    """Where the target's range begins: its level's, or lower when it was begun lower."""
    found = rung(exercise, target.level)
    return min(found.low if found else exercise.low, target.low)


def counts_total(exercise: Exercise, level: int) -> bool:
    """Whether one number stands for both sides together at this level."""
    found = rung(exercise, level)
    return (found.sided if found else exercise.sided) == "total"


def top(target: Target, exercise: Exercise) -> int:
    """Where the target's range ends, in the way this person counts."""
    return top_of(exercise, target.level) if exercise.unit == "seconds" else target.high


def is_poor(target: Target, done: Outcome, effort: str | None, exercise: Exercise) -> bool:
    """Too hard: said so, or clearly under the range."""
    margin = MISSED_SECONDS if exercise.unit == "seconds" else MISSED
    return effort == "hard" or done.least <= bottom(target, exercise) - margin


def is_push_up_too_hard(target: Target, done: Outcome, exercise: Exercise) -> bool:
    """Under ten push-ups at the base level: an easier one that allows 8-12 comes first."""
    return exercise.id == "push_up" and target.level == 1 and target.low >= 10 and done.most < 10


def step_back(target: Target, exercise: Exercise, phrase: str) -> Change | None:
    """One variation easier, from the start of its range."""
    found = easier(exercise, target.level)
    return None if found is None else _to_rung(target, found, exercise, "easier", phrase)


def _to_rung(
    target: Target,
    found: Rung,
    exercise: Exercise,
    kind: Kind,
    phrase: str,
    kg: float | None = None,
    low: int = 0,
) -> Change:
    low, high = low or found.low, top_of(exercise, found.level)
    if target.facts.get("per_side") and found.sided == "total":
        low, high = low // 2, high // 2
    to: dict[str, Any] = {"level": found.level, "low": low, "high": high, "streak": 0, "poor": 0}
    to["high"] = low if exercise.unit == "seconds" else high
    to["sets"] = target.sets if kind == "easier" else exercise.sets
    to["kg"] = (kg if kg is not None else target.kg) if found.loaded else None
    return Change(kind=kind, phrase=phrase, facts={"sets": to["sets"], "to": low}, to=to)


def too_hard(target: Target, done: Outcome, *, exercise: Exercise, weights: Sequence[float]) -> Change | None:
    """The first hard session takes a set off, or a level where it fell below the range; the second in a row makes
    it a light week.
    """
    if target.poor >= 2:
        return _deload(target, exercise, weights)
    if (
        done.least < bottom(target, exercise)
        and not exercise.loaded
        and (back := step_back(target, exercise, "change-exercise-easier"))
    ):
        return back
    if target.sets > 2:
        return _sets(target, target.sets - 1, "change-exercise-fewer-sets", kind="easier")
    if change := _lighter(target, exercise, weights):
        return change
    return step_back(target, exercise, "change-exercise-easier")


def _deload(target: Target, exercise: Exercise, weights: Sequence[float]) -> Change | None:
    """Two sets from the start of the range; where that is already so, a lighter weight or an easier variation."""
    low = bottom(target, exercise)
    high = low if exercise.unit == "seconds" else target.high
    to = {"sets": min(2, target.sets), "low": low, "high": high, "streak": 0, "poor": 0}
    if (to["sets"], low) == (target.sets, target.low):
        return _lighter(target, exercise, weights) or step_back(target, exercise, "change-exercise-easier")
    return Change(
        kind="deload", phrase="change-exercise-deload", facts={"sets": to["sets"], "to": low}, to=to
    )


def _lighter(target: Target, exercise: Exercise, weights: Sequence[float]) -> Change | None:
    if target.kg is None or (kg := lighter(target.kg, weights, 0.1)) >= target.kg:
        return None
    return _weight(target, kg, exercise, "change-exercise-lighter", kind="easier")


def _sets(target: Target, sets: int, phrase: str, kind: Kind = "sets") -> Change:
    return Change(
        kind=kind, phrase=phrase, facts={"was": target.sets, "sets": sets}, to={"sets": sets, "streak": 0}
    )


def _weight(target: Target, kg: float, exercise: Exercise, phrase: str, kind: Kind = "weight") -> Change:
    low = bottom(target, exercise)
    to = {"kg": kg, "low": low, "high": top_of(exercise, target.level), "streak": 0, "poor": 0}
    to |= {"sets": min(target.sets, exercise.sets)}
    return Change(
        kind=kind, phrase=phrase, facts={"was_kg": target.kg, "kg": kg, "to": low, "sets": to["sets"]}, to=to
    )


def onward(target: Target, done: Outcome, *, exercise: Exercise, weights: Sequence[float]) -> Change | None:
    """After a good session: a set back, one more rep (or five seconds), or at the top the next step."""
    if target.sets < exercise.sets:
        return (
            _sets(target, target.sets + 1, "change-exercise-set-back")
            if target.facts.get("good", 0) >= 2
            else None
        )
    end = top(target, exercise)
    if done.least < end:
        return _more(target, min(end, max(target.low, done.least) + exercise.step), exercise)
    needed = COMFORTABLE_TOTAL if _side_rung(target, exercise) else COMFORTABLE
    return (
        _next_step(target, done, exercise, weights)
        if target.streak >= needed
        else _aim_at(target, end, exercise)
    )


def _more(target: Target, low: int, exercise: Exercise) -> Change:
    phrase = "change-exercise-seconds" if exercise.unit == "seconds" else "change-exercise-reps"
    high = low if exercise.unit == "seconds" else max(low, target.high)
    return Change(
        kind="reps",
        phrase=phrase,
        facts={"was": target.low, "to": low, "sets": target.sets},
        to={"low": low, "high": high},
    )


def _aim_at(target: Target, end: int, exercise: Exercise) -> Change | None:
    return _more(target, end, exercise) if target.low < end else None


def _side_rung(target: Target, exercise: Exercise) -> Rung | None:
    """The next rung, where it is the one that counts per side what was a total so far."""
    now, above = rung(exercise, target.level), harder(exercise, target.level)
    counts = now is not None and now.sided == "total" and above is not None and above.sided == "per_side"
    return above if counts else None


def _next_step(target: Target, done: Outcome, exercise: Exercise, weights: Sequence[float]) -> Change | None:
    if found := _side_rung(target, exercise):
        low = min(found.low, exercise.top // 2)
        return _to_rung(target, found, exercise, "side", "change-exercise-side", low=low)
    above = heavier(target.kg, weights) if exercise.loaded and target.kg is not None else None
    if target.kg is None or above is None:
        return _level(target, exercise, weights)
    if is_big(target.kg, above) and (first := _before_big_step(target, done, exercise, above)):
        return first
    return _weight(target, above, exercise, "change-exercise-weight")


def _before_big_step(target: Target, done: Outcome, exercise: Exercise, above: float) -> Change | None:
    """More reps, or with small counts a fourth set, before a weight more than 15 % heavier."""
    facts = {"kg": above, "was": target.low, "sets": target.sets}
    if (counts := top_of(exercise, target.level)) >= 10 and done.least < BEFORE_BIG_STEP:
        low = done.least + 1
        to = {"low": low, "high": max(low, target.high)}
        return Change(kind="reps", phrase="change-exercise-reps-first", facts=facts | {"to": low}, to=to)
    if counts < 10 and target.sets <= exercise.sets:
        to = {"sets": exercise.sets + 1}
        return Change(kind="sets", phrase="change-exercise-set-first", facts=facts | to, to=to)
    return None


def _level(target: Target, exercise: Exercise, weights: Sequence[float]) -> Change | None:
    found = harder(exercise, target.level, weights)
    if found is None:
        return _top(target, exercise)
    low = 8 if exercise.id == "push_up" and found.level == 1 else 0
    kg = _first_kg(exercise, weights) if found.loaded and target.kg is None else None
    return _to_rung(target, found, exercise, "level", "change-exercise-level", kg=kg, low=low)


def _top(target: Target, exercise: Exercise) -> Change | None:
    """Nothing harder is left: what comes next is said, every eight weeks at most, and the aim stays (brief 4)."""
    told = target.facts.get("topped")
    if told and target.seen_on and target.seen_on - date.fromisoformat(str(told)) < SAID_AGAIN:
        return None
    if target.kg is not None:
        facts = {"was_kg": target.kg, "kg": target.kg + (1 if target.kg < 10 else 2)}
        return Change(kind="top", phrase="change-exercise-top-weight", facts=facts, to={"streak": 0})
    hold = "-hold" if exercise.unit == "seconds" else ""
    return Change(kind="top", phrase=f"change-exercise-top{hold}", facts={}, to={"streak": 0})


def _first_kg(exercise: Exercise, weights: Sequence[float]) -> float | None:
    """A weight for a rung that takes one after rungs without."""
    return start_weight(exercise, weights) or min(
        (w for w in weights if exercise.loaded or w <= LIGHT), default=None
    )


def is_stalled(target: Target, today: date) -> bool:
    """Three weeks without a rep, a second, a weight or a level more."""
    since = date.fromisoformat(str(target.facts.get("since", today.isoformat())))
    return today - since >= STALL


def another_variation(
    target: Target, *, exercise: Exercise, weights: Sequence[float], poor: bool = False
) -> Change | None:
    """Another variation, the weight stays: a harder one with fewer reps, or an easier one where it was too hard."""
    above = (
        None if poor or target.low <= bottom(target, exercise) else harder(exercise, target.level, weights)
    )
    found = above or easier(exercise, target.level)
    if found is None or (found.loaded and target.kg is None):
        return None
    low = max(1, found.low - 2) if above and exercise.unit == "reps" else found.low
    return _to_rung(target, found, exercise, "variation", "change-exercise-variation", low=low)
