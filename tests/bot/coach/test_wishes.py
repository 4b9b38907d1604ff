"""Wishes in words: each list reaches its kind, with its time or exercise; questions are none."""

from __future__ import annotations

import pytest

from bot.coach import session
from bot.coach.wishes import WishWords
from content.library import open_library


def words(language: str) -> WishWords:
    tongue = open_library().tongue(language)
    return WishWords(tongue.words["wishes"], session.names(tongue))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("move my reminder to 7 am", "hour"),
        ("reminders at 7", "hour"),
        ("change the hour to 19:30", "hour"),
        ("remind me in 2 hours", "later"),
        ("tomorrow at 6", "later"),
        ("no more reminders", "pause"),
        ("Stop reminders!", "pause"),
        ("I have dumbbells now", "kit"),
        ("I sold my dumbbells", "kit"),
        ("never lunges again", "ban"),
        ("please delete my data", "delete"),
        ("speak spanish", "language"),
        ("español", "language"),
        ("my progress", "progress"),
        ("what did I do last time", "history"),
        ("when is my next session?", "plan"),
        ("let's go", "today"),
        ("start workout", "today"),
        ("take it back", "undo"),
        ("help", "help"),
        ("settings", "settings"),
        ("export", "export"),
        ("privacy", "privacy"),
        ("week", "week"),
    ],
)
def test_each_wish_is_read(text: str, kind: str) -> None:
    found = words("en").read(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text", ["sáltate las zancadas", "Salta las zancadas", "sin zancadas", "hoy no hago zancadas"]
)
def test_an_exercise_left_out_in_spanish_is_the_one_that_was_named(text: str) -> None:
    found = words("es").read(text)
    assert found is not None
    assert (found.kind, found.exercise) == ("without", "forward_lunge")


def test_what_a_wish_names_is_kept() -> None:
    ban, hour = words("en").read("never lunges again"), words("en").read("move my reminder to 7 am")
    assert ban is not None
    assert hour is not None
    assert (ban.exercise, hour.rest) == ("forward_lunge", "7 am")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "how often",
        "is my plan good",
        "never again",
        "never bananas again",
        "why do i need help",
        "🏃",
        "12",
    ],
)
def test_what_is_no_wish(text: str) -> None:
    assert words("en").read(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("cambia la hora a las 7", "hour"),
        ("no más recordatorios", "pause"),
        ("nunca más zancadas", "ban"),
        ("ayuda", "help"),
    ],
)
def test_wishes_in_spanish(text: str, kind: str) -> None:
    found = words("es").read(text)
    assert found is not None
    assert found.kind == kind
