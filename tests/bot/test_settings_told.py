"""What can be set is told everywhere alike: bot/settings.py, .env.example and the README's table."""

import re
from pathlib import Path

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
NAMES = {name.upper() for name in Settings.model_fields}
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")


def table() -> list[tuple[str, str, str]]:
    rows = re.findall(r"^\| (`[A-Z].*?) \| (.*) \| (.*?) \|$", README, re.M)
    return [(names, meaning, default) for names, meaning, default in rows]


def test_the_example_names_every_setting_once():
    assert sorted(re.findall(r"^([A-Z_]+)=", EXAMPLE, re.M)) == sorted(NAMES)


def test_the_example_sets_nothing():
    assert re.findall(r"^[A-Z_]+=.+$", EXAMPLE, re.M) == []
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)


def test_the_readme_names_every_setting_once():
    told = [name for names, _, _ in table() for name in re.findall(r"`([A-Z_]+)`", names)]
    assert sorted(told) == sorted(NAMES)


def test_the_readmes_defaults_are_the_real_ones():
    defaults = {name.upper(): field.default for name, field in Settings.model_fields.items()}
    for names, _, told in table():
        for name in re.findall(r"`([A-Z_]+)`", names):
            default = defaults[name]
            if name == "TELEGRAM_API_URL":
                assert default == "https://api.telegram.org"
            elif default in (None, ""):
                assert told.split(":")[0] in ("none", "off", "polling"), name
    assert f"`{defaults['DATABASE_URL']}`" in README
    assert f"| {defaults['SEND_RATE']:g}, {defaults['SEND_RATE_CHAT']:g} |" in README
    assert f"`{defaults['LOG_LEVEL']}`" in README


def test_every_setting_of_the_readme_is_read_from_the_environment(monkeypatch):
    values = {
        "BOT_TOKEN": "123456:abc", "TELEGRAM_API_URL": "http://a", "DATABASE_URL": "postgres://u:p@h/d?sslmode=require",
        "WEBHOOK_URL": "https://a/b", "WEBHOOK_SECRET": "s", "PORT": "1", "METRICS_PORT": "2", "SEND_RATE": "3",
        "SEND_RATE_CHAT": "4", "NOTES_KEY": f"{'k' * 43}=", "OWNER_CHAT_ID": "5", "LOG_LEVEL": "debug",
    }  # fmt: skip
    assert set(values) == NAMES
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    found = Settings(_env_file=None)
    assert (found.metrics_port, found.owner_chat_id, found.log_level, found.send_rate) == (2, 5, "DEBUG", 3)
