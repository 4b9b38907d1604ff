"""Alembic's entry: the connection comes from `storage.upgrade`, the tables from `storage.tables`."""

from __future__ import annotations

from typing import Any

from alembic import context
from sqlalchemy.types import TypeDecorator

from storage.tables import with_postgresql


def render(kind: str, item: Any, _autogen: Any) -> Any:
    """Migrations name plain column types: they must not change when our own types do."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=with_postgresql(),
    render_item=render,
    render_as_batch=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
