"""P22: any text gets an answer, never a traceback: random and mangled texts, in and out of a workout."""

from __future__ import annotations

import os
from random import Random  # noqa: TID251 - seeded
from time import monotonic

import pytest

from bot import floor
from tests.bot.gym import Gym

TEXTS = int(os.environ.get("TEXTS", "300"))
WORDS = [
    "done",
    "12",
    "80x5",
    "kg",
    "reps",
    "undo",
    "skip",
    "swap",
    "hurts",
    "knee",
    "stop",
    "why",
    "plan",
    "week",
    "rest",
    "later",
    "<b>",
    "&",
    "{0}",
    "%s",
    "½",
    "³",
    "٣",
    "3️⃣",
    "dоne",
    "9999999",
    "-5",
    "nan",
    "why?",
    "how",
    "squat",
    "plank",
    "5@80",
    "12,5",
    ":",
    "/",
    "\u202e",
    "\u200b",
    "🦊",
    "monday",
    "tonight",
    "no",
    "yes",
]


def text(dice: Random) -> str:
    """Words of ours, of nobody, and of every alphabet."""
    kind = dice.randrange(4)
    if kind == 0:
        ranges = ((32, 127), (0xA0, 0xD7FF), (0x1F300, 0x1FAFF))
        return "".join(chr(dice.randrange(*dice.choice(ranges))) for _ in range(dice.randrange(1, 40)))
    if kind == 1:
        return " ".join(dice.choice(WORDS) for _ in range(dice.randrange(1, 8)))
    if kind == 2:
        return "".join(dice.choice("0123456789xX×.,-+/ kgs@:") for _ in range(dice.randrange(1, 15)))
    word = dice.choice(WORDS) * dice.randrange(1, 4)
    return word * (600 if dice.random() < 0.01 else 1)


def run(count: int, seed: int) -> None:
    dice, gym = Random(seed), Gym()
    gym.enter()
    for n in range(count):
        if n % 40 == 20 and gym.workout() is None:
            gym._turn(lambda page: floor.open_workout(page, gym._heard(page)))
        if n % 100 == 99:
            gym.enter()
        words = text(dice)
        try:
            gym.says(words)  # raises where nothing is said
        except Exception as error:
            raise AssertionError(f"{words!r} (text {n} of seed {seed})") from error


def test_random_texts_are_answered():
    run(TEXTS, 1)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_ten_thousand_random_texts_are_answered():
    run(10_000, 2)
    print("10000 random texts, 0 unhandled")


@pytest.mark.parametrize("words", ["week" * 1000, "a" * 4096, "9" * 4096, "done " * 800, "<" * 4096])
def test_one_long_word_costs_no_memory(words):
    """Found by the random texts: correcting the spelling of 4,096 letters took gigabytes."""
    gym = Gym()
    gym.enter()
    began = monotonic()
    gym.says(words)
    assert monotonic() - began < 5
