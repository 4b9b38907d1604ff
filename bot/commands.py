"""The commands of `python -m bot`."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.clock import Clock
from bot.settings import Settings, SettingsRefused, read_settings
from storage.copies import Unusable
from storage.upgrade import TooNew, Unreachable

ELSEWHERE = {  # command → the module whose main(arguments) does it; imported only then
    "plan": "bot.planning",
    "evaluate": "bot.evaluation",
    "pictures": "bot.pictures.command",
    "preview": "bot.preview.command",
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code. What the operator must do is said in one sentence."""
    command = arguments[0] if arguments else "start"
    if command in ELSEWHERE:
        return int(importlib.import_module(ELSEWHERE[command]).main(list(arguments[1:])) or 0)
    try:
        return _ours(arguments)
    except (SettingsRefused, Unreachable, TooNew, Unusable) as refused:
        print(refused, file=sys.stderr)
        return 2


def _ours(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Strongstride, the strength coach for runners."
    )
    commands = parser.add_subparsers(dest="command")
    for name, what in OURS.items():
        made = commands.add_parser(name, help=what.__doc__)
        if name in ("backup", "restore"):
            made.add_argument("file")
    for name in ELSEWHERE:
        commands.add_parser(name)
    chosen = parser.parse_args(arguments)
    return OURS[chosen.command or "start"](chosen)


def _ready(*, needs_token: bool = True) -> Settings:
    from bot.logs import set_up

    settings = read_settings()
    refusal = settings.refusal() if needs_token else None
    if refusal:
        raise SettingsRefused(refusal)
    set_up(settings.log_level)
    return settings


def start(_: argparse.Namespace) -> int:
    """Run everything in one process (default)."""
    return _run(_ready(), "hear", "work", "speak", "tick")


def web(_: argparse.Namespace) -> int:
    """Take webhooks into the inbox (PostgreSQL; any number of these)."""
    settings = _ready()
    if not settings.webhook_url:
        raise SettingsRefused(
            "Set WEBHOOK_URL: `web` takes webhooks; without one, `worker` listens by itself."
        )
    return _run(_shared(settings), "hear")


def worker(_: argparse.Namespace) -> int:
    """Handle, remind and send (PostgreSQL; any number of these)."""
    settings = _shared(_ready())
    listens = () if settings.webhook_url else ("hear",)
    quiet = settings.model_copy(update={"port": None})
    return _run(quiet, "work", "speak", "tick", *listens)


def _run(settings: Settings, *parts: str) -> int:
    from bot.lean import load_telegram

    load_telegram()
    from bot.running import run

    return asyncio.run(run(settings, parts=parts))


def _shared(settings: Settings) -> Settings:
    if settings.database_url.startswith("sqlite"):
        raise SettingsRefused(
            "Set DATABASE_URL to a PostgreSQL database: SQLite belongs to one process, `python -m bot`."
        )
    return settings


def migrate(_: argparse.Namespace) -> int:
    """Bring the database to this version's tables."""
    from storage.upgrade import upgrade

    upgrade(_ready(needs_token=False).database_url)
    return 0


def backup(chosen: argparse.Namespace) -> int:
    """Copy the database to FILE, whole, while the bot runs."""
    from storage.copies import Unusable, back_up

    try:
        size = back_up(_ready(needs_token=False).database_url, Path(chosen.file))
    except Unusable as refusal:
        raise SettingsRefused(str(refusal)) from None
    print(f"{chosen.file}: {size} bytes, checked.")
    return 0


def restore(chosen: argparse.Namespace) -> int:
    """Put the backup FILE in the database's place (the bot must not run); nothing is sent twice."""
    from storage.copies import Unusable
    from storage.copies import restore as put_back

    try:
        kept = put_back(_ready(needs_token=False).database_url, Path(chosen.file), Clock().now())
    except Unusable as refusal:
        raise SettingsRefused(str(refusal)) from None
    print(f"Restored from {chosen.file}." + (f" What was there is now {kept}." if kept else ""))
    return 0


def health(_: argparse.Namespace) -> int:
    """Print how the bot is, as JSON; exit 1 where something is wrong."""
    from bot.health import report

    try:
        found = asyncio.run(report(_ready(needs_token=False), Clock().now()))
    except SettingsRefused:
        raise
    except Exception as error:
        raise SettingsRefused(
            f"The database cannot be read ({type(error).__name__}): check DATABASE_URL."
        ) from None
    print(json.dumps(found, indent=1))
    return 0 if found["ok"] else 1


def unanswered(_: argparse.Namespace) -> int:
    """Print the questions that nobody has written an answer to: language, people, day, text."""
    from bot.health import Check
    from bot.notes import notes
    from bot.unanswered import gathered, tsv
    from storage.notebook import Notebook

    settings = _ready(needs_token=False)
    key = notes(settings.notes_key)
    if key is None:
        raise SettingsRefused("Set NOTES_KEY: without it no questions are kept.")
    if Check(settings.database_url).missing:
        raise SettingsRefused("There is no database yet: check DATABASE_URL.")

    async def look() -> str:
        notebook = Notebook.open(settings.database_url)
        try:
            return await notebook.look(lambda page: tsv(gathered(page, key)))
        finally:
            await notebook.close()

    print(asyncio.run(look()), end="")
    return 0


OURS: dict[str, Callable[[argparse.Namespace], int]] = {
    command.__name__: command
    for command in (start, web, worker, migrate, backup, restore, health, unanswered)
}
