"""kill -9 while reminders go out, over every clock change of sixteen zones: none lost, none doubled, none out of time."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from tests.kill.driver import Driver, Process
from tests.kill.reminding import Run, clock_file
from tests.kill.test_kill import free_port, hook
from tests.postgres import fresh_database

JUMPED = "tests.kill.jumped"


async def live(
    folder, kind: str, *, kills: int, count: int, around: timedelta, upto: int | None = None
) -> Run:
    """One run; raises where a reminder was lost, doubled or out of time."""
    shared = clock_file(folder)
    url = fresh_database() if kind == "postgresql" else f"sqlite:///{folder}/a.db"
    driver = Driver(folder, url, extra={"CLOCK_FILE": f"{folder}/clock"}, clock=shared.now)
    driver.world.remember = 0
    command, env = (), {}
    if kind == "postgresql":
        command, env = ("worker",), hook(free_port())
    many = 2 if kind == "postgresql" else 1
    bots = [Process(driver, module=JUMPED, command=command, env=env) for _ in range(many)]
    try:
        await driver.door.start()
        run = Run(driver, shared, kills=kills, count=count, around=around, seed=1)
        found = await run.all(bots, upto)
    finally:
        await driver.close()
    for what in (*found.lost, *found.doubled, *found.wrong):
        print(what)
    print(f"{kind}: {run.done} kills, {dict(sorted(found.counts.items()))}, latest {run.slowest}")
    assert (found.lost, found.doubled, found.wrong) == ([], [], [])
    return run


@pytest.mark.timeout(120)
async def test_reminders_over_kills(tmp_path):
    run = await live(tmp_path, "sqlite", kills=40, count=48, around=timedelta(hours=12), upto=1)
    assert run.done >= 2


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_reminders_over_two_hundred_kills(tmp_path, kind):
    kills = int(os.environ.get("KILLS", "200"))
    run = await live(tmp_path, kind, kills=kills * 6 // 5, count=384, around=timedelta(hours=24))
    assert run.done >= kills
