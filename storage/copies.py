"""Backups: a whole copy of the notebook while it is written, and the way back, after which nothing is sent twice."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.engine import URL

from storage.engines import address, writing_engine
from storage.ledger import CLEAN
from storage.locking import Lock, lock_beside
from storage.parcels import WAITING
from storage.tables import dues, outbox
from storage.upgrade import HEAD

LATE = timedelta(hours=3)  # what was due before the restore is made so late that it is noted, not sent
BROKEN = (sqlite3.DatabaseError, UnicodeDecodeError)
SMALL, BIG = 50 * 2**20, 500 * 2**20  # bytes


class Unusable(Exception):  # noqa: N818 - a refusal, not an error
    """The file cannot be used; the text is one sentence for the operator."""


def sqlite_file(url: str) -> Path:
    """The file behind a SQLite URL; PostgreSQL has its own tools."""
    parsed: URL = address(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise Unusable("This command copies SQLite files; for PostgreSQL use pg_dump and pg_restore.")
    return Path(parsed.database)


def damage(file: Path) -> str | None:
    """What SQLite finds wrong with a file, or None."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
            found = db.execute("PRAGMA integrity_check(3)").fetchall()
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BROKEN as error:  # a damaged name is no text
        return str(error)
    return None if found == [("ok",)] else "; ".join(str(row[0]) for row in found)


def to_check_now(file: Path, clean: bool) -> bool:
    """Whether the file is to be checked before anybody is answered: small ones always, bigger after a crash."""
    size = file.stat().st_size if file.exists() else 0
    return 0 < size <= SMALL or (not clean and 0 < size <= BIG)


def stopped_cleanly(file: Path) -> bool:
    """Whether the last process noted that it stopped in good order."""
    with (
        suppress(*BROKEN),
        closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db,
    ):
        return db.execute("SELECT 1 FROM ledger WHERE key = ?", (CLEAN,)).fetchone() is not None
    return False


def back_up(url: str, target: Path) -> int:
    """A whole copy of the database at one instant, while others write; returns its size in bytes."""
    source = sqlite_file(url)
    if not source.exists():
        raise Unusable(f"There is no database at {source}.")
    if target.exists():
        raise Unusable(f"{target} exists already; choose another name.")
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(source, timeout=30)) as db:
        db.execute("PRAGMA wal_autocheckpoint=0")  # only the bot checkpoints
        db.execute("VACUUM INTO ?", (str(partial),))
    if wrong := damage(partial):
        raise Unusable(f"The copy is damaged ({wrong}); the database may be, too.")
    os.chmod(partial, 0o600)
    os.replace(partial, target)
    return target.stat().st_size


def restore(url: str, source: Path, now: datetime) -> Path | None:
    """Put a backup in the database's place; returns where the old one went. The bot must not run."""
    place = sqlite_file(url)
    if not source.exists():
        raise Unusable(f"There is no file {source}.")
    if wrong := damage(source):
        raise Unusable(f"{source} is damaged ({wrong}); take another backup.")
    if (found := _version(source)) is None or found > HEAD:
        raise Unusable(f"{source} is no backup of this version of the bot (it has {found}, this is {HEAD}).")
    lock = lock_beside(url) or Lock(place.with_suffix(".lock"))
    if not lock.acquire_now():
        raise Unusable("The bot is running on this database: stop it first.")
    try:
        fresh = place.with_name(f"{place.name}.restoring")
        fresh.write_bytes(source.read_bytes())
        _quieten(fresh, now)
        return _swap(fresh, place, now)
    finally:
        lock.release()


def _version(file: Path) -> str | None:
    with (
        suppress(*BROKEN),
        closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db,
    ):
        row = db.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else None
    return None


def _quieten(file: Path, now: datetime) -> None:
    """What was on its way when the copy was made may have been sent since: it is unknown, never sent again."""
    engine = writing_engine(address(f"sqlite:///{file}"))
    try:
        with engine.begin() as db:
            waiting = update(outbox).where(outbox.c.state.in_(WAITING))
            db.execute(waiting.values(state="unknown", error="restored", claimed_by=None, lease_until=None))
            late = now - LATE
            db.execute(update(dues).where(dues.c.at <= now, dues.c.at > late).values(at=late))
        with engine.connect() as db:
            db.exec_driver_sql("COMMIT")
            db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            db.exec_driver_sql("BEGIN")
    finally:
        engine.dispose()


def _swap(fresh: Path, place: Path, now: datetime) -> Path | None:
    kept = None
    if place.exists():
        kept = place.with_name(f"{place.name}.before-{now:%Y%m%d-%H%M%S}")
        for ending in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.replace(f"{place}{ending}", f"{kept}{ending}")
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.unlink(f"{fresh}{ending}")
    os.replace(fresh, place)
    return kept
