"""A linear model as data: a row of small whole weights for each clue, a column for each label.

Most clues say nothing; in memory only the rows that do are kept, a quarter to a tenth of the whole.
"""

from __future__ import annotations

import base64
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import add

LINE = 120  # characters to a line of the file


@dataclass(frozen=True, kw_only=True)
class Linear:
    """Weights of -127 to 127 for each clue and label; `scale` turns a sum of them back into a margin.

    `places` has, four bytes each, the row of each clue in `rows`; row nought is empty, for clues that say nothing.
    """

    labels: tuple[str, ...]
    scale: float
    places: bytes
    rows: bytes

    @classmethod
    def of(cls, labels: Sequence[str], scale: float, weights: bytes) -> Linear:
        """The model of a whole table of weights, a row for each clue; raises ValueError where they do not fit."""
        width = len(labels)
        if len(weights) % width:
            raise ValueError("the weights do not fit the labels")
        empty = bytes(width)
        rows, places = bytearray(empty), array("I")
        for start in range(0, len(weights), width):
            row = weights[start : start + width]
            places.append(0 if row == empty else len(rows) // width)
            if row != empty:
                rows += row
        return cls(labels=tuple(labels), scale=scale, places=places.tobytes(), rows=bytes(rows))

    def scores(self, clues: Sequence[int], length: float) -> dict[str, float]:
        """The margin of each label for a message's clues and their length; above nought speaks for it."""
        total: list[int] = [0] * len(self.labels)
        places = memoryview(self.places).cast("I")
        for row in self._rows(place for clue in clues if (place := places[clue])):
            total = list(map(add, total, row))
        return {label: value * self.scale / length for label, value in zip(self.labels, total, strict=True)}

    def _rows(self, places: Iterable[int]) -> Iterator[memoryview]:
        width, rows = len(self.labels), memoryview(self.rows).cast("b")
        return (rows[place * width : (place + 1) * width] for place in places)

    def _table(self) -> bytes:
        """The weights of every clue, also of those that say nothing."""
        return b"".join(self._rows(memoryview(self.places).cast("I")))

    def lines(self) -> list[str]:
        """The model as lines of a text file: labels, scale, packed weights."""
        packed = base64.b64encode(zlib.compress(self._table(), 9)).decode()
        body = [packed[start : start + LINE] for start in range(0, len(packed), LINE)]
        return [" ".join(self.labels), repr(self.scale), *body]

    @classmethod
    def read(cls, lines: Sequence[str]) -> Linear:
        """The model in a file's lines; raises ValueError when it is not one."""
        weights = zlib.decompress(base64.b64decode("".join(lines[2:])))
        return cls.of(lines[0].split(), float(lines[1]), weights)
