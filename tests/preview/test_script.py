"""The script player, and how dialogue tests fail: on silence, on errors, on refusals, on words that do not come."""

from __future__ import annotations

import contextlib
import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram.error import BadRequest
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.preview.script import ScriptMistake, main, read_script
from tests.dialogue import Me, Stage


def test_a_script_is_read() -> None:
    text = "# note\nclock: 2026-11-02 18:00\n\nme: /start\ncoach: ~hello|hi\nclock: +45s\nnot coach: bye\n"
    start, steps = read_script(text, Path())
    assert start == datetime(2026, 11, 2, 18, tzinfo=UTC)
    assert [(step.number, step.who, step.what) for step in steps] == [
        (4, "me", "/start"),
        (5, "coach", "~hello|hi"),
        (6, "clock", "+45s"),
        (7, "not coach", "bye"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("you: hello", "line 1: begin with"),
        ("me: hi\nclock: 2026-11-02", "line 2: time passes like"),
        ("clock: soon", "line 1: write day and time like"),
        ("me: hi\nclock: +3 weeks", "line 2: time passes like"),
        ("after: nothing.txt", "line 1: there is no"),
    ],
)
def test_mistakes_in_a_script_are_said_by_line(text: str, words: str) -> None:
    with pytest.raises(ScriptMistake, match=words):
        read_script(text, Path("/nowhere"))


def test_the_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.txt").write_text("me: /help\ncoach: /today\nnot coach: dinosaur\n")
    (tmp_path / "wrong.txt").write_text("after: good.txt\nme: /help\ncoach: dinosaur\nme: [No such button]\n")
    (tmp_path / "broken.txt").write_text("hello\n")
    assert main(tmp_path / "good.txt") == 0
    assert main(tmp_path / "wrong.txt") == 1
    assert main(tmp_path / "broken.txt") == 2
    assert main(tmp_path / "missing.txt") == 2
    out = capsys.readouterr()
    assert "✗ line 3: expected coach: dinosaur" in out.out
    assert "✗ line 4: no button 'No such button'" in out.out
    assert "line 1: begin with me:" in out.err


async def test_silence_fails(tmp_path: Path) -> None:
    stage = Stage(tmp_path, datetime(2026, 11, 2, tzinfo=UTC))
    stage.more["conversations"] = ()
    await stage.start()
    try:
        with pytest.raises(AssertionError, match="silence after send"):
            await stage.person().says("hello")
    finally:
        await stage.close()


async def test_words_that_do_not_come_fail(me: Me) -> None:
    await me.says("/help")
    me.hears("/today", "~/week.*week")
    with pytest.raises(AssertionError, match="did not hear 'dinosaur'"):
        me.hears("dinosaur")
    with pytest.raises(AssertionError, match="heard '/today'"):
        me.hears_not("/today")


async def test_an_error_in_the_bot_fails(me: Me, stage: Stage) -> None:
    logging.getLogger("bot.worker").error("a handler failed")
    with pytest.raises(AssertionError, match="the bot logged errors"):
        await me.says("/help")
    stage.errors_meant = True


async def test_a_refused_request_fails(me: Me, stage: Stage) -> None:
    assert stage.app
    data = RequestData([RequestParameter("chat_id", 5, None), RequestParameter("text", "<b>x", None)])
    with contextlib.suppress(BadRequest):
        await stage.app.request.post(f"http://localhost/bot{stage.world.token}/sendMessage", data)
    with pytest.raises(AssertionError, match="Telegram refused"):
        await me.says("/help")
    stage.refusals_meant = True


async def test_a_killed_bot_goes_on_where_it_was(me: Me, stage: Stage) -> None:
    await me.says("/start")
    await stage.kill()
    me.person.send("/help")
    await stage.start()
    assert "/today" in me.transcript
