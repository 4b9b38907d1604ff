"""Metrics: counts in Prometheus's format, on this machine only, without anybody's data."""

import re
import socket
import time

import aiohttp
from sqlalchemy import event

from bot.health import health_of
from bot.metrics import Metrics, queues
from tests.bot.conversations.test_training import begun
from tests.dialogue import Me, Stage

LINE = re.compile(r'[a-z_]+(\{[a-z]+="[^"]*"\})? [-+.\de]+')


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def test_metrics_are_counts(stage: Stage, me: Me):
    port = free_port()
    await stage.stop()
    await stage.start(metrics_port=port)
    await begun(me)
    await me.says("done")
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as answer:
        assert answer.status == 200
        text = await answer.text()
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert 'strongstride_people{state="known"} 1' in lines
    assert "strongstride_sets_total 1" in lines
    assert 'strongstride_inbox{state="waiting"} 0' in lines
    assert any(line.startswith('strongstride_outbox{state="sent"}') for line in lines)
    assert any(line.startswith("strongstride_loop_lag_seconds") for line in lines)
    assert "Ada" not in text
    assert "1001" not in text


async def test_everybody_is_counted_a_hundredth_of_the_time_at_most(stage: Stage, me: Me):
    metrics = Metrics(stage.app.services, free_port())
    await me.says("/start")
    first = await metrics._census()
    assert first["strongstride_people"]["known"] == 1
    metrics.stale += 3600  # as if counting had taken long
    await stage.person(1002, "Bea").says("/start")
    assert await metrics._census() is first
    metrics.stale = 0.0
    assert (await metrics._census())["strongstride_people"]["known"] == 2
    assert metrics.stale > time.perf_counter()


async def test_health_and_queues_read_no_whole_table(stage: Stage, me: Me):
    """With a hundred thousand people a look at every message takes seconds."""
    seen = []

    def look(page):
        event.listen(
            page.db, "before_cursor_execute", lambda db, cur, sql, facts, *_: seen.append((sql, facts))
        )
        health_of(page, stage.clock.now())
        queues(page)
        return [
            (sql, row[3]) for sql, facts in list(seen)
            for row in page.db.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", facts)
        ]  # fmt: skip

    plans = await stage.app.notebook.look(look)
    assert len(seen) >= 5
    whole = [plan for _, plan in plans if plan.startswith("SCAN") and " ix_" not in plan]
    assert set(whole) <= {"SCAN ledger"}  # a dozen rows


async def test_without_a_port_nothing_listens(stage: Stage):
    assert stage.app.servers == []
