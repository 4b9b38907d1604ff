"""The numbers of a reply: reps, weights, times, sets and sides, by the grammar of reliability 9."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, cast

from bot.coach.meaning import Doubt, Expect, Said, Side
from bot.coach.numbers import kilograms
from bot.coach.tokens import Token

What = Literal["", "reps", "kg", "seconds", "sets", "set_no"]
MOST_REPS, MOST_SECONDS, MOST_SETS, MOST_KG = 100, 1800, 10, 300
TIMES, SLASH, AT = "×", "/", "@"
SIDES = ("left", "right", "each")


@dataclass(frozen=True)
class Amount:
    """A number with what it counts ("" when nothing says), and how it is tied to the one before."""

    value: Decimal
    what: What = ""
    tie: str = ""  # "", ×, /, @, +, of
    side: Side = ""
    unit: str = ""  # the unit word's list: kg, lb, seconds, minutes


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


def gathered(tokens: Sequence[Token], expect: Expect) -> tuple[list[Amount], Side]:
    """Each number with its unit, its tie to the number before, and the side said beside it."""
    found: list[Amount] = []
    sides: list[tuple[int, Side]] = []
    tie, i = "", 0
    while i < len(tokens):
        token = tokens[i]
        if token.kind in ("number", "time"):
            amount, i = _amount(tokens, i, expect)
            found.append(replace(amount, tie=tie if found else ""))
            tie = ""
            continue
        tie = _tie(token) or (tie if token.mark in ("filler", "comment", "at") else "")
        if token.mark in SIDES and not _is_per_hand(found, token):
            sides.append((len(found), cast(Side, token.mark)))
        i += 1
    return _sided(found, sides), _overall([side for _, side in sides])


def _sided(found: list[Amount], sides: list[tuple[int, Side]]) -> list[Amount]:
    """Each side at the number before it, or after it where the first side comes first."""
    first = 0 if sides and sides[0][0] == 0 else 1
    for at, side in sides:
        if 0 <= (i := at - first) < len(found):
            found[i] = replace(found[i], side=side)
    return found


def _overall(sides: list[Side]) -> Side:
    if "each" in sides or {"left", "right"} <= set(sides):
        return "each"
    return sides[0] if sides else ""


def _is_per_hand(found: list[Amount], token: Token) -> bool:
    """ "15 kg each": a weight is per hand anyway."""
    return token.mark == "each" and bool(found) and found[-1].what == "kg"


def _tie(token: Token) -> str:
    if token.text in ("×", "*", "✕", "✖", "x") or token.mark == "times" or token.text == "times":
        return TIMES
    if token.text in ("@",) or token.mark == "at":
        return AT
    if token.text in ("/", "|"):
        return SLASH
    if token.text in ("-", "–", "—"):
        return "-"
    return "of" if token.mark == "of" else "+" if token.text == "+" else ""


def _amount(tokens: Sequence[Token], i: int, expect: Expect) -> tuple[Amount, int]:
    """The number at `i` with its unit after it ("10 kg") or before it ("reps: 10"); where to go on."""
    token = tokens[i]
    value = -token.value if _is_negative(tokens, i) else token.value
    if token.kind == "time":
        return Amount(value, "seconds"), _after_unit(tokens, i + 1)
    unit, end = _unit(tokens, i + 1)
    if unit == "minutes":
        return _minutes(tokens, value, end)
    if unit == "seconds" and expect.loaded and i and tokens[i - 1].text == "the":
        unit = "kg"  # "with the 15s"
    if not unit:
        unit, named = _unit_before(tokens, i)
        if named:
            return Amount(value, "set_no"), end
    if unit in ("kg", "lb"):
        pounds = unit == "lb"
        return Amount(Decimal(str(kilograms(value, "lb" if pounds else "kg"))), "kg", unit=unit), end
    return Amount(value, cast(What, unit) if unit in ("reps", "seconds", "sets") else ""), end


def _is_negative(tokens: Sequence[Token], i: int) -> bool:
    if i == 0 or tokens[i - 1].text not in ("-", "−", "–") or not tokens[i].glued:
        return False
    return i == 1 or not tokens[i - 1].glued


def _after_unit(tokens: Sequence[Token], i: int) -> int:
    return i + 1 if i < len(tokens) and tokens[i].mark in ("minutes", "seconds") else i


def _unit(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """The unit at `i`, a describing word between allowed ("10 clean reps"), and the index after it."""
    j = i
    while j < len(tokens) and tokens[j].mark == "comment" and j < i + 2:
        j += 1
    if j >= len(tokens):
        return "", i
    token = tokens[j]
    if token.mark == "kg_glued":
        return ("kg", j + 1) if token.glued or j == i else ("", i)
    if token.text == "#":
        return "lb", j + 1
    if token.text in ('"', "''", "″"):
        return "seconds", j + 1
    if token.mark == "sets" or token.text == "times":
        following = tokens[j + 1] if j + 1 < len(tokens) else None
        if token.text == "times" and following is not None and following.kind == "number":
            return "", i
    if token.mark in ("kg", "lb", "seconds", "minutes", "reps", "sets"):
        while j + 1 < len(tokens) and tokens[j + 1].mark == token.mark and tokens[j + 1].kind == "word":
            j += 1
        return token.mark, j + 1
    return "", i


def _unit_before(tokens: Sequence[Token], i: int) -> tuple[str, bool]:
    """The unit in front of the number, and whether it names a set ("set 3")."""
    j = i - 1
    while j >= 0 and (tokens[j].text in (":", "=", "#", "-") or tokens[j].mark in ("filler", "of")):
        j -= 1
    if j < 0 or tokens[j].kind != "word" or (j and tokens[j - 1].kind == "number"):
        return "", False
    mark = tokens[j].mark
    if mark == "sets":
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if tokens[j].text.endswith("s"):
            return ("sets", False) if following is None else ("", False)
        return "", j == i - 1 or tokens[i - 1].text == "#"
    return (mark, False) if mark in ("reps", "kg", "lb", "seconds") else ("", False)


def _minutes(tokens: Sequence[Token], value: Decimal, i: int) -> tuple[Amount, int]:
    """ "1 min", "1 min 10", "1 minute and a half"."""
    seconds = value * 60
    rest = [t for t in tokens[i : i + 4] if t.kind == "number" or t.mark not in ("filler",)]
    if rest and rest[0].mark == "half":
        return Amount(seconds + 30, "seconds"), next(
            j for j in range(i, len(tokens)) if tokens[j] is rest[0]
        ) + 1
    if rest and rest[0].kind == "number" and rest[0].value < 60 and _follows(tokens, i):
        at = next(j for j in range(i, len(tokens)) if tokens[j].kind == "number")
        unit, end = _unit(tokens, at + 1)
        if unit in ("", "seconds"):
            return Amount(seconds + rest[0].value, "seconds"), end
    return Amount(seconds, "seconds"), i


def _follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether the next number belongs to the minutes: right after them, or after "and"."""
    return i < len(tokens) and (tokens[i].kind == "number" or tokens[i].text == "and")


