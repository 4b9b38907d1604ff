"""The quiz: which question comes, and in which order its answers stand. "a" is right in the content, always."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from content.library import Tongue

LETTERS = ("a", "b", "c", "d")
MOST = 20  # questions about one muscle at most


def questions(muscle: str, tongue: Tongue) -> tuple[str, ...]:
    """The names of the questions about a muscle group: `calves-1`, `calves-2` …"""
    plain = muscle.replace("_", "-")
    names = (f"{plain}-{number}" for number in range(1, MOST))
    return tuple(name for name in names if tongue.has(f"quiz-{name}"))


def choose(muscles: Iterable[str], known: Mapping[str, bool | None], tongue: Tongue) -> str | None:
    """The next question about muscles just trained: one missed before, then a new one, then one left open.

    `known` holds what was asked: True right, False missed, None not answered. None where all were right.
    """
    names = [name for muscle in muscles for name in questions(muscle, tongue)]
    missed = [name for name in names if known.get(name, True) is False]
    new = [name for name in names if name not in known]
    left_open = [name for name in names if name in known and known[name] is None]
    return next(iter((*missed, *new, *left_open)), None)


def order(name: str, times: int) -> tuple[str, ...]:
    """The order of the four answers, another one each time, the same for everybody (no dice)."""
    turn = (sum(map(ord, name)) + times) % len(LETTERS)
    return (*LETTERS[turn:], *LETTERS[:turn])
