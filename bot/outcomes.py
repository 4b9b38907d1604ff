"""What became of one attempt to send a message: the table of outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.transport import NotSent
from storage.parcels import EDITS, Parcel

TRIES = 3
AT_FIRST = 8  # messages that a sender takes in hand before any of them has ended; see `Speech.room`
GONE = ("chat not found", "user is deactivated", "bot was blocked", "user not found", "peer_id_invalid")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one attempt: a final state, or `again` seconds until the next one."""

    state: str
    message_id: int | None = None
    error: str | None = None
    again: float | None = None
    tried: bool = True
    learned: tuple[str, str] | None = None  # digest, file id
    silence: float = 0.0  # seconds for which Telegram wants nothing at all
    offline: bool = False  # Telegram could not be reached at all
    gone: bool = False  # the person cannot be reached


def of_error(error: TelegramError, parcel: Parcel) -> Outcome:
    """What was certainly not sent goes again, what is unknown only if it is harmless."""
    text = str(error)
    if isinstance(error, RetryAfter):
        seconds = error.retry_after
        pause = seconds.total_seconds() if isinstance(seconds, timedelta) else float(seconds)
        return Outcome(state="pending", error=text, again=pause, tried=False, silence=pause)
    if isinstance(error, Forbidden) or any(sign in text.lower() for sign in GONE):
        return Outcome(state="dead", error=text, gone=True)
    if isinstance(error, BadRequest):
        return Outcome(state="dead", error=text)
    if isinstance(error, NotSent):
        return Outcome(state="pending", error=text, again=1.0, tried=False, offline=True)
    harmless = parcel.policy == "retry" or (parcel.method in EDITS and parcel.target is not None)
    if harmless and parcel.attempts + 1 < TRIES:
        return Outcome(state="pending", error=text, again=float(2**parcel.attempts))
    return Outcome(state="unknown", error=text)
