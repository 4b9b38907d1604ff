"""From an outbox row to a request: which message it edits, which picture or file travels along."""

from __future__ import annotations

import asyncio
import base64
import html
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Protocol

from telegram import InputFile
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from storage.notebook import Notebook
from storage.parcels import EDITS, Parcel

TAG = re.compile(r"<[^<>]*>")
ANEW = {"editMessageText": "sendMessage"}
EFFECT = "message_effect_id"
REMEMBERED = 5_000  # file ids kept in memory, about a megabyte
PATIENCE = 5.0  # seconds to wait for somebody else's upload of the same picture
DRAWN = 20.0  # seconds to wait for a picture, well under a lease; then the message goes in words
MEDIA = ("photo", "animation", "video", "document", "sticker")


class Draw(Protocol):
    """Who draws pictures: the digest of what it would draw, and the drawing."""

    def digest(self, picture: Mapping[str, Any]) -> str:
        """A key that changes whenever the picture's bytes would."""

    async def draw(self, picture: Mapping[str, Any]) -> tuple[str, bytes]:
        """File name and bytes; may take its time, off the event loop."""


class NoPicture(Exception):  # noqa: N818 - not an error of ours
    """The picture could not be had: the words go alone."""


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """One request, ready to be sent. `forgets` is the digest whose file id it relied on."""

    method: str
    params: Mapping[str, Any]
    target: int | None = None
    files: Mapping[str, InputFile] | None = None
    digest: str | None = None
    forgets: str = ""
    last: bool = False  # there is no simpler form left

    def data(self) -> RequestData:
        """The request in the form that the transport takes."""
        files = self.files or {}
        return RequestData(
            [
                RequestParameter(
                    name, None if name in files else value, [files[name]] if name in files else None
                )
                for name, value in self.params.items()
                if value is not None
            ]
        )

    def anew(self) -> Envelope | None:
        """An edit as a new message, where that makes sense."""
        if self.target is None or self.method not in ANEW:
            return None
        params = {name: value for name, value in self.params.items() if name != "message_id"}
        return replace(self, method=ANEW[self.method], params=params, target=None)

    def simpler(self) -> Envelope | None:
        """The same without its effect, then plain words without markup; None if this was that already."""
        if EFFECT in self.params:
            return replace(self, params={name: one for name, one in self.params.items() if name != EFFECT})
        return None if self.last else _plain(self)


def _plain(letter: Envelope) -> Envelope | None:
    text = letter.params.get("text", letter.params.get("caption"))
    if not isinstance(text, str) or not text:
        return None
    kept = {name: letter.params[name] for name in KEPT if name in letter.params}
    words = html.unescape(TAG.sub("", text))[:4096]
    method = (
        "editMessageText"
        if letter.target is not None and letter.method == "editMessageText"
        else "sendMessage"
    )
    target = letter.target if method == "editMessageText" else None
    extra = {"message_id": target} if target is not None else {}
    return Envelope(method=method, params={**kept, **extra, "text": words}, target=target, last=True)


KEPT = (
    "chat_id",
    "reply_markup",
    "disable_notification",
    "message_thread_id",
    "reply_parameters",
    "link_preview_options",
)


def plain(parcel: Parcel) -> Envelope | None:
    """The words of a message whose picture cannot be had, markup kept."""
    params = dict(parcel.params)
    text = params.get("text", params.get("caption"))
    if text is None:
        return None
    kept = {name: params[name] for name in (*KEPT, "parse_mode") if name in params}
    return Envelope(method="sendMessage", params={**kept, "chat_id": parcel.chat_id, "text": text})


