"""Bring a database to the tables of this version, and say when it belongs to a newer one."""

from __future__ import annotations

import contextlib

from sqlalchemy import Column, Connection, Engine, MetaData, PrimaryKeyConstraint, String, Table, insert, text
from sqlalchemy.exc import DBAPIError, OperationalError

from storage.engines import address, writing_engine
from storage.tables import metadata

HEAD = "0002"
VERSION = Table(  # as Alembic makes it
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


class TooNew(Exception):  # noqa: N818 - a refusal, not an error
    """The database was written by a newer version of the bot."""


class Unreachable(Exception):  # noqa: N818 - a refusal, not an error
    """The database cannot be opened; the text is one sentence for the operator."""


def version(db: Connection) -> str | None:
    """The version of the tables, or None where there are none yet."""
    with contextlib.suppress(DBAPIError), db.begin_nested():
        found = db.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)
    return None


def upgrade(url: str) -> None:
    """Run the migrations that are missing; nothing is imported or written where none is.

    Raises Unreachable with one sentence where the database cannot be opened.
    """
    engine = writing_engine(address(url))
    try:
        _reach(engine)
        with engine.begin() as db:
            found = version(db)
            if found is not None and found > HEAD:
                raise TooNew(
                    f"The database is of version {found}, newer than this program ({HEAD}): update it."
                )
            if found is None and _empty(db):
                _create(db)
            elif found != HEAD:
                _migrate(db)
    finally:
        engine.dispose()


def _reach(engine: Engine) -> None:
    try:
        with engine.connect():
            return
    except OperationalError as error:
        where = engine.url.render_as_string(hide_password=True)
        why = str(error.orig or error).strip().splitlines()[0]
        raise Unreachable(
            f"The database {where} cannot be opened ({why}): set DATABASE_URL to one that can."
        ) from None


def _empty(db: Connection) -> bool:
    """Whether this is a new SQLite file."""
    if db.dialect.name != "sqlite":
        return False
    return db.execute(text("SELECT 1 FROM sqlite_master")).first() is None


def _create(db: Connection) -> None:
    """The tables of this version at once: a new file needs no scripts, nor Alembic's ten megabytes."""
    metadata.create_all(db, checkfirst=False)
    VERSION.create(db, checkfirst=False)
    db.execute(insert(VERSION).values(version_num=HEAD))


def _migrate(db: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    if db.dialect.name == "postgresql":  # several processes may start at once
        db.execute(text("SELECT pg_advisory_xact_lock(7471501)"))
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = db
    command.upgrade(config, "head")
