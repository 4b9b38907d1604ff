"""How the stand-in Telegram says no: the answers that are not `ok`, in Telegram's own words."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - reads better
    """A request that Telegram refuses: HTTP code, description, and `retry_after` in seconds for 429."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


class Dropped(Exception):  # noqa: N818 - reads better
    """The connection broke: before a byte left, or with the outcome unknown to the caller."""

    def __init__(self, *, before_sending: bool) -> None:
        super().__init__("connection dropped")
        self.before_sending = before_sending


def bad(description: str) -> Refused:
    """A 400 with the usual prefix."""
    return Refused(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refused:
    """A 403 with the usual prefix."""
    return Refused(403, f"Forbidden: {description}")


def conflict(description: str) -> Refused:
    """A 409 with the usual prefix."""
    return Refused(409, f"Conflict: {description}")
