"""Random sessions against a model of a few lines: the sets that are kept are the sets that were done."""

from __future__ import annotations

import random  # noqa: TID251 - the tests play with seeded dice
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from bot import floor
from bot.conversations import training
from storage.records import Habits, Slot, Workout
from tests.bot.gym import Gym

Row = tuple[int | None, int | None, float | None]
SHORT = {"air_squat": "squat", "forward_lunge": "lunge"}


@dataclass
class Entry:
    """One set: its rows by side, and the message and place in the message that logged it."""

    slot: int
    rows: dict[str, Row]
    message: int | None
    part: int
    order: int


@dataclass
class Model:
    """What should be kept of one workout."""

    id: int
    slots: list[Slot]
    per_side: bool = False
    entries: list[Entry] = field(default_factory=list)
    left_out: tuple[int, int] | None = None  # slot skipped last, when nothing came after it
    open: bool = True
    count: int = 0

    def of(self, slot: int) -> list[Entry]:
        return sorted((e for e in self.entries if e.slot == slot), key=lambda e: e.order)

    def due(self) -> int | None:
        return next((n for n, s in enumerate(self.slots) if not s.closed and len(self.of(n)) < s.sets), None)

    def add(self, slot: int, rows: dict[str, Row], message: int | None, part: int = 0) -> None:
        self.count += 1
        self.left_out = None
        self.entries.append(Entry(slot, rows, message, part, self.count))
        self.open = self.due() is not None

    def close(self, slot: int) -> None:
        self.slots[slot] = replace(self.slots[slot], closed=True)
        self.open = self.due() is not None

    def last(self) -> Entry | None:
        return max(self.entries, key=lambda e: e.order, default=None)

    def sets(self) -> dict[Any, Row]:
        return {
            (str(self.id), slot, number, side): row
            for slot in range(len(self.slots))
            for number, entry in enumerate(self.of(slot), 1)
            for side, row in entry.rows.items()
        }


