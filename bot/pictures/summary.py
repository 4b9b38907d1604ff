"""The card of a finished workout, to keep or to share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from bot.pictures.axes import day_text, plain
from bot.pictures.bodymap import both, shade
from bot.pictures.card import EDGE, WIDTH, Card
from bot.pictures.style import BLUE, LINE, PANEL, SOFT

Words = Callable[..., str]
ROWS = 6  # exercises listed at most


def summary(_about: str, data: Mapping[str, Any], words: Words) -> Card:
    """Data {"title", "on": ISO date, "sets", "reps", "minutes", "kg": moved or null,
    "muscles": {muscle: sets}, "rows": [{"name", "text": as "10 · 10 · 10"}]}."""
    rows: Sequence[Mapping[str, str]] = data.get("rows", [])
    shown = rows if len(rows) <= ROWS else rows[: ROWS - 1]
    card = Card(800)
    card.title(
        data.get("title") or words("picture-summary-title"), day_text(date.fromisoformat(data["on"]), words)
    )
    counts(card, data, words)
    card.box(EDGE, 262, WIDTH - EDGE, 734, PANEL, 24)
    muscles = data.get("muscles", {})
    both(card, 222, 700, 400, lambda name: shade(muscles.get(name, 0)))
    left, right = 440, WIDTH - EDGE - 24
    for i, row in enumerate(shown):
        y = 308 + i * 70
        card.text((left, y), row["name"], 25, bold=True, room=right - left)
        card.text((left, y + 31), row["text"], 23, colour=SOFT, room=right - left)
    if len(shown) < len(rows):
        more = words("picture-summary-more", count=str(len(rows) - len(shown)))
        card.text((left, 308 + len(shown) * 70), more, 23, colour=SOFT, room=right - left)
    card.text((EDGE, 775), words("picture-summary-brand"), 22, colour=SOFT, room=WIDTH - 2 * EDGE)
    return card


def counts(card: Card, data: Mapping[str, Any], words: Words) -> None:
    """The big numbers of the workout; what is none is left out."""
    told = [(name, data.get(name)) for name in ("sets", "reps", "minutes", "kg")]
    shown = [(name, float(value)) for name, value in told if value]
    pitch = (WIDTH - 2 * EDGE) / max(3, len(shown))
    for i, (name, value) in enumerate(shown):
        x = EDGE + i * pitch
        if i:
            card.box(x - 18, 150, x - 15, 232, LINE, 1)
        number = plain(value) if value < 1000 else f"{value:,.0f}".replace(",", " ")
        card.text((x, 196), number, 52, bold=True, colour=BLUE, room=pitch - 30)
        card.text((x, 234), words(f"picture-summary-{name}"), 24, colour=SOFT, room=pitch - 30)
