"""Callback data: `v1:<verb>:<arg>:<arg>…`, 64 bytes at most. It is user input and is read strictly."""

from __future__ import annotations

import re
from dataclasses import dataclass

FORM = re.compile(r"v1:[a-z-]{1,16}(?::[A-Za-z0-9_.+-]{1,40}){0,5}")


@dataclass(frozen=True)
class Tap:
    """One tap: what is wanted, and about what."""

    verb: str
    args: tuple[str, ...] = ()

    def number(self, place: int) -> int | None:
        """The argument as a whole number of at most 15 digits, or None."""
        arg = self.args[place] if place < len(self.args) else ""
        return int(arg) if re.fullmatch(r"\d{1,15}", arg, re.ASCII) else None

    def word(self, place: int) -> str:
        """The argument as it is, empty where there is none."""
        return self.args[place] if place < len(self.args) else ""


def tap(verb: str, *args: object) -> str:
    """Callback data for a button; too long is a mistake of ours."""
    data = ":".join(("v1", verb, *map(str, args)))
    if not FORM.fullmatch(data) or len(data) > 64:
        raise ValueError(f"not a button's data: {data!r}")
    return data


def read(data: str | None) -> Tap | None:
    """Callback data as a tap, or None for anything we never wrote."""
    if not data or len(data.encode("utf-8", "replace")) > 64 or not FORM.fullmatch(data):
        return None
    _, verb, *args = data.split(":")
    return Tap(verb, tuple(args))
