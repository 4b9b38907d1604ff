"""A process of the bot from start to stop: lock, tables, parts, signals."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import logging
import os
import signal
import sys
from contextlib import suppress

from telegram.error import InvalidToken

from bot.app import App, build
from bot.health import Check
from bot.settings import Settings
from storage.engines import SQLITE_VERSION
from storage.locking import lock_beside
from storage.upgrade import TooNew, upgrade

log = logging.getLogger(__name__)
GRACE = 3.0  # seconds; nothing has to drain
SOON = 0.5  # seconds that the first poll gets for itself before anything else is done
SETTLED = 60.0  # seconds after which what people ask for has been loaded


async def run(settings: Settings, parts: tuple[str, ...]) -> int:
    """Run until a signal; returns the exit code."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    lock = lock_beside(settings.database_url)
    if lock is not None:
        waiting = asyncio.create_task(asyncio.to_thread(lock.acquire))
        if not await _first(waiting, stop):
            os._exit(0)  # the thread still waits for the lock; nothing was opened yet
        log.info("SQLite %s", SQLITE_VERSION)
    try:
        return await _checked(settings, parts, stop)
    except TooNew as refusal:
        print(refusal, file=sys.stderr)
        return 2
    finally:
        if lock is not None:
            lock.release()


async def _checked(settings: Settings, parts: tuple[str, ...], stop: asyncio.Event) -> int:
    """Run on a sound database; a damaged one is left alone, and nobody gets a false answer."""
    check = Check(settings.database_url)
    if check.at_once and (wrong := await asyncio.to_thread(check.damage)):
        return await _maintenance(settings, wrong, stop)
    await asyncio.to_thread(upgrade, settings.database_url)
    app = build(settings, parts=parts)
    later = None if check.at_once else asyncio.create_task(_look_later(check, stop))
    code = await _until(app, stop)
    if later is not None:
        later.cancel()
        if check.found:
            stop.clear()
            return await _maintenance(settings, check.found, stop)
    return code


async def _look_later(check: Check, stop: asyncio.Event) -> None:
    """A big file is checked while the bot works."""
    await asyncio.sleep(SOON)
    if await asyncio.to_thread(check.damage):
        stop.set()


async def _maintenance(settings: Settings, wrong: str, stop: asyncio.Event) -> int:
    """Wait for the operator, red on /healthz; Telegram keeps what people write for a day."""
    log.critical("the database is damaged: %s", wrong)
    print(
        "The database is damaged: restore a backup (python -m bot restore FILE), then start again.",
        file=sys.stderr,
    )
    from bot.webhook import Closed

    door = Closed(settings.port)
    await door.start()
    await stop.wait()
    await door.stop()
    return 1


async def _first(task: asyncio.Task[None], stop: asyncio.Event) -> bool:
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait((task, stopped), return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    return task.done()


def settle() -> None:
    """What is loaded by now stays: the collector looks no longer through the content (50 ms each time).

    What loading left over goes back to the system, where the C library can do that (glibc).
    """
    gc.collect()
    gc.freeze()
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


async def _introduce(app: App) -> None:
    """What nobody waits for, once the bot listens."""
    await asyncio.sleep(SOON)
    settle()
    await app.introduce()


async def _until(app: App, stop: asyncio.Event) -> int:
    starting = asyncio.create_task(app.start())
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait((starting, stopped), return_when=asyncio.FIRST_COMPLETED)
    code = 0
    try:
        if starting.done():
            await starting
            later = asyncio.get_running_loop().call_later(SETTLED, settle)
            introducing = asyncio.create_task(_introduce(app), name="introducing")
            refused = asyncio.create_task(app.refused())
            await asyncio.wait((refused, stopped), return_when=asyncio.FIRST_COMPLETED)
            code = 3 if refused.done() and not stop.is_set() else 0
            refused.cancel()
            introducing.cancel()
            later.cancel()
            await asyncio.gather(introducing, return_exceptions=True)
        else:
            starting.cancel()
    except InvalidToken:
        code = 3
    if code:
        print(
            "Telegram does not accept BOT_TOKEN: set it to the token that @BotFather gives.", file=sys.stderr
        )
    stopped.cancel()
    stopping = asyncio.create_task(app.stop())
    if not (await asyncio.wait({stopping}, timeout=GRACE))[0]:
        log.warning("stopping took too long; the rest stays in the outbox")
        os._exit(code)
    stopping.result()
    return code
