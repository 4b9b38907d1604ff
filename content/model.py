"""What the coach knows, as frozen records: facts without language, and prose of one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Unit = Literal["reps", "seconds"]
Sided = Literal[
    "both", "total", "per_side"
]  # both together · one number for both sides · that many on each side
Source = Literal["article", "ours"]
Kit = Literal["none", "dumbbells"]


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One level of an exercise's ladder: 0 easier, 1 the base, 2 and 3 harder (brief 2)."""

    level: int
    unit: Unit
    sided: Sided
    low: int
    high: int
    loaded: bool


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """The facts of one exercise. Times in seconds, weights in kilograms per hand (bridge: in all)."""

    id: str
    number: int  # small and stable: storage keeps it
    unit: Unit
    sided: Sided
    loaded: bool
    low: int
    high: int
    top: int  # the end of the range, where the next level or weight waits
    sets: int
    rest: int
    rest_low: int
    rest_high: int
    step: int  # reps or seconds added when a session went well
    start_kg: tuple[float, float] | None
    main: tuple[str, ...]
    helper: tuple[str, ...]
    source: Source
    swaps: tuple[str, ...]
    kit: Kit
    ladder: tuple[Rung, ...]

    def rung(self, level: int) -> Rung:
        """The ladder's rung at `level`, or the nearest there is."""
        for rung in self.ladder:
            if rung.level == level:
                return rung
        return min(self.ladder, key=lambda rung: (abs(rung.level - level), rung.level))


@dataclass(frozen=True, kw_only=True)
class Muscle:
    """One muscle group: who trains it as a main target, who helps, and our add-ons (brief 1.0)."""

    id: str
    number: int
    main: tuple[str, ...]
    helper: tuple[str, ...]
    addons: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Session:
    """A template: which exercises, in which order."""

    id: str
    exercises: tuple[str, ...]
    kit: Kit
    source: Source
    minutes: tuple[int, int]  # without the warm-up


@dataclass(frozen=True, kw_only=True)
class Run:
    """A type of run that builds strength; every one counts as this kind of day."""

    id: str
    day: Literal["easy", "hard"]
    source: Source


@dataclass(frozen=True, kw_only=True)
class Reference:
    """Where a statement comes from: the article, research with author and year, or our own coaching rule."""

    id: str
    kind: Literal["article", "corrected", "research", "ours"]
    author: str = ""
    year: int | None = None
    where: str = ""


@dataclass(frozen=True, kw_only=True)
class MuscleProse:
    """A muscle in words: a card, the longer text, and one facet per question people ask."""

    name: str
    aliases: tuple[str, ...]
    card: str
    more: str
    does: str
    why: str
    weak: str
    train: str
    where: str
    sources: Mapping[str, tuple[str, ...]]  # facet -> keys of sources.toml


@dataclass(frozen=True, kw_only=True)
class PartProse:
    """A muscle people ask about by its own name, and the group it belongs to."""

    name: str
    aliases: tuple[str, ...]
    muscle: str
    card: str
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ExerciseProse:
    """An exercise in words."""

    name: str
    short: str
    aliases: tuple[str, ...]
    start: str
    cues: tuple[str, ...]
    breathing: str
    tempo: str
    mistakes: tuple[str, ...]
    easier: str
    harder: str
    not_when: str
    card: str
    rungs: Mapping[int, str]


@dataclass(frozen=True, kw_only=True)
class SessionProse:
    """A session in words."""

    name: str
    aliases: tuple[str, ...]
    card: str
    more: str
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RunProse:
    """A type of run in words."""

    name: str
    aliases: tuple[str, ...]
    card: str
    more: str
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AnswerProse:
    """The answer to one question: the title is the question, `topics` say what it is about."""

    title: str
    text: str
    more: str
    topics: tuple[str, ...]
    sources: tuple[str, ...]
    asks: tuple[str, ...] = field(default=())  # other ways to ask it
