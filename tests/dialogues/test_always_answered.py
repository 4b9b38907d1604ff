"""Whatever is typed, wherever a dialogue stands, is answered below it: an edit somewhere above is as good as silence."""

from __future__ import annotations

import pytest

from tests.dialogue import Me

COMMANDS = [
    "/start", "/today", "/week", "/plan", "/undo", "/history", "/progress", "/ask", "/settings", "/pause", "/stop",
    "/export", "/privacy", "/delete", "/language", "/help",
]  # fmt: skip
TYPED = [
    "done",
    "12",
    "hello",
    "why?",
    "skip",
    "stop",
    "what does the soleus do?",
    "my knee hurts",
    "👍",
    "/nonsense",
]
STATES: dict[str, list[str]] = {
    "a stranger": [],
    "asked about safety": ["/start"],
    "flagged": ["/start", "[One applies]"],
    "asked for the kit": ["/start", "[None of these]"],
    "asked for the week": ["/start", "[None of these]", "[Just me]"],
    "asked for the hour": ["/start", "[None of these]", "[Just me]", "[This is my week]"],
    "asked for the zone": ["/start", "[None of these]", "[Just me]", "[This is my week]", "[18:00]"],
    "settled": ["/start", "[None of these]", "[Just me]", "[This is my week]", "[18:00]", "Munich"],
    "in a workout": ["/start", "[None of these]", "/today", "[Start]"],
    "resting": ["/start", "[None of these]", "/today", "[Start]", "10"],
}


@pytest.mark.parametrize("state", STATES)
async def test_everything_is_answered(me: Me, state: str) -> None:
    for step in STATES[state]:
        await (me.taps(step[1:-1]) if step.startswith("[") else me.says(step))
    unanswered = []
    for text in COMMANDS + TYPED:
        try:
            await me.says(text)
        except AssertionError as why:
            unanswered.append(f"{text}: {str(why).splitlines()[0]}")
    assert not unanswered, unanswered
