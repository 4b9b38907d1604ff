"""A person in the side view, painted from joints: limbs with thickness, working muscles tinted."""

from __future__ import annotations

from collections.abc import Mapping

from bot.pictures.brush import Brush, Limb
from bot.pictures.skeleton import Joints, direction, ray, turned
from bot.pictures.style import (
    HAIR,
    HELPER,
    INK,
    MAIN,
    SHIRT,
    SHIRT_FAR,
    SHOE,
    SHORTS,
    SHORTS_FAR,
    SKIN,
    SKIN_FAR,
    SOLE,
    Colour,
    Point,
    blend,
)

Tints = Mapping[str, str]  # muscle -> "main" or "helper"

THIGH = (
    (-0.05, 0.055, 0.06),
    (0.2, 0.064, 0.064),
    (0.55, 0.055, 0.053),
    (0.85, 0.041, 0.04),
    (1.0, 0.038, 0.036),
)
SHIN = (
    (0.0, 0.037, 0.036),
    (0.14, 0.034, 0.046),
    (0.34, 0.031, 0.056),
    (0.62, 0.027, 0.04),
    (0.9, 0.022, 0.024),
    (1, 0.023, 0.025),
)
ARM = ((0.0, 0.037, 0.038), (0.3, 0.035, 0.036), (0.65, 0.031, 0.031), (1.0, 0.025, 0.026))
FOREARM = ((0.0, 0.026, 0.026), (0.22, 0.03, 0.027), (0.6, 0.022, 0.022), (0.8, 0.017, 0.018))
TORSO = (
    (-0.12, 0.05, 0.06),
    (0.08, 0.062, 0.072),
    (0.38, 0.057, 0.048),
    (0.72, 0.076, 0.062),
    (0.92, 0.066, 0.064),
    (1.06, 0.032, 0.042),
)
HEM, WAIST = 0.42, 0.2  # where the shorts end on the thigh and on the torso

# muscle -> limb, first and last along it, outer and inner edge across it
BELLIES: Mapping[str, tuple[str, float, float, float, float]] = {
    "quadriceps": ("thigh", 0.06, 0.95, 0.9, -0.12),
    "hamstrings": ("thigh", 0.12, 0.97, -0.9, -0.02),
    "calves": ("shin", 0.02, 0.72, -0.9, 0.05),
    "core": ("torso", 0.1, 0.66, 0.88, -0.1),
    "obliques": ("torso", 0.08, 0.66, 0.7, -0.6),
    "lower_back": ("torso", 0.08, 0.6, -0.88, -0.1),
    "upper_back": ("torso", 0.26, 1.0, -0.9, 0.2),
    "chest": ("torso", 0.6, 1.0, 0.9, 0.1),
    "triceps": ("arm", 0.12, 0.98, -0.88, 0.0),
    "biceps": ("arm", 0.15, 0.98, 0.88, 0.0),
    "shoulders": ("arm", -0.12, 0.5, 0.9, -0.9),
}


def tint(tints: Tints, muscle: str, far: bool = False) -> Colour | None:
    """The colour of a working muscle, darker on the far side; None when it does not work."""
    colour = {"main": MAIN, "helper": HELPER}.get(tints.get(muscle, ""))
    return blend(colour, INK, 0.22) if colour and far else colour


def bellies(brush: Brush, limb: Limb, name: str, tints: Tints, far: bool = False) -> None:
    """The working muscles that sit on one limb, helpers first so that the main ones lie on top."""
    for muscle, (where, first, last, outer, inner) in sorted(
        BELLIES.items(), key=lambda item: tints.get(item[0]) == "main"
    ):
        colour = tint(tints, muscle, far)
        if where == name and colour:
            brush.shape(limb.belly(first, last, outer, inner), colour)


def shoe(brush: Brush, joints: Joints, side: str) -> None:
    """A shoe on the ankle; the toes stay flat when the foot rolls over its ball on the floor."""
    ankle, ball = joints["ankle" + side], joints["ball" + side]
    foot = direction(ankle, ball) - direction((0, 0), (0.085, -0.04))
    colour = blend(SHOE, SKIN_FAR, 0.3) if side else SHOE

    def local(x: float, y: float) -> Point:
        dx, dy = turned((x, y), foot)
        return ankle[0] + dx, ankle[1] + dy

    rolling = ball[1] < 0.004 and -85 < (foot + 180) % 360 - 180 < 0
    toe = ray(local(0.085, -0.024), 0 if rolling else foot, 0.034)
    brush.capsule(local(-0.022, -0.026), local(0.085, -0.031), 0.014, 0.009, SOLE)
    brush.capsule(local(0.085, -0.031), (toe[0], toe[1] - 0.004), 0.009, 0.007, SOLE)
    brush.capsule(local(-0.014, -0.008), local(0.085, -0.022), 0.026, 0.0145, colour)
    brush.capsule(local(0.004, 0.006), local(0.07, -0.016), 0.024, 0.017, colour)
    brush.capsule(local(0.085, -0.022), toe, 0.0145, 0.011, colour)


def leg(brush: Brush, joints: Joints, side: str, tints: Tints) -> None:
    """One leg, its shorts and shoe; `side` is "" or "_far"."""
    far = bool(side)
    skin, shorts = (SKIN_FAR, SHORTS_FAR) if far else (SKIN, SHORTS)
    hip, knee, ankle = joints["hip"], joints["knee" + side], joints["ankle" + side]
    thigh, shin = Limb(hip, knee, THIGH), Limb(knee, ankle, SHIN)
    if not far:
        edge = blend(SHORTS, SKIN, 0.3)
        brush.shape(thigh.outline(0.28, 1.0, 1.09), edge)
        brush.disc(knee, 0.0405, edge)
        brush.shape(shin.outline(0.0, 0.9, 1.12), edge)
    brush.shape(shin.outline(), skin)
    brush.disc(ankle, 0.0235, skin)
    shoe(brush, joints, side)
    brush.disc(knee, 0.037, skin)
    brush.shape(thigh.outline(), skin)
    brush.disc(hip, 0.0655, shorts)
    brush.shape(thigh.outline(-0.05, HEM, 1.05), shorts)
    bellies(brush, shin, "shin", tints, far)
    bellies(brush, thigh, "thigh", tints, far)


