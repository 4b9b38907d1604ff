"""What is aimed at next time: double progression, one change at a time, each with its reason (brief 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Literal

from bot.coach import steps
from bot.coach.ladder import rung, start_weight
from bot.coach.says import Fact, Kg, Ref
from bot.coach.steps import Change, Outcome
from content.model import Exercise
from storage.records import LoggedSet, Runner, Slot, Target

Effort = Literal["easy", "right", "hard"]
LATER = timedelta(weeks=2)
PRESSING = (
    "deload",
    "easier",
    "sets",
    "variation",
    "top",
    "level",
    "side",
    "weight",
    "reps",
)  # most pressing first
BIG = ("variation", "level", "side", "weight")  # at most one of these at a time over all exercises
EASED = (
    "why-light",
    "why-deload",
    "why-gap",
    "why-ill",
    "why-race",
    "why-sore",
    "why-short",
    "why-after-race",
    "why-restart",
    "why-easier",
    "why-day-",
)


def first_target(exercise: Exercise, runner: Runner) -> Target:
    """The article's sets and reps at the base level and a cautious weight; easier where all are too heavy."""
    kg = start_weight(exercise, runner.habits.weights) if exercise.loaded else None
    level = 0 if exercise.loaded and kg is None and rung(exercise, 0) else 1
    low, high = exercise.low, exercise.top if exercise.unit == "reps" else exercise.low
    first = Target(
        runner_id=runner.id, exercise=exercise.id, level=level, low=low, high=high, sets=exercise.sets, kg=kg
    )
    return recounted(first, exercise, per_side=runner.habits.per_side)


