"""A mistake in the content as a sentence, with its file and line, and the nearest known word."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Mistake:
    """What is wrong, in the words of whoever edits the content; line 0 means the whole file."""

    file: str
    line: int
    says: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.says}"


Mistakes = Iterator[Mistake]


def meant(word: str, known: Iterable[str]) -> str:
    """' Did you mean "…"?' with the nearest known word, or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' Did you mean "{near[0]}"?' if near else ""


def at(root: Path, file: Path, says: str, needle: str = "", after: str = "") -> Mistake:
    """A mistake at the first line that contains `needle` (below the line that contains `after`)."""
    return Mistake(str(file.relative_to(root)), _line(file, needle, after) if needle else 0, says)


def _line(file: Path, needle: str, after: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    begin = next((number for number, line in enumerate(lines) if after in line), 0) if after else 0
    return next((number for number, line in enumerate(lines[begin:], begin + 1) if needle in line), 0)
