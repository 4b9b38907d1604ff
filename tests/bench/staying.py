"""What stays: `python -m tests.bench.staying` gives memory over many updates, and the CPU of doing nothing."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.bench.__main__ import BOTS, SERVER, free_port, peak_mb, pinned


@contextmanager
def running(people: int) -> Iterator[tuple[psutil.Process, int]]:
    """Our bot and its Telegram, with so many people; the process and the port."""
    port = free_port()
    ask = ["--port", str(port), "--people", str(people), "--latency", "0.02", "--warm", "1000000"]
    server = subprocess.Popen(pinned([*SERVER, *ask], 1), stdout=subprocess.PIPE, text=True)
    assert server.stdout
    assert next(server.stdout).strip() == "ready"
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ, "BOT_TOKEN": "700000001:bench", "TELEGRAM_API_URL": f"http://127.0.0.1:{port}",
            "DATABASE_URL": f"sqlite:///{folder}/bench.db", "SEND_RATE": "0", "SEND_RATE_CHAT": "0",
            "LOG_LEVEL": "ERROR",
        }  # fmt: skip
        bot = subprocess.Popen(pinned(BOTS["strongstride"], 0), env=env, stderr=subprocess.DEVNULL)
        try:
            next(server.stdout)
            yield psutil.Process(bot.pid), port
        finally:
            for process in (bot, server):
                process.kill()
                process.wait()


def served(port: int) -> int:
    """How many updates were sent."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/served") as answer:
        return int(json.load(answer))


def resident(process: psutil.Process) -> float:
    """Megabytes in memory now."""
    return float(process.memory_info().rss) / 2**20


def growth(people: int, updates: int) -> None:
    """Memory after each tenth of the updates, and how much the second half added."""
    with running(people) as (process, port):
        seen: list[tuple[int, float]] = []
        while not seen or seen[-1][0] < updates:
            time.sleep(0.5)
            count = served(port)
            if count >= (len(seen) + 1) * updates // 10:
                seen.append((count, resident(process)))
                print(
                    f"{count:8} updates {seen[-1][1]:7.1f} MB (peak {peak_mb(process.pid):.1f})", flush=True
                )
        half = next(size for count, size in seen if count >= updates // 2)
        print(f"growth over the second half: {seen[-1][1] - half:+.1f} MB")


def idle(seconds: int) -> None:
    """CPU while nobody writes and the tick looks every second."""
    with running(0) as (process, _):
        time.sleep(10)
        before = sum(process.cpu_times()[:2])
        time.sleep(seconds)
        used = sum(process.cpu_times()[:2]) - before
        print(f"idle: {100 * used / seconds:.2f} % of a core over {seconds} s, {resident(process):.1f} MB")


def main() -> None:
    """Both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--idle", type=int, default=60)
    given = parser.parse_args()
    if given.idle:
        idle(given.idle)
    if given.updates:
        growth(given.people, given.updates)


if __name__ == "__main__":
    assert Path("bot").is_dir(), "run it from the repository"
    main()
