"""Short answers to the coach's own questions, read as a whole: yes, a pain's level, the kit, what is no set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.coach.numbers import normalise
from bot.coach.vocabulary import fold
from bot.coach.wanted import Wanted, WantedWords

PLUS = re.compile(r"^\s*\+\s*(\d{1,3})\s*(?:s|sec|secs|seg|seconds|segundos)?\s*$", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*", re.UNICODE)
ANYWHERE = ("named", "denied")  # lists of words that may stand anywhere in a message
REACTIONS = ("👍", "✅", "👎")


@dataclass(frozen=True)
class TalkWords:
    """A language's `words/talk.toml`: a table for each question."""

    source: Mapping[str, Any]

    @cached_property
    def _tables(self) -> Mapping[str, WantedWords]:
        filler = self.source["filler"]
        tables = {
            name: {kind: said for kind, said in rows.items() if kind not in ANYWHERE}
            for name, rows in self.source.items()
            if isinstance(rows, Mapping)
        }
        return {name: WantedWords({**rows, "filler": filler}) for name, rows in tables.items()}

    @cached_property
    def _numbers(self) -> Mapping[str, str]:
        return {fold(word): str(n) for n, word in enumerate(self.source["numbers"])}

    def read(self, table: str, text: str) -> Wanted | None:
        """What a message answers to the question of a table, None where it is about something else."""
        bare = text.strip()
        if table == "answer" and bare in REACTIONS:
            return Wanted(kind="no" if bare == "👎" else "yes")
        words = self._tables[table]
        return words.read(text) or words.read(self._in_digits(text))

    def _in_digits(self, text: str) -> str:
        return WORD.sub(lambda match: self._numbers.get(fold(match[0]), match[0]), normalise(text))

    def level(self, text: str) -> int | None:
        """How strong a pain is, from 0 to 10, or None."""
        found = self.read("pain", text)
        if found is None or found.kind != "level" or found.number is None or found.number > 10:
            return None
        return found.number

    def more_rest(self, text: str) -> int | None:
        """Seconds of rest asked for on top ("+15", "20 more seconds"); 15 where no number is said."""
        if match := PLUS.match(text):
            return int(match[1])
        found = self.read("set", text)
        return (found.number or 15) if found is not None and found.kind == "more_rest" else None

    def names(self, table: str, text: str) -> bool:
        """Whether a message holds a wording of the table's `named`, and none of its `denied`."""
        line = f" {' '.join(fold(word) for word in WORD.findall(normalise(text)))} "
        lists = (self.source[table].get("denied", ()), self.source[table]["named"])
        denied, named = (any(f" {fold(word)} " in line for word in found) for found in lists)
        return named and not denied

    def names_condition(self, text: str) -> bool:
        """Whether something on the safety list is named and not denied."""
        return self.names("screen", text)