def _chained(found: list[Amount], side: Side, expect: Expect) -> Amounts:
    """Put a meaning on numbers that are tied together, then on the rest."""
    ties = [a.tie for a in found[1:]]
    if ties and all(t == TIMES for t in ties):
        return _times(found, side, expect)
    if len(found) == 2 and ties == [SLASH]:
        return _slashed(found, side, expect)
    if (
        len(found) == 2
        and ties == ["of"]
        and found[0].what != "sets"
        and "kg" not in (found[0].what, found[1].what)
    ):
        return _one([replace(found[0], what=found[0].what or found[1].what)], side, expect)
    if ties == ["-"]:
        return _unclear(found, expect)
    if len(found) == 2 and ties == ["+"]:
        return _one([replace(found[0], value=found[0].value + found[1].value)], side, expect)
    if TIMES in ties and ties.index(TIMES) == 0 and len(found) == 3 and ties[1] != TIMES:
        first = _times(found[:2], side, expect)
        return first if first.doubt else _with_weight(first, found[2], expect)
    return _listed(found, side, expect)


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
    if first.what in ("reps", "seconds") and not second.what and second.value <= 5:
        first, second = second, first
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
    if "kg" in (first.what, second.what):
        return _listed([replace(a, tie="") for a in found], side, expect)
    first = replace(first, what=first.what or second.what)
    if first.value == second.value:
        return _alike(first, None, None, "each", expect)
    if expect.sided == "both":
        return (
            _alike(first, None, None, side, expect) if first.value < second.value else _unclear(found, expect)
        )
    second = replace(second, what=first.what)
    left = Said(**_count(first, expect), side="left")
    return Amounts(sets=(left, Said(**_count(second, expect), side="right")))


def _one(found: list[Amount], side: Side, expect: Expect) -> Amounts:
    return _listed(found, side, expect)


def _listed(found: list[Amount], side: Side, expect: Expect) -> Amounts:
    """Numbers with units side by side, and at most one kind of bare number."""
    sets = [a for a in found if a.what == "sets"]
    kgs = [a for a in found if a.what == "kg"]
    counts = [a for a in found if a.what in ("reps", "seconds")]
    bare = [a for a in found if not a.what]
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
