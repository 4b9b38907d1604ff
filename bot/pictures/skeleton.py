"""A jointed body in the side view: from angles and planted feet to the place of every joint.

Units: body height = 1, y up, the floor at 0. Angles in degrees are the direction of a bone: 0 forward
(right), 90 up (brief 2.1). Bones keep their length: a limb that is planted is solved from its two ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import acos, atan2, cos, degrees, hypot, radians, sin

from bot.pictures.style import Point

Joints = Mapping[str, Point]
Pose = Mapping[str, float | Point]

TORSO, NECK, HEAD = 0.29, 0.05, 0.065
ARM, FOREARM = 0.17, 0.2
THIGH, SHIN = 0.245, 0.245
BALL = (0.085, -0.04)  # the ball of the foot seen from the ankle, in a foot that points forward


def ray(start: Point, angle: float, length: float) -> Point:
    """The point `length` away from `start` in the direction `angle`."""
    return start[0] + length * cos(radians(angle)), start[1] + length * sin(radians(angle))


def turned(point: Point, angle: float) -> Point:
    """`point` turned about the origin."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return point[0] * c - point[1] * s, point[0] * s + point[1] * c


def direction(start: Point, end: Point) -> float:
    """The angle of the bone from `start` to `end`, 0 to 360."""
    return degrees(atan2(end[1] - start[1], end[0] - start[0])) % 360


def bent(start: Point, end: Point, upper: float, lower: float, bend: int) -> Point:
    """The knee or elbow between two fixed ends; `bend` +1 puts it left of the way there, -1 right.

    Raises ValueError when the limb is too short to reach: the pose is wrong, not the drawing.
    """
    reach = hypot(end[0] - start[0], end[1] - start[1])
    if reach > (upper + lower) * 1.002:
        raise ValueError(f"a limb of {upper + lower:.3f} cannot reach {reach:.3f}")
    reach = min(reach, (upper + lower) * 0.99999)
    inside = (upper**2 + reach**2 - lower**2) / (2 * upper * reach)
    turn = degrees(acos(max(-1.0, min(1.0, inside))))
    return ray(start, direction(start, end) + bend * turn, upper)


def ankle_over(ball: Point, foot: float) -> Point:
    """Where the ankle is when the ball of the foot stands at `ball`."""
    dx, dy = turned(BALL, foot)
    return ball[0] - dx, ball[1] - dy


def number(pose: Pose, name: str, side: str = "") -> float:
    """An angle of the pose; the far side defaults to the near one."""
    value = pose.get(name + side, pose.get(name, 0.0))
    assert not isinstance(value, tuple)
    return value


def place(pose: Pose, name: str, side: str = "") -> Point | None:
    """A fixed point of the pose, or None; the far side defaults to the near one."""
    value = pose.get(name + side, pose.get(name))
    return value if isinstance(value, tuple) else None


def hip_of(pose: Pose) -> Point:
    """The hip: given, hanging from fixed shoulders, or standing on the near foot."""
    hip, shoulder, ball = place(pose, "hip"), place(pose, "shoulder"), place(pose, "ball")
    if hip:
        return hip
    if shoulder:
        return ray(shoulder, number(pose, "torso") + 180, TORSO)
    assert ball is not None
    knee = ray(ankle_over(ball, number(pose, "foot")), number(pose, "shin") + 180, SHIN)
    return ray(knee, number(pose, "thigh") + 180, THIGH)


def leg(pose: Pose, hip: Point, side: str) -> dict[str, Point]:
    """One leg: planted on its ball and solved, or from its angles where the pose gives no ball."""
    foot = number(pose, "foot", side)
    ball = place(pose, "ball", side)
    free = f"thigh{side}" in pose and (side == "_far" and "ball_far" not in pose)
    if ball is None or free:
        knee = ray(hip, number(pose, "thigh", side), THIGH)
        ankle = ray(knee, number(pose, "shin", side), SHIN)
    else:
        ankle = ankle_over(ball, foot)
        knee = bent(hip, ankle, THIGH, SHIN, 1)
    dx, dy = turned(BALL, foot)
    return {"knee": knee, "ankle": ankle, "ball": (ankle[0] + dx, ankle[1] + dy)}


def lap(pose: Pose) -> Point:
    """The crease in front of the hips, where a weight lies in the bridge."""
    return ray(hip_of(pose), number(pose, "torso") - 90, 0.108)


def arm(pose: Pose, shoulder: Point, side: str) -> dict[str, Point]:
    """One arm: the hand fixed and the elbow solved, or from its angles."""
    hand = lap(pose) if "lap" in pose else place(pose, "hand", side)
    if hand is not None:
        return {"elbow": bent(shoulder, hand, ARM, FOREARM, -1), "hand": hand}
    elbow = ray(shoulder, number(pose, "arm", side), ARM)
    return {"elbow": elbow, "hand": ray(elbow, number(pose, "forearm", side), FOREARM)}


def joints(pose: Pose) -> dict[str, Point]:
    """Every joint of a pose in the side view; the far side's names end in `_far`."""
    hip = hip_of(pose)
    shoulder = ray(hip, number(pose, "torso"), TORSO)
    head = number(pose, "head") if "head" in pose else number(pose, "torso")
    found = {"hip": hip, "shoulder": shoulder, "neck": ray(shoulder, head, NECK)}
    found["head"] = ray(shoulder, head, NECK + HEAD)
    for side in ("", "_far"):
        limbs = {**leg(pose, hip, side), **arm(pose, shoulder, side)}
        found |= {name + side: point for name, point in limbs.items()}
    return found
