"""The `evaluate` command: reads questions or replies from a file and prints what the coach makes of each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from bot.coach import session
from bot.coach.answers import Answerer
from bot.coach.meaning import Expect, ReplyWords
from bot.coach.replies import as_row, read
from content.library import Library, Tongue, open_library

Row = dict[str, str]


def main(arguments: Sequence[str]) -> int:
    """`python -m bot evaluate FILE.tsv`: the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot evaluate", description=__doc__)
    parser.add_argument("file", type=Path)
    return evaluate(parser.parse_args(list(arguments)).file)


def evaluate(path: Path, out: TextIO | None = None, summary: TextIO | None = None) -> int:
    """Prints a line per row to `out`, a summary and the misses to `summary`; returns 0, or 2 if unreadable."""
    out, summary = out or sys.stdout, summary or sys.stderr
    try:
        rows = list(rows_of(path.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError) as problem:
        print(f"cannot read {path}: {problem}", file=summary)
        return 2
    if not rows or not ({"exercise_kind"} & rows[0].keys() or {"text", "labels"} <= rows[0].keys()):
        print(f"{path} has neither questions (text, labels) nor replies (exercise_kind)", file=summary)
        return 2
    library = open_library()
    if "exercise_kind" in rows[0]:
        return _replies(rows, library.tongue("en"), out, summary)
    return _questions(rows, library, out, summary)


def rows_of(text: str) -> Iterator[Row]:
    """The rows of a table whose cells are split by tabs, without quoting; short rows get empty cells."""
    lines = [line for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    header = lines[0].split("\t") if lines else []
    for line in lines[1:]:
        cells = line.split("\t")
        yield dict(zip(header, [*cells, *[""] * len(header)], strict=False))


def _questions(rows: Sequence[Row], library: Library, out: TextIO, summary: TextIO) -> int:
    answerer = Answerer.open(library, "en")
    misses: list[str] = []
    best = told = 0
    for row in rows:
        label = answerer.answer(row["text"], context=row.get("context") or None).best
        print(row.get("id", ""), label, sep="\t", file=out)
        right = [cell for cell in row["labels"].split("|") if cell]
        told += bool(right)
        best += right[:1] == [label]
        if right and label not in right:
            misses.append("\t".join((row.get("id", ""), row["text"], row["labels"], label)))
    _summarise(told, told - len(misses), best, misses, summary)
    return 0


def _replies(rows: Sequence[Row], tongue: Tongue, out: TextIO, summary: TextIO) -> int:
    answerer = Answerer.open(open_library(), tongue.code)
    words = ReplyWords.of(tongue.words["replies"], tongue.code, tongue.wordings.get("replies_model"))
    names = session.names(tongue)
    misses: list[str] = []
    best = told = 0
    for row in rows:
        flag = answerer.safety.red_flag(row["text"])
        cells = as_row(read(row["text"], expected(row["exercise_kind"], names), words))
        if flag is not None and flag.stops:
            cells = ("red_flag", "", "", "", "")
        print(row.get("id", ""), *cells, sep="\t", file=out)
        right = tuple(row.get(name, "") for name in ("intent", "reps", "weight_kg", "seconds", "sets"))
        told += bool(right[0])
        best += right == cells
        if right[0] and right[0] != cells[0]:
            misses.append("\t".join((row.get("id", ""), row["text"], " ".join(right), " ".join(cells))))
    _summarise(told, told - len(misses), best, misses, summary)
    return 0


def expected(kind: str, names: dict[str, str]) -> Expect:
    """The set that is due in a row: `reps` 10-12, `timed` a hold of 30 s, `weighted` 10 with dumbbells."""
    if kind == "timed":
        return Expect(unit="seconds", low=30, high=60, names=names)
    if kind == "weighted":
        return Expect(loaded=True, low=10, high=12, names=names)
    return Expect(sided="total", low=10, high=12, names=names)


def _summarise(told: int, acceptable: int, best: int, misses: Sequence[str], summary: TextIO) -> None:
    if told:
        share = f"acceptable {acceptable / told:.1%}, exact {best / told:.1%}"
        print(f"{told} rows: {share}", *misses, sep="\n", file=summary)
