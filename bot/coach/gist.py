"""The gist of a set's numbers where other words stand between them ("one over, 13", "two 15 lb bells for 10").

Used once it is known that a reply tells of a set; the grammar of reliability 9 reads what it can before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.coach.amounts import Amounts, amounts, checked
from bot.coach.gathering import AT, TIMES, Amount, gathered
from bot.coach.loads import WEIGHING
from bot.coach.meaning import Doubt, Expect, Said, Side
from bot.coach.naming import numbered_sets
from bot.coach.numbers import kilograms
from bot.coach.tokens import Token

Tokens = tuple[Token, ...]
UNITS = (*WEIGHING, "reps", "sets", "seconds", "minutes", "each", "half", "difference")
BETWEEN = ("more", "remaining", "other", "last", "final", "extra", "full", "whole", "left")
REPORTING = ("did", "got", "managed", "made", "do", "actually", "put")
CONCLUDING = ("so", "=", "say", "call", "makes", "equals")
MOST_BESIDE = 10  # more holds than that nobody does
COUNTED = ("comment", "undo", "set_last")  # wordings whose number is not the set's ("last 2 were ugly")


def gist(tokens: Tokens, expect: Expect) -> Amounts:
    """The most likely reading: aims, differences and sums beside the count left out; no numbers, no sets."""
    kept = _freed(tuple(t for i, t in enumerate(tokens) if not _is_idle(tokens, i)))
    for aside in (_is_aim, _is_difference, _is_pair, _is_sum, _is_break):
        kept = _without(kept, aside)
    kept = _without(_concluded(kept), _is_again)
    found, side = gathered(kept, expect)
    if any(a.tie == TIMES for a in found) and (chained := amounts(kept, expect)).doubt is None:
        return chained
    named = next((int(a.value) for a in found if a.what == "set_no"), None)
    found = [a for a in found if a.what != "set_no"]
    read = _apart(found, numbered_sets(tokens), side, expect) or _read(
        found, side, named_sets(tokens), expect
    )
    return replace(checked(read), set_no=named, in_all=any(t.mark == "in_all" for t in tokens))


def _freed(tokens: Tokens) -> Tokens:
    """Numbers inside other wordings count again ("wouldn't do 12" no longer hides its 12), asides apart."""
    free = any(t.kind == "number" and t.mark not in COUNTED for t in tokens)
    return tuple(
        replace(t, mark="") if t.kind in ("number", "time") and not (free and t.mark in COUNTED) else t
        for t in tokens
    )


def _without(tokens: Tokens, aside: Callable[[Tokens, int], bool]) -> Tokens:
    """Leave out the numbers that are an aside, as long as another number remains that counts."""
    gone = {i for i, t in enumerate(tokens) if t.kind == "number" and aside(tokens, i)}
    rest = [
        i
        for i, t in enumerate(tokens)
        if t.kind in ("number", "time") and i not in gone and not _weighs(tokens, i)
    ]
    return tuple(t for i, t in enumerate(tokens) if i not in gone) if rest else tokens


def is_pronoun(tokens: Tokens, i: int) -> bool:
    """ "That one", "skipped one by accident": a word that counts nothing, unless a unit or a set is named with it."""
    one = tokens[i].spelled and tokens[i].text == "one" and len(tokens) > 1
    return one and _mark(tokens, i + 1) not in UNITS and _mark(tokens, i - 1) != "sets"


def _is_idle(tokens: Tokens, i: int) -> bool:
    """Pronouns; and the words in "two more sets", which stand between a number and its unit."""
    if tokens[i].spelled and tokens[i].text == "one":
        return is_pronoun(tokens, i)
    between = _kind(tokens, i - 1) == "number" and _mark(tokens, i + 1) == "sets"
    return tokens[i].text in BETWEEN and between


def _kind(tokens: Tokens, i: int) -> str:
    return tokens[i].kind if 0 <= i < len(tokens) else ""


def _is_break(tokens: Tokens, i: int) -> bool:
    """ "12 with a rest after 8": where the set was broken."""
    return (
        _text(tokens, i - 1) in ("after", "at")
        and any(t.kind == "number" and not t.mark for t in tokens[: i - 1])
        and not _weighs(tokens, i)
        and any(t.mark == "pause" or t.text == "after" for t in tokens[:i])
    )


def _weighs(tokens: Tokens, i: int) -> bool:
    return _mark(tokens, i + 1) in WEIGHING


def _mark(tokens: Tokens, i: int) -> str:
    return tokens[i].mark if 0 <= i < len(tokens) else ""


def _before(tokens: Tokens, i: int, *apart: str) -> Token | None:
    """The word before the one at `i`, those of the lists `apart` left out."""
    for token in reversed(tokens[:i]):
        if token.mark not in apart or token.text in ("under", "over"):
            return token
    return None


def _is_aim(tokens: Tokens, i: int) -> bool:
    """ "8 out of 10", "wanted 12": the number that was aimed for."""
    before = _before(tokens, i, "filler", "did")
    if before is None or before.mark != "aim":
        before = _before(tokens, i, "filler")
    if before is not None and before.mark == "of" and _is_most(tokens, i):
        return True
    if before is None or _mark(tokens, i + 1) in ("reps", "sets", "seconds", "each") or _weighs(tokens, i):
        return False
    if before.mark == "of":
        return _mark(tokens, tokens.index(before) - 1) not in ("sets", "reps", "each") and any(
            t.kind == "number" for t in tokens[: tokens.index(before)]
        )
    return before.mark in ("aim", "fail_aim", "short_of", "not_yet") or before.text in (
        "under",
        "over",
        "past",
    )


def _is_most(tokens: Tokens, i: int) -> bool:
    """ "8 of 12 reps", but not "3 of 12 reps"."""
    counted = next((t for t in reversed(tokens[:i]) if t.kind == "number"), None)
    return _mark(tokens, i + 1) == "reps" and counted is not None and 5 < counted.value < tokens[i].value


def _is_difference(tokens: Tokens, i: int) -> bool:
    """ "one over, 13", "two more than planned: 14", "8 and 2 from the knees so 10"."""
    after, before = _mark(tokens, i + 1), _mark(tokens, i - 1)
    return tokens[i].value <= 5 and (
        "difference" in (after, before)
        or _text(tokens, i + 1) in ("more", "extra", "over", "less", "fewer", "short")
    )


def _text(tokens: Tokens, i: int) -> str:
    return tokens[i].text if 0 <= i < len(tokens) else ""


def _is_pair(tokens: Tokens, i: int) -> bool:
    """ "two 15 lb dumbbells", "2x8kg" beside a count of reps."""
    after = i + 2 if _mark(tokens, i + 1) == "times" or _text(tokens, i + 1) in ("x", "×", "*") else i + 1
    return (
        tokens[i].value == 2
        and after < len(tokens)
        and tokens[after].kind == "number"
        and _weighs(tokens, after)
    )


def _is_again(tokens: Tokens, i: int) -> bool:
    """ "That was ten, yeah ten": the same number once more."""
    for token in reversed(tokens[:i]):
        if token.kind in ("number", "time"):
            return False
        if token.mark in ("done_weak", "did") or token.text == "but":
            same = (j for j, t in enumerate(tokens[:i]) if t.kind == "number" and t.value == tokens[i].value)
            return any(_mark(tokens, j + 1) != "half" for j in same)
    return False


def _is_sum(tokens: Tokens, i: int) -> bool:
    """ "6 each, so 12": both sides together."""
    sides = any(t.mark in ("each", "left", "right") for t in tokens)
    return sides and (_text(tokens, i - 1) in ("so", "=") or _mark(tokens, i + 1) == "in_all")


def _concluded(tokens: Tokens) -> Tokens:
    """After "so", "call it", "say" comes what counts; weights and sets before it stay."""
    numbers = [i for i, t in enumerate(tokens) if t.kind in ("number", "time")]
    if len(numbers) < 2 or _mark(tokens, numbers[-1] + 1) == "sets" or not _concludes(tokens, numbers[-1]):
        return tokens
    dropped = {i for i in numbers[:-1] if not _weighs(tokens, i) and _mark(tokens, i + 1) != "sets"}
    return tuple(t for i, t in enumerate(tokens) if i not in dropped)


def _concludes(tokens: Tokens, i: int) -> bool:
    before, near = _before(tokens, i, "filler"), tokens[max(0, i - 3) : i]
    reports = before is not None and before.text in REPORTING
    return reports or any(t.text in CONCLUDING for t in near)


def named_sets(tokens: Tokens) -> int | None:
    """ "Both sets", "two more sets", "first set 12 second 12"."""
    if (named := numbered_sets(tokens)) > 1:
        return named
    for i, token in enumerate(tokens):
        few = {"both": 2, "two": 2, "three": 3}.get(token.text) if token.kind == "word" else None
        if few and any(t.mark == "sets" for t in tokens[i + 1 : i + 3]):
            return few
    return None


def settles(tokens: Tokens) -> bool:
    """Whether numbers that the grammar leaves open are clear by their words: a pair of weights, holds times sets."""
    chains = sum(t.text in ("x", "×", "*") for t in tokens) > 1
    pair = not chains and any(t.kind == "number" and _is_pair(tokens, i) for i, t in enumerate(tokens))
    named = (named_sets(tokens) or 0) > 1
    return pair or named or any(t.mark in ("reps", "seconds") for t in tokens)


def _apart(found: list[Amount], numbered: int, side: Side, expect: Expect) -> Amounts | None:
    """ "Set 1 10, set 2 12": each number is its own set's; what does not come out even is asked. None: all alike."""
    unit = "seconds" if expect.unit == "seconds" else "reps"
    told, kgs = [a for a in found if a.what in ("", unit)], [a for a in found if a.what == "kg"]
    differ = len({a.value for a in told}) > 1 or len({a.value for a in kgs}) > 1
    if numbered < 2 or not differ:
        return None
    if len(told) != numbered or len({a.value for a in kgs}) > 1:
        return Amounts(doubt=Doubt(phrase="reply-which"))
    weight = kilograms(kgs[0].value, "kg" if kgs[0].what == "kg" else expect.units) if kgs else None
    return Amounts(sets=tuple(_said([a], weight, side, expect) for a in told))


