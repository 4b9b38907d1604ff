"""The whole bot in one process, ended at a numbered step (a statement, a commit, a request), begun again, judged."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import event

from bot.coach.says import Say
from storage.notebook import Notebook
from storage.records import Due, Runner
from storage.upgrade import upgrade
from tests.bot.engine import NOON, Engine, Talk

ME = 1001
TEXTS = ("1", "2", "3")


class Ended(BaseException):
    """The process is no more."""


class Compiled(dict):
    """Statements that were compiled before, for every life: each has an engine of its own, all of one dialect."""

    def get(self, key, default=None):
        return super().get(key[1:], default)

    def __setitem__(self, key, made):
        super().__setitem__(key[1:], made)


COMPILED = Compiled()


@dataclass
class Steps:
    """Counts steps; at `end` the process is dead, and nothing happens any more."""

    end: int | None = None
    count: int = 0
    dead: asyncio.Event = field(default_factory=asyncio.Event)
    loop: asyncio.AbstractEventLoop | None = None
    gone: bool = False

    def step(self):
        self.count += 1
        if self.gone or (self.end is not None and self.count >= self.end):
            self.gone = True
            self.loop.call_soon_threadsafe(self.dead.set)
            raise Ended


def heard(page, context, text):
    page.ledger.keep(f"last of {context.person}", text)
    return [
        Say(phrase=f"did {text}", about="line", retires="line"),
        Say(phrase=f"card {text}", about="card", edit=text != "1"),
    ]


def reminder(_page, _due, _now):
    return [Say(phrase="train!", once=True, priority=1, key="rem:1001:2026-11-23:day:0")]


class Life:
    """One scenario on a database of its own."""

    def __init__(self, folder: Path, template: Path) -> None:
        file = folder / "sim.db"
        for old in folder.glob("sim.db*"):
            old.unlink()
        shutil.copyfile(template, file)
        talk = Talk(turn=heard, dues={"reminder": reminder})
        self.bot = Engine(f"sqlite:///{file}", talk=talk, upgraded=True)
        self.shown: list[str] = []
        self.answered = 0
        self.stepped: list[int] = []

    async def begin(self, end: int | None) -> Steps:
        """Start the bot so that it dies at step `end`."""
        steps = Steps(end=end, loop=asyncio.get_running_loop())
        open_ = Notebook.open

        def watched(url, **more):
            book = open_(url, **more)
            book.writer = book.writer.execution_options(compiled_cache=COMPILED)
            event.listen(book.writer, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))
            event.listen(book.writer, "before_cursor_execute", lambda *_: steps.step())
            event.listen(book.writer, "commit", lambda _: steps.step())
            commit = book._commit

            def and_after(batch):
                commit(batch)
                steps.step()

            book._commit = and_after
            return book

        Notebook.open = watched
        try:
            starting = asyncio.ensure_future(self.bot.start())
            ended = asyncio.ensure_future(steps.dead.wait())
            self._watch_requests(steps)
            await asyncio.wait((starting, ended), return_when=asyncio.FIRST_COMPLETED)
            ended.cancel()
            if not starting.done():
                starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
        finally:
            Notebook.open = open_
        return steps

    def _watch_requests(self, steps):
        world = self.bot.world
        call = type(world).call

        async def watched(name, *rest):
            steps.step()
            answer = await call(world, name, *rest)
            steps.step()
            return answer

        world.call = watched
        world_of = self.bot
        world_of.steps = steps

    async def quiet(self, steps: Steps) -> bool:
        """Wait until nothing is left to do, letting time pass; False when the process died first."""
        working = asyncio.ensure_future(self._work())
        ended = asyncio.ensure_future(steps.dead.wait())
        await asyncio.wait((working, ended), return_when=asyncio.FIRST_COMPLETED, timeout=120)
        alive = working.done() and not steps.gone
        ended.cancel()
        working.cancel()
        results = await asyncio.gather(working, return_exceptions=True)
        if alive and isinstance(results[0], BaseException):
            raise results[0]
        if not alive and not steps.gone:
            raise AssertionError("the bot did not come to rest")
        return alive

    async def _work(self):
        from datetime import timedelta

        for _ in range(4):
            await self.bot.settled()
            await self.bot.app.tick.once()
            await self.bot.settled()
            left = await self.bot.look(lambda page: page.outbox.waiting())
            if not left:
                return
            self.bot.clock.jump(timedelta(seconds=61))
            self.bot.app.speech.wake()

    async def play(self, *ends: int | None) -> list[str]:
        """Live through the scenario, dying at each of `ends`; returns what went wrong."""
        person = self.bot.world.person(ME)
        person.send("hello")
        for text in TEXTS:
            person.send(text)
        for end in (*ends, None):
            steps = await self.begin(end)
            alive = not steps.gone and await self.quiet(steps)
            self.stepped.append(steps.count)
            if alive:
                steps.end = None  # what we look at now is no step of the bot
                break
            await self._bury()
        found = await self.judge()
        await self.bot.app.crash()
        return found

    async def _bury(self):
        app = self.bot.app
        if app is not None:
            await app.crash()

    async def judge(self) -> list[str]:
        """Every promise that this life broke."""
        counts = await self.bot.counted()
        wrong = [
            f"{text} had {counts.get(f'{ME}:{text}', 0)} effects"
            for text in TEXTS
            if counts.get(f"{ME}:{text}") != 1
        ]
        sent = [
            made.values.get("text", "")
            for made in self.bot.world.made
            if made.method in ("sendMessage", "editMessageText") and made.status == 200
        ]
        times = Counter(sent)
        states = await self.bot.look(lambda page: page.outbox.states())
        new = await self.bot.look(lambda page: page.inbox.count("new"))
        dead = await self.bot.look(lambda page: page.inbox.count("dead") + page.inbox.count("ignored"))
        if new or dead:
            wrong.append(f"{new} letters left, {dead} set aside")
        if times["train!"] > 1:
            wrong.append(f"the reminder came {times['train!']} times")
        if times["train!"] == 0 and not states.get("unknown"):
            wrong.append("the reminder is lost and nobody knows")
        wrong += [
            f"no answer to {text}" for text in TEXTS if not times[f"did {text}"] and not states.get("unknown")
        ]
        first = [sent.index(f"did {text}") for text in TEXTS if times[f"did {text}"]]
        if first != sorted(first):
            wrong.append("answers out of order")
        if await self.bot.look(lambda page: page.outbox.waiting()):
            wrong.append("something is still to be sent")
        return wrong


def template(folder: Path) -> Path:
    """A database with a runner and a reminder that is due."""
    file = folder / "template.db"
    url = f"sqlite:///{file}"
    upgrade(url)

    async def fill():
        book = Notebook.open(url)

        def page_of(page):
            page.runners.keep(Runner(id=ME, name="R", created_at=NOON))
            page.dues.keep(Due(runner_id=ME, kind="reminder", at=NOON))

        await book.turn(page_of)
        await book.close()

    asyncio.run(fill())
    return file
