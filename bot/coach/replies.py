"""What a reply typed during a workout means: one text in, one typed `Reply` out (reliability 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import cast

from bot.coach import amounts as reading
from bot.coach.clauses import Clause, clauses
from bot.coach.corrections import correction, corrects, named_set
from bot.coach.grammar import asks_in_general, intent_of, is_question, says_amount
from bot.coach.meaning import Button, Doubt, Effort, Expect, Intent, Reply, Said
from bot.coach.numbers import normalise, odd
from bot.coach.tokens import Token, cut
from bot.coach.vocabulary import ReplyWords, latin, unleet

__all__ = ["EXPECTED", "Button", "Doubt", "Expect", "Intent", "Reply", "ReplyWords", "Said", "as_row", "read"]

MOST_READ = 300  # characters; longer texts are stories, not sets
SHOWN = 20
_BUTTON = re.compile(r"^✅ [^\W\d]+ · (.+?) (\d{1,2})$")  # "✅ done · squat 1", in any language
_UNREADABLE = re.compile(
    r"\d+(?:\.\d+)?e[+-]?\d+|\b0x[0-9a-f]+\b|\d_\d|^(?:done )?[+-]?(?:nan|inf|infinity)$|\d[%‰]"
)
_FIGURES = re.compile(r"^[\d.,]+$")
_SIDED = frozenset(("left", "right", "each"))

# How the evaluation's kinds of exercise are due.
EXPECTED: Mapping[str, Expect] = {
    "reps": Expect(sided="total", low=10, high=12),
    "timed": Expect(unit="seconds", low=30, high=30),
    "weighted": Expect(loaded=True, low=10, high=10, kg=10),
}


def read(text: str, expect: Expect, words: ReplyWords) -> Reply:
    """The meaning of `text` while the set of `expect` is due. Never raises; a doubt logs nothing."""
    plain = normalise(text[: 4 * MOST_READ])
    if not plain:
        return _doubt("reply-no-text")
    if match := _BUTTON.match(plain):
        return Reply(intent="done", button=Button(exercise=expect.names.get(match[1], ""), n=int(match[2])))
    if _FIGURES.match(plain) and len(plain) > SHOWN:
        return _doubt("reply-reps-range", text=_shortened(plain), most=str(reading.MOST_REPS))
    if len(plain) > MOST_READ:
        return Reply(intent="question" if "?" in plain else "other")
    if char := odd(text):
        return _doubt("reply-odd-number", text=char)
    if _UNREADABLE.search(plain):
        return _doubt("reply-reps-range", text=_shortened(plain), most=str(reading.MOST_REPS))
    tokens = tuple(_amount_words(_both_sides(cut(unleet(plain), words), words), expect))
    reply = _read(tokens, plain, expect, words)
    if reply.doubt is not None:
        return replace(reply, doubt=_with_text(reply.doubt, plain))
    return reply


def _read(tokens: tuple[Token, ...], text: str, expect: Expect, words: ReplyWords) -> Reply:
    names = frozenset(word for name in expect.names for word in name.split())
    parts = clauses(tokens, words)
    typo = any(t.typo and t.mark for t in tokens)
    if any(p.has("pain") for p in parts) and not asks_in_general(parts, words):
        return replace(_valued("done", parts, tokens, expect, names), intent="pain", doubt=None)
    if is_question(parts, text, names, words):
        return Reply(intent="question")
    if any(p.has("undo") for p in parts) or corrects(tokens, text, words):
        return replace(correction(tokens, expect, words), typo=typo)
    intent = intent_of(parts, names)
    if not intent:
        return _unknown(tokens, words)
    if intent in ("done", "fail"):
        return replace(_valued(cast(Intent, intent), parts, tokens, expect, names), typo=typo)
    return Reply(intent=cast(Intent, intent), typo=typo)


def _both_sides(tokens: tuple[Token, ...], words: ReplyWords) -> tuple[Token, ...]:
    """ "5 left" is what remains, but in "5 left 5 right" and "5 left side" it is a side; "6l 6r" are sides too."""
    sided = any(t.mark == "right" for t in tokens) or any(
        words.phrases.get((a.text, b.text)) == "left" for a, b in pairwise(tokens)
    )
    if any(t.text == "l" for t in tokens):
        tokens = tuple(replace(t, mark="right") if t.text == "r" else t for t in tokens)
    if not sided:
        return tokens
    freed = (replace(t, mark="left") if t.mark == "not_yet" and t.text == "left" else t for t in tokens)
    return tuple(replace(t, mark="") if t.kind == "number" and t.mark == "not_yet" else t for t in freed)


def _amount_words(tokens: Sequence[Token], expect: Expect) -> Iterator[Token]:
    """Words that are an amount ("half a minute", "a dozen") as that amount; a minute is a pause where reps count."""
    before = ""
    for token in tokens:
        kind, _, amount = token.mark.rpartition("_")
        if token.mark == "kg_glued" and not expect.loaded and before == "#":
            token = replace(token, mark="")  # "10k" is no weight here
        if kind not in ("number", "seconds") or not amount.isdecimal():
            yield token
        elif kind == "seconds" and expect.unit == "reps":
            yield replace(token, mark="pause")
        elif token.mark != before:
            minutes = amount == "60"  # so that "a minute ten" goes on
            yield Token(
                "time" if kind == "seconds" and not minutes else "number",
                token.text,
                Decimal(1 if minutes else amount),
            )
            if minutes:
                yield replace(token, mark="minutes")
        before = token.mark or ("#" if token.kind == "number" else "")


def _valued(
    intent: Intent, parts: Sequence[Clause], tokens: tuple[Token, ...], expect: Expect, names: frozenset[str]
) -> Reply:
    """A reply with the numbers it gives."""
    telling = (
        [p for p in parts if says_amount(p, names)] if intent == "done" else [p for p in parts if p.numbers]
    )
    chosen = tuple(t for p in telling for t in p.tokens) if telling else ()
    kept = _without_aims(_within(tokens, chosen)) if telling else tuple(t for t in tokens if t.mark in _SIDED)
    found = reading.amounts(kept, expect)
    if intent == "done" and expect.unit == "reps" and _is_break(kept, found.sets):
        return Reply(intent="pause")
    doubt = found.doubt or reading.wrong_unit(found.sets, expect)
    if doubt is not None:
        return Reply(intent="other", doubt=doubt)
    sets, count = found.sets, found.count
    if intent == "done" and (few := _all_sets(tokens, sets)):
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


def _unknown(tokens: Sequence[Token], words: ReplyWords) -> Reply:
    """Nothing understood: ask where a look-alike of a known word or a lone number is in it."""
    for token in tokens:
        look = latin(token.text) if token.kind == "word" and not token.mark else token.text
        if look != token.text or not look.isascii():
            meant = look if look in words.known else words.corrected(look)
            if meant and words.phrases.get((meant,)) in ("done", "skip", "stop", "undo", "pause"):
                return _doubt("reply-did-you-mean", choices=(meant,), word=meant)
    numbers = [t for t in tokens if t.kind == "number" and t.value <= reading.MOST_REPS]
    if len(numbers) == 1 and len(tokens) <= 12:
        return _doubt("reply-that-number", choices=(f"{numbers[0].value:f}",), number=f"{numbers[0].value:f}")
    return Reply(intent="other")


def _doubt(phrase: str, choices: tuple[str, ...] = (), **facts: str) -> Reply:
    return Reply(intent="other", doubt=Doubt(phrase=phrase, facts=facts, choices=choices))


def _with_text(doubt: Doubt, text: str) -> Doubt:
    return replace(doubt, facts={"text": _shortened(text), **doubt.facts})


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[:SHOWN] + "…"


def as_row(reply: Reply) -> tuple[str, str, str, str, str]:
    """Intent, reps, kg, seconds and sets as the evaluation prints them; empty where not said."""
    intent = "stop" if reply.intent == "pain" else reply.intent
    told = reply.sets if reply.intent in ("done", "undo", "fail") else ()
    first = told[0] if told else Said()
    count = (reply.count or _number_of_sets(told)) if reply.intent in ("done", "undo", "fail") else None
    reps, kg, seconds, sets = (
        "" if v is None else f"{v:g}" for v in (first.reps, first.kg, first.seconds, count)
    )
    return intent, reps, kg, seconds, sets


def _number_of_sets(told: Sequence[Said]) -> int | None:
    sides = {s.side for s in told}
    return len(told) if len(told) > 1 and sides != {"left", "right"} else None
