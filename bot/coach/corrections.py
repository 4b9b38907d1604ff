"""Corrections: the last set taken back, or its new value ("9 not 12", "set 1 was 8", "sorry, 9")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.coach.amounts import amounts, wrong_unit
from bot.coach.gathering import SIDES
from bot.coach.gist import is_pronoun
from bot.coach.meaning import Expect, Reply
from bot.coach.naming import numbered_sets
from bot.coach.tokens import Token
from bot.coach.vocabulary import ReplyWords

_STARRED = re.compile(r"^(?:\*[^*]+|[^*]+\*)$")  # "11*": how people correct a message


def corrects(tokens: Sequence[Token], text: str, words: ReplyWords) -> bool:
    """A correction without a word for it: "9 not 12", "no, 9", "set 1 was 8", "11*"."""
    if _STARRED.match(text) or _replaced(tokens, words):
        return True
    return any(
        _tells_a_set(tokens, i, words) or (_denies(token, words) and _next_number(tokens, i))
        for i, token in enumerate(tokens)
    )


def _denies(token: Token, words: ReplyWords) -> bool:
    return token.mark == "no" or token.text in words.groups["regret"]


def _tells_a_set(tokens: Sequence[Token], i: int, words: ReplyWords) -> bool:
    """ "Set 1 was 8", "the last one was 9"."""
    named = i and (
        tokens[i - 1].mark.startswith("set_") or (tokens[i - 1].kind == "number" and _is_set(tokens, i - 2))
    )
    return bool(named) and tokens[i].text in words.groups["was"] and _next_number(tokens, i)


def _is_set(tokens: Sequence[Token], i: int) -> bool:
    return i >= 0 and tokens[i].mark == "sets"


def _next_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number that counts comes next, small words apart."""
    for token in tokens[i + 1 :]:
        if token.kind in ("number", "time"):
            return token.mark == ""
        if token.kind == "word" and token.mark not in ("filler", "did", "no", "undo"):
            return False
    return False


def named_set(tokens: Sequence[Token]) -> int | None:
    """The set that is named in words ("the first set"), None where several have numbers."""
    if numbered_sets(tokens) > 1:
        return None
    return next((int(t.mark[-1]) for t in tokens if t.mark.startswith("set_") and t.mark[-1].isdigit()), None)


def _replaced(tokens: Sequence[Token], words: ReplyWords) -> bool:
    """ "9 not 12", "not 12, 9": a correction without the word."""
    numbers = [i for i, t in enumerate(tokens) if t.kind in ("number", "time")]
    if len(numbers) not in (2, 3) or any(t.text in ("only", "just") for t in tokens):
        return False
    return any(_before(tokens, i) in words.groups["instead"] for i in numbers) or was_put(tokens, words)


def was_put(tokens: Sequence[Token], words: ReplyWords) -> bool:
    """ "I put 10 but it was 8": the first number was typed, the second is meant."""
    first, last = (f(i for i, t in enumerate(tokens) if t.kind in ("number", "time")) for f in (min, max))
    between = [t.text for t in tokens[first + 1 : last]]
    return _before(tokens, first) in words.groups["put"] and any(
        text in words.groups["was"] or text in words.groups["joiner"] for text in between
    )


def _before(tokens: Sequence[Token], i: int) -> str:
    return tokens[i - 1].text if i else ""


def correction(tokens: tuple[Token, ...], expect: Expect, words: ReplyWords) -> Reply:
    """The last set taken back, or its new value; `was` is the value it replaces."""
    numbers = [i for i, t in enumerate(tokens) if t.kind in ("number", "time") and not is_pronoun(tokens, i)]
    old = [i for i in numbers if _before(tokens, i) in words.groups["instead"] or tokens[i].mark == "undo"]
    if not old and len(numbers) > 1 and was_put(tokens, words):
        old = numbers[:1]
    if len(old) == len(numbers):
        old = []
    kept = tuple(
        t for i, t in enumerate(tokens) if i not in old and t.mark not in SIDES and not is_pronoun(tokens, i)
    )
    found = amounts(kept, expect)
    if doubt := found.doubt or wrong_unit(found.sets, expect):
        return Reply(intent="other", doubt=doubt)
    was = float(tokens[old[0]].value) if old else None
    return Reply(
        intent="undo", sets=found.sets, set_no=found.set_no or named_set(tokens), was=was, count=found.count
    )
