"""Times of day as people type them."""

import tomllib
from pathlib import Path

import pytest

from bot.coach import hours
from bot.coach.says import Say

WORDS = tomllib.loads(Path("content/en/words/week.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("7pm", "19:00"),
        ("7 pm", "19:00"),
        ("7 p.m.", "19:00"),
        ("07.30", "07:30"),
        ("07:30", "07:30"),
        ("7:30", "07:30"),
        ("7:30pm", "19:30"),
        ("7.30 pm", "19:30"),
        ("19:45", "19:45"),
        ("19h30", "19:30"),
        ("19h", "19:00"),
        ("19", "19:00"),
        ("0:15", "00:15"),
        ("24:00", "00:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("12:30 am", "00:30"),
        ("12", "12:00"),
        ("noon", "12:00"),
        ("at noon please", "12:00"),
        ("midnight", "00:00"),
        ("lunchtime", "12:30"),
        ("half past seven in the evening", "19:30"),
        ("quarter to eight in the morning", "07:45"),
        ("ten past six pm", "18:10"),
        ("at 6 in the evening", "18:00"),
        ("seven in the morning", "07:00"),
        ("make it 18:30", "18:30"),
        ("remind me at 8pm", "20:00"),
        ("0730", "07:30"),
        ("1930", "19:30"),
        ("02:30", "02:30"),
        ("18 uhr", "18:00"),
        ("in the evening", "19:00"),
        ("13 pm", "13:00"),
    ],
)
def test_understood(text, time):
    hour, _, minute = time.partition(":")
    assert hours.understand(text, WORDS) == int(hour) * 60 + int(minute)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("7", ["v1:hour:420:s", "v1:hour:1140:s"]),
        ("at 7", ["v1:hour:420:s", "v1:hour:1140:s"]),
        ("seven o'clock", ["v1:hour:420:s", "v1:hour:1140:s"]),
        ("7:3", ["v1:hour:423:s", "v1:hour:450:s"]),
    ],
)
def test_asked_which(text, offered):
    say = hours.understand(text, WORDS)
    assert say.phrase == "hour-which"
    assert [button.do for button in say.buttons[0]] == offered


@pytest.mark.parametrize("text", ["25:00", "7:75", "99", "-3", "24:30", "1e9", "7.999"])
def test_no_such_hour(text):
    say = hours.understand(text, WORDS)
    assert isinstance(say, Say)
    assert say.phrase == "hour-none"


@pytest.mark.parametrize("text", ["", "hello", "what are glutes?", "whenever you like"])
def test_about_something_else(text):
    assert hours.understand(text, WORDS) is None


def test_figures_work_without_any_words():
    assert hours.understand("7 pm") == 1140
    assert hours.understand("noon") is None
