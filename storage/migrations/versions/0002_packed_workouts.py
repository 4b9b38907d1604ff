"""Packed workouts: what nobody corrects any more lies in one row; the bot packs by and by what is there already"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

PACKABLE = sa.text("closed_at IS NOT NULL AND packed IS NULL")
DEAD = sa.text("status = 'dead'")


def upgrade() -> None:
    op.add_column("workouts", sa.Column("packed", sa.LargeBinary(), nullable=True))
    op.add_column("workouts", sa.Column("packed_sets", sa.SmallInteger(), nullable=True))
    op.create_index(
        "ix_workouts_packable",
        "workouts",
        ["closed_at"],
        unique=False,
        sqlite_where=PACKABLE,
        postgresql_where=PACKABLE,
    )
    op.create_index("ix_inbox_dead", "inbox", ["seq"], unique=False, sqlite_where=DEAD, postgresql_where=DEAD)


def downgrade() -> None:
    raise NotImplementedError("packed workouts have no rows to go back to: restore the backup")
