"""A time of day as people type it: minutes after midnight, or the readings to ask about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from functools import partial
from typing import Any

from bot.coach.says import Button, Say
from bot.coach.taps import tap

_START, _HALF = r"(?<![\w:.+-])", r"(?P<half>[ap])?\.?(?(half)m?\b\.?)(?![\w:]|\.\d)"
CLOCK = re.compile(
    rf"{_START}(?P<hour>\d{{1,2}})(?:\s*[:.h]\s*(?P<minute>\d{{1,2}})|\s?h\b)?\s*{_HALF}", re.IGNORECASE
)
PACKED = re.compile(rf"{_START}(?P<hour>[01]?\d|2[0-4])(?P<minute>[0-5]\d)\s*{_HALF}", re.IGNORECASE)
DAY = 24 * 60


def readings(text: str, words: Mapping[str, Any] | None = None) -> tuple[int, ...]:
    """Every time of day that the text may mean, in minutes after midnight; none where it names no time.

    `words` are the language's words of the week: names of times, parts of the day, halves and quarters.
    """
    spoken = dict((words or {}).get("times", {}))
    plain = _figures(" ".join(text.casefold().split()), words or {})
    for name in sorted(spoken.get("named", {}), key=len, reverse=True):
        if re.search(rf"\b{re.escape(name)}\b", plain) and not re.search(r"\d", plain):
            return (int(spoken["named"][name]),)
    match = CLOCK.search(plain) if not PACKED.search(plain) else PACKED.search(plain)
    return _of(match, _part(plain, spoken)) if match else ()


def _figures(text: str, words: Mapping[str, Any]) -> str:
    """Spoken numbers and halves as figures: "half past seven" is 7:30."""
    figures = words.get("numbers", {})
    text = re.sub(r"[^\W\d]+", lambda found: str(figures.get(found[0], found[0])), text)
    for pattern, shape in words.get("times", {}).get("halves", {}).items():
        text = re.sub(pattern, partial(_shaped, shape), text)
    return text


def _shaped(shape: str, found: re.Match[str]) -> str:
    """`{h}:30`, `{p}:45`: the hour named, or the one before it, with minutes."""
    hour = int(found["h"])
    minute = int(found.groupdict().get("m") or 0)
    return shape.format(h=hour, p=(hour - 1) % 12 or 12, m=f"{minute:02}", r=f"{60 - minute:02}")


def _part(text: str, spoken: Mapping[str, Any]) -> str:
    """The part of the day that is named: `a` before noon, `p` after; empty where none is."""
    for half in ("a", "p"):
        if any(re.search(rf"\b{re.escape(name)}\b", text) for name in spoken.get(half, ())):
            return half
    return ""


def _of(match: re.Match[str], part: str) -> tuple[int, ...]:
    hour, digits, half = int(match["hour"]), match["minute"], (match["half"] or part).lower()
    if digits is not None and len(digits) == 1:
        minutes = [minute for minute in (int(digits), int(digits) * 10) if minute < 60]
        return tuple(hour * 60 + minute for minute in minutes) if hour < 24 else ()
    minute = int(digits or 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return ()
    if half and hour <= 12:
        return ((hour % 12 + (12 if half == "p" else 0)) * 60 + minute,)
    if digits is None and 1 <= hour <= 11 and not match["hour"].startswith("0"):
        return (hour * 60, (hour + 12) * 60)
    return ((hour * 60 + minute) % DAY,)


def understand(text: str, words: Mapping[str, Any] | None = None, *, mode: str = "s") -> int | Say | None:
    """Minutes after midnight, a Say that asks which, or None where the text names no time of day.

    `mode` is passed on in the buttons ("w" in the welcome, "s" in the settings).
    """
    found = readings(text, words)
    if len(found) == 1:
        return found[0]
    if found:
        return Say(
            phrase="hour-which", facts={"text": text[:40]}, buttons=(tuple(_cell(at, mode) for at in found),)
        )
    if re.search(r"\d", text) and len(text) <= 12:
        return Say(phrase="hour-none", facts={"text": text[:40]})
    return None


def _cell(minutes: int, mode: str) -> Button:
    at = time(minutes // 60, minutes % 60)
    return Button("hour-choice", tap("hour", minutes, mode), {"time": at})
