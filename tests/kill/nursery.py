"""Where killed bots are born again quickly: a process that has loaded everything and forks one bot for each line it reads.

A bot from here is a process like any other, with its own memory, connections and lock, and dies by `kill -9` like any
other; only the second of importing is saved. Lines in: {"module", "command", "env"}; out: {"born"} or {"ended", "code"}.
"""

from __future__ import annotations

import gc
import json
import os
import select
import sys

from bot import app, commands, running  # noqa: F401 - loaded once for all
from content.library import open_library
from tests.kill import jumped


def grow_up(order: dict) -> None:
    """In the child: be the bot, never come back."""
    os.close(0)
    os.dup2(2, 1)
    os.environ.update(order["env"])
    code = 1
    try:
        code = (jumped.main if order["module"] == jumped.__name__ else commands.main)(order["command"])
    finally:
        sys.stderr.flush()
        os._exit(code)


def say(**what: int) -> None:
    print(json.dumps(what), flush=True)


def main() -> None:
    open_library().tongue("en")
    gc.freeze()
    alive = set()
    while True:
        if select.select([sys.stdin], [], [], 0.005)[0]:
            line = sys.stdin.readline()
            if not line:
                return
            pid = os.fork()
            if pid == 0:
                grow_up(json.loads(line))
            alive.add(pid)
            say(born=pid)
        for pid in tuple(alive):
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                alive.discard(pid)
                say(ended=pid, code=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
