"""The tables, in SQLAlchemy Core: integers for times and weights, so that years of training stay small."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import Day, Instant, Packed

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

PACKABLE = "closed_at IS NOT NULL AND packed IS NULL"
Serial = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers only INTEGER keys by itself


def belongs_to_runner(*, primary: bool = False) -> Column[int]:
    """The column that names whose row it is; gone with the runner."""
    return Column(
        "runner_id",
        BigInteger,
        ForeignKey("runners.id", ondelete="CASCADE"),
        primary_key=primary,
        nullable=False,
        autoincrement=False,
    )


runners = Table(
    "runners",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(128), nullable=False),
    Column("language", String(16), nullable=False),
    Column("zone", String(64)),
    Column("hour", SmallInteger, nullable=False),
    Column("kit", String(16), nullable=False),
    Column("screening", String(16)),
    Column("reachable", SmallInteger, nullable=False),
    Column("paused_until", Day),
    Column("started_on", Day),
    Column("created_at", Instant, nullable=False),
    Column("habits", Packed),
)

weeks = Table("weeks", metadata, belongs_to_runner(primary=True), Column("plan", Packed, nullable=False))

workouts = Table(
    "workouts",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    belongs_to_runner(),
    Column("session", String(32), nullable=False),
    Column("local_date", Day, nullable=False),
    Column("status", String(8), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("slots", Packed, nullable=False),
    Column("note", Packed),
    Column("packed", LargeBinary),  # slots and sets together, two days after the end (storage/packing.py)
    Column("packed_sets", SmallInteger),  # how many sets are in there
    UniqueConstraint("runner_id", "id"),  # what the sets refer to: nobody's set lands in another's workout
    Index(
        "one_open_workout",
        "runner_id",
        unique=True,
        sqlite_where=text("status IN ('open', 'paused')"),
    ),
    Index("ix_workouts_packable", "closed_at", sqlite_where=text(PACKABLE)),
    sqlite_autoincrement=True,  # a deleted workout's number is never given again
)

sets = Table(
    "sets",
    metadata,
    Column("workout_id", BigInteger, primary_key=True, autoincrement=False),
    Column("slot", SmallInteger, primary_key=True, autoincrement=False),
    Column("set", SmallInteger, primary_key=True, autoincrement=False),
    Column("side", SmallInteger, primary_key=True, autoincrement=False),  # 0 none, 1 left, 2 right
    Column("runner_id", BigInteger, nullable=False),
    Column("exercise", SmallInteger, nullable=False),  # the exercise's number in content/facts
    Column("reps", SmallInteger),
    Column("seconds", SmallInteger),
    Column("grams", Integer),
    Column("at", Instant, nullable=False),
    Column("message_id", BigInteger),
    Column("part", SmallInteger, nullable=False),
    UniqueConstraint("runner_id", "message_id", "part"),  # the same message never logs twice
    ForeignKeyConstraint(
        ["runner_id", "workout_id"], ["workouts.runner_id", "workouts.id"], ondelete="CASCADE"
    ),
    sqlite_with_rowid=False,
)

talks = Table(
    "talks",
    metadata,
    belongs_to_runner(primary=True),
    Column("asked", String(64)),
    Column("facts", Packed),
    Column("topic", String(64)),
    Column("at", Instant, nullable=False),
)

dues = Table(
    "dues",
    metadata,
    belongs_to_runner(primary=True),
    Column("kind", String(16), primary_key=True),
    Column("at", Instant, nullable=False, index=True),
    Column("facts", Packed),
    sqlite_with_rowid=False,
)

reminders = Table(
    "reminders",
    metadata,
    belongs_to_runner(primary=True),
    Column("local_date", Day, primary_key=True),
    Column("kind", String(8), primary_key=True),
    Column("n", SmallInteger, primary_key=True, autoincrement=False),
    Column("due_at", Instant, nullable=False),
    Column("outcome", String(8), nullable=False),
    sqlite_with_rowid=False,
)

targets = Table(
    "targets",
    metadata,
    belongs_to_runner(primary=True),
    Column("exercise", String(32), primary_key=True),
    Column("level", SmallInteger, nullable=False),
    Column("low", SmallInteger, nullable=False),
    Column("high", SmallInteger, nullable=False),
    Column("sets", SmallInteger, nullable=False),
    Column("grams", Integer),
    Column("streak", SmallInteger, nullable=False),
    Column("poor", SmallInteger, nullable=False),
    Column("seen_on", Day),
    Column("facts", Packed),
    sqlite_with_rowid=False,
)

choices = Table(
    "choices",
    metadata,
    belongs_to_runner(primary=True),
    Column("about", String(64), primary_key=True),  # the newest decision about a thing is the one that counts
    Column("phrase", String(64), nullable=False),
    Column("facts", Packed),
    Column("at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

wishes = Table(
    "wishes",
    metadata,
    belongs_to_runner(primary=True),
    Column("kind", String(16), primary_key=True),
    Column("about", String(64), primary_key=True),
    Column("facts", Packed),
    Column("note", LargeBinary),  # free text, encrypted with NOTES_KEY
    Column("at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

inbox = Table(
    "inbox",
    metadata,
    Column("seq", Serial, primary_key=True, autoincrement=True),
    Column("update_id", BigInteger, nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("raw", LargeBinary),  # NULL once pruned
    Column("received_at", Instant, nullable=False),
    Column("status", String(8), nullable=False),  # new, done, ignored, dead
    Column("attempts", SmallInteger, nullable=False),
    Column("not_before", Instant),
    Column("error", Text),
    Index(
        "ix_inbox_waiting",
        "chat_id",
        "seq",
        sqlite_where=text("status = 'new'"),
    ),
    Index(
        "ix_inbox_dead",
        "seq",
        sqlite_where=text("status = 'dead'"),
    ),
    sqlite_autoincrement=True,
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("dedupe", String(96), nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("method", String(32), nullable=False),
    Column("params", Text, nullable=False),
    Column("policy", String(8), nullable=False),  # once, retry
    Column("priority", SmallInteger, nullable=False),
    Column("about", String(64)),
    Column("retires", String(64)),
    Column("state", String(8), nullable=False),  # pending, sending, sent, unknown, expired, replaced, dead
    Column("attempts", SmallInteger, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("not_before", Instant),
    Column("expires_at", Instant),
    Column("claimed_by", String(48)),
    Column("lease_until", Instant),
    Column("message_id", BigInteger),
    Column("error", Text),
    Index(
        "ix_outbox_waiting",
        "chat_id",
        "id",
        sqlite_where=text("state IN ('pending', 'sending')"),
    ),
    Index(
        "ix_outbox_about",
        "chat_id",
        "about",
        "id",
        sqlite_where=text("about IS NOT NULL"),
    ),
    sqlite_autoincrement=True,
)

uploads = Table(
    "uploads",
    metadata,
    Column(
        "digest", String(64), primary_key=True
    ),  # of the picture's content; a Telegram file id is worth only its bytes
    Column("file_id", Text, nullable=False),
    Column("at", Instant, nullable=False),
)

ledger = Table(
    "ledger",
    metadata,
    Column("key", String(64), primary_key=True),  # clean stop, last heard, counters
    Column("value", Text, nullable=False),
)


def with_postgresql() -> MetaData:
    """The tables with PostgreSQL's partial indexes too; its dialect is loaded for who creates or compares tables only."""
    for index in (index for table in metadata.tables.values() for index in table.indexes):
        if (where := index.dialect_options["sqlite"].get("where")) is not None:
            index.dialect_options["postgresql"]["where"] = where
    return metadata
