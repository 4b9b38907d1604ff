"""P21: /export complete, /delete leaves nothing, not a byte in the file. P18: the token is in no log and no error."""

from __future__ import annotations

import io
import json
import logging

import pytest
from sqlalchemy import text

from bot.logs import Redacting, set_up
from storage.tables import metadata
from tests.bot.conversations.test_training import begun
from tests.dialogue import Me, Stage

SECRETS = ("Xantippe", "purple zebra", "quokka")


@pytest.fixture
def me(stage: Stage) -> Me:
    return stage.person(987_654_321_5, "Xantippe")


async def rows_with(stage: Stage, needles: tuple[str, ...]) -> list[str]:
    """Every row in any table that holds one of the needles."""

    def look(page):
        found = []
        for table in metadata.tables.values():
            for row in page.db.execute(text(f"SELECT * FROM {table.name}")):
                whole = " ".join(
                    cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell) for cell in row
                )
                found += [f"{table.name}: {whole[:80]}" for one in needles if one in whole]
        return found

    return await stage.app.notebook.turn(look)


async def test_delete_leaves_nothing(me: Me, stage: Stage, tmp_path):
    other = stage.person(55, "Bob")
    await other.says("/start")
    await begun(me)
    for words in ("12", "what is a purple zebra", "my quokka hurts", "/week", "/export", "/undo", "15"):
        await me.says(words)
    await stage.forward(minutes=5)
    needles = (str(me.id), *SECRETS)
    assert await rows_with(stage, needles)
    await me.says("/delete")
    await me.taps("Erase everything")
    await stage.settled()
    assert await rows_with(stage, needles) == []
    files = list(tmp_path.glob("rehearsal.db*"))
    content = b"".join(file.read_bytes() for file in files)
    assert [one for one in needles if one.encode() in content] == []
    assert me.sees("")  # the goodbye is on the phone
    assert await rows_with(stage, ("Bob",))


async def test_export_holds_every_set_and_everything_else_that_is_kept(me: Me, stage: Stage):
    await begun(me)
    for words in ("12", "13", "/undo", "14"):
        await me.says(words)
    await me.says("/export")
    kept = [file for file in stage.world.files.by_id.values() if file.data.startswith(b"{")]
    exported = json.loads(kept[-1].data)
    stored = await stage.app.notebook.turn(lambda page: page.workouts.newest(me.id, 9))
    assert [(one["set"], one["reps"]) for one in exported["sets"]] == [
        (done.set, done.reps) for workout in stored for done in workout.sets
    ]
    for name in ("week", "targets", "choices", "wishes"):
        assert name in json.dumps(list(exported)), exported.keys()


@pytest.fixture
def logged():
    """Everything that the bot logs at DEBUG, as its own handler writes it."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    set_up("DEBUG")
    stream = io.StringIO()
    root.handlers[0].setStream(stream)
    for name in ("telegram", "httpx", "aiohttp", "aiosqlite", "sqlalchemy", "apscheduler"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield stream
    root.handlers[:], root.level = before
    for name in ("telegram", "httpx", "aiohttp", "aiosqlite", "sqlalchemy", "apscheduler"):
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.mark.parametrize(
    "fault", [{"status": 401}, {"status": 502}, {"drop": True}, {"refuse": True}, {"status": 429}]
)
async def test_the_token_is_in_no_log(tmp_path, logged, fault):
    from tests.bot.engine import Engine, Talk

    def turn(_page, _context, words):
        if words == "bad":
            raise RuntimeError(f"https://api.telegram.org/bot{bot.world.token}/getMe")
        return []

    bot = Engine(f"sqlite:///{tmp_path}/a.db", talk=Talk(turn=turn))
    bot.world.token = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
    bot.world.faults.add(times=3, **fault)
    try:
        await bot.start()
        bot.world.person(1001).send("bad")
        import asyncio

        await asyncio.sleep(0.1)
    except Exception:
        logging.getLogger().exception("start failed")
    finally:
        if bot.app:
            await bot.app.crash()
    written = logged.getvalue()
    assert written
    assert "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0" not in written


def test_a_traceback_with_the_token_is_redacted():
    token = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
    try:
        raise ValueError(f"/bot{token}/getMe")
    except ValueError as error:
        record = logging.LogRecord(
            "x", 40, "x", 1, "failed %s", (token,), (ValueError, error, error.__traceback__)
        )
    assert token not in Redacting("%(message)s").format(record)
