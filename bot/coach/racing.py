"""Races by their length: what a message says of it, and how many days after it stay free of strength (brief 3.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable

HALF, MARATHON, ULTRA = 21.1, 42.2, 50.0  # km
MILE = 1.609
UNKNOWN = 2  # days free after a race whose length nobody told
NAMED = (
    (re.compile(r"\b(half|halb\w*|medi[ao] marat\w*|media)\b"), HALF),
    (re.compile(r"\bultra\w*"), ULTRA),
    (re.compile(r"\b(marathon|maraton)\b"), MARATHON),
)
FIGURE = re.compile(r"\b(\d{1,3}(?:[.,]\d)?) ?(k|km|kms|kilomet\w*|mi|miles?|millas?)\b")


def length(words: Iterable[str]) -> float | None:
    """How long the race is in km, as it is named ("half marathon") or counted ("10k race"); None where it is not."""
    line = " ".join(words).casefold().replace("ó", "o").replace("á", "a")
    for pattern, km in NAMED:
        if pattern.search(line):
            return km
    found = FIGURE.search(line)
    if found is None:
        return None
    km = float(found[1].replace(",", ".")) * (MILE if found[2].startswith("mi") else 1)
    return km if 1 <= km <= 300 else None


def free_after(km: float | None) -> int:
    """Days without strength after the race: two up to about ten kilometres, five after a half, seven from a marathon."""
    if km is None or km < 15:
        return UNKNOWN
    return 5 if km < 35 else 7
