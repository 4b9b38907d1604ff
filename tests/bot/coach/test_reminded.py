"""Replies to a reminder."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.weeks_reminded import understand_reminder
from bot.coach.weeks_words import WeekWords

WORDS = WeekWords.of(tomllib.loads(Path("content/en/words/week.toml").read_text(encoding="utf-8")))
TODAY = date(2026, 11, 24)


def understood(text):
    return understand_reminder(text, today=TODAY, words=WORDS)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("in 20 min", 20),
        ("in 20 minutes", 20),
        ("20 min", 20),
        ("give me 15 minutes", 15),
        ("in an hour", 60),
        ("in 1 h", 60),
        ("1h", 60),
        ("in half an hour", 30),
        ("in two hours", 120),
        ("in 1.5 hours", 90),
        ("an hour and a half", 90),
        ("in twenty minutes", 20),
        ("a few minutes", 10),
        ("in a couple of hours", 120),
        ("later", 60),
        ("not now", 60),
        ("I'm busy", 60),
        ("45 mins please", 45),
    ],
)
def test_later(text, minutes):
    found = understood(text)
    assert (found.kind, found.minutes) == ("later", minutes)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("tonight", "tonight"),
        ("this evening", "tonight"),
        ("after dinner", "tonight"),
        ("later today", "tonight"),
        ("legs are dead", "tired"),
        ("my legs are dead today", "tired"),
        ("too tired", "tired"),
        ("I'm exhausted", "tired"),
        ("so sore today", "tired"),
        ("slept badly", "tired"),
        ("running instead", "running"),
        ("I'm running tonight instead", "running"),
        ("going for a run instead", "running"),
        ("I'd rather run", "running"),
        ("done already", "done"),
        ("already did it this morning", "done"),
        ("done", "done"),
        ("did it", "done"),
        ("did my workout this morning", "done"),
        ("skip", "skip"),
        ("not today", "skip"),
        ("no time today", "skip"),
        ("no", "skip"),
        ("can't make it", "skip"),
        ("start", "start"),
        ("let's go", "start"),
        ("ok", "start"),
        ("ready", "start"),
    ],
)
def test_plainly(text, kind):
    assert understood(text).kind == kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", 25),
        ("tomorrow please", 25),
        ("on friday", 27),
        ("let's do it on thursday", 26),
        ("friday morning", 27),
    ],
)
def test_another_day(text, day):
    found = understood(text)
    assert (found.kind, found.day) == ("day", date(2026, 11, day))


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("at 7pm", (1140,)),
        ("at 19:30", (1170,)),
        ("7:30 pm", (1170,)),
        ("at 7", (420, 1140)),
        ("at noon", (720,)),
    ],
)
def test_at_a_time(text, readings):
    found = understood(text)
    assert (found.kind, found.readings) == ("at", readings)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "what are glutes?",
        "my knee hurts",
        "chest pain",
        "12x10kg",
        "8",
        "10 reps",
        "when is it?",
        "hello there coach",
    ],
)
def test_about_something_else(text):
    assert understood(text) is None


@given(st.text(max_size=80))
def test_never_crashes(text):
    understood(text)
