"""Weights and decimals as people say them ("two 5 kg bottles", "12.5 each hand", "two point five"), put plainly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.coach.meaning import Expect
from bot.coach.tokens import Token
from bot.coach.vocabulary import ReplyWords

Tokens = tuple[Token, ...]
WEIGHING = ("kg", "kg_glued", "lb")
FEWEST_POUNDS = 5
MOST_ROUNDS = 6


def loaded(tokens: Tokens, expect: Expect, words: ReplyWords) -> Tokens:
    """The tokens with decimals joined, a pair of weights left out, and each weight before its unit."""
    tokens = tuple(_decimals(tokens, words))
    tokens = _turned(tuple(_rounds(tokens)))
    tokens = _without_pair(tokens, words)
    if not expect.loaded:
        return tokens
    unit = Token("word", expect.units, mark=expect.units)
    return tuple(_weights(_pounds(tokens, words), unit, words))


def _decimals(tokens: Tokens, words: ReplyWords) -> Iterator[Token]:
    """ "Two point five" as 2.5."""
    i = 0
    while i < len(tokens):
        token = tokens[i]
        after = tokens[i + 2] if i + 2 < len(tokens) else token
        pointed = after is not token and tokens[i + 1].text in words.groups["point"]
        if pointed and token.kind == after.kind == "number" and _is_whole(token) and _is_whole(after):
            yield replace(
                token,
                value=Decimal(f"{int(token.value)}.{int(after.value)}"),
                text=f"{token.text} {after.text}",
            )
            i += 3
        else:
            yield token
            i += 1


def _is_whole(token: Token) -> bool:
    return token.value == int(token.value) and token.value < 1000


def _rounds(tokens: Tokens) -> Iterator[Token]:
    """ "Ten goes" are reps, "three goes" sets; "14s kg" is a weight."""
    for i, token in enumerate(tokens):
        if token.text == "s" and token.mark == "seconds" and _weighs_next(tokens, i):
            continue
        if token.text in ("(", ",") and i and tokens[i - 1].text == "s" and _mark(tokens, i + 1) in WEIGHING:
            continue
        many = i > 0 and tokens[i - 1].kind == "number" and tokens[i - 1].value > MOST_ROUNDS
        yield replace(token, mark="reps") if many and token.mark == "sets" and _is_loose(token) else token


def _weighs_next(tokens: Sequence[Token], i: int) -> bool:
    """ "14s kg", "16s, kg", "8s (kg)"."""
    parted = i + 1 < len(tokens) and tokens[i + 1].text in ("(", ",")
    return _mark(tokens, i + 1 + parted) in WEIGHING


def _turned(tokens: Tokens) -> Tokens:
    """ "Kg 12 reps 10": each unit before its number put after it."""
    kept = tuple(t for t in tokens if t.kind != "sign")
    units, numbers = kept[::2], kept[1::2]
    fits = len(units) == len(numbers) > 1 and all(t.kind == "number" for t in numbers)
    if not fits or any(t.mark not in (*WEIGHING, "reps", "seconds", "sets") for t in units):
        return tokens
    return tuple(t for pair in zip(numbers, units, strict=True) for t in pair)


def _is_loose(token: Token) -> bool:
    return not token.text.startswith(("set", "serie"))


def _mark(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].mark if 0 <= i < len(tokens) else ""


def _is_thing(tokens: Sequence[Token], i: int, words: ReplyWords) -> bool:
    """Whether a word for what is held stands at `i`: dumbbells, bottles, plates."""
    return i < len(tokens) and tokens[i].text.startswith(tuple(words.groups["held"]))


def _without_pair(tokens: Tokens, words: ReplyWords) -> Tokens:
    """ "2x6kg dumbbells": two things of one weight, no sets."""
    for i, token in enumerate(tokens):
        at = i + 2 if _mark(tokens, i + 1) == "times" else i + 1
        if token.kind != "number" or token.value != 2 or at >= len(tokens) or tokens[at].kind != "number":
            continue
        end = at + 1
        while _mark(tokens, end) in WEIGHING and not _is_thing(tokens, end, words):
            end += 1
        if end > at + 1 and _is_thing(tokens, end, words):
            return tokens[:i] + tokens[at:]
    return tokens


def _pounds(tokens: Tokens, words: ReplyWords) -> Tokens:
    """ "#25 dumbbells" as 25#."""
    counts = sum(t.kind == "number" for t in tokens)
    for i, (sign, number) in enumerate(pairwise(tokens)):
        much = number.kind == "number" and number.value >= FEWEST_POUNDS
        if sign.text == "#" and much and (counts > 1 or _is_thing(tokens, i + 2, words)):
            return (*tokens[:i], number, sign, *tokens[i + 2 :])
    return tokens


def _weights(tokens: Tokens, unit: Token, words: ReplyWords) -> Iterator[Token]:
    """A unit after a bare number that can only be a weight: a fraction beside a count, "12 each hand", "weight 12"."""
    counts = sum(t.kind == "number" for t in tokens) > 1 and not any(t.mark in WEIGHING for t in tokens)
    for i, token in enumerate(tokens):
        yield token
        if token.kind != "number" or _mark(tokens, i + 1) in (
            *WEIGHING,
            "reps",
            "seconds",
            "minutes",
            "sets",
            "half",
        ):
            continue
        if i + 1 < len(tokens) and tokens[i + 1].text in ("#", "s"):
            continue
        if "times" in (_mark(tokens, i - 1), _mark(tokens, i + 1)):
            continue  # "12.5x10" is asked (reliability 9)
        per_hand = _mark(tokens, i + 1) == "per_hand"
        if (counts and (per_hand or not _is_whole(token))) or _is_weight(tokens, i, words):
            yield unit


def _is_weight(tokens: Tokens, i: int, words: ReplyWords) -> bool:
    """ "Weight 22.5", "the weight was 12"."""
    near = [t for t in tokens[max(0, i - 4) : i] if t.mark != "filler" or t.text in words.groups["weight"]]
    return any(t.text in words.groups["weight"] for t in near) and not any(t.kind == "number" for t in near)
