"""What all tests share: the clock, the strict stand-in Telegram, the stage for dialogues, and the tally of requests."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot

from bot.clock import SetClock
from bot.preview.request_door import RequestDoor
from bot.preview.world import World, watchers
from tests.dialogue import Me, Stage
from tests.tally import Tally

os.environ.setdefault(
    "PTB_TIMEDELTA", "1"
)  # without it every 429 is a deprecation warning, which is an error here
MONDAY = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
TALLY = pytest.StashKey[Tally]()


@pytest.fixture
def clock() -> SetClock:
    """A clock that stands still on Monday, 2 November 2026, 12:00 UTC until it is moved."""
    return SetClock(MONDAY)


@pytest.fixture
async def world(clock: SetClock) -> AsyncIterator[World]:
    """A strict stand-in Telegram on the test's clock; a mistake of its own fails the test."""
    from tests.telegram_checks.suite import strict

    world = World(clock=clock.now, **strict())
    yield world
    await world.webhook.close()
    assert not world.mishaps, world.mishaps


@pytest.fixture
async def bot(world: World) -> AsyncIterator[Bot]:
    """python-telegram-bot's client before that Telegram."""
    async with Bot(world.token, request=RequestDoor(world), get_updates_request=RequestDoor(world)) as bot:
        yield bot


@pytest.fixture
async def stage(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """The whole bot on a temporary database, before the strict Telegram; fails if anything went wrong unseen."""
    from tests.telegram_checks.suite import strict

    stage = Stage(tmp_path, getattr(request, "param", MONDAY), **strict())
    await stage.start()
    try:
        yield stage
        stage.check()
    finally:
        await stage.close()


@pytest.fixture
def me(stage: Stage) -> Me:
    """Ada, who has never talked to the bot."""
    return stage.person(1001, "Ada")


# the tally: how many requests the run made, and how many were refused other than on purpose


def pytest_configure(config: pytest.Config) -> None:
    """Count from here on."""
    tally = config.stash[TALLY] = Tally()
    watchers.append(tally.count)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Refusals belong to a test: those of the stand-in's own tests are on purpose."""
    item.config.stash[TALLY].begin(item.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of pytest-xdist hands its tally over."""
    output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["telegram"] = session.config.stash[TALLY].as_data()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """One line, and the refusals that nobody meant."""
    for line in config.stash[TALLY].lines():
        terminalreporter.write_line(line)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a worker counted."""
    node.config.stash[TALLY].add(getattr(node, "workeroutput", {}).get("telegram"))
