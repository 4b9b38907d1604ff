"""From a few key poses to the frames of a loop: eased at every stop, flowing through poses on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures.skeleton import Pose

FRAME = 0.08  # seconds: 12.5 frames a second, a step that GIF can express


@dataclass(frozen=True, kw_only=True)
class Key:
    """A pose of the loop: `move` seconds to reach it from the one before, `hold` seconds in it.

    A pose with `through` is passed without stopping.
    """

    name: str
    move: float
    hold: float
    through: bool
    pose: Pose


@dataclass(frozen=True, kw_only=True)
class Frame:
    """One picture of the loop and how long it stays, in milliseconds."""

    pose: Pose
    lasts: int


def unwrapped(values: Sequence[float]) -> list[float]:
    """Angles continued the shortest way, so that 355 to 0 is five degrees."""
    out = [values[0]]
    for value in values[1:]:
        out.append(out[-1] + (value - out[-1] + 180) % 360 - 180)
    return out


def slopes(values: Sequence[float], times: Sequence[float], stops: Sequence[bool]) -> list[float]:
    """The speed at each key: none at a stop or turning point, else the sides' harmonic mean (PCHIP)."""
    out = []
    for i, stop in enumerate(stops):
        if stop or i in (0, len(values) - 1):
            out.append(0.0)
            continue
        before = (values[i] - values[i - 1]) / (times[i] - times[i - 1])
        after = (values[i + 1] - values[i]) / (times[i + 1] - times[i])
        out.append(2 * before * after / (before + after) if before * after > 0 else 0.0)
    return out


def hermite(start: float, end: float, leave: float, arrive: float, span: float, t: float) -> float:
    """The value at `t` (0 to 1) of the curve with these ends and speeds."""
    s, u = t * t, t * t * t
    return (
        (2 * u - 3 * s + 1) * start
        + (u - 2 * s + t) * span * leave
        + (3 * s - 2 * u) * end
        + (u - s) * span * arrive
    )


def channels(keys: Sequence[Key]) -> dict[tuple[str, int], list[float]]:
    """Each number of the poses over the loop: angles under (name, 0), points under (name, 1) and (…, 2)."""
    out: dict[tuple[str, int], list[float]] = {}
    for name, value in keys[0].pose.items():
        if isinstance(value, tuple):
            for axis in (0, 1):
                out[name, axis + 1] = [key.pose[name][axis] for key in keys]  # type: ignore[index]
        else:
            out[name, 0] = unwrapped([key.pose[name] for key in keys])  # type: ignore[misc]
    return out


def assembled(values: dict[tuple[str, int], float]) -> Pose:
    """The channels of one moment as a pose."""
    pose: dict[str, float | tuple[float, float]] = {}
    for (name, part), value in values.items():
        if part == 0:
            pose[name] = value
        elif part == 1:
            pose[name] = (value, values[name, 2])
    return pose


def moved(key: Key, ahead: float) -> Key:
    """The same pose `ahead` body heights further on."""
    pose = {name: (v[0] + ahead, v[1]) if isinstance(v, tuple) else v for name, v in key.pose.items()}
    return Key(name=key.name, move=key.move, hold=key.hold, through=key.through, pose=pose)


def frames(keys: Sequence[Key], *, travel: float = 0.0, every: float = FRAME) -> list[Frame]:
    """The whole loop, back to the first pose (or to it `travel` ahead); a held pose is one long frame."""
    if len(keys) == 1:
        return [Frame(pose=keys[0].pose, lasts=round(keys[0].hold * 1000))]
    ring = [*keys, moved(keys[0], travel)]
    times = [0.0]
    for key in ring[1:]:
        times.append(times[-1] + key.move)
    stops = [not key.through for key in ring]
    curves = channels(ring)
    speeds = {name: slopes(values, times, stops) for name, values in curves.items()}
    out: list[Frame] = []
    for i, key in enumerate(keys):
        span = times[i + 1] - times[i]
        steps = max(1, round(span / every))
        for step in range(steps):
            t = step / steps
            pose = assembled(
                {
                    n: hermite(v[i], v[i + 1], speeds[n][i], speeds[n][i + 1], span, t)
                    for n, v in curves.items()
                }
            )
            held = key.hold if step == 0 and not key.through else 0.0
            out.append(Frame(pose=pose, lasts=10 * round((every + held) * 100)))
    return out
