"""The README says nothing that does not work: its commands, its units, the Dockerfile and the Procfile are tried."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands import ELSEWHERE, OURS
from bot.preview.http_door import HttpDoor
from bot.preview.world import World

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRIED_ELSEWHERE = {  # line of the README → the file that runs it
    "make run": "tests/bot/preview/test_command.py",
    "make test": ".ci/run",
    "docker build": "Dockerfile",  # no container engine in CI: the file itself is checked below
    "docker run": "Dockerfile",
    "honcho start worker": "tests/bot/test_readme.py",
    "cp .env.example .env": "tests/bot/test_settings_told.py",
    "python -m bot preview": "tests/bot/preview/test_command.py",
    "python -m bot evaluate": "tests/bot/test_evaluation.py",
    "python -m bot": "tests/bot/test_readme.py",
    "python -m content": "tests/bot/test_readme.py",
    "make format": "Makefile",
    "make soak": "Makefile",
}


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", README, re.S | re.M)


def lines() -> list[str]:
    shown = [line.split("  #")[0].strip() for block in blocks("sh") for line in block.splitlines()]
    inline = re.findall(r"`((?:make|cp|honcho) [^`]+)`", README)
    return [line for line in (*shown, *inline) if line]


def test_every_command_is_tried_somewhere():
    assert lines()
    for line in lines():
        found = [where for words, where in TRIED_ELSEWHERE.items() if line.startswith(words)]
        if line.startswith("make "):
            targets = (ROOT / "Makefile").read_text()
            assert re.search(rf"^{line.split()[1]}:", targets, re.M), line
        else:
            assert found, line
            assert (ROOT / found[0]).exists(), line


def test_every_subcommand_is_named():
    named = set(re.findall(r"python -m bot ([a-z]+)", README)) | set(
        re.findall(r"\b(backup|restore|health|pictures)\b", README)
    )
    assert (set(OURS) | set(ELSEWHERE)) - {"start"} <= named


def bot(*arguments: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    whole = {**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": f"sqlite:///{folder / 'bot.db'}", **env}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=whole,
        capture_output=True,
        text=True,
        timeout=90,
    )


def test_the_operators_commands_one_after_the_other(tmp_path: Path):
    assert bot("migrate", folder=tmp_path).returncode == 0
    health = bot("health", folder=tmp_path)
    assert json.loads(health.stdout)["error"] == "the bot has never run on this database"
    assert health.returncode == 1
    assert bot("backup", "copy.db", folder=tmp_path).returncode == 0
    (tmp_path / "bot.db").unlink()
    assert bot("health", folder=tmp_path).returncode == 1
    assert bot("restore", "copy.db", folder=tmp_path).returncode == 0
    assert "never run" in bot("health", folder=tmp_path).stdout


def test_the_plan_of_the_readme(tmp_path: Path):
    found = bot("plan", "R E R H R R L", "--days", "2", folder=tmp_path)
    assert found.returncode == 0
    assert len(found.stdout.splitlines()[0].split()) == 2


def test_without_a_token_one_sentence_says_what_to_set(tmp_path: Path):
    refused = bot(folder=tmp_path, BOT_TOKEN="")
    assert refused.returncode == 2
    assert "BOT_TOKEN" in refused.stderr


def test_the_dockerfile_copies_what_there_is_and_starts_the_bot():
    text = (ROOT / "Dockerfile").read_text()
    sources = [line.split()[1] for line in text.splitlines() if line.startswith("COPY ")]
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    for source in sources:
        assert (ROOT / source).exists(), source
        assert f"!{source}" in ignored, source
    for words in re.findall(r"python -m (\w+)(?: (\w+))?", text):
        assert words[0] in ("content", "bot")
        assert words[1] in ("", "pictures")
    assert '["python", "-m", "bot", "health"]' in text
    assert 'CMD ["python", "-m", "bot"]' in text


UNITS = {"strongstride.service": 0, "strongstride-backup.service": 1, "strongstride-backup.timer": 2}


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_takes_the_units(tmp_path: Path):
    found = blocks("ini")
    assert len(found) == len(UNITS)
    for name, number in UNITS.items():
        unit = found[number].replace("/opt/strongstride/.venv/bin/python", sys.executable)
        (tmp_path / name).write_text(unit.replace("User=strongstride\n", ""))
    verified = subprocess.run(
        ["systemd-analyze", "verify", *(str(tmp_path / name) for name in UNITS)],
        capture_output=True,
        text=True,
    )
    complaints = [line for line in verified.stderr.splitlines() if "strongstride" in line]
    assert complaints == []


def _started(world: World) -> bool:
    return bool(world.profile.photo) and any(made.method == "sendMessage" for made in world.made)


async def test_honcho_starts_the_worker_of_the_procfile(tmp_path: Path):
    world = World(clock=lambda: datetime(2026, 11, 2, tzinfo=UTC))
    door = HttpDoor(world)
    await door.start()
    env = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "BOT_TOKEN": world.token,
        "TELEGRAM_API_URL": door.address,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}",
    }
    honcho = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "honcho", "start", "worker", "-e", "/dev/null", cwd=ROOT, env=env,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        ada = world.person(1001)
        ada.send("/start")
        async with asyncio.timeout(90):
            while not _started(world):  # noqa: ASYNC110 - another process works
                await asyncio.sleep(0.05)
        assert world.profile.commands_for(1001, "en")
    finally:
        honcho.send_signal(signal.SIGTERM)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(honcho.wait(), 20)
        await door.stop()
    assert honcho.returncode is not None
