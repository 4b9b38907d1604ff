"""Kinds of columns of our own: instants and days as integers, small facts as JSON without spaces.

What goes in and comes out is converted by plain functions, without SQLAlchemy's detour: a page reads a hundred values.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import BigInteger, Dialect, Integer, Text, TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
PLAIN = orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as whole milliseconds since 1970 UTC. Naive datetimes are refused."""

    impl = BigInteger
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], int | None]:
        """Aware datetime to milliseconds; exact, no floats."""
        return _milliseconds

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """Milliseconds to an aware UTC datetime."""
        return _instant


class Day(TypeDecorator[date]):
    """A local calendar day, kept as its proleptic ordinal."""

    impl = Integer
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[date | None], int | None]:
        """Day to ordinal."""
        return _ordinal

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], date | None]:
        """Ordinal to day."""
        return _day


class Packed(TypeDecorator[Any]):
    """JSON without spaces, None where there is nothing to say."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], str | None]:
        """Value to compact JSON; empty containers become NULL."""
        return _json

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Compact JSON to value; NULL is an empty object."""
        return _value


def _milliseconds(value: datetime | None) -> int | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError(f"a naive datetime was about to be stored: {value!r}")
    return (value - EPOCH) // MILLISECOND


def _instant(value: int | None) -> datetime | None:
    return None if value is None else EPOCH + timedelta(0, 0, 0, value)


def _ordinal(value: date | None) -> int | None:
    return None if value is None else value.toordinal()


def _day(value: int | None) -> date | None:
    return None if value is None else date.fromordinal(value)


def _json(value: Any) -> str | None:
    return orjson.dumps(value, option=PLAIN).decode() if value else None


def _value(value: str | None) -> Any:
    return orjson.loads(value) if value else {}
