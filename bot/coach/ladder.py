"""The rungs of a ladder, and the dumbbells a person owns (brief 2 and 4)."""

from __future__ import annotations

from collections.abc import Sequence

from content.model import Exercise, Rung

# Rungs that only mean "heavier" or "longer" (brief 2): weight and seconds climb within the rung before.
PASSED_OVER = frozenset(
    {
        ("plank", 2),
        ("weighted_squat_press", 3),
        ("weighted_hip_bridge", 2),
        ("bent_over_row", 3),
        ("side_plank_weight", 2),
    }
)
LIGHT = 4.0  # kg: the heaviest first weight for a rung of a bodyweight exercise (brief 2, russian twist)
BIG_STEP = 0.15  # above this, more reps or sets come before more weight
USUAL_STEP = 0.10


def rung(exercise: Exercise, level: int) -> Rung | None:
    """The rung at `level`, None where the exercise has none."""
    return next((r for r in exercise.ladder if r.level == level), None)


def top_of(exercise: Exercise, level: int) -> int:
    """Where the range of a level ends (reps or seconds): there the next level or weight waits."""
    found = rung(exercise, level)
    if found is None or level == 1 or found.high <= found.low:
        return exercise.top
    return found.high


def harder(exercise: Exercise, level: int, owned: Sequence[float] = ()) -> Rung | None:
    """The next harder variation; not one that only means more weight or time, or needs weights not owned."""
    above = sorted((r for r in exercise.ladder if r.level > level), key=lambda r: r.level)
    return next(
        (r for r in above if (exercise.id, r.level) not in PASSED_OVER and _fits(exercise, r, owned)), None
    )


def _fits(exercise: Exercise, found: Rung, owned: Sequence[float]) -> bool:
    return exercise.loaded or not found.loaded or min(owned, default=LIGHT + 1) <= LIGHT


def easier(exercise: Exercise, level: int) -> Rung | None:
    """The next easier variation, None at the bottom."""
    below = sorted((r for r in exercise.ladder if r.level < level), key=lambda r: -r.level)
    return next((r for r in below if (exercise.id, r.level) not in PASSED_OVER), None)


def heavier(kg: float, owned: Sequence[float]) -> float | None:
    """The next weight (kg): +1 under 10, +2 from 10, among the dumbbells owned; None when there is none.

    Of several within that step and about 10 % the heaviest is taken (brief 4); nothing known of what is
    owned means that the usual step can be had.
    """
    step = 1.0 if kg < 10 else 2.0
    if not owned:
        return kg + step
    above = sorted(w for w in owned if w > kg)
    small = [w for w in above if w <= kg + step and w <= kg * (1 + USUAL_STEP)]
    return small[-1] if small else next(iter(above), None)


def lighter(kg: float, owned: Sequence[float], share: float = 0.2) -> float:
    """The weight about `share` lighter: the heaviest owned at or under it, else the lightest owned."""
    goal = kg * (1 - share)
    if not owned:
        return max(1.0, float(int(goal)))
    below = [w for w in owned if w <= goal + 1e-9]
    return max(below) if below else min(owned)


def is_big(kg: float, following: float) -> bool:
    """Whether the step to the following weight is more than 15 %."""
    return following - kg > BIG_STEP * kg + 1e-9


def nearest(kg: float, owned: Sequence[float]) -> float:
    """The owned dumbbell nearest to `kg`, the lighter one on a tie; `kg` itself when nothing is known."""
    return min(owned, key=lambda w: (abs(w - kg), w), default=kg)


def start_weight(exercise: Exercise, owned: Sequence[float]) -> float | None:
    """A cautious first weight: the lightest owned within the start range, else the heaviest below it.

    None means that even the lightest is too heavy to begin with, or that the exercise takes no weight.
    """
    if exercise.start_kg is None:
        return None
    low, high = exercise.start_kg
    if not owned:
        return low
    inside = [w for w in owned if low <= w <= high]
    below = [w for w in owned if w < low]
    return min(inside) if inside else max(below, default=None)
