"""Every frame of every figure: bones keep their length, joints bend the right way, what is planted stays."""

from itertools import pairwise
from math import dist, sqrt

import pytest

from bot.pictures.poses import exercises, loop, script
from bot.pictures.skeleton import ARM, FOREARM, HEAD, NECK, SHIN, THIGH, TORSO, direction, joints
from bot.pictures.views import lying, seated_space

SIDE = [name for name in exercises() if script(name).view == "side"]
RANGES = {"knee": (0, 150), "elbow": (0, 152), "hip": (-20, 130), "ankle": (48, 145), "shoulder": (-75, 185)}


def bones(body):
    for side in ("", "_far"):
        yield "hip", "knee" + side, THIGH
        yield "knee" + side, "ankle" + side, SHIN
        yield "shoulder", "elbow" + side, ARM
        yield "elbow" + side, "hand" + side, FOREARM
    yield "hip", "shoulder", TORSO
    yield "shoulder", "head", NECK + HEAD


def signed(angle):
    return (angle + 90) % 360 - 90


def bends(body, side):
    torso = direction(body["hip"], body["shoulder"])
    thigh, shin = (
        direction(body["hip"], body["knee" + side]),
        direction(body["knee" + side], body["ankle" + side]),
    )
    foot = direction(body["ankle" + side], body["ball" + side]) + 25.2
    arm = direction(body["shoulder"], body["elbow" + side])
    return {
        "knee": signed(thigh - shin),
        "hip": signed(thigh - torso - 180),
        "ankle": (foot - shin) % 360,
        "elbow": signed(direction(body["elbow" + side], body["hand" + side]) - arm),
        "shoulder": signed(arm - torso - 180),
    }


@pytest.mark.parametrize("exercise", SIDE)
def test_bones_keep_their_length(exercise):
    for frame in loop(script(exercise)):
        body = joints(frame.pose)
        for start, end, length in bones(body):
            assert dist(body[start], body[end]) == pytest.approx(length, rel=0.01), (start, end)


@pytest.mark.parametrize("exercise", SIDE)
def test_nothing_bends_backwards_or_too_far(exercise):
    for number, frame in enumerate(loop(script(exercise))):
        for side in ("", "_far"):
            for joint, angle in bends(joints(frame.pose), side).items():
                low, high = RANGES[joint]
                assert low - 2 <= angle <= high, (number, joint + side, round(angle))


@pytest.mark.parametrize("exercise", SIDE)
def test_nothing_sinks_into_the_floor_and_something_stands_on_it(exercise):
    for number, frame in enumerate(loop(script(exercise))):
        body = joints(frame.pose)
        assert min(y for _, y in body.values()) >= -0.004, number
        feet = [body[name + side][1] for name in ("ball", "ankle") for side in ("", "_far")]
        assert min([*feet, body["shoulder"][1] - 0.07]) < 0.005, number


@pytest.mark.parametrize("exercise", SIDE)
def test_planted_feet_and_hands_do_not_slide(exercise):
    told = script(exercise)
    one = loop(told)[: len(loop(told)) // (2 if told.sides else 1)]
    bodies = [joints(frame.pose) for frame in one]
    for before, after in pairwise(bodies):
        for spot in ("ball", "ball_far", "hand", "hand_far"):
            if before[spot][1] < 0.0015 and after[spot][1] < 0.0015:
                assert dist(before[spot], after[spot]) < 0.004, spot


@pytest.mark.parametrize("exercise", SIDE)
def test_the_loop_closes_without_a_jump(exercise):
    told = script(exercise)
    frames = loop(told)
    step = max(
        dist(a, b)
        for a, b in zip(joints(frames[0].pose).values(), joints(frames[1].pose).values(), strict=True)
    )
    first, last = joints(frames[0].pose), joints(frames[-1].pose)
    if told.sides:  # the last frame belongs to the other leg
        first = {
            name.removesuffix("_far") if name.endswith("_far") else name + "_far": p
            for name, p in first.items()
        }
    for name in ("hip", "shoulder", "head"):
        x, y = first.get(name) or first[name + "_far"]
        assert dist((x + told.travel, y), last[name]) < max(0.06, step * 2), name


def test_a_squat_goes_down_to_level_thighs_and_a_deadlift_does_not():
    squat, hinge = script("air_squat").keys[1].pose, script("deadlift").keys[1].pose
    low, bent = joints(squat), joints(hinge)
    assert low["hip"][1] < low["knee"][1] + 0.04
    assert bent["hip"][1] > bent["knee"][1] + 0.15
    assert 18 <= direction(bent["hip"], bent["shoulder"]) <= 40


def test_the_bridge_is_one_line_at_the_top():
    body = joints(script("hip_bridge").keys[1].pose)
    trunk, thigh = direction(body["shoulder"], body["hip"]), direction(body["hip"], body["knee"])
    assert abs(signed(trunk - thigh)) < 8


def test_both_legs_have_their_turn():
    for exercise in ("forward_lunge", "weighted_lunge_step_up", "reverse_lunge", "standing_knee_raise"):
        frames = loop(script(exercise))
        half = len(frames) // 2
        for one, other in zip(frames[:half], frames[half:], strict=True):
            a, b = joints(one.pose), joints(other.pose)
            assert dist(a["ball"], b["ball_far"]) < 1e-6


def test_the_seated_turn_keeps_its_bones_in_space():
    for frame in loop(script("russian_twist")):
        body = seated_space(frame.pose)

        def length(start, end, body=body):
            return sqrt(sum((a - b) ** 2 for a, b in zip(body[start], body[end], strict=True)))

        assert length("hip", "shoulder") == pytest.approx(TORSO, rel=0.01)
        for side in ("", "_far"):
            assert length("joint" + side, "knee" + side) == pytest.approx(THIGH, rel=0.01)
            assert length("knee" + side, "ankle" + side) == pytest.approx(SHIN, rel=0.01)
            assert length("socket" + side, "elbow" + side) == pytest.approx(ARM, rel=0.01)
            assert length("elbow" + side, "hand" + side) == pytest.approx(FOREARM, rel=0.01)
            assert body["ankle" + side] == seated_space(script("russian_twist").keys[0].pose)["ankle" + side]


def test_the_side_plank_keeps_its_bones_and_stays_on_the_elbow():
    for frame in loop(script("side_plank_weight")):
        body = lying(frame.pose)
        assert dist(body["hip"], body["feet"]) == pytest.approx(THIGH + SHIN, rel=0.01)
        assert dist(body["hip"], body["shoulder"]) == pytest.approx(TORSO, rel=0.01)
        assert dist(body["under"], body["elbow"]) == pytest.approx(ARM, rel=0.01)
        assert dist(body["top"], body["top_elbow"]) == pytest.approx(ARM, rel=0.01)
        assert dist(body["top_elbow"], body["top_hand"]) == pytest.approx(FOREARM, rel=0.01)
        assert body["elbow"] == (0.0, 0.032)
        assert body["hip"][1] > 0.09
