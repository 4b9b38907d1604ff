"""Drawing beside the event loop, in a process of its own: nobody waits; what never changes is built once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.pictures.bodymap import MUSCLES
from bot.pictures.draw import Data, Words, digest, draw
from bot.pictures.easel import Easel
from bot.pictures.poses import exercises

IDLE = (
    300.0  # seconds after which the drawing process ends; the next picture takes a third of a second longer
)
KINDS = {"image/gif": "gif", "image/png": "png", "image/jpeg": "jpg"}


@dataclass(frozen=True, kw_only=True)
class Made:
    """A picture ready to be sent."""

    bytes: bytes
    mime: str


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
    """Draws pictures one after the other; one asked for twice at once is drawn once."""

    def __init__(self, folder: Path | None = None, easel: Easel | None = None) -> None:
        """`folder` holds pictures that were built before (`build_all`), to be looked at first."""
        self._folder = folder
        self._easel = easel or Easel()
        self._thread = ThreadPoolExecutor(
            max_workers=1, thread_name_prefix="studio"
        )  # it waits for the easel
        self._drawing: dict[str, asyncio.Future[Made]] = {}
        self._resting: asyncio.TimerHandle | None = None

    async def draw(self, name: str, data: Data, language: str = "en") -> Made:
        """The picture called `name`. Raises KeyError for an unknown name, Broken; the caller falls back to words."""
        key = digest(name, data, language)
        if key not in self._drawing:
            loop = asyncio.get_running_loop()
            self._drawing[key] = loop.run_in_executor(self._thread, self._made, name, data, language)
            self._drawing[key].add_done_callback(lambda done: self._forget(key, done))
        return await asyncio.shield(self._drawing[key])

    def close(self) -> None:
        """Ends the process and the thread; pictures still waiting are not drawn."""
        if self._resting is not None:
            self._resting.cancel()
        self._easel.close()
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._easel.rest()

    def _forget(self, key: str, done: asyncio.Future[Made]) -> None:
        """A finished picture is no longer shared; a failure nobody waited for is not reported twice."""
        self._drawing.pop(key, None)
        if not done.cancelled():
            done.exception()
        self._rest_later()

    def _rest_later(self) -> None:
        """Nobody keeps a process for pictures that nobody wants: it ends IDLE seconds after the last."""
        if self._resting is not None:
            self._resting.cancel()
        self._resting = asyncio.get_running_loop().call_later(IDLE, self._rest)

    def _rest(self) -> None:
        if not self._drawing:
            with suppress(RuntimeError):  # closed meanwhile
                self._thread.submit(self._easel.rest)

    def _made(self, name: str, data: Data, language: str) -> Made:
        """In the thread: the file built before, or a new drawing."""
        path = built(self._folder, name, language) if self._folder and not data else None
        if path is None:
            mime, content = self._easel.draw(name, data, language)
            return Made(bytes=content, mime=mime)
        mime = next(mime for mime, suffix in KINDS.items() if path.suffix == f".{suffix}")
        return Made(bytes=path.read_bytes(), mime=mime)
