"""Draws any picture of the bot by its name: data in, bytes out; no chat, no disk, no clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from typing import Any, Literal

Data = Mapping[str, Any]
Words = Callable[..., str]  # a phrase id and its facts to text, as `tongue.phrase`


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A finished picture: how to send it and how big it is, in pixels."""

    bytes: bytes
    mime: str
    kind: Literal["photo", "animation"]
    width: int
    height: int


def figure(exercise: str, data: Data, words: Words) -> Drawn:
    """The looping figure of an exercise; it has no words and is the same in every language."""
    from bot.pictures.figures import animation

    made, width, height = animation(exercise)
    return Drawn(bytes=made, mime="image/gif", kind="animation", width=width, height=height)


PAINTERS: Mapping[str, Callable[[str, Data, Words], Drawn]] = {"figure": figure}


def draw(name: str, data: Data, words: Words) -> Drawn:
    """The picture called `name` ("week", "figure:plank"). Raises KeyError for a name that does not exist."""
    kind, _, about = name.partition(":")
    return PAINTERS[kind](about, data, words)


def digest(name: str, data: Data, language: str) -> str:
    """A key that is the same exactly when the picture is: file ids are kept under it."""
    told = dumps([name, data, language], sort_keys=True, ensure_ascii=False, default=str)
    return sha256(told.encode()).hexdigest()[:32]
