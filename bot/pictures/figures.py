"""The moving figures and their stills: key poses to frames to one looping GIF."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from math import floor as down
from typing import TYPE_CHECKING

from bot.pictures import fronts, gear, person
from bot.pictures.brush import Brush
from bot.pictures.motion import Frame
from bot.pictures.poses import Script, loop, script
from bot.pictures.skeleton import Joints, Pose, joints, lap, place
from bot.pictures.style import MAT, Point
from bot.pictures.views import MAT_CORNERS, lying, seated, seen

if TYPE_CHECKING:
    from PIL.Image import Image

LIMIT = 300_000  # bytes of one animation
COLOURS = (48, 24)  # the first palette with which the file stays below the limit is taken
MARK = 0.61 / 4  # body heights between the marks on a floor that passes by


def camera(pose: Pose) -> float:
    """How far the view has moved with a person who walks, in body heights."""
    at = place(pose, "camera")
    return at[0] if at else 0.0


def joints_of(told: Script, pose: Pose) -> Joints:
    """Every joint of the pose as the figure's view shows it."""
    if told.view == "side":
        return joints(pose)
    found = dict(seated(pose) if told.view == "seated" else lying(pose))
    found.pop("face", None)
    return found


def bounds(told: Script, poses: Sequence[Pose]) -> tuple[float, float, float]:
    """The left, right and upper end of everything the figure does, with room for flesh and gear."""
    places = [(x - camera(pose), y) for pose in poses for x, y in joints_of(told, pose).values()]
    if told.view == "seated":
        places += [seen(corner) for corner in MAT_CORNERS]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs) - 0.11, max(xs) + 0.11, max(ys) + 0.11


def framing(
    told: Script, poses: Sequence[Pose], size: tuple[int, int], most: float = 385.0
) -> tuple[float, float, float]:
    """Scale (pixels per body height, at most `most`), left edge (body units), floor (pixels from the top)."""
    left, right, top = bounds(told, poses)
    if "wall" in told.props:
        right = max(right, told.wall + 0.08)
    if "wall_behind" in told.props:
        left = min(left, told.wall - 0.08)
    width, height = size
    scale = min((width - 24) / (right - left), (height - 62) / top, most)
    floor = height - (40 if width == height else max(40, (height - top * scale) * 0.42))
    return scale, (left + right) / 2 - width / 2 / scale, floor


def stage(brush: Brush, told: Script, body: Joints, width: float) -> None:
    """Floor, marks, shadow, mat and wall behind the person."""
    left, right = brush.left, brush.left + width
    if "wall" in told.props:
        gear.wall(brush, told.wall)
    if "wall_behind" in told.props:
        gear.wall(brush, told.wall - 0.05)
    if told.view == "seated":
        brush.shape([seen(corner) for corner in MAT_CORNERS], MAT)
        return
    gear.floor(brush, left - 0.1, right + 0.1)
    if told.travel:
        for i in range(down(left / MARK), down(right / MARK) + 2):
            gear.mark(brush, i * MARK)
    if "mat" in told.props:
        gear.mat(brush, left + 0.06, right - 0.06)
        return
    low = [x for x, y in body.values() if y < 0.42]
    gear.shadow(brush, (min(low) + max(low)) / 2, (max(low) - min(low)) / 2 + 0.07)


def grips(body: Joints, side: str) -> tuple[Point, float]:
    """Where a hand's dumbbell is and how it is turned."""
    elbow, hand = body["elbow" + side], body["hand" + side]
    grip = (elbow[0] + (hand[0] - elbow[0]) * 0.9, elbow[1] + (hand[1] - elbow[1]) * 0.9)
    return grip, 0.0


def paint(brush: Brush, told: Script, pose: Pose, width: float) -> None:
    """One person in one pose with everything around, from far to near."""
    body = joints_of(told, pose)
    stage(brush, told, body, width)
    if told.view == "side":
        paint_side(brush, told, pose, body)
    elif told.view == "seated":
        fronts.paint_seated(brush, pose, told.tints)
    else:
        fronts.paint_lying(brush, pose, told.tints)


def paint_side(brush: Brush, told: Script, pose: Pose, body: Joints) -> None:
    """The person in the side view: far arm and leg, trunk and head, near leg and arm."""
    for side in ("_far", ""):
        if side == "":
            person.leg(brush, body, "_far", told.tints)
            person.trunk(brush, body, told.tints)
            person.head(brush, body)
            person.buttock(brush, body)
            person.leg(brush, body, "", told.tints)
            person.seat(brush, body, told.tints)
            if told.load == "hip":
                gear.dumbbell(brush, lap(pose), 0, end_on=True)
        if told.load == "hands":
            grip, turn = grips(body, side)
            gear.dumbbell(brush, grip, turn, end_on=told.grip == "end")
        person.arm(brush, body, side, told.tints)


def picture(told: Script, pose: Pose, size: tuple[int, int], view: tuple[float, float, float]) -> Image:
    """One frame at its final size."""
    scale, left, floor = view
    brush = Brush(size, scale=scale, left=left + camera(pose), floor=floor)
    paint(brush, told, pose, size[0] / scale)
    return brush.finished()


def palette(samples: Sequence[Image], colours: int) -> Image:
    """An image that carries the `colours` colours which suit all samples best."""
    from PIL import Image as Pillow

    sheet = Pillow.new("RGB", (samples[0].width * len(samples), samples[0].height))
    for i, image in enumerate(samples):
        sheet.paste(image, (i * image.width, 0))
    few = sheet.resize((sheet.width // 3, sheet.height // 3), Pillow.Resampling.NEAREST)
    return few.quantize(colours, method=Pillow.Quantize.MEDIANCUT, kmeans=1)


def gif(images: Sequence[Image], lasts: Sequence[int]) -> bytes:
    """A looping GIF; leaving out what stays from frame to frame is tried too, as it is not always smaller."""
    files = []
    for transparent in (False, True):
        out = BytesIO()
        told = {
            "save_all": True,
            "append_images": images[1:],
            "duration": list(lasts),
            "loop": 0,
            "disposal": 1,
        }
        images[0].save(out, "GIF", optimize=transparent, **told)
        files.append(out.getvalue())
    return min(files, key=len)


def animation(exercise: str) -> tuple[bytes, int, int]:
    """The looping GIF of an exercise, at most `LIMIT` bytes, and its width and height.

    Frames are reduced to the palette as soon as they are drawn: a third of the memory.
    """
    from PIL.Image import Dither

    told = script(exercise)
    moments: list[Frame] = loop(told)
    lasts = [moment.lasts for moment in moments]
    view = framing(told, [moment.pose for moment in moments], told.size)
    sampled = moments[:: max(1, len(moments) // 6)][:8]
    samples = [picture(told, moment.pose, told.size, view) for moment in sampled]
    best = palette(samples, COLOURS[0])
    drawn = (picture(told, moment.pose, told.size, view) for moment in moments)
    frames = [image.quantize(palette=best, dither=Dither.NONE) for image in drawn]
    data = gif(frames, lasts)
    for colours in COLOURS[1:]:
        if len(data) > LIMIT:
            fewer = palette(samples, colours)
            frames = [frame.convert("RGB").quantize(palette=fewer, dither=Dither.NONE) for frame in frames]
            data = gif(frames, lasts)
    return data, *told.size
