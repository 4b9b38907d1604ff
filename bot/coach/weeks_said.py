"""A message about the week, tagged and dated: what the rules of `changes` look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.coach.weeks_dates import Reader, When
from bot.coach.weeks_words import Tag
from storage.records import DayKind, Week

KINDS: tuple[DayKind, ...] = ("rest", "easy", "hard", "long", "race")
ENOUGH_UNKNOWN = 2  # unknown words beyond which a message is asked about


@dataclass(frozen=True)
class Sentence:
    """One message as tags, with its dates; `planned` are the strength days ahead, soonest first."""

    tags: Sequence[Tag]
    today: date
    week: Week
    planned: Sequence[date] = ()
    past: bool = False

    @cached_property
    def names(self) -> frozenset[str]:
        """The meanings that occur."""
        return frozenset(tag.name for tag in self.tags)

    def has(self, *names: str) -> bool:
        """Whether any of these meanings occurs."""
        return not self.names.isdisjoint(names)

    def at(self, *names: str) -> int:
        """The place of the first of these meanings; -1 where none occurs."""
        return next((n for n, tag in enumerate(self.tags) if tag.name in names), -1)

    def before(self, when: When, *names: str) -> bool:
        """Whether one of these meanings stands right before a date (an article may lie between)."""
        behind = [
            tag for tag in self.tags[max(0, when.start - 2) : when.start] if tag.word not in ("the", "on")
        ]
        return bool(behind) and behind[-1].name in names

    def led_by(self, at: int, *names: str) -> bool:
        """Whether one of these meanings stands before a tag, with nothing but idle words between."""
        before = [tag for tag in self.tags[max(0, at - 3) : at] if tag.name not in ("known", "a", "make_it")]
        return bool(before) and before[-1].name in names

    @cached_property
    def whens(self) -> tuple[When, ...]:
        """The dates, in order; lengths ("for a week") left out."""
        return tuple(when for when in self._all if when.days is None)

    @cached_property
    def length(self) -> int | None:
        """How many days "for …" says."""
        return next((when.days for when in self._all if when.days is not None), None)

    @cached_property
    def _all(self) -> tuple[When, ...]:
        return Reader(tags=self.tags, today=self.today, past=self.past).whens()

    @cached_property
    def free(self) -> tuple[tuple[int, Tag], ...]:
        """The tags that are not part of a date, with their places."""
        dated = {n for when in self._all for n in range(when.start, when.end)}
        return tuple((n, tag) for n, tag in enumerate(self.tags) if n not in dated)

    @cached_property
    def kinds(self) -> tuple[tuple[int, DayKind], ...]:
        """The kinds of day named, with their places; "easy" alone counts only beside a run or a distance."""
        running = self.has("run", "ran", "distance") or len(self.whens) >= 5 or self._plainly_a_day
        loose: dict[str, DayKind] = (
            {"easy_word": "easy", "hard_word": "hard", "long_word": "long"} if running else {}
        )
        exact: dict[str, DayKind] = {kind: kind for kind in KINDS}
        named = {**exact, **loose}
        return tuple((n, named[tag.name]) for n, tag in self.free if tag.name in named)

    @property
    def _plainly_a_day(self) -> bool:
        """`make friday easy`, `thursday will be hard`: a weekday, a verb, a bare kind and nothing else."""
        named = any(tag.name in ("weekday", "weekdays") for tag in self.tags)
        verb = self.has("move", "make_it", "instead_of", "every", "make") or len(self.tags) <= 3
        return named and not self.unknown and verb

    @cached_property
    def unknown(self) -> int:
        """How many words nobody knows."""
        return sum(tag.name == "?" and tag.word not in "?&/" for _, tag in self.free)

    @property
    def sure(self) -> bool:
        """Whether so few words are unknown that nothing else can be meant."""
        return self.unknown <= min(ENOUGH_UNKNOWN, len(self.tags) // 3)
