"""The one look of every picture: colours (after Okabe and Ito, safe for colour-blind eyes) and fonts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

Colour = tuple[int, int, int]
Point = tuple[float, float]

PAPER: Colour = (240, 243, 245)  # the card; calm on a white and on a black chat
PANEL: Colour = (248, 250, 251)
LINE: Colour = (205, 213, 220)
INK: Colour = (33, 48, 62)
SOFT: Colour = (92, 108, 123)
FLOOR: Colour = (176, 188, 198)
MAT: Colour = (126, 187, 183)

SKIN: Colour = (182, 195, 207)
SKIN_FAR: Colour = (148, 163, 178)
SHIRT: Colour = (107, 138, 166)
SHIRT_FAR: Colour = (88, 116, 142)
SHORTS: Colour = (62, 84, 106)
SHORTS_FAR: Colour = (50, 69, 88)
SHOE: Colour = (41, 55, 70)
SOLE: Colour = (250, 250, 250)
HAIR: Colour = (58, 62, 72)
IRON: Colour = (38, 46, 56)
STEEL: Colour = (128, 140, 152)

MAIN: Colour = (213, 94, 0)  # vermillion: the muscles that work most
HELPER: Colour = (244, 190, 110)  # light orange: the muscles that help
BLUE: Colour = (0, 114, 178)
SKY: Colour = (86, 180, 233)
GREEN: Colour = (0, 158, 115)
YELLOW: Colour = (240, 210, 66)

OVERSAMPLE = 2  # everything is drawn at twice its size and reduced, which smooths the edges
FONTS = Path(__file__).parent / "fonts"


@cache
def font(size: int, *, bold: bool = False) -> FreeTypeFont:
    """Manrope (SIL Open Font License, its text beside the files) at `size` pixels."""
    from PIL import ImageFont

    return ImageFont.truetype(str(FONTS / f"Manrope-{'Bold' if bold else 'Medium'}.ttf"), size)


def blend(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with `share` (0 to 1) of `other` mixed in."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
