"""Files that went through the stand-in Telegram: ids, bytes, and the Bot API objects that describe them."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass, field
from typing import Any

from bot.preview.arguments import Arguments, Upload
from bot.preview.refusals import bad

MAX_UPLOAD = 50 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
NAMES = {
    "photo": "photos/file_{}.jpg", "animation": "animations/file_{}.mp4", "document": "documents/file_{}",
    "voice": "voice/file_{}.oga", "sticker": "stickers/file_{}.webp", "video": "videos/file_{}.mp4",
    "audio": "music/file_{}.mp3", "video_note": "video_notes/file_{}.mp4",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One file: what kind it was sent as, under which name, and where it can be fetched."""

    id: str
    kind: str
    name: str
    mime: str
    data: bytes
    path: str

    @property
    def unique(self) -> str:
        """The `file_unique_id`."""
        return "u" + hashlib.sha256(self.data).hexdigest()[:14]


@dataclass
class Files:
    """All files of one world by id and by path."""

    by_id: dict[str, Kept] = field(default_factory=dict)
    by_path: dict[str, Kept] = field(default_factory=dict)

    def keep(self, kind: str, upload: Upload) -> Kept:
        """Store bytes; refuses what is empty or too big."""
        if not upload.data:
            raise bad("file must be non-empty")
        if len(upload.data) > MAX_UPLOAD or (kind == "photo" and len(upload.data) > MAX_PHOTO):
            raise bad("file is too big" if kind != "photo" else "too big for a photo")
        number = len(self.by_id) + 1
        digest = hashlib.sha256(upload.data).hexdigest()[:24]
        name = upload.name or f"file_{number}"
        suffix = "" if "." in NAMES.get(kind, "") else "." + name.rpartition(".")[2]
        path = NAMES.get(kind, "documents/file_{}").format(number) + suffix
        kept = Kept(
            id=f"{kind}-{number}-{digest}",
            kind=kind,
            name=name,
            mime=_mime(kind, upload),
            data=upload.data,
            path=path,
        )
        self.by_id[kept.id] = self.by_path[path] = kept
        return kept

    def sent(self, arguments: Arguments, kind: str, value: str | None = None) -> Kept:
        """The file of a request: an upload, `attach://part`, or the id of one sent as the same kind."""
        value = arguments.text(kind) if value is None else value
        upload = arguments.files.get(
            value.removeprefix("attach://") if value.startswith("attach://") else kind
        )
        if upload:
            return self.keep(kind, _seen_as(kind, upload))
        if not value:
            raise bad(f"there is no {kind} in the request")
        if value.startswith(("http://", "https://")):
            raise bad("failed to get HTTP URL content")
        kept = self.by_id.get(value)
        if kept is None:
            raise bad("wrong file identifier/HTTP URL specified")
        if kept.kind != kind:
            raise bad(f"can't use file of type {kept.kind.title()} as {kind.title()}")
        return kept

    def find(self, file_id: str) -> Kept:
        """A file by id; refuses an unknown one."""
        kept = self.by_id.get(file_id)
        if kept is None:
            raise bad(
                "wrong file_id or the file is temporarily unavailable" if file_id else "invalid file_id"
            )
        return kept


def _seen_as(kind: str, upload: Upload) -> Upload:
    """What the server looks at before it takes a picture of the bot (width and height in pixels)."""
    if kind == "photo" and upload.data:
        if not upload.data.startswith((b"\x89PNG", b"\xff\xd8", b"GIF8", b"RIFF", b"BM")):
            raise bad("IMAGE_PROCESS_FAILED")
        width, height = size_of(upload.data)
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise bad("PHOTO_INVALID_DIMENSIONS")
    return upload


def _mime(kind: str, upload: Upload) -> str:
    if upload.data.startswith(b"\x89PNG"):
        return "image/png"
    if upload.data.startswith(b"\xff\xd8"):
        return "image/jpeg"
    if upload.data.startswith(b"GIF8"):
        return "image/gif"
    if upload.data[4:8] == b"ftyp":
        return "video/mp4"
    if upload.data[:4] == b"RIFF" and upload.data[8:12] == b"WEBP":
        return "image/webp"
    return {"voice": "audio/ogg", "photo": "image/jpeg"}.get(kind, upload.mime)


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG, GIF or JPEG in pixels; 320 × 320 where unknown (video)."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data.startswith(b"GIF8") and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    return _jpeg_size(data) or (320, 320)


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while data.startswith(b"\xff\xd8") and at + 9 < len(data) and data[at] == 0xFF:
        if 0xC0 <= data[at + 1] <= 0xCF and data[at + 1] not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None


def described(kept: Kept) -> dict[str, Any]:
    """The fields of a message that carry this file (an animation is also a document, as in the Bot API)."""
    base: dict[str, Any] = {"file_id": kept.id, "file_unique_id": kept.unique, "file_size": len(kept.data)}
    width, height = size_of(kept.data)
    named = {"file_name": kept.name, "mime_type": kept.mime}
    if kept.kind == "photo":
        return {"photo": [{**base, "width": width, "height": height}]}
    if kept.kind == "animation":
        moving = {**base, **named, "width": width, "height": height, "duration": 2}
        return {"animation": moving, "document": {**base, **named}}
    if kept.kind == "voice":
        return {"voice": {**base, "duration": 3, "mime_type": kept.mime}}
    if kept.kind == "sticker":
        shape = {"width": 512, "height": 512, "type": "regular", "is_animated": False, "is_video": False}
        return {"sticker": {**base, **shape, "emoji": "💪"}}
    if kept.kind in {"video", "audio", "video_note"}:
        more = {"video": {"width": width, "height": height}, "video_note": {"length": 240}}.get(kept.kind, {})
        return {kept.kind: {**base, "duration": 3, **more}}
    return {"document": {**base, **named}}
