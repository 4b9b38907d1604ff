"""The typed meaning of a reply. Weights in kg as said (per hand unless `in_all`), times in seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.coach.vocabulary import ReplyWords

__all__ = ["Button", "Doubt", "Effort", "Expect", "Intent", "Reply", "ReplyWords", "Said", "Side", "Sided"]

Intent = Literal["done", "skip", "stop", "pause", "undo", "question", "fail", "pain", "other"]
Sided = Literal["both", "total", "per_side"]
Side = Literal["", "left", "right", "each"]
Effort = Literal["", "easy", "right", "hard"]


@dataclass(frozen=True, kw_only=True)
class Expect:
    """The set that is due: how it counts, its target range, its weight, and what exercises are called."""

    unit: Literal["reps", "seconds"] = "reps"
    loaded: bool = False
    sided: Sided = "both"
    low: int = 10
    high: int = 12
    kg: float | None = None
    units: Literal["kg", "lb"] = "kg"
    names: Mapping[str, str] = field(
        default_factory=dict
    )  # name, short name or alias (casefolded) -> exercise id


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said of one set; None: not said, the planned value holds."""

    reps: int | None = None
    seconds: int | None = None
    kg: float | None = None
    side: Side = ""


@dataclass(frozen=True, kw_only=True)
class Button:
    """The numbered button: exercise id ("" for the plain "set 3") and set number."""

    exercise: str
    n: int


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """A phrase to answer with because nothing can be logged; `choices` are texts that would be clear."""

    phrase: str
    facts: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A typed meaning. `sets` is empty where the planned values hold; a doubt means: log nothing, ask."""

    intent: Intent
    sets: tuple[Said, ...] = ()
    count: int | None = None  # "all three sets", "3x12": that many sets alike
    button: Button | None = None
    doubt: Doubt | None = None
    set_no: int | None = None  # the set it names ("set 2 was 9")
    was: float | None = None  # "9 not 12": the value it replaces
    typo: bool = False  # read with one slip: log it with Undo in sight
    bare_done: bool = False  # a typed "done" without numbers (reliability 2.3, rule 11)
    in_all: bool = False  # the weight was said for both hands together
    effort: Effort = ""
    likely: Reply | None = None  # with a doubt: the reading that is the most likely one
