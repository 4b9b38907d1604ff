"""Engines: from a DATABASE_URL to connections that write, and to those that only read."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

SQLITE_VERSION = sqlite3.sqlite_version
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "mmap_size=0",
    "wal_autocheckpoint=1000",
    "journal_size_limit=67108864",
)

READING = ("busy_timeout=5000", "query_only=ON", "foreign_keys=ON", "trusted_schema=OFF", "cache_size=-512")


def address(url: str) -> URL:
    """The database URL as SQLAlchemy wants it: `postgres://` and `postgresql://` mean psycopg 3."""
    parsed = make_url(url)
    if parsed.drivername in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername.startswith("sqlite"):
        return parsed.set(drivername="sqlite")
    return parsed


def writing_engine(url: URL, connections: int = 1) -> Engine:
    """An engine that writes; SQLite gets exactly one connection, which begins every unit as the writer."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_size=connections, max_overflow=1, pool_pre_ping=True)
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=1, max_overflow=0, connect_args={"check_same_thread": False}
    )
    _prepare(engine, "BEGIN IMMEDIATE")
    return engine


def reading_engine(url: URL) -> AsyncEngine:
    """An engine that only reads, beside the writer; SQLAlchemy's asynchronous half is loaded here, not at the start.

    Of SQLite's readers there are two, with half a megabyte of pages each: every one is a thread, too.
    """
    from sqlalchemy.ext.asyncio import create_async_engine

    if url.get_backend_name() != "sqlite":
        reading = {"options": "-c default_transaction_read_only=on"}
        return create_async_engine(url, pool_size=2, max_overflow=4, pool_pre_ping=True, connect_args=reading)
    engine = create_async_engine(url.set(drivername="sqlite+aiosqlite"), pool_size=2, max_overflow=0)
    _prepare_reader(engine)
    return engine


def _prepare(engine: Engine, begin: str, *extra: str) -> None:
    @event.listens_for(engine, "connect")
    def connect(raw: Any, _record: Any) -> None:
        raw.isolation_level = None
        for pragma in (*PRAGMAS, *extra):
            raw.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(db: Connection) -> None:
        db.exec_driver_sql(begin)


def _prepare_reader(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def connect(raw: Any, _record: Any) -> None:
        cursor = raw.cursor()
        for pragma in READING:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()


def refuse_ephemeral(url: str) -> str | None:
    """A sentence if this database cannot stay (a disk that is lost at restart) or cannot be, else None."""
    if os.environ.get("DYNO") and address(url).get_backend_name() == "sqlite":
        return (
            "DATABASE_URL is a SQLite file, but this host (DYNO is set) loses its disk: "
            "set a PostgreSQL DATABASE_URL."
        )
    file = address(url).database if address(url).get_backend_name() == "sqlite" else None
    if file and not Path(file).resolve().parent.is_dir():
        return f"DATABASE_URL names a file in {Path(file).resolve().parent}, which is not there: make that folder."
    return None
