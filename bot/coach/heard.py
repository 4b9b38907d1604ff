"""What was heard, as data: one message or tap of one person, without Telegram's types."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from content.library import Library, Tongue
from storage.records import Runner, Talk

BLANKS = "\u2800\u3164\u115f\u1160\uffa0"  # braille and Hangul letters that show nothing


class Sealing(Protocol):
    """Seals people's own words before they are stored (bot/notes.py)."""

    def seal(self, text: str) -> bytes:
        """The text, encrypted."""

    def open(self, sealed: bytes) -> str | None:
        """The text again; None where it was sealed with another key."""

    def digest(self, text: str) -> str:
        """A name for the text that tells nobody without the key what it says."""


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One message, edit or tap. `at` is the message's own time (a tap: when it came), aware UTC."""

    runner: Runner
    library: Library
    tongue: Tongue
    at: datetime
    now: datetime
    text: str = ""
    message_id: int | None = None
    reply_to: int | None = None
    tap: str = ""  # callback data: anybody's input, never trusted
    tapped: int | None = None  # the message whose button was tapped
    edited: bool = False
    forwarded: bool = False
    captioned: bool = False  # the words stand below a picture or another thing that is not read
    payload: str = ""  # what follows a command
    location: tuple[float, float] | None = None  # latitude, longitude
    talk: Talk | None = None
    notes: Sealing | None = None  # None: no key, so that no free text may be kept

    @property
    def typed(self) -> bool:
        """Whether words were typed (not a tap)."""
        return bool(self.text) and not self.tap

    @property
    def blank(self) -> bool:
        """Whether nothing of the text can be seen: spaces, invisible characters, blanks of other scripts."""
        return not any(c not in BLANKS and unicodedata.category(c)[0] not in "ZC" for c in self.text)

    @property
    def today(self) -> date:
        """The person's local day at `at`."""
        return local(self.at, self.runner).date()

    def by(self, runner: Runner) -> Heard:
        """The same, with the runner as they are now."""
        return replace(self, runner=runner)


def zone_of(runner: Runner) -> ZoneInfo:
    """The person's zone; UTC until they told it."""
    return ZoneInfo(runner.zone or "UTC")


def local(moment: datetime, runner: Runner) -> datetime:
    """An instant as the person's clock shows it."""
    return moment.astimezone(zone_of(runner))
