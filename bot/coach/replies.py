"""What a reply typed during a workout means: one text in, one typed `Reply` out (reliability 9)."""

from __future__ import annotations

from bot.coach.grammar import values
from bot.coach.meaning import Button, Doubt, Expect, Intent, Reply, ReplyWords, Said
from bot.coach.numbers import normalise, odd

__all__ = ["Button", "Doubt", "Expect", "Intent", "Reply", "ReplyWords", "Said", "as_row", "read"]


def read(text: str, expect: Expect, words: ReplyWords) -> Reply:
    """The meaning of `text` while the set of `expect` is due. Never raises; a doubt logs nothing."""
    plain = normalise(text)
    if not plain:
        return Reply(intent="other", doubt=Doubt(phrase="reply-no-text"))
    if char := odd(text):
        return Reply(intent="other", doubt=Doubt(phrase="reply-odd-number", facts={"text": char}))
    return values(plain, expect, words)


def as_row(reply: Reply) -> tuple[str, str, str, str, str]:
    """Intent, reps, kg, seconds and sets as the evaluation prints them; empty where not said."""
    intent = {"pain": "stop"}.get(reply.intent, reply.intent)
    said = reply.sets[0] if reply.sets else Said()
    count = reply.count or (len(reply.sets) if len(reply.sets) > 1 else None)
    cells = (said.reps, said.kg, said.seconds, count)
    return (intent, *("" if cell is None else f"{cell:g}" for cell in cells))  # type: ignore[return-value]
