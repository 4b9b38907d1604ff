"""Red flags (brief 5.2): signs that stop the training talk, found by rules that a coach can read and edit."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal, get_args

from bot.coach.lexicon import LONGEST, Speller, words_of
from bot.coach.phrasebook import Phrasebook, Span, listed

Level = Literal["emergency", "same_day", "soon", "modify"]
LEVELS: tuple[Level, ...] = get_args(Level)
STRETCH, OVERLAP = 70, 25  # words of a long message that are read together, and twice
MENTIONS = 6  # mentions of one concept that are weighed in a message


@dataclass(frozen=True, kw_only=True)
class RedFlag:
    """A sign that was found: how urgent it is and of which kind; `phrase` is the message that answers it."""

    level: Level
    kind: str

    @property
    def phrase(self) -> str:
        """The id of the message to say, alone and first."""
        return f"safety-{self.kind}"

    @property
    def stops(self) -> bool:
        """Whether all talk of training stops; "modify" only changes the exercise under way."""
        return self.level != "modify"


@dataclass(frozen=True, kw_only=True)
class _Rule:
    """All `needs` within so many words of each other, unless one of the others is there."""

    flag: RedFlag
    needs: tuple[str, ...]
    unless: tuple[str, ...]
    within: int


class SafetyWords:
    """The rules of `words/safety.toml`, ready to use; of the rules that fit the most urgent wins."""

    def __init__(self, source: Mapping[str, Any], *known: Container[str], lenient: bool = True) -> None:
        """`known`: further words that are no misspelt sign; `lenient`: misspelt signs are found too."""
        self._book = Phrasebook(source["concepts"])
        self._denied = self._book.pattern(listed(source["denials"]))
        self._steady = frozenset(source["steady"])
        self._turns = frozenset(source["turns"].split())
        self.rules = tuple(sorted(_rules(source["rules"]), key=lambda rule: LEVELS.index(rule.flag.level)))
        right = frozenset(source["right_as_they_are"].split())
        signs = self._book.words() if lenient else ()
        self._speller = Speller(signs, right, *known, stems=self._book.stems())

    def red_flag(self, text: str) -> RedFlag | None:
        """The most urgent red flag of a message, None when there is none; a long one is read stretch by stretch."""
        if len(text) <= LONGEST:
            return self._flag_in(text)
        words = text.split()
        parts = (" ".join(words[n : n + STRETCH]) for n in range(0, len(words), STRETCH - OVERLAP))
        found = filter(None, (self._flag_in(text), *map(self._flag_in, parts)))
        return min(found, key=lambda flag: LEVELS.index(flag.level), default=None)

    def _flag_in(self, text: str) -> RedFlag | None:
        line = " ".join(map(self._speller.correct, words_of(text)))
        return self._first(line, {})

    def _first(self, line: str, seen: dict[str, list[Span]]) -> RedFlag | None:
        """The flag of the most urgent rule that fits; `seen` are the mentions found so far."""
        return next((rule.flag for rule in self.rules if self._fits(rule, line, seen)), None)

    def only_denies(self, text: str) -> bool:
        """Whether a message names signs only to deny them ("no chest pain") and says nothing besides."""
        words = words_of(text)
        line = " ".join(map(self._speller.correct, words))
        if self._turns.intersection(words) or self._first(line, {}) is not None:
            return False
        return (
            self._first(line, {name: self._book.spans(name, line) for name in self._book.phrases}) is not None
        )

    def _fits(self, rule: _Rule, line: str, seen: dict[str, list[Span]]) -> bool:
        for concept in (*rule.needs, *rule.unless):
            if concept not in seen:
                seen[concept] = self._spans(concept, line)
        if any(not seen[concept] for concept in rule.needs) or any(seen[name] for name in rule.unless):
            return False
        mentions = (seen[concept][:MENTIONS] for concept in rule.needs)
        return any(_close(together, rule.within) for together in product(*mentions))

    def _spans(self, concept: str, line: str) -> list[Span]:
        """Where a concept stands; denied mentions ("no chest pain") are left out."""
        spans = self._book.spans(concept, line)
        if concept in self._steady or not spans:
            return spans
        words = line.split()
        return [span for span in spans if not self._is_denied(words[max(0, span[0] - 3) : span[0]])]

    def _is_denied(self, before: list[str]) -> bool:
        return any(hit.end() == len(" ".join(before)) for hit in self._denied.finditer(" ".join(before)))


def red_flag(text: str, words: SafetyWords) -> RedFlag | None:
    """The most urgent red flag in what someone typed, by the rules of their language (brief 5.2)."""
    return words.red_flag(text)


def _rules(rows: list[Mapping[str, Any]]) -> Iterator[_Rule]:
    for row in rows:
        flag = RedFlag(level=row["level"], kind=row["kind"])
        unless, within = tuple(row.get("unless", ())), row.get("within", 14)
        for needs in row["all"] if isinstance(row["all"][0], list) else [row["all"]]:
            yield _Rule(flag=flag, needs=tuple(needs), unless=unless, within=within)


def _close(together: tuple[Span, ...], within: int) -> bool:
    """Whether the mentions stand within so many words, in any order."""
    return max(end for _, end in together) - min(start for start, _ in together) < within
