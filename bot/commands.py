"""The commands of `python -m bot`."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import logging
import signal
import sys
from collections.abc import Callable, Sequence

from bot.settings import Settings, SettingsRefused, read_settings

log = logging.getLogger(__name__)
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
    except SettingsRefused as refused:
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
    from bot.running import run

    settings = _ready()
    return asyncio.run(run(settings, parts=("hear", "work", "speak", "tick")))


def web(_: argparse.Namespace) -> int:
    """Take webhooks into the inbox (PostgreSQL; any number of these)."""
    from bot.running import run

    settings = _ready()
    if not settings.webhook_url:
        raise SettingsRefused(
            "Set WEBHOOK_URL: `web` takes webhooks; without one, `worker` listens by itself."
        )
    return asyncio.run(run(_shared(settings), parts=("hear",)))


def worker(_: argparse.Namespace) -> int:
    """Handle, remind and send (PostgreSQL; any number of these)."""
    from bot.running import run

    settings = _shared(_ready())
    listens = () if settings.webhook_url else ("hear",)
    quiet = settings.model_copy(update={"port": None})
    return asyncio.run(run(quiet, parts=("work", "speak", "tick", *listens)))


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


OURS: dict[str, Callable[[argparse.Namespace], int]] = {
    "start": start,
    "web": web,
    "worker": worker,
    "migrate": migrate,
}
SIGNALS = (signal.SIGTERM, signal.SIGINT)
