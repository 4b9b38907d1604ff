"""How soon the bot listens: process start to the first getUpdates, with many people in the database.

`python -m tests.bench.start --people 100000`: the median of some starts, the CPU used up to then (which other programs on
the machine disturb less), and the memory then and at its peak. Everybody has a week, a reminder to come, some packed
workouts, and every fifth the messages of a session within the last two days.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
from sqlalchemy import Connection, Table, insert

from bot.clock import Clock
from content.library import open_library
from storage import shapes
from storage.engines import address, writing_engine
from storage.records import LoggedSet, Slot, Workout
from storage.tables import dues, inbox, ledger, outbox, runners, weeks, workouts
from storage.upgrade import upgrade
from tests.bench.__main__ import SERVER, free_port, peak_mb

NOW = Clock().now().replace(microsecond=0)
IDS = 6_000_000_000
WORKOUTS, EVERY, MESSAGES = 5, 5, 18
PLAN = {"days": ["rest", "easy", "hard", "rest", "easy", "easy", "long"], "wanted": 2}


def past(opened: datetime) -> dict[str, Any]:
    """The row of a packed workout, six exercises of three sets."""
    names = sorted(open_library().exercises)[:6]
    slots = tuple(Slot(exercise=name, sets=3, low=8, high=12, rest=45) for name in names)
    sets = tuple(
        LoggedSet(slot=n // 3, set=n % 3 + 1, exercise=names[n // 3], reps=8 + n % 5, message_id=10_000_000 + 11 * n,
                  at=opened + timedelta(seconds=90 * n + n % 7))
        for n in range(18)
    )  # fmt: skip
    workout = Workout(
        id=None, runner_id=IDS, session="bodyweight", local_date=opened.date(), status="done", opened_at=opened,
        closed_at=opened + timedelta(minutes=30), slots=slots, sets=sets,
    )  # fmt: skip
    return {**shapes.workout_to(workout), "packed": shapes.packed(workout), "packed_sets": 18}


def person(number: int) -> dict[Table, list[dict[str, Any]]]:
    """One person's rows."""
    who = {"id": number, "name": "Ana", "language": "en", "zone": "Europe/Berlin", "hour": 1080, "kit": "none",
           "screening": "clear", "reachable": 1, "created_at": NOW, "habits": {}}  # fmt: skip
    due = {
        "runner_id": number,
        "kind": "reminder",
        "at": NOW + timedelta(seconds=7200 + number % 86_000),
        "facts": {},
    }
    found: dict[Table, list[dict[str, Any]]] = {
        runners: [who], weeks: [{"runner_id": number, "plan": PLAN}], dues: [due],
        workouts: [{**row, "runner_id": number} for row in PAST],
    }  # fmt: skip
    if number % EVERY == 0:
        at = NOW - timedelta(hours=1 + number % 46)
        keys = [MESSAGES * (number - IDS) + n for n in range(MESSAGES)]
        found[inbox] = [
            {
                "update_id": key,
                "chat_id": number,
                "raw": b"x" * 400,
                "received_at": at,
                "status": "done",
                "attempts": 0,
            }
            for key in keys
        ]
        found[outbox] = [
            {"dedupe": f"u{key}:0", "chat_id": number, "method": "sendMessage", "params": "x" * 350, "policy": "retry",
             "priority": 0, "about": f"line:{number}", "state": "sent", "attempts": 0, "created_at": at,
             "message_id": 10_000_000 + key}
            for key in keys
        ]  # fmt: skip
    return found


PAST = [past(NOW - timedelta(days=4 + 3 * n)) for n in range(WORKOUTS)]


def fill(db: Connection, people: int) -> None:
    """So many people, some thousand at a time."""
    for first in range(0, people, 2_000):
        rows: dict[Table, list[dict[str, Any]]] = {}
        for number in range(IDS + first, IDS + min(people, first + 2_000)):
            for table, some in person(number).items():
                rows.setdefault(table, []).extend(some)
        for table, some in rows.items():
            if table is workouts:  # a packed workout has no slots of its own
                some = [{**row, "slots": ["-"]} for row in some]
            db.execute(insert(table), some)
    for key in ("clean stop", "last alive"):
        db.execute(insert(ledger), {"key": key, "value": NOW.isoformat()})


def once(url: str, after: float) -> dict[str, float]:
    """Start the bot, wait for its first poll and some seconds more, stop it in good order."""
    port = free_port()
    ask = ["--port", str(port), "--people", "0", "--warm", "600"]
    server = subprocess.Popen([*SERVER, *ask], stdout=subprocess.PIPE, text=True)
    assert server.stdout
    lines: Iterator[str] = iter(server.stdout)
    assert next(lines).strip() == "ready"
    env = {**os.environ, "BOT_TOKEN": "700000001:bench", "TELEGRAM_API_URL": f"http://127.0.0.1:{port}",
           "DATABASE_URL": url, "LOG_LEVEL": "ERROR"}  # fmt: skip
    began = time.time()
    bot = subprocess.Popen([sys.executable, "-m", "bot"], env=env)
    try:
        first = json.loads(next(lines))["first_poll"] - began
        seen = psutil.Process(bot.pid)
        cpu, then = sum(seen.cpu_times()[:2]), peak_mb(bot.pid)
        time.sleep(after)
        found = {"start_s": first, "cpu_s": cpu, "mb_then": then, "peak_mb": peak_mb(bot.pid)}
        found["cpu_later_s"] = sum(seen.cpu_times()[:2]) - cpu
    finally:
        bot.send_signal(signal.SIGTERM)
        bot.wait(20)
        server.kill()
        server.wait()
    return found


def main() -> None:
    """Fill, start some times, print medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--after", type=float, default=5, help="seconds to watch after the first poll")
    parser.add_argument("--file", type=Path, help="keep the database here, and use what is there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = given.file or Path(folder) / "start.db"
        url = f"sqlite:///{file}"
        if not file.exists():
            upgrade(url)
            engine = writing_engine(address(url))
            with engine.begin() as db:
                fill(db, given.people)
            engine.dispose()
        print(f"{given.people:,} people, {file.stat().st_size / 2**20:.0f} MB", flush=True)
        found = [once(url, given.after) for _ in range(given.starts)]
        for name in found[0]:
            print(f"{name:12} {statistics.median(one[name] for one in found):8.2f}   ", end="")
            print(" ".join(f"{one[name]:.2f}" for one in found))


if __name__ == "__main__":
    main()