def seat_of(joints: Joints) -> tuple[Point, float]:
    """The middle of the buttock and the direction halfway between trunk and thigh."""
    torso = direction(joints["hip"], joints["shoulder"])
    thigh = direction(joints["knee"], joints["hip"])
    middle = torso + ((thigh - torso + 180) % 360 - 180) * 0.45
    return ray(ray(joints["hip"], middle + 90, 0.03), middle, -0.012), middle


def buttock(brush: Brush, joints: Joints) -> None:
    """The buttock fills the corner behind the hip."""
    brush.disc(seat_of(joints)[0], 0.053, SHORTS)


def seat(brush: Brush, joints: Joints, tints: Tints) -> None:
    """The glutes on the buttock and the hip flexors in the groin, where they work."""
    groin(brush, joints, tints)
    colour = tint(tints, "glutes")
    centre, middle = seat_of(joints)
    if colour:
        ends = ray(centre, middle, 0.012), ray(centre, middle, -0.012)
        brush.capsule(*ends, 0.042, 0.044, SHORTS)
        brush.capsule(*ends, 0.036, 0.038, colour)


def groin(brush: Brush, joints: Joints, tints: Tints) -> None:
    """The hip flexors, from the pelvis over the hip to the thigh."""
    colour = tint(tints, "hip_flexors")
    if colour:
        torso, thigh = direction(joints["hip"], joints["shoulder"]), direction(joints["hip"], joints["knee"])
        top = ray(ray(joints["hip"], torso, 0.05), torso - 90, 0.034)
        low = ray(ray(joints["hip"], thigh, 0.048), thigh + 90, 0.034)
        middle = ray(joints["hip"], (torso - 90 + ((thigh + 180 - torso) % 360 - 180) / 2), 0.036)
        for grow, paint in ((0.006, SHORTS), (0.0, colour)):
            brush.capsule(top, middle, 0.012 + grow, 0.019 + grow, paint)
            brush.capsule(middle, low, 0.019 + grow, 0.012 + grow, paint)


def trunk(brush: Brush, joints: Joints, tints: Tints) -> None:
    """Pelvis, shirt and neck."""
    torso = Limb(joints["hip"], joints["shoulder"], TORSO, -1)
    brush.capsule(joints["shoulder"], joints["neck"], 0.036, 0.03, SKIN)
    brush.shape(torso.outline(-0.12, 1.06), SHIRT)
    brush.disc(joints["hip"], 0.064, SHORTS)
    brush.shape(torso.outline(-0.12, WAIST, 1.02), SHORTS)
    bellies(brush, torso, "torso", tints)


def head(brush: Brush, joints: Joints) -> None:
    """Head, face in profile and hair; it looks at right angles to the neck, forward."""
    centre = joints["head"]
    up = direction(joints["shoulder"], centre)

    def local(x: float, y: float) -> Point:
        dx, dy = turned((x, y), up - 90)
        return centre[0] + dx, centre[1] + dy

    brush.capsule(local(-0.012, -0.05), joints["neck"], 0.03, 0.03, SKIN)
    brush.disc(local(-0.052, 0.036), 0.025, HAIR)
    brush.disc(local(-0.006, 0.01), 0.06, HAIR)
    brush.capsule(local(0.004, 0.0), local(0.014, -0.03), 0.052, 0.036, SKIN)
    brush.shape([local(0.05, 0.01), local(0.07, -0.016), local(0.046, -0.024)], SKIN)
    brush.shape(
        [
            local(-0.066, 0.012),
            local(-0.03, 0.062),
            local(0.012, 0.07),
            local(0.042, 0.047),
            local(0.05, 0.022),
            local(0.012, 0.03),
            local(-0.008, 0.018),
            local(-0.014, -0.012),
            local(-0.034, -0.046),
            local(-0.058, -0.03),
        ],
        HAIR,
    )
    brush.disc(local(-0.006, -0.008), 0.0115, SKIN_FAR)
    brush.disc(local(0.035, 0.0), 0.0055, HAIR)


def arm(brush: Brush, joints: Joints, side: str, tints: Tints) -> None:
    """One arm with its hand."""
    far = bool(side)
    skin = SKIN_FAR if far else SKIN
    shoulder, elbow, hand = joints["shoulder"], joints["elbow" + side], joints["hand" + side]
    upper, lower = Limb(shoulder, elbow, ARM), Limb(elbow, hand, FOREARM)
    wrist, fist = lower.point(0.78, 0), lower.point(0.88, 0)
    if not far:
        edge = blend(SHIRT, SKIN, 0.35)
        brush.shape(upper.outline(0.1, 1.0, 1.15), edge)
        brush.disc(elbow, 0.029, edge)
        brush.shape(lower.outline(0.0, 0.78, 1.18), edge)
        brush.disc(fist, 0.027, edge)
    brush.disc(shoulder, 0.04, SHIRT_FAR if far else SHIRT)
    brush.shape(lower.outline(0.0, 0.8), skin)
    brush.capsule(wrist, fist, 0.018, 0.024, skin)
    brush.disc(elbow, 0.026, skin)
    brush.disc(shoulder, 0.0365, skin)
    brush.shape(upper.outline(), skin)
    bellies(brush, upper, "arm", tints, far)
