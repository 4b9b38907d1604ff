"""Statements of the hot path: Core, compiled once per database, then run on the driver's cursor without ceremony."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from sqlalchemy import BindParameter, Connection, Delete, Insert, Select, Update
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import visitors
from sqlalchemy.types import TypeEngine

Statement = Select[Any] | Insert | Update | Delete
Convert = Callable[[Any], Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Compiled:
    """The text for one database, how values go in (a constant where they have no name) and how they come out."""

    text: str
    positional: bool
    into: tuple[tuple[str, Convert | None, Any], ...]
    names: tuple[str, ...]  # of the columns that come out
    out: tuple[tuple[str, Convert], ...]  # those that are converted
    lead: Convert | None  # how the first column comes out
    keys: tuple[str, ...]  # what each value is called, where the driver takes names

    def values(self, facts: Mapping[str, Any]) -> Any:
        """The facts as the driver takes them; KeyError where one is missing."""
        given = [
            (convert(facts[name]) if convert else facts[name]) if name else constant
            for name, convert, constant in self.into
        ]
        return given if self.positional else dict(zip(self.keys, given, strict=True))

    def row(self, raw: tuple[Any, ...]) -> dict[str, Any]:
        """A row by the names of its columns."""
        found = dict(zip(self.names, raw, strict=True))
        for name, convert in self.out:
            found[name] = convert(found[name])
        return found


class Prepared:
    """A statement whose values are all named; run like this it costs a fifth of what it costs through Core."""

    def __init__(self, statement: Statement) -> None:
        """Nothing is compiled yet: each database gets its own text when first asked."""
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, db: Connection, facts: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Every row, by column name."""
        how = self._for(db.dialect)
        return [how.row(raw) for raw in self._run(db, how, how.values(facts)).fetchall()]

    def first(self, db: Connection, facts: Mapping[str, Any]) -> dict[str, Any] | None:
        """The first row, or None."""
        how = self._for(db.dialect)
        raw = self._run(db, how, how.values(facts)).fetchone()
        return how.row(raw) if raw is not None else None

    def scalar(self, db: Connection, facts: Mapping[str, Any]) -> Any:
        """The first column of the first row, or None."""
        how = self._for(db.dialect)
        raw = self._run(db, how, how.values(facts)).fetchone()
        return None if raw is None else how.lead(raw[0]) if how.lead else raw[0]

    def count(self, db: Connection, facts: Mapping[str, Any]) -> int:
        """Run it and say how many rows it changed."""
        how = self._for(db.dialect)
        return int(self._run(db, how, how.values(facts)).rowcount)

    def many(self, db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it once for each row."""
        if rows:
            how = self._for(db.dialect)
            self._run(db, how, [how.values(facts) for facts in rows], many=True)

    def _run(self, db: Connection, how: _Compiled, values: Any, *, many: bool = False) -> Any:
        raw: Any = db.connection.dbapi_connection
        cursor = raw.cursor()
        try:
            (cursor.executemany if many else cursor.execute)(how.text, values)
        except db.dialect.loaded_dbapi.Error as error:
            raise DBAPIError(how.text, None, error) from error
        return cursor

    def _for(self, dialect: Dialect) -> _Compiled:
        found = self._compiled.get(dialect.name)
        if found is None:
            found = self._compiled[dialect.name] = _compiled(self._statement, dialect)
        return found


class Recalled(Prepared, Generic[T]):
    """A query for records: the same row is made into its record once, whoever reads it and however often.

    Only the row decides, so nothing can be out of date; the records must not be changed by who gets them.
    """

    def __init__(self, statement: Select[Any], make: Callable[[dict[str, Any]], T], kept: int) -> None:
        """`kept` is how many records stay in memory, those used last."""
        super().__init__(statement)
        self._make, self._kept = make, kept
        self._makers: dict[str, Callable[[tuple[Any, ...]], T]] = {}

    def all(self, db: Connection, facts: Mapping[str, Any]) -> list[T]:
        """Every row as a record."""
        how = self._for(db.dialect)
        return list(map(self._maker(db.dialect.name, how), self._run(db, how, how.values(facts)).fetchall()))

    def one(self, db: Connection, facts: Mapping[str, Any]) -> T | None:
        """The first row as a record, or None."""
        how = self._for(db.dialect)
        raw = self._run(db, how, how.values(facts)).fetchone()
        return None if raw is None else self._maker(db.dialect.name, how)(raw)

    def _maker(self, dialect: str, how: _Compiled) -> Callable[[tuple[Any, ...]], T]:
        found = self._makers.get(dialect)
        if found is None:
            found = self._makers[dialect] = lru_cache(self._kept)(lambda raw: self._make(how.row(raw)))
        return found


def _compiled(statement: Statement, dialect: Dialect) -> _Compiled:
    needed = set[str]()

    def free_one(bind: BindParameter[Any]) -> None:
        """A value need not be known yet when the statement is compiled."""
        if bind.required:
            needed.add(bind.key)
            bind.required = False

    free = visitors.cloned_traverse(statement, {}, {"bindparam": free_one})
    made: Any = free.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    kinds = {name: bind.type for name, bind in made.binds.items()}
    keys = tuple(made.positiontup if made.positional else made.params)
    into = []
    for name in keys:
        convert = _into(kinds.get(name), dialect)
        default = made.params[name]
        constant = convert(default) if convert and name not in needed else default
        into.append((name, convert, None) if name in needed else ("", None, constant))
    columns = tuple(statement.exported_columns)
    out = [(column.name, _out(column.type, dialect)) for column in columns]
    return _Compiled(
        text=str(made),
        positional=bool(made.positional),
        into=tuple(into),
        names=tuple(column.name for column in columns),
        out=tuple((name, convert) for name, convert in out if convert is not None),
        lead=out[0][1] if out else None,
        keys=keys,
    )


def _into(kind: TypeEngine[Any] | None, dialect: Dialect) -> Convert | None:
    return None if kind is None else kind.dialect_impl(dialect).bind_processor(dialect)


def _out(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
