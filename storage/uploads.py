"""Uploads: the file id under which Telegram keeps a picture that was sent once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select

from storage.tables import uploads
from storage.writing import upsert


class Uploads:
    """Digest of a picture's content → Telegram file id."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def find(self, digest: str) -> str | None:
        """The file id of the picture, if it was ever uploaded."""
        return self.db.scalar(select(uploads.c.file_id).where(uploads.c.digest == digest))

    def keep(self, digest: str, file_id: str, at: datetime) -> None:
        """Remember the file id under which Telegram keeps these bytes."""
        upsert(self.db, uploads, {"digest": digest, "file_id": file_id, "at": at})

    def drop(self, digest: str) -> None:
        """Forget a file id that Telegram no longer knows."""
        self.db.execute(delete(uploads).where(uploads.c.digest == digest))
