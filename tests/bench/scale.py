"""`make bench-scale`: one PostgreSQL, one `python -m bot web`, and 1, 2 and 4 workers: logged sets a second, CPU of each part.

The database is a real server from a wheel, with its own defaults (fsync on). Everything shares this machine: with fewer
cores than processes more workers cannot bring more sets, but the CPU for each set says what each of them costs.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psutil

from tests.bench.__main__ import free_port
from tests.postgres import fresh_database, server

COLUMNS = ("per_second", "cpu_ms", "worker_ms", "web_ms", "database_ms", "p50_ms", "p95_ms", "server_cpu")


def spent(processes: Iterable[psutil.Process]) -> float:
    """Seconds of CPU of these processes and of all that they started."""
    total = 0.0
    for process in processes:
        family = [process, *process.children(recursive=True)]
        total += sum(sum(one.cpu_times()[:2]) for one in family if one.is_running())
    return total


def started(stack: ExitStack, command: list[str], **how: Any) -> subprocess.Popen[str]:
    """A process that is killed in the end."""
    process = subprocess.Popen([sys.executable, *command], text=True, **how)
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


def measure(workers: int, people: int, latency: float, seconds: float, folder: str) -> dict[str, float]:
    """One round with so many workers on a new database."""
    port, door = free_port(), free_port()
    env = {
        **os.environ, "BOT_TOKEN": "700000001:bench", "TELEGRAM_API_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": fresh_database(), "SEND_RATE": "0", "SEND_RATE_CHAT": "0", "LOG_LEVEL": "ERROR",
        "WEBHOOK_URL": f"http://127.0.0.1:{door}/hook", "WEBHOOK_SECRET": "bench", "PORT": str(door),
    }  # fmt: skip
    ask = ["--port", str(port), "--people", str(people), "--latency", str(latency), "--warm", "8"]
    with ExitStack() as stack, open(f"{folder}/log", "a") as log:
        telegram = started(
            stack, ["-m", "tests.bench.server", *ask, "--seconds", str(seconds)], stdout=subprocess.PIPE
        )
        assert telegram.stdout
        lines: Iterator[str] = iter(telegram.stdout)
        assert next(lines).strip() == "ready"
        how = {"env": env, "stdout": subprocess.DEVNULL, "stderr": log}
        web = started(stack, ["-m", "bot", "web"], **how)
        assert "first_poll" in next(lines)
        crew = [started(stack, ["-m", "bot", "worker"], **how) for _ in range(workers)]
        parts = {
            "worker_ms": [psutil.Process(one.pid) for one in crew],
            "web_ms": [psutil.Process(web.pid)],
            "database_ms": [psutil.Process(server().get_pid())],
        }
        assert next(lines).strip() == "window"
        before = {name: spent(some) for name, some in parts.items()}
        assert next(lines).strip() == "closed"
        used = {name: spent(some) - before[name] for name, some in parts.items()}
        found = json.loads(next(lines))
    sets = max(1, found["answers"])
    each = {name: 1000 * cpu / sets for name, cpu in used.items()}
    return {**found, **each, "cpu_ms": sum(each.values())}


def main() -> None:
    """Rounds, interleaved; medians in a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2, 4])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--latency", type=float, default=0.05)
    parser.add_argument("--seconds", type=float, default=10)
    given = parser.parse_args()
    rows: dict[int, list[dict[str, float]]] = {workers: [] for workers in given.workers}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(given.rounds):
            for workers, found in rows.items():
                found.append(measure(workers, given.people, given.latency, given.seconds, folder))
                print(f"{workers} workers: {found[-1]}", file=sys.stderr, flush=True)
        print(Path(folder, "log").read_text()[-2000:], file=sys.stderr)
    print(
        f"PostgreSQL, {given.people} people, {given.latency * 1000:.0f} ms latency, {os.cpu_count()} cores,",
        end=" ",
    )
    print(f"median of {given.rounds} rounds; milliseconds of CPU for each logged set")
    print("workers" + "".join(f"{column:>12}" for column in COLUMNS))
    for workers, found in rows.items():
        cells = (statistics.median(one[column] for one in found) for column in COLUMNS)
        print(f"{workers:7}" + "".join(f"{cell:12.2f}" for cell in cells))


if __name__ == "__main__":
    main()
