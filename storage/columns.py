"""Kinds of columns of our own: instants and days as integers, small facts as JSON without spaces."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, Text, TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as whole milliseconds since 1970 UTC. Naive datetimes are refused."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Aware datetime to milliseconds; exact, no floats."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a naive datetime was about to be stored: {value!r}")
        return (value - EPOCH) // MICROSECOND // 1000

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Milliseconds to an aware UTC datetime."""
        return None if value is None else EPOCH + timedelta(milliseconds=value)


class Day(TypeDecorator[date]):
    """A local calendar day, kept as its proleptic ordinal."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> int | None:
        """Day to ordinal."""
        return None if value is None else value.toordinal()

    def process_result_value(self, value: int | None, dialect: Dialect) -> date | None:
        """Ordinal to day."""
        return None if value is None else date.fromordinal(value)


class Packed(TypeDecorator[Any]):
    """JSON without spaces, None where there is nothing to say."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Value to compact JSON; empty containers become NULL."""
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False) if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Compact JSON to value; NULL is an empty object."""
        return json.loads(value) if value else {}
