"""What a handler gets: the content, the clock, the letter it answers, and the one way to write: `turn`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import CallbackContext, ExtBot

from bot.asides import Edit
from bot.clock import Clock
from bot.coach.says import Nod, Passing, Say, Saying
from storage.notebook import Notebook, Page
from storage.parcels import Parcel
from storage.records import Letter, Message, Runner

log = logging.getLogger(__name__)
Call = tuple[str, Mapping[str, Any]]  # a Bot API method and its parameters
URGENT = "safety-"  # phrases that no newer reply may replace


@dataclass(kw_only=True)
class Written:
    """What a page wrote, for after its commit: claimed messages, where more waits, what is beside them."""

    parcels: list[Parcel] = field(default_factory=list)
    waiting: set[int] = field(default_factory=set)  # chats in which messages wait behind others
    edits: list[Edit] = field(default_factory=list)
    nods: list[Nod] = field(default_factory=list)
    runner: Runner | None = None

    def add(self, other: Written) -> None:
        """Take over what another part of the page wrote."""
        self.parcels += other.parcels
        self.waiting |= other.waiting
        self.edits += other.edits


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
    speak: Callable[[Written], None] = lambda _written: None
    quick: Callable[[], bool] = lambda: True  # whether what is written may be claimed at once
    fire: Callable[[str, Mapping[str, Any]], None] = lambda _method, _params: None
    crowded: Callable[[int], bool] = lambda _chat: False  # whether answers to this chat wait behind others
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
        claim: bool = True,
        thread: int | None = None,
    ) -> Written:
        """Word the sayings and write them to the outbox; nods are handed back for after the commit."""
        said = list(sayings)
        if not said:
            return Written(runner=runner)
        runner = page.runners.get(chat_id) or runner
        written = Written(runner=runner, nods=[one for one in said if isinstance(one, Nod)])
        messages = []
        for n, one in enumerate(one for one in said if not isinstance(one, Nod)):
            stays = getattr(one, "phrase", "").startswith(URGENT)
            wanted = getattr(one, "key", None) or f"{key}:{n}{'!' if stays else ''}"
            word = partial(self.wording.message, runner=runner, chat_id=chat_id, dedupe=wanted, now=now)
            if isinstance(one, Passing):
                target, later = page.outbox.last_about(chat_id, one.about), partial(_thought_out, word, one)
                written.edits.append(Edit(chat_id=chat_id, about=one.about, word=later, target=target))
                continue
            message = word(one)
            messages.append(message if thread is None else _in_thread(message, thread))
        claim_as = self.name if claim and self.quick() else None
        written.parcels = page.outbox.add(messages, now, claim_as=claim_as)
        if len(messages) > len(written.parcels):
            written.waiting.add(chat_id)
        return written


def _thought_out(word: Callable[[Say], Message], passing: Passing) -> Message:
    """An edit in passing, at the moment it goes."""
    return word(passing.make())


def _in_thread(message: Message, thread: int) -> Message:
    """The answer goes to the topic of the chat in which the person wrote; edits stay where they are."""
    if not message.method.startswith("send"):
        return message
    return replace(message, params={**message.params, "message_thread_id": thread})


@dataclass(slots=True)
class Handling:
    """One letter being handled: whether a page took it."""

    letter: Letter
    update: Update
    taken: bool = False
    flooding: bool = False  # the person writes faster than anybody reads answers


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
    def thread(self) -> int | None:
        """The topic of the chat in which the person wrote or tapped, or None."""
        message = self.hand.update.effective_message
        topic = isinstance(message, TelegramMessage) and message.is_topic_message
        return message.message_thread_id if topic else None  # type: ignore[union-attr]

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
            page.hold(letter.chat_id)
            if not page.inbox.take(letter.seq):
                return Written()
            before = page.runners.get(letter.chat_id)
            key, said = f"u{letter.update_id}", fn(page)
            if hand.flooding and page.outbox.coalesce(letter.chat_id):
                minute = int(letter.received_at.timestamp()) // 60
                said = [Say(phrase="flood-notice", key=f"flood:{letter.chat_id}:{minute}!"), *said]
            return services.write(
                page, said, chat_id=letter.chat_id, key=key, now=now, runner=before, thread=self.thread
            )

        written = await services.notebook.turn(page_of)
        hand.taken = True
        services.speak(written)
        self._nod(written.nods, written.runner)

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
