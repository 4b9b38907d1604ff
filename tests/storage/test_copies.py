"""Backups under load, restores that send nothing twice, damage that is noticed."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from storage.copies import Unusable, back_up, damage, restore, sqlite_file
from storage.locking import lock_beside
from storage.notebook import Notebook
from storage.records import Due, Message, Runner
from storage.upgrade import upgrade

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


@pytest.fixture
def file_url(tmp_path):
    url = f"sqlite:///{tmp_path}/a.db"
    upgrade(url)
    return url


async def test_a_backup_under_load_is_whole(file_url, tmp_path):
    """Each page writes two rows that belong together: a copy never has one without the other."""
    book = Notebook.open(file_url)
    stop = asyncio.Event()
    written = 0

    async def write():
        nonlocal written
        while not stop.is_set():
            n = written

            def page_of(page, n=n):
                page.ledger.keep(f"a{n}", "1")
                page.ledger.keep(f"b{n}", "x" * 500)

            await book.turn(page_of)
            written += 1

    writing = asyncio.create_task(write())
    for n in range(20):
        await asyncio.to_thread(back_up, file_url, tmp_path / f"copy{n}.db")
    stop.set()
    await writing
    await book.close()
    assert written > 20
    for n in range(20):
        copy = tmp_path / f"copy{n}.db"
        assert damage(copy) is None
        with sqlite3.connect(copy) as db:
            keys = {key for (key,) in db.execute("SELECT key FROM ledger")}
        db.close()
        assert {key[1:] for key in keys if key[0] == "a"} == {key[1:] for key in keys if key[0] == "b"}


async def test_a_restore_sends_nothing_twice(file_url, tmp_path):
    book = Notebook.open(file_url)

    def page_of(page):
        page.runners.keep(Runner(id=7, name="R", created_at=NOW))
        page.dues.keep(Due(runner_id=7, kind="reminder", at=NOW - timedelta(minutes=5)))
        page.dues.keep(Due(runner_id=7, kind="eve", at=NOW + timedelta(days=1)))
        for n, policy in enumerate(("once", "retry")):
            page.outbox.add(
                [
                    Message(
                        dedupe=f"{n}", chat_id=7, method="sendMessage", params={"text": "x"}, policy=policy
                    )
                ],
                NOW,
            )
        page.outbox.claim(NOW, "me", 1)

    await book.turn(page_of)
    back_up(file_url, tmp_path / "copy.db")
    await book.turn(lambda page: page.ledger.keep("after", "1"))
    await book.close()
    kept = restore(file_url, tmp_path / "copy.db", NOW)
    assert kept is not None
    assert kept.exists()
    book = Notebook.open(file_url)
    found = await book.turn(
        lambda page: (
            page.outbox.states(),
            page.ledger.get("after"),
            page.dues.claim(NOW),
            page.dues.next_at(),
        )
    )
    assert found[0] == {"unknown": 2}
    assert found[1] is None
    assert [due.at for due in found[2]] == [NOW - timedelta(hours=3)]  # too late to be sent
    assert found[3] == NOW + timedelta(days=1)
    await book.close()


def test_what_cannot_be_used_is_refused_in_one_sentence(file_url, tmp_path):
    with pytest.raises(Unusable, match="no file"):
        restore(file_url, tmp_path / "none.db", NOW)
    (tmp_path / "junk.db").write_bytes(b"junk" * 5000)
    with pytest.raises(Unusable, match="damaged"):
        restore(file_url, tmp_path / "junk.db", NOW)
    back_up(file_url, tmp_path / "copy.db")
    with pytest.raises(Unusable, match="exists already"):
        back_up(file_url, tmp_path / "copy.db")
    lock = lock_beside(file_url)
    lock.acquire()
    with pytest.raises(Unusable, match="running"):
        restore(file_url, tmp_path / "copy.db", NOW)
    lock.release()
    with pytest.raises(Unusable, match="pg_dump"):
        back_up("postgresql://h/d", tmp_path / "x.db")


def test_damage_is_noticed(file_url):
    file = sqlite_file(file_url)
    with sqlite3.connect(file) as db:
        db.executemany("INSERT INTO ledger VALUES (?, ?)", [(f"k{n}", "v" * 100) for n in range(3000)])
    db.close()
    assert damage(file) is None
    content = bytearray(file.read_bytes())
    content[4096 * 3 : 4096 * 3 + 64] = bytes(64)
    file.write_bytes(content)
    assert damage(file) is not None
