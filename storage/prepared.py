"""Statements of the hot path: Core, compiled once per database, then run on the driver's cursor without ceremony."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, Delete, Insert, Select, Update
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import visitors
from sqlalchemy.types import TypeEngine

Statement = Select[Any] | Insert | Update | Delete
Convert = Callable[[Any], Any]
NEEDED = object()  # stands for a value without which the statement cannot run


@dataclass(frozen=True, slots=True)
class _Compiled:
    """The text for one database, how values go in (with what they are if nobody says) and how they come out."""

    text: str
    positional: bool
    into: tuple[tuple[str, Any, Convert | None], ...]
    out: tuple[tuple[str, Convert | None], ...]

    def values(self, facts: Mapping[str, Any]) -> Any:
        """The facts as the driver takes them."""
        raw = [facts.get(name, default) for name, default, _ in self.into]
        if NEEDED in raw:
            raise KeyError(f"a value is missing for: {self.text}")
        given = [
            convert(value) if convert else value
            for (_, _, convert), value in zip(self.into, raw, strict=True)
        ]
        return given if self.positional else {how[0]: v for how, v in zip(self.into, given, strict=True)}

    def row(self, raw: tuple[Any, ...]) -> dict[str, Any]:
        """A row by the names of its columns."""
        return {
            name: convert(value) if convert else value
            for (name, convert), value in zip(self.out, raw, strict=True)
        }


class Prepared:
    """A statement whose values are all named; run like this it costs a fifth of what it costs through Core."""

    def __init__(self, statement: Statement) -> None:
        """Nothing is compiled yet: each database gets its own text when first asked."""
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, db: Connection, facts: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Every row, by column name."""
        how = self._for(db.dialect)
        with self._run(db, how, facts) as cursor:
            return [how.row(raw) for raw in cursor.fetchall()]

    def first(self, db: Connection, facts: Mapping[str, Any]) -> dict[str, Any] | None:
        """The first row, or None."""
        found = self.rows(db, facts)
        return found[0] if found else None

    def scalar(self, db: Connection, facts: Mapping[str, Any]) -> Any:
        """The first column of the first row, or None."""
        found = self.first(db, facts)
        return next(iter(found.values())) if found else None

    def count(self, db: Connection, facts: Mapping[str, Any]) -> int:
        """Run it and say how many rows it changed."""
        with self._run(db, self._for(db.dialect), facts) as cursor:
            return int(cursor.rowcount)

    @contextmanager
    def _run(self, db: Connection, how: _Compiled, facts: Mapping[str, Any]) -> Iterator[Any]:
        cursor = db.connection.cursor()
        try:
            cursor.execute(how.text, how.values(facts))
            yield cursor
        except db.dialect.loaded_dbapi.Error as error:
            raise DBAPIError(how.text, None, error) from error
        finally:
            cursor.close()

    def _for(self, dialect: Dialect) -> _Compiled:
        found = self._compiled.get(dialect.name)
        if found is None:
            found = self._compiled[dialect.name] = _compiled(self._statement, dialect)
        return found


def _compiled(statement: Statement, dialect: Dialect) -> _Compiled:
    needed = {
        each.key for each in visitors.iterate(statement) if isinstance(each, BindParameter) and each.required
    }
    free = visitors.cloned_traverse(statement, {}, {"bindparam": _free})
    made: Any = free.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    kinds = {name: bind.type for name, bind in made.binds.items()}
    names = made.positiontup if made.positional else list(made.params)
    into = tuple(
        (name, NEEDED if name in needed else made.params[name], _into(kinds.get(name), dialect))
        for name in names
    )
    out = tuple((column.name, _out(column.type, dialect)) for column in statement.exported_columns)
    return _Compiled(text=str(made), positional=bool(made.positional), into=into, out=out)


def _free(bind: Any) -> None:
    """A value need not be known yet when the statement is compiled."""
    bind.required = False


def _into(kind: TypeEngine[Any] | None, dialect: Dialect) -> Convert | None:
    return None if kind is None else kind.dialect_impl(dialect).bind_processor(dialect)


def _out(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
