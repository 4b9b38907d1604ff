"""Lists of phrases that a coach can edit, compiled to find where they stand in a line of plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Span = tuple[int, int]


def listed(text: str) -> tuple[str, ...]:
    """The phrases of a list written with commas."""
    return tuple(" ".join(part.split()) for part in text.split(",") if part.strip())


class Phrasebook:
    """Named lists of phrases: `*` leaves a word's end open, `_` is a gap of up to three words, `@name` a list."""

    def __init__(self, source: Mapping[str, str]) -> None:
        self.phrases = {name: listed(text) for name, text in source.items()}
        self._patterns = {name: self.pattern(phrases) for name, phrases in self.phrases.items()}

    def words(self) -> set[str]:
        """Every whole word of the lists, without those that are left open."""
        return {word for word in self._pieces() if word.isalnum()}

    def stems(self) -> tuple[str, ...]:
        """The beginnings of the words that are left open ("faint*")."""
        return tuple(sorted({word[:-1] for word in self._pieces() if word.endswith("*") and len(word) > 3}))

    def _pieces(self) -> Iterator[str]:
        return (word for phrases in self.phrases.values() for phrase in phrases for word in phrase.split())

    def pattern(self, phrases: tuple[str, ...]) -> re.Pattern[str]:
        """One expression that finds any of the phrases as whole words, the longest first."""
        ordered = sorted(phrases, key=len, reverse=True)
        return re.compile(r"(?<!\S)(?:" + "|".join(map(self._expression, ordered)) + r")(?!\S)")

    def has(self, name: str, line: str) -> bool:
        """Whether any phrase of a list is in the line."""
        return self._patterns[name].search(line) is not None

    def found(self, name: str, line: str) -> list[str]:
        """What of the line are phrases of a list, as they stand there."""
        return self._patterns[name].findall(line)

    def spans(self, name: str, line: str) -> list[Span]:
        """Where the phrases of a list stand, counted in words from nought, both ends included."""
        found = self._patterns[name].finditer(line)
        return [
            (start, start + hit.group().count(" "))
            for hit in found
            for start in [line.count(" ", 0, hit.start())]
        ]

    def _expression(self, phrase: str) -> str:
        parts = " ".join(map(self._piece, phrase.split()))
        return parts.replace(r"(?:\S+ ){0,3} ", r"(?:\S+ ){0,3}")

    def _piece(self, word: str) -> str:
        if word == "_":
            return r"(?:\S+ ){0,3}"
        if word.startswith("@"):
            return "(?:" + "|".join(map(self._expression, self.phrases[word[1:]])) + ")"
        return re.escape(word).replace(r"\*", r"\S*")
