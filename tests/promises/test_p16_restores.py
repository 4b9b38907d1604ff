"""P16: twenty backups taken while reminders and answers go out; each is whole, and none, restored, sends anything twice."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random  # noqa: TID251 - seeded

from bot import appointments
from bot.app import App, build
from bot.clock import SetClock
from bot.coach.screens import day_from
from bot.preview.request_door import RequestDoor
from bot.preview.world import World
from bot.settings import Settings
from storage.copies import back_up, damage, restore
from storage.records import Runner, Week
from storage.upgrade import upgrade
from tests.bot.engine import NOON

COPIES = int(os.environ.get("COPIES", "4"))
PEOPLE = range(1001, 1041)
DAYS = ("easy", "easy", "easy", "easy", "easy", "easy", "easy")


class Scene:
    """Forty people with a reminder at one and the same minute, and the bot on a file of theirs."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock, self.dice = folder, SetClock(NOON), Random(1)
        self.world = World(clock=self.clock.now)
        self.url = f"sqlite:///{folder}/a.db"
        upgrade(self.url)

    async def begin(self, url: str) -> App:
        settings = Settings(
            _env_file=None, bot_token=self.world.token, database_url=url, send_rate=0, send_rate_chat=0
        )
        app = build(settings, clock=self.clock, request=RequestDoor(self.world), ticking=False)
        await app.start()
        return app

    def people(self, page) -> None:
        for n in PEOPLE:
            self.world.person(n).chat.started = True
            runner = Runner(
                id=n, name="R", zone="Europe/Berlin", hour=14 * 60, screening="clear", created_at=NOON
            )
            page.runners.keep(runner)
            page.weeks.keep(Week(runner_id=n, days=DAYS, wanted=3, chosen=(0, 2, 4)))
            appointments.renew(page, runner, self.clock.now())

    def reminded(self) -> Counter[int]:
        """How often each person was reminded of today."""
        found: Counter[int] = Counter()
        for n in PEOPLE:
            for letter in self.world.person(n).chat.letters.values():
                data = [one.get("callback_data", "") for row in letter.buttons for one in row]
                found[n] += any(
                    one.startswith("v1:later:") and day_from(one.split(":")[2]) == NOON.date() for one in data
                )
        return found

    async def load(self) -> None:
        """People ask for their week while reminders go out, each message taking its time."""
        for n in PEOPLE:
            self.world.person(n).send("/week")
            self.world.faults.add(method="sendmessage", slow=self.dice.uniform(0.01, 0.2))
            await asyncio.sleep(0.01)


async def test_none_of_many_restored_backups_sends_anything_twice(tmp_path):
    """COPIES=20 for the long form."""
    scene = Scene(tmp_path)
    app = await scene.begin(scene.url)
    await app.notebook.turn(scene.people)
    back_up(scene.url, tmp_path / "copy0.db")
    scene.clock.jump(timedelta(hours=1, minutes=1))
    loading, ticking = asyncio.create_task(scene.load()), asyncio.create_task(app.tick.once())
    for n in range(1, COPIES):
        await asyncio.to_thread(back_up, scene.url, tmp_path / f"copy{n}.db")
        await asyncio.sleep(scene.dice.uniform(0, 0.6 / COPIES))
    await asyncio.gather(loading, ticking)
    await app.settled(60)
    assert set(scene.reminded().values()) == {1}
    await app.stop()
    scene.clock.jump(timedelta(minutes=2))
    for n in range(COPIES):
        copy = tmp_path / f"copy{n}.db"
        assert damage(copy) is None
        url, before = f"sqlite:///{tmp_path}/back{n}.db", answers(scene)
        restore(url, copy, scene.clock.now())
        app = await scene.begin(url)
        await app.tick.once()
        await app.settled(60)
        await app.stop()
        assert set(scene.reminded().values()) == {1}, n
        assert answers(scene) - before <= unheard(copy), n


def answers(scene: Scene) -> int:
    """How many messages people got in all."""
    return sum(len(scene.world.person(n).chat.letters) for n in PEOPLE)


def unheard(copy: Path) -> int:
    """How many messages of people the copy holds that nothing in it answers: their effects would be lost otherwise."""
    with closing(sqlite3.connect(copy)) as db:
        return db.execute("SELECT count(*) FROM inbox WHERE status = 'new'").fetchone()[0]
