"""Each number of a reply with its unit, its tie to the number before, and the side said beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, cast

from bot.coach.meaning import Expect, Side
from bot.coach.numbers import kilograms
from bot.coach.tokens import Token

What = Literal["", "reps", "kg", "seconds", "sets", "set_no"]
MOST_NAMED = 6  # "set 10" is no set's name
TIMES, SLASH, AT = "×", "/", "@"
SIDES = ("left", "right", "each")
COUNTING = (
    "",
    "aim",
    "numbers",
)  # a number that is part of another wording ("last 2 were ugly") counts nothing


@dataclass(frozen=True)
class Amount:
    """A number with what it counts ("" when nothing says), and how it is tied to the one before."""

    value: Decimal
    what: What = ""
    tie: str = ""  # "", ×, /, @, +, of
    side: Side = ""
    unit: str = ""  # the unit word's list: kg, lb, seconds, minutes


def gathered(tokens: Sequence[Token], expect: Expect) -> tuple[list[Amount], Side]:
    """Each number with its unit, its tie to the number before, and the side said beside it."""
    found: list[Amount] = []
    sides: list[tuple[int, Side]] = []
    tie, i = "", 0
    while i < len(tokens):
        token = tokens[i]
        if token.kind in ("number", "time") and token.mark in COUNTING:
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
    if token.text in ("×", "*", "✕", "✖", "x", "х") or token.mark == "times" or token.text == "times":
        return TIMES
    if token.text in ("@",) or token.mark == "at":
        return AT
    if token.text in ("/", "|"):
        return SLASH
    if token.text in ("-", "–", "—"):
        return "-"
    return "of" if token.mark == "of" else "+" if token.text in ("+", "&") else ""


def _amount(tokens: Sequence[Token], i: int, expect: Expect) -> tuple[Amount, int]:
    """The number at `i` with its unit after it ("10 kg") or before it ("reps: 10"); where to go on."""
    token = tokens[i]
    value = -token.value if _is_negative(tokens, i) else token.value
    if token.kind == "time":
        return Amount(value, "seconds"), _after_unit(tokens, i + 1)
    unit, end = _unit(tokens, i + 1)
    if not unit and i + 1 < len(tokens) and tokens[i + 1].mark == "half":
        value, end = value + Decimal("0.5"), i + 1
        while end < len(tokens) and tokens[end].mark == "half":
            end += 1
        unit, end = _unit(tokens, end)
    if unit == "minutes":
        return _minutes(tokens, value, end)
    if unit == "seconds" and expect.loaded and i and tokens[i - 1].text in ("the", "my"):
        unit = "kg"  # "with the 15s"
    if not unit and _is_ordinal(tokens, i):
        return _nth(tokens, i)
    if not unit:
        unit, named = _unit_before(tokens, i)
        if named:
            return Amount(value, "set_no"), end
    if unit in ("kg", "lb"):
        pounds = unit == "lb"
        return Amount(Decimal(str(kilograms(value, "lb" if pounds else "kg"))), "kg", unit=unit), end
    return Amount(value, cast(What, unit) if unit in ("reps", "seconds", "sets") else ""), end


def _is_ordinal(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].glued and tokens[i + 1].mark == "ordinal"


def _nth(tokens: Sequence[Token], i: int) -> tuple[Amount, int]:
    """ "2nd set" names a set, "8th rep" counts; alone, the first four name a set."""
    value = tokens[i].value
    counts = tokens[i + 2].mark == "reps" if i + 2 < len(tokens) else value > 4
    return Amount(value, "reps" if counts else "set_no"), i + 2


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
    first = j
    while first > 0 and tokens[first - 1].kind == "word" and tokens[first - 1].mark == tokens[j].mark:
        first -= 1  # "15 lb dumbbells, 10": the pounds are those of the number before
    if j < 0 or tokens[j].kind != "word" or (first and tokens[first - 1].kind == "number"):
        return "", False
    mark = tokens[j].mark
    if mark == "sets" and j and tokens[j - 1].mark == "ordinal":
        return "", False  # "1st set 10"
    if mark == "sets":
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if tokens[j].text.endswith("s"):
            return ("sets", False) if following is None else ("", False)
        return "", tokens[i].value <= MOST_NAMED and (j == i - 1 or tokens[i - 1].text == "#")
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
