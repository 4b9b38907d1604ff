"""One page is one atomic unit, whoever shares its commit."""

from __future__ import annotations

import asyncio
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.engines import address, refuse_ephemeral
from storage.locking import Lock, lock_beside
from storage.notebook import Notebook
from storage.upgrade import upgrade


def keep(key, fail=False):
    def fn(page):
        page.ledger.keep(key, "1")
        if fail:
            raise ValueError(key)
        return key

    return fn


async def test_a_failing_page_rolls_back_only_itself(notebook):
    turns = [notebook.turn(keep(f"k{n}", fail=n % 3 == 0)) for n in range(100)]
    results = await asyncio.gather(*turns, return_exceptions=True)
    for n, result in enumerate(results):
        assert isinstance(result, ValueError) if n % 3 == 0 else result == f"k{n}"
    kept = await notebook.turn(lambda page: [n for n in range(100) if page.ledger.get(f"k{n}")])
    assert kept == [n for n in range(100) if n % 3]


async def test_a_database_error_rolls_back_only_its_page(notebook):
    def broken(page):
        page.ledger.keep("broken", "1")
        page.db.execute(text("INSERT INTO ledger (key, value) VALUES ('x', NULL)"))

    blocker = threading.Event()
    first = asyncio.ensure_future(notebook.turn(lambda page: blocker.wait(5) and None))
    rest = [asyncio.ensure_future(notebook.turn(fn)) for fn in (keep("a"), broken, keep("b"))]
    await asyncio.sleep(0.01)
    blocker.set()
    await first
    results = await asyncio.gather(*rest, return_exceptions=True)
    assert isinstance(results[1], DBAPIError)
    got = await notebook.turn(lambda page: [page.ledger.get(key) for key in ("a", "broken", "b")])
    assert got == ["1", None, "1"]


async def test_waiting_pages_share_a_commit(tmp_path):
    url = f"sqlite:///{tmp_path}/a.db"
    upgrade(url)
    book = Notebook.open(url)
    sizes = []
    commit = book._commit
    book._commit = lambda batch: (sizes.append(len(batch)), commit(batch))[1]
    blocker = threading.Event()
    first = asyncio.ensure_future(book.turn(lambda _: blocker.wait(5)))
    await asyncio.sleep(0.01)
    rest = [asyncio.ensure_future(book.turn(keep(f"k{n}"))) for n in range(40)]
    await asyncio.sleep(0.01)
    blocker.set()
    await asyncio.gather(first, *rest)
    await book.close()
    assert sizes == [1, 32, 8]


async def test_nothing_is_told_before_the_commit(tmp_path):
    url = f"sqlite:///{tmp_path}/a.db"
    upgrade(url)
    book = Notebook.open(url)

    class Full(Exception):  # noqa: N818
        pass

    def no_room(_db):
        raise Full

    from sqlalchemy import event

    await book.turn(keep("before"))
    event.listen(book.writer, "commit", no_room)
    results = await asyncio.gather(*(book.turn(keep(f"k{n}")) for n in range(5)), return_exceptions=True)
    assert all(isinstance(result, Full) for result in results)
    event.remove(book.writer, "commit", no_room)
    assert await book.turn(lambda page: [page.ledger.get(f"k{n}") for n in range(5)]) == [None] * 5
    assert await book.turn(lambda page: page.ledger.get("before")) == "1"
    await book.close()


async def test_a_look_reads_and_cannot_write(notebook):
    await notebook.turn(keep("a"))
    assert await notebook.look(lambda page: page.ledger.get("a")) == "1"
    with pytest.raises(DBAPIError):
        await notebook.look(lambda page: page.ledger.keep("b", "1"))


async def test_settings_of_sqlite(tmp_path):
    url = f"sqlite:///{tmp_path}/a.db"
    upgrade(url)
    book = Notebook.open(url)
    names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema", "busy_timeout")

    def read(page):
        return [page.db.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert await book.turn(read) == ["wal", 2, 1, 1, 0, 5000]
    await book.close()


async def test_a_part_of_a_page_may_fail_alone(notebook):
    def fn(page):
        page.ledger.keep("a", "1")
        with pytest.raises(ValueError), page.apart():  # noqa: PT012
            page.ledger.keep("b", "1")
            raise ValueError
        page.ledger.keep("c", "1")

    await notebook.turn(fn)
    assert await notebook.turn(lambda page: [page.ledger.get(k) for k in "abc"]) == ["1", None, "1"]


def test_the_second_process_waits_for_the_lock(tmp_path):
    first, second = (lock_beside(f"sqlite:///{tmp_path}/a.db") for _ in range(2))
    first.acquire()
    got = threading.Event()
    thread = threading.Thread(target=lambda: (second.acquire(), got.set()))
    thread.start()
    assert not got.wait(0.05)
    first.release()
    assert got.wait(5)
    second.release()
    thread.join()
    assert isinstance(first, Lock)
    assert lock_beside("sqlite://") is None
    assert lock_beside("postgresql://localhost/x") is None


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgres://u:p@h/d?sslmode=require", "postgresql+psycopg"),
        ("postgresql://u:p@h/d", "postgresql+psycopg"),
        ("sqlite:///a.db", "sqlite"),
        ("sqlite+aiosqlite:///a.db", "sqlite"),
    ],
)
def test_addresses(given, driver):
    assert address(given).drivername == driver
    assert dict(address(given).query) == ({"sslmode": "require"} if "ssl" in given else {})


def test_sqlite_is_refused_where_the_disk_is_lost(monkeypatch):
    assert refuse_ephemeral("sqlite:///a.db") is None
    monkeypatch.setenv("DYNO", "web.1")
    assert "DATABASE_URL" in refuse_ephemeral("sqlite:///a.db")
    assert refuse_ephemeral("postgres://h/d") is None
