"""General: /help from the table of commands, unknown commands, media, groups, buttons that are no longer valid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot import appointments
from bot.coach import cards, course, holding
from bot.coach.heard import Heard
from bot.coach.says import Lines, Say, Saying
from bot.context import Coaching
from bot.exchange import STALE, counted, spoken
from storage.notebook import Page
from storage.records import Talk

Says = Iterable[Saying]
COMMANDS = (  # the menu, /help and the handlers are compared with this by a test
    "start", "today", "week", "plan", "undo", "history", "progress", "ask",
    "settings", "pause", "stop", "export", "privacy", "delete", "language", "help",
)  # fmt: skip
OWNER_COMMANDS = ("stats", "announce", "unanswered")  # answered to OWNER_CHAT_ID only, in nobody else's menu
MINUTE = timedelta(minutes=1)
LATER = ("start",)  # not worth a line in /help


def help_(page: Page, heard: Heard) -> Says:
    """/help: every command with a line, and what can be said in a workout."""
    lines = Lines(
        tuple(
            Say(phrase="help-line", facts={"command": name, "what": _what(name)})
            for name in COMMANDS
            if name not in LATER
        )
    )
    return [Say(phrase="help", facts={"lines": lines})]


def _what(name: str) -> Lines:
    return Lines((Say(phrase=f"command-{name}"),))


def unknown(page: Page, heard: Heard) -> Says:
    """A command that is not ours."""
    return [Say(phrase="unknown-command"), *_same_set(page, heard)]


def media(page: Page, heard: Heard) -> Says:
    """Voice, photo, sticker, contact, poll …: only text is read, said once a minute; nothing is logged."""
    talk = page.talks.get(heard.runner.id) or Talk(runner_id=heard.runner.id, at=heard.now)
    told = talk.facts.get("media")
    if told is not None and heard.now - datetime.fromisoformat(str(told)) < MINUTE:
        return []  # an album of ten is answered once
    page.talks.keep(replace(talk, facts={**talk.facts, "media": heard.now.isoformat()}))
    return [Say(phrase="only-text"), *_same_set(page, heard)]


def _same_set(page: Page, heard: Heard) -> list[Saying]:
    workout = page.workouts.current(heard.runner.id)
    waits = workout is not None and course.due(workout) is not None and not holding.held(workout)
    return [cards.again(workout, heard.library)] if workout is not None and waits else []


async def stale(update: Update, context: Coaching) -> None:
    """A button that nobody knows (old, forged, broken): answered, without effect."""
    await context.turn(lambda page: counted(page, STALE))


async def joined_or_left(update: Update, context: Coaching) -> None:
    """Somebody blocked the bot (reminders stop, data stays) or came back."""
    change = update.my_chat_member
    if change is None or change.chat.type != "private":
        return
    blocked = change.new_chat_member.status in ("kicked", "left")

    def turn(page: Page) -> Says:
        page.runners.reach(change.from_user.id, reachable=not blocked)
        if (runner := page.runners.get(change.from_user.id)) is not None:
            appointments.renew(page, runner, context.clock.now())
        return []

    await context.turn(turn)


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """What is left when no other conversation listens; the order matters."""
    return [
        CommandHandler("help", spoken(help_)),
        ChatMemberHandler(joined_or_left, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(filters.COMMAND & filters.UpdateType.MESSAGE, spoken(unknown)),
        CallbackQueryHandler(stale),
        MessageHandler(filters.ALL & filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL, spoken(media)),
    ]
