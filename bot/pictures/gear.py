"""What stands around the person: the floor, a mat, a wall, dumbbells."""

from __future__ import annotations

from bot.pictures.brush import Brush
from bot.pictures.skeleton import ray
from bot.pictures.style import FLOOR, IRON, LINE, MAT, STEEL, Point, blend


def floor(brush: Brush, left: float, right: float) -> None:
    """The floor line under everything."""
    brush.capsule((left, -0.012), (right, -0.012), 0.0055, 0.0055, FLOOR)


def shadow(brush: Brush, x: float, half: float) -> None:
    """A soft patch on the floor under the body."""
    a, b = brush.at((x - half, 0.0)), brush.at((x + half, -0.024))
    brush.pen.ellipse((*a, *b), fill=blend(FLOOR, IRON, 0.18))


def mark(brush: Brush, x: float) -> None:
    """A mark on the floor, which shows how far a walking person has come."""
    brush.capsule((x, -0.028), (x - 0.012, -0.05), 0.003, 0.003, FLOOR)


def mat(brush: Brush, left: float, right: float) -> None:
    """A mat for exercises on the floor, as thick as the floor line is deep."""
    brush.capsule((left, -0.012), (right, -0.012), 0.011, 0.011, MAT)


def wall(brush: Brush, x: float) -> None:
    """A wall whose surface is at `x`, the room on its left when `x` is ahead of the person."""
    a, b = brush.at((x, 1.3)), brush.at((x + 0.05, -0.015))
    brush.pen.rectangle((*a, *b), fill=LINE)


def dumbbell(brush: Brush, grip: Point, angle: float, *, end_on: bool = False) -> None:
    """A dumbbell held at `grip`: seen along its handle (a hexagon) or from the side, turned by `angle`."""
    if end_on:
        brush.shape([ray(grip, 60 * i + 30, 0.053) for i in range(6)], IRON)
        brush.disc(grip, 0.018, STEEL)
        return
    one, other = ray(grip, angle, 0.05), ray(grip, angle + 180, 0.05)
    brush.capsule(one, other, 0.0105, 0.0105, STEEL)
    for centre, way in ((one, angle), (other, angle + 180)):
        outer, inner = ray(centre, way, 0.032), ray(centre, way, 0.004)
        brush.shape(
            [
                ray(inner, angle + 90, 0.037),
                ray(inner, angle - 90, 0.037),
                ray(outer, angle - 90, 0.03),
                ray(outer, angle + 90, 0.03),
            ],
            IRON,
        )
