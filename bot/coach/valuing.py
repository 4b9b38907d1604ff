"""The values of a reply that tells of a set: which of its numbers count, and how it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.coach.amounts import Amounts, amounts, wrong_unit
from bot.coach.clauses import Clause
from bot.coach.corrections import named_set
from bot.coach.gist import gist, named_sets
from bot.coach.grammar import says_amount
from bot.coach.meaning import Effort, Expect, Intent, Reply, Said
from bot.coach.tokens import Token

_SIDED = frozenset(("left", "right", "each"))


def valued(
    intent: Intent, parts: Sequence[Clause], tokens: tuple[Token, ...], expect: Expect, names: frozenset[str]
) -> Reply:
    """A reply with the numbers it gives, by the grammar of reliability 9."""
    telling = (
        [p for p in parts if says_amount(p, names)] if intent == "done" else [p for p in parts if p.numbers]
    )
    chosen = tuple(t for p in telling for t in p.tokens) if telling else ()
    kept = _without_aims(_within(tokens, chosen)) if telling else tuple(t for t in tokens if t.mark in _SIDED)
    found = amounts(kept, expect)
    if intent == "done" and expect.unit == "reps" and _is_break(kept, found.sets):
        return Reply(intent="pause")
    doubt = found.doubt or wrong_unit(found.sets, expect)
    if doubt is not None:
        return Reply(intent="other", doubt=doubt)
    count = found.count or (None if found.sets else named_sets(tokens))
    return _told(intent, parts, tokens, replace(found, count=count))


def _is_break(tokens: Sequence[Token], sets: Sequence[Said]) -> bool:
    """ "2 min", "5 secs": where reps count, so short or so long a time is a break asked for."""
    times = [s.seconds for s in sets if s.seconds is not None]
    return bool(times) and (min(times) < 9 or any(t.mark == "minutes" for t in tokens))


def _within(tokens: tuple[Token, ...], chosen: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens from the first to the last chosen one that are chosen or signs between them."""
    kept = {id(t) for t in chosen}
    return tuple(t for t in tokens if id(t) in kept or t.kind == "sign")


def _without_aims(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out numbers that are named as the aim ("9 instead of 12") where another number stands."""
    numbers = [i for i, t in enumerate(tokens) if t.kind in ("number", "time")]
    aimed = {i for i in numbers if tokens[i].mark == "aim" or _mark_before(tokens, i) in ("aim", "fail_aim")}
    if len(aimed) == len(numbers):
        aimed = {i for i in aimed if _mark_before(tokens, i) == "fail_aim"}
    return tuple(t for i, t in enumerate(tokens) if i not in aimed)


def _mark_before(tokens: Sequence[Token], i: int) -> str:
    for token in reversed(tokens[:i]):
        if token.mark != "filler":
            return token.mark
    return ""


def _all_sets(tokens: Sequence[Token], sets: tuple[Said, ...]) -> int | None:
    """ "All three" with nothing after it means sets; "all 12" means reps."""
    if len(sets) != 1 or sets[0].kg is not None:
        return None
    for before, token in pairwise(tokens):
        if token.kind == "number" and before.text == "all" and 2 <= token.value <= 4:
            return int(token.value)
    return None


def _effort(parts: Sequence[Clause]) -> Effort:
    if any(p.has("hard") for p in parts):
        return "hard"
    return "easy" if any(p.has("easy") for p in parts) else ""


def gathered_up(intent: Intent, parts: Sequence[Clause], tokens: tuple[Token, ...], expect: Expect) -> Reply:
    """A reply whose intent is known, with the numbers that its words around them make the most likely."""
    found = gist(tokens, expect)
    if found.doubt is not None:
        return Reply(intent="other", doubt=found.doubt)
    return _told(intent, parts, tokens, found)


def _told(intent: Intent, parts: Sequence[Clause], tokens: tuple[Token, ...], found: Amounts) -> Reply:
    """The reply with the numbers that were found; "all 3 sets" without a number is so many as planned."""
    sets, count = found.sets, found.count
    if intent == "done" and count is None and (few := _all_sets(tokens, sets)):
        sets, count = (), few
    return Reply(
        intent=intent,
        sets=sets,
        count=count,
        set_no=found.set_no or named_set(tokens),
        in_all=found.in_all,
        bare_done=intent == "done" and not sets and count is None,
        effort=_effort(parts),
    )
