"""Drawing beside the event loop: one thread draws, nobody waits; what never changes is built once."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.pictures.bodymap import MUSCLES
from bot.pictures.draw import Data, Drawn, Words, digest, draw
from bot.pictures.poses import exercises

HANDOVER = 0.001  # seconds between threads while drawing; at the usual 0.005 the loop lags twice as long
KINDS = {"image/gif": "gif", "image/png": "png", "image/jpeg": "jpg"}


def statics() -> Iterator[tuple[str, bool]]:
    """The name of every picture that needs no data, and whether it has words."""
    for exercise in exercises():
        yield f"figure:{exercise}", False
        yield f"still:{exercise}", False
    for muscle in MUSCLES:
        yield f"muscle:{muscle}", True
    yield "profile", False
    yield "poster", False


def built(folder: Path, name: str, language: str) -> Path | None:
    """The file of a static picture as it is now, if it was built; an older look or wording does not match."""
    found = sorted(folder.glob(f"*.{digest(name, {}, language)}.*")) if folder.is_dir() else []
    return found[0] if found else None


def build_all(folder: Path, words: Mapping[str, Words]) -> list[Path]:
    """Draws every static picture that is missing or out of date, in each language of `words`.

    Returns the files written; a file is there whole or not at all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, worded in statics():
        for language in words if worded else list(words)[:1]:
            if built(folder, name, language):
                continue
            made = draw(name, {}, words[language])
            stem = name.replace(":", "-") + (f"-{language}" if worded else "")
            path = folder / f"{stem}.{digest(name, {}, language)}.{KINDS[made.mime]}"
            for old in folder.glob(f"{stem}.*"):
                old.unlink()
            part = folder / f".{path.name}"
            part.write_bytes(made.bytes)
            part.replace(path)
            written.append(path)
    return written


class Studio:
    """Draws pictures one after the other in its own thread; one asked for twice at once is drawn once."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` holds pictures that were built before (`build_all`), to be looked at first."""
        self._folder = folder
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="studio")
        self._drawing: dict[str, asyncio.Future[Drawn]] = {}

    async def draw(self, name: str, data: Data, words: Words, language: str = "en") -> Drawn:
        """The picture called `name`. Raises KeyError for an unknown name; the caller falls back to words."""
        key = digest(name, data, language)
        if key not in self._drawing:
            loop = asyncio.get_running_loop()
            self._drawing[key] = loop.run_in_executor(self._thread, self._made, name, data, words, language)
            self._drawing[key].add_done_callback(lambda done: self._forget(key, done))
        return await asyncio.shield(self._drawing[key])

    def close(self) -> None:
        """Ends the thread; pictures still waiting are not drawn."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _forget(self, key: str, done: asyncio.Future[Drawn]) -> None:
        """A finished picture is no longer shared; a failure nobody waited for is not reported twice."""
        self._drawing.pop(key, None)
        if not done.cancelled():
            done.exception()

    def _made(self, name: str, data: Data, words: Words, language: str) -> Drawn:
        """In the thread: with the interpreter handed over more often, so that the loop waits less."""
        before = sys.getswitchinterval()
        sys.setswitchinterval(HANDOVER)
        try:
            return self._found(name, data, words, language)
        finally:
            sys.setswitchinterval(before)

    def _found(self, name: str, data: Data, words: Words, language: str) -> Drawn:
        """The file built before, or a new drawing."""
        path = built(self._folder, name, language) if self._folder and not data else None
        if path is None:
            return draw(name, data, words)
        from PIL import Image

        with Image.open(path) as image:
            width, height = image.size
        mime = next(mime for mime, suffix in KINDS.items() if path.suffix == f".{suffix}")
        kind = "animation" if mime == "image/gif" else "photo"
        return Drawn(bytes=path.read_bytes(), mime=mime, kind=kind, width=width, height=height)  # type: ignore[arg-type]
