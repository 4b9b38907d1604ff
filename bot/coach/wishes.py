"""Wishes in words that have a conversation of their own: the hour, a pause, the kit, a ban, a command without slash."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.coach.lexicon import words_of

_FIGURE = re.compile(r"\d+(?:[.,]\d+)?|#")  # a number, and what stands for one in a wording
LONGEST = 80  # characters; what is longer is a story
EXERCISE = "<exercise>"
TIMED = ("hour", "later")  # kinds of wish with a time behind their words
NAMED = (
    "ban",
    "without",
    "muscles",
)  # kinds of wish that name an exercise: for ever, for today, what it trains
ANY = "?"  # at the end of a wording: one word, whichever


@dataclass(frozen=True, kw_only=True)
class Wished:
    """The wish, by the name of its list; the time's words behind it, or the exercise it names."""

    kind: str
    rest: str = ""
    exercise: str | None = None


@dataclass(frozen=True)
class WishWords:
    """A language's lists (`words/wishes.toml`) and what the exercises are called."""

    lists: Mapping[str, Any]
    names: Mapping[str, str]

    @cached_property
    def known(self) -> Mapping[str, str]:
        """Each wording, with and without its fillers, and its kind."""
        entries = [(kind, entry) for kind, found in self.lists.items() if kind != "filler" for entry in found]
        plain = {self._bare(_line(entry)): kind for kind, entry in entries if kind not in (*TIMED, *NAMED)}
        return plain | {_line(entry): kind for kind, entry in entries if kind not in (*TIMED, *NAMED)}

    @cached_property
    def fillers(self) -> tuple[str, ...]:
        """Words that change nothing, the longest first."""
        return tuple(sorted(map(_line, self.lists["filler"]), key=len, reverse=True))

    @cached_property
    def called(self) -> Mapping[str, str]:
        """The exercises by their plain names."""
        return {_line(name): exercise for name, exercise in self.names.items()}

    def read(self, text: str) -> Wished | None:
        """The wish a message is, and nothing else; None for everything longer or different."""
        line = _line(text)
        if not line or len(text) > LONGEST:
            return None
        kind = self.known.get(line) or self.known.get(self._bare(line))
        if kind is not None:
            return Wished(kind=kind)
        return self._timed(text) or self._named(line) or self._named(self._bare(line)) or self._open(line)

    def _open(self, line: str) -> Wished | None:
        """A wording that ends in one word of the person's own: "my name is Sam"."""
        head, _, word = line.rpartition(" ")
        kind = self.opened.get(head)
        return Wished(kind=kind) if kind is not None and word.isalpha() else None

    @cached_property
    def opened(self) -> Mapping[str, str]:
        """Wordings that one more word follows, and their kinds."""
        entries = [(kind, entry) for kind, found in self.lists.items() for entry in found]
        return {_line(entry.removesuffix(ANY)): kind for kind, entry in entries if entry.endswith(f" {ANY}")}

    def _timed(self, text: str) -> Wished | None:
        spoken = " ".join(text.casefold().replace(", ", " ").split())
        heads = ((head, kind) for kind in TIMED for head in self.lists[kind])
        found = [(head, kind) for head, kind in heads if f"{spoken} ".startswith(f"{head} ")]
        if not found:
            return None
        head, kind = max(found, key=lambda pair: len(pair[0]))
        return Wished(kind=kind, rest=spoken.removeprefix(head).strip())

    def _named(self, line: str) -> Wished | None:
        for entry, kind in ((wording, name) for name in NAMED for wording in self.lists[name]):
            before, _, after = (_line(part) for part in entry.partition(EXERCISE))
            middle = line.removeprefix(before).removesuffix(after).strip()
            if f"{before} {middle} {after}".split() == line.split() and middle in self.called:
                return Wished(kind=kind, exercise=self.called[middle])
        return None

    def _bare(self, line: str) -> str:
        padded = f" {line} "
        for filler in self.fillers:
            padded = padded.replace(f" {filler} ", " ")
        return padded.strip() or line


def _line(text: str) -> str:
    return " ".join(words_of(_FIGURE.sub("0", text)))
