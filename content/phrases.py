"""The phrases of one language, in Fluent: an entry is parsed when first said, so that starting is quick."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
OTHERS = re.compile(r"\{\s*(-?[a-z][\w-]*)")
KEPT = 1_500  # worded phrases kept, one or two megabytes
WHOLE = re.compile(r"0|[1-9]\d{0,8}")


class PhraseError(LookupError):
    """A phrase is unknown, lacks a fact, or is not Fluent."""


def entries(text: str) -> Iterator[tuple[str, str]]:
    """Cuts Fluent text into (id, text of the entry); terms keep their leading minus."""
    starts = list(ENTRY.finditer(text))
    for here, after in zip(starts, [*starts[1:], None], strict=True):
        yield here[1], text[here.start() : after.start() if after else len(text)]


class Phrases:
    """Every phrase of one folder of `.ftl` files."""

    def __init__(self, folder: Path, language: str) -> None:
        """Reads the files; nothing is parsed yet."""
        self._source: dict[str, str] = {}
        self._parsed: set[str] = set()
        self._parsing = Lock()  # phrases are said on several threads
        self._said: dict[Hashable, str] = {}
        self._bundle = FluentBundle([language], use_isolating=False)
        for file in sorted(folder.glob("*.ftl")):
            self._source.update(entries(file.read_text(encoding="utf-8")))

    def __contains__(self, phrase: object) -> bool:
        """Whether there is a phrase of that id."""
        return phrase in self._source

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all phrases (terms are not phrases)."""
        return frozenset(key for key in self._source if not key.startswith("-"))

    def say(self, phrase: str, facts: Mapping[str, Any]) -> str:
        """The phrase with its facts filled in; raises PhraseError rather than say something half.

        The same phrase with the same facts is worded once: Fluent is dear, and a coach repeats itself.
        """
        key = (phrase, *facts.items())
        said = self._said.get(key)
        if said is None:
            if len(self._said) >= KEPT:
                self._said.clear()
            said = self._said[key] = self._worded(phrase, facts)
        return said

    def _worded(self, phrase: str, facts: Mapping[str, Any]) -> str:
        if phrase not in self._source:
            raise PhraseError(f"there is no phrase '{phrase}'")
        self._parse(phrase)
        value = self._bundle.get_message(phrase).value if self._bundle.has_message(phrase) else None
        if value is None:
            raise PhraseError(f"the phrase '{phrase}' is not written as Fluent wants it")
        text, errors = self._bundle.format_pattern(value, {key: _fact(fact) for key, fact in facts.items()})
        if errors:
            raise PhraseError(f"the phrase '{phrase}': {'; '.join(map(str, errors))}")
        return str(text)

    def _parse(self, entry: str) -> None:
        """Hands an entry, and the entries that it names, to Fluent; known as parsed only when all of them are."""
        if entry in self._parsed:
            return
        with self._parsing:
            entries = self._named_by(entry)
            for one in entries:
                self._bundle.add_resource(FluentResource(self._source[one]))
            self._parsed |= entries

    def _named_by(self, entry: str) -> set[str]:
        found, left = set[str](), [entry]
        while left:
            one = left.pop()
            if one in self._source and one not in found and one not in self._parsed:
                found.add(one)
                left += OTHERS.findall(self._source[one])
        return found


def _fact(fact: Any) -> Any:
    """Whole numbers choose plurals and are printed plainly (1234, not 1,234); anything else is text."""
    text = str(fact)
    return fluent_number(int(text), useGrouping=False) if WHOLE.fullmatch(text) else text
