"""The composition root: what is listened to, in which order, and how it all starts and stops."""

from __future__ import annotations

import asyncio
import importlib
import logging
import os
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Protocol

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes
from telegram.request import BaseRequest

from bot import unanswered
from bot.absence import apologies
from bot.clock import Clock
from bot.context import Coaching, Services, Wording, Written
from bot.dispatch import Coach
from bot.drift import Drift
from bot.envelopes import Draw
from bot.gallery import Gallery
from bot.gate import Gate
from bot.health import health_of
from bot.hearing import ALLOWED, Poller
from bot.introducing import introduce
from bot.mishaps import Mishaps
from bot.notifying import leaving, too_late, unwanted
from bot.reminders import DueHandler, Tick
from bot.settings import Settings
from bot.sharing import SharedWorker
from bot.speech import Speech
from bot.transport import Transport
from bot.worker import Worker
from storage.ledger import CLEAN
from storage.notebook import Notebook, Page
from storage.records import Letter

log = logging.getLogger(__name__)
os.environ.setdefault(
    "PTB_TIMEDELTA", "1"
)  # python-telegram-bot: pauses as timedelta, no warning at each 429

# Who listens, in this order: the first handler that fits an update gets it. Each module exports `handlers()`,
# and, where something happens by itself, `dues()`: kind → handler.
CONVERSATIONS: tuple[str, ...] = (
    "conversations.elsewhere",  # only people in private chats come further
    "conversations.welcome",
    "conversations.starting",
    "conversations.training",
    "conversations.resting",
    "conversations.holds",
    "conversations.adapting",
    "crossings.aching",
    "crossings.unwell",
    "crossings.shaping",
    "crossings.lightening",
    "crossings.correcting",
    "conversations.adding",
    "conversations.reminding",
    "conversations.promising",
    "conversations.week",
    "conversations.changing",
    "conversations.telling",
    "conversations.questions",
    "conversations.progress",
    "conversations.habits",
    "conversations.privacy",
    "conversations.sharing",
    "conversations.quiz",
    "conversations.operator",
    "switchboard",  # free text: which conversation is it for?
    "conversations.general",  # what is left
)

PARTS = ("hear", "work", "speak", "tick")  # what a process may do; all of it in one is the usual case
DEAF = 120.0  # seconds without an answer to getUpdates after which the platform should know
PRUNE_AFTER = timedelta(hours=48)
DEAF_TAPS = timedelta(seconds=150)  # Telegram keeps the taps on inline buttons no longer
KEEPING = 60.0  # seconds between two rounds of housekeeping


class Server(Protocol):
    """Something that listens."""

    async def start(self) -> None:
        """Listen."""

    async def stop(self) -> None:
        """Listen no longer."""


