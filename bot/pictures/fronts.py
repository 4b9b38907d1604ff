"""Paints the seated turn and the side plank from the joints of `views`."""

from __future__ import annotations

from bot.pictures.brush import Brush, Limb
from bot.pictures.gear import dumbbell
from bot.pictures.person import Tints, tint
from bot.pictures.skeleton import Joints, Pose, direction, ray
from bot.pictures.style import (
    HAIR,
    SHIRT,
    SHOE,
    SHORTS,
    SHORTS_FAR,
    SKIN,
    SKIN_FAR,
    Point,
    blend,
)
from bot.pictures.views import lying, seated

LEG = ((0.0, 0.062, 0.062), (0.5, 0.054, 0.054), (1.0, 0.039, 0.039))
CALF = ((0.0, 0.038, 0.038), (0.3, 0.045, 0.045), (0.8, 0.026, 0.026), (1.0, 0.024, 0.024))
SLEEVE = ((0.0, 0.037, 0.037), (0.5, 0.033, 0.033), (1.0, 0.026, 0.026))
WRIST = ((0.0, 0.026, 0.026), (0.3, 0.028, 0.028), (0.85, 0.018, 0.018), (1.0, 0.018, 0.018))


def face(brush: Brush, centre: Point, look: Point, up: float) -> None:
    """A head, from the front or half from the side: `look` is where it faces, `up` the way to its crown."""
    bun = ray((centre[0] - look[0] * 0.05, centre[1] - look[1] * 0.05), up, 0.062)
    brush.disc(bun, 0.026, HAIR)
    brush.disc(centre, 0.063, HAIR)
    middle = ray((centre[0] + look[0] * 0.022, centre[1] + look[1] * 0.022), up, -0.016)
    brush.hull([(middle, 0.047), (ray(middle, up, -0.018), 0.036)], SKIN)
    for sign in (-1, 1):
        eye = ray((middle[0] + look[0] * 0.02, middle[1] + look[1] * 0.01), up - 90, sign * 0.017)
        brush.disc(ray(eye, up, 0.012), 0.0055, HAIR)


def limb(brush: Brush, joints: Joints, names: tuple[str, str, str], arm: bool, far: bool) -> None:
    """An arm with a fist, or a leg with shorts."""
    start, middle, end = (joints[name] for name in names)
    skin, edge = (SKIN_FAR, SKIN_FAR) if far else (SKIN, blend(SHORTS, SKIN, 0.4))
    first, second = Limb(start, middle, SLEEVE if arm else LEG), Limb(middle, end, WRIST if arm else CALF)
    if not far:
        brush.shape(second.outline(0.0, 0.9, 1.14), edge)
        brush.shape(first.outline(0.25, 1.0, 1.12), edge)
    brush.shape(second.outline(), skin)
    brush.disc(end, 0.018 if arm else 0.024, skin)
    brush.disc(middle, 0.026 if arm else 0.0385, skin)
    brush.disc(start, 0.037 if arm else 0.06, skin)
    brush.shape(first.outline(), skin)
    if arm:
        brush.disc(end, 0.026, skin)
    else:
        brush.disc(start, 0.06, SHORTS_FAR if far else SHORTS)
        brush.shape(first.outline(0.0, 0.42, 1.04), SHORTS_FAR if far else SHORTS)


def shoe(brush: Brush, joints: Joints, side: str) -> None:
    """A shoe on the floor, seen half from the front."""
    ankle, ball = joints["ankle" + side], joints["ball" + side]
    tip = (ball[0] + (ball[0] - ankle[0]) * 0.35, ball[1] + (ball[1] - ankle[1]) * 0.1)
    brush.hull(
        [(ankle, 0.026), ((ankle[0] - 0.006, ankle[1] - 0.02), 0.022), (tip, 0.016)],
        blend(SHOE, SKIN_FAR, 0.3) if side else SHOE,
    )


