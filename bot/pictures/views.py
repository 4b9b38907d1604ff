"""The two exercises that a side view cannot show: turning while seated, and lying on one side.

Both solve their joints with true bone lengths (the seated one in space, then seen half from the front).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import acos, cos, radians, sin, sqrt

from bot.pictures.skeleton import (
    ARM,
    FOREARM,
    HEAD,
    NECK,
    SHIN,
    THIGH,
    TORSO,
    Pose,
    bent,
    direction,
    number,
    ray,
)
from bot.pictures.style import Point

Space = tuple[float, float, float]
TURN, PITCH = (
    38.0,
    13.0,
)  # degrees: how far the seated person is turned to the viewer, and the view from above
FORWARD: Space = (cos(radians(TURN)), 0.0, sin(radians(TURN)))
UP: Space = (0.0, 1.0, 0.0)
LEFT: Space = (sin(radians(TURN)), 0.0, -cos(radians(TURN)))
# The mat under the seated person, a rectangle on the floor.
MAT_CORNERS: tuple[Space, ...] = ((-0.4, 0.0, -0.3), (0.56, 0.0, -0.3), (0.63, 0.0, 0.42), (-0.47, 0.0, 0.42))
PELVIS, SHOULDERS = 0.052, 0.092  # half widths


def mix(*parts: tuple[float, Space]) -> Space:
    """A weighted sum of vectors."""
    x, y, z = (sum(weight * vector[axis] for weight, vector in parts) for axis in range(3))
    return x, y, z


def dot(one: Space, other: Space) -> float:
    """The scalar product."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def unit(vector: Space) -> Space:
    """The same direction at length 1."""
    return mix((1 / sqrt(dot(vector, vector)), vector))


def elbow_between(start: Space, end: Space, upper: float, lower: float, towards: Space) -> Space:
    """The joint between two fixed ends in space, bent in the direction `towards`."""
    way = mix((1, end), (-1, start))
    reach = min(sqrt(dot(way, way)), (upper + lower) * 0.9999)
    axis = unit(way)
    side = unit(mix((1, towards), (-dot(towards, axis), axis)))
    angle = acos((upper**2 + reach**2 - lower**2) / (2 * upper * reach))
    return mix((1, start), (upper * cos(angle), axis), (upper * sin(angle), side))


def seen(point: Space) -> Point:
    """A point in space as the viewer sees it, from a little above."""
    p = radians(PITCH)
    return point[0], point[1] * cos(p) - point[2] * sin(p)


def seated_space(pose: Pose) -> dict[str, Space]:
    """Every joint of the seated turn in space; the person's left side is the far one."""
    lean, twist = radians(number(pose, "lean")), radians(number(pose, "twist"))
    hip: Space = (0.0, 0.072, 0.0)
    spine = mix((-sin(lean), FORWARD), (cos(lean), UP))
    chest = mix((cos(lean), FORWARD), (sin(lean), UP))
    across = mix((cos(twist), LEFT), (-sin(twist), chest))
    ahead = mix((cos(twist * 1.25), chest), (sin(twist * 1.25), LEFT))
    top = mix((1, hip), (TORSO, spine))
    upright = unit(mix((1, spine), (0.55, UP)))
    found = {"hip": hip, "shoulder": top, "neck": mix((1, top), (NECK, upright))}
    found["head"] = mix((1, top), (NECK + HEAD, upright))
    found["face"] = unit(mix((1, mix((cos(twist * 0.7), FORWARD), (sin(twist * 0.7), LEFT))), (0.1, UP)))
    down = -0.15 - 0.05 * abs(sin(twist))
    hands = mix((1, top), (0.245, ahead), (down, spine))
    for side, sign in (("", -1.0), ("_far", 1.0)):
        joint, socket = mix((1, hip), (sign * PELVIS, LEFT)), mix((1, top), (sign * SHOULDERS, across))
        ankle = mix((0.36, FORWARD), (sign * 0.075, LEFT), (0.045, UP))
        hand = mix((1, hands), (sign * 0.012, across))
        found |= {"socket" + side: socket, "joint" + side: joint, "ankle" + side: ankle, "hand" + side: hand}
        found["knee" + side] = elbow_between(joint, ankle, THIGH, SHIN, mix((1, UP), (sign * 0.25, LEFT)))
        found["ball" + side] = mix((1, ankle), (0.085, FORWARD), (-0.03, UP))
        elbow = elbow_between(socket, hand, ARM, FOREARM, mix((-1, UP), (sign * 0.9, across)))
        found["elbow" + side] = elbow
    return found


def seated(pose: Pose) -> Mapping[str, Point]:
    """The seated turn as seen; `face` is where the face looks, from the head."""
    return {name: seen(point) for name, point in seated_space(pose).items()}


def lying(pose: Pose) -> dict[str, Point]:
    """The side plank seen from the front: feet stacked on the right, the elbow on the floor at the left."""
    feet, elbow = (0.755, 0.055), (0.0, 0.032)
    hip = ray(feet, 180 - number(pose, "lift"), THIGH + SHIN)
    half = 0.085
    flank = sqrt(TORSO**2 + half**2)
    under = bent(hip, elbow, flank, ARM, -1)
    spine = direction(hip, under) - 16.34
    shoulder = ray(hip, spine, TORSO)
    top = ray(shoulder, spine - 90, half)
    hand = ray(ray(hip, spine - 90, 0.085), spine, 0.02)
    return {
        "feet": feet,
        "hip": hip,
        "knee": ray(hip, direction(hip, feet), THIGH),
        "shoulder": shoulder,
        "under": under,
        "elbow": elbow,
        "fist": (0.075, 0.02),
        "top": top,
        "top_elbow": bent(top, hand, ARM, FOREARM, 1),
        "top_hand": hand,
        "neck": ray(shoulder, spine, NECK),
        "head": ray(shoulder, spine - 3, NECK + HEAD),
    }
