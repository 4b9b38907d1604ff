"""Sets told afterwards (experience, row 24). Today is a Wednesday."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach.later import later_words, read_later
from content.library import open_library

LIBRARY = open_library()
TONGUE = LIBRARY.tongue("en")
WORDS = later_words(TONGUE.words)
NAMES = {
    name.casefold(): key
    for key, prose in TONGUE.exercise.items()
    for name in (prose.name, prose.short, *prose.aliases)
}
TODAY = date(2026, 11, 25)


def told(text):
    """Days ago, and each exercise with its sets, reps or seconds, and kg."""
    later = read_later(text, WORDS, NAMES, LIBRARY.exercises, today=TODAY)
    if later is None:
        return None
    rows = [(t.exercise, t.sets, [(s.reps or s.seconds, s.kg) for s in t.said]) for t in later.told]
    return (TODAY - later.on).days, rows


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("did yesterday's session", 1),
        ("log yesterday's workout", 1),
        ("did the workout this morning", 0),
        ("forgot to log monday's workout", 2),
        ("i trained yesterday", 1),
        ("did my strength session 3 days ago", 3),
        ("finished the training on wednesday", 7),
    ],
)
def test_a_whole_session(text, days):
    assert told(text) == (days, [])


@pytest.mark.parametrize(
    ("text", "days", "rows"),
    [
        ("3x10 squats", 0, [("air_squat", 3, [(10, None)])]),
        ("did 3x10 squats yesterday", 1, [("air_squat", 3, [(10, None)])]),
        ("squats 3x10, lunges 3x12", 0, [("air_squat", 3, [(10, None)]), ("forward_lunge", 3, [(12, None)])]),
        (
            "3x10 squats and 3x12 lunges",
            0,
            [("air_squat", 3, [(10, None)]), ("forward_lunge", 3, [(12, None)])],
        ),
        ("did 3 sets of 10 push-ups on monday", 2, [("push_up", 3, [(10, None)])]),
        ("plank 45s 2 days ago", 2, [("plank", None, [(45, None)])]),
        ("deadlifts 3x10 @ 20kg", 0, [("deadlift", 3, [(10, 20)])]),
        ("rows 12 12 10", 0, [("bent_over_row", None, [(12, None), (12, None), (10, None)])]),
        ("did squats yesterday", 1, [("air_squat", None, [])]),
    ],
)
def test_single_exercises(text, days, rows):
    assert told(text) == (days, rows)


@pytest.mark.parametrize(
    "text",
    [
        "what did i do yesterday?",
        "squats",
        "squats tomorrow",
        "my knee hurts from squats",
        "how do i do squats",
        "done",
        "did my session",
        "skip squats",
        "i will do 3x10 squats",
        "no squats yesterday",
        "moved the session to yesterday",
        "",
    ],
)
def test_nothing_was_told(text):
    assert told(text) is None


def test_unclear_numbers_ask():
    later = read_later("8x10 deadlifts", WORDS, NAMES, LIBRARY.exercises, today=TODAY)
    assert later.doubt.phrase == "reply-which"
    assert later.told == ()


PIECES = [
    "did",
    "squats",
    "3x10",
    "yesterday",
    "and",
    ",",
    "plank",
    "30s",
    "20kg",
    "monday",
    "5 days ago",
    "session",
    "lunges",
]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_anything_is_read_and_no_day_lies_ahead(text):
    later = read_later(text, WORDS, NAMES, LIBRARY.exercises, today=TODAY)
    assert later is None or TODAY - timedelta(days=31) <= later.on <= TODAY
