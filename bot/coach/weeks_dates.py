"""Dates in words: "tomorrow", "next friday", "the 5th", "in 2 weeks", "14 march" as whole days, from tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.coach.weeks_season import DAY, monday_of
from bot.coach.weeks_words import Tag, day_of

COUPLE = 3  # "a few days", when somebody says no number


@dataclass(frozen=True, kw_only=True)
class When:
    """One date or range in a message. `recurring` is the weekday of "fridays"; `days` a length ("for a week")."""

    first: date
    last: date
    start: int  # the tags it was read from
    end: int
    recurring: int | None = None
    days: int | None = None
    options: tuple[date, ...] = ()  # readings of a written date that can be two

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last and self.days is None


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Reads dates from tags, as seen from `today`."""

    tags: Sequence[Tag]
    today: date
    past: bool = False  # the whole message is about the past

    def whens(self) -> tuple[When, ...]:
        """Every date of the message, in order."""
        found: list[When] = []
        at = 0
        while at < len(self.tags):
            when = self._at(at)
            if when is not None:
                found.append(when)
                at = when.end
            else:
                at += 1
        return tuple(found)

    def name(self, at: int) -> str:
        """The tag's name there; empty beyond the end."""
        return self.tags[at].name if 0 <= at < len(self.tags) else ""

    def _at(self, at: int) -> When | None:
        readers = (
            self._relative,
            self._written,
            self._month_day,
            self._weekday,
            self._week,
            self._span,
            self._day_number,
        )
        return next((when for reader in readers if (when := reader(at)) is not None), None)

    def _back(self, at: int) -> bool:
        """Whether the date there lies in the past: "since friday", "last friday"."""
        return self.past or any(self.name(at - n) == "since" for n in (1, 2))

    def _one(self, day: date | None, start: int, end: int, recurring: int | None = None) -> When | None:
        if day is None:
            return None
        return When(first=day, last=day, start=start, end=end, recurring=recurring)

    def _relative(self, at: int) -> When | None:
        if self.name(at) != "relative":
            return None
        return self._one(self.today + self.tags[at].value * DAY, at, at + 1)

    def _written(self, at: int) -> When | None:
        if self.name(at) != "date":
            return None
        days = [day_of(*parts, self.today, past=self._back(at)) for parts in self.tags[at].dates]
        options = tuple(dict.fromkeys(day for day in days if day is not None))
        if not options:
            return None
        return When(
            first=options[0],
            last=options[0],
            start=at,
            end=at + 1,
            options=options if len(options) > 1 else (),
        )

    def _month_day(self, at: int) -> When | None:
        """`14 march`, `14th of march`, `march 14`, `march 14th 2027`."""
        numbers = ("number", "ordinal")
        if self.name(at) in numbers and self.name(at + 1) in numbers and self.name(at + 2) == "month":
            first, last = (
                day_of(None, self.tags[at + 2].value, self.tags[n].value, self.today) for n in (at, at + 1)
            )
            return (
                When(first=first, last=last, start=at, end=at + 3)
                if first and last and first <= last
                else None
            )
        month_at = next(
            (n for n in (at + 1, at + 2) if self.name(at) in numbers and self.name(n) == "month"), None
        )
        if month_at is not None and all(
            self.tags[n].word in ("of", "the", "de") for n in range(at + 1, month_at)
        ):
            day, month, end = self.tags[at].value, self.tags[month_at].value, month_at + 1
        elif self.name(at) == "month" and (number := self._after(at + 1, numbers)) is not None:
            day, month, end = self.tags[number].value, self.tags[at].value, number + 1
        else:
            return None
        year = self.tags[end].value if self.name(end) == "number" and self.tags[end].value > 2000 else None
        found = day_of(year, month, day, self.today, past=self._back(at))
        return self._one(found, at, end + (year is not None))

    def _after(self, at: int, names: Sequence[str]) -> int | None:
        """The place of one of these tags at `at`, or after "the"."""
        if self.name(at) in names:
            return at
        return (
            at + 1
            if at < len(self.tags) and self.tags[at].word == "the" and self.name(at + 1) in names
            else None
        )

    def _weekday(self, at: int) -> When | None:
        modifier = self.name(at) if self.name(at) in ("next", "this", "last", "every") else ""
        place = at + bool(modifier)
        if self.name(place) not in ("weekday", "weekdays"):
            return None
        number = self.tags[place].value
        ahead = self.today + (number - self.today.weekday()) % 7 * DAY
        end = place + 1
        if (
            self.name(end) == "in"
            and self.name(end + 2) == "unit_week"
            and self.name(end + 1) in ("number", "a")
        ):
            weeks = self.tags[end + 1].value or 1
            return self._one(monday_of(self.today) + (7 * weeks + number) * DAY, at, end + 3)
        week = self.name(end) if self.name(end + 1) == "unit_week" else ""
        if week in ("this", "next"):
            modifier, end = week, end + 2
        recurring = number if self.name(place) == "weekdays" or modifier == "every" else None
        day = ahead
        if modifier == "next":
            day = monday_of(self.today) + (7 + number) * DAY
        elif modifier == "last" or self._back(at):
            behind = (self.today.weekday() - number) % 7
            day = self.today - (behind or (7 if modifier == "last" else 0)) * DAY
        return self._one(day, at, end, recurring)

    def _week(self, at: int) -> When | None:
        """`next week`, `this weekend`, `the rest of the week`, `end of the month`."""
        sunday = monday_of(self.today) + 6 * DAY
        if self.name(at) == "rest_of_week":
            return When(first=self.today, last=sunday, start=at, end=at + 1)
        if self.name(at) == "end_of":
            return self._end_of(at, sunday)
        modifier = self.name(at) if self.name(at) in ("next", "this") else ""
        unit = self.name(at + bool(modifier))
        later = 7 * DAY if modifier == "next" else timedelta(0)
        end = at + bool(modifier) + 1
        if unit == "weekend" and self._back(at) and self.today.weekday() < 5:
            later = -7 * DAY
        if unit == "weekend":
            return When(first=sunday - DAY + later, last=sunday + later, start=at, end=end)
        if unit == "unit_week" and modifier:
            first = monday_of(self.today) + later
            return When(first=max(first, self.today), last=sunday + later, start=at, end=end)
        if unit == "unit_month" and modifier == "next":
            first = (self.today.replace(day=28) + 4 * DAY).replace(day=1)
            return When(first=first, last=_month_end(first), start=at, end=end)
        return None

    def _end_of(self, at: int, sunday: date) -> When | None:
        unit = self.name(at + 1)
        if unit == "month":
            first = day_of(None, self.tags[at + 1].value, 1, self.today.replace(day=1))
            return self._one(_month_end(first), at, at + 2) if first else None
        later = 7 * DAY if unit == "next" and self.name(at + 2) == "unit_week" else timedelta(0)
        unit_at = at + 2 if unit in ("next", "this") else at + 1
        ends = {"unit_week": sunday + later, "unit_month": _month_end(self.today), "weekend": sunday}
        return self._one(ends.get(self.name(unit_at)), at, unit_at + 1)

    def _span(self, at: int) -> When | None:
        """`in 3 days`, `3 days ago`, `for a week`, `for the next 10 days`."""
        lead = self.name(at) if self.name(at) in ("in", "for") else ""
        place = at + bool(lead)
        place += self.name(place) in ("next", "last") or (
            place < len(self.tags) and self.tags[place].word == "the"
        )
        place += self.name(place) in ("next", "last")
        count = {"a": 1, "couple": COUPLE, "number": self.tags[place].value if place < len(self.tags) else 0}
        units = {"unit_day": 1, "unit_week": 7, "unit_month": 30}
        number, unit = count.get(self.name(place)), units.get(self.name(place + 1))
        if lead and self.name(place) == "per_week" and self.name(place + 1) != "unit_week":
            number, unit, place = 1, 7, place - 1  # "for a week"
        if number is None or unit is None or not 0 < number * unit <= 400:
            return None
        length, end = number * unit, place + 2
        if self.name(end) == "ago":
            return self._one(self.today - length * DAY, at, end + 1)
        if lead == "in":
            return self._one(self.today + length * DAY, at, end)
        if lead == "for":
            return When(first=self.today, last=self.today, start=at, end=end, days=length)
        return None

    def _day_number(self, at: int) -> When | None:
        """`the 5th`; a bare figure only after until, since, on or the (`until the 5`)."""
        name = self.name(at)
        before = self.tags[at - 1] if at else Tag("")
        led = before.word in ("the", "on") or before.name in ("until", "since", "from", "to")
        bare = name == "number" and led and self.name(at + 1) in ("", "?", "known", "and", "to", "until")
        ordinal = name == "ordinal" and (led or not self.tags[at].word.isalpha())
        if not (ordinal or bare) or not 1 <= self.tags[at].value <= 31:
            return None
        return self._one(_day_of_month(self.tags[at].value, self.today, past=self._back(at)), at, at + 1)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY


def _day_of_month(number: int, today: date, *, past: bool) -> date | None:
    """The next date from today on (or the last one up to today) with that day of the month."""
    step = -DAY if past else DAY
    return next((day for n in range(62) if (day := today + n * step).day == number), None)
