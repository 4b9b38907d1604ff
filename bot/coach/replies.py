"""What a reply typed during a workout means: one text in, one typed `Reply` out (reliability 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import cast

from bot.coach import amounts as reading
from bot.coach.clauses import Clause, clauses
from bot.coach.corrections import correction, corrects
from bot.coach.grammar import asks_in_general, intent_of, is_question
from bot.coach.leaning import EXPECTED, MOST_LETTERS, is_certain, leanings
from bot.coach.loads import loaded
from bot.coach.meaning import Button, Doubt, Expect, Intent, Reply, Said
from bot.coach.naming import plainly
from bot.coach.numbers import normalise, odd
from bot.coach.tokens import Token, cut
from bot.coach.valuing import valued
from bot.coach.vocabulary import ReplyWords, latin, unleet
from bot.coach.weighing import settled, weighed

__all__ = ["EXPECTED", "Button", "Doubt", "Expect", "Intent", "Reply", "ReplyWords", "Said", "as_row", "read"]

MOST_READ = MOST_LETTERS
SHOWN = 20
_BUTTON = re.compile(r"^✅ [^\W\d]+ · (.+?) (\d{1,2})$")  # "✅ done · squat 1", in any language
_UNREADABLE = re.compile(
    r"\d+(?:\.\d+)?e[+-]?\d+|\b0x[0-9a-f]+\b|\d_\d|^(?:done )?[+-]?(?:nan|inf|infinity)$|\d[%‰]"
)
_FIGURES = re.compile(r"^[\d.,]+$")


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
    raw = cut(unleet(plain), words)
    tokens = tuple(_amount_words(_both_sides(raw, words), expect))
    tokens = plainly(loaded(tokens, expect, words), expect, words)
    parts = clauses(tokens, words)
    reply = _by_grammar(tokens, parts, plain, expect, words)
    if is_certain(raw):
        reply = settled(reply, tokens, parts, expect)
    elif words.model is not None:
        leant = leanings(raw, clauses(raw, words), expect, words)
        reply = weighed(reply, leant, tokens, parts, expect, words)
    if reply.doubt is not None:
        return replace(reply, doubt=_with_text(reply.doubt, plain))
    return reply


def _by_grammar(
    tokens: tuple[Token, ...], parts: tuple[Clause, ...], text: str, expect: Expect, words: ReplyWords
) -> Reply:
    names = frozenset(word for name in expect.names for word in name.split())
    typo = any(t.typo and t.mark for t in tokens)
    if any(p.has("pain") for p in parts) and not asks_in_general(parts, words):
        return replace(valued("done", parts, tokens, expect, names), intent="pain", doubt=None)
    if is_question(parts, text, names, words):
        return Reply(intent="question")
    if any(p.has("undo") for p in parts) or corrects(tokens, text, words):
        return replace(correction(tokens, expect, words), typo=typo)
    intent = intent_of(parts, names)
    if not intent:
        return _unknown(tokens, words)
    if intent in ("done", "fail"):
        return replace(valued(cast(Intent, intent), parts, tokens, expect, names), typo=typo)
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
    """Intent, reps, kg, seconds and sets as the evaluation prints them; empty where not said.

    Where the coach would ask, the reading it thinks most likely; a pain with a count ends a set.
    """
    reply = reply.likely or reply
    told = reply.sets if reply.intent in ("done", "undo", "fail", "pain") else ()
    first = _alike(told)
    count = (reply.count or _number_of_sets(told)) if reply.intent in ("done", "undo", "fail") else None
    reps, kg, seconds, sets = (
        "" if v is None else f"{v:g}" for v in (first.reps, first.kg, first.seconds, count)
    )
    ended = "fail" if first.reps or first.seconds else "stop"
    return ended if reply.intent == "pain" else reply.intent, reps, kg, seconds, sets


def _alike(told: Sequence[Said]) -> Said:
    """What the sets have in common; of a left and a right side the first."""
    first = told[0] if told else Said()
    if {s.side for s in told} == {"left", "right"} or len({(s.reps, s.seconds) for s in told}) < 2:
        return first
    return replace(first, reps=None, seconds=None)


def _number_of_sets(told: Sequence[Said]) -> int | None:
    sides = {s.side for s in told}
    return len(told) if len(told) > 1 and sides != {"left", "right"} else None
