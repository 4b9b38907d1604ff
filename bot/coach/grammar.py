"""From words and numbers to a meaning: a first, plain reader."""

from __future__ import annotations

import re

from bot.coach.meaning import Button, Expect, Intent, Reply, ReplyWords, Said
from bot.coach.numbers import kilograms, strict

_TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]")
_BUTTON = re.compile(r"^✅ done · (.+) (\d{1,2})$")
_ORDER: tuple[tuple[str, Intent], ...] = (
    ("pain", "pain"),
    ("question", "question"),
    ("undo", "undo"),
    ("not_yet", "other"),
    ("pause", "pause"),
    ("stop", "stop"),
    ("skip", "skip"),
    ("fail", "fail"),
    ("done", "done"),
)


def values(text: str, expect: Expect, words: ReplyWords) -> Reply:
    """Read normalised text."""
    if match := _BUTTON.match(text):
        return Reply(intent="done", button=Button(exercise=expect.names.get(match[1], ""), n=int(match[2])))
    tokens = tuple(t.replace("'", "") for t in _TOKEN.findall(text))
    said = _said(tokens, expect, words)
    intent = next((i for name, i in _ORDER if _has(tokens, name, words)), None)
    if text.endswith("?"):
        intent = "question"
    if intent is None:
        intent = "done" if said else "other"
    sets = (said,) if said and intent in ("done", "undo", "fail") else ()
    return Reply(intent=intent, sets=sets, bare_done=intent == "done" and not sets)


def _has(tokens: tuple[str, ...], name: str, words: ReplyWords) -> bool:
    entries = words.lists.get(name, frozenset()) | words.lists.get(f"{name}_emoji", frozenset())
    return any(tokens[i : i + n] in entries for n in (1, 2, 3, 4) for i in range(len(tokens)))


def _said(tokens: tuple[str, ...], expect: Expect, words: ReplyWords) -> Said | None:
    reps = seconds = None
    kg = None
    for i, token in enumerate(tokens):
        if (value := strict(token)) is None:
            continue
        after = (tokens[i + 1],) if i + 1 < len(tokens) else ("",)
        if after in words.lists["kg"] or after in words.lists["lb"]:
            kg = kilograms(value, "lb" if after in words.lists["lb"] else "kg")
        elif after in words.lists["minutes"]:
            seconds = int(value * 60)
        elif after in words.lists["seconds"] or expect.unit == "seconds":
            seconds = int(value)
        else:
            reps = int(value)
    found = Said(reps=reps, seconds=seconds, kg=kg)
    return found if found != Said() else None