def recounted(target: Target, exercise: Exercise, *, per_side: bool) -> Target:
    """The same work in the way the person counts: a two-sided total, or per side (brief 0.4)."""
    if not steps.counts_total(exercise, target.level) or per_side == bool(target.facts.get("per_side")):
        return target
    facts = {k: v for k, v in target.facts.items() if k != "change"} | {"per_side": per_side}
    low, high = (max(1, n // 2) if per_side else n * 2 for n in (target.low, target.high))
    return replace(target, low=low, high=high, facts=facts)


def slot_for(target: Target, exercise: Exercise, *, why: str = "") -> Slot:
    """The plan for the next workout; a change that was not refused counts as kept."""
    now, change = keep(target), pending(target)
    return Slot(
        exercise=target.exercise,
        sets=now.sets,
        low=now.low,
        high=now.high,
        rest=exercise.rest,
        kg=now.kg,
        level=now.level,
        why=why or (change.phrase if change else str(target.facts.get("last", ""))),
    )


def pending(target: Target) -> Change | None:
    """The change that waits for Keep or Later."""
    found = target.facts.get("change")
    return Change(**found) if found else None


def reason(target: Target) -> tuple[str, Mapping[str, Fact]] | None:
    """The phrase and facts that explain the waiting change."""
    change = pending(target)
    return (change.phrase, worded(change, target.exercise)) if change else None


def is_told(target: Target) -> bool:
    """Whether the waiting change only tells something: there is nothing to keep or to put off."""
    change = pending(target)
    return change is not None and change.kind == "top"


def worded(change: Change, exercise: str) -> Mapping[str, Fact]:
    """A change's plain facts as facts to be said: weights as `Kg`, the exercise and variation by name."""
    facts: dict[str, Fact] = {
        k: Kg(float(v)) if k in ("kg", "was_kg") else v for k, v in change.facts.items()
    }
    if "level" in change.to:
        facts["variation"] = Ref(f"exercise.{exercise}.rungs.{change.to['level']}")
    return facts | {"exercise": Ref(f"exercise.{exercise}.name")}


def keep(target: Target) -> Target:
    """The target with its waiting change made; unchanged where none waits."""
    change = pending(target)
    if change is None:
        return target
    facts = {k: v for k, v in target.facts.items() if k != "change"} | {"last": change.phrase}
    return replace(target, **change.to, facts=facts)


def later(target: Target, today: date) -> Target:
    """The target without its change; nothing harder is offered for two weeks."""
    facts = {k: v for k, v in target.facts.items() if k != "change"}
    return replace(target, facts=facts | {"not_before": (today + LATER).isoformat()})


def one_at_a_time(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Of all that would grow heavier or harder at once, leave the most pressing; the others wait.

    One more rep, and anything that makes an exercise easier, never waits.
    """
    big = [t for t in targets if (change := pending(t)) and change.kind in BIG]
    chosen = min(big, key=_pressing, default=None)
    return tuple(_without_change(t) if t in big and t is not chosen else t for t in targets)


def headline(targets: Sequence[Target]) -> Target | None:
    """The target whose change is told in the summary: the most pressing."""
    return min((t for t in targets if pending(t)), key=_pressing, default=None)


def _pressing(target: Target) -> int:
    change = pending(target)
    return PRESSING.index(change.kind) if change else len(PRESSING)


def _without_change(target: Target) -> Target:
    return replace(target, facts={k: v for k, v in target.facts.items() if k != "change"})


def after_exercise(
    target: Target,
    sets: Sequence[LoggedSet],
    effort: Effort | None,
    *,
    exercise: Exercise,
    weights: Sequence[float] = (),
    today: date,
    slot: Slot | None = None,
) -> Target:
    """The target once its sets are done, with at most one change proposed in its facts.

    `slot` is the plan as it was trained: a week that was made easier on purpose earns and costs nothing.
    An effort not given counts as right.
    """
    base = keep(target)
    done = steps.outcome(exercise, sets)
    if done is None:
        return target
    base = replace(base, seen_on=today, kg=done.kg if exercise.loaded and done.kg else base.kg)
    if slot is not None and slot.why.startswith(EASED):
        return base
    planned = slot.sets if slot is not None else base.sets
    counted = _counted(base, done, effort, exercise=exercise, today=today, planned=planned)
    change = _proposal(
        counted, done, effort, exercise=exercise, weights=weights, today=today, planned=planned
    )
    return counted if change is None else _with_change(counted, change, today)


def _with_change(target: Target, change: Change, today: date) -> Target:
    waiting: dict[str, Any] = {"kind": change.kind, "phrase": change.phrase, "facts": dict(change.facts)}
    facts = dict(target.facts) | {"change": waiting | {"to": dict(change.to)}}
    return replace(target, facts=facts | _progress(change, facts, today))


def _progress(change: Change, facts: Mapping[str, Any], today: date) -> dict[str, Any]:
    """When it last went on: a new mark counts, climbing back to an old one after a light week does not."""
    if change.kind == "top":
        return {"topped": today.isoformat()}
    if change.kind == "reps":
        mark = int(change.to["low"])
        return {"since": today.isoformat(), "mark": mark} if mark > int(facts.get("mark", 0)) else {}
    if change.kind in ("weight", "level", "side", "variation"):
        return {"since": today.isoformat(), "mark": 0}
    return {"mark": 0} if change.kind == "easier" and "level" in change.to else {}


def _counted(
    target: Target, done: Outcome, effort: Effort | None, *, exercise: Exercise, today: date, planned: int
) -> Target:
    """The streaks after this session: at the top with reps in reserve, or too hard."""
    facts = dict(target.facts)
    facts.setdefault("since", today.isoformat())
    poor = steps.is_poor(target, done, effort, exercise)
    full = not poor and done.sets >= planned
    good = full and done.least >= target.low
    top = good and done.sets >= exercise.sets and done.least >= steps.top(target, exercise)
    quick = effort == "easy" or facts.get("last") == "change-exercise-deload"  # then a set comes back at once
    facts["good"] = (int(facts.get("good", 0)) + (2 if quick else 1)) if good else 0
    return replace(
        target,
        poor=target.poor + 1 if poor else 0,
        streak=target.streak + 1 if top else target.streak if good else 0,
        facts=facts,
    )


def _proposal(
    target: Target,
    done: Outcome,
    effort: Effort | None,
    *,
    exercise: Exercise,
    weights: Sequence[float],
    today: date,
    planned: int,
) -> Change | None:
    if steps.is_push_up_too_hard(target, done, exercise):
        return steps.step_back(target, exercise, "change-exercise-push-up")
    if steps.is_poor(target, done, effort, exercise):
        varied = target.poor == 1 and steps.is_stalled(target, today)
        change = (
            steps.another_variation(target, exercise=exercise, weights=weights, poor=True) if varied else None
        )
        return change or steps.too_hard(target, done, exercise=exercise, weights=weights)
    if done.sets < planned or today.isoformat() < str(target.facts.get("not_before", "")):
        return None
    if done.least >= target.low:
        return steps.onward(target, done, exercise=exercise, weights=weights)
    if not steps.is_stalled(target, today):
        return None
    return steps.another_variation(target, exercise=exercise, weights=weights)


__all__ = [
    "Change",
    "Effort",
    "after_exercise",
    "first_target",
    "headline",
    "is_told",
    "keep",
    "later",
    "one_at_a_time",
    "pending",
    "reason",
    "recounted",
    "slot_for",
    "worded",
]