class Player:
    """Plays one random session; every act changes the model as a person would expect."""

    def __init__(self, gym: Gym, seed: int) -> None:
        self.gym, self.dice = gym, random.Random(seed)
        dumbbells = self.dice.random() < 0.4
        habits = Habits(
            per_side=self.dice.random() < 0.3, weights=(2.0, 4.0, 6.0, 8.0, 10.0) if dumbbells else ()
        )
        self.per_side = habits.per_side
        gym.enter(kit="dumbbells" if dumbbells else "none", habits=habits)
        self.climbed = self.dice.random() < 0.3  # up the ladder to the plank that is held side by side
        if self.climbed:
            gym.climbed("plank", level=3, low=15)
        self.past: dict[Any, Row] = {}
        self.trail: list[str] = []
        self.begin("dumbbell" if dumbbells else "bodyweight")

    def begin(self, session: str) -> None:
        self.gym.taps("start", self.gym.now.date().isoformat(), session)
        workout = self.workout
        self.model = Model(id=workout.id or 0, slots=list(workout.slots), per_side=self.per_side)

    @property
    def workout(self) -> Workout:
        found = self.gym.workout()
        assert found is not None
        return found

    # what a set is

    def rung(self, slot: int) -> Any:
        plan = self.model.slots[slot]
        return self.gym.library.exercises[plan.exercise].rung(plan.level)

    def sided(self, slot: int) -> str:
        sided = self.rung(slot).sided
        return "per_side" if sided == "total" and self.per_side else sided

    def rows(
        self, slot: int, count: int | None = None, kg: float | None = None, other: int | None = None
    ) -> dict[str, Row]:
        plan = self.model.slots[slot]
        kg = plan.kg if kg is None else kg
        each = lambda n: (None, n, kg) if self.rung(slot).unit == "seconds" else (n, None, kg)  # noqa: E731
        count = plan.low if count is None else count
        if self.sided(slot) == "per_side" or other is not None:
            return {"left": each(count), "right": each(count if other is None else other)}
        return {"": each(count)}

    def left(self, slot: int) -> int:
        return self.model.slots[slot].sets - len(self.model.of(slot))

    def number(self, slot: int) -> tuple[str, int]:
        if self.rung(slot).unit == "seconds":
            n = self.dice.randint(10, 70)
            return self.dice.choice([f"{n}s", f"{n} sec", str(n), f"done {n} s"]), n
        n = self.dice.randint(5, 20)
        return self.dice.choice([str(n), f"done {n}", f"{n} reps", f"got {n}"]), n

    # acts: each is one step

    def done(self, slot: int) -> None:
        words = ["done", "Done ", "d", "ok", "ｄｏｎｅ", "finished"]
        thumbs = (
            [] if self.gym.asked() == "stale" else ["✅", "👍"]
        )  # then a thumb answers "go on, or close it?"
        word = self.dice.choice([*words, *thumbs])
        sent = self.gym.says(word)
        self.model.add(slot, self.rows(slot), sent.id)

    def counted(self, slot: int) -> None:
        text, n = self.number(slot)
        sent = self.gym.says(text)
        self.model.add(slot, self.rows(slot, n), sent.id)

    def weighted(self, slot: int) -> None:
        if self.model.slots[slot].kg is None:
            return self.counted(slot)
        n, kg = self.dice.randint(5, 15), self.dice.choice([2, 5, 7.5, 12])
        text = self.dice.choice([f"{n}x{kg}kg", f"{n} reps {kg} kg", f"{n} × {str(kg).replace('.', ',')} kg"])
        sent = self.gym.says(text)
        return self.model.add(slot, self.rows(slot, n, float(kg)), sent.id)

    def sides(self, slot: int) -> None:
        if self.sided(slot) == "both" or self.rung(slot).unit == "seconds":
            return self.done(slot)
        a, b = self.dice.randint(4, 9), self.dice.randint(4, 9)
        sent = self.gym.says(self.dice.choice([f"{a} left {b} right", f"{a}/{b}"]))
        return self.model.add(slot, self.rows(slot, a, other=b), sent.id)

    def several(self, slot: int) -> None:
        counts = [self.dice.randint(8, 13) for _ in range(3)]
        if self.rung(slot).unit == "seconds":
            counts = [n * 3 for n in counts]
        sent = self.gym.says(" ".join(map(str, counts)))
        for part, n in enumerate(counts[: self.left(slot)]):
            self.model.add(slot, self.rows(slot, n), sent.id, part)

    def pressed(self, slot: int) -> None:
        plan = self.model.slots[slot]
        short = self.gym.library.tongue("en").exercise[plan.exercise].short
        number = len(self.model.of(slot)) + 1
        wrong = self.dice.random() < 0.3
        sent = self.gym.says(f"✅ Done · {short} {number + (self.dice.choice([-1, 1]) if wrong else 0)}")
        if not wrong:
            self.model.add(slot, self.rows(slot), sent.id)

    def twice(self, slot: int) -> None:
        """Done, and done again within two seconds: the second one asks."""
        sent = self.gym.says("done")
        self.model.add(slot, self.rows(slot), sent.id)
        following = self.model.due()
        if following is None:
            return
        self.gym.now = replace_seconds(self.gym, 1)
        self.gym.says("done")
        if self.dice.random() < 0.5:
            place = len(self.model.of(following)) + 1
            self.gym.taps("another", self.model.id, following, place)
            self.model.add(following, self.rows(following), None)
        else:
            self.gym.taps("one", self.model.id)

    def nonsense(self, slot: int) -> None:
        """What is no set: nothing is logged."""
        words = [
            "-5",
            "0",
            "99999",
            "nan",
            "½",
            "0x1F",
            "not done yet",
            "what do quads do?",
            "dоne",
            "80 5 3 1 7 2",
            "hi",
        ]
        self.gym.says(self.dice.choice(words))

    def repeated(self, slot: int) -> None:
        """A message that logged a set arrives once more under another update."""
        old = [e for e in self.model.entries if e.message is not None]
        if old:
            self.gym.says(self.dice.choice(["done", "12", "7"]), again=self.dice.choice(old).message)

    def undone(self, slot: int) -> None:
        if self.dice.random() < 0.5:
            self.gym.says(self.dice.choice(["undo", "take that back", "/undo"][:2]))
        else:
            self.gym.command(training.undo_command)
        self._undo()

    def _undo(self) -> None:
        if self.model.left_out is None and not self.model.entries:
            return
        if self.model.left_out is not None:
            slot, _ = self.model.left_out
            self.model.slots[slot] = replace(self.model.slots[slot], closed=False)
            self.model.left_out = None
        elif (gone := self.model.last()) is not None:
            self.model.entries.remove(gone)
        self.model.open = self.model.due() is not None

    def corrected(self, slot: int) -> None:
        entry = self.model.last()
        n = self.dice.randint(5, 20)
        self.gym.says(
            self.dice.choice([f"no, {n}", f"i meant {n}", f"oops that was {n}", f"that was {n} not 99"])
        )
        if entry is not None:
            self._set(entry, n)

    def _set(self, entry: Entry, n: int) -> None:
        timed = next(iter(entry.rows.values()))[1] is not None
        entry.rows = {
            side: (None, n, kg) if timed else (n, None, kg) for side, (_, _, kg) in entry.rows.items()
        }

    def edited(self, slot: int) -> None:
        old = [e for e in self.model.entries if e.message is not None]
        if not old:
            return
        message = self.dice.choice(old).message
        mine = sorted((e for e in old if e.message == message), key=lambda e: e.part)
        counts = [self.dice.randint(8, 13) for _ in mine]
        if next(iter(mine[0].rows.values()))[1] is not None:
            counts = [n * 3 for n in counts]
        self.gym.edits(message or 0, " ".join(map(str, counts)) if len(counts) != 2 else str(counts[0]))
        if len(counts) == 2:
            counts = [counts[0]] * 2
        for entry, n in zip(mine, counts, strict=True):
            self._set(entry, n)

    def replied(self, slot: int) -> None:
        """A reply to an older set's message with a number corrects it; with undo takes it back."""
        old = [e for e in self.model.entries if e.message is not None]
        alone = [e for e in old if sum(o.message == e.message for o in old) == 1]
        if not alone:
            return
        entry = self.dice.choice(alone)
        if self.dice.random() < 0.3:
            self.gym.says("undo", reply_to=entry.message)
            self.model.left_out = None
            self.model.entries.remove(entry)
            self.model.open = self.model.due() is not None
            return
        n = self.dice.randint(11, 19)
        self.gym.says(self.dice.choice([str(n), f"that was {n}"]), reply_to=entry.message)
        self._set(entry, n)

    def skipped(self, slot: int) -> None:
        if self.dice.random() < 0.5:
            self.gym.says(self.dice.choice(["skip", "next exercise", "skip this one"]))
        else:
            self.gym.taps("skip", self.model.id, slot)
        self.model.close(slot)
        self.model.left_out = (slot, 0)

    def swapped(self, slot: int) -> None:
        before = self.workout
        self.gym.taps("swap", self.model.id, slot)
        from bot.coach.opening import swaps

        inside = {each.exercise for each in before.slots}
        plan = self.model.slots[slot]
        runner = floor.with_kit(self.gym.runner(), self.gym.now.date())
        found = swaps(plan.exercise, runner, self.gym.library, self.gym.banned())
        offers = [n for n in found if n not in inside][:3]
        if not offers:
            return
        chosen = self.dice.choice(offers)
        left = self.left(slot)
        self.gym.taps("swap", self.model.id, slot, chosen)
        fresh = self.workout.slots[slot + 1]
        assert (fresh.exercise, fresh.sets, fresh.closed) == (chosen, left, False)
        self.model.close(slot)
        self.model.left_out = None
        self.model.slots.insert(slot + 1, fresh)
        for entry in self.model.entries:
            entry.slot += entry.slot > slot
        self.model.open = True

    def easier(self, slot: int) -> None:
        self.gym.taps("easier", self.model.id, slot)
        fresh = self.workout.slots[slot]
        assert fresh.sets == self.model.slots[slot].sets
        self.model.slots[slot] = replace(fresh, closed=self.model.slots[slot].closed)

    def hurt(self, slot: int) -> None:
        self.gym.says("my knee hurts") if self.dice.random() < 0.5 else self.gym.taps(
            "hurts", self.model.id, slot
        )
        level = self.dice.choice(["low", "mid", "high"])
        self.gym.taps("pain", self.model.id, slot, level)
        sharp = self.dice.choice(["yes", "no"])
        self.gym.taps("sharp", self.model.id, slot, level, sharp)
        if self.gym.runner().habits.notes is None:
            exercise = self.model.slots[slot].exercise
            self.gym.taps("painnote", self.dice.choice(["yes", "no"]), exercise, level, "no")
        if sharp == "yes" or level != "low" or self.dice.random() < 0.5:  # only a mild, dull pain goes on
            self.gym.taps("skip", self.model.id, slot)
            self.model.close(slot)
            self.model.left_out = (slot, 0)

    def shaped(self, slot: int) -> None:
        """Ten minutes, no dumbbells, soreness: what is planned changes, what is done stays."""
        words = ["i have 10 minutes", "no dumbbells today", "sore 5/10", "warm up", "no rest timer", "why?"]
        self.gym.says(self.dice.choice(words))
        self._reshaped()

    def banned(self, slot: int) -> None:
        """Never again: what is due, or what is still to come, gives way to something else or is left out."""
        waiting = [s.exercise for n, s in enumerate(self.model.slots) if n >= slot and not s.closed]
        name = self.dice.choice(waiting)
        self.gym.says(f"never {self.gym.library.tongue('en').exercise[name].name} again")
        self._reshaped()
        assert name not in {
            s.exercise for n, s in enumerate(self.model.slots) if self.left(n) and not s.closed
        }
        self.model.open = self.model.due() is not None

    def lightened(self, slot: int) -> None:
        """A light week is offered and kept, or refused: what is done stays."""
        cause, word = self.dice.choice(
            [("why-deload-tired", "slept badly"), ("why-deload-big-week", "big week")]
        )
        self.gym.says(word)
        today = self.gym.now.date()
        monday = today - timedelta(days=today.weekday())
        self.gym.taps("light", monday.isoformat(), self.dice.choice(["keep", "later"]), cause)
        self._reshaped()
        self.model.open = self.model.due() is not None

    def _reshaped(self) -> None:
        """The plan as it is now; the sets stay with their exercises."""
        fresh = self.workout.slots
        where = {each.exercise: number for number, each in enumerate(fresh)}
        for entry in self.model.entries:
            entry.slot = where[self.model.slots[entry.slot].exercise]
        if [replace(s, why="") for s in self.model.slots] != [replace(s, why="") for s in fresh]:
            self.model.left_out = None
        self.model.slots = list(fresh)

    def mended(self, slot: int) -> None:
        """From the history: choose a set, give new numbers or remove it."""
        if not self.model.entries:
            return
        entry = self.dice.choice(self.model.entries)
        number = self.model.of(entry.slot).index(entry) + 1
        self.gym.taps("mend", self.model.id, entry.slot)
        self.gym.taps("mendset", self.model.id, entry.slot, number)
        if self.dice.random() < 0.3:
            self.gym.taps("mendrm", self.model.id, entry.slot, number)
            self.model.entries.remove(entry)
            return
        n = self.dice.randint(11, 19)
        self.gym.says(str(n))
        self._set(entry, n)

    def paused(self, slot: int) -> None:
        self.gym.says("pause")

    def stopped(self, slot: int) -> None:
        closes = self.gym.asked() == "stale"  # "go on, or close it?" is answered by it
        self.gym.says("stop")
        if closes:
            self.model.open = False
            return
        if self.dice.random() < 0.8:
            self.gym.taps("keep", self.model.id)
            return
        self.gym.taps("end", self.model.id)
        self.model.open = False

    def held(self, slot: int) -> None:
        """Start a hold; be down early, or let it end by itself; log by hand meanwhile."""
        if self.rung(slot).unit != "seconds":
            return self.counted(slot)
        if self.sided(slot) == "per_side":
            return self.held_by_sides(slot)
        self.gym.taps("hold", self.model.id, slot)
        low = self.model.slots[slot].low
        how = self.dice.random()
        if how < 0.4:
            held = self.dice.randint(1, low - 1)
            self.gym.waits(5 + held)
            self.gym.taps("down", self.model.id, slot)
            return self.model.add(slot, self.rows(slot, held), None)
        if how < 0.8:
            self.gym.waits(6 + low)
            return self.model.add(slot, self.rows(slot), None)
        self.gym.waits(self.dice.randint(1, low))
        return self.counted(slot)

    def held_by_sides(self, slot: int) -> None:
        """Left, eight seconds to switch, right: each side is what was held or said of it."""
        self.gym.taps("hold", self.model.id, slot)
        low = self.model.slots[slot].low
        left = self.side(slot, low, 5)
        if self.dice.random() < 0.3:
            self.gym.says(self.dice.choice(["done", "d", "✅"]))  # the right side still comes
        if self.dice.random() < 0.2:
            left = self.dice.randint(5, 20)
            self.gym.says(f"{left}s")
        if self.dice.random() < 0.1:
            sent = self.gym.says("9/14")
            return self.model.add(slot, self.rows(slot, 9, other=14), sent.id)
        right = self.side(slot, low, 8)
        return self.model.add(slot, self.rows(slot, left, other=right), self.message)

    def side(self, slot: int, low: int, ready: int) -> int:
        """One side: down early by button or word, told by number, or held to its end; returns its seconds."""
        how, held, self.message = self.dice.random(), self.dice.randint(3, low - 1), None
        if how < 0.4:
            self.gym.waits(ready + low)
            return low
        self.gym.waits(ready + held)
        if how < 0.6:
            self.gym.taps("down", self.model.id, slot)
            return held
        if how < 0.8:
            self.message = self.gym.says("done").id
            return held
        told = self.dice.randint(5, 20)
        self.message = self.gym.says(f"{told} s").id
        return told

    def forward(self, slot: int) -> None:
        self.gym.waits(self.dice.choice([10, 60, 200, 3600]))

    def crashed(self, slot: int) -> None:
        self.gym.crash = True
        self.dice.choice([self.done, self.counted, self.undone, self.skipped])(slot)

    # playing

    ACTS: tuple[tuple[int, str], ...] = (
        (10, "done"), (10, "counted"), (5, "weighted"), (5, "sides"), (4, "several"), (8, "pressed"),
        (3, "twice"), (5, "nonsense"), (4, "repeated"), (6, "undone"), (5, "corrected"), (6, "edited"),
        (5, "replied"), (3, "skipped"), (3, "swapped"), (2, "easier"), (2, "hurt"), (2, "paused"),
        (3, "shaped"), (4, "mended"), (2, "banned"), (2, "lightened"),
        (2, "stopped"), (10, "held"), (4, "forward"), (4, "crashed"),
    )  # fmt: skip

    def step(self) -> None:
        self.gym.waits(self.dice.randint(3, 9))
        slot = self.model.due() if self.model.open else None
        if slot is None:
            return self.closed_step()
        weights, names = zip(*self.ACTS, strict=True)
        name = self.dice.choices(names, weights)[0]
        self.trail.append(name)
        act: Callable[[int], None] = getattr(self, name)
        return act(slot)

    def closed_step(self) -> None:
        """After the end: undo reopens, an edit still corrects, or a new workout begins."""
        how = self.dice.choice(["undo", "edit", "mend", "new", "new", "done"])
        self.trail.append(f"closed:{how}")
        if how == "done":
            self.gym.says("done")
        elif how == "undo":
            self.gym.command(training.undo_command)
            self._undo()
        elif how == "edit":
            self.edited(0)
        elif how == "mend":
            self.mended(0)
        else:
            self.past |= self.model.sets()
            self.begin(self.workout.session)

    def check(self) -> None:
        expected = self.past | self.model.sets()
        found = self.gym.sets()
        assert found == expected, f"after {self.trail}: {diff(found, expected)}"
        workout = self.workout
        assert (workout.closed_at is None) == self.model.open, f"after {self.trail}"
        if not self.model.open and not self.climbed:  # whoever begins up the ladder has no history of it
            kept, anew = self.gym.targets()
            assert kept == anew, f"{self.trail}: aims {kept} are not what follows from the history: {anew}"
        assert [s.closed for s in workout.slots] == [s.closed for s in self.model.slots], f"{self.trail}"


def diff(found: dict[Any, Row], expected: dict[Any, Row]) -> str:
    keys = sorted(set(found) | set(expected))
    wrong = [
        f"{k}: kept {found.get(k)}, done {expected.get(k)}" for k in keys if found.get(k) != expected.get(k)
    ]
    return "; ".join(wrong)


def replace_seconds(gym: Gym, seconds: int) -> Any:

    return gym.now + timedelta(seconds=seconds)


def play(gym: Gym, seed: int, steps: int) -> int:
    """One session; returns how many steps were compared."""
    player = Player(gym, seed)
    for step in range(steps):
        try:
            player.step()
            player.check()
        except AssertionError:
            raise
        except Exception as error:
            raise AssertionError(f"seed {seed}, step {step}, {player.trail}: {error!r}") from error
    return steps


@pytest.fixture(scope="module")
def gym() -> Gym:
    return Gym()


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_random_sessions_are_kept_as_they_were_done(gym: Gym, first: int) -> None:
    for seed in range(first, first + 20):
        play(gym, seed, 30)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("first", range(1000, 3000, 250))
def test_two_thousand_random_sessions(gym: Gym, first: int) -> None:
    for seed in range(first, first + 250):
        play(gym, seed, 30)
