"""How the stand-in Telegram says no: the answers that are not `ok`, in Telegram's own words."""

from __future__ import annotations


class Refused(Exception):
    """A request that Telegram refuses: HTTP code, description as in the Bot API, `retry_after` in seconds for 429."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


class Dropped(Exception):
    """The connection broke; `delivered` tells whether Telegram had done the work by then (the caller cannot know)."""

    def __init__(self, *, delivered: bool) -> None:
        super().__init__("connection dropped")
        self.delivered = delivered


def bad(description: str) -> Refused:
    """A 400 with the usual prefix."""
    return Refused(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refused:
    """A 403 with the usual prefix."""
    return Refused(403, f"Forbidden: {description}")


def conflict(description: str) -> Refused:
    """A 409 with the usual prefix."""
    return Refused(409, f"Conflict: {description}")
