"""What a handler gets: the content, the clock, the letter it answers, and the one way to write: `turn`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from telegram import Update
from telegram.ext import CallbackContext, ExtBot

from bot.clock import Clock
from bot.coach.says import Nod, Saying
from storage.notebook import Notebook, Page
from storage.outbox import Parcel
from storage.records import Letter, Message, Runner

log = logging.getLogger(__name__)
Call = tuple[str, Mapping[str, Any]]  # a Bot API method and its parameters
Written = tuple[list[Parcel], bool, list[Nod], Runner | None]  # claimed, whether more waits, nods, for whom


class Wording(Protocol):
    """Says → parameters of the Bot API, in the person's language (bot/wording.py)."""

    def message(
        self, say: Any, *, runner: Runner | None, chat_id: int, dedupe: str, now: datetime
    ) -> Message:
        """The outgoing message for a Say or an Erase."""

    def nod(self, nod: Nod, *, runner: Runner | None, update: Update) -> Call | None:
        """The best-effort call for a Nod, or None where it does not apply."""


@dataclass(kw_only=True)
class Services:
    """What the composition root hands to everybody."""

    notebook: Notebook
    clock: Clock
    library: Any
    wording: Wording
    name: str  # of this process, for claims
    settings: Any = None
    wake: Callable[[list[Parcel], bool], None] = lambda _parcels, _more: None
    fire: Callable[[str, Mapping[str, Any]], None] = lambda _method, _params: None
    extras: dict[str, Any] = field(
        default_factory=dict
    )  # what a conversation needs besides: named by it, filled by app

    def write(
        self,
        page: Page,
        sayings: Iterable[Saying],
        *,
        chat_id: int,
        key: str,
        now: datetime,
        runner: Runner | None = None,
    ) -> Written:
        """Word the sayings and write them to the outbox; nods are handed back for after the commit."""
        said = list(sayings)
        if not said:
            return [], False, [], runner
        runner = page.runners.get(chat_id) or runner
        nods = [one for one in said if isinstance(one, Nod)]
        messages = [
            self.wording.message(
                one, runner=runner, chat_id=chat_id, dedupe=getattr(one, "key", None) or f"{key}:{n}", now=now
            )
            for n, one in enumerate(one for one in said if not isinstance(one, Nod))
        ]
        parcels = page.outbox.add(messages, now, claim_as=self.name)
        return parcels, len(messages) > len(parcels), nods, runner


@dataclass(slots=True)
class Handling:
    """One letter being handled: whether a page took it."""

    letter: Letter
    update: Update
    taken: bool = False


handling: ContextVar[Handling] = ContextVar("handling")


class Coaching(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """The context of every handler."""

    def __init__(self, application: Any, chat_id: int | None = None, user_id: int | None = None) -> None:
        super().__init__(application, chat_id, user_id)
        self.hand = handling.get()  # pages run on another thread, where the variable is not set

    @property
    def services(self) -> Services:
        """Everything the composition root built."""
        return self.application.services  # type: ignore[attr-defined, no-any-return]

    @property
    def library(self) -> Any:
        """What the coach knows."""
        return self.services.library

    @property
    def clock(self) -> Clock:
        """The one clock."""
        return self.services.clock

    @property
    def letter(self) -> Letter:
        """The inbox letter of this update."""
        return self.hand.letter

    @property
    def heard_at(self) -> datetime:
        """When the person spoke: the message's own time, else when it was received (aware, UTC)."""
        message = self.hand.update.message or self.hand.update.edited_message
        if message is None:
            return self.letter.received_at
        return message.edit_date or message.date

    @property
    def person(self) -> int:
        """The user id; only ever taken from who sent the update."""
        user = self.hand.update.effective_user
        return user.id if user is not None else self.letter.chat_id

    async def turn(self, fn: Callable[[Page], Iterable[Saying]]) -> None:
        """One page: take the letter, run `fn`, write what it says; a letter taken before does nothing."""
        hand, services, now = self.hand, self.services, self.clock.now()
        letter = hand.letter

        def page_of(page: Page) -> Written:
            if not page.inbox.take(letter.seq):
                return [], False, [], None
            before = page.runners.get(letter.chat_id)
            return services.write(
                page, fn(page), chat_id=letter.chat_id, key=f"u{letter.update_id}", now=now, runner=before
            )

        parcels, more, nods, runner = await services.notebook.turn(page_of)
        hand.taken = True
        services.wake(parcels, more)
        self._nod(nods, runner)

    def _nod(self, nods: list[Nod], runner: Runner | None) -> None:
        """Answer the tap (always) and what else is best effort; never a reason to fail."""
        query = self.hand.update.callback_query
        answered = query is None
        for one in nods:
            try:
                call = self.services.wording.nod(one, runner=runner, update=self.hand.update)
            except Exception:
                log.exception("a nod could not be worded")
                continue
            if call is not None:
                answered = answered or call[0] == "answerCallbackQuery"
                self.services.fire(*call)
        if not answered and query is not None:
            self.services.fire("answerCallbackQuery", {"callback_query_id": query.id})
