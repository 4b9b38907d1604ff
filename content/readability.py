"""How hard a text is to read: the LIX figure (words per sentence + share of long words), from textstat."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from typing import Any

TAG = re.compile(r"<[^>]+>|\*\*")


def plain(text: str) -> str:
    """The text without its tags and stars."""
    return TAG.sub("", text)


@cache
def _textstat() -> Any:
    """The library, where it is installed (it is a tool of development only)."""
    return importlib.import_module("textstat") if importlib.util.find_spec("textstat") else None


def difficulty(text: str) -> float | None:
    """LIX: up to 30 very easy, 40 ordinary, 50 hard; None where the library is not installed."""
    library = _textstat()
    return float(library.lix(plain(text))) if library else None
