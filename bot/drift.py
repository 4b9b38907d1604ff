"""How far this machine's clock is from Telegram's, by the Date of its answers (reminders go by the clock)."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache

from bot.clock import Clock

log = logging.getLogger(__name__)
PUBLIC = "https://api.telegram.org"
MOST = timedelta(seconds=120)  # further apart than this one of the two is wrong


class Drift:
    """Compares; `off` while they disagree. Only the public Bot API is a reason to hold reminders back."""

    def __init__(self, clock: Clock, api_url: str) -> None:
        self.clock, self.public = clock, api_url == PUBLIC
        self.by = timedelta()
        self.off = self.told = False

    def heard(self, date: str) -> None:
        """The Date header of an answer (RFC 9110, in GMT); anything else is passed over."""
        theirs = _instant(date)
        if theirs is None:
            return
        self.by = self.clock.now() - theirs
        was, self.off = self.off, abs(self.by) > MOST
        if self.off and not was:
            level = logging.ERROR if self.public else logging.WARNING
            log.log(level, "this machine's clock is %.0f s from Telegram's", self.by.total_seconds())
        elif was and not self.off:
            log.warning("this machine's clock agrees with Telegram's again")
            self.told = False

    @property
    def distrusted(self) -> bool:
        """Whether reminders have to wait."""
        return self.off and self.public

    def news(self) -> datetime | None:
        """Telegram's time, once for each time that the clocks come apart; for the owner."""
        if not self.off or self.told:
            return None
        self.told = True
        return self.clock.now() - self.by


@lru_cache(maxsize=8)  # hundreds of answers carry the same second
def _instant(date: str) -> datetime | None:
    try:
        theirs = parsedate_to_datetime(date)
    except (TypeError, ValueError):
        return None
    return theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC)
