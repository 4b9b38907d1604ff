"""The one way a row is written whole: insert, or update what stands under the same key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam
from sqlalchemy.dialects import sqlite

from storage.prepared import Prepared


@cache
def _statement(dialect: str, table: Table, columns: tuple[str, ...]) -> Prepared:
    write = insert(dialect, table)
    keys = [column.name for column in table.primary_key]
    values = {name: bindparam(f"p_{name}", type_=table.c[name].type) for name in columns}
    rest = {name: write.excluded[name] for name in columns if name not in keys}
    return Prepared(write.values(values).on_conflict_do_update(index_elements=keys, set_=rest))


def insert(dialect: str, table: Table) -> sqlite.Insert:
    """An insert that knows "on conflict", in the words of the database at hand (the other's are not loaded)."""
    if dialect == "sqlite":
        return sqlite.Insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.Insert(table)  # type: ignore[return-value]


def upsert(db: Connection, table: Table, values: Mapping[str, Any]) -> None:
    """Insert the row, or overwrite the named columns of the row with the same primary key."""
    statement = _statement(db.dialect.name, table, tuple(values))
    statement.count(db, {f"p_{name}": value for name, value in values.items()})
