"""`make bench`: our bot, a stock python-telegram-bot echo and aiogram echoes side by side, interleaved, medians."""

from __future__ import annotations

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil

HERE = Path(__file__).parent
SERVER = [sys.executable, "-m", "tests.bench.server"]
BOTS = {
    "strongstride": [sys.executable, "-m", "bot"],
    "ptb echo": [sys.executable, str(HERE / "stock_ptb.py")],
    "aiogram echo": [sys.executable, str(HERE / "aiogram_echo.py")],
    "aiogram+orm": [sys.executable, str(HERE / "aiogram_echo.py")],
}
COLUMNS = ("per_second", "cpu_ms", "p50_ms", "p95_ms", "peak_mb", "start_s", "server_cpu")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def pinned(command: list[str], core: int) -> list[str]:
    """On one core, where the machine has taskset and more than one."""
    return ["taskset", "-c", str(core), *command] if (os.cpu_count() or 1) > 1 else command


def measure(name: str, people: int, latency: float, warm: float, seconds: float) -> dict[str, Any]:
    """One bot in one round."""
    port = free_port()
    echo = [] if name == "strongstride" else ["--echo"]
    ask = [
        "--port",
        str(port),
        "--people",
        str(people),
        "--latency",
        str(latency),
        "--warm",
        str(warm),
        "--seconds",
        str(seconds),
        *echo,
    ]
    server = subprocess.Popen(pinned([*SERVER, *ask], 1), stdout=subprocess.PIPE, text=True)
    assert server.stdout
    lines: Iterator[str] = iter(server.stdout)
    assert next(lines).strip() == "ready"
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ, "BOT_TOKEN": "700000001:bench", "TELEGRAM_API_URL": f"http://127.0.0.1:{port}",
            "DATABASE_URL": f"sqlite:///{folder}/bench.db", "SEND_RATE": "0", "SEND_RATE_CHAT": "0",
            "STORE": "1" if name == "aiogram+orm" else "", "LOG_LEVEL": "ERROR",
        }  # fmt: skip
        began = time.time()
        bot = subprocess.Popen(
            pinned(BOTS[name], 0), env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            start = json.loads(next(lines))["first_poll"] - began
            seen = psutil.Process(bot.pid)
            assert next(lines).strip() == "window"
            before = sum(seen.cpu_times()[:2])
            assert next(lines).strip() == "closed"
            cpu = sum(seen.cpu_times()[:2]) - before
            peak = peak_mb(bot.pid)
            found = json.loads(next(lines))
        finally:
            bot.kill()
            bot.wait()
            server.kill()
            server.wait()
    return {**found, "cpu_ms": 1000 * cpu / max(found["answers"], 1), "peak_mb": peak, "start_s": start}


def peak_mb(pid: int) -> float:
    """The process's peak memory (Linux; elsewhere its present size)."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
    except OSError:
        return psutil.Process(pid).memory_info().rss / 2**20


def main() -> None:
    """Rounds over all bots and settings; medians in a table, ratios below it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--warm", type=float, default=4)
    parser.add_argument("--only", nargs="*", default=list(BOTS))
    parser.add_argument("--people", type=int, nargs="*", default=[1, 200])
    parser.add_argument("--latency", type=float, nargs="*", default=[0.0, 0.05])
    given = parser.parse_args()
    for people in given.people:
        for latency in given.latency:
            rows: dict[str, list[dict[str, Any]]] = {name: [] for name in given.only}
            for _ in range(given.rounds):
                for name in given.only:
                    rows[name].append(measure(name, people, latency, given.warm, given.seconds))
            print(f"\n{people} people, {latency * 1000:.0f} ms latency, median of {given.rounds} rounds")
            print(f"{'':14}" + "".join(f"{column:>12}" for column in COLUMNS))
            for name, found in rows.items():
                cells = (statistics.median(one[column] for one in found) for column in COLUMNS)
                print(f"{name:14}" + "".join(f"{cell:12.2f}" for cell in cells), flush=True)
            if "strongstride" in rows:
                print(
                    "calls per set:",
                    {
                        m: round(n / max(1, rows["strongstride"][-1]["answers"]), 2)
                        for m, n in rows["strongstride"][-1]["calls"].items()
                    },
                )


if __name__ == "__main__":
    main()
