"""A linear model as data: a row of small whole weights for each clue, a column for each label."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add

LINE = 120  # characters to a line of the file


@dataclass(frozen=True, kw_only=True)
class Linear:
    """Weights of -127 to 127 for each clue and label; `scale` turns a sum of them back into a margin."""

    labels: tuple[str, ...]
    scale: float
    weights: bytes

    def scores(self, clues: Sequence[int], length: float) -> dict[str, float]:
        """The margin of each label for a message's clues and their length; above nought speaks for it."""
        width = len(self.labels)
        rows = memoryview(self.weights).cast("b")
        total: list[int] = [0] * width
        for clue in clues:
            total = list(map(add, total, rows[clue * width : (clue + 1) * width]))
        return {label: value * self.scale / length for label, value in zip(self.labels, total, strict=True)}

    def lines(self) -> list[str]:
        """The model as lines of a text file: labels, scale, packed weights."""
        packed = base64.b64encode(zlib.compress(self.weights, 9)).decode()
        body = [packed[start : start + LINE] for start in range(0, len(packed), LINE)]
        return [" ".join(self.labels), repr(self.scale), *body]

    @classmethod
    def read(cls, lines: Sequence[str]) -> Linear:
        """The model in a file's lines; raises ValueError when it is not one."""
        weights = zlib.decompress(base64.b64decode("".join(lines[2:])))
        labels = tuple(lines[0].split())
        if len(weights) % len(labels):
            raise ValueError("the weights do not fit the labels")
        return cls(labels=labels, scale=float(lines[1]), weights=weights)
