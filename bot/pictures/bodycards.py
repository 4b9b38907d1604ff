"""The cards with a body map: one muscle group for answers, and the sets done for summaries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.pictures.bodymap import MUSCLES, NONE, SHADES, both, shade
from bot.pictures.card import EDGE, WIDTH, Card
from bot.pictures.style import INK, LINE, MAIN, PANEL, SOFT

Words = Callable[..., str]


def muscle(about: str, _data: Mapping[str, Any], words: Words) -> Card:
    """Front and back with one group highlighted. Raises KeyError for a group that is not on the map."""
    if about not in MUSCLES:
        raise KeyError(about)
    card = Card(720)
    card.title(words(f"picture-muscle-{about}"), words(f"picture-where-{about}"))
    card.box(EDGE, 130, WIDTH - EDGE, 684, PANEL, 24)
    both(card, WIDTH / 2, 640, 470, lambda name: MAIN if name == about else NONE)
    views(card, WIDTH / 2, 672, 470, words)
    return card


def views(card: Card, middle: float, baseline: float, tall: float, words: Words) -> None:
    """The words under the two bodies."""
    for phrase, side in (("picture-front", -1), ("picture-back", 1)):
        card.text((middle + side * tall * 0.225, baseline), words(phrase), 22, colour=SOFT, anchor="ms")


def body(_about: str, data: Mapping[str, Any], words: Words) -> Card:
    """Sets done by muscle group: data {"sets": {muscle: number}, "title": optional heading}."""
    sets = data.get("sets", {})
    card = Card(800)
    trained = sum(1 for name in MUSCLES if sets.get(name))
    under = words("picture-body-under", trained=str(trained), groups=str(len(MUSCLES)))
    card.title(data.get("title") or words("picture-body-title"), under)
    card.box(EDGE, 130, WIDTH - EDGE, 764, PANEL, 24)
    both(card, 258, 700, 480, lambda name: shade(sets.get(name, 0)))
    views(card, 258, 740, 480, words)
    ranked(card, sets, words)
    return card


def ranked(card: Card, sets: Mapping[str, int], words: Words) -> None:
    """The groups from most to least trained, and what the shades mean."""
    left, right = 488, WIDTH - EDGE - 24
    for i, name in enumerate(sorted(MUSCLES, key=lambda m: -sets.get(m, 0))):
        done, y = sets.get(name, 0), 190 + i * 62
        card.box(left, y - 24, left + 30, y + 6, shade(done), 8)
        card.text(
            (left + 44, y),
            words(f"picture-muscle-{name}"),
            25,
            colour=INK if done else SOFT,
            room=right - left - 100,
        )
        card.text((right, y), str(done), 26, bold=True, colour=INK if done else SOFT, anchor="rs")
    card.box(left, 560, right, 562, LINE, 1)
    card.text((left, 600), words("picture-body-scale"), 22, colour=SOFT, room=right - left)
    step = (right - left) / 4
    for i, (colour, label) in enumerate(zip(SHADES, ("0", "1–4", "5–9", "10+"), strict=True)):
        card.box(left + i * step, 616, left + (i + 1) * step - 6, 640, colour, 6)
        card.text((left + (i + 0.5) * step - 3, 668), label, 20, colour=SOFT, anchor="ms")