def paint_seated(brush: Brush, pose: Pose, tints: Tints) -> None:
    """The seated turn, from far to near."""
    j = seated(pose)
    turn = pose["twist"]
    assert not isinstance(turn, tuple)
    limb(brush, j, ("joint_far", "knee_far", "ankle_far"), arm=False, far=True)
    shoe(brush, j, "_far")
    if turn > 12:
        limb(brush, j, ("socket_far", "elbow_far", "hand_far"), arm=True, far=True)
    sockets = [(j["socket"], 0.042), (j["socket_far"], 0.042)]
    pelvis = [(j["joint"], 0.058), (j["joint_far"], 0.056)]
    brush.capsule(j["shoulder"], j["neck"], 0.034, 0.03, SKIN)
    waist = tuple((a + b) / 2 for a, b in zip(j["hip"], j["shoulder"], strict=True))
    brush.hull([*pelvis, ((waist[0], waist[1]), 0.075)], SHIRT)
    brush.hull([*sockets, ((waist[0], waist[1]), 0.066)], SHIRT)
    girdle(brush, j, tints)
    brush.hull([(p, r * 0.98) for p, r in pelvis], SHORTS)
    face_to = (j["face"][0], j["face"][1])
    brush.capsule(j["neck"], j["head"], 0.03, 0.03, SKIN)
    face(brush, j["head"], face_to, direction(j["shoulder"], j["head"]))
    if turn <= 12:
        limb(brush, j, ("socket_far", "elbow_far", "hand_far"), arm=True, far=True)
    leg_first = turn > -30
    if leg_first:
        limb(brush, j, ("joint", "knee", "ankle"), arm=False, far=False)
        shoe(brush, j, "")
    limb(brush, j, ("socket", "elbow", "hand"), arm=True, far=False)
    if not leg_first:
        limb(brush, j, ("joint", "knee", "ankle"), arm=False, far=False)
        shoe(brush, j, "")
    flexors = tint(tints, "hip_flexors")
    if flexors:
        brush.capsule(ray(j["joint"], 130, 0.03), ray(j["joint"], 62, 0.085), 0.017, 0.012, flexors)


def girdle(brush: Brush, j: Joints, tints: Tints) -> None:
    """The muscles around the waist of the seated person: both flanks, turning with the ribs."""
    colour = tint(tints, "core")
    if colour:
        for side in ("", "_far"):
            flank = Limb(
                j["joint" + side], j["socket" + side], ((0, 0.03, 0.03), (0.5, 0.036, 0.036), (1, 0.03, 0.03))
            )
            brush.shape(flank.belly(0.2, 0.72, 0.9, -0.9), colour)
        front = Limb(j["hip"], j["shoulder"], ((0, 0.03, 0.03), (0.5, 0.034, 0.034), (1, 0.03, 0.03)))
        brush.shape(front.belly(0.22, 0.66, 0.8, -0.8), colour)


def paint_lying(brush: Brush, pose: Pose, tints: Tints) -> None:
    """The side plank seen from the front, a dumbbell on the upper hip."""
    j = lying(pose)
    spine = direction(j["hip"], j["shoulder"])
    across = spine - 90  # from the spine to the upper side
    for far, offset in ((True, -0.034), (False, 0.034)):
        hip, knee = ray(j["hip"], across, offset), ray(j["knee"], across, offset * 0.85)
        foot = ray(j["feet"], 90, offset * 0.72)
        legs = {"hip": hip, "knee": knee, "foot": foot}
        limb(brush, legs, ("hip", "knee", "foot"), arm=False, far=far)
        sole = blend(SHOE, SKIN_FAR, 0.3) if far else SHOE
        brush.hull([((foot[0] + 0.012, foot[1]), 0.028), ((foot[0] + 0.03, foot[1] + 0.002), 0.026)], sole)
    brush.hull([(j["shoulder"], 0.04), (j["neck"], 0.031)], SKIN)
    brush.hull(
        [(ray(j["hip"], across, s * 0.03), 0.05) for s in (-1, 1)]
        + [(ray(j["shoulder"], across, s * 0.07), 0.038) for s in (-1, 1)],
        SHIRT,
    )
    hips = [(ray(j["hip"], across, s * 0.03), 0.053) for s in (-1, 1)]
    band = [(ray(ray(j["hip"], across, s * 0.024), spine, 0.035), 0.047) for s in (-1, 1)]
    brush.hull(hips + band, SHORTS)
    flanks(brush, j, spine, tints)
    limb(brush, j, ("under", "elbow", "fist"), arm=True, far=False)
    face(brush, j["head"], (0.0, -0.1), spine)
    shoulder = tint(tints, "shoulders")
    if shoulder:
        brush.disc(j["under"], 0.03, shoulder)
    dumbbell(brush, ray(j["top_hand"], across, 0.004), spine)
    limb(brush, j, ("top", "top_elbow", "top_hand"), arm=True, far=False)


def flanks(brush: Brush, j: Joints, spine: float, tints: Tints) -> None:
    """The muscles of the side that carries the body: flank and outer hip."""
    core, glutes = tint(tints, "core"), tint(tints, "glutes")
    trunk = Limb(j["hip"], j["shoulder"], ((0.0, 0.08, 0.08), (0.5, 0.088, 0.088), (1.0, 0.1, 0.1)))
    if core:
        brush.shape(trunk.belly(0.12, 0.74, 0.9, 0.1), core)
        brush.shape(trunk.belly(0.2, 0.68, -0.85, -0.4), core)
    if glutes:
        low = ray(j["hip"], spine + 90, 0.05)
        brush.capsule(ray(low, spine, 0.022), ray(low, spine + 180, 0.03), 0.025, 0.02, glutes)
