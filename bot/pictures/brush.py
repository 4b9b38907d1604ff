"""A brush that paints in body units (height = 1, y up) on a canvas twice the size of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from math import radians, sin
from typing import TYPE_CHECKING

from bot.pictures.skeleton import direction, ray
from bot.pictures.style import OVERSAMPLE, PAPER, Colour, Point

if TYPE_CHECKING:
    from PIL.Image import Image

Profile = Sequence[tuple[float, float, float]]  # along the bone 0 to 1, width in front, width behind


class Brush:
    """Paints shapes given in body units; `left` and `floor` say where the picture's corner lies in them."""

    def __init__(
        self, size: tuple[int, int], *, scale: float, left: float, floor: float, paper: Colour = PAPER
    ) -> None:
        """`size` in final pixels, `scale` in final pixels per body height, `floor` in pixels from the top."""
        from PIL import Image, ImageDraw

        self.size = size
        self.image = Image.new("RGB", (size[0] * OVERSAMPLE, size[1] * OVERSAMPLE), paper)
        self.pen = ImageDraw.Draw(self.image)
        self.scale, self.left, self.floor = scale * OVERSAMPLE, left, floor * OVERSAMPLE

    def at(self, point: Point) -> Point:
        """A point of the body as a point of the canvas."""
        return (point[0] - self.left) * self.scale, self.floor - point[1] * self.scale

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled outline."""
        self.pen.polygon([self.at(point) for point in points], fill=colour)

    def disc(self, centre: Point, radius: float, colour: Colour) -> None:
        """A filled circle."""
        x, y = self.at(centre)
        r = radius * self.scale
        self.pen.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    def capsule(self, one: Point, other: Point, start: float, end: float, colour: Colour) -> None:
        """Two circles of different size and everything between them."""
        angle = direction(one, other)
        self.shape(
            [
                ray(one, angle + 90, start),
                ray(other, angle + 90, end),
                ray(other, angle - 90, end),
                ray(one, angle - 90, start),
            ],
            colour,
        )
        self.disc(one, start, colour)
        self.disc(other, end, colour)

    def hull(self, discs: Sequence[tuple[Point, float]], colour: Colour) -> None:
        """The smallest shape without dents around some circles."""
        points = sorted({ray(centre, 15 * i, radius) for centre, radius in discs for i in range(24)})
        self.shape(half_hull(points) + half_hull(points[::-1]), colour)

    def finished(self) -> Image:
        """The picture at its final size, edges smoothed."""
        return self.image.reduce(OVERSAMPLE)


def width_at(profile: Profile, t: float) -> tuple[float, float]:
    """The widths in front and behind at `t` along the bone, smoothed through the given ones (Catmull-Rom)."""
    last = len(profile) - 2
    i = max(0, min(last, sum(1 for row in profile if row[0] <= t) - 1))
    near = [profile[max(0, min(last + 1, i + k))] for k in (-1, 0, 1, 2)]
    s = max(0.0, min(1.0, (t - near[1][0]) / (near[2][0] - near[1][0])))
    weights = (
        (-s + 2 * s**2 - s**3) / 2,
        (2 - 5 * s**2 + 3 * s**3) / 2,
        (s + 4 * s**2 - 3 * s**3) / 2,
        (s**3 - s**2) / 2,
    )
    front = sum(w * row[1] for w, row in zip(weights, near, strict=True))
    return front, sum(w * row[2] for w, row in zip(weights, near, strict=True))


def half_hull(points: Sequence[Point]) -> list[Point]:
    """One half of the convex hull of sorted points (Andrew's monotone chain)."""
    out: list[Point] = []
    for x, y in points:
        while len(out) > 1 and (out[-1][0] - out[-2][0]) * (y - out[-2][1]) <= (out[-1][1] - out[-2][1]) * (
            x - out[-2][0]
        ):
            out.pop()
        out.append((x, y))
    return out[:-1]


class Limb:
    """One bone with flesh on it: `side` +1 when its front lies left of the way from `start` to `end`."""

    def __init__(self, start: Point, end: Point, profile: Profile, side: int = 1) -> None:
        """Bone ends in body units."""
        self.start, self.end, self.profile, self.side = start, end, profile, side
        self.angle = direction(start, end)

    def point(self, t: float, u: float) -> Point:
        """A point `t` along the bone and `u` across it: +1 the front edge, -1 the back edge."""
        front, back = width_at(self.profile, t)
        x = self.start[0] + (self.end[0] - self.start[0]) * t
        y = self.start[1] + (self.end[1] - self.start[1]) * t
        across = u * (front if u > 0 else back)
        return ray((x, y), self.angle + 90 * self.side, across)

    def outline(self, first: float = 0.0, last: float = 1.0, grow: float = 1.0) -> list[Point]:
        """The edge from `first` to `last` along the bone, closed."""
        ts = [first + (last - first) * i / 14 for i in range(15)]
        return [self.point(t, grow) for t in ts] + [self.point(t, -grow) for t in reversed(ts)]

    def belly(self, first: float, last: float, outer: float, inner: float) -> list[Point]:
        """A muscle on the limb: along its `outer` edge, bulging to `inner`, pointed at both ends."""
        steps = [i / 16 for i in range(17)]
        edge = [self.point(first + (last - first) * s, outer) for s in steps]
        bulge = [
            self.point(first + (last - first) * s, outer + (inner - outer) * sin(radians(180 * s)) ** 0.6)
            for s in reversed(steps)
        ]
        return edge + bulge
