"""The engine with a talk of one sentence: it counts what it hears in the ledger and answers each message."""

from __future__ import annotations

import contextlib
import sys
import types
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.app import App, build
from bot.clock import SetClock
from bot.coach.says import Erase, Say
from bot.preview.request_door import RequestDoor
from bot.preview.world import World
from bot.settings import Settings
from storage.records import Due, Message, Runner
from storage.upgrade import upgrade

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class PlainWording:
    """The phrase itself is the text."""

    def message(self, say, *, runner, chat_id, dedupe, now):
        if isinstance(say, Erase):
            return Message(dedupe=dedupe, chat_id=chat_id, method="deleteMessage", params={}, about=say.about)
        expires = now + timedelta(seconds=say.expires_in) if say.expires_in else None
        picture = (
            {"photo": {"picture": say.picture.name}, "caption": say.phrase}
            if say.picture
            else {"text": say.phrase}
        )
        return Message(
            dedupe=say.key or dedupe,
            chat_id=chat_id,
            method="editMessageText" if say.edit else "sendPhoto" if say.picture else "sendMessage",
            params=picture,
            policy="once" if say.once else "retry",
            about=say.about,
            retires=say.retires,
            priority=say.priority,
            expires_at=expires,
        )

    def nod(self, nod, *, runner, update):
        return None


@dataclass
class Talk:
    """What the handlers do; tests put their own in."""

    turn: object = None
    tap: object = None
    dues: dict = field(default_factory=dict)
    heard: list = field(default_factory=list)

    def module(self):
        made = types.ModuleType("bot.test_talk")

        async def message(update, context):
            text = update.message.text
            self.heard.append((context.person, text))
            await context.turn(lambda page: self._turn(page, context, text))

        async def tapped(update, context):
            await context.turn(lambda page: self.tap(page, context) if self.tap else [])

        made.handlers = lambda: [
            MessageHandler(filters.UpdateType.MESSAGE & filters.TEXT, message),
            CallbackQueryHandler(tapped),
        ]
        made.dues = lambda: self.dues
        return made

    def _turn(self, page, context, text):
        page.ledger.count(f"{context.person}:{text}")
        if self.turn:
            return self.turn(page, context, text)
        return [Say(phrase=f"heard {text}")]


@cache
def settings_of(**given):
    """Settings, read once for all engines that are alike: it takes longer than the rest of a start."""
    return Settings(_env_file=None, **given)


@dataclass
class Engine:
    """The whole bot around a talk, a world and a clock that tests move."""

    url: str
    talk: Talk = field(default_factory=Talk)
    clock: SetClock = field(default_factory=lambda: SetClock(NOON))
    settings: dict = field(default_factory=dict)
    app: App | None = None
    upgraded: bool = False  # the database has its tables

    def __post_init__(self):
        self.world = World(clock=self.clock.now)
        if not self.upgraded:
            upgrade(self.url)

    async def start(self, **more):
        sys.modules["bot.test_talk"] = self.talk.module()
        given = {
            "bot_token": self.world.token,
            "database_url": self.url,
            "send_rate": 0,
            "send_rate_chat": 0,
            **self.settings,
        }
        self.app = build(
            settings_of(**given),
            clock=self.clock,
            request=RequestDoor(self.world),
            library=object(),
            wording=PlainWording(),
            conversations=("test_talk",),
            **{"ticking": False, **more},
        )
        await self.app.start()
        return self

    async def settled(self):
        import asyncio

        async with asyncio.timeout(60):
            while self.world.updates.pending:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
        await self.app.settled(60)

    def said(self, person):
        """What the person's chat shows of the bot, in order."""
        chat = self.world.chats[person]
        return [letter for letter in chat.letters.values() if letter.by_bot]

    def texts(self, person):
        return [letter.content.get("text", letter.content.get("caption")) for letter in self.said(person)]

    def calls(self, *names):
        return [made for made in self.world.made if made.method in names]

    async def look(self, fn):
        return await self.app.notebook.turn(fn)

    async def counted(self):
        return await self.look(lambda page: page.ledger.counted())

    async def due(self, person, kind, at, **facts):
        def fn(page):
            if page.runners.get(person) is None:
                page.runners.keep(Runner(id=person, name="R", created_at=NOON))
            page.dues.keep(Due(runner_id=person, kind=kind, at=at, facts=facts))

        await self.look(fn)


@contextlib.asynccontextmanager
async def engine(url, **more):
    made = await Engine(url, **more).start()
    try:
        yield made
    finally:
        if made.app:
            await made.app.crash()
