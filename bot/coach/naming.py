"""Sets that are named ("set no 2") or counted ("both sets", "2 of the 3 sets"), put plainly for the grammar.

A named set becomes the wording of its number (`set_2`); a counted one a number before a word for sets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.coach.meaning import Expect
from bot.coach.tokens import Token
from bot.coach.vocabulary import ReplyWords

Tokens = tuple[Token, ...]
MOST_NAMED = 4
MOST_COUNTED = 6
UNITS = (
    "reps",
    "seconds",
    "minutes",
    "kg",
    "kg_glued",
    "lb",
    "sets",
    "times",
    "half",
    "left",
    "right",
    "each",
)
SETS = Token("word", "sets", mark="sets")
JOINING, RANGING = (",", "&", "+"), ("-", "–")
SHARING = ("/", "|")


def plainly(tokens: Tokens, expect: Expect, words: ReplyWords) -> Tokens:
    """The tokens with every named and counted set put plainly."""
    tokens = _holds(_counted_up(tokens), expect, words)
    tokens = _named(tokens, expect, words)
    tokens = _seconds(tokens)
    tokens = tuple(_counted(_did_of(_of_so_many(tokens, words)), words))
    return _each_alike(tokens, words)


def _holds(tokens: Tokens, expect: Expect, words: ReplyWords) -> Tokens:
    """Where a hold is due, "3 holds" and "hold 2" are sets."""
    if expect.unit != "seconds":
        return tokens
    return tuple(
        replace(t, mark="sets") if t.text in words.groups["holds"] and _is_counted(tokens, i) else t
        for i, t in enumerate(tokens)
    )


def _is_counted(tokens: Tokens, i: int) -> bool:
    before, after = tokens[max(0, i - 1) : i], tokens[i + 1 : i + 3]
    few = [t for t in (*before, *after) if _is_few(t)]
    return bool(few) or any(t.text == "both" for t in before)


def _is_few(token: Token, most: int = MOST_COUNTED) -> bool:
    return token.kind == "number" and 1 <= token.value <= most and token.value == int(token.value)


def _mark(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].mark if 0 <= i < len(tokens) else ""


def _named(tokens: Tokens, expect: Expect, words: ReplyWords) -> Tokens:
    """ "Set no 2" as `set_2`; "sets 1 and 2" as two sets."""
    said: list[Token] = []
    i = 0
    while i < len(tokens):
        first = _number_of(tokens, i, expect, words)
        if not first:
            said.append(tokens[i])
            i += 1
            continue
        last, count = _row(tokens, first, words)
        if count > 1:
            said += [replace(tokens[first], value=Decimal(count), mark=""), SETS]
        else:
            mark = f"set_{int(tokens[first].value)}"
            said += [replace(t, kind="word", mark=mark) for t in (tokens[i], tokens[first])]
            last = _share(tokens, last)
        i = last + 1
    return tuple(said)


def _number_of(tokens: Tokens, i: int, expect: Expect, words: ReplyWords) -> int:
    """Where the number of the set named at `i` stands, 0 where none is named."""
    at = i + 1
    while at < len(tokens) and (tokens[at].text in words.groups["nth"] or tokens[at].text in ("#", ".")):
        at += 1
    if at >= len(tokens) or not _is_few(tokens[at], MOST_NAMED) or _mark(tokens, at) not in ("", "not_yet"):
        return 0
    told = at > i + 1
    undone = _mark(tokens, i) == "undo" and words.phrases.get((tokens[i].text,)) == "sets"
    if _mark(tokens, i) != "sets" and not undone and not (told and _names_a_set(tokens[i], expect, words)):
        return 0
    if i and _is_few(tokens[i - 1]):
        return 0  # "3 sets 2 …": counted before
    if _mark(tokens, i - 1) == "ordinal" or (not told and _mark(tokens, at + 1) in UNITS[:-3]):
        return 0  # "1st set 10", "sets: 3 reps"
    plural = tokens[i].text.endswith("s")
    return 0 if plural and not told and _row(tokens, at, words)[1] < 2 else at


def _names_a_set(token: Token, expect: Expect, words: ReplyWords) -> bool:
    """Whether a number may be that of this thing: an exercise, "finished" ("finished number 3")."""
    names = {word for name in expect.names for word in name.split()}
    return token.mark in ("reps", "sets", "done", "did") or token.text in names | words.groups["holds"]


def numbered_sets(tokens: Sequence[Token]) -> int:
    """How many sets are named with a number of their own ("set one 10, set two 12")."""
    return len({a.mark for a, b in pairwise(tokens) if a.mark.startswith("set_") and _is_number((b,), 0)})


def _row(tokens: Tokens, first: int, words: ReplyWords) -> tuple[int, int]:
    """The last of a row of set numbers ("1, 2 and 3", "1-3"), and how many they are."""
    last, count = first, 1
    while True:
        at = last + 1
        ranging = at < len(tokens) and (
            tokens[at].text in RANGING or tokens[at].text in words.groups["until"]
        )
        while at < len(tokens) and (tokens[at].text in JOINING or tokens[at].text in words.groups["and"]):
            at += 1
        at += ranging
        joined = at > last + 1
        if at >= len(tokens) or not _is_few(tokens[at]) or (not joined and _mark(tokens, at + 1) in UNITS):
            return last, count
        step = tokens[at].value - tokens[last].value
        if step != 1 and not (ranging and step > 0):
            return last, count
        last, count = at, count + int(step)


def _share(tokens: Tokens, last: int) -> int:
    """ "Set 2 of 3", "set 2/3": how many there are says nothing more."""
    few = last + 2 < len(tokens) and _is_few(tokens[last + 2]) and _mark(tokens, last + 3) not in UNITS[:6]
    parted = few and (tokens[last + 1].mark == "of" or tokens[last + 1].text in SHARING)
    return last + 2 if parted else last


def _seconds(tokens: Tokens) -> Tokens:
    """After "first set 12" a "second" before a number is the second set, no unit."""
    firsts = [i for i, t in enumerate(tokens) if t.mark == "set_1" or t.text == "first"]
    return tuple(
        replace(t, mark="set_2")
        if firsts
        and firsts[0] < i
        and t.mark == "seconds"
        and t.text == "second"
        and i + 1 < len(tokens)
        and tokens[i + 1].kind == "number"
        else t
        for i, t in enumerate(tokens)
    )


def _of_so_many(tokens: Tokens, words: ReplyWords) -> Tokens:
    """ "2 of the 3 sets" are two sets."""
    for i, token in enumerate(tokens):
        at = i + 1
        while at < len(tokens) and (
            tokens[at].mark in ("of", "filler") or tokens[at].text in words.groups["all"]
        ):
            at += 1
        at += at < len(tokens) and tokens[at].text in SHARING
        parted = any(t.mark == "of" or t.text in SHARING for t in tokens[i + 1 : at]) and at < len(tokens)
        if not (parted and _is_few(token) and _is_few(tokens[at])):
            continue
        if _mark(tokens, at + 1) == "sets" or (
            _mark(tokens, at + 1) == "done" and tokens[at].value <= MOST_NAMED
        ):
            sets = tokens[at + 1 :] if _mark(tokens, at + 1) == "sets" else (SETS, *tokens[at + 1 :])
            return (
                *tokens[: i + 1],
                *(replace(t, mark="filler") if t.text in words.groups["so_far"] else t for t in sets),
            )
    return tokens


def _did_of(tokens: Tokens) -> Tokens:
    """ "Out of three sets i did two": the two are the sets."""
    for i, token in enumerate(tokens[:-2]):
        if token.mark == "of" and _is_few(tokens[i + 1]) and _mark(tokens, i + 2) == "sets":
            later = [
                j
                for j in range(i + 3, len(tokens))
                if _is_few(tokens[j]) and _mark(tokens, j + 1) not in UNITS
            ]
            if (
                later
                and tokens[later[0]].value <= tokens[i + 1].value
                and not any(_is_few(t) for t in tokens[:i])
            ):
                return (*tokens[:i], *tokens[i + 3 : later[0] + 1], SETS, *tokens[later[0] + 1 :])
    return tokens


def _counted_up(tokens: Tokens) -> Tokens:
    """ "1 2 3 4 5 6" counts to the last."""
    run = 1
    while (
        run < len(tokens) and tokens[run].kind == "number" and tokens[run].value == tokens[run - 1].value + 1
    ):
        run += 1
    return tokens[run - 1 :] if run > MOST_NAMED and tokens[0].value == 1 else tokens


def _counted(tokens: Tokens, words: ReplyWords) -> Iterator[Token]:
    """ "Both sets", "all three", "30 s twice", "eleven both times" as so many sets."""
    numbers = sum(t.kind in ("number", "time") for t in tokens)
    named = len({t.mark for t in tokens if t.mark.startswith("set_")})
    many = named > 1 or any(t is SETS for t in tokens)
    for i, token in enumerate(tokens):
        following = _mark(tokens, i + 1)
        if token.text in words.groups["both"] and token.mark in ("each", "done", "filler"):
            if following == "sets" or (numbers and _is_times(tokens, i + 1, words)):
                yield Token("number", token.text, Decimal(2), spelled=True)
                continue
            token = replace(token, mark="filler") if many else token
        elif token.text in words.groups["twice"] and numbers and not token.mark.startswith("undo"):
            yield Token("number", token.text, Decimal(2), spelled=True)
            token = SETS
        elif _is_times(tokens, i, words) and _repeats(tokens, i, numbers):
            token = replace(token, mark="sets")
        yield token
        alone = following not in (*UNITS, "set_last") and not _is_number(tokens, i + 1)
        if alone and i and _is_few(token, MOST_NAMED) and token.value > 1 and _is_all(tokens, i, words):
            yield SETS


def _is_all(tokens: Tokens, i: int, words: ReplyWords) -> bool:
    return tokens[i - 1].text in words.groups["all"] or (
        tokens[i - 1].text in words.groups["the"] and i > 1 and tokens[i - 2].text in words.groups["all"]
    )


def _is_number(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].kind in ("number", "time")


def _is_times(tokens: Tokens, i: int, words: ReplyWords) -> bool:
    return i < len(tokens) and tokens[i].text in words.groups["times_over"]


def _repeats(tokens: Tokens, i: int, numbers: int) -> bool:
    """ "12 three times", but not "3 times 12"."""
    before = i > 0 and (_is_few(tokens[i - 1]) or tokens[i - 1].text == "both")
    return before and (numbers > 1 or tokens[i - 1].kind == "word") and not _is_number(tokens, i + 1)


def _each_alike(tokens: Tokens, words: ReplyWords) -> Tokens:
    """ "Every set was 12, did three": the few are sets."""
    alike = any(
        t.mark in ("sets", "filler")
        and t.text.startswith("set")
        and i
        and tokens[i - 1].text in words.groups["every"]
        for i, t in enumerate(tokens)
    )
    few = [i for i, t in enumerate(tokens) if _is_few(t, MOST_NAMED) and _mark(tokens, i + 1) not in UNITS]
    more = any(t.kind == "number" and t.value > MOST_NAMED for t in tokens)
    if not (alike and more and len(few) == 1):
        return tokens
    return (*tokens[: few[0] + 1], SETS, *tokens[few[0] + 1 :])
