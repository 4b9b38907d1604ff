"""Notes: people's own words, sealed with NOTES_KEY before they are stored; without a key nothing is kept."""

from __future__ import annotations

import hashlib
import hmac
from functools import cache


class Notes:
    """Seals and opens texts with one key."""

    def __init__(self, key: str) -> None:
        from cryptography.fernet import Fernet, InvalidToken  # seven megabytes, for who has a key

        self._fernet, self._key, self._invalid = Fernet(key), key.encode(), InvalidToken

    def seal(self, text: str) -> bytes:
        """The text, encrypted (Fernet: AES-128-CBC with HMAC-SHA256)."""
        return self._fernet.encrypt(text.encode())

    def open(self, sealed: bytes) -> str | None:
        """The text again; None where it was sealed with another key or damaged."""
        try:
            return self._fernet.decrypt(sealed).decode()
        except self._invalid:
            return None

    def digest(self, text: str) -> str:
        """A name for the text that tells nobody without the key what it says; capitals make no difference."""
        return hmac.new(self._key, text.casefold().encode(), hashlib.sha256).hexdigest()[:32]


@cache
def notes(key: str | None) -> Notes | None:
    """What seals with this key; None without one."""
    return Notes(key) if key else None
