"""Placeholders instead of pictures: what a rehearsal shows, so that nobody waits for drawings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

PIXEL = bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")  # GIF, 1 x 1
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")


class Sketches:
    """Draws nothing: each picture is a pixel that carries its own description."""

    def digest(self, picture: Mapping[str, Any]) -> str:
        """The description itself."""
        return json.dumps(picture, sort_keys=True, default=str)

    async def draw(self, picture: Mapping[str, Any]) -> tuple[str, bytes]:
        """A pixel, moving or not."""
        moving = bool(picture.get("moving"))
        return ("sketch.gif", PIXEL) if moving else ("sketch.png", PNG + self.digest(picture).encode())
