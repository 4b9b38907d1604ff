"""Figures as files: small, looping, the same every time; every exercise has one; digests tell pictures apart."""

from io import BytesIO

import pytest
from PIL import Image

from bot.pictures.draw import digest, draw
from bot.pictures.figures import framing, picture
from bot.pictures.poses import exercises, loop, script
from bot.pictures.style import FLOOR, LINE, MAT, PAPER
from content.library import open_library

LIBRARY = open_library()
SIX = set(LIBRARY.muscles)


def silent(phrase, **facts):
    raise AssertionError(f"a figure needs no words, it asked for {phrase}")


@pytest.mark.parametrize("exercise", exercises())
def test_a_figure_is_a_small_looping_animation(exercise):
    made = draw(f"figure:{exercise}", {}, silent)
    assert made.kind == "animation"
    assert len(made.bytes) <= 300_000
    with Image.open(BytesIO(made.bytes)) as image:
        assert image.size == (made.width, made.height)
        assert image.info["loop"] == 0
        assert image.n_frames > 15
        lasts = sum((image.seek(i), image.info["duration"])[1] for i in range(image.n_frames))
    assert lasts == pytest.approx(sum(frame.lasts for frame in loop(script(exercise))), abs=30)


def test_a_figure_is_the_same_every_time():
    assert draw("figure:plank", {}, silent) == draw("figure:plank", {}, silent)


@pytest.mark.parametrize("exercise", exercises())
def test_nobody_leaves_the_picture(exercise):
    told = script(exercise)
    moments = loop(told)
    view = framing(told, [moment.pose for moment in moments], told.size)
    around = {PAPER, LINE, MAT, FLOOR}
    for moment in moments[::3]:
        image = picture(told, moment.pose, told.size, view)
        width = image.width
        ceiling = (0, 0, width if not told.wall else 1, 2)  # a wall goes through the ceiling
        edges = [ceiling, (0, 0, 2, round(view[2]) - 14), (width - 2, 0, width, round(view[2]) - 14)]
        for edge in edges:
            colours = {colour for _, colour in image.crop(edge).getcolors()}
            assert colours <= around, (edge, colours - around)


@pytest.mark.parametrize("exercise", exercises())
def test_a_still_shows_two_or_three_poses(exercise):
    made = draw(f"still:{exercise}", {}, silent)
    assert made.kind == "photo"
    assert len(made.bytes) < 100_000
    assert (made.width, made.height) in {(800, 480), (1200, 480), (560, 600), (560, 900)}


def test_every_exercise_has_poses_and_tints_the_muscles_it_trains():
    assert set(exercises()) == set(LIBRARY.exercises)
    for exercise, facts in LIBRARY.exercises.items():
        tints = script(exercise).tints
        for muscles, strength in ((facts.main, "main"), (facts.helper, "helper")):
            assert {m for m, how in tints.items() if how == strength} & SIX == set(muscles), exercise


def test_tempo_lowering_takes_two_seconds_where_the_brief_says_so():
    for exercise in ("air_squat", "push_up", "deadlift", "weighted_squat_press"):
        assert script(exercise).keys[1].move == 2.0


def test_the_portrait_is_a_square_jpeg():
    made = draw("profile", {}, silent)
    assert (made.mime, made.width, made.height) == ("image/jpeg", 640, 640)
    with Image.open(BytesIO(made.bytes)) as image:
        assert image.format == "JPEG"


@pytest.mark.parametrize("name", ["figure:handstand", "still:", "muscle:elbow", "weather", "progress:mood"])
def test_an_unknown_picture_is_a_key_error(name):
    with pytest.raises(KeyError):
        draw(name, {}, lambda phrase, **facts: "")


def test_digests_tell_pictures_apart():
    week = {"days": [1, 2]}
    keys = [
        digest("week", week, "en"),
        digest("week", week, "es"),
        digest("week", {"days": [2, 1]}, "en"),
        digest("body", week, "en"),
        digest("figure:plank", {}, "en"),
        digest("figure:push_up", {}, "en"),
    ]
    assert len(set(keys)) == len(keys)
    assert digest("week", {"days": [1, 2]}, "en") == keys[0]
    assert digest("figure:plank", {}, "es") == digest("figure:plank", {}, "en")


def test_a_mistake_in_a_pose_file_is_said(tmp_path):
    (tmp_path / "odd.toml").write_text(
        'frame = "tall"\nmain = []\n'
        '[[pose]]\nname = "a"\nmove = 1\ntorso = 90\n[[pose]]\nname = "b"\nmove = 1\nhip = [0, 1]\n'
    )
    with pytest.raises(ValueError, match="first pose does not say hip"):
        script("odd", tmp_path)
