"""Numbers as people type them: one normalised text, then strict numbers out of it (reliability 9)."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

POUND = Decimal("0.45359237")  # kilograms
_STRICT = re.compile(r"^\d{1,4}([.]\d{1,2})?$", re.ASCII)
_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3")
_DROPPED = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")  # emoji variation and skin tone
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`′＇", "'"))
_FOREIGN = re.compile(r"[^\W\D\x00-\x7f]")  # decimal digits of other scripts
_ODD = ("<super>", "<sub>", "<fraction>")


def normalise(text: str) -> str:
    """Keycaps to digits, NFKC, casefold, no control or format characters, single spaces; idempotent."""
    text = _KEYCAP.sub(r"\1", text).replace("\U0001f51f", "10")
    for _ in range(4):
        before, text = text, _once(text)
        if text == before:
            break
    return text


def _once(text: str) -> str:
    text = unicodedata.normalize("NFKC", _DROPPED.sub("", text)).casefold().translate(_APOSTROPHES)
    text = _KEYCAP.sub(r"\1", unicodedata.normalize("NFKC", text))
    simple = text.isprintable() and not _FOREIGN.search(text)  # every character would be read as it is
    kept = text if simple else "".join(map(_plain, text))
    return "\n".join(line for part in kept.split("\n") if (line := " ".join(part.split())))


def _plain(char: str) -> str:
    """A character as it is read: decimal digits of any script as ASCII, invisible ones gone."""
    if char == "\n" or char.isascii():
        return char if char.isprintable() or char == "\n" else " " if char in "\t\r\v\f" else ""
    kind = unicodedata.category(char)
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    return "" if kind in ("Cf", "Cc", "Cs", "Co", "Cn") else char


def odd(text: str) -> str | None:
    """The first superscript, subscript or fraction character, which nobody can read for sure."""
    return next((c for c in text if unicodedata.decomposition(c).startswith(_ODD)), None)


def strict(text: str) -> Decimal | None:
    """A plain number of up to four digits and two decimals, decimal comma allowed; None for all else."""
    text = text.replace(",", ".")
    return Decimal(text) if _STRICT.match(text) else None


def kilograms(value: Decimal, unit: str) -> float:
    """A weight in kilograms to two decimals; `unit` is "kg" or "lb"."""
    kg = value * POUND if unit == "lb" else value
    return float(round(kg, 2))
