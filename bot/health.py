"""How the bot is: counts for operators, nothing personal; and the refusal to work on a damaged database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.settings import Settings
from storage.copies import Unusable, damage, sqlite_file, stopped_cleanly, to_check_now
from storage.ledger import CLEAN
from storage.notebook import Notebook, Page

SILENT = timedelta(minutes=3)  # a running bot says that it is alive every minute


def health_of(page: Page, now: datetime) -> dict[str, Any]:
    """Counts that an operator looks at, all by an index; not ok where the last sign of life is too old (aware, UTC)."""
    alive = page.ledger.last_alive()
    return {
        "ok": alive is not None and now - alive < SILENT,
        "waiting": page.inbox.count("new"),
        "dead": page.inbox.count("dead"),
        "messages": page.outbox.waiting(),
        "counted": page.ledger.counted(),
        "last_alive": alive.isoformat() if alive else None,
        "now": now.isoformat(),
    }


async def report(settings: Settings, now: datetime) -> Mapping[str, Any]:
    """The same from outside, for `python -m bot health`: also whether the file is sound and the bot alive."""
    check = Check(settings.database_url)
    if check.missing:
        return {"ok": False, "error": "no database yet"}
    if wrong := check.damage():
        return {"ok": False, "error": f"the database is damaged: {wrong}"}
    notebook = Notebook.open(settings.database_url)
    try:
        found = await notebook.look(lambda page: {**health_of(page, now), "stopped": page.ledger.get(CLEAN)})
    finally:
        await notebook.close()
    return _judged(found, alone=check.file is not None)


def _judged(found: Mapping[str, Any], *, alone: bool) -> Mapping[str, Any]:
    """Whether the bot runs, and one sentence where it does not; `alone`: no other process shares the database."""
    alive, stopped = found["last_alive"], found["stopped"]
    if alive is None:
        return {**found, "ok": False, "error": "the bot has never run on this database"}
    if alone and stopped is not None and datetime.fromisoformat(stopped) >= datetime.fromisoformat(alive):
        return {**found, "ok": False, "error": f"the bot does not run; it was stopped at {stopped}"}
    if not found["ok"]:
        return {**found, "error": f"no sign of life since {alive}: the bot hangs, or was killed"}
    return found


class Check:
    """The integrity check of a SQLite file: at once where it is quick or the last stop was no clean one."""

    def __init__(self, url: str) -> None:
        self.found: str | None = None
        try:
            self.file: Path | None = sqlite_file(url)
        except Unusable:
            self.file = None

    @property
    def missing(self) -> bool:
        """Whether there is no file yet."""
        return self.file is not None and not self.file.exists()

    @property
    def at_once(self) -> bool:
        """Whether nobody may be answered before the check is done."""
        return self.file is not None and to_check_now(self.file, stopped_cleanly(self.file))

    def damage(self) -> str | None:
        """What is wrong with the file, or None; takes long for a big one."""
        if self.file is not None and self.file.exists():
            self.found = damage(self.file)
        return self.found
