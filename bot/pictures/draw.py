"""Draws any picture of the bot by its name: data in, bytes out; no chat, no disk, no clock.

The painters are imported when first needed: Pillow costs start-up time and memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import content

if TYPE_CHECKING:
    from bot.pictures.card import Card

Data = Mapping[str, Any]
Words = Callable[..., str]  # a phrase id and its facts to text, as `tongue.phrase`
ROOT = Path(next(iter(content.__path__)))
EDITION = "1"  # raise it when the look changes: pictures already uploaded are then drawn anew

CARDS: Mapping[str, tuple[str, str]] = {  # name -> module and function that paints the card
    "muscle": ("bodycards", "muscle"),
    "body": ("bodycards", "body"),
    "week": ("week", "week"),
    "progress:exercise": ("charts", "exercise"),
    "progress:sets": ("charts", "sets"),
    "progress:muscles": ("tallies", "muscles"),
    "progress:calendar": ("tallies", "calendar"),
    "summary": ("summary", "summary"),
}
WORDLESS = ("figure", "still", "profile", "poster")  # the same in every language


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A finished picture: how to send it and how big it is, in pixels."""

    bytes: bytes
    mime: str
    kind: Literal["photo", "animation"]
    width: int
    height: int


def card(name: str, data: Data, words: Words) -> Card:
    """The card called `name`, with the boxes of its texts. Raises KeyError for a name that does not exist."""
    kind, _, about = name.partition(":")
    module, function = CARDS[name] if name in CARDS else CARDS[kind]
    painter: Callable[[str, Data, Words], Card] = getattr(import_module(f"bot.pictures.{module}"), function)
    return painter(about, data, words)


def figure(exercise: str) -> Drawn:
    """The looping figure of an exercise."""
    from bot.pictures.figures import animation

    made, width, height = animation(exercise)
    return Drawn(bytes=made, mime="image/gif", kind="animation", width=width, height=height)


def wordless(kind: str, about: str) -> Drawn:
    """A picture without words."""
    from bot.pictures import stills

    if kind == "figure":
        return figure(about)
    if kind == "profile":
        image = stills.profile()
        return Drawn(bytes=stills.jpeg(image), mime="image/jpeg", kind="photo", width=640, height=640)
    image = stills.still(about) if kind == "still" else stills.poster()
    return Drawn(
        bytes=stills.png(image), mime="image/png", kind="photo", width=image.width, height=image.height
    )


def draw(name: str, data: Data, words: Words) -> Drawn:
    """The picture called `name` ("week", "figure:plank"). Raises KeyError for a name that does not exist."""
    kind, _, about = name.partition(":")
    if kind in WORDLESS:
        try:
            return wordless(kind, about)
        except FileNotFoundError as missing:
            raise KeyError(name) from missing
    made = card(name, data, words)
    return Drawn(bytes=made.png(), mime="image/png", kind="photo", width=made.width, height=made.height)


@lru_cache
def source(path: Path) -> str:
    """What a file says, or nothing where there is none; read once."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def digest(name: str, data: Data, language: str) -> str:
    """A key that is the same exactly when the picture is: Telegram's file ids are kept under it.

    It changes with the data, the poses of a figure, the words drawn and the edition of the look.
    """
    kind, _, about = name.partition(":")
    from_file = (
        ROOT / "poses" / f"{about}.toml" if kind in WORDLESS else ROOT / language / "phrases" / "pictures.ftl"
    )
    spoken = "" if kind in WORDLESS else language
    told = dumps(
        [EDITION, name, data, spoken, source(from_file)], sort_keys=True, ensure_ascii=False, default=str
    )
    return sha256(told.encode()).hexdigest()[:32]
