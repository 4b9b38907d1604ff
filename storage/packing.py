"""Packing: slots and sets of a workout that nobody corrects any more, as a few hundred bytes in the workout's own row.

Each column of the sets is written as differences from set to set, which are mostly the same small numbers, and the whole
is compressed. What is unpacked is what was packed, to the last field.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from storage.columns import EPOCH

COLUMNS = ("slot", "set", "side", "exercise", "reps", "seconds", "grams", "at", "message_id", "part")
MILLISECOND = timedelta(milliseconds=1)


def pack(slots: Sequence[Sequence[Any]], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Slots as short lists and sets as rows (`at` aware, kept to the millisecond) to bytes."""
    plain = [{**row, "at": (row["at"] - EPOCH) // MILLISECOND} for row in rows]
    columns = [_steps([row[name] for row in plain]) for name in COLUMNS]
    text = json.dumps([slots, *columns], separators=(",", ":"), ensure_ascii=False)
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    return squeeze.compress(text.encode()) + squeeze.flush()


def unpack(packed: bytes) -> tuple[list[list[Any]], list[dict[str, Any]]]:
    """The bytes back to slots and rows."""
    slots, *columns = json.loads(zlib.decompress(packed, -15))
    rows = [dict(zip(COLUMNS, values, strict=True)) for values in zip(*map(_sums, columns), strict=True)]
    return slots, [{**row, "at": EPOCH + row["at"] * MILLISECOND} for row in rows]


def _steps(values: Sequence[int | None]) -> list[int | None]:
    """Each number as its difference from the number before; None stays None."""
    last, steps = 0, list[int | None]()
    for value in values:
        steps.append(None if value is None else value - last)
        last = last if value is None else value
    return steps


def _sums(steps: Sequence[int | None]) -> list[int | None]:
    """The differences back to numbers."""
    last, values = 0, list[int | None]()
    for step in steps:
        last += step or 0
        values.append(None if step is None else last)
    return values
