"""Metrics: counts in Prometheus's format, on this machine only, without anybody's data."""

import re
import socket

import aiohttp

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


async def test_without_a_port_nothing_listens(stage: Stage):
    assert stage.app.servers == []
