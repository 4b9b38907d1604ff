"""Which weekdays suit strength, and why: the algorithm of brief 3.2, with every intermediate number kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from storage.records import DayKind

KINDS: tuple[DayKind, ...] = ("rest", "easy", "hard", "long", "race")
FLOOR = {3: 55, 2: 35, 1: 25}  # the least a day must score, by the number of days tried
BASE = {
    "easy-rest-tomorrow": 100,
    "easy-rest-yesterday": 95,
    "free-rest-tomorrow": 90,
    "free-rest-yesterday": 85,
    "easy-only": 70,
    "hard-rest-tomorrow": 55,
    "hard-easy-tomorrow": 45,
    "free-single": 40,
}
TAKEN_OFF = (
    ("tomorrow", "hard", 60),
    ("tomorrow", "long", 55),
    ("yesterday", "long", 15),
    ("yesterday", "hard", 10),
)
FAR_APART = 10  # bonus for two days with at least three days between on both ways round


@dataclass(frozen=True, kw_only=True)
class Score:
    """One weekday as a place for strength. `points` is None where strength never comes."""

    day: int
    kind: DayKind
    row: str  # the base row that fits, or the reason for never
    base: int | None
    off: tuple[tuple[str, int], ...] = ()  # what was taken off: ("hard-tomorrow", 60)
    light: bool = False

    @property
    def points(self) -> int | None:
        """The base row less what is taken off."""
        return None if self.base is None else self.base - sum(points for _, points in self.off)

    @property
    def flags(self) -> tuple[str, ...]:
        """`light`, `same_day_hard`, `uses_rest_day`, where strength on this day would mean it."""
        named = (
            ("light", self.light),
            ("same_day_hard", self.kind == "hard"),
            ("uses_rest_day", self.kind == "rest"),
        )
        return tuple(name for name, holds in named if holds)


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """One changed day that would give a better week (brief 3.2 step 5)."""

    day: int
    was: DayKind
    becomes: DayKind
    days: tuple[int, ...]  # strength days after the change
    total: int


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The chosen weekdays (0 = Monday) with everything that led to them."""

    week: tuple[DayKind, ...]
    wanted: int
    novice: bool
    days: tuple[int, ...]
    scores: tuple[Score, ...]
    total: int
    suggestion: Suggestion | None = None

    @property
    def race_week(self) -> bool:
        """Whether a race falls in this week."""
        return "race" in self.week

    @property
    def fewer(self) -> bool:
        """Whether fewer days were found than asked for."""
        return len(self.days) < self.wanted

    @property
    def no_rest_day(self) -> bool:
        """Whether the week carries no rest day at all."""
        return "rest" not in self.week

    @property
    def chosen(self) -> tuple[Score, ...]:
        """The scores of the chosen days, in order."""
        return tuple(self.scores[day] for day in self.days)


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a plan is made from; see `plan`."""

    week: tuple[DayKind, ...]
    wanted: int = 2
    novice: bool = False
    before: DayKind | None = None
    after: DayKind | None = None
    blocked: frozenset[int] = frozenset()


def plan(
    week: Sequence[DayKind],
    wanted: int = 2,
    *,
    novice: bool = False,
    before: DayKind | None = None,
    after: DayKind | None = None,
    blocked: Collection[int] = (),
    next_race: int | None = None,
) -> Plan:
    """Choose the strength days of a week, Monday first (brief 3.2).

    `before` and `after` are the real Sunday before and Monday after where known; otherwise the week repeats.
    `blocked` are weekdays on which no strength may come for other reasons, `next_race` the weekday of a race
    in the week after. More than three days are never planned.
    """
    days = tuple(week)
    if len(days) != 7 or not set(days) <= set(KINDS):
        raise ValueError("a week is seven of rest, easy, hard, long, race")
    shut = frozenset(blocked) | _before_race(next_race)
    wanted = min(max(wanted, 1), 3)
    return solve(Case(week=days, wanted=wanted, novice=novice, before=before, after=after, blocked=shut))


def _before_race(next_race: int | None) -> frozenset[int]:
    return frozenset(day for day in range(7) if next_race is not None and 7 + next_race - day <= 3)


@lru_cache(maxsize=512)  # a megabyte
def solve(case: Case) -> Plan:
    """The plan of a case whose values are in range."""
    scores, days, total = _best(case)
    suggestion = None
    if "race" not in case.week and ("rest" not in case.week or len(days) < case.wanted):
        suggestion = _suggest(case, len(days))
    return Plan(
        week=case.week,
        wanted=case.wanted,
        novice=case.novice,
        days=days,
        scores=scores,
        total=total,
        suggestion=suggestion,
    )


def score_days(case: Case) -> tuple[Score, ...]:
    """The scores of all seven days (brief 3.2 step 1)."""
    around = neighbours(case.week, case.before, case.after)
    return tuple(_score(case, day, around[day], around[day + 2]) for day in range(7))


def _best(case: Case) -> tuple[tuple[Score, ...], tuple[int, ...], int]:
    """Steps 2 and 3: the scores, the chosen days and their total."""
    scores = score_days(case)
    followed = tuple(kind == "rest" for kind in neighbours(case.week, case.before, case.after)[2:])
    for k in range(1 if "race" in case.week else case.wanted, 0, -1):
        fitting = [days for days in _SPACED[k] if _fits(days, scores, case.week)]
        if fitting:
            days = min(fitting, key=lambda days: _rank(days, scores, followed))
            return scores, days, total(days, scores)
    return scores, (), 0


def neighbours(
    week: Sequence[DayKind], before: DayKind | None = None, after: DayKind | None = None
) -> tuple[DayKind | None, ...]:
    """The week with the day before and after it: as known, else the week repeats, else None (race week)."""
    wraps = "race" not in week
    return (before or (week[6] if wraps else None), *week, after or (week[0] if wraps else None))


def _score(case: Case, day: int, yesterday: DayKind | None, tomorrow: DayKind | None) -> Score:
    kind = case.week[day]
    row = "blocked" if day in case.blocked else _row(case, day, yesterday, tomorrow)
    sides = {"yesterday": yesterday, "tomorrow": tomorrow}
    off = tuple((f"{kind}-{side}", points) for side, kind, points in TAKEN_OFF if sides[side] == kind)
    light = "race" in case.week or tomorrow in ("hard", "long")
    return Score(day=day, kind=kind, row=row, base=BASE.get(row), off=off if row in BASE else (), light=light)


def _row(case: Case, day: int, yesterday: DayKind | None, tomorrow: DayKind | None) -> str:
    """The first row that fits: a key of BASE, or why strength never comes that day."""
    kind, race_week = case.week[day], "race" in case.week
    if race_week and _near_race(case.week, day):
        return "race" if kind == "race" else "near-race"
    if kind == "long" or kind == "race":
        return kind
    if kind == "hard":
        return _hard_row(tomorrow, novice=case.novice, race_week=race_week)
    if kind == "rest" and case.week.count("rest") == 1:
        return "only-rest"
    name = "easy" if kind == "easy" else "free"
    if tomorrow == "rest":
        return f"{name}-rest-tomorrow"
    if yesterday == "rest":
        return f"{name}-rest-yesterday"
    if kind == "easy":
        return "easy-only"
    return "race-week-free" if race_week else "free-single"


def _near_race(week: Sequence[DayKind], day: int) -> bool:
    """Race day, the three days before and the two after, within the week."""
    return any(kind == "race" and -2 <= race - day <= 3 for race, kind in enumerate(week))


def _hard_row(tomorrow: DayKind | None, *, novice: bool, race_week: bool) -> str:
    if race_week:
        return "race-week-hard"
    if novice:
        return "novice-hard"
    return f"hard-{tomorrow}-tomorrow" if tomorrow in ("rest", "easy") else "hard-before-hard"


def gaps(days: Sequence[int]) -> tuple[int, ...]:
    """Days from each strength day to the next, round the week: (1, 5) -> (4, 3)."""
    return tuple((after - day - 1) % 7 + 1 for day, after in zip(days, (*days[1:], days[0]), strict=True))


_SPACED = {k: [days for days in combinations(range(7), k) if min(gaps(days)) >= 2] for k in (1, 2, 3)}


def _fits(days: tuple[int, ...], scores: Sequence[Score], week: Sequence[DayKind]) -> bool:
    floor = FLOOR[len(days)]
    enough = all((points := scores[day].points) is not None and points >= floor for day in days)
    return enough and leaves_rest(week, days)


def leaves_rest(week: Sequence[DayKind], days: Iterable[int]) -> bool:
    """At least one rest day stays completely free, if the week has any (brief 3.2 step 2)."""
    rest = {day for day, kind in enumerate(week) if kind == "rest"}
    return not rest or bool(rest - set(days))


def total(days: Sequence[int], scores: Sequence[Score]) -> int:
    """The sum of the days' scores, with the bonus for two days far apart (brief 3.2 step 3)."""
    bonus = FAR_APART if len(days) == 2 and min(gaps(days)) >= 3 else 0
    return sum(scores[day].points or 0 for day in days) + bonus


