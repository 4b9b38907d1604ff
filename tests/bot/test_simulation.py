"""Ended at any step, and again while it recovers: nothing lost, nothing doubled. And planted faults are caught."""

from __future__ import annotations

import asyncio
import logging
import os
import time

import pytest

from bot import app as apps
from bot import context as contexts
from bot.hearing import Poller
from storage.inbox import Inbox
from storage.outbox import Outbox
from tests.bot.simulation import Life, template

STRIDE = int(os.environ.get("STRIDE", "1"))  # 1: about 9,800 pairs
SHARD, OF = (int(n) for n in os.environ.get("SHARD", "1/1").split("/"))  # 2/3: the second of three processes


@pytest.fixture
def lives(tmp_path, caplog):
    logging.disable(logging.CRITICAL)
    model = template(tmp_path)

    def live(*ends):
        life = Life(tmp_path, model)
        return asyncio.run(life.play(*ends)), life.stepped

    yield live
    logging.disable(logging.NOTSET)


def test_ended_at_each_step(lives):
    found, stepped = lives()
    assert found == []
    assert stepped[0] > 60
    for end in range(1, stepped[0] + 1, 3):
        wrong, _ = lives(end)
        assert wrong == [], f"ended at step {end}"


def test_ended_again_while_it_recovers(lives):
    _, stepped = lives()
    for end in range(3, stepped[0], 29):
        _, after = lives(end)
        for again in range(1 + end % 7, after[-1], 23):
            wrong, _ = lives(end, again)
            assert wrong == [], f"ended at step {end}, then at {again}"


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_ended_at_many_pairs_of_steps(lives):
    """Every single step (of this SHARD), and every STRIDE-th step of each recovery."""
    began, runs, broken = time.monotonic(), 0, []
    _, stepped = lives()
    for end in range(SHARD, stepped[0] + 1, OF):
        wrong, after = lives(end)
        broken += [(end, wrong)] if wrong else []
        for again in range(1 + end % STRIDE, after[-1] + 1, STRIDE):
            wrong, _ = lives(end, again)
            runs += 1
            broken += [(end, again, wrong)] if wrong else []
        print(f"step {end} of {stepped[0]}: {runs} pairs in {time.monotonic() - began:.0f} s", flush=True)
        assert len(broken) < 10, broken
    print(f"{runs} pairs in {time.monotonic() - began:.0f} s, {len(broken)} violations")
    assert broken == []


def early_ack(patch):
    """Telegram is told before the commit."""

    async def once(self):
        params = {"offset": self.offset, "timeout": 0, "limit": 100}
        updates = await self._call("getUpdates", params, 10)
        if updates:
            self.offset = updates[-1]["update_id"] + 1
            await self._call("getUpdates", {**params, "offset": self.offset}, 10)
            from bot.hearing import ingest

            self.hear(await ingest(self.services, updates))
        await asyncio.sleep(0.001)

    patch.setattr(Poller, "_once", once)


def two_units(patch):
    """The letter is taken in one unit, its effects are written in another."""
    turn = contexts.Coaching.turn

    async def apart(self, fn):
        seq = self.letter.seq
        if await self.services.notebook.turn(lambda page: page.inbox.take(seq)):
            with pytest.MonkeyPatch.context() as inner:
                inner.setattr(Inbox, "take", lambda _self, _seq: True)
                await turn(self, fn)

    patch.setattr(contexts.Coaching, "turn", apart)


def resend(patch):
    """What may have been sent is sent again, reminders too."""

    def recover(self, now, tries, own, number=None):
        from sqlalchemy import update

        from storage.tables import outbox

        return self.db.execute(
            update(outbox).where(outbox.c.state == "sending").values(state="pending")
        ).rowcount

    patch.setattr(Outbox, "recover", recover)


def no_dedupe(patch):
    """An update that comes again is taken for a new one."""
    add = Inbox.add
    fresh = iter(range(10_000_000, 20_000_000))

    def again(self, arrivals, at):
        from dataclasses import replace

        return add(self, [replace(one, update_id=next(fresh)) for one in arrivals], at)

    patch.setattr(Inbox, "add", again)


def swallow(patch):
    """What a handler raises is swallowed, and the letter counts as handled."""

    async def swallowed(self, *_, error, **__):
        return True

    patch.setattr(apps.Coach, "process_error", swallowed)


def flaky(patch):
    """Handlers fail now and then, after half of their work."""
    from tests.bot import simulation

    heard, times = simulation.heard, iter(range(10_000))

    def fails(page, context, text):
        said = heard(page, context, text)
        if text == "2" and next(times) % 2 == 0:
            raise RuntimeError("not today")
        return said

    patch.setattr(simulation, "heard", fails)
    from bot import worker

    patch.setattr(worker, "PAUSES", (0.001,) * 5)


@pytest.mark.parametrize("fault", [early_ack, two_units, resend, no_dedupe])
def test_planted_faults_are_caught(lives, monkeypatch, fault):
    fault(monkeypatch)
    _, stepped = lives()
    ends = range(1, stepped[0] + 1)
    assert any(lives(end)[0] for end in (reversed(ends) if fault is resend else ends))


def test_a_swallowed_error_is_caught(lives, monkeypatch):
    flaky(monkeypatch)
    assert lives()[0] == []
    swallow(monkeypatch)
    assert lives()[0] != []
