"""P12, inputs row 42: the tick goes on when the wall clock jumps; a clock far from Telegram's is noticed; late is said."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.clock import Clock, ShiftedClock
from bot.drift import PUBLIC, Drift
from bot.reminders import Tick
from storage.records import Due, Runner
from tests.bot.engine import NOON, engine


class Steady(Clock):
    """A real clock whose steady time the test moves."""

    ahead = 0.0

    def steady(self):
        return super().steady() + self.ahead


class Services:
    clock: Clock


async def test_the_tick_goes_on_when_the_wall_clock_is_set_back(monkeypatch):
    """APScheduler waits by wall time: an hour back would be an hour of silence."""
    from apscheduler.schedulers import base

    wall = ShiftedClock()

    class Wall(datetime):
        @classmethod
        def now(cls, tz=None):
            return wall.now().astimezone(tz)

    monkeypatch.setattr(base, "datetime", Wall)
    monkeypatch.setattr("bot.reminders.Clock", lambda: wall)
    services = Services()
    services.clock = Steady()
    tick, ticks = Tick(services, {}), []

    async def once():
        ticks.append(1)
        return 0

    tick.once = once
    tick.start()
    await asyncio.sleep(1.3)
    assert ticks
    wall.jump(timedelta(hours=-1))
    ticks.clear()
    await asyncio.sleep(1.5)
    assert not ticks or len(ticks) == 1  # one may have been on its way; then silence
    ticks.clear()
    services.clock.ahead = 10
    assert tick.catch_up()
    await asyncio.sleep(1.5)
    assert len(ticks) >= 2
    tick.stop()


async def test_an_end_in_the_middle_of_a_tick_is_no_error(caplog):
    services, begun = Services(), asyncio.Event()
    services.clock = Clock()
    tick = Tick(services, {})

    async def once():
        begun.set()
        await asyncio.Event().wait()

    tick.once = once
    tick.start()
    await asyncio.wait_for(begun.wait(), 10)
    tick.stop()
    await asyncio.sleep(0.05)
    assert not [one for one in caplog.records if one.levelname == "ERROR"]


@pytest.mark.parametrize("by", [-3600, -121, 121, 3600])
def test_a_clock_far_from_telegrams_is_noticed_once(by):
    clock = ShiftedClock(timedelta(seconds=by))
    public, own = Drift(clock, PUBLIC), Drift(clock, "http://localhost:8081")
    theirs = format_datetime(Clock().now(), usegmt=True)
    for drift in (public, own):
        drift.heard(theirs)
        assert drift.off
        assert drift.news() is not None
        drift.heard(theirs)
        assert drift.news() is None
    assert public.distrusted
    assert not own.distrusted
    clock.jump(timedelta(seconds=-by))
    public.heard(theirs)
    assert not public.distrusted


@pytest.mark.parametrize("date", ["", "yesterday", "Mon, 99 Nov 2026"])
def test_what_is_no_date_changes_nothing(date):
    drift = Drift(Clock(), PUBLIC)
    drift.heard(date)
    assert not drift.off


async def test_reminders_wait_while_the_clock_is_distrusted_and_the_owner_hears(tmp_path):
    from tests.bot.engine import Talk

    acted = []
    handlers = {kind: (lambda _p, due, _n: acted.append(due.kind) or []) for kind in ("reminder", "rest")}
    url = f"sqlite:///{tmp_path}/a.db"
    async with engine(url, talk=Talk(dues=handlers)) as bot:
        bot.app.drift.public = True
        bot.app.drift.heard(format_datetime(NOON - timedelta(hours=1), usegmt=True))

        def page_of(page):
            page.runners.keep(Runner(id=7, name="R", created_at=NOON))
            for kind in handlers:
                page.dues.keep(Due(runner_id=7, kind=kind, at=NOON))

        await bot.look(page_of)
        await bot.app.tick.once()
        assert acted == ["rest"]
        bot.app.drift.heard(format_datetime(NOON.astimezone(UTC), usegmt=True))
        await bot.app.tick.once()
        assert acted == ["rest", "reminder"]
