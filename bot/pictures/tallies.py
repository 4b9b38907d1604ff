"""Progress by muscle group and by day: bars and a calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from bot.pictures.axes import RIGHT, WEEKS, empty
from bot.pictures.bodymap import MUSCLES, shade
from bot.pictures.card import EDGE, WIDTH, Card
from bot.pictures.style import BLUE, INK, LINE, PANEL, SKY, SOFT, Colour, blend

Words = Callable[..., str]
Data = Mapping[str, Any]


def muscles(_about: str, data: Data, words: Words) -> Card:
    """Data {"sets": {muscle: number}}: sets by muscle group, most first; what is left out shows as none."""
    done = data.get("sets", {})
    card = Card(600)
    if not any(done.values()):
        card.title(words("picture-muscles-title"))
        return empty(card, words)
    least = [m for m in MUSCLES if not done.get(m)]
    names = ", ".join(words(f"picture-muscle-{m}") for m in least)
    card.title(
        words("picture-muscles-title"),
        words("picture-muscles-left-out", muscles=names) if least else words("picture-muscles-all"),
    )
    card.box(EDGE, 130, WIDTH - EDGE, 576, PANEL, 24)
    left, right, top = EDGE + 200, RIGHT - 50, max(done.values())
    for i, muscle in enumerate(sorted(MUSCLES, key=lambda m: -done.get(m, 0))):
        y, count = 182 + i * 66, done.get(muscle, 0)
        card.text(
            (left - 16, y + 10),
            words(f"picture-muscle-{muscle}"),
            25,
            anchor="rs",
            room=170,
            colour=INK if count else SOFT,
        )
        card.box(left, y - 18, right, y + 20, blend(PANEL, LINE, 0.35), 10)
        if count:
            card.box(
                left, y - 18, max(left + 14, left + (right - left) * count / top), y + 20, shade(count), 10
            )
        card.text((right + 12, y + 10), str(count), 25, bold=True, colour=INK if count else SOFT)
    return card


def calendar(_about: str, data: Data, words: Words) -> Card:
    """Data {"days": [{"on": ISO date, "sets"}], "until": ISO date}: 26 weeks, darker with more sets."""
    done = {date.fromisoformat(d["on"]): int(d["sets"]) for d in data.get("days", [])}
    until = date.fromisoformat(data["until"])
    monday = until - timedelta(days=until.weekday(), weeks=WEEKS - 1)
    shown = [on for on, count in done.items() if monday <= on <= until and count]
    card = Card(470)
    card.title(
        words("picture-calendar-title"),
        words("picture-calendar-under", sessions=str(len(shown)), weeks=str(WEEKS)),
    )
    card.box(EDGE, 130, WIDTH - EDGE, 446, PANEL, 24)
    left, top, pitch = EDGE + 78, 186, 24.5
    for row in (0, 2, 4, 6):
        card.text(
            (left - 12, top + row * pitch + 19),
            words(f"picture-day-{row}"),
            20,
            colour=SOFT,
            anchor="rs",
            room=64,
        )
    for column in range(WEEKS):
        for row in range(7):
            on = monday + timedelta(weeks=column, days=row)
            if on <= until:
                x, y = left + column * pitch, top + row * pitch
                card.box(x, y, x + 21, y + 21, depth(done.get(on, 0)), 5)
    month_row(card, monday, left, top, pitch, words)
    scale(card, left, words)
    return card


def month_row(card: Card, monday: date, left: float, top: float, pitch: float, words: Words) -> None:
    """The months above the squares."""
    free, before = 0.0, 0
    for column in range(WEEKS):
        month = (monday + timedelta(weeks=column, days=6)).month
        x, text = left + column * pitch, words(f"picture-month-{month}")
        if month != before and x > free and x + card.length(text, 20) < WIDTH - EDGE:
            card.text((x, top - 14), text, 20, colour=SOFT)
            free = x + card.length(text, 20) + 10
        before = month


def depth(count: int) -> Colour:
    """The square of a day: none, a few sets, many."""
    steps = (blend(PANEL, LINE, 0.5), blend(SKY, PANEL, 0.45), SKY, BLUE)
    return steps[sum(1 for step in (1, 7, 13) if count >= step)]


def scale(card: Card, left: float, words: Words) -> None:
    """What the squares mean."""
    x = left
    for count, label in ((0, "0"), (1, "1–6"), (7, "7–12"), (13, "13+")):
        card.box(x, 392, x + 21, 413, depth(count), 5)
        x = card.text((x + 29, 410), label, 20, colour=SOFT).right + 26
    card.text((x + 4, 410), words("picture-sets-a-day"), 20, colour=SOFT, room=WIDTH - EDGE - x - 20)
