"""The kill driver: real processes of the bot before a stand-in Telegram over HTTP, killed at random moments.

People press the numbered buttons one after the other without waiting for answers; in the end `/export` has to hold
exactly the sets they logged, once each and in order.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from random import Random  # noqa: TID251 - a seeded driver, not the coach

from bot.clock import Clock
from bot.preview.http_door import HttpDoor
from bot.preview.world import World
from storage.notebook import Notebook, Page

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240.0  # seconds until we give up, on a machine that has much else to do


@dataclass
class Child:
    """A process that the nursery bore."""

    pid: int
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    returncode: int | None = None

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    async def wait(self) -> None:
        await self.gone.wait()


class Nursery:
    """Our end of tests.kill.nursery."""

    def __init__(self, log) -> None:
        self.log, self.children = log, {}
        self.process: asyncio.subprocess.Process | None = None
        self.births: asyncio.Queue[Child] = asyncio.Queue()
        self.reading: asyncio.Task[None] | None = None

    async def born(self, module: str, command: tuple[str, ...], env: dict[str, str]) -> Child:
        if self.process is None:
            pipe = asyncio.subprocess.PIPE
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.kill.nursery", cwd=ROOT, stdin=pipe, stdout=pipe, stderr=self.log
            )
            self.reading = asyncio.create_task(self._read(self.process.stdout))
        order = {"module": module, "command": list(command), "env": env}
        self.process.stdin.write(json.dumps(order).encode() + b"\n")
        async with asyncio.timeout(PATIENCE):
            return await self.births.get()

    async def _read(self, lines: asyncio.StreamReader) -> None:
        async for line in lines:
            said = json.loads(line)
            if "born" in said:
                self.children[said["born"]] = child = Child(said["born"])
                self.births.put_nowait(child)
            else:
                child = self.children.pop(said["ended"])
                child.returncode = said["code"]
                child.gone.set()

    async def close(self) -> None:
        if self.process is not None:
            self.process.stdin.close()
            await self.process.wait()
            await self.reading


@dataclass
class Process:
    """One process of the bot."""

    driver: Driver
    command: tuple[str, ...] = ()
    module: str = "bot"
    env: dict[str, str] = field(default_factory=dict)
    process: asyncio.subprocess.Process | Child | None = None

    def __post_init__(self):
        self.driver.processes.append(self)

    async def start(self, ready=None):
        env = {**os.environ, **self.driver.env, **self.env}
        if self.process is None:  # the first time as the operator does it, then quicker
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", self.module, *self.command, cwd=ROOT, env=env, stderr=self.driver.log
            )
        else:
            self.process = await self.driver.nursery.born(self.module, self.command, env)
        if ready is not None:
            async with asyncio.timeout(PATIENCE):
                while not ready():
                    if self.process.returncode is not None:
                        raise AssertionError(f"the bot ended by itself: {self.process.returncode}")
                    await asyncio.sleep(0.005)

    async def kill(self):
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def terminate(self) -> float:
        """SIGTERM; returns the seconds it took to end."""
        began = asyncio.get_running_loop().time()
        self.process.send_signal(signal.SIGTERM)
        await self.process.wait()
        return asyncio.get_running_loop().time() - began


@dataclass
class Driver:
    """The world, the people, and what they did."""

    folder: Path
    url: str
    seed: int = 1
    people: int = 20
    extra: dict[str, str] = field(default_factory=dict)
    clock: Callable[[], datetime] = Clock().now
    processes: list[Process] = field(default_factory=list)

    def __post_init__(self):
        self.dice = Random(self.seed)
        self.world = World(clock=self.clock, remember=1000)
        self.door = HttpDoor(self.world)
        self.asked: Counter[str] = Counter()
        call = self.world.call
        self.world.call = lambda name, *rest: (self.asked.update([name.lower()]), call(name, *rest))[1]
        self.labels: list[str] = []
        self.pressed: dict[int, int] = {}
        self.kills = 0
        self.exits: list[float] = []
        self.log = (self.folder / "bot.log").open("ab")
        self.nursery = Nursery(self.log)

    @property
    def env(self) -> dict[str, str]:
        return {
            "BOT_TOKEN": self.world.token,
            "TELEGRAM_API_URL": self.door.address,
            "DATABASE_URL": self.url,
            "SEND_RATE": "0",
            "SEND_RATE_CHAT": "0",
            "LOG_LEVEL": "WARNING",
            "PYTHONDONTWRITEBYTECODE": "",
            "COVERAGE_PROCESS_START": "",
            **self.extra,
        }

    @property
    def pushed(self) -> int:
        """How many sets were logged by the people so far."""
        return sum(self.pressed.values())

    @property
    def finished(self) -> bool:
        return bool(self.labels) and self.pushed == len(self.labels) * (self.people - 1)

    def person(self, n: int):
        return self.world.person(10_001 + n)

    def polled(self):
        """A test that is true once a process has asked for updates after now (or taken a webhook post)."""
        before = self.asked["getupdates"], self.asked["setwebhook"]
        return lambda: (self.asked["getupdates"], self.asked["setwebhook"]) != before

    async def until(self, test, seconds=PATIENCE, what="it"):
        try:
            async with asyncio.timeout(seconds):
                while not test():  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(f"waited {seconds} s for {what}") from None

    async def tap(self, person, button):
        def there():
            rows = (row for letter in person.chat.letters.values() for row in letter.buttons)
            return any(one["text"].startswith(button) for row in rows for one in row)

        await self.until(
            there,
            what=f"{button!r} among {[letter.content.get('text') for letter in person.chat.letters.values()]}",
        )
        person.tap(button)

    def next_key(self, person):
        rows = (person.chat.keyboard or {}).get("keyboard", [])
        return next(
            (key["text"] for row in rows for key in row if key["text"].startswith("✅ Done · ")), None
        )

    async def open_workout(self, person):
        person.send("/start")
        before = (
            len(person.chat.letters) + 2
        )  # taps and messages travel in different queues: one after the other
        await self.tap(person, self.safe)
        await self.until(lambda: len(person.chat.letters) > before, what="the answer to the tap")
        person.send("/today")
        await self.tap(person, "Start")
        await self.until(lambda: self.next_key(person), what="the first card")

    safe = "None of these"

    async def learn(self):
        """One person walks through a workout and notes the buttons; all others open theirs."""
        first = self.person(0)
        await self.open_workout(first)
        while (label := self.next_key(first)) and label not in self.labels:
            self.labels.append(label)
            seen = label
            first.press(label)
            with contextlib.suppress(AssertionError):
                await self.until(lambda seen=seen: self.next_key(first) != seen, 5, "the next button")
        for n in range(1, self.people, 10):
            group = range(n, min(n + 10, self.people))
            await asyncio.gather(*(self.open_workout(self.person(one)) for one in group))
        self.pressed = dict.fromkeys(range(1, self.people), 0)

    def press_one(self) -> bool:
        """Somebody presses their next button, whatever the bot said so far."""
        left = [n for n, done in self.pressed.items() if done < len(self.labels)]
        if not left:
            return False
        n = self.dice.choice(left)
        self.person(n).send(self.labels[self.pressed[n]])
        self.pressed[n] += 1
        return True

    async def press(self, pause: float):
        """Press on, one each `pause` seconds."""
        while self.press_one():  # noqa: ASYNC110
            await asyncio.sleep(self.dice.uniform(0, 2 * pause))

    async def drained(self) -> float:
        """Wait until every press is handled and answered, as long as it gets on; returns the seconds it took.

        People press without waiting: thousands of updates may lie before an /export that comes after them.
        """
        book = Notebook.open(self.url)
        began = moved = asyncio.get_running_loop().time()
        last: object = None
        try:
            while (now := (len(self.world.updates.pending), *await book.look(_left))) != (0, 0, 0):
                clock = asyncio.get_running_loop().time()
                moved = clock if now != last else moved
                last = now
                assert clock - moved < 60, (
                    f"nothing moves: {now} wait at Telegram, in the inbox, in the outbox"
                )
                await asyncio.sleep(0.2)
        finally:
            await book.close()
        return asyncio.get_running_loop().time() - began

    async def exported(self, n: int) -> list[dict]:
        """What the bot remembers of a person."""
        person = self.person(n)
        seen = set(person.chat.letters)
        person.send("/export")

        def document():
            for number, letter in person.chat.letters.items():
                file = letter.content.get("document") or {}
                if number not in seen and letter.by_bot and file.get("file_name", "").endswith(".json"):
                    return file
            return None

        await self.until(document, what="the export")
        kept = self.world.files.by_id[document()["file_id"]]
        return json.loads(kept.data)["sets"]

    async def verdict(self) -> dict[str, int]:
        """Lost, doubled, out of order: over everybody."""
        lost = doubled = disordered = 0
        wanted = None
        for n in [0, *sorted(self.pressed)]:
            sets = await self.exported(n)
            keys = [(one["exercise"], one["set"], one["side"]) for one in sets]
            if n == 0:
                wanted = keys
                assert len(wanted) >= len(self.labels)
                continue
            names = list(dict.fromkeys(key[0] for key in wanted))
            limit = wanted if self.pressed[n] == len(self.labels) else wanted[: self.pressed[n]]
            lost += len(set(limit) - set(keys))
            doubled += len(keys) - len(set(keys))
            times = [
                one["time"]
                for one in sorted(sets, key=lambda one: (names.index(one["exercise"]), one["set"]))
            ]
            disordered += sum(a > b for a, b in pairwise(times))
        return {"lost": lost, "doubled": doubled, "disordered": disordered}

    async def close(self):
        """The end of everything, also after a failure."""
        for process in self.processes:
            if process.process is not None and process.process.returncode is None:
                await process.kill()
        await self.nursery.close()
        await self.door.stop()
        self.log.close()


def _left(page: Page) -> tuple[int, int]:
    """How many letters wait in the inbox, and how many messages in the outbox."""
    return page.inbox.count("new"), page.outbox.waiting()
