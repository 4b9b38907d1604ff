"""Workouts and their sets. Where a workout stands follows from its slots and sets, so a logged set is one inserted row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    text,
    update,
)

from storage.prepared import Prepared, Recalled
from storage.records import LoggedSet, Side, Slot, Workout
from storage.shapes import SIDES, packed, set_from, set_to, workout_from, workout_to
from storage.tables import PACKABLE, sets, workouts

# written out, not bound: SQLite takes a partial index only where it reads the index's own condition in the statement
IS_OPEN: tuple[ColumnElement[str], ...] = (literal_column("'open'"), literal_column("'paused'"))
PLAIN = ("session", "local_date", "status", "opened_at", "closed_at", "slots", "note")
FEW = 8  # workouts whose sets are read one by one, by a statement that is compiled already
KEPT = 500  # open workouts kept as records, and ten times as many sets, as long as their rows stay the same
PACKED = 200  # workouts packed in one page, so that nobody waits long

_MINE = (sets.c.runner_id == bindparam("runner"), sets.c.message_id == bindparam("message", type_=BigInteger))
OPEN = Recalled(
    select(workouts, exists().where(*_MINE).label("known")).where(
        workouts.c.runner_id == bindparam("runner"), workouts.c.status.in_(IS_OPEN)
    ),
    lambda row: (workout_from(row, ()), bool(row["known"])),
    KEPT,
)
LATEST = Prepared(
    select(workouts)
    .where(workouts.c.runner_id == bindparam("runner"))
    .order_by(workouts.c.id.desc())
    .limit(1)
)
ONE = Prepared(
    select(workouts).where(workouts.c.runner_id == bindparam("runner"), workouts.c.id == bindparam("workout"))
)
_SET = (
    sets.c.slot, sets.c.set, sets.c.side, sets.c.exercise, sets.c.reps, sets.c.seconds, sets.c.grams, sets.c.at,
    sets.c.message_id, sets.c.part,
)  # fmt: skip
SETS = Recalled(
    select(*_SET)
    .where(sets.c.workout_id == bindparam("workout"))
    .order_by(sets.c.slot, sets.c.set, sets.c.side),
    set_from,
    10 * KEPT,
)
LOGGED_BY = Prepared(select(sets.c.workout_id).where(*_MINE).limit(1))
_OF = select(workouts).where(workouts.c.runner_id == bindparam("runner"))
_WITHIN = workouts.c.local_date.between(bindparam("first"), bindparam("last"))
BETWEEN = Prepared(_OF.where(_WITHIN).order_by(workouts.c.local_date, workouts.c.id))
NEWEST = Prepared(_OF.order_by(workouts.c.id.desc()).limit(bindparam("most")))
DONE_DAYS = Prepared(
    select(workouts.c.local_date)
    .where(workouts.c.runner_id == bindparam("runner"), _WITHIN)
    .where(
        or_(
            workouts.c.packed_sets > 0,
            select(sets.c.set).where(sets.c.workout_id == workouts.c.id).exists(),
        )
    )
)
_PLAIN: dict[str, ColumnElement[Any]] = {name: bindparam(name) for name in PLAIN}
CHANGE = Prepared(update(workouts).where(workouts.c.id == bindparam("number")).values(_PLAIN))
OPENED = Prepared(
    insert(workouts).values({"runner_id": bindparam("runner_id"), **_PLAIN}).returning(workouts.c.id)
)
INSERT = Prepared(insert(sets).values({column.name: bindparam(column.name) for column in sets.c}))


def _key(done: LoggedSet) -> tuple[int, int, Side]:
    return done.slot, done.set, done.side


class Workouts:
    """Performed sessions, one open at a time per person."""

    def __init__(self, db: Connection) -> None:
        self.db = db
        self._known: dict[
            tuple[int, int], bool
        ] = {}  # which messages logged a set, as long as nothing is written

    def current(self, runner_id: int, message_id: int | None = None) -> Workout | None:
        """The open (or paused) workout with its sets; whether a message logged one is learned in the same breath."""
        found = OPEN.one(self.db, {"runner": runner_id, "message": message_id})
        if found is None:
            return None
        workout, known = found
        if message_id is not None:
            self._known[runner_id, message_id] = known
        return replace(workout, sets=self._sets(workout.id))

    def open_now(self) -> tuple[int, ...]:
        """Everybody who has an open (or paused) workout."""
        query = select(workouts.c.runner_id).where(workouts.c.status.in_(IS_OPEN))
        return tuple(self.db.execute(query.order_by(workouts.c.runner_id)).scalars())

    def latest(self, runner_id: int) -> Workout | None:
        """The newest workout, open or not."""
        row = LATEST.first(self.db, {"runner": runner_id})
        return self._whole(row) if row else None

    def get(self, runner_id: int, workout_id: int) -> Workout | None:
        """One workout, if it is this person's."""
        row = ONE.first(self.db, {"runner": runner_id, "workout": workout_id})
        return self._whole(row) if row else None

    def between(self, runner_id: int, first: date, last: date) -> tuple[Workout, ...]:
        """The workouts of whole local days, both included, oldest first."""
        found = BETWEEN.rows(self.db, {"runner": runner_id, "first": first, "last": last})
        return self._all(runner_id, found)

    def newest(self, runner_id: int, most: int, before: int | None = None) -> tuple[Workout, ...]:
        """The last `most` workouts (older than workout `before`), newest first."""
        if before is None:
            return self._all(runner_id, NEWEST.rows(self.db, {"runner": runner_id, "most": most}))
        query = (
            select(workouts)
            .where(workouts.c.runner_id == runner_id, workouts.c.id < before)
            .order_by(workouts.c.id.desc())
            .limit(most)
        )
        return self._all(runner_id, self.db.execute(query).mappings().all())

    def done_days(self, runner_id: int, first: date, last: date) -> frozenset[date]:
        """Local days with a workout in which at least one set was logged."""
        rows = DONE_DAYS.rows(self.db, {"runner": runner_id, "first": first, "last": last})
        return frozenset(row["local_date"] for row in rows)

    def count(self, runner_id: int) -> int:
        """How many workouts were ever closed."""
        query = (
            select(func.count())
            .select_from(workouts)
            .where(workouts.c.runner_id == runner_id, workouts.c.closed_at.is_not(None))
        )
        return int(self.db.execute(query).scalar_one())

    def drop(self, runner_id: int, workout_id: int) -> None:
        """Delete a workout and its sets."""
        self._known.clear()
        self.db.execute(
            delete(workouts).where(workouts.c.runner_id == runner_id, workouts.c.id == workout_id)
        )

    def by_message(self, runner_id: int, message_id: int) -> Workout | None:
        """The workout that holds sets logged by this message."""
        found = LOGGED_BY.scalar(self.db, {"runner": runner_id, "message": message_id})
        return None if found is None else self.get(runner_id, found)

    def logged_by(self, runner_id: int, message_id: int) -> bool:
        """Whether a set was logged by this message, in whichever workout."""
        if (known := self._known.get((runner_id, message_id))) is not None:
            return known
        return LOGGED_BY.scalar(self.db, {"runner": runner_id, "message": message_id}) is not None

    def keep(self, workout: Workout, before: Workout | None = None) -> Workout:
        """Write the workout; with `before` (as it was read) only what changed. Returns it with its id."""
        self._known.clear()
        if workout.id is None:
            return self._open(workout)
        before = before or self.get(workout.runner_id, workout.id) or workout
        if before.closed_at is not None:
            self._unpack(before)
        if _plain(workout) != _plain(before):
            CHANGE.count(self.db, {"number": workout.id, **workout_to(workout)})
        self._keep_sets(workout, before)
        return workout

    def packable(self, before: datetime) -> list[tuple[int, int]]:
        """Whose and which workouts ended before an instant (aware) and still lie in rows, the oldest first."""
        query = select(workouts.c.runner_id, workouts.c.id).where(
            text(PACKABLE), workouts.c.closed_at < before
        )
        rows = self.db.execute(query.order_by(workouts.c.closed_at).limit(PACKED))
        return [(int(runner), int(number)) for runner, number in rows]

    def pack(self, runner_id: int, workout_id: int) -> None:
        """Put slots and sets of a closed workout into its row; every reader still finds the same record."""
        workout = self.get(runner_id, workout_id)
        if workout is None or workout.closed_at is None:
            return
        bundle = (
            update(workouts)
            .where(workouts.c.id == workout_id)
            .values(packed=packed(workout), packed_sets=len(workout.sets), slots=literal_column("''"))
        )
        self.db.execute(bundle)
        self.db.execute(delete(sets).where(sets.c.workout_id == workout_id))

    def _unpack(self, workout: Workout) -> None:
        """Back to rows, before a workout of long ago is changed."""
        here = and_(workouts.c.id == workout.id, workouts.c.packed.is_not(None))
        rows = {**workout_to(workout), "packed": None, "packed_sets": None}
        if self.db.execute(update(workouts).where(here), rows).rowcount:
            self._keep_sets(workout, replace(workout, sets=()))

    def _open(self, workout: Workout) -> Workout:
        number = OPENED.scalar(self.db, {"runner_id": workout.runner_id, **workout_to(workout)})
        kept = replace(workout, id=int(number))
        self._keep_sets(kept, replace(kept, sets=()))
        return kept

    def _keep_sets(self, workout: Workout, before: Workout) -> None:
        old, new = ({_key(done): done for done in each.sets} for each in (before, workout))
        gone = [key for key, done in old.items() if not _same(new.get(key), done)]
        fresh = [set_to(workout, done) for key, done in new.items() if not _same(old.get(key), done)]
        for slot, number, side in gone:
            self.db.execute(
                delete(sets).where(
                    sets.c.workout_id == workout.id,
                    sets.c.slot == slot,
                    sets.c.set == number,
                    sets.c.side == SIDES.index(side),
                )
            )
        for row in fresh:
            INSERT.count(self.db, row)

    def _whole(self, row: Mapping[Any, Any]) -> Workout:
        return workout_from(row, () if row["packed"] else self._sets(row["id"]))

    def _sets(self, workout_id: int | None) -> tuple[LoggedSet, ...]:
        return tuple(SETS.all(self.db, {"workout": workout_id}))

    def _all(self, runner_id: int, rows: Iterable[Mapping[Any, Any]]) -> tuple[Workout, ...]:
        rows = list(rows)
        if len(rows) <= FEW:
            return tuple(self._whole(row) for row in rows)
        query = select(sets).where(
            sets.c.runner_id == runner_id,
            sets.c.workout_id.in_([row["id"] for row in rows if not row["packed"]]),
        )
        logged: dict[int, list[LoggedSet]] = {}
        for each in self.db.execute(query.order_by(sets.c.slot, sets.c.set, sets.c.side)).mappings():
            logged.setdefault(each["workout_id"], []).append(set_from(each))
        return tuple(workout_from(row, logged.get(row["id"], [])) for row in rows)


def _same(one: LoggedSet | None, other: LoggedSet) -> bool:
    """Whether two sets are alike; nearly always they are the very same record, which is seen at once."""
    return one is other or one == other


def _plain(workout: Workout) -> tuple[str, datetime | None, tuple[Slot, ...], dict[str, Any], date]:
    return workout.status, workout.closed_at, workout.slots, dict(workout.note), workout.local_date
