"""Figures that stand still: two or three poses side by side, the poster of all, the bot's own portrait."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from bot.pictures.brush import Brush
from bot.pictures.figures import camera, framing, joints_of, paint_side, picture
from bot.pictures.motion import Frame
from bot.pictures.poses import Script, loop, script
from bot.pictures.style import BLUE, PAPER, blend

if TYPE_CHECKING:
    from PIL.Image import Image

FIRST = ("air_squat", "forward_lunge", "hip_bridge", "plank", "push_up", "russian_twist")
SECOND = (
    "deadlift",
    "weighted_squat_press",
    "weighted_lunge_step_up",
    "weighted_hip_bridge",
    "bent_over_row",
    "side_plank_weight",
)


def telling(told: Script) -> list[int]:
    """Which key poses tell the movement: where it stops, three at most."""
    stops = [i for i, key in enumerate(told.keys) if not key.through]
    return stops[:3]


def poses(exercise: str, size: tuple[int, int]) -> list[Image]:
    """The telling poses of an exercise, each on its own card of `size`, all in one scale."""
    told = script(exercise)
    moments: list[Frame] = loop(told)
    view = framing(told, [moment.pose for moment in moments], size)
    return [picture(told, told.keys[i].pose, size, view) for i in telling(told)]


def png(image: Image) -> bytes:
    """A small PNG."""
    out = BytesIO()
    image.save(out, "PNG", compress_level=3)
    return out.getvalue()


def still(exercise: str) -> Image:
    """Two or three poses of an exercise: beside each other standing, above each other lying."""
    from PIL import Image as Pillow

    tall = script(exercise).size[0] == script(exercise).size[1]
    parts = poses(exercise, (400, 480) if tall else (560, 300))
    width, height = parts[0].size
    across = len(parts) if tall else 1
    sheet = Pillow.new("RGB", (width * across, height * (len(parts) // across)), PAPER)
    for i, part in enumerate(parts):
        sheet.paste(part, (i * width if tall else 0, 0 if tall else i * height))
    return sheet


def poster(exercises: Sequence[str] = FIRST + SECOND, across: int = 4) -> Image:
    """One pose of each exercise in a grid, for the README."""
    from PIL import Image as Pillow

    cell = (300, 300)
    sheet = Pillow.new("RGB", (cell[0] * across, cell[1] * -(-len(exercises) // across)), PAPER)
    for i, exercise in enumerate(exercises):
        told = script(exercise)
        moments: list[Frame] = loop(told)
        view = framing(told, [moment.pose for moment in moments], cell, 200)
        pose = told.keys[max(telling(told), key=lambda n: told.keys[n].hold if n else -1)].pose
        sheet.paste(picture(told, pose, cell, view), (cell[0] * (i % across), cell[1] * (i // across)))
    return sheet


def profile() -> Image:
    """The bot's portrait: one strong stride, square, readable in a small circle."""
    told = script("weighted_lunge_step_up")
    pose = told.keys[-1].pose
    paper = blend(BLUE, (0, 0, 0), 0.12)
    brush = Brush((640, 640), scale=470, left=camera(pose) - 0.555, floor=590, paper=paper)
    brush.disc((camera(pose) + 0.125, 0.575), 0.6, blend(BLUE, (255, 255, 255), 0.72))
    paint_side(brush, told, pose, joints_of(told, pose))
    return brush.finished()


def jpeg(image: Image) -> bytes:
    """A JPEG, as Telegram wants for profile pictures."""
    out = BytesIO()
    image.save(out, "JPEG", quality=92, optimize=True)
    return out.getvalue()
