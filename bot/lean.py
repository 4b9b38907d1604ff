"""What python-telegram-bot would load and this bot never uses: its own HTTP client and Telegram Passport.

Requests go through pyreqwest (`bot.transport`), passports are not read. Left out they save a dozen megabytes and a tenth
of a second at the start. Where telegram was imported before, nothing happens.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType


class Absent(ModuleType):
    """A module of which only the names are needed, for annotations: each is an empty class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def replaced(modules: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """For a while these are the modules that are found, None for one that is not there; loaded ones stay as they are."""
    fresh = {name: module for name, module in modules.items() if name not in sys.modules}
    sys.modules.update(fresh)  # type: ignore[arg-type]  # None is how Python notes that there is none
    try:
        yield
    finally:
        for name in fresh:
            del sys.modules[name]


def load_telegram() -> None:
    """Import python-telegram-bot without the two."""
    with replaced({"httpx": Absent("httpx"), "cryptography": None}):
        import telegram.ext  # noqa: F401
