"""The grammar's reading of a reply weighed against what the model leans to.

Numbers out of range and look-alikes stay doubts, pain stays pain; a "done" that is not clear is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.coach.clauses import NUMBERISH, Clause
from bot.coach.corrections import correction, was_put
from bot.coach.gist import settles
from bot.coach.leaning import meant
from bot.coach.meaning import Doubt, Expect, Intent, Reply
from bot.coach.naming import numbered_sets
from bot.coach.tokens import Token
from bot.coach.valuing import gathered_up
from bot.coach.vocabulary import ReplyWords

SURE = 0.3  # the margin, and the lead, that "done" needs to be logged without a question
LOST = 0.0  # below this margin nothing is known of the words, and the grammar reads alone
OPEN = (
    "reply-that-number",
    "reply-which",
    "reply-unit-reps",
    "reply-unit-seconds",
)  # doubts a gist may settle


def weighed(
    strict: Reply,
    leant: Mapping[str, float],
    tokens: tuple[Token, ...],
    parts: Sequence[Clause],
    expect: Expect,
    words: ReplyWords,
) -> Reply:
    """The reply as it is most likely meant; `strict` is what the grammar read."""
    if strict.doubt is not None and strict.doubt.phrase not in OPEN:
        return strict
    denied = strict.intent == "other" and any(p.denied or p.has("not_yet") for p in parts)
    counted = strict.intent == "done" and bool(strict.count or strict.set_no)
    intent, ahead = meant(leant, strict.intent, heavy=denied or counted)
    if strict.intent == "undo" and strict.was is not None and was_put(tokens, words):
        return strict
    if strict.intent == "pain" or leant[intent] < LOST:
        return strict
    reply = _told(intent, strict, tokens, parts, expect, words)
    agreed = reply.intent == strict.intent
    about_done = "done" in (intent, strict.intent)
    unsure = min(ahead, leant[intent]) < SURE
    if unsure and intent == "undo" and strict.intent == "done":
        return strict  # "that was 9": a set, or right after one its correction, as the conversation knows
    return _asked(reply, tokens) if about_done and not agreed and unsure else reply


def settled(strict: Reply, tokens: tuple[Token, ...], parts: Sequence[Clause], expect: Expect) -> Reply:
    """Bare numbers and units that the grammar left open, where the units make them clear after all; and named sets."""
    left_open = strict.doubt is not None and strict.doubt.phrase == "reply-which" and settles(tokens)
    if not left_open and not (strict.intent == "done" and numbered_sets(tokens) > 1):
        return strict
    found = gathered_up("done", parts, tokens, expect)
    return strict if found.doubt else found


def _told(
    intent: Intent,
    strict: Reply,
    tokens: tuple[Token, ...],
    parts: Sequence[Clause],
    expect: Expect,
    words: ReplyWords,
) -> Reply:
    """A reply of this intent with its values: the grammar's, or the gist of its numbers."""
    typo = any(t.typo and t.mark for t in tokens)
    numbers = any(t.kind in NUMBERISH for t in tokens)
    if intent == strict.intent and strict.doubt is None and not numbers:
        return strict
    if intent not in ("done", "fail", "undo", "pain"):
        return Reply(intent=intent, typo=typo)
    if intent == "undo":
        fixed = correction(tokens, expect, words)
        if fixed.doubt is None:
            return replace(fixed, typo=typo)
    found = gathered_up(intent, parts, tokens, expect)
    if intent == "pain":
        return replace(found, intent="pain", doubt=None)
    return replace(found, typo=typo)


def _asked(reply: Reply, tokens: Sequence[Token]) -> Reply:
    """A question back: did you do that number, did you mean done?"""
    numbers = [t for t in tokens if t.kind == "number"]
    sets = next(
        (f"{a.value:f} {b.text}" for a, b in pairwise(tokens) if a in numbers and b.mark == "sets"), ""
    )
    if len(numbers) == 1 and sets:
        doubt = Doubt(phrase="reply-did-you-mean", facts={"word": sets}, choices=(sets,))
    elif len(numbers) == 1:
        shown = f"{numbers[0].value:f}"
        doubt = Doubt(phrase="reply-that-number", facts={"number": shown}, choices=(shown,))
    elif not numbers:
        doubt = Doubt(phrase="reply-did-you-mean", facts={"word": "done"}, choices=("done",))
    else:
        return reply
    return Reply(intent="other", doubt=doubt, likely=reply)
