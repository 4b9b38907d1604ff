"""An operator's life with real processes: health, a second process, a wrong or revoked token, stopping, nightly backups."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.clock import Clock
from bot.health import report
from bot.preview.http_door import HttpDoor
from bot.preview.world import World
from bot.settings import Settings
from storage.ledger import CLEAN
from storage.notebook import Notebook
from storage.upgrade import upgrade
from tests.bot.test_webhook import free_port

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
Process = asyncio.subprocess.Process


class Machine:
    """A folder with a database, a Telegram, and the processes that were started on it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.world = World(clock=Clock().now)
        self.door = HttpDoor(self.world)
        self.started: list[Process] = []

    async def run(self, *command: str, **env: str) -> Process:
        """A process of the bot."""
        whole = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "BOT_TOKEN": self.world.token,
            "TELEGRAM_API_URL": self.door.address,
            "DATABASE_URL": f"sqlite:///{self.folder / 'bot.db'}",
            **env,
        }
        made = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *command,
            cwd=self.folder, env=whole, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        self.started.append(made)
        return made

    async def says(self, *command: str, **env: str) -> tuple[int, str]:
        """The exit code and everything that a command printed."""
        made = await self.run(*command, **env)
        out, err = await asyncio.wait_for(made.communicate(), 60)
        return made.returncode or 0, (out + err).decode()

    async def answers(self, text: str) -> None:
        """Ada writes; wait until the bot has answered."""
        ada = self.world.person(1001)
        before = self.sent()
        ada.send(text)
        async with asyncio.timeout(60):
            while self.sent() == before:  # noqa: ASYNC110 - another process works
                await asyncio.sleep(0.05)

    def sent(self) -> int:
        return sum(made.method == "sendMessage" for made in self.world.made)

    async def healthz(self) -> int:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.port}/healthz") as got,
        ):
            return got.status


@pytest.fixture
async def machine(tmp_path: Path) -> AsyncIterator[Machine]:
    made = Machine(tmp_path)
    await made.door.start()
    yield made
    for process in made.started:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    await made.door.stop()


async def waits(process: Process) -> None:
    """Until the process says that it waits for the other one."""
    assert process.stderr is not None
    async with asyncio.timeout(60):
        while b"another process has" not in await process.stderr.readline():
            assert process.returncode is None


async def test_from_start_to_stop_with_a_second_process(machine: Machine):
    code, said = await machine.says("health")
    assert (code, "no database yet" in said) == (1, True)
    first = await machine.run(PORT=str(machine.port))
    await machine.answers("/start")
    code, said = await machine.says("health")
    assert (code, json.loads(said)["ok"]) == (0, True)
    assert await machine.healthz() == 200

    second = await machine.run()  # one process writes a SQLite file
    await waits(second)
    await machine.answers("/help")
    first.send_signal(signal.SIGKILL)
    await first.wait()
    await machine.answers("/help")  # the second has taken over

    began = asyncio.get_running_loop().time()
    second.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(second.wait(), 10) == 0
    assert asyncio.get_running_loop().time() - began < 4
    code, said = await machine.says("health")
    assert (code, "it was stopped" in said) == (1, True)


async def test_a_waiting_process_stops_at_once(machine: Machine):
    first = await machine.run()
    await machine.answers("/start")
    second = await machine.run()
    await waits(second)
    second.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(second.wait(), 5) == 0
    assert first.returncode is None


async def test_a_wrong_token_ends_with_3(machine: Machine):
    code, said = await machine.says(BOT_TOKEN="987654321:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0")
    assert code == 3
    assert "Telegram does not accept BOT_TOKEN" in said
    assert "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0" not in said


async def test_a_token_revoked_while_running_ends_with_3(machine: Machine):
    bot = await machine.run()
    await machine.answers("/start")
    machine.door._prefix = "/botrevoked/"
    _, said = await asyncio.wait_for(bot.communicate(), 60)
    assert bot.returncode == 3
    assert b"Telegram does not accept BOT_TOKEN" in said


async def test_the_nightly_backup_of_the_readme(machine: Machine):
    """The unit's own lines, with this folder for its folders; a copy of last month goes, this one can be restored."""
    bot = await machine.run()
    await machine.answers("/start")
    copies = machine.folder / "copies"
    copies.mkdir()
    old = copies / "2026-01-01.db"
    old.write_bytes(b"")
    long_ago = (Clock().now() - timedelta(days=31)).timestamp()
    os.utime(old, (long_ago, long_ago))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for line in re.findall(r"^ExecStart=(.*(?:backup|-delete).*)$", readme, re.M):
        command = line.replace("/var/backups/strongstride", str(copies)).replace("$$", "$").replace("%%", "%")
        command = command.replace(".venv/bin/python", f"{sys.executable}")
        env = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": f"sqlite:///{machine.folder / 'bot.db'}",
        }
        done = await asyncio.create_subprocess_shell(command, cwd=machine.folder, env=env)
        assert await asyncio.wait_for(done.wait(), 60) == 0
    assert [copy.name for copy in copies.iterdir()] == [f"{datetime.now().date()}.db"]  # noqa: DTZ005, TID251 - as `date` has it
    code, said = await machine.says("restore", str(next(copies.iterdir())))
    assert (code, "stop" in said) == (2, True)  # not while the bot runs
    bot.send_signal(signal.SIGTERM)
    await asyncio.wait_for(bot.communicate(), 10)
    code, _ = await machine.says("restore", str(next(copies.iterdir())))
    assert code == 0
    before = machine.sent()
    await machine.run()
    await machine.answers("/help")
    assert machine.sent() == before + 1  # the welcome of before the backup is not said again


@pytest.mark.parametrize(
    ("alive", "stopped", "now", "ok", "words"),
    [
        (None, None, NOON, False, "never run"),
        (NOON, None, NOON + timedelta(minutes=2), True, ""),
        (NOON, None, NOON + timedelta(minutes=4), False, "hangs, or was killed"),
        (NOON, NOON + timedelta(seconds=5), NOON + timedelta(minutes=1), False, "it was stopped"),
    ],
    ids=["never", "runs", "hangs", "stopped"],
)
async def test_health_from_outside(tmp_path: Path, alive, stopped, now, ok, words):
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    upgrade(url)
    notebook = Notebook.open(url)
    if alive is not None:
        await notebook.turn(lambda page: page.ledger.alive(alive))
    if stopped is not None:
        await notebook.turn(lambda page: page.ledger.keep(CLEAN, stopped.isoformat()))
    await notebook.close()
    found = await report(Settings(database_url=url), now)
    assert found["ok"] is ok
    assert words in found.get("error", "")


async def test_healthz_is_red_while_the_database_is_away(tmp_path: Path):
    from tests.bot.engine import Engine
    from tests.postgres import fresh_database

    for url in (f"sqlite:///{tmp_path}/a.db", fresh_database()):
        port = free_port()
        bot = Engine(url, settings={"port": port})
        await bot.start()
        async with aiohttp.ClientSession() as session:
            address = f"http://127.0.0.1:{port}/healthz"
            async with session.get(address) as got:
                assert got.status == 200
            look = bot.app.notebook.look

            async def away(_fn):
                raise OSError("connection refused")

            bot.app.notebook.look = away
            async with session.get(address) as got:
                assert (got.status, (await got.json())["ok"]) == (503, False)
            bot.app.notebook.look = look
            async with session.get(address) as got:
                assert got.status == 200
        with contextlib.suppress(Exception):
            await bot.app.crash()