def _read(found: list[Amount], side: Side, named: int | None, expect: Expect) -> Amounts:
    """One set of everything that the amounts say, or several alike."""
    kgs, sets = [a for a in found if a.what == "kg"], [a for a in found if a.what == "sets"]
    counts = [a for a in found if a.what == ("seconds" if expect.unit == "seconds" else "reps")]
    other = [a for a in found if a.what == ("reps" if expect.unit == "seconds" else "seconds")]
    bare = [a for a in found if not a.what]
    count = int(sets[-1].value) if sets else named
    kg = kgs[-1] if kgs else None
    beside = (other or (bare if counts else [])) if expect.unit == "seconds" and count is None else []
    if beside and (counts or bare) and beside[-1].value <= MOST_BESIDE:
        count = int(beside[-1].value)  # "3 planks of 30", "30 sec three times"
    if kg is None and expect.loaded and (heavy := _weight(counts, bare)) is not None:
        kg, bare = heavy, [a for a in bare if a is not heavy]
    told = counts[:1] or bare
    if len(told) > 1:
        alike = len(bare) == 2 and bare[0].value == bare[1].value
        told, count = _several(bare, count, expect)
        side = side or ("each" if alike and count is None else "")
    weight = None if kg is None else kilograms(kg.value, "kg" if kg.what == "kg" else expect.units)
    if not told and weight is None:
        return Amounts(sets=(Said(side=side),) if side else (), count=count)
    if len(told) > 1:
        return Amounts(sets=tuple(_said([a], weight, side, expect) for a in told))
    return Amounts(sets=(_said(told, weight, side, expect),), count=count)


