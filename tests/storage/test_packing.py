"""Packed workouts: what was kept is found again to the last field, on both databases, from old tables and new."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from alembic import command
from alembic.config import Config
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import MetaData, create_engine, func, insert, select
from sqlalchemy.exc import DBAPIError

from bot.coach.heard import Heard
from bot.conversations import privacy, progress
from content.library import open_library
from storage import shapes
from storage.columns import EPOCH
from storage.engines import address
from storage.notebook import Notebook
from storage.records import LoggedSet, Runner, Slot, Workout
from storage.tables import sets, workouts
from storage.upgrade import upgrade

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
WHO = 6_000_000_001
LIBRARY = open_library()
numbers = st.none() | st.integers(0, 30_000)
instants = st.integers(0, 2**42).map(lambda ms: EPOCH + timedelta(milliseconds=ms))
logged = st.builds(
    LoggedSet,
    slot=st.integers(0, 20),
    set=st.integers(1, 30),
    side=st.sampled_from(["", "left", "right"]),
    exercise=st.sampled_from(sorted(LIBRARY.exercises)),
    reps=numbers,
    seconds=numbers,
    kg=st.none() | st.integers(0, 400_000).map(lambda grams: grams / 1000),
    at=instants,
    message_id=st.none() | st.integers(1, 2**40),
    part=st.integers(0, 60),
)
slots = st.builds(
    Slot,
    exercise=st.sampled_from(sorted(LIBRARY.exercises)),
    sets=st.integers(1, 9),
    low=st.integers(1, 99),
    high=st.integers(1, 99),
    rest=st.integers(0, 300),
    kg=st.none() | st.sampled_from([2.5, 8.0]),
    level=st.integers(0, 3),
    closed=st.booleans(),
    why=st.sampled_from(["", "change-exercise-reps"]),
)


@given(st.lists(slots, max_size=8).map(tuple), st.lists(logged, max_size=40).map(tuple))
def test_what_is_unpacked_is_what_was_packed(planned, done):
    workout = Workout(
        id=7,
        runner_id=WHO,
        session="bodyweight",
        local_date=NOW.date(),
        opened_at=NOW,
        slots=planned,
        sets=done,
    )
    row = {**shapes.workout_to(workout), "id": 7, "runner_id": WHO, "slots": {}}
    assert shapes.workout_from({**row, "packed": shapes.packed(workout)}, ()) == workout


def trained(days_ago: int, first: int, status: str = "done") -> Workout:
    """Two exercises, three sets each, the second on both sides."""
    opened = NOW - timedelta(days=days_ago)
    rows = []
    for number in range(3):
        at = opened + timedelta(seconds=83 * number, milliseconds=500)
        rows.append(
            LoggedSet(
                slot=0,
                set=number + 1,
                exercise="air_squat",
                reps=9 + number,
                at=at,
                message_id=first + number,
            )
        )
        rows += [
            LoggedSet(
                slot=1, set=number + 1, side=side, exercise="forward_lunge", reps=8, kg=4.5, at=at,
                message_id=first + 10 + number, part=part,
            )
            for part, side in enumerate(("left", "right"))
        ]  # fmt: skip
    over = opened + timedelta(minutes=20) if status == "done" else None
    planned = tuple(
        Slot(exercise=name, sets=3, low=8, high=12, rest=60, why="change-exercise-reps")
        for name in ("air_squat", "forward_lunge")
    )
    by_place = tuple(sorted(rows, key=lambda row: (row.slot, row.set, row.side)))
    return Workout(
        id=None, runner_id=WHO, session="bodyweight", local_date=opened.date(), status=status, opened_at=opened,
        closed_at=over, slots=planned, sets=by_place, note={"effort": "easy"},
    )  # fmt: skip


def fill(page):
    runner = Runner(id=WHO, name="Ada", screening="clear", zone="UTC", created_at=NOW)
    page.runners.keep(runner)
    page.runners.keep(replace(runner, id=WHO + 1))
    for n, days in enumerate((30, 9, 3, 1)):
        page.workouts.keep(trained(days, 100 + 100 * n))
    page.workouts.keep(replace(trained(9, 100), runner_id=WHO + 1))
    page.workouts.keep(trained(0, 900, status="open"))


def seen(page):
    """Everything a person can see of their past."""
    runner = page.runners.get(WHO)
    heard = Heard(runner=runner, library=LIBRARY, tongue=LIBRARY.tongue("en"), at=NOW, now=NOW, tap="x")
    return (
        list(progress.history(page, heard)),
        [say.document for say in privacy.export(page, heard)][:2],
        page.workouts.newest(WHO, 10),
        page.workouts.between(WHO, date(2026, 10, 1), NOW.date()),
        page.workouts.done_days(WHO, date(2026, 10, 1), NOW.date()),
        page.workouts.count(WHO),
        page.census.sets(),
        page.census.sets(NOW - timedelta(days=10)),
    )


def rows(page):
    return page.db.scalar(select(func.count()).select_from(sets))


def old_database(url: str, source: str) -> None:
    """The first version's tables, filled with what `source` keeps."""
    engine, full = create_engine(address(url)), create_engine(address(source))
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    with engine.begin() as db:
        config.attributes["connection"] = db
        command.upgrade(config, "0001")
    meta = MetaData()
    meta.reflect(engine, only=["runners", "workouts", "sets"])
    with engine.begin() as db, full.connect() as other:
        for name in ("runners", "workouts", "sets"):
            table = meta.tables[name]
            db.execute(insert(table), [dict(row) for row in other.execute(select(table)).mappings()])
    engine.dispose()
    full.dispose()