class FileIds:
    """Under which id Telegram keeps a picture: read once from the notebook, then known."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook
        self.known: dict[str, str] = {}
        self.uploading: dict[str, asyncio.Event] = {}

    async def claim(self, digest: str) -> str | None:
        """The file id, after a wait where the picture is on its way up; None: the caller uploads, then says `settle`."""
        known = await self.find(digest)
        if known is None and (other := self.uploading.get(digest)) is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(other.wait(), PATIENCE)
            known = self.known.get(digest)
        if known is None:
            self.uploading.setdefault(digest, asyncio.Event())
        return known

    def settle(self, digest: str, file_id: str | None = None) -> None:
        """An upload has ended; without a file id whoever waited tries alone."""
        if file_id is not None:
            self._keep(digest, file_id)
        if (waited := self.uploading.pop(digest, None)) is not None:
            waited.set()

    async def find(self, digest: str) -> str | None:
        """The file id of the picture, if it was ever uploaded."""
        if digest in self.known:
            return self.known[digest]
        found = await self.notebook.look(lambda page: page.uploads.find(digest))
        if found is not None:
            self._keep(digest, found)
        return found

    def _keep(self, digest: str, file_id: str) -> None:
        if len(self.known) >= REMEMBERED:
            self.known.clear()
        self.known[digest] = file_id

    def forget(self, digest: str) -> None:
        """Telegram no longer knows it."""
        self.known.pop(digest, None)


async def envelope(parcel: Parcel, files: FileIds, draw: Draw | None) -> Envelope | None:
    """The request for a row; None where there is nothing to do (an edit of what was never delivered)."""
    letter = _addressed(parcel)
    if letter is None:
        return None
    for name, value in letter.params.items():
        if isinstance(value, Mapping) and "picture" in value:
            return await _with_picture(letter, name, value, files, draw)
        if isinstance(value, Mapping) and "base64" in value:
            content = base64.b64decode(value["base64"])
            return _with_file(
                letter, name, InputFile(content, filename=str(value.get("name", "file")), attach=False)
            )
    return letter


def _addressed(parcel: Parcel) -> Envelope | None:
    params = {"chat_id": parcel.chat_id, **parcel.params}
    if parcel.method not in EDITS:
        return Envelope(method=parcel.method, params=params)
    if parcel.target is not None:
        params["message_id"] = parcel.target
        return Envelope(method=parcel.method, params=params, target=parcel.target)
    if "message_id" in params:  # an edit of a message that the person's own tap named
        return Envelope(method=parcel.method, params=params, target=int(params["message_id"]))
    if parcel.method in ANEW:
        return Envelope(method=ANEW[parcel.method], params=params)
    return None


async def _with_picture(
    letter: Envelope, name: str, picture: Mapping[str, Any], files: FileIds, draw: Draw | None
) -> Envelope:
    if draw is None:
        raise NoPicture(str(picture.get("picture")))
    digest = draw.digest(picture)
    known = await files.claim(digest)
    if known is not None:
        return replace(letter, params={**letter.params, name: known}, forgets=digest)
    try:
        async with asyncio.timeout(DRAWN):
            filename, content = await draw.draw(picture)
    except BaseException as error:
        files.settle(digest)
        if not isinstance(error, Exception):
            raise
        raise NoPicture(str(picture.get("picture"))) from error
    return replace(
        _with_file(letter, name, InputFile(content, filename=filename, attach=False)), digest=digest
    )


def _with_file(letter: Envelope, name: str, file: InputFile) -> Envelope:
    kept = {key: value for key, value in letter.params.items() if key != name}
    # the parameter itself travels as the file's part of the form
    return replace(letter, params={**kept, name: ""}, files={name: file})


def file_id_of(letter: Envelope, result: object) -> tuple[str, str] | None:
    """Digest and file id, where a picture was just uploaded."""
    if letter.digest is None or not isinstance(result, Mapping):
        return None
    for kind in MEDIA:
        found = result.get(kind)
        if isinstance(found, list) and found:
            found = found[-1]
        if isinstance(found, Mapping) and "file_id" in found:
            return letter.digest, str(found["file_id"])
    return None


def poll_of(parcel: Parcel, result: object) -> tuple[str, str] | None:
    """A poll's id and what it is about: answers to polls name nothing else."""
    poll = result.get("poll") if isinstance(result, Mapping) else None
    return (f"poll:{poll['id']}", parcel.about) if isinstance(poll, Mapping) and parcel.about else None
