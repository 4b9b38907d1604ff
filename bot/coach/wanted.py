"""Short wishes about today's workout: no dumbbells, ten minutes, a warm-up, going on, no rest timer, soreness, why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.coach.numbers import normalise
from bot.coach.vocabulary import fold

LONGEST = 80  # characters; what is longer is a story
_PARTS = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is wished for, by the name of its list, and the number that was said (minutes, 0 to 10)."""

    kind: str
    number: int | None = None


@dataclass(frozen=True)
class WantedWords:
    """A language's lists (`words/session.toml`); "#" in them stands for the first number."""

    lists: Mapping[str, Any]

    @cached_property
    def fillers(self) -> frozenset[str]:
        """Words that change nothing: "please", "today"."""
        return frozenset(word for entry in self.lists["filler"] for word in self._words(entry)[0])

    @cached_property
    def known(self) -> Mapping[tuple[str, ...], str]:
        """Each wording without its fillers, and the list it stands in."""
        return {
            self._plain(entry)[0]: kind
            for kind, entries in self.lists.items()
            if kind != "filler"
            for entry in entries
        }

    def read(self, text: str) -> Wanted | None:
        """The wish a message is, and nothing else; None for everything longer or different."""
        if not text or len(text) > LONGEST:
            return None
        words, number = self._plain(text)
        kind = self.known.get(words)
        return Wanted(kind=kind, number=number) if kind is not None else None

    def _plain(self, text: str) -> tuple[tuple[str, ...], int | None]:
        words, number = self._words(text)
        kept = tuple(word for word in words if word not in self.fillers)
        return kept or words, number

    @staticmethod
    def _words(text: str) -> tuple[tuple[str, ...], int | None]:
        """The words, the first number as "#", and that number (three digits at most)."""
        found, number = [], None
        for part in _PARTS.findall(normalise(text).replace("#", "0")):
            if part.isdecimal() and number is None:
                number = int(part[:4])
                found.append("#")
            else:
                found.append(fold(part))
        return tuple(found), number