def _rank(
    days: tuple[int, ...], scores: Sequence[Score], followed: Sequence[bool]
) -> tuple[int, int, int, int, tuple[int, ...]]:
    """Smaller is better: total, smallest gap, sessions before a rest day, same day as hard, earliest days."""
    before_rest = sum(followed[day] for day in days)
    on_hard = sum(scores[day].kind == "hard" for day in days)
    return -total(days, scores), -min(gaps(days)), -before_rest, on_hard, days


def _suggest(case: Case, found: int) -> Suggestion | None:
    """The best single change (step 5): most strength days, then highest total, then earliest changed day."""
    offers = []
    for day, becomes in _changes(case.week):
        changed = (*case.week[:day], becomes, *case.week[day + 1 :])
        _, days, points = _best(replace(case, week=changed))
        offers.append(Suggestion(day=day, was=case.week[day], becomes=becomes, days=days, total=points))
    best = min(offers, key=lambda offer: (-len(offer.days), -offer.total, offer.day), default=None)
    return best if best and ("rest" not in case.week or len(best.days) > found) else None


def _changes(week: Sequence[DayKind]) -> list[tuple[int, DayKind]]:
    easy = [day for day, kind in enumerate(week) if kind == "easy"]
    hard = [day for day, kind in enumerate(week) if kind == "hard"]
    if "rest" not in week:
        return [(day, "rest") for day in easy or hard]
    return [(day, "rest") for day in easy] + [(day, "easy") for day in hard]


def sessions_for(
    count: int, number: int, *, novice_weeks: int | None = None, dumbbells: bool = True
) -> tuple[str, ...]:
    """The sessions of a week with so many strength days, in order (brief 3.2 step 4): A body, B dumbbell.

    `number` is the week's number, for alternating a single day; `novice_weeks` a novice's weeks of strength
    so far (None: no novice), the first two of them bodyweight only. A light day gets A.
    """
    if not dumbbells or (novice_weeks is not None and novice_weeks < 2):
        return ("bodyweight",) * count
    pattern = {1: "AB"[number % 2], 2: "AB"}.get(count, "BAB" * count)
    return tuple("bodyweight" if letter == "A" else "dumbbell" for letter in pattern[:count])
