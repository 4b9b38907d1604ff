"""What the charts share: axes over time, their numbers and dates, and the card of an empty history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from bot.pictures.card import EDGE, WIDTH, Card
from bot.pictures.style import LINE, PANEL, SOFT, Point

Words = Callable[..., str]
WEEKS = 26  # weeks shown at most
YEARS = 500  # days from which an axis counts in years
LEFT, RIGHT = EDGE + 66, WIDTH - EDGE - 24  # the plot's ends


def nice(top: float) -> float:
    """The step between grid lines: 1, 2 or 5 times a power of ten, so that at most five are needed."""
    step = 1.0
    while top / step > 5:
        step *= 2.5 if f"{step:g}".startswith("2") else 2
    return step


def plain(value: float) -> str:
    """A number without a needless point."""
    return f"{float(value):.1f}".removesuffix(".0")


def empty(card: Card, words: Words) -> Card:
    """A card with nothing to show yet says so."""
    card.box(EDGE, 140, WIDTH - EDGE, card.height - EDGE, PANEL, 24)
    card.text(
        (WIDTH / 2, card.height / 2 + 50),
        words("picture-empty"),
        28,
        colour=SOFT,
        anchor="ms",
        room=WIDTH - 4 * EDGE,
    )
    return card


class Plot:
    """The axes of a chart over time: dates across, values up."""

    def __init__(
        self, card: Card, days: Sequence[date], low: float, high: float, top: float, bottom: float
    ) -> None:
        """`low` and `high` are the values at `bottom` and `top`, in pixels."""
        self.card, self.low, self.high, self.top, self.bottom = card, low, high, top, bottom
        self.first, self.last = min(days), max(days)

    def at(self, on: date, value: float) -> Point:
        """Where a value of a day lies; a single day stands in the middle."""
        span = (self.last - self.first).days
        x = LEFT + 14 + (RIGHT - LEFT - 28) * ((on - self.first).days / span if span else 0.5)
        return x, self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)

    def grid(self, step: float) -> None:
        """Level lines with their numbers."""
        value = self.low
        while value <= self.high + 1e-6:
            y = self.at(self.first, value)[1]
            self.card.line([(LEFT, y), (RIGHT, y)], LINE, 2)
            number = plain(value) if value < 10_000 else f"{value / 1000:g}k"
            self.card.text((LEFT - 14, y + 8), number, 22, colour=SOFT, anchor="rs")
            value += step

    def dates(self, words: Words) -> None:
        """The first and the last day; months (over years, Januaries) between them where there is room."""
        span = (self.last - self.first).days
        ends = [(self.first, "ls"), (self.last, "rs")] if span else [(self.first, "ms")]
        taken = []
        for on, anchor in ends:
            text = words("picture-month-year", month=words(f"picture-month-{on.month}"), year=str(on.year))
            text = text if span > YEARS else day_text(on, words)
            box = self.card.text(
                (self.at(on, self.low)[0], self.bottom + 38), text, 22, colour=SOFT, anchor=anchor
            )
            taken.append((box.left, box.right))
        for month in months(self.first, self.last):
            if span > YEARS and month.month != 1:
                continue
            text, x = month_text(month, words), self.at(month, self.low)[0]
            half = self.card.length(text, 22) / 2 + 16
            if all(x + half < left or x - half > right for left, right in taken):
                self.card.text((x, self.bottom + 38), text, 22, colour=SOFT, anchor="ms")
                taken.append((x - half, x + half))


def months(first: date, last: date) -> list[date]:
    """The first day of every month between two days."""
    out, on = [], (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while on <= last:
        out.append(on)
        on = (on + timedelta(days=32)).replace(day=1)
    return out


def day_text(on: date, words: Words) -> str:
    """A day as an axis says it."""
    return words("picture-date", day=str(on.day), month=words(f"picture-month-{on.month}"))


def month_text(on: date, words: Words) -> str:
    """A month as an axis says it; January as its year."""
    return str(on.year) if on.month == 1 else words(f"picture-month-{on.month}")
