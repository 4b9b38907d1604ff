"""The bot's process loads nothing that it never uses."""

import subprocess
import sys

from bot.lean import Absent, replaced

HEAVY = (
    "httpx",
    "aiohttp",
    "cryptography",
    "PIL",
    "alembic",
    "numpy",
    "sqlalchemy.ext.asyncio",
    "dateparser",
    "tzfpy",
)


def test_the_bot_starts_without_what_it_never_uses_or_not_yet():
    code = (
        "import sys; from bot.lean import load_telegram; load_telegram(); import bot.running;"
        f"print(*(one for one in {HEAVY!r} if one in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.stdout.strip(), done.returncode) == ("", 0), done.stderr


def test_what_is_left_out_can_be_imported_afterwards():
    code = (
        "from bot.lean import load_telegram; load_telegram(); import httpx; from cryptography.fernet import Fernet;"
        "from bot.notes import notes; key = Fernet.generate_key().decode();"
        "assert notes(key).open(notes(key).seal('hm')) == 'hm' and notes(key).open(b'x') is None;"
        "assert httpx.AsyncClient"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_loaded_modules_are_not_touched():
    import json

    with replaced({"json": None, "nowhere": Absent("nowhere")}):
        import json as again

        import nowhere

        assert again is json
        assert isinstance(nowhere.Thing, type)
    assert "nowhere" not in sys.modules
