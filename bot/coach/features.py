"""A message as numbered clues: words, pairs, pieces of words, and the topics and kinds of question it names."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.coach.kin import Kin
from bot.coach.lexicon import Speller, words_of
from bot.coach.phrasebook import Phrasebook

ROOM = 1 << 14  # rows of a model for each sort of clue: clues are hashed into them
STRENGTH = (1.5, 1.0, 0.5, 1.5)  # of words, pairs, pieces of words, marks (names, question words, families)
ROWS = ROOM * len(STRENGTH)
MOST_WORDS = 60  # words of a message that give clues


class TopicWords:
    """The names and question words of `words/topics.toml`, with spelling tolerance."""

    def __init__(self, source: Mapping[str, Any], known: frozenset[str], kin: Kin) -> None:
        """`known`: words of the wordings that are right as they are."""
        self._kin = kin
        self.aliases = Phrasebook(source["aliases"])
        self.facets = Phrasebook(source["facets"])
        self.groups = Phrasebook(source["groups"])
        names = {word for word in self.aliases.words() if len(word) >= 5}
        mine = self.aliases.words() | self.facets.words() | self.groups.words()
        self._known = known | mine
        self._speller = Speller(names, self._known, kin, stems=self.aliases.stems())

    def line(self, text: str) -> str:
        """A message in plain words, near misses of topic names put right."""
        return " ".join(map(self._speller.correct, words_of(text)[:MOST_WORDS]))

    def understood(self, line: str) -> bool:
        """Whether two words in five of a line are words of the wordings: not another language, not a slip of the hand."""
        words = line.split()
        return 5 * sum(word in self._known for word in words) > 2 * len(words)

    def familiar(self, line: str) -> bool:
        """Whether a line has any word that stands for something: of the wordings, the families or the names."""
        return any(word in self._known or word in self._kin for word in line.split())

    def named(self, line: str) -> tuple[str, ...]:
        """The topics a line names, in the order of the file."""
        return tuple(topic for topic in self.aliases.phrases if self.aliases.has(topic, line))

    def asked(self, line: str) -> tuple[str, ...]:
        """The kinds of question a line may be (does, why, weak, train ...)."""
        return tuple(facet for facet in self.facets.phrases if self.facets.has(facet, line))

    def clues(self, line: str, context: str | None = None) -> list[int]:
        """The numbers of a line's clues, each once; `context` is the topic of the turn before."""
        words = line.split()
        rooms = (self._words(words), _pairs(words), _all_pieces(words), self._marks(line, words, context))
        return sorted(
            {
                room * ROOM + zlib.crc32(clue.encode()) % ROOM
                for room, clues in enumerate(rooms)
                for clue in clues
            }
        )

    def _words(self, words: list[str]) -> Iterator[str]:
        yield from words

    def _marks(self, line: str, words: list[str], context: str | None) -> Iterator[str]:
        yield f"length {min(len(words), 12) // 3}"
        for word in words:
            yield from self._kin.clues(word)
        strange = sum(word not in self._known for word in words)
        yield f"strange {min(strange, 4)}"
        marks = [f"@{name}" for name in self.named(line)]
        marks += [f"#{name}" for name in self.groups.phrases if self.groups.has(name, line)]
        asked = [f"?{name}" for name in self.asked(line)]
        yield from marks
        yield from asked
        yield from (f"{mark}{facet}" for mark in marks for facet in asked)
        yield from (f"{one}{two}" for one in marks for two in marks if one < two)
        if not any(mark.startswith("@") for mark in marks):
            yield "@nothing"
            yield f"@nothing, strange {min(strange, 4)}"
        if context:
            yield from _context_clues(context, marks, asked)


def length(clues: Iterable[int]) -> float:
    """How much a message's clues weigh together, so that long and short messages compare."""
    return math.sqrt(sum(STRENGTH[clue // ROOM] ** 2 for clue in clues)) or 1.0


def _pairs(words: list[str]) -> Iterator[str]:
    yield from (f"{one} {two}" for one, two in zip(["^", *words], [*words, "$"], strict=True))


def _all_pieces(words: list[str]) -> Iterator[str]:
    for word in words:
        yield from _pieces(f"^{word}$")


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
