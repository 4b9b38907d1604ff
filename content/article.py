"""The article's 49 facts: each is in the content, corrected, or left out with why (`facts/article.toml`)."""

from __future__ import annotations

from pathlib import Path

from content import reading
from content.library import FIRST
from content.mistake import Mistakes, at

FACTS = 49
REASON = {"kept": "", "corrected": "how", "left out": "why"}


def article(root: Path) -> Mistakes:
    """Facts nobody accounts for, and places that no longer say what the table claims."""
    file = root / "facts" / "article.toml"
    rows = reading.table(file)
    for number in range(1, FACTS + 1):
        if f"A{number}" not in rows:
            yield at(root, file, f"fact A{number} of the article is not accounted for")
    for name, row in rows.items():
        status = row.get("status")
        if status not in REASON:
            yield at(root, file, f'{name}: the status is "kept", "corrected" or "left out"', f"[{name}]")
        elif REASON[status] and not row.get(REASON[status]):
            yield at(
                root, file, f"{name} is {status}: say {REASON[status]}, in a line of that name", f"[{name}]"
            )
        elif status != "left out" and not _stands(root / FIRST / row["where"], row["says"]):
            says = f'{name}: {row["where"]} no longer says "{row["says"]}"'
            yield at(root, file, says, f"[{name}]")


def _stands(file: Path, says: str) -> bool:
    return file.exists() and says in " ".join(file.read_text(encoding="utf-8").split())
