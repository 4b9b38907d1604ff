"""P14: forged buttons have no effect; two people's workouts interleaved equal each alone."""

from __future__ import annotations

import os
from random import Random  # noqa: TID251 - seeded

import pytest
from sqlalchemy import text

from bot.coach.taps import read
from storage.notebook import Page
from storage.tables import metadata
from tests.bot.gym import TAPS, Gym

FORGED = int(os.environ.get("FORGED", "300"))
PAIRS = int(os.environ.get("PAIRS", "4"))
VERBS = sorted(TAPS)
GUESSES = ("0", "1", "-1", "yes", "no", "air_squat", "9" * 20, "2026-11-02", "zz", "🦊")
TYPED = ("done", "12", "8", "undo", "skip", "10 9 8", "done 80x5", "30", "rest", "later", "hello", "15 reps")


def dump(gym: Gym, person: int) -> list[str]:
    """Everything that is stored about a person."""

    def look(page: Page) -> list[str]:
        found = []
        for table in metadata.tables.values():
            column = "runner_id" if "runner_id" in table.c else "id" if table.name == "runners" else None
            if column:
                query = text(f"SELECT * FROM {table.name} WHERE {column} = :who")
                found += [f"{table.name}{tuple(row)}" for row in page.db.execute(query, {"who": person})]
        return sorted(found)

    return gym._page(look)


def open_workout(gym: Gym) -> int:
    """A person in the middle of a workout; returns the number."""
    from bot import floor

    gym.enter()
    gym._turn(lambda page: floor.open_workout(page, gym._heard(page)))
    gym.says("12")
    return gym.person


def forged_runs(count: int, seed: int = 1) -> None:
    dice, gym = Random(seed), Gym()
    victim = open_workout(gym)
    ours = gym.workout()
    before = dump(gym, victim)
    gym.enter()
    number = ours.id
    for n in range(count):
        verb = dice.choice([*VERBS, "x", "v1"])
        guesses = [str(number), str(victim), *GUESSES]
        words = [dice.choice(guesses) for _ in range(dice.randrange(5))]
        tap = read(":".join(("v1", verb, *words)))
        if tap is None or tap.verb not in TAPS:
            continue
        gym._turn(lambda page, tap=tap: list(TAPS[tap.verb](page, gym._heard(page), tap)))
        if n % 50 == 0:
            assert dump(gym, victim) == before, (n, tap)
    assert dump(gym, victim) == before


def test_forged_buttons_have_no_effect_on_anybody_else():
    forged_runs(FORGED)


def test_random_bytes_are_no_button():
    dice = Random(7)
    for _ in range(10_000):
        data = dice.randbytes(dice.randrange(65)).decode("latin-1")
        tap = read(data)
        assert tap is None or tap.verb not in TAPS


@pytest.mark.soak
def test_ten_thousand_forged_buttons():
    forged_runs(10_000, seed=2)
    print("10000 forged callbacks, 0 effects")


def outcome(gym: Gym, person: int) -> dict:
    """The sets of a person without the workout's number."""
    gym.person = person
    return {(slot, n, side): value for (_, slot, n, side), value in gym.sets().items()}


def interleaved(seed: int) -> None:
    dice = Random(seed)
    acts = [[dice.choice(TYPED) for _ in range(12)] for _ in range(2)]
    alone = []
    for mine in acts:
        gym = Gym()
        person = open_workout(gym)
        for words in mine:
            gym.messages += 1
            gym.says(words)
        alone.append(outcome(gym, person))
    gym = Gym()
    people = [open_workout(gym), open_workout(gym)]
    left = [list(mine) for mine in acts]
    while any(left):
        n = dice.choice([n for n in (0, 1) if left[n]])
        gym.person = people[n]
        gym.says(left[n].pop(0))
    assert [outcome(gym, person) for person in people] == alone, seed


def test_two_people_interleaved_equal_each_alone():
    for seed in range(PAIRS):
        interleaved(seed)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_five_hundred_interleavings():
    for seed in range(1000, 1500):
        interleaved(seed)
    print("500 interleavings equal each alone")
