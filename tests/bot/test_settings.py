"""Settings: one sentence says what to set; tokens never reach the log."""

from __future__ import annotations

import logging

import pytest

from bot.commands import main
from bot.logs import Redacting
from bot.settings import Settings, SettingsRefused, read_settings

TOKEN = "123456789:" + "AbC-dEf_" * 5


@pytest.fixture(autouse=True)
def empty_place(tmp_path, monkeypatch):
    """No .env and no settings of ours around."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("env", "sentence"),
    [
        ({}, "Set BOT_TOKEN"),
        ({"BOT_TOKEN": "abc"}, "BOT_TOKEN: must look like"),
        ({"BOT_TOKEN": TOKEN, "WEBHOOK_URL": "https://x.example/hook"}, "Set WEBHOOK_SECRET"),
        ({"BOT_TOKEN": TOKEN, "WEBHOOK_URL": "https://x.example/h", "WEBHOOK_SECRET": "s"}, "Set PORT"),
        ({"BOT_TOKEN": TOKEN, "WEBHOOK_SECRET": "not allowed!"}, "WEBHOOK_SECRET: must be"),
        ({"BOT_TOKEN": TOKEN, "PORT": "http"}, "PORT:"),
        ({"BOT_TOKEN": TOKEN, "SEND_RATE": "-1"}, "SEND_RATE:"),
        ({"BOT_TOKEN": TOKEN, "DATABASE_URL": "mysql://h/d"}, "DATABASE_URL: must be"),
        ({"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": "ftp://x"}, "TELEGRAM_API_URL: must begin"),
        ({"BOT_TOKEN": TOKEN, "DYNO": "web.1"}, "DATABASE_URL is a SQLite file"),
    ],
)
def test_a_start_that_cannot_work_says_what_to_set(monkeypatch, capsys, env, sentence):
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert main([]) == 2
    said = capsys.readouterr().err.strip()
    assert said.startswith(sentence)
    assert len(said.splitlines()) == 1
    assert TOKEN not in said


def test_workers_and_web_need_postgresql(monkeypatch, capsys):
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert main(["worker"]) == 2
    assert "PostgreSQL" in capsys.readouterr().err
    assert main(["web"]) == 2
    assert "WEBHOOK_URL" in capsys.readouterr().err


def test_the_file_is_read_and_the_environment_wins(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text(f"BOT_TOKEN={TOKEN}\nSEND_RATE=5\nLOG_LEVEL=debug\nPORT=\n")
    monkeypatch.setenv("SEND_RATE", "7")
    settings = read_settings()
    assert (settings.bot_token, settings.send_rate, settings.log_level, settings.port) == (
        TOKEN,
        7,
        "DEBUG",
        None,
    )
    assert TOKEN not in repr(settings)
    with pytest.raises(SettingsRefused, match="LOG_LEVEL"):
        read_settings(log_level="LOUD")


def test_tokens_are_struck_out_in_tracebacks_too():
    try:
        raise RuntimeError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except RuntimeError as error:
        record = logging.LogRecord(
            "x", logging.ERROR, "f", 1, "calling %s", (TOKEN,), (type(error), error, error.__traceback__)
        )
    line = Redacting("%(message)s").format(record)
    assert TOKEN not in line
    assert line.count("***") >= 2
    assert "RuntimeError" in line
