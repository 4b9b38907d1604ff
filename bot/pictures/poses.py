"""Reads the key poses of an exercise's figure from its file in `content/poses/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import content
from bot.pictures.motion import FRAME, Frame, Key, frames
from bot.pictures.skeleton import Pose
from bot.pictures.style import Point

POSES = Path(next(iter(content.__path__))) / "poses"
SIDED = ("thigh", "shin", "foot", "ball", "arm", "forearm", "hand")


@dataclass(frozen=True, kw_only=True)
class Script:
    """What a figure does: its key poses in order, its view and what it holds, stands by and trains."""

    exercise: str
    view: str  # "side", "seated" (turning, half from the front) or "lying" (on the side, from the front)
    size: tuple[int, int]  # pixels: square ("tall"), or two thirds as high ("long")
    every: float  # seconds a frame lasts
    keys: tuple[Key, ...]
    sides: bool  # the next repetition is done with the other leg
    travel: float  # body heights walked in one repetition
    load: str  # "", "hands", "hip" or "far hand"
    grip: str  # a dumbbell seen "along" its handle from the side, or "end" on
    props: tuple[str, ...]
    wall: float
    tints: Mapping[str, str]


def exercises(folder: Path = POSES) -> list[str]:
    """Every exercise that has a figure."""
    return sorted(path.stem for path in folder.glob("*.toml"))


def value_of(raw: Any) -> float | Point:
    """A number, or a pair of numbers as a point."""
    if isinstance(raw, list):
        x, y = raw
        return float(x), float(y)
    return float(raw)


def keys_of(poses: list[dict[str, Any]]) -> tuple[Key, ...]:
    """The key poses; what a pose leaves out is as in the first."""
    first: dict[str, float | Point] = {}
    out = []
    for raw in poses:
        told = {
            name: value_of(v) for name, v in raw.items() if name not in ("name", "move", "hold", "through")
        }
        first = first or told
        if unknown := told.keys() - first.keys():
            raise ValueError(f"the first pose does not say {', '.join(sorted(unknown))}")
        out.append(
            Key(
                name=raw["name"],
                move=float(raw["move"]),
                hold=float(raw.get("hold", 0.0)),
                through=bool(raw.get("through", False)),
                pose={**first, **told},
            )
        )
    return tuple(out)


@cache
def script(exercise: str, folder: Path = POSES) -> Script:
    """The figure of one exercise. Raises FileNotFoundError, or ValueError for a pose that cannot be."""
    raw = tomllib.loads((folder / f"{exercise}.toml").read_text(encoding="utf-8"))
    tints = dict.fromkeys(raw.get("helper", []), "helper") | dict.fromkeys(raw["main"], "main")
    pixels = int(raw.get("pixels", 480))
    return Script(
        exercise=exercise,
        view=raw.get("view", "side"),
        size=(pixels, pixels if raw["frame"] == "tall" else pixels * 2 // 3),
        every=float(raw.get("step", FRAME)),
        keys=keys_of(raw["pose"]),
        sides=raw.get("sides", False),
        travel=float(raw.get("travel", 0.0)),
        load=raw.get("load", ""),
        grip=raw.get("grip", "along"),
        props=tuple(raw.get("props", [])),
        wall=float(raw.get("wall", 0.0)),
        tints=tints,
    )


def swapped(pose: Pose) -> Pose:
    """The same pose with the other leg and arm."""
    out = {name: value for name, value in pose.items() if name.removesuffix("_far") not in SIDED}
    for name in SIDED:
        near, far = pose.get(name), pose.get(name + "_far", pose.get(name))
        if far is not None:
            out[name] = far
        if near is not None:
            out[name + "_far"] = near
    return out


def loop(told: Script) -> list[Frame]:
    """Every frame of the figure's loop: one repetition, or one with each leg."""
    one = frames(told.keys, travel=told.travel, every=told.every)
    if not told.sides:
        return one
    return one + [Frame(pose=swapped(frame.pose), lasts=frame.lasts) for frame in one]