def _weight(counts: Sequence[Amount], bare: Sequence[Amount]) -> Amount | None:
    """A bare number beside named reps, or tied to the reps by "at", is the weight."""
    if len(counts) == 1 and len(bare) == 1:
        return bare[0]
    return bare[1] if len(bare) == 2 and not counts and bare[1].tie == AT else None


def _several(bare: list[Amount], count: int | None, expect: Expect) -> tuple[list[Amount], int | None]:
    """Several bare numbers: each side of one set, one set after the other, or the likeliest of them."""
    sided = {a.side for a in bare} == {"left", "right"}
    if len({a.value for a in bare}) == 1:
        if sided:
            return bare, count
        halves = len(bare) == 2 and 2 * bare[0].value <= expect.high + 2
        return bare[:1], count if halves or count else len(bare)
    near = [a for a in bare if expect.low // 2 <= a.value <= 2 * expect.high]
    return (bare if sided else near if near == bare and not expect.loaded else (near or bare)[-1:]), count


def _said(told: Sequence[Amount], kg: float | None, side: Side, expect: Expect) -> Said:
    if not told:
        return Said(kg=kg, side=side)
    value = int(told[0].value) if told[0].value == int(told[0].value) else 0
    if expect.unit == "seconds":
        return Said(seconds=int(told[0].value), kg=kg, side=told[0].side or side)
    return Said(reps=value, kg=kg, side=told[0].side or side)
