"""Mistakes in the facts: ids that lead nowhere, numbers out of range, values nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import Any, get_args, get_type_hints

from content import model, reading
from content.mistake import Mistakes, at, meant

OPTIONAL = frozenset({"start_kg", "main", "helper", "swaps", "ladder"})
RANGES: Mapping[str, tuple[float, float]] = {
    "number": (1, 999),
    "low": (1, 60),
    "high": (1, 120),
    "top": (5, 120),
    "sets": (1, 5),
    "rest": (15, 180),
    "rest_low": (15, 180),
    "rest_high": (30, 300),
    "step": (1, 15),
}
ORDERED = (("low", "high"), ("high", "top"), ("rest_low", "rest"), ("rest", "rest_high"))
KILOGRAMS = (0.5, 40)
KINDS = {"muscles": model.Muscle, "sessions": model.Session, "runs": model.Run, "sources": model.Reference}


def facts(root: Path) -> Mistakes:
    """All mistakes of `facts/`."""
    tables = {}
    for name in ("exercises", *KINDS):
        try:
            tables[name] = reading.table(root / "facts" / f"{name}.toml")
        except (reading.UnreadableError, FileNotFoundError) as error:
            yield at(root, root / "facts" / f"{name}.toml", str(error).rpartition(": ")[2])
            return
    yield from _exercises(root, tables)
    for name, kind in KINDS.items():
        yield from _rows(root, name, kind, tables[name])
    yield from _ids(root, tables)


def _exercises(root: Path, tables: Mapping[str, Any]) -> Mistakes:
    file, rows = root / "facts" / "exercises.toml", tables["exercises"]
    yield from _twice(root, file, rows)
    for name, row in rows.items():
        yield from _keys(root, file, name, row, model.Exercise, OPTIONAL)
        yield from _values(root, file, name, row, model.Exercise)
        yield from _ladder(root, file, name, row)
        for kg in row.get("start_kg", ()):
            if not KILOGRAMS[0] <= kg <= KILOGRAMS[1]:
                yield at(root, file, f"{name}: {kg} kg is no weight to start with", "start_kg", f"[{name}]")


def _rows(root: Path, name: str, kind: type[Any], rows: Mapping[str, Any]) -> Mistakes:
    file = root / "facts" / f"{name}.toml"
    yield from _twice(root, file, rows)
    optional = {field.name for field in fields(kind) if not _needed(field)} | {"main", "helper"}
    for key, row in rows.items():
        yield from _keys(root, file, key, row, kind, optional)
        yield from _values(root, file, key, row, kind)


def _needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _twice(root: Path, file: Path, rows: Mapping[str, Any]) -> Mistakes:
    seen: dict[int, str] = {}
    for name, row in rows.items():
        number = row.get("number")
        if number in seen:
            yield at(root, file, f"{name} has the number {number} of {seen[number]}", "number", f"[{name}]")
        if number is not None:
            seen.setdefault(number, name)


def _keys(
    root: Path, file: Path, name: str, row: Mapping[str, Any], kind: type[Any], optional: Iterable[str]
) -> Mistakes:
    known = {field.name for field in fields(kind)} - {"id"}
    for key in row.keys() - known:
        yield at(root, file, f'{name}: nobody knows "{key}".{meant(key, known)}', key, f"[{name}]")
    for key in sorted(known - set(optional) - row.keys()):
        yield at(root, file, f'{name}: "{key}" is missing', f"[{name}]")


def _values(root: Path, file: Path, name: str, row: Mapping[str, Any], kind: type[Any]) -> Mistakes:
    for key, hint in get_type_hints(kind).items():
        allowed = get_args(hint)
        if key in row and allowed and isinstance(row[key], str) and row[key] not in allowed:
            says = f'{name}: {key} cannot be "{row[key]}".{meant(row[key], allowed)}'
            yield at(root, file, says, key, f"[{name}]")
    for key, (least, most) in RANGES.items():
        if key in row and not least <= row[key] <= most:
            says = f"{name}: {key} is {row[key]}, but should be between {least} and {most}"
            yield at(root, file, says, key, f"[{name}]")
    for small, big in ORDERED:
        if small in row and big in row and row[small] > row[big]:
            says = f"{name}: {small} ({row[small]}) is more than {big} ({row[big]})"
            yield at(root, file, says, small, f"[{name}]")


def _ladder(root: Path, file: Path, name: str, row: Mapping[str, Any]) -> Mistakes:
    rungs = row.get("ladder", [{"level": 1}])
    levels = [rung.get("level") for rung in rungs]
    if 1 not in levels or levels != sorted(set(levels)) or not set(levels) <= {0, 1, 2, 3}:
        says = f"{name}: the ladder must go up through levels 0, 1, 2, 3 and have level 1"
        yield at(root, file, says, "ladder", f"[{name}]")
    for rung in rungs:
        yield from _keys(root, file, name, rung, model.Rung, RUNG)
        yield from _values(root, file, name, {**row, **rung, "top": 120}, model.Rung)


RUNG = frozenset({"unit", "sided", "low", "high", "loaded"})


def _ids(root: Path, tables: Mapping[str, Any]) -> Mistakes:
    """Every id that stands in a list must be one of the things it names."""
    lists = (
        ("exercises", "main", "muscles"),
        ("exercises", "helper", "muscles"),
        ("exercises", "swaps", "exercises"),
        ("muscles", "addons", "exercises"),
        ("sessions", "exercises", "exercises"),
    )
    for name, key, of in lists:
        file = root / "facts" / f"{name}.toml"
        for row, values in tables[name].items():
            for value in values.get(key, ()):
                if value not in tables[of]:
                    says = f'{row}: there is no "{value}" among the {of}.{meant(value, tables[of])}'
                    yield at(root, file, says, value, f"[{row}]")
