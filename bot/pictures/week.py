"""The week card: seven days with their runs, strength days with an arrow to the rest day beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.pictures.card import EDGE, WIDTH, Card
from bot.pictures.style import (
    BLUE,
    GREEN,
    INK,
    IRON,
    LINE,
    MAIN,
    PANEL,
    SKY,
    SOFT,
    STEEL,
    YELLOW,
    Colour,
    blend,
)

Words = Callable[..., str]
RUNS: Mapping[str, tuple[Colour, Colour]] = {  # kind -> tile, text
    "rest": (PANEL, SOFT),
    "easy": (blend(SKY, PANEL, 0.55), INK),
    "hard": (blend(MAIN, PANEL, 0.1), PANEL),
    "long": (BLUE, PANEL),
    "race": (YELLOW, INK),
}
HEIGHTS: Mapping[str, float] = {"rest": 0.0, "easy": 46, "hard": 78, "long": 100, "race": 100}
TOP, TILE, LANE = 196, 178, 470  # pixels from the top: tiles begin, their height, middle of the strength lane


def beside(days: Sequence[Mapping[str, Any]], i: int) -> int:
    """Where the rest day beside a strength day is: 1 the day after, -1 before, 0 none (the week wraps)."""
    if days[(i + 1) % 7]["run"] == "rest":
        return 1
    return -1 if days[i - 1]["run"] == "rest" else 0


def week(_about: str, data: Mapping[str, Any], words: Words) -> Card:
    """Data {"days": seven, Monday first, of {"run": rest|easy|hard|long|race,
    "strength": ""|planned|done|moved|missed, "light": bool, "today": bool, "on": ISO date}}."""
    days = data["days"]
    card = Card(640)
    planned = [day for day in days if day.get("strength") in ("planned", "done", "missed")]
    done = sum(1 for day in planned if day["strength"] == "done")
    under = words("picture-week-under", done=str(done), planned=str(len(planned)))
    card.title(
        data.get("title") or words("picture-week-title"), under if planned else words("picture-week-none")
    )
    pitch = (WIDTH - 2 * EDGE + 8) / 7
    for i, day in enumerate(days):
        left = EDGE + i * pitch
        column(card, day, i, left, left + pitch - 8, words)
    for i, day in enumerate(days):
        if day.get("strength") in ("planned", "done") and beside(days, i):
            link(card, EDGE + (i + 0.5) * pitch - 4, beside(days, i), pitch, i)
    if any(day.get("strength") in ("planned", "done") and beside(days, i) for i, day in enumerate(days)):
        legend(card, words)
    return card


def column(card: Card, day: Mapping[str, Any], i: int, left: float, right: float, words: Words) -> None:
    """One day: its name and date, its run as a tile, its strength below."""
    middle = (left + right) / 2
    if day.get("today"):
        card.box(left - 4, 132, right + 4, 548, blend(LINE, PANEL, 0.25), 18)
    card.text((middle, 164), words(f"picture-day-{i}"), 26, bold=True, anchor="ms", room=right - left)
    if day.get("on"):
        card.text((middle, 188), str(int(str(day["on"])[8:10])), 20, colour=SOFT, anchor="ms")
    tile, ink = RUNS[day["run"]]
    bottom = TOP + 8 + TILE
    card.box(left, TOP + 8, right, bottom, PANEL, 16)
    if day["run"] != "rest":
        card.box(left, bottom - 52 - HEIGHTS[day["run"]], right, bottom, tile, 16)
    card.text(
        (middle, bottom - 20),
        words(f"picture-run-{day['run']}"),
        24,
        colour=ink,
        anchor="ms",
        room=right - left - 10,
    )
    if day.get("strength"):
        strength(card, day, middle, right - left, words)


def strength(card: Card, day: Mapping[str, Any], middle: float, room: float, words: Words) -> None:
    """A strength day: a dumbbell to come, a tick when done, grey when missed or moved away."""
    what = day["strength"]
    ring = {"planned": MAIN, "done": GREEN}.get(what, STEEL)
    card.disc((middle, LANE), 34, ring)
    if what == "done":
        card.tick((middle, LANE), 15, PANEL)
    elif what == "moved":
        card.disc((middle, LANE), 29, PANEL)
        card.arrow((middle - 15, LANE), (middle + 17, LANE), STEEL)
    elif what == "missed":
        card.disc((middle, LANE), 29, PANEL)
        card.line([(middle - 12, LANE), (middle + 12, LANE)], STEEL, 6)
    else:
        card.disc((middle, LANE), 29, PANEL)
        weight(card, middle, LANE)
    label = "light" if day.get("light") and what == "planned" else what
    card.text((middle, LANE + 66), words(f"picture-strength-{label}"), 22, anchor="ms", room=room + 4)


def weight(card: Card, x: float, y: float) -> None:
    """A small dumbbell."""
    card.box(x - 16, y - 3, x + 16, y + 3, STEEL, 2)
    for side in (-1, 1):
        card.box(min(x + side * 9, x + side * 16), y - 13, max(x + side * 9, x + side * 16), y + 13, IRON, 3)
        card.box(min(x + side * 17, x + side * 22), y - 8, max(x + side * 17, x + side * 22), y + 8, IRON, 2)


def link(card: Card, x: float, way: int, pitch: float, i: int) -> None:
    """The arrow from a strength day to the rest day beside it; at the week's end it leaves the card."""
    y = 412
    card.line([(x, LANE - 34), (x, y)], SOFT, 4)
    out = (i == 6 and way == 1) or (i == 0 and way == -1)
    end = (WIDTH - 12 if way == 1 else 12) if out else x + way * pitch
    if out:
        card.arrow((x, y), (end, y), SOFT, 4)
        return
    card.line([(x, y), (end, y), (end, y - 12)], SOFT, 4)
    card.shape([(end, y - 26), (end - 9, y - 12), (end + 9, y - 12)], SOFT)


def legend(card: Card, words: Words) -> None:
    """What the arrow means."""
    card.line([(EDGE, 594), (EDGE + 30, 594)], SOFT, 4)
    card.shape([(EDGE + 44, 594), (EDGE + 30, 585), (EDGE + 30, 603)], SOFT)
    card.text((EDGE + 58, 602), words("picture-week-arrow"), 23, colour=SOFT, room=WIDTH - 2 * EDGE - 58)
