"""The numbers of a reply: reps, weights, times, sets and sides, by the grammar of reliability 9."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.coach.gathering import AT, SLASH, TIMES, Amount, gathered
from bot.coach.meaning import Doubt, Expect, Said, Side
from bot.coach.numbers import kilograms
from bot.coach.tokens import Token

MOST_REPS, MOST_SECONDS, MOST_SETS, MOST_KG = 100, 1800, 10, 300
SMALLEST_SIDE = 5  # "1/2" and "3/4" are fractions, "7/8" is left and right


@dataclass(frozen=True, kw_only=True)
class Amounts:
    """What the numbers of a reply say, or why they cannot be read."""

    sets: tuple[Said, ...] = ()
    count: int | None = None
    set_no: int | None = None
    in_all: bool = False
    doubt: Doubt | None = None


def amounts(tokens: Sequence[Token], expect: Expect) -> Amounts:
    """Read every number among `tokens` for the set that is due."""
    found, side = gathered(tokens, expect)
    if not found:
        return Amounts(sets=(Said(side=side),) if side else ())
    named = next((int(a.value) for a in found if a.what == "set_no"), None)
    found = [a for a in found if a.what != "set_no"]
    in_all = any(t.mark == "in_all" for t in tokens)
    if not found:
        return Amounts(sets=(Said(side=side),) if side else (), set_no=named)
    if doubt := _fraction(found, expect):
        return Amounts(doubt=doubt)
    result = _chained(found, side, expect)
    return replace(checked(result), set_no=named, in_all=in_all)


def _fraction(found: Sequence[Amount], expect: Expect) -> Doubt | None:
    """A lone bare fraction: a weight, or minutes and seconds, but which is not for us to guess."""
    if len(found) != 1 or found[0].what or found[0].value == int(found[0].value) or found[0].value > MOST_KG:
        return None
    shown = f"{found[0].value:f}"
    if expect.unit == "seconds":
        return Doubt(
            phrase="reply-which",
            facts={"text": shown},
            choices=(shown.replace(".", ":"), f"{int(found[0].value)} s"),
        )
    return (
        Doubt(phrase="reply-which", facts={"text": shown}, choices=(f"{shown} kg",))
        if expect.loaded
        else None
    )


def _chained(found: list[Amount], side: Side, expect: Expect) -> Amounts:
    """Put a meaning on numbers that are tied together, then on the rest."""
    ties = [a.tie for a in found[1:]]
    if ties and all(t == TIMES for t in ties):
        return _times(found, side, expect)
    if len(found) == 2 and ties[0] in (SLASH, "of", "-", "+"):
        return _pair(found, side, expect)
    if len(found) == 3 and ties.count(TIMES) == 1:
        alone = found[0] if ties[1] == TIMES else found[2]
        chain = [a for a in found if a is not alone]
        if not alone.what and any(a.what == "kg" for a in chain):
            return _unclear(found, expect)  # "10 with 2x12kg"
        first = _times(chain, side, expect)
        return first if first.doubt else _with_weight(first, alone, expect)
    return _listed(found, side, expect)


def _pair(found: list[Amount], side: Side, expect: Expect) -> Amounts:
    """Two numbers tied by a slash, "of", a dash or a plus."""
    first, second = found
    if "kg" in (first.what, second.what) or first.what == "sets":
        return _listed([replace(a, tie="") for a in found], side, expect)
    if second.tie == SLASH:
        return _slashed(found, side, expect)
    if second.tie == "of":
        return _listed([replace(first, what=first.what or second.what)], side, expect)
    if second.tie == "-":
        return _unclear(found, expect)
    if first.value == second.value and expect.sided != "both":
        return _alike(first, None, None, "each", expect)
    return _listed([replace(first, value=first.value + second.value)], side, expect)


def _with_weight(first: Amounts, amount: Amount, expect: Expect) -> Amounts:
    """ "3x12 at 15": the third number is the weight unless its unit says otherwise."""
    if amount.what in ("", "kg") and (expect.loaded or amount.what):
        kg = _kg(amount, expect)
        return replace(first, sets=tuple(replace(s, kg=kg) for s in first.sets))
    return _unclear([amount], expect)


def _kg(amount: Amount, expect: Expect) -> float:
    return kilograms(amount.value, "kg" if amount.what == "kg" else expect.units)


def _count(amount: Amount, expect: Expect) -> dict[str, int]:
    """A bare number as the exercise counts."""
    if (amount.what or expect.unit) == "seconds":
        return {"seconds": int(amount.value)}
    whole = amount.value == int(amount.value)
    return {"reps": int(amount.value) if whole else 0}  # half a rep is out of range


def _times(found: list[Amount], side: Side, expect: Expect) -> Amounts:
    """`A×B` and `A×B×C` (reliability 9, reply grammar)."""
    kgs = [a for a in found if a.what == "kg"]
    rest = [a for a in found if a.what != "kg"]
    if len(kgs) > 1 or len(found) > 3 or not rest:
        return _unclear(found, expect)
    kg = _kg(kgs[0], expect) if kgs else None
    sets = next((a for a in rest if a.what == "sets"), None)
    counts = [a for a in rest if a is not sets]
    if len(found) == 3 and not kgs and expect.loaded and found[0].value <= 5 and found[1].value <= 20:
        kg, counts = _kg(found[2], expect), counts[:2]
    if len(counts) == 1:
        return _alike(counts[0], kg, int(sets.value) if sets else None, side, expect)
    if (
        len(counts) == 2
        and sets is None
        and (kg is not None or not expect.loaded or any(a.what for a in counts))
    ):
        return _sets_times(counts, kg, side, expect)
    if len(counts) == 2 and sets is None:
        return _bare_times(counts, side, expect)
    return _unclear(found, expect)


def _alike(amount: Amount, kg: float | None, count: int | None, side: Side, expect: Expect) -> Amounts:
    said = Said(**_count(amount, expect), kg=kg, side=amount.side or side)
    return Amounts(sets=(said,), count=count)


def _sets_times(counts: list[Amount], kg: float | None, side: Side, expect: Expect) -> Amounts:
    """Sets × reps; the other way round ("12 reps x 3") only when a unit says so."""
    first, second = counts
    named = first.what in ("reps", "seconds") and not second.what
    if second.value <= 5 and (named or (kg is not None and first.tie == TIMES)):
        first, second = second, first  # "12 reps x 3", "12 kg x 10 x 3"
    return _unclear(counts, expect) if first.value > 5 else _alike(second, kg, int(first.value), side, expect)


def _bare_times(counts: list[Amount], side: Side, expect: Expect) -> Amounts:
    """Dumbbells, no unit: A ≤ 5 is sets × reps, A ≥ 15 is kg × reps, else ask."""
    first, second = counts
    if first.value <= 5:
        return _alike(second, None, int(first.value), side, expect)
    if first.value >= 15:
        return _alike(second, _kg(first, expect), None, side, expect)
    return _unclear(counts, expect)


def _slashed(found: list[Amount], side: Side, expect: Expect) -> Amounts:
    """ "8/8" is each side, "7/8" left and right; with both sides together "10/12" is ten of twelve."""
    first, second = found
    first = replace(first, what=first.what or second.what)
    if first.value < second.value < SMALLEST_SIDE:
        return _unclear(found, expect)  # "1/2" is a fraction
    if first.value == second.value:
        return _alike(first, None, None, "each", expect)
    if expect.sided == "both":
        return (
            _alike(first, None, None, side, expect) if first.value < second.value else _unclear(found, expect)
        )
    second = replace(second, what=first.what)
    left = Said(**_count(first, expect), side="left")
    return Amounts(sets=(left, Said(**_count(second, expect), side="right")))


def _listed(found: list[Amount], side: Side, expect: Expect) -> Amounts:
    """Numbers with units side by side, and at most one kind of bare number."""
    sets = [a for a in found if a.what == "sets"]
    kgs = [a for a in found if a.what == "kg"]
    counts = [a for a in found if a.what in ("reps", "seconds")]
    bare = [a for a in found if not a.what]
    if kgs and len(bare) == 1 and bare[0].value == 2 and found.index(bare[0]) + 1 == found.index(kgs[0]):
        bare = []  # "two 12 kg dumbbells"
    if len(sets) > 1 or len({a.value for a in kgs}) > 1:
        return _unclear(found, expect)
    kg = _kg(kgs[0], expect) if kgs else None
    if len(bare) >= 1 and kg is None and expect.loaded and (paired := _paired(bare, counts)):
        counts, kg, bare = [paired[0]], _kg(paired[1], expect), []
    counts = counts or bare if not (counts and bare) else counts + bare
    count = int(sets[0].value) if sets else None
    if not counts:
        return Amounts(sets=(Said(kg=kg, side=side),) if kg is not None or side else (), count=count)
    if len(counts) == 1:
        return _alike(counts[0], kg, count, side, expect)
    return (
        _several(counts, kg, side, expect)
        if count is None or count == len(counts)
        else _unclear(found, expect)
    )


def _paired(bare: list[Amount], counts: list[Amount]) -> tuple[Amount, Amount] | None:
    """Reps and weight where one bare number is tied to the other by "at", or stands beside named reps."""
    if len(counts) == 1 and len(bare) == 1:
        return counts[0], bare[0]
    if len(bare) == 2 and not counts and bare[1].tie == AT:
        return bare[0], bare[1]
    return None


def _several(counts: list[Amount], kg: float | None, side: Side, expect: Expect) -> Amounts:
    """Several counts: left and right, or one for each set ("12 12 10"); all else is asked."""
    sides = [a.side for a in counts]
    if len(counts) == 2 and set(sides) == {"left", "right"}:
        return Amounts(sets=tuple(Said(**_count(a, expect), kg=kg, side=a.side) for a in counts))
    low, high = (5, 300) if expect.unit == "seconds" else (5, 20)
    fits = all(low <= a.value <= high and a.value == int(a.value) for a in counts)
    fits = fits and (
        len(counts) > 2 or abs(counts[0].value - counts[1].value) <= 5 or expect.unit == "seconds"
    )
    if (
        not fits
        or len(counts) > 5
        or (len(counts) == 2 and expect.loaded and not any(a.what for a in counts))
    ):
        return _unclear(counts, expect)
    return Amounts(sets=tuple(Said(**_count(a, expect), kg=kg, side=side) for a in counts))


def _unclear(found: Sequence[Amount], expect: Expect) -> Amounts:
    """Numbers that can be read in two ways: ask, with texts that would be clear."""
    shown = [f"{a.value.normalize():f}" if a.value < 10_000 else "…" for a in found]
    choices: list[str] = []
    if len(found) == 2 and expect.loaded:
        a, b = shown
        choices = [f"{a} reps {b} kg", f"{b} reps {a} kg"]
    elif len(found) == 2 and expect.unit == "reps":
        other = f"{shown[1]} sets {shown[0]} reps" if found[1].value <= 5 else f"{shown[1]} reps"
        choices = [f"{shown[0]} reps", other]
    elif len(found) == 3 and expect.loaded:
        a, b, c = shown
        choices = [f"{c} sets {b} reps {a} kg"]
    return Amounts(
        doubt=Doubt(phrase="reply-which", facts={"text": " ".join(shown[:6])}, choices=tuple(choices))
    )


def checked(result: Amounts) -> Amounts:
    """The amounts, or a doubt where a number is out of range."""
    if result.doubt:
        return result
    for said in result.sets:
        if doubt := _range(said):
            return Amounts(doubt=doubt)
    if result.count is not None and not 1 <= result.count <= MOST_SETS:
        return Amounts(doubt=Doubt(phrase="reply-sets-range", facts={"most": str(MOST_SETS)}))
    return result


def _range(said: Said) -> Doubt | None:
    if said.reps is not None and not 1 <= said.reps <= MOST_REPS:
        return Doubt(phrase="reply-reps-range", facts={"most": str(MOST_REPS)})
    if said.seconds is not None and not 1 <= said.seconds <= MOST_SECONDS:
        return Doubt(phrase="reply-seconds-range", facts={"most": str(MOST_SECONDS)})
    if said.kg is not None and not 0 < said.kg <= MOST_KG:
        return Doubt(phrase="reply-kg-range", facts={"most": str(MOST_KG)})
    return None


def wrong_unit(sets: Sequence[Said], expect: Expect) -> Doubt | None:
    """The doubt where reps were said of a hold, or a time of reps."""
    if expect.unit == "reps" and any(s.seconds is not None for s in sets):
        return Doubt(phrase="reply-unit-reps")
    if expect.unit == "seconds" and any(s.reps is not None for s in sets):
        return Doubt(phrase="reply-unit-seconds")
    return None
