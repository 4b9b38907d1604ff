"""Migrations and tables say the same, on both databases."""

from __future__ import annotations

import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from storage import upgrade as upgrading
from storage.engines import address
from storage.tables import with_postgresql
from storage.upgrade import HEAD, TooNew, upgrade
from tests.postgres import fresh_database


def shape(url: str) -> list[tuple]:
    """Everything that the database knows about its tables."""
    engine = create_engine(address(url))
    try:
        with engine.connect() as db:
            if engine.dialect.name == "sqlite":
                rows = db.execute(
                    text("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
                )
                return sorted(
                    (kind, name, _sorted_sql(sql)) for kind, name, sql in rows if "alembic" not in name
                )
            columns = db.execute(
                text(
                    "SELECT table_name, column_name, data_type, is_nullable, coalesce(column_default, ''), "
                    "coalesce(character_maximum_length, 0) FROM information_schema.columns "
                    "WHERE table_schema = 'public' AND table_name <> 'alembic_version'"
                )
            ).all()
            indexes = db.execute(
                text(
                    "SELECT indexname, indexdef FROM pg_indexes "
                    "WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
                )
            ).all()
            keys = db.execute(
                text(
                    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
                    "WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'"
                )
            ).all()
            return sorted(tuple(map(str, row)) for rows in (columns, indexes, keys) for row in rows)
    finally:
        engine.dispose()


def _sorted_sql(sql: str | None) -> str:
    """A CREATE statement without its spacing; Alembic and SQLAlchemy order constraints differently."""
    flat = re.sub(r"\s+", " ", sql or "").replace('"', "")
    head, _, rest = flat.partition("(")
    body, _, tail = rest.rpartition(")")
    parts = sorted(part.strip() for part in re.split(r",(?![^(]*\))", body))
    return f"{head.strip()}({', '.join(parts)}){tail.strip()}"


def test_migrations_make_the_tables(empty_url, tmp_path, monkeypatch):
    monkeypatch.setattr(upgrading, "_empty", lambda _db: False)  # else a new SQLite file is made at once
    upgrade(empty_url)
    engine = create_engine(address(empty_url))
    with engine.connect() as db:
        assert compare_metadata(MigrationContext.configure(db), with_postgresql()) == []
    engine.dispose()
    other = f"sqlite:///{tmp_path}/b.db" if empty_url.startswith("sqlite") else fresh_database()
    engine = create_engine(address(other))
    with_postgresql().create_all(engine)
    engine.dispose()
    assert shape(empty_url) == shape(other)


def test_a_new_file_is_made_at_once_and_looks_as_if_migrated(tmp_path, monkeypatch):
    made, migrated = f"sqlite:///{tmp_path}/made.db", f"sqlite:///{tmp_path}/migrated.db"
    with monkeypatch.context() as patch:
        patch.setattr(upgrading, "_migrate", None)
        upgrade(made)
        upgrade(made)
    monkeypatch.setattr(upgrading, "_empty", lambda _db: False)
    upgrade(migrated)
    assert shape(made) == shape(migrated)
    assert versions(made) == versions(migrated)


def versions(url: str) -> list[str]:
    """Alembic's own table, and what stands in it."""
    engine = create_engine(address(url))
    try:
        with engine.connect() as db:
            made = db.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'alembic_version'"))
            return [_sorted_sql(made), *db.scalars(text("SELECT version_num FROM alembic_version"))]
    finally:
        engine.dispose()


def test_tables_without_a_version_are_left_alone(tmp_path):
    url = f"sqlite:///{tmp_path}/other.db"
    engine = create_engine(address(url))
    with engine.begin() as db:
        db.execute(text("CREATE TABLE runners (id INTEGER)"))
    engine.dispose()
    with pytest.raises(OperationalError, match="runners"):
        upgrade(url)


def test_upgrading_twice_changes_nothing(url):
    before = shape(url)
    upgrade(url)
    assert shape(url) == before


def test_head_is_the_last_script():
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_newer_database_is_refused(url):
    engine = create_engine(address(url))
    with engine.begin() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(TooNew, match="9999"):
        upgrade(url)
