"""P15: a full disk or a locked database loses nothing and claims nothing. P17: flipped bytes are noticed. P16 beside."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random  # noqa: TID251 - seeded

from bot.clock import Clock
from bot.health import Check
from storage import engines
from storage.copies import back_up, restore
from storage.notebook import Notebook
from storage.upgrade import upgrade
from tests.bot.engine import NOON, Engine, engine

FLIPS = int(os.environ.get("FLIPS", "60"))


async def test_a_full_disk_loses_nothing_and_claims_nothing(tmp_path, caplog):
    caplog.set_level("CRITICAL")
    async with engine(f"sqlite:///{tmp_path}/a.db", clock=Clock()) as bot:
        person = bot.world.person(1001)
        person.send("before")
        await bot.settled()
        raw = bot.app.notebook.writer.raw_connection()
        size = raw.cursor().execute("PRAGMA page_count").fetchone()[0]
        raw.cursor().execute(f"PRAGMA max_page_count={size + 1}")
        raw.close()
        for n in range(40):
            person.send(f"{n} " + "x" * 3000)
        await asyncio.sleep(1)
        heard = len(bot.talk.heard)
        counted = await bot.app.notebook.look(lambda page: page.ledger.counted())
        told = [text for text in bot.texts(1001) if text.startswith("heard ")]
        stored = {key.partition(":")[2] for key in counted}
        assert {
            text.removeprefix("heard ") for text in told
        } <= stored  # nothing is claimed that is not there
        assert heard < 41
        raw = bot.app.notebook.writer.raw_connection()
        raw.cursor().execute("PRAGMA max_page_count=100000")
        raw.close()
        async with asyncio.timeout(40):
            while bot.world.updates.pending or not await caught_up(bot):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        counted = await bot.counted()
        sets = {key: value for key, value in counted.items() if key.startswith("1001:")}
        assert len(sets) == 41
        assert set(sets.values()) == {1}


async def caught_up(bot) -> bool:
    return await bot.look(lambda page: page.inbox.count("new")) == 0 and len(bot.talk.heard) >= 41


async def test_a_database_locked_for_a_while_loses_nothing(tmp_path, caplog, monkeypatch):
    """Longer than busy_timeout, which is shortened here; thirty seconds with a real process: tests/kill/test_disk.py."""
    caplog.set_level("CRITICAL")
    short = tuple(each.replace("busy_timeout=5000", "busy_timeout=400") for each in engines.PRAGMAS)
    monkeypatch.setattr(engines, "PRAGMAS", short)
    async with engine(f"sqlite:///{tmp_path}/a.db", clock=Clock()) as bot:
        person = bot.world.person(1001)
        with sqlite3.connect(tmp_path / "a.db", isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            for n in range(10):
                person.send(f"{n}")
            await asyncio.sleep(1.2)
            assert bot.texts(1001) == []
            assert bot.app.notebook.failing  # /healthz is red
            other.execute("ROLLBACK")
        other.close()
        async with asyncio.timeout(40):
            while len(bot.texts(1001)) < 10:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        assert bot.texts(1001) == [f"heard {n}" for n in range(10)]
        assert set((await bot.counted()).values()) == {1}
        assert not bot.app.notebook.failing


def test_flipped_bytes_are_noticed_or_harmless(tmp_path):
    """What integrity_check sees refuses service; what it cannot see is inside values."""
    url = f"sqlite:///{tmp_path}/a.db"
    upgrade(url)
    with sqlite3.connect(tmp_path / "a.db") as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.executemany("INSERT INTO ledger VALUES (?, ?)", [(f"k{n}", "v" * 40) for n in range(6000)])
    db.close()
    with sqlite3.connect(tmp_path / "a.db") as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("PRAGMA journal_mode=DELETE")
    db.close()
    whole = (tmp_path / "a.db").read_bytes()
    dice, seen = Random(1), 0
    for n in range(FLIPS):
        copy = bytearray(whole)
        start = dice.randrange(len(copy) - 64)
        copy[start : start + 64] = dice.randbytes(64)
        file = tmp_path / f"flip{n}.db"
        file.write_bytes(copy)
        check = Check(f"sqlite:///{file}")
        assert check.at_once  # nobody is answered before
        found = check.damage() is not None  # and it never raises
        assert found or whole_to_sqlite(file), n
        seen += found
        file.unlink()
    print(f"{seen} of {FLIPS} noticed")
    assert seen >= FLIPS * 0.6


def whole_to_sqlite(file: Path) -> bool:
    """What SQLite's own, slower integrity_check says."""
    try:
        with closing(sqlite3.connect(file)) as db:
            return db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.DatabaseError:
        return False


async def test_a_restored_backup_sends_nothing_twice(tmp_path):
    """P16: backup with a reminder waiting, the reminder goes out, restore, run: it does not come again."""
    from datetime import timedelta

    from bot.coach.says import Say
    from tests.bot.engine import Talk

    url = f"sqlite:///{tmp_path}/a.db"
    key = "rem:1001:2026-11-23:day:0"
    talk = Talk(dues={"reminder": lambda *_: [Say(phrase="train!", once=True, priority=1, key=key)]})
    bot = Engine(url, talk=talk)
    await bot.start()
    bot.world.person(1001).send("hello")
    await bot.settled()
    await bot.due(1001, "reminder", NOON + timedelta(minutes=1))
    back_up(url, tmp_path / "copy0.db")
    bot.clock.jump(timedelta(minutes=2))
    bot.app.gate.close(3600)
    await bot.app.tick.once()
    back_up(url, tmp_path / "copy1.db")
    bot.app.gate.closed_until = 0
    bot.app.speech.wake()
    await bot.settled()
    assert bot.texts(1001).count("train!") == 1
    await bot.app.stop()
    restore(url, tmp_path / "copy1.db", bot.clock.now())
    await bot.start()
    await bot.app.tick.once()
    await bot.settled()
    assert bot.texts(1001).count("train!") == 1
    await bot.app.stop()
    book = Notebook.open(url)
    assert (await book.turn(lambda page: page.outbox.states())).get("unknown") == 1
    await book.close()
