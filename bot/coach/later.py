"""Sets told afterwards: "did yesterday's session", "3x10 squats on Monday" (experience, row 24)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from bot.coach.amounts import amounts
from bot.coach.meaning import Doubt, Expect, Said
from bot.coach.numbers import normalise
from bot.coach.replies import MOST_READ
from bot.coach.tokens import Token, cut
from bot.coach.vocabulary import ReplyWords, fold
from content.model import Exercise

LONGEST_AGO = 31  # days
NOT_TOLD = ("ahead", "not_yet", "skip", "undo", "pain", "question", "asks")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One exercise told afterwards: so many sets, or the planned number when `sets` is None."""

    exercise: str
    sets: int | None = None
    said: tuple[Said, ...] = ()  # one for all sets, or one for each


@dataclass(frozen=True, kw_only=True)
class Later:
    """A workout told afterwards: the local day, and its exercises; none named means the whole session."""

    on: date
    named_day: bool
    told: tuple[Told, ...] = ()
    doubt: Doubt | None = None


def later_words(words: Mapping[str, Mapping[str, Any]], language: str = "en") -> ReplyWords:
    """The vocabulary of `read_later`: a tongue's `later` words before its `replies`."""
    return ReplyWords.of({**words.get("later", {}), **words["replies"]}, language)


def read_later(
    text: str,
    words: ReplyWords,
    names: Mapping[str, str],
    exercises: Mapping[str, Exercise],
    *,
    today: date,
) -> Later | None:
    """What was done, and on which day; None when the text tells of nothing done."""
    plain = normalise(text[: 4 * MOST_READ])
    if not plain or len(plain) > MOST_READ or "?" in plain:
        return None
    tokens = cut(plain, words)
    if any(t.mark in NOT_TOLD for t in tokens):
        return None
    spans = _named(tokens, names)
    on = _day(tokens, today)
    if spans:
        return _told(tokens, spans, exercises, on or today, named_day=on is not None)
    marks = {t.mark for t in tokens}
    says_done = "session_told" in marks or {"told", "session"} <= marks
    return Later(on=on, named_day=True) if says_done and on is not None else None


def _told(
    tokens: Sequence[Token],
    spans: Sequence[tuple[int, int, str]],
    exercises: Mapping[str, Exercise],
    on: date,
    *,
    named_day: bool,
) -> Later | None:
    found: list[Told] = []
    for part, exercise in _parts(tokens, spans):
        if exercise not in exercises:
            continue
        read = amounts([t for t in part if not _is_day(t)], _expect(exercises[exercise]))
        if read.doubt:
            return Later(on=on, named_day=named_day, doubt=read.doubt)
        numbered = any(s.reps is not None or s.seconds is not None for s in read.sets)
        if numbered or read.count or any(t.mark == "told" for t in tokens):
            found.append(Told(exercise=exercise, sets=read.count, said=read.sets))
    return Later(on=on, named_day=named_day, told=tuple(found)) if found else None


def _expect(exercise: Exercise) -> Expect:
    return Expect(
        unit=exercise.unit, loaded=exercise.loaded, sided=exercise.sided, low=exercise.low, high=exercise.top
    )


def _named(tokens: Sequence[Token], names: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Where exercises are named: first and last index, and the id; longest names first."""
    called = {tuple(fold(w) for w in name.replace("-", " ").split()): ident for name, ident in names.items()}
    longest = max((len(words) for words in called), default=0)
    spans, i = [], 0
    while i < len(tokens):
        size, ident = next(
            ((n, hit) for n in range(longest, 0, -1) if (hit := _called(tokens[i : i + n], n, called))),
            (1, ""),
        )
        if ident:
            spans.append((i, i + size, ident))
        i += size
    return spans


def _called(tokens: Sequence[Token], size: int, called: Mapping[tuple[str, ...], str]) -> str:
    if len(tokens) < size or any(t.kind != "word" for t in tokens):
        return ""
    words = tuple(t.text for t in tokens)
    single = (*words[:-1], words[-1].removesuffix("s"))
    return (
        called.get(words) or called.get(single) or called.get((*words[:-1], words[-1].removesuffix("es")), "")
    )


def _parts(
    tokens: Sequence[Token], spans: Sequence[tuple[int, int, str]]
) -> list[tuple[tuple[Token, ...], str]]:
    """The tokens that go with each exercise: before its name ("3x10 squats") or after it ("squats 3x10")."""
    leads = not any(t.kind in ("number", "time") for t in tokens[: spans[0][0]])
    parts: list[tuple[tuple[Token, ...], str]] = []
    for n, (first, last, exercise) in enumerate(spans):
        before = spans[n - 1][1] if n else 0
        after = spans[n + 1][0] if n + 1 < len(spans) else len(tokens)
        start, end = (last, after) if leads else (before, after if n + 1 == len(spans) else first)
        parts.append(
            (tuple(t for i, t in enumerate(tokens[start:end], start) if not first <= i < last), exercise)
        )
    return [(_plain(part), exercise) for part, exercise in parts]


def _plain(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the stops at the ends of the part."""
    return tuple(
        replace(t, mark="filler") if t.text in (",", ";", "and", "+") else t for t in tokens if t.text != "+"
    )


def _is_day(token: Token) -> bool:
    return token.mark.startswith(("days_", "weekday_"))


def _day(tokens: Sequence[Token], today: date) -> date | None:
    """The day that is named, today or before; None where none is."""
    for token in tokens:
        if not _is_day(token):
            continue
        kind, _, n = token.mark.rpartition("_")
        if kind == "weekday":
            return today - timedelta(days=(today.weekday() - int(n)) % 7 or 7)
        if n.isdigit():
            return today - timedelta(days=int(n))
        if token.kind == "number":
            return today - timedelta(days=min(int(token.value), LONGEST_AGO))
    return None
