"""One exchange with a person: a conversation's function over a page becomes a handler of python-telegram-bot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram import CallbackQuery, Message, Update, User

from bot import appointments
from bot.coach.heard import Heard
from bot.coach.says import Nod, Saying
from bot.coach.taps import Tap, read
from bot.context import Coaching
from bot.notes import notes
from content.library import Library
from storage.notebook import Page
from storage.records import Runner

Turn = Callable[[Page, Heard], Iterable[Saying]]  # recall, think, remember, speak: hearing is done before
TapTurn = Callable[[Page, Heard, Tap], Iterable[Saying]]
Handler = Callable[[Update, Coaching], Coroutine[Any, Any, None]]

BUTTON = "✅"  # a numbered button is about its set and nothing else
SPACES = re.compile(r"\s+")
STALE = [Nod(kind="toast", phrase="toast-stale")]


def spoken(turn: Turn) -> Handler:
    """A handler for messages: hear who says what, then one page."""

    async def handler(update: Update, context: Coaching) -> None:
        await context.turn(lambda page: _both(page, hear(page, update, context), turn))

    return handler


def _both(page: Page, heard: Heard, turn: Turn) -> list[Saying]:
    """What the turn says, after what could not be said in time."""
    late = () if heard.edited or heard.text.startswith(BUTTON) else appointments.missed(page, heard)
    return [*late, *turn(page, heard)]


def tapped(turn: TapTurn) -> Handler:
    """A handler for inline buttons: what is not a button of ours changes nothing and is said to be stale."""

    async def handler(update: Update, context: Coaching) -> None:
        data = update.callback_query.data if update.callback_query else None
        tap = read(data)
        if tap is None:  # a button without data comes to whoever listens first
            await context.turn(lambda page: counted(page, STALE))
            return
        await context.turn(lambda page: counted(page, turn(page, hear(page, update, context), tap)))

    return handler


def counted(page: Page, says: Iterable[Saying]) -> list[Saying]:
    """The same, with a tap that had no effect (old, forged, somebody else's) counted for the operator."""
    said = list(says)
    if any(isinstance(one, Nod) and one.phrase == STALE[0].phrase for one in said):
        page.ledger.count("stale buttons")
    return said


def hear(page: Page, update: Update, context: Coaching) -> Heard:
    """Who said what, and when; a person who comes for the first time (or comes back) is written down."""
    user = update.effective_user
    assert user is not None  # the composition root lets only people in private chats through
    now = context.clock.now()
    runner = welcomed(page, user, now, context.library)
    message = update.message or update.edited_message
    query = update.callback_query
    return Heard(
        runner=runner,
        library=context.library,
        tongue=context.library.tongue(runner.language),
        at=context.heard_at,
        now=now,
        text=_text(message),
        message_id=message.message_id if message else None,
        reply_to=message.reply_to_message.message_id if message and message.reply_to_message else None,
        tap=(query.data or "") if query else "",
        tapped=_tapped(query),
        edited=update.edited_message is not None,
        forwarded=bool(message and message.forward_origin),
        captioned=bool(message and message.caption),
        payload=_payload(message),
        location=_location(message),
        notes=notes(getattr(context.services.settings, "notes_key", None)),
    )


def welcomed(page: Page, user: User, now: datetime, library: Library) -> Runner:
    """The runner's row, made at the first contact; whoever writes can be reached again."""
    runner = page.runners.get(user.id)
    if runner is not None and runner.reachable:
        return runner
    if runner is None:
        language = library.tongue(user.language_code).code
        runner = Runner(id=user.id, name=one_line(user.first_name), language=language, created_at=now)
        page.runners.keep(runner)
        return runner
    page.runners.keep(runner := replace(runner, reachable=True))
    appointments.renew(page, runner, now)
    return runner


def one_line(name: str | None) -> str:
    """A name as we say it: one line, visible, at most 64 characters; empty where nothing of it can be said."""
    kept = "".join(
        c
        for c in unicodedata.normalize("NFC", name or "")
        if unicodedata.category(c) not in {"Cf", "Cc", "Cs"} or c in "\n "
    )
    plain = SPACES.sub(" ", kept).strip()[:64]
    return plain if any(c.isalnum() for c in plain) else ""


def _text(message: Message | None) -> str:
    return (message.text or message.caption or "") if message else ""


def _payload(message: Message | None) -> str:
    text = _text(message)
    return text.partition(" ")[2].strip() if text.startswith("/") else ""


def _tapped(query: CallbackQuery | None) -> int | None:
    return query.message.message_id if query is not None and query.message is not None else None


def _location(message: Message | None) -> tuple[float, float] | None:
    found = message.location if message else None
    return (found.latitude, found.longitude) if found else None
