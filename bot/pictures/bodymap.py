"""The body from the front and the back with its muscle groups as shapes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.pictures.brush import Limb
from bot.pictures.card import Card
from bot.pictures.style import HAIR, MAIN, SKIN, Colour, Point

MUSCLES = ("quadriceps", "glutes", "hip_flexors", "calves", "core", "hamstrings")
STEPS = (0, 1, 5, 10)  # sets from which the next darker shade begins
NONE: Colour = (214, 221, 227)  # a muscle group without a set
SHADES: Sequence[Colour] = (NONE, (250, 212, 158), (240, 153, 70), MAIN)

# One half of the silhouette, (across, up) in body heights; mirrored for the other half.
TRUNK: Sequence[Point] = (
    (0.0, 0.86), (0.032, 0.855), (0.036, 0.835), (0.06, 0.822), (0.105, 0.812), (0.122, 0.79),
     (0.118, 0.74), (0.1, 0.7),
    (0.088, 0.64), (0.086, 0.6), (0.094, 0.55), (0.1, 0.5), (0.1, 0.46), (0.0, 0.45),
)  # fmt: skip
Place = tuple[Point, Point, tuple[tuple[float, float, float], ...]]  # start, end, widths (outer, inner)
THIGH: Place = (
    (0.052, 0.5),
    (0.058, 0.285),
    ((0.0, 0.05, 0.05), (0.35, 0.051, 0.043), (0.8, 0.034, 0.034), (1, 0.031, 0.031)),
)
SHIN: Place = (
    (0.058, 0.285),
    (0.056, 0.05),
    ((0.0, 0.031, 0.031), (0.3, 0.039, 0.036), (0.7, 0.023, 0.024), (1, 0.019, 0.019)),
)
UPPER: Place = ((0.115, 0.785), (0.145, 0.62), ((0.0, 0.033, 0.032), (0.4, 0.032, 0.03), (1.0, 0.024, 0.024)))
LOWER: Place = ((0.145, 0.62), (0.172, 0.47), ((0.0, 0.024, 0.024), (0.3, 0.027, 0.024), (1.0, 0.015, 0.015)))


def mirrored(points: Sequence[Point], sign: int) -> list[Point]:
    """The same points on the other side of the body for -1."""
    return [(sign * x, y) for x, y in points]


def smooth(points: Sequence[Point]) -> list[Point]:
    """A closed curve through the points (Catmull-Rom, eight steps between two)."""
    out, n = [], len(points)
    for i in range(n):
        a, b, c, d = (points[(i + k) % n] for k in (-1, 0, 1, 2))
        for j in range(8):
            t = j / 8
            w = (
                (-t + 2 * t**2 - t**3) / 2,
                (2 - 5 * t**2 + 3 * t**3) / 2,
                (t + 4 * t**2 - 3 * t**3) / 2,
                (t**3 - t**2) / 2,
            )
            out.append(
                (
                    sum(k * p[0] for k, p in zip(w, (a, b, c, d), strict=True)),
                    sum(k * p[1] for k, p in zip(w, (a, b, c, d), strict=True)),
                )
            )
    return out


def limb(place: Place, sign: int) -> Limb:
    """A limb of one side; `front` is the outer edge."""
    start, end, widths = place
    return Limb((sign * start[0], start[1]), (sign * end[0], end[1]), widths, sign)


# Muscle shapes, half of the body each: front and back.
FRONT: Mapping[str, Sequence[Sequence[Point]]] = {
    "quadriceps": (
        ((0.062, 0.475), (0.094, 0.46), (0.101, 0.42), (0.094, 0.36), (0.08, 0.315), (0.072, 0.36),
         (0.064, 0.42)),
        ((0.05, 0.47), (0.062, 0.43), (0.066, 0.36), (0.06, 0.315), (0.05, 0.34), (0.042, 0.4)),
        ((0.038, 0.39), (0.046, 0.35), (0.05, 0.315), (0.038, 0.3), (0.03, 0.33), (0.028, 0.37)),
    ),
    "hip_flexors": (((0.03, 0.535), (0.058, 0.56), (0.088, 0.545), (0.09, 0.51), (0.062, 0.485),
     (0.036, 0.468), (0.022, 0.49)),),
    "core": (
        ((0.004, 0.69), (0.032, 0.69), (0.035, 0.66), (0.004, 0.657)),
        ((0.004, 0.651), (0.035, 0.654), (0.035, 0.622), (0.004, 0.618)),
        ((0.004, 0.612), (0.035, 0.616), (0.032, 0.57), (0.018, 0.53), (0.004, 0.52)),
        ((0.043, 0.7), (0.07, 0.69), (0.079, 0.64), (0.078, 0.6), (0.082, 0.565), (0.06, 0.57),
         (0.042, 0.59)),
    ),
    "calves": (((0.024, 0.235), (0.03, 0.25), (0.036, 0.2), (0.038, 0.14), (0.03, 0.16), (0.022, 0.2)),
               ((0.094, 0.235), (0.089, 0.245), (0.084, 0.2), (0.081, 0.15), (0.088, 0.17), (0.095, 0.2))),
}  # fmt: skip
BACK: Mapping[str, Sequence[Sequence[Point]]] = {
    "glutes": (((0.006, 0.535), (0.04, 0.56), (0.08, 0.545), (0.096, 0.5), (0.084, 0.455),
     (0.045, 0.442), (0.01, 0.455)),),
    "hamstrings": (
        ((0.056, 0.43), (0.088, 0.435), (0.097, 0.4), (0.088, 0.34), (0.08, 0.295), (0.07, 0.31),
         (0.062, 0.36)),
        ((0.02, 0.43), (0.05, 0.43), (0.056, 0.37), (0.054, 0.32), (0.044, 0.295), (0.034, 0.33),
         (0.022, 0.38)),
    ),
    "calves": (
        ((0.06, 0.262), (0.084, 0.258), (0.095, 0.215), (0.088, 0.165), (0.07, 0.145), (0.06, 0.17)),
        ((0.034, 0.26), (0.055, 0.262), (0.056, 0.17), (0.044, 0.15), (0.028, 0.175), (0.024, 0.22)),
        ((0.042, 0.14), (0.056, 0.155), (0.072, 0.138), (0.064, 0.085), (0.056, 0.075), (0.05, 0.085)),
    ),
    "core": (((0.006, 0.665), (0.026, 0.66), (0.034, 0.62), (0.036, 0.575), (0.006, 0.57)),
             ((0.042, 0.655), (0.072, 0.65), (0.078, 0.6), (0.08, 0.565), (0.044, 0.572))),
}  # fmt: skip


class Map:
    """One body on a card: `middle` is its centre line, `floor` its soles, `tall` its height, in pixels."""

    def __init__(self, card: Card, middle: float, floor: float, tall: float) -> None:
        """Where the body stands."""
        self.card, self.middle, self.floor, self.tall = card, middle, floor, tall

    def at(self, point: Point) -> Point:
        """A point of the body on the card."""
        return self.middle + point[0] * self.tall, self.floor - point[1] * self.tall

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled outline."""
        self.card.shape([self.at(p) for p in points], colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A filled circle."""
        self.card.disc(self.at((x, y)), radius * self.tall, colour)

    def silhouette(self, back: bool) -> None:
        """The body without its muscles."""
        for sign in (-1, 1):
            for place in (UPPER, LOWER, SHIN, THIGH):
                one = limb(place, sign)
                self.shape(one.outline(), SKIN)
                self.disc(*one.start, one.profile[0][1] * 0.98, SKIN)
                self.disc(*one.end, one.profile[-1][1], SKIN)
            self.shape(
                mirrored(
                    smooth(((0.158, 0.48), (0.162, 0.445), (0.172, 0.418), (0.19, 0.43), (0.19, 0.475))), sign
                ),
                SKIN,
            )
            foot = ((0.04, 0.06), (0.07, 0.06), (0.088, 0.014), (0.074, 0.0), (0.044, 0.0), (0.038, 0.02))
            self.shape(mirrored(smooth(foot), sign), SKIN)
        self.shape(smooth([*TRUNK, *mirrored(TRUNK, -1)[-2:0:-1]]), SKIN)
        self.shape([(-0.032, 0.83), (0.032, 0.83), (0.03, 0.9), (-0.03, 0.9)], SKIN)
        self.head(back)

    def head(self, back: bool) -> None:
        """The head: hair only from behind."""
        self.disc(0, 0.988, 0.026, HAIR)
        self.disc(0, 0.938, 0.052, HAIR)
        if back:
            self.shape(
                smooth(((-0.046, 0.93), (0.0, 0.96), (0.046, 0.93), (0.034, 0.885), (-0.034, 0.885))), HAIR
            )
        else:
            self.shape(
                smooth(
                    (
                        (-0.043, 0.945),
                        (0.0, 0.962),
                        (0.043, 0.945),
                        (0.034, 0.894),
                        (0.0, 0.874),
                        (-0.034, 0.894),
                    )
                ),
                SKIN,
            )

    def muscles(self, back: bool, colour_of: Callable[[str], Colour]) -> None:
        """Every muscle group of this side in its colour."""
        for muscle, shapes in (BACK if back else FRONT).items():
            for half in shapes:
                for sign in (-1, 1):
                    self.shape(mirrored(smooth(half), sign), colour_of(muscle))


def both(card: Card, middle: float, floor: float, tall: float, colour_of: Callable[[str], Colour]) -> None:
    """Front and back beside each other around `middle`."""
    for back, x in ((False, middle - tall * 0.225), (True, middle + tall * 0.225)):
        body = Map(card, x, floor, tall)
        body.silhouette(back)
        body.muscles(back, colour_of)


def shade(sets: float) -> Colour:
    """The shade for a number of sets: none, 1 to 4, 5 to 9, 10 and more."""
    return SHADES[sum(1 for step in STEPS[1:] if sets >= step)]
