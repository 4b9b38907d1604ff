"""What happens when something breaks: an apology to the person, a word to the owner, a line in the log."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from bot.coach.says import Say
from bot.context import Services, Written
from storage.notebook import Page
from storage.parcels import Parcel
from storage.records import Letter

log = logging.getLogger(__name__)


class Mishaps:
    """Failures that somebody has to hear about."""

    def __init__(self, services: Services, owner: int | None) -> None:
        self.services, self.owner = services, owner

    def give_up(self, page: Page, letter: Letter, error: Exception) -> Written:
        """Set a letter aside after too many tries; the chat goes on."""
        page.inbox.set_aside(letter.seq, "dead", repr(error)[:500])
        page.ledger.count("dead letters")
        now = self.services.clock.now()
        written = Written()
        if letter.chat_id > 0:
            key = f"u{letter.update_id}:mishap"
            written.add(self._say(page, letter.chat_id, [Say(phrase="mishap")], key, now))
        error_name = type(error).__name__
        written.add(self.tell_owner(page, "owner-letter-dead", str(letter.seq), now, error=error_name))
        return written

    def try_again(self, page: Page, letter: Letter, error: Exception, again: datetime) -> Written:
        """Count the failure; the letter comes again at `again`, and the owner hears of it."""
        page.inbox.failed(letter.seq, repr(error)[:500], again)
        kind, now = type(error).__name__, self.services.clock.now()
        return self.tell_owner(page, "owner-error", str(letter.seq), now, error=kind)

    def too_many(self, page: Page, letter: Letter) -> None:
        """A flooded chat: what cannot be a set is not read any more, and counted."""
        page.inbox.set_aside(letter.seq, "ignored", "flood")
        page.ledger.count("flood dropped")

    def message_dead(self, page: Page, parcel: Parcel, error: str) -> None:
        """A message that Telegram refuses in every form."""
        log.error("message %s (%s) was refused: %s", parcel.id, parcel.method, error)
        if parcel.chat_id != self.owner:
            self.tell_owner(
                page, "owner-message-dead", str(parcel.id), self.services.clock.now(), error=error[:200]
            )

    async def alarm(self, phrase: str, number: str, now: datetime, **facts: str) -> None:
        """A word to the owner in a page of its own."""
        written = await self.services.notebook.turn(
            lambda page: self.tell_owner(page, phrase, number, now, **facts)
        )
        self.services.speak(written)

    def tell_owner(self, page: Page, phrase: str, number: str, now: datetime, **facts: str) -> Written:
        """A word to the owner, where OWNER_CHAT_ID is set; one an hour about the same kind of thing."""
        if self.owner is None:
            return Written()
        key = f"{phrase}:{now:%Y%m%d%H}"
        return self._say(page, self.owner, [Say(phrase=phrase, facts={"number": number, **facts})], key, now)

    def _say(self, page: Page, chat: int, says: Iterable[Say], key: str, now: datetime) -> Written:
        try:
            with page.apart():
                return self.services.write(page, says, chat_id=chat, key=key, now=now, claim=False)
        except Exception:
            log.exception("an apology could not be worded")
            return Written()
