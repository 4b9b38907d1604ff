"""A reply cut into clauses: what stands in each, and what is denied in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.coach.tokens import Token
from bot.coach.vocabulary import ReplyWords

NUMBERISH = ("number", "time")
COMMANDS = ("stop", "skip", "pause")
DENIABLE = (*COMMANDS, "fail", "hard", "easy", "pain")
SPLITTING = frozenset(".,;!?\n…")
BINDING = ("left", "right", "half", "numbers")  # after "and" these go on: "left and right"


@dataclass(frozen=True)
class Clause:
    """A part of a reply between stops, with the lists its words stand in, denied ones kept apart."""

    tokens: tuple[Token, ...]
    marks: frozenset[str]
    denied: frozenset[str]

    def has(self, *names: str) -> bool:
        """Whether any of the lists is in it, undenied."""
        return not self.marks.isdisjoint(names)

    @property
    def numbers(self) -> tuple[Token, ...]:
        """Its numbers."""
        return tuple(t for t in self.tokens if t.kind in NUMBERISH)


def clauses(tokens: Sequence[Token], words: ReplyWords) -> tuple[Clause, ...]:
    """Cut at stops and at joining words; a comma between two numbers does not cut."""
    parts: list[list[Token]] = [[]]
    for i, token in enumerate(tokens):
        if _stops(tokens, i) or _joins(tokens, i, words):
            parts.append([])
        if token.text not in SPLITTING:
            parts[-1].append(token)
    return tuple(_clause(tuple(part), words) for part in parts if part)


def _stops(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i].text not in SPLITTING:
        return False
    beside = (*tokens[i - 1 : i], *tokens[i + 1 : i + 2]) if i else ()
    return len(beside) < 2 or any(t.kind not in NUMBERISH for t in beside)


def _joins(tokens: Sequence[Token], i: int, words: ReplyWords) -> bool:
    """Whether a joining word stands here on its own; "and" joins clauses only before a plain word."""
    token = tokens[i]
    if token.kind != "word" or i == 0:
        return False
    if token.text in words.groups["joiner"]:
        return token.mark in ("", "filler", "aim", "plain", "question")
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    goes_on = following is None or following.kind != "word" or following.mark in BINDING
    return token.text in words.groups["and"] and token.mark == "filler" and not goes_on


def _clause(tokens: tuple[Token, ...], words: ReplyWords) -> Clause:
    denied = {t.mark for i, t in enumerate(tokens) if t.mark and _is_denied(tokens, i, words)}
    marks = {t.mark for i, t in enumerate(tokens) if t.mark and not _is_denied(tokens, i, words)}
    return Clause(tokens, frozenset(marks), frozenset(denied))


def _is_denied(tokens: Sequence[Token], i: int, words: ReplyWords) -> bool:
    """A "not" shortly before a command, or a wish before "done", with nothing of weight between."""
    mark = tokens[i].mark
    if mark not in DENIABLE and mark != "done":
        return False
    deniers = words.groups["unreal" if mark == "done" else "denial"]
    for token in reversed(tokens[max(0, i - 4) : i]):
        if token.kind in NUMBERISH or (token.mark in DENIABLE and token.mark == mark):
            return False
        if token.text in deniers and token.mark not in COMMANDS:
            return token.mark != mark
    return False
