"""Contact sheets: all figures, or all cards, on one picture each, for a person to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bot.pictures.draw import Data, Words, card
from bot.pictures.figures import framing, picture
from bot.pictures.poses import exercises, loop, script
from bot.pictures.style import INK

if TYPE_CHECKING:
    from PIL.Image import Image

GAP = 8  # pixels between two pictures


def strip(exercise: str, wide: int = 240) -> list[Image]:
    """Eight moments of an exercise, evenly spread over one repetition."""
    told = script(exercise)
    moments = loop(told)
    view = framing(told, [moment.pose for moment in moments], told.size)
    one = moments[: len(moments) // 2] if told.sides else moments
    chosen = [one[i * len(one) // 8] for i in range(8)]
    high = wide * told.size[1] // told.size[0]
    return [picture(told, moment.pose, told.size, view).resize((wide, high)) for moment in chosen]


def laid(rows: Iterable[list[Image]]) -> Image:
    """Rows of pictures on one sheet."""
    from PIL import Image as Pillow

    told = list(rows)
    width = max(sum(image.width + GAP for image in row) for row in told)
    sheet = Pillow.new("RGB", (width, sum(max(image.height for image in row) + GAP for row in told)), INK)
    y = 0
    for row in told:
        x = 0
        for image in row:
            sheet.paste(image, (x, y))
            x += image.width + GAP
        y += max(image.height for image in row) + GAP
    return sheet


def contact_figures(path: Path) -> Path:
    """Every figure as a strip of eight moments."""
    laid(strip(exercise) for exercise in exercises()).save(path)
    return path


def contact_cards(path: Path, cards: Mapping[str, tuple[str, Data]], words: Words) -> Path:
    """The cards given as {title: (name, data)}, four to a row, at half their size."""
    images = [card(name, data, words).finished().reduce(2) for name, data in cards.values()]
    laid(images[i : i + 4] for i in range(0, len(images), 4)).save(path)
    return path
