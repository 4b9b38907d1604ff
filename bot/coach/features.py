"""A message as numbered clues: its words, pairs, pieces of words, and the topics and kinds of question it names."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from bot.coach.lexicon import Speller, words_of
from bot.coach.phrasebook import Phrasebook

BUCKETS = 1 << 15  # rows of a model: clues are hashed into them
MOST_WORDS = 60  # words of a message that give clues


class TopicWords:
    """The names and question words of `words/topics.toml`, with spelling tolerance."""

    def __init__(self, source: Mapping[str, Any], known: frozenset[str] = frozenset()) -> None:
        self.aliases = Phrasebook(source["aliases"])
        self.facets = Phrasebook(source["facets"])
        self.groups = Phrasebook(source["groups"])
        names = {word for word in self.aliases.words() if len(word) >= 5}
        self._speller = Speller(
            names, known | self.facets.words() | self.groups.words() | self.aliases.words()
        )

    def line(self, text: str) -> str:
        """A message in plain words, near misses of topic names put right."""
        return " ".join(map(self._speller.correct, words_of(text)[:MOST_WORDS]))

    def named(self, line: str) -> tuple[str, ...]:
        """The topics a line names, in the order of the file."""
        return tuple(topic for topic in self.aliases.phrases if self.aliases.has(topic, line))

    def asked(self, line: str) -> tuple[str, ...]:
        """The kinds of question a line may be (does, why, weak, train ...)."""
        return tuple(facet for facet in self.facets.phrases if self.facets.has(facet, line))

    def clues(self, line: str, context: str | None = None) -> list[int]:
        """The numbers of a line's clues, each once; `context` is the topic of the turn before."""
        return sorted({zlib.crc32(clue.encode()) % BUCKETS for clue in self._clues(line, context)})

    def _clues(self, line: str, context: str | None) -> Iterator[str]:
        words = line.split()
        yield f"length {min(len(words), 12) // 3}"
        yield from words
        yield from (f"{one} {two}" for one, two in zip(["^", *words], [*words, "$"], strict=True))
        for word in words:
            yield from _pieces(f"^{word}$")
        marks = [f"@{name}" for name in self.named(line)]
        marks += [f"#{name}" for name in self.groups.phrases if self.groups.has(name, line)]
        asked = [f"?{name}" for name in self.asked(line)]
        yield from marks
        yield from asked
        yield from (f"{mark}{facet}" for mark in marks for facet in asked)
        yield from (f"{one}{two}" for one in marks for two in marks if one < two)
        if not any(mark.startswith("@") for mark in marks):
            yield "@nothing"
        if context:
            yield from _context_clues(context, marks, asked)


def _pieces(word: str) -> Iterator[str]:
    """Runs of three to five letters of a word with its ends marked."""
    for size in (3, 4, 5):
        yield from (f"~{word[start : start + size]}" for start in range(len(word) - size + 1))


def _context_clues(context: str, marks: list[str], asked: list[str]) -> Iterator[str]:
    kind = context.split(":")[0]
    yield f"after {kind}"
    yield f"after {context}"
    yield from (f"after {kind}{mark}" for mark in (*marks, *asked))
    named = [mark for mark in marks if mark.startswith("@")]
    yield f"after, naming {len(named)}"
    yield f"after, naming it {f'@{context}' in named}"
