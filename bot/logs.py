"""Logs for operators: the token never appears in them, not even in tracebacks."""

from __future__ import annotations

import logging
import re
import sys

TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")


class Redacting(logging.Formatter):
    """Formats as usual, then strikes out whatever looks like a token, in the traceback too."""

    def format(self, record: logging.LogRecord) -> str:
        """The finished line without tokens."""
        return TOKEN.sub("***", super().format(record))


def set_up(level: str) -> None:
    """Log to stderr; the libraries that print addresses or whole updates speak only of trouble."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in (
        "alembic",
        "httpx",
        "httpcore",
        "apscheduler",
        "telegram",
        "aiosqlite",
        "sqlalchemy",
        "aiohttp.access",
    ):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a tick that waits for the database is no news
    logging.captureWarnings(True)