async def test_an_old_database_is_carried_over(empty_url, tmp_path):
    source = f"sqlite:///{tmp_path}/source.db"
    upgrade(source)
    book = Notebook.open(source)
    await book.turn(fill)
    before = await book.turn(seen)
    await book.close()
    old_database(empty_url, source)
    upgrade(empty_url)
    book = Notebook.open(empty_url)
    assert await book.turn(seen) == before
    assert await book.turn(lambda page: page.pack(NOW - timedelta(days=2))) == 4
    assert await book.turn(seen) == before
    await book.close()


async def test_only_what_ended_long_ago_is_packed_and_once(notebook):
    await notebook.turn(fill)
    before = await notebook.turn(rows)
    assert before == 6 * 9
    assert await notebook.turn(lambda page: page.pack(NOW - timedelta(days=2))) == 4
    assert await notebook.turn(rows) == 2 * 9
    assert await notebook.turn(lambda page: page.pack(NOW - timedelta(days=2))) == 0
    left = await notebook.turn(lambda page: page.workouts.by_message(WHO, 400))
    assert left is not None
    assert left.sets[0].message_id == 400


async def test_a_packed_workout_is_corrected_and_packed_again(notebook):
    await notebook.turn(fill)
    await notebook.turn(lambda page: page.pack(NOW - timedelta(days=2)))
    old = (await notebook.turn(lambda page: page.workouts.newest(WHO, 10)))[-1]
    better = replace(old, sets=(replace(old.sets[0], reps=20), *old.sets[1:-1]), note={"effort": "hard"})

    def correct(page):
        page.workouts.keep(better, old)
        return page.workouts.get(WHO, old.id)

    assert await notebook.turn(correct) == better
    assert await notebook.turn(rows) == 2 * 9 + 8
    await notebook.turn(lambda page: page.pack(NOW - timedelta(days=2)))
    assert await notebook.turn(lambda page: page.workouts.get(WHO, old.id)) == better
    assert await notebook.turn(rows) == 2 * 9


async def test_a_packed_workout_opened_again_is_the_current_one(notebook):
    await notebook.turn(lambda page: page.runners.keep(Runner(id=WHO, name="Ada", created_at=NOW)))
    kept = await notebook.turn(lambda page: page.workouts.keep(trained(9, 100)))
    await notebook.turn(lambda page: page.pack(NOW))
    again = replace(kept, status="open", closed_at=None)
    await notebook.turn(lambda page: page.workouts.keep(again))
    assert await notebook.turn(lambda page: page.workouts.current(WHO)) == again
    assert await notebook.turn(lambda page: page.pack(NOW)) == 0


async def test_the_message_of_an_unpacked_set_is_still_logged_once_only(notebook):
    """The fence against a message logging twice stands as before: the database refuses the second."""
    await notebook.turn(fill)

    def twice(page):
        return page.workouts.keep(replace(trained(1, 400), local_date=NOW.date()))

    with pytest.raises(DBAPIError):
        await notebook.turn(twice)


async def test_whoever_is_spoken_with_is_packed_later(notebook):
    """Where pages run side by side (PostgreSQL), nothing is packed under the hands of another page."""
    if notebook.sqlite:
        pytest.skip("one writer")
    await notebook.turn(fill)
    held, go = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def speaking(page):
        page.hold(WHO)
        loop.call_soon_threadsafe(held.set)
        asyncio.run_coroutine_threadsafe(go.wait(), loop).result(10)

    busy = asyncio.ensure_future(notebook.turn(speaking))
    await held.wait()
    assert await notebook.turn(lambda page: page.pack(NOW - timedelta(days=2))) == 1
    go.set()
    await busy
    assert await notebook.turn(lambda page: page.pack(NOW - timedelta(days=2))) == 3


async def test_forgetting_and_dropping_take_the_packed_along(notebook):
    await notebook.turn(fill)
    await notebook.turn(lambda page: page.pack(NOW))
    first = (await notebook.turn(lambda page: page.workouts.newest(WHO, 10)))[-1]
    await notebook.turn(lambda page: page.workouts.drop(WHO, first.id))
    assert await notebook.turn(lambda page: page.workouts.get(WHO, first.id)) is None
    await notebook.turn(lambda page: page.runners.forget(WHO))
    assert await notebook.turn(lambda page: page.db.scalar(select(func.count()).select_from(workouts))) == 1
