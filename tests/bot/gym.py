"""A gym without Telegram: the conversations on a database in memory, each turn one transaction, a clock to move."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.engine import make_url

from bot import floor, switchboard
from bot.coach.heard import Heard
from bot.coach.learning import replayed
from bot.coach.says import Nod, Passing, Saying
from bot.coach.taps import Tap
from bot.conversations import adapting, habits, holds, progress, resting, starting, training
from bot.crossings import aching, correcting, lightening, shaping
from bot.wording import Wording
from content.library import open_library
from storage.engines import writing_engine
from storage.notebook import Page
from storage.records import LoggedSet, Runner, Target, Workout
from storage.tables import metadata

START = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
TAPS = {
    **starting.TAPS, **training.TAPS, **resting.TAPS, **holds.TAPS, **adapting.TAPS, **progress.TAPS,
    **habits.TAPS, **aching.TAPS, **shaping.TAPS, **correcting.TAPS, **lightening.TAPS,
    "say": switchboard.say_for_me,
}  # fmt: skip
DUES = {**resting.dues(), **holds.dues()}
Turn = Callable[[Page, Heard], Iterable[Saying]]


@dataclass
class Sent:
    """One message of the person."""

    id: int
    text: str


class Gym:
    """One person and the conversations; `crash` makes the next turn fail after its work, then run again."""

    def __init__(self) -> None:
        self.library = open_library()
        self.wording = Wording(self.library)
        self.engine = writing_engine(make_url("sqlite://"))
        metadata.create_all(self.engine)
        self.now, self.person, self.messages, self.crash = START, 0, 100, False

    def enter(self, **facts: Any) -> None:
        """Somebody new comes in."""
        self.now, self.messages, self.crash = START, 100, False
        self.person += 1
        runner = Runner(
            id=self.person, name="Ada", screening="clear", zone="UTC", created_at=self.now, **facts
        )
        self._page(lambda page: page.runners.keep(runner))

    def climbed(self, exercise: str, *, level: int, low: int) -> None:
        """The person has got to this rung of an exercise already."""
        seen = self.now.date() - timedelta(days=3)
        target = Target(
            runner_id=self.person, exercise=exercise, level=level, low=low, high=low, seen_on=seen
        )
        self._page(lambda page: page.targets.keep(target))

    def _page(self, turn: Callable[[Page], Any]) -> Any:
        with self.engine.connect() as db, db.begin():
            return turn(Page(db))

    def _turn(self, turn: Callable[[Page], Iterable[Saying]]) -> list[Saying]:
        def worded(page: Page) -> list[Saying]:
            said = [one.make() if isinstance(one, Passing) else one for one in turn(page)]
            runner = page.runners.get(self.person)
            for one in said:
                if isinstance(one, Nod):
                    continue
                self.wording.message(one, runner=runner, chat_id=self.person, dedupe="x", now=self.now)
            return said

        if self.crash:
            self.crash = False
            with self.engine.connect() as db:
                whole = db.begin()
                worded(Page(db))
                whole.rollback()
        return list(self._page(worded))

    def _heard(self, page: Page, **more: Any) -> Heard:
        runner = page.runners.get(self.person)
        assert runner is not None
        tongue = self.library.tongue(runner.language)
        return Heard(runner=runner, library=self.library, tongue=tongue, at=self.now, now=self.now, **more)

    def says(self, text: str, *, reply_to: int | None = None, again: int | None = None) -> Sent:
        """Type a message; `again`: the same message once more under another update."""
        self.messages += again is None
        sent = Sent(self.messages if again is None else again, text)
        self.heard = self._turn(
            lambda page: switchboard.text(
                page, self._heard(page, text=text, message_id=sent.id, reply_to=reply_to)
            )
        )
        assert self.heard, text
        return sent

    def edits(self, message: int, text: str) -> None:
        """Correct a message of one's own."""
        self.heard = self._turn(
            lambda page: switchboard.edited(
                page, self._heard(page, text=text, message_id=message, edited=True)
            )
        )

    def command(self, turn: Turn) -> None:
        """A command."""
        self.messages += 1
        self.heard = self._turn(lambda page: turn(page, self._heard(page, message_id=self.messages)))

    def taps(self, verb: str, *args: object) -> None:
        """An inline button."""
        words = tuple(map(str, args))
        self.heard = self._turn(lambda page: TAPS[verb](page, self._heard(page), Tap(verb, words)))
        assert self.heard, (verb, args)

    def waits(self, seconds: float) -> None:
        """Let time pass, doing what is due at its instant."""
        target = self.now + timedelta(seconds=seconds)
        while True:
            following = self._page(lambda page: page.dues.of(self.person, tuple(DUES)))
            soon = min((due.at for due in following), default=None)
            if soon is None or soon > target:
                break
            self.now = max(self.now, soon)
            self._turn(self._due)
        self.now = target

    def _due(self, page: Page) -> list[Saying]:
        said: list[Saying] = []
        for due in page.dues.claim(self.now, limit=200):
            if due.kind in DUES:
                said += DUES[due.kind](page, due, self.now)
        return said

    def workout(self) -> Workout | None:
        """The newest workout, open or closed."""
        found: Workout | None = self._page(lambda page: page.workouts.latest(self.person))
        return found

    def sets(self) -> dict[tuple[str, int, int, str], tuple[int | None, int | None, float | None]]:
        """Every set of every workout, as an export would list it."""

        def read(page: Page) -> Any:
            found = page.workouts.between(self.person, START.date(), self.now.date() + timedelta(days=2))
            return {
                (str(workout.id), done.slot, done.set, done.side): values(done)
                for workout in found
                for done in workout.sets
            }

        found: dict[tuple[str, int, int, str], tuple[int | None, int | None, float | None]] = self._page(read)
        return found

    def targets(self) -> tuple[dict[str, Target], dict[str, Target]]:
        """The aims as they are kept, and as they follow from the whole history."""

        def read(page: Page) -> Any:
            found = page.workouts.between(self.person, START.date(), self.now.date() + timedelta(days=2))
            runner = page.runners.get(self.person)
            assert runner is not None
            return page.targets.of(self.person), replayed(found, runner, self.library)

        found: tuple[dict[str, Target], dict[str, Target]] = self._page(read)
        return found

    def asked(self) -> str:
        """The coach's question that is open."""

        def read(page: Page) -> Any:
            talk = page.talks.get(self.person)
            return (talk.asked if talk else None) or ""

        return str(self._page(read))

    def banned(self) -> frozenset[str]:
        """What the person never wants."""
        runner = self.runner()
        found: frozenset[str] = self._page(lambda page: floor.banned(page, runner))
        return found

    def runner(self) -> Runner:
        """The person as they are now."""
        found: Runner = self._page(lambda page: page.runners.get(self.person))
        return found


def values(done: LoggedSet) -> tuple[int | None, int | None, float | None]:
    """Reps, seconds, kilograms."""
    return done.reps, done.seconds, done.kg
