"""Bring a database to the tables of this version."""

from __future__ import annotations

from sqlalchemy import create_engine

from storage.notebook import address
from storage.tables import metadata


def upgrade(url: str) -> None:
    """Create what is missing."""
    engine = create_engine(address(url))
    try:
        metadata.create_all(engine)
    finally:
        engine.dispose()
