"""Which intent a reply leans to where the grammar is not certain: a linear model of replies that people wrote.

Its clues are the words with numbers left out, the word lists they stand in, what is denied, and how many numbers
there are; so wordings that nobody listed are still read by what stands around them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from bot.coach.clauses import NUMBERISH, Clause, clauses
from bot.coach.features import ROOM, length
from bot.coach.meaning import Expect, Intent
from bot.coach.numbers import normalise
from bot.coach.tokens import Token, cut
from bot.coach.vocabulary import ReplyWords, unleet

Kind = Literal["reps", "timed", "weighted"]
MOST_LETTERS = 300  # longer texts are stories, not sets
TRUST = 0.05  # how much the grammar's own reading weighs beside the model's margins
HEAVY = (
    0.3  # the same where the grammar sees a "done" denied, wished for or to come, or sets named or counted
)
# Lists whose words need no model: with numbers they say all that a set needs.
CERTAIN = frozenset(
    ("done", "done_weak", "reps", "kg", "kg_glued", "lb", "seconds", "minutes", "sets", "times", "at", "each")
)
COMMANDING = ("skip", "stop", "pause", "undo")
EXPECTED: Mapping[str, Expect] = {
    "reps": Expect(sided="total", low=10, high=12),
    "timed": Expect(unit="seconds", low=30, high=30),
    "weighted": Expect(loaded=True, low=10, high=10, kg=10),
}


def is_certain(tokens: Sequence[Token]) -> bool:
    """Whether the grammar alone may read it: bare numbers and units, a listed "done", one listed command."""
    marks = {t.mark for t in tokens}
    if any(t.typo or t.text == "?" for t in tokens) or _has_a_vague_one(tokens):
        return False
    if len(marks) == 1 and marks <= set(COMMANDING):
        return True
    return all(t.kind != "word" or t.mark in CERTAIN for t in tokens) and all(
        not t.mark or t.mark in CERTAIN for t in tokens
    )


def _has_a_vague_one(tokens: Sequence[Token]) -> bool:
    """ "One" may be no number ("that one"), except in "set one"."""
    before = (None, *tokens)
    return any(
        t.spelled and t.value == 1 and (b is None or b.mark != "sets")
        for b, t in zip(before, tokens, strict=False)
    )


def leanings(
    tokens: Sequence[Token], parts: Sequence[Clause], expect: Expect, words: ReplyWords
) -> dict[str, float]:
    """How much each intent is meant, as margins of the model; empty where the language has none."""
    if words.model is None:
        return {}
    found = clues(tokens, parts, expect)
    return words.model.scores(found, length(found))


def clues_of(text: str, kind: str, words: ReplyWords) -> list[int]:
    """The clues of a text as it was typed, for training."""
    tokens = cut(unleet(normalise(text)[:MOST_LETTERS]), words)
    return clues(tokens, clauses(tokens, words), EXPECTED[kind])


def clues(tokens: Sequence[Token], parts: Sequence[Clause], expect: Expect) -> list[int]:
    """The numbers of a reply's clues, each once, in the four rooms of `bot.coach.features`."""
    said = [_plain(t) for t in tokens]
    rooms = (said, _runs(said), _pieces(tokens), _marks(tokens, parts, _kind(expect)))
    return sorted(
        {room * ROOM + zlib.crc32(clue.encode()) % ROOM for room, found in enumerate(rooms) for clue in found}
    )


def _kind(expect: Expect) -> Kind:
    return "timed" if expect.unit == "seconds" else "weighted" if expect.loaded else "reps"


def _plain(token: Token) -> str:
    return {"number": "<number>", "time": "<time>"}.get(token.kind, token.text)


def _runs(said: Sequence[str]) -> Iterator[str]:
    """Two and three words in a row, with the ends marked."""
    ends = ["^", *said, "$"]
    yield from (f"{a} {b}" for a, b in pairwise(ends))
    yield from (f"{a} {b} {c}" for a, b, c in zip(ends, ends[1:], ends[2:], strict=False))


def _pieces(tokens: Iterable[Token]) -> Iterator[str]:
    """Runs of three to five letters of each word with its ends marked."""
    for token in tokens:
        if token.kind == "word":
            word = f"^{token.text}$"
            for size in (3, 4, 5):
                yield from (word[start : start + size] for start in range(len(word) - size + 1))


def _marks(tokens: Sequence[Token], parts: Sequence[Clause], kind: Kind) -> Iterator[str]:
    """The lists that the words stand in, in their order; what is denied; how many numbers and strange words."""
    lists = ["^"]
    for token in tokens:
        mark = token.mark or ("#" if token.kind in NUMBERISH else "?" if token.kind == "word" else token.text)
        if mark != lists[-1]:
            lists.append(mark)
    lists.append("$")
    yield from lists
    yield from (f"{a} {b}" for a, b in pairwise(lists))
    for part in parts:
        yield from (f"not {name}" for name in part.denied)
        yield from (f"in {name}" for name in part.marks)
    yield from _shape(tokens, kind)


def _shape(tokens: Sequence[Token], kind: Kind) -> Iterator[str]:
    numbers = [t for t in tokens if t.kind in NUMBERISH]
    strange = sum(t.kind == "word" and not t.mark for t in tokens)
    yield from (kind, f"{min(len(numbers), 3)} numbers", f"{kind} {min(len(numbers), 3)} numbers")
    yield f"length {min(len(tokens), 15) // 2}"
    yield f"{min(strange, 5)} strange"
    yield f"{min(strange, 5)} strange, {min(len(numbers), 2)} numbers"
    if numbers:
        size = next((i for i, most in enumerate((4, 20, 100)) if numbers[0].value <= most), 3)
        yield f"{kind} size {size}"


def meant(scores: Mapping[str, float], grammar: Intent, *, heavy: bool) -> tuple[Intent, float]:
    """The intent most leant to, and by how much it is ahead of the best other one."""
    trust = HEAVY if heavy else TRUST
    weighed = {name: score + (trust if name == grammar else 0.0) for name, score in scores.items()}
    first, second = sorted(weighed, key=lambda name: (-weighed[name], name))[:2]
    return first, weighed[first] - weighed[second]  # type: ignore[return-value]
