"""The gallery: pictures by name and data for the outbox, drawn in the studio, in the words of a language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.pictures.draw import digest
from bot.pictures.studio import KINDS, Studio
from content.library import Library

BUILT = Path(__file__).parents[1] / "build/pictures"  # where `python -m bot pictures` puts what never changes


class Gallery:
    """Who draws for the outbox (bot.envelopes.Draw)."""

    def __init__(self, library: Library, folder: Path = BUILT) -> None:
        self.library = library
        self.studio = Studio(folder)

    def digest(self, picture: Mapping[str, Any]) -> str:
        """A key that changes whenever the picture's bytes would."""
        return digest(str(picture["picture"]), picture.get("data") or {}, str(picture.get("language", "en")))

    async def draw(self, picture: Mapping[str, Any]) -> tuple[str, bytes]:
        """File name and bytes; raises KeyError for a picture that does not exist."""
        name, language = str(picture["picture"]), str(picture.get("language", "en"))
        made = await self.studio.draw(name, picture.get("data") or {}, self.library.tongue(language).code)
        return f"{name.replace(':', '-')}.{KINDS[made.mime]}", made.bytes

    def close(self) -> None:
        """End the drawing process."""
        self.studio.close()