class App:
    """Everything, wired. `start`, `stop`; `settled` waits until nothing is left to do; `crash` is a kill."""

    def __init__(
        self,
        settings: Settings,
        services: Services,
        coach: Coach,
        request: BaseRequest,
        listen: BaseRequest,
        dues: Mapping[str, DueHandler],
        draw: Draw | None,
        *,
        parts: frozenset[str],
    ) -> None:
        self.settings, self.services, self.coach, self.request = settings, services, coach, request
        self.listen, self.draw = listen, draw
        self.clock, self.notebook = services.clock, services.notebook
        base = f"{settings.telegram_api_url}/bot{settings.bot_token}"
        self.mishaps = Mishaps(services, settings.owner_chat_id)
        self.gate = Gate(settings.send_rate, settings.send_rate_chat, services.clock.steady)
        self.speech = Speech(
            services.notebook,
            request,
            base,
            services.clock,
            self.gate,
            name=services.name,
            alone=services.notebook.sqlite,
            draw=draw,
            moot=unwanted,
            late=partial(leaving, services.library),
            expired=too_late,
            dead=self.mishaps.message_dead,
        )
        services.speak, services.quick = self._speak, self.speech.quick
        services.crowded = self.speech.queued.__contains__
        services.fire = self.speech.asides.fire
        kind = Worker if services.notebook.sqlite else SharedWorker
        self.worker = kind(services, coach, self.mishaps)
        self.drift = Drift(services.clock, settings.telegram_api_url)
        for one in (request, listen):
            if isinstance(one, Transport):
                one.dated = self.drift.heard
        self.tick = Tick(services, dues, lambda: self.drift.distrusted)
        self.poller = Poller(services, listen, base, self.worker.hear)
        self.parts = parts
        hear = self.worker.hear if "work" in parts else self._elsewhere
        self.poller.hear = hear
        self.polling = "hear" in parts and not settings.webhook_url
        self.servers = self._servers(hear)
        self.keeper: asyncio.Task[None] | None = None
        self.hooking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Recover, then listen. Raises InvalidToken where Telegram does not know the token."""
        await self.request.initialize()
        await self.listen.initialize()
        await self._introduce()
        await self.notebook.turn(self._open)
        if "speak" in self.parts:
            await self.speech.start()
        if "work" in self.parts:
            await self.worker.start()
        if "tick" in self.parts:
            self.tick.start()
        for server in self.servers:
            await server.start()
        if self.polling:
            self.poller.start()
        elif "hear" in self.parts:
            self.hooking = asyncio.create_task(self._hook(), name="webhook")
        self.keeper = asyncio.create_task(self._keep(), name="keeper")

    async def introduce(self) -> None:
        """Bring menu, descriptions and picture in Telegram to what the content says; nobody waits for it."""
        if self.draw is not None:
            await introduce(self.services, self.coach.bot, self.draw)

    async def stop(self) -> None:
        """Stop listening, let running pages end, close; nothing has to drain."""
        await self._deafen()
        self.tick.stop()
        await self._end_keeper()
        await self.worker.stop(grace=1.5)
        await self.speech.stop(grace=0.7)
        try:
            now = self.clock.now()
            await self.notebook.turn(lambda page: page.ledger.keep(CLEAN, now.isoformat()))
        except Exception:
            log.exception("the clean stop could not be noted")
        await self._close()

    async def crash(self) -> None:
        """Abandon everything as `kill -9` would, within this process: for tests."""
        await self._deafen()
        self.tick.stop()
        await self._end_keeper()
        await self.worker.abandon()
        await self.speech.abandon()
        await self._close()

    def _speak(self, written: Written) -> None:
        self.speech.wake(written.parcels, written.waiting)
        for edit in written.edits:
            self.speech.asides.edit(edit)

    def _servers(self, hear: Callable[[list[Letter]], None]) -> list[Server]:
        """What listens on ports of this machine; who wants none loads no HTTP server."""
        found: list[Server] = []
        if self.settings.port is not None:
            from bot.webhook import Door

            posts = "hear" in self.parts
            found.append(Door(self.services, self.settings, hear, self.health, posts=posts))
        if self.settings.metrics_port is not None:
            from bot.metrics import Metrics

            found.append(Metrics(self.services, self.settings.metrics_port))
        return found

    def _elsewhere(self, _letters: list[Letter]) -> None:
        """Another process handles what this one hears."""

    def _open(self, page: Page) -> None:
        now = self.clock.now()
        since = page.ledger.last_sign()
        page.ledger.drop(CLEAN)
        page.ledger.alive(now)
        if since is not None and now - since > DEAF_TAPS:
            apologies(self.services, page, since, now)

    async def _hook(self) -> None:
        """Tell Telegram where to post; again and again until it listens."""
        await self.poller.insist(
            "setWebhook",
            {
                "url": self.settings.webhook_url,
                "secret_token": self.settings.webhook_secret,
                "allowed_updates": ALLOWED,
                "max_connections": 40,
                "drop_pending_updates": False,
            },
        )

    async def _deafen(self) -> None:
        await self.poller.stop()
        if self.hooking is not None:
            self.hooking.cancel()
            await asyncio.gather(self.hooking, return_exceptions=True)
        for server in self.servers:
            await server.stop()

    async def health(self) -> dict[str, Any]:
        """How the bot is, for the platform: nothing personal."""
        found = await self.notebook.look(lambda page: health_of(page, self.clock.now()))
        listening = not self.polling or self.clock.steady() - self.poller.heard < DEAF
        writing = self.notebook.failing is None
        fine = found["ok"] and listening and writing
        return {**found, "ok": fine, "listening": listening, "writing": writing}

    async def settled(self, within: float = 30.0) -> None:
        """Wait until the inbox and the sendable outbox are empty; for tests and the preview."""
        async with asyncio.timeout(within):
            while not await self._quiet():  # noqa: ASYNC110 - the work is another task's and the database's
                await asyncio.sleep(0.002)

    async def _quiet(self) -> bool:
        if self.gate.closed_for():  # nothing can be sent: as quiet as it gets
            return self.worker.idle
        self.speech.asides.hurry()
        if not self.worker.idle or self.speech.busy or self.speech.woken.is_set() or self.speech.asides.busy:
            return False
        now = self.clock.now()
        waits = await self.notebook.turn(lambda page: page.inbox.count("new") > 0 or page.outbox.busy(now))
        if waits:
            self.speech.wake()
            await asyncio.sleep(0.01)
        return not waits and self.worker.idle and not self.speech.busy

    async def refused(self) -> None:
        """Returns when Telegram no longer accepts the token."""
        waits = [asyncio.create_task(one.wait()) for one in (self.poller.refused, self.speech.refused)]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    async def _introduce(self) -> None:
        pause = 0.5
        while True:
            try:
                await self.coach.initialize()
                return
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("Telegram does not answer (%s); trying again", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(15.0, pause * 2)

    async def _keep(self) -> None:
        """Housekeeping: say that we are alive, expire what came too late, forget old bodies."""
        while True:
            try:
                now = self.clock.now()
                await self.notebook.turn(partial(_tidy, now=now))
                if (theirs := self.drift.news()) is not None:
                    await self.mishaps.alarm("owner-clock", f"{theirs:%Y-%m-%d %H:%M:%S} UTC", now)
            except Exception:
                log.exception("housekeeping failed")
            await asyncio.sleep(KEEPING)

    async def _end_keeper(self) -> None:
        if self.keeper:
            self.keeper.cancel()
            await asyncio.gather(self.keeper, return_exceptions=True)

    async def _close(self) -> None:
        try:
            await self.coach.shutdown()
        except Exception:
            log.exception("closing the bot failed")
        if isinstance(self.draw, Gallery):
            await asyncio.to_thread(self.draw.close)
        await self.request.shutdown()
        await self.listen.shutdown()
        await self.notebook.close()


def build(
    settings: Settings,
    *,
    clock: Clock | None = None,
    request: BaseRequest | None = None,
    listen: BaseRequest | None = None,
    library: Any = None,
    wording: Wording | None = None,
    conversations: tuple[str, ...] | None = None,
    draw: Draw | None = None,
    parts: tuple[str, ...] = PARTS,
    ticking: bool = True,
    polling: bool = True,
) -> App:
    """Build the whole bot. Tests and the preview pass their own clock and request (the stand-in Telegram).

    The tables must exist (storage.upgrade). Without `ticking` or `polling` the caller ticks or ingests.
    """
    left_out = {part for part, wanted in (("tick", ticking), ("hear", polling)) if not wanted}
    does = frozenset(parts) - left_out
    library = library if library is not None else _library()
    services = Services(
        notebook=Notebook.open(settings.database_url),
        clock=clock or Clock(),
        library=library,
        wording=wording or _wording(library),
        name=f"{os.getpid()}-{os.urandom(4).hex()}",
        settings=settings,
    )
    send = request or Transport()
    listen = listen or request or Transport(connections=4)
    coach = (
        Application.builder()
        .application_class(Coach, kwargs={"services": services})
        .token(settings.bot_token)
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(send)
        .get_updates_request(listen)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Coaching))
        .build()
    )
    modules = [
        importlib.import_module(f"bot.{name}")
        for name in (CONVERSATIONS if conversations is None else conversations)
    ]
    dues: dict[str, DueHandler] = {}
    for module in modules:
        coach.add_handlers(module.handlers())
        found: Callable[[], Mapping[str, DueHandler]] | None = getattr(module, "dues", None)
        dues.update(found() if found else {})
    assert isinstance(coach, Coach)
    return App(settings, services, coach, send, listen, dues, draw or Gallery(library), parts=does)


def _tidy(page: Page, now: datetime) -> None:
    page.ledger.alive(now)
    if expired := page.outbox.expire(now):
        page.ledger.count("expired", len(expired))
        for chat, about in expired:
            too_late(page, chat, about)
    page.inbox.prune(now - PRUNE_AFTER)
    page.outbox.prune(now - PRUNE_AFTER)
    page.pack(now - PRUNE_AFTER)
    if now.minute == 0:  # once an hour is enough for what is kept for months
        page.wishes.prune(unanswered.KIND, now - unanswered.KEPT)


def _library() -> Any:
    from content.library import open_library

    return open_library()


def _wording(library: Any) -> Wording:
    module = importlib.import_module("bot.wording")
    return module.Wording(library)  # type: ignore[no-any-return]
