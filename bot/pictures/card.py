"""A card: one still picture in the common look, drawn at twice its size.

Every text keeps its box, so that tests can see whether words overlap or leave the card.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING

from bot.pictures.style import INK, OVERSAMPLE, PAPER, SOFT, Colour, Point, font

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH = 800  # pixels; shown at 320 on a small phone, so no text below SMALLEST
SMALLEST = 20
EDGE = 36  # the margin around a card


@dataclass(frozen=True, kw_only=True)
class Box:
    """Where a text stands, in pixels of the card."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Card:
    """A canvas in final pixels with the pens that the charts use."""

    def __init__(self, height: int, *, width: int = WIDTH, paper: Colour = PAPER) -> None:
        """An empty card."""
        from PIL import Image, ImageDraw

        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * OVERSAMPLE, height * OVERSAMPLE), paper)
        self.pen = ImageDraw.Draw(self.image)
        self.boxes: list[Box] = []

    def text(
        self,
        at: Point,
        text: str,
        size: int,
        *,
        bold: bool = False,
        colour: Colour = INK,
        anchor: str = "ls",
        room: float | None = None,
    ) -> Box:
        """Writes a line (anchors as in Pillow: `ls` is left, baseline), smaller or shorter to fit `room`."""
        text = unescape(text)
        while room and size > SMALLEST and self.length(text, size, bold=bold) > room:
            size -= 1
        while room and len(text) > 1 and self.length(text, size, bold=bold) > room:
            text = text.rstrip("…")[:-1].rstrip() + "…"
        place, face = (at[0] * OVERSAMPLE, at[1] * OVERSAMPLE), font(size * OVERSAMPLE, bold=bold)
        self.pen.text(place, text, font=face, fill=colour, anchor=anchor)
        left, top, right, bottom = (
            v / OVERSAMPLE for v in self.pen.textbbox(place, text, font=face, anchor=anchor)
        )
        self.boxes.append(Box(text=text, left=left, top=top, right=right, bottom=bottom))
        return self.boxes[-1]

    def length(self, text: str, size: int, *, bold: bool = False) -> float:
        """How wide a text is, in pixels of the card."""
        return font(size * OVERSAMPLE, bold=bold).getlength(unescape(text)) / OVERSAMPLE

    def title(self, text: str, under: str = "") -> None:
        """The card's heading and the line below it."""
        room = self.width - 2 * EDGE
        self.text((EDGE, 66), text, 38, bold=True, room=room)
        if under:
            self.text((EDGE, 106), under, 25, colour=SOFT, room=room)

    def box(
        self, left: float, top: float, right: float, bottom: float, colour: Colour, radius: float = 12
    ) -> None:
        """A filled rectangle with round corners."""
        k = OVERSAMPLE
        radius = max(0.0, min(radius, (right - left) / 2, (bottom - top) / 2))
        self.pen.rounded_rectangle((left * k, top * k, right * k, bottom * k), radius * k, fill=colour)

    def disc(self, centre: Point, radius: float, colour: Colour) -> None:
        """A filled circle."""
        k = OVERSAMPLE
        x, y, r = centre[0] * k, centre[1] * k, radius * k
        self.pen.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A line through points with round ends and corners."""
        k = OVERSAMPLE
        if len(points) > 1:
            self.pen.line(
                [(x * k, y * k) for x, y in points], fill=colour, width=round(width * k), joint="curve"
            )
        for end in (points[0], points[-1]):
            self.disc(end, width / 2, colour)

    def dashes(self, start: Point, end: Point, colour: Colour, width: float = 2, dash: float = 9) -> None:
        """A dashed straight line."""
        far = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
        for i in range(int(far // (2 * dash)) + 1):
            a, b = i * 2 * dash / far if far else 0.0, min(1.0, (i * 2 + 1) * dash / far) if far else 0.0
            spots = [(start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t) for t in (a, b)]
            self.line(spots, colour, width)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled outline."""
        self.pen.polygon([(x * OVERSAMPLE, y * OVERSAMPLE) for x, y in points], fill=colour)

    def tick(self, centre: Point, size: float, colour: Colour) -> None:
        """A tick: done."""
        x, y = centre
        self.line(
            [(x - size, y), (x - size * 0.25, y + size * 0.7), (x + size, y - size * 0.75)],
            colour,
            size * 0.42,
        )

    def arrow(self, start: Point, end: Point, colour: Colour, width: float = 5) -> None:
        """A straight level arrow."""
        way = 1 if end[0] > start[0] else -1
        self.line([start, (end[0] - way * width * 1.6, end[1])], colour, width)
        x, y, w = end[0], end[1], width * 2.2
        self.shape([(x, y), (x - way * w, y - w * 0.75), (x - way * w, y + w * 0.75)], colour)

    def paste(self, image: Image, at: Point) -> None:
        """Lays a picture drawn at twice its size on the card, its corner at `at`."""
        self.image.paste(image, (round(at[0] * OVERSAMPLE), round(at[1] * OVERSAMPLE)))

    def finished(self) -> Image:
        """The card at its final size."""
        return self.image.reduce(OVERSAMPLE)

    def png(self) -> bytes:
        """The card as a PNG."""
        out = BytesIO()
        self.finished().save(out, "PNG", compress_level=3)
        return out.getvalue()
